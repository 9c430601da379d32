"""Whom something is for, and what a person can count on."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Event, Organisation, Place, Walk
from hefte.model.choices import YesNoPartly
from hefte.model.fields import fields_of
from hefte.model.parts import Audience, Suited
from hefte.model.places import Facility
from hefte.model.texts import Text
from hefte.model.values import Ages
from hefte.telling.sources import is_unsure


class Answer(NamedTuple):
    """A yes/no fact: its name, its label, `ja`, `delvis`, `nei`, `usikker` or `vet_ikke`, and that in words."""

    name: str
    label: str
    status: str
    word: str


def tell_ages(ages: Ages, words: Words) -> str:
    """Tell «13–25 år», «fra 65 år», «til 12 år»."""
    low, high = ages
    if low is not None and high is not None:
        return words.say("tell.ages", low=low, high=high)
    return words.say("tell.ages_from", low=low) if low is not None else words.say("tell.ages_to", high=high)


def tell_audience(audience: Audience | None, words: Words) -> str:
    """Tell whom it is for in one line, or nothing where nobody has said."""
    if audience is None:
        return ""
    groups = [words.say(f"choice.People.{group.value}") for group in audience.people]
    said = norwegian.joined(
        [groups[0], *(group.lower() for group in groups[1:])] if groups else [], words.say("tell.and")
    )
    ages = tell_ages(audience.ages, words) if audience.ages else ""
    text = ", ".join(part for part in (said, ages) if part)
    return text[:1].upper() + text[1:]


class Known(NamedTuple):
    """What somebody has said of one fact, and whether the source is unsure of it.

    What is «ja» in a part of the year is `PARTLY`, with the season in the editor's words.
    """

    value: YesNoPartly
    unsure: bool = False
    season: Text | None = None


_WHOLE_YEAR = frozenset(("helår", "hele året", "heile året", "året rundt", "all year", "all year round", "year round"))
"""What has a season is open for a part of the year only, unless its season is one of these."""


def known_in(season: Text | None, value: YesNoPartly, *, unsure: bool) -> Known:
    """What is known of something that may have a season."""
    if value is YesNoPartly.YES and _is_part_of_the_year(season):
        return Known(YesNoPartly.PARTLY, unsure, season)
    return Known(value, unsure)


def _is_part_of_the_year(season: Text | None) -> bool:
    """Whether a season in the editor's own words is anything but the whole year."""
    stated = {text.lower() for text in season or () if text}
    return bool(stated) and stated.isdisjoint(_WHOLE_YEAR)


def counted_on(entry: Entry, catalogue: Catalogue) -> Mapping[str, Known]:
    """What one can count on, by the names of the fields; of two answers the weaker, as nobody has said which holds.

    The venue's facts serve where the entry is silent; a walk is not inside its venue, and answers for itself.
    Nothing of an event that is moved elsewhere: what was said holds for the place where it was to be.
    """
    if isinstance(entry, Event) and entry.elsewhere:
        return {}
    venue = entry if isinstance(entry, Place) else catalogue.venue(entry)
    stated = [*_stated(entry), *(_of_a_venue(venue) if venue else ())]
    found: dict[str, Known] = {}
    for name, known in stated:
        earlier = found.get(name)
        if earlier is None or (known.value in _WEAKER[earlier.value] and not isinstance(entry, Walk)):
            found[name] = known
    return found


_WEAKER: Mapping[YesNoPartly, frozenset[YesNoPartly]] = {
    YesNoPartly.YES: frozenset((YesNoPartly.PARTLY, YesNoPartly.NO)),
    YesNoPartly.PARTLY: frozenset((YesNoPartly.NO,)),
    YesNoPartly.NO: frozenset(),
}


def _stated(entry: Entry) -> Iterator[tuple[str, Known]]:
    unsure = is_unsure(entry, "egnet")
    for row in fields_of(Suited) if entry.suited else ():
        value: YesNoPartly | None = getattr(entry.suited, row.name)
        if value is not None:
            yield row.name, Known(value, unsure)


def _of_a_venue(venue: Place) -> Iterator[tuple[str, Known]]:
    yield from (row for row in _stated(venue) if row[0] in _OF_VENUES)
    for name, alias in _FACILITIES:
        facility: Facility | None = getattr(venue, name)
        if facility and facility.answer:
            yield name, known_in(facility.season, facility.answer, unsure=is_unsure(venue, alias))
    if venue.hearing_loop is not None:
        yield "hearing_loop", Known(venue.hearing_loop, is_unsure(venue, "teleslynge"))


_FACILITIES = (("accessible_toilet", "hc_toalett"), ("accessible_parking", "hc_parkering"))
"""Fields of a place with their keys."""


_OF_VENUES = frozenset(("wheelchair_in", "accessible_toilet", "accessible_parking", "hearing_loop", "lift"))
"""What is the house's own, whatever goes on in it; calm and few people are not."""

_ALWAYS = ("wheelchair_in", "accessible_toilet")
"""What is told even where nobody has said anything, except of walks and organisations."""


def yes_no_facts(entry: Entry, catalogue: Catalogue, words: Words) -> tuple[Answer, ...]:
    """What one can count on in words; what most people must know is told also when nobody knows."""
    always = () if isinstance(entry, Walk | Organisation) else _ALWAYS
    return tell_answers({**dict.fromkeys(always), **counted_on(entry, catalogue)}, words)


def tell_answers(found: Mapping[str, Known | None], words: Words) -> tuple[Answer, ...]:
    """Facts by their names in the order of the fields, each with its answer."""
    names = (row.name for row in fields_of(Suited) if row.name in found)
    return tuple(tell_answer(name, found[name], words) for name in names)


def tell_answer(name: str, known: Known | None, words: Words) -> Answer:
    """One fact with its answer; absent is «vet ikke», never «nei»."""
    label = words.say(f"field.{name}")
    if known is None:
        return Answer(name, label, "vet_ikke", words.say("tell.dont_know_small"))
    word = words.say(f"choice.YesNoPartly.{known.value.value}")
    if known.season:
        season = known.season.said(words.language).text
        word = words.say("tell.yes_in_season", season=season[:1].lower() + season[1:])
    if known.unsure:
        return Answer(name, label, "usikker", f"{word} ({words.say('tell.unsure')})")
    return Answer(name, label, known.value.value, word)
