"""Getting there: the bus, where the car stands, and the nearest toilet of a walk."""

from collections.abc import Iterator

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Walk
from hefte.model.choices import YesNoPartly
from hefte.model.parts import Stop, Transport
from hefte.model.times import clock_span
from hefte.model.walk import WalkParking, WalkToilet
from hefte.telling.facts import Fact, known, said, unknown
from hefte.telling.nearest import tell_nearest
from hefte.telling.people import counted_on, tell_answer
from hefte.telling.values import begun_small, tell_yes_no
from hefte.telling.when import tell_hours


def transport(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:
    """How to get there by bus or train; the venue's words serve where the entry has none."""
    venue = catalogue.venue(entry)
    way = entry.transport or (venue.transport if venue else None)
    if way is None:
        return None
    first, *rest = tuple(filter(None, _ways(way, words))) or ("",)
    return known(entry, "transport", "transport", words, first, *rest) if first else None


def _ways(way: Transport, words: Words) -> Iterator[str]:
    """The stop with its lines, then the editor's own words, then what is arranged."""
    if way.stop:
        yield _stop(way.stop, words)
        yield words.say("fact.lines", lines=said(way.stop.lines, words)) if way.stop.lines else ""
    yield said(way.text, words)
    for name, answer in (("pick_up", way.pick_up), ("patient_transport", way.patient_transport)):
        if answer is not None:
            own = f"tell.part.{name}.{'ja' if answer else 'nei'}"
            yield words.say(own) if words.has(own) else _answered(name, answer, words)


def _answered(name: str, answer: bool, words: Words) -> str:  # it is the value
    return f"{words.say(f'field.{name}')}: {tell_yes_no(answer, words).lower()}"


def _stop(stop: Stop, words: Words) -> str:
    if not stop.distance:
        return stop.name
    far = words.say("fact.from_here", distance=norwegian.distance(stop.distance, words.language))
    return f"{stop.name}, {far}"


def parking(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:
    """Where a walk's car park is, and the accessible spaces first; else the nearest accessible one elsewhere."""
    if not isinstance(entry, Walk):
        return None
    elsewhere = tell_nearest(entry, "hc_parkering", catalogue, words)
    if entry.parking is None:
        told_there = _at_the_venue(entry, "accessible_parking", catalogue, words)
        return told_there._replace(more=(elsewhere,)) if elsewhere else None
    told = (*_more_parking(entry.parking, words), elsewhere)
    return known(entry, "parking", "parkering", words, _spaces(entry.parking, words), *told)


def _spaces(spot: WalkParking, words: Words) -> str:
    """«Utvika: 3 HC-plasser, 60 m fra start»; where there is none the distance is that of the car park."""
    where = _from_start(spot.distance, words)
    if spot.accessible_spaces == 0:
        away = words.say("fact.parking_away", where=where) if where else ""
        return _at(spot.name, ". ".join(filter(None, (words.say("fact.no_accessible_spaces"), away))))
    if spot.accessible_spaces is not None:
        told = _at(spot.name, words.say_count("fact.accessible_spaces", spot.accessible_spaces))
    elif spot.spaces is not None:
        told = _at(spot.name, words.say_count("fact.spaces", spot.spaces))
    else:
        told = spot.name or words.say("fact.parking_there")
    return ", ".join(filter(None, (told, where)))


def _at(name: str | None, told: str) -> str:
    return f"{name}: {begun_small(told)}" if name else told


def _from_start(metres: float | None, words: Words) -> str:
    if metres is None:
        return ""
    return words.say("fact.from_start", distance=norwegian.distance(metres, words.language))


def _more_parking(spot: WalkParking, words: Words) -> Iterator[str]:
    measures = (("width", spot.accessible_width_cm), ("length", spot.accessible_length_cm))
    form = "one" if spot.accessible_spaces == 1 else "many"
    sizes = tuple(_size(f"{name}.{form}", size, words) for name, size in measures if size)
    if sizes:
        yield words.say(f"fact.parking_size.{form}", sizes=norwegian.joined(sizes, words.say("tell.and")))
    if spot.fee is not None:
        yield _fee(spot.fee, words)
    yield said(spot.note, words)


def _size(name: str, size: float, words: Words) -> str:
    return words.say(f"fact.parking_{name}", size=norwegian.number(size, 0, words.language))


def _fee(fee: float, words: Words) -> str:
    if not fee:
        return words.say("fact.parking_free")
    return words.say("fact.parking_fee", kroner=norwegian.kroner(fee, words.language))


def _at_the_venue(walk: Walk, name: str, catalogue: Catalogue, words: Words) -> Fact:
    """What one can count on where the walk itself says nothing, as its chips say it."""
    counted = counted_on(walk, catalogue).get(name)
    if counted is None:
        return unknown(name, words)
    told = tell_answer(name, counted._replace(unsure=False), words).word
    return Fact(name, words.say(f"field.{name}"), told, unsure=counted.unsure)


def toilet(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:
    """The nearest toilet of a walk, and whether a wheelchair gets in; else the nearest accessible one elsewhere."""
    if not isinstance(entry, Walk):
        return None
    elsewhere = tell_nearest(entry, "hc_toalett", catalogue, words)
    if entry.toilet is None:
        told_there = _at_the_venue(entry, "accessible_toilet", catalogue, words)
        return told_there._replace(more=(elsewhere,) if elsewhere else ())
    told = _toilet_and_where(entry.toilet, words)
    return known(entry, "accessible_toilet", "toalett", words, told, *_more_toilet(entry.toilet, words), elsewhere)


def _toilet_and_where(room: WalkToilet, words: Words) -> str:
    """«Ja, 40 m fra start»; what stands there is named where a wheelchair does not get in."""
    where, answer = _from_start(room.distance, words), _wheelchair_toilet(room, words)
    if where and room.accessible is YesNoPartly.NO:
        return f"{answer}. {words.say('fact.toilet_away', where=where)}"
    return ", ".join(filter(None, (answer, where)))


def _wheelchair_toilet(room: WalkToilet, words: Words) -> str:
    if room.accessible is None:
        return words.say("fact.toilet_there")
    return words.say(f"choice.YesNoPartly.{room.accessible.value}")


def _more_toilet(room: WalkToilet, words: Words) -> Iterator[str]:
    yield _when_open(said(room.hours, words), words)
    for text in (room.season, room.note):
        yield said(text, words)
    if room.key_needed is not None:
        yield words.say("fact.key_needed" if room.key_needed else "fact.no_key")


def _when_open(stated: str, words: Words) -> str:
    """«åpent kl. 8–20» of bare hours; what an editor has said in other words stands as it is."""
    try:
        span = clock_span(stated)
    except ValueError:
        return stated
    return words.say("fact.toilet_open", hours=tell_hours(span, words)) if span.end else stated
