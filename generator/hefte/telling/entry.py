"""The facts of an entry, answer first, in the order in which a reader asks for them."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Activity, Entry, Event, Group, Organisation, Place, Walk
from hefte.model.choices import YesNoPartly
from hefte.model.fields import FieldRow, values_of
from hefte.model.parts import Contact, Occasion, Spot
from hefte.model.texts import Text
from hefte.model.walk import WalkParking, WalkToilet
from hefte.telling.people import answer, answers, tell_audience
from hefte.telling.price import is_free, rows_on, tell_for_two, tell_price
from hefte.telling.sources import is_unsure
from hefte.telling.values import field_label, tell_value
from hefte.telling.when import tell_event, tell_with_limits


class Fact(NamedTuple):
    """One line of facts: `name` is the field's, `answer` the bold words, `more` what stands under them."""

    name: str
    label: str
    answer: str
    more: tuple[str, ...] = ()
    unsure: bool = False
    known: bool = True


Teller = Callable[[Entry, Catalogue, Words], "Fact | None"]


def said(text: Text | None, words: Words) -> str:
    """The words of a text in the reader's language, or nothing."""
    return text.said(words.language).text if text else ""


def _fact(entry: Entry, name: str, alias: str, words: Words, told: str, *more: str) -> Fact:
    label = words.say(f"field.{name}")
    kept = tuple(part for part in more if part)
    return Fact(name, label, told, kept, unsure=is_unsure(entry, alias))


def unknown(name: str, words: Words) -> Fact:
    """A fact that nobody has told us; it looks like that."""
    return Fact(name, words.say(f"field.{name}"), words.say("tell.dont_know"), known=False)


def schedule_of(entry: Entry) -> tuple[Occasion, ...]:
    """The rows that say when an activity or a group meets, or a place is open."""
    for name in ("when", "meets", "opening_hours"):
        rows: tuple[Occasion, ...] | None = getattr(entry, name, None)
        if rows:
            return rows
    return ()


def when(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:  # noqa: ARG001
    """When it is, or is open."""
    if isinstance(entry, Walk):
        return None
    told, limits = when_told(entry, words)
    name = "opening_hours" if isinstance(entry, Place | Organisation) else "when"
    if not told:
        return unknown(name, words) if isinstance(entry, Activity | Event | Place) else None
    alias = {"Group": "møtes", "Event": "start"}.get(type(entry).__name__, "når")
    return _fact(entry, name, "åpningstider" if name == "opening_hours" else alias, words, "; ".join(told), *limits)


def when_told(entry: Entry, words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """When something is, as its days and hours and, apart from them, its dates and remarks."""
    if isinstance(entry, Event) and entry.start is not None:
        return tell_event(entry, words), ()
    rows = (entry.when or ()) if isinstance(entry, Event) else schedule_of(entry)
    return tell_with_limits(rows, words)


def tell_spot(spot: Spot) -> tuple[str, str]:
    """A place as (name, address)."""
    town = " ".join(filter(None, (spot.postal_code, spot.town)))
    address = ", ".join(filter(None, (spot.address, town)))
    return (spot.name or address, address if spot.name else "")


def place(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:
    """Where it is."""
    venue = catalogue.venue(entry)
    spot = catalogue.spot(entry)
    if venue is None and spot is None:
        return None if isinstance(entry, Walk | Organisation | Group) else unknown("place", words)
    name, address = tell_spot(spot) if spot else ("", "")
    title = said(venue.title, words) if venue else name
    alias = "start" if isinstance(entry, Walk) and entry.place is None else "sted"
    label = "start" if alias == "start" else "place"
    return _fact(entry, label, alias, words, title, address if address != title else "")


def price(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:
    """What it costs for two, with every price below."""
    if not entry.price:
        return unknown("price", words) if isinstance(entry, Activity | Event) else None
    if is_free(entry):
        return _fact(entry, "price", "pris", words, tell_price(entry, catalogue.today, words))
    label = words.say("fact.price_for_two")
    told = tell_for_two(entry, catalogue.today, words)
    rows = tell_price(entry, catalogue.today, words) if len(rows_on(entry, catalogue.today)) > 1 else ""
    return _fact(entry, "price", "pris", words, told, rows)._replace(label=label)


def audience(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:  # noqa: ARG001
    """Whom it is for."""
    told = tell_audience(entry.audience, words)
    return _fact(entry, "audience", "målgruppe", words, told) if told else None


def adapted(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:  # noqa: ARG001
    """How far it is adapted; for what people come to, silence is told as such."""
    if entry.adapted is None:
        return unknown("adapted", words) if isinstance(entry, Activity | Event) else None
    degree = words.say(f"choice.Adapted.{entry.adapted.degree.value}")
    return _fact(entry, "adapted", "tilrettelagt", words, degree, said(entry.adapted.how, words))


def sign_up(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:  # noqa: ARG001
    """Whether one must get in touch first."""
    if entry.sign_up is None:
        return None
    needed = words.say(f"choice.SignUp.{entry.sign_up.needed.value}")
    deadline = entry.sign_up.deadline
    before = words.say("fact.deadline", day=norwegian.day(deadline, words.language)) if deadline else ""
    return _fact(entry, "sign_up", "påmelding", words, needed, said(entry.sign_up.how, words), before)


def transport(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:
    """How to get there by bus or train; the venue's words serve where the entry has none."""
    venue = catalogue.venue(entry)
    way = entry.transport or (venue.transport if venue else None)
    if way is None:
        return None
    stop = way.stop
    far = (
        words.say("fact.from_here", distance=norwegian.distance(stop.distance, words.language))
        if stop and stop.distance
        else ""
    )
    lines = words.say("fact.lines", lines=said(stop.lines, words)) if stop and stop.lines else ""
    first = ", ".join(filter(None, (stop.name if stop else "", far))) or said(way.text, words)
    second = said(way.text, words) if stop else ""
    return _fact(entry, "transport", "transport", words, first, lines, second)


def parking(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:  # noqa: ARG001
    """Where a walk's car park is, and the accessible spaces first."""
    spot = entry.parking if isinstance(entry, Walk) else None
    if spot is None:
        return None
    return _fact(entry, "parking", "parkering", words, _spaces(spot, words), *_more_parking(spot, words))


def _spaces(spot: WalkParking, words: Words) -> str:
    told = spot.name or words.say("fact.parking_there")
    if spot.accessible_spaces is not None:
        told = words.say_count("fact.accessible_spaces", spot.accessible_spaces)
    elif spot.spaces is not None:
        told = words.say_count("fact.spaces", spot.spaces)
    away = _from_start(spot.distance, words)
    return f"{told}, {away}" if away else told


def _from_start(metres: float | None, words: Words) -> str:
    return (
        words.say("fact.from_start", distance=norwegian.distance(metres, words.language)) if metres is not None else ""
    )


def _more_parking(spot: WalkParking, words: Words) -> Iterator[str]:
    if spot.name and (spot.accessible_spaces is not None or spot.spaces is not None):
        yield spot.name
    if spot.accessible_width_cm:
        yield words.say("fact.parking_width", width=norwegian.number(spot.accessible_width_cm, 0, words.language))
    if spot.fee is not None:
        yield (
            words.say("fact.parking_free")
            if not spot.fee
            else words.say("fact.parking_fee", kroner=norwegian.kroner(spot.fee, words.language))
        )
    if spot.note:
        yield said(spot.note, words)


def toilet(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:  # noqa: ARG001
    """The nearest toilet of a walk, and whether a wheelchair gets in."""
    if not isinstance(entry, Walk):
        return None
    if entry.toilet is None:
        return unknown("accessible_toilet", words)
    told = ", ".join(filter(None, (_wheelchair_toilet(entry.toilet, words), _from_start(entry.toilet.distance, words))))
    return _fact(entry, "accessible_toilet", "toalett", words, told, *_more_toilet(entry.toilet, words))


def _wheelchair_toilet(room: WalkToilet, words: Words) -> str:
    if room.accessible is None:
        return words.say("fact.toilet_there")
    return words.say(f"choice.YesNoPartly.{room.accessible.value}")


def _more_toilet(room: WalkToilet, words: Words) -> Iterator[str]:
    for text in (room.hours, room.season, room.note):
        if text:
            yield said(text, words)
    if room.key_needed is not None:
        yield words.say("fact.key_needed" if room.key_needed else "fact.no_key")


def contact_of(entry: Entry, catalogue: Catalogue) -> Contact | None:
    """Whom to call: the entry's own contact, its organiser's, its venue's, or the service's."""
    organiser, venue = catalogue.organiser(entry), catalogue.venue(entry)
    for one in (entry, organiser, venue):
        if one is not None and one.contact is not None:
            return one.contact
    return catalogue.settings.contact


FACTS: tuple[Teller, ...] = (when, place, price, audience, adapted, sign_up, transport, parking, toilet)
"""The facts that stand first, in the order of the reader's questions."""

TOLD_ELSEWHERE = frozenset(
    (
        "id",
        "title",
        "short_title",
        "lead",
        "body",
        "categories",
        "tags",
        "municipalities",
        "area",
        "audience",
        "adapted",
        "suited",
        "price",
        "companion_card",
        "place",
        "transport",
        "contact",
        "organiser",
        "sign_up",
        "pictures",
        "checked",
        "status",
        "notice",
        "shown_from",
        "shown_until",
        "sources",
        "when",
        "meets",
        "opening_hours",
        "start",
        "end",
        "length",
        "slow_minutes",
        "surfaces",
        "track",
        "track_source",
        "stretches",
        "parking",
        "toilet",
        "sights",
        "judgements",
        "inspections",
        "accessible_toilet",
        "accessible_parking",
        "hearing_loop",
        "plan",
        "does",
        "cancelled",
        "base",
        "climb_m",
        "visiting_address",
        "part_of",
        "sight",
    )
)
"""Fields that have a place of their own; every other known field is listed by its label."""


def first_facts(entry: Entry, catalogue: Catalogue, words: Words) -> tuple[Fact, ...]:
    """The facts that have a teller of their own."""
    told = (teller(entry, catalogue, words) for teller in FACTS)
    return tuple(fact for fact in told if fact is not None)


def other_facts(entry: Entry, words: Words) -> tuple[Fact, ...]:
    """Every other known field, told by its kind: a new field needs no line here."""
    rows = ((row, value) for row, value in values_of(entry) if row.name not in TOLD_ELSEWHERE and not row.own)
    return tuple(_told(entry, row, value, words) for row, value in rows)


def _told(entry: Entry, row: FieldRow, value: object, words: Words) -> Fact:
    label = field_label(type(entry), row, words)
    return Fact(row.name, label, tell_value(row, value, words), unsure=is_unsure(entry, row.alias))


def yes_no_facts(entry: Entry, catalogue: Catalogue, words: Words) -> tuple[tuple[str, str, str, str], ...]:
    """What one can count on, as (name, label, status, word); the venue's facts serve where the entry is silent."""
    venue = entry if isinstance(entry, Place) else catalogue.venue(entry)
    found = {one.name: one for one in answers(entry.suited, words, always=_always(entry))}
    if venue is not None:
        for name, value in _venue_answers(venue):
            if value is not None and (name not in found or found[name].status == "vet_ikke"):
                found[name] = answer(name, value, words)
    return tuple(found.values())


def _always(entry: Entry) -> tuple[str, ...]:
    return () if isinstance(entry, Walk | Organisation) else ("wheelchair_in", "accessible_toilet")


def _venue_answers(venue: Place) -> Iterator[tuple[str, YesNoPartly | None]]:
    if venue.suited:
        yield "wheelchair_in", venue.suited.wheelchair_in
        yield "accessible_toilet", venue.suited.accessible_toilet
    yield "accessible_toilet", venue.accessible_toilet.answer if venue.accessible_toilet else None
    yield "accessible_parking", venue.accessible_parking.answer if venue.accessible_parking else None
    yield "hearing_loop", venue.hearing_loop


def checked(entry: Entry, words: Words) -> str:
    """Who checked the entry and when, or that nobody has."""
    if entry.checked is None:
        return words.say("fact.not_checked")
    on = norwegian.day(entry.checked.day, words.language)
    by = said(entry.checked.by, words)
    return words.say("fact.checked_by", day=on, by=by) if by else words.say("fact.checked_on", day=on)


def is_overdue(entry: Entry, today: date) -> bool:
    """Whether the next check should have been done; 6 months for events and groups, 12 for the rest."""
    if entry.checked is None:
        return False
    due = entry.checked.next or _months_after(entry.checked.day, 6 if isinstance(entry, Event | Group) else 12)
    return today > due


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))
