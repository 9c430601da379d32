"""The facts of an entry, answer first, in the order in which a reader asks for them."""

from collections.abc import Callable, Mapping, Sequence

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Activity, Entry, Event, Organisation, Place, Walk
from hefte.model.choices import Follows
from hefte.model.fields import FieldRow, values_of
from hefte.model.parts import PriceRow
from hefte.telling.along import ALONG
from hefte.telling.facts import Fact, known, said, unknown
from hefte.telling.getting_there import parking, toilet, transport
from hefte.telling.pace import pace
from hefte.telling.people import tell_audience
from hefte.telling.price import bought_once, is_free, rows_on, tell_for_two, tell_price
from hefte.telling.sources import is_unsure
from hefte.telling.values import field_label, tell_value
from hefte.telling.when import capital, one_after_another, schedule_of, stated_as, tell_when, when_told
from hefte.telling.where import place

Teller = Callable[[Entry, Catalogue, Words], "Fact | None"]


def when(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:
    """When it is, or is open."""
    if isinstance(entry, Walk):
        return None
    told, limits = when_told(entry, words)
    name = "opening_hours" if isinstance(entry, Place | Organisation) else "when"
    if not told:
        if isinstance(entry, Event):
            return unknown(name, words)._replace(
                answer=words.say("tell.date_unknown"), more=tuple(map(capital, limits))
            )
        return unknown(name, words) if isinstance(entry, Activity | Place) else None
    hours = _hours_followed(entry, catalogue, words)
    if told == (capital(words.say("tell.always")),):
        told = (words.say("tell.always_open" if name == "opening_hours" else "tell.as_you_like"),)
    return known(entry, name, stated_as(entry), words, one_after_another(told, "; "), *hours, *limits)


def _hours_followed(entry: Entry, catalogue: Catalogue, words: Words) -> tuple[str, ...]:
    """The opening hours that «i åpningstida» speaks of: the entry's own, else its venue's."""
    if not _follows_hours(entry):
        return ()
    venue = catalogue.venue(entry)
    own = entry.opening_hours if isinstance(entry, Activity) else None
    return tell_when(own or (venue.opening_hours if venue else None) or (), words)


def price(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:
    """What it costs for two, with every price below; what is bought once is told as it stands."""
    if not entry.price:
        return unknown("price", words) if isinstance(entry, Activity | Event) else None
    if is_free(entry) or bought_once(entry, catalogue.today):
        return known(entry, "price", "pris", words, tell_price(entry, catalogue.today, words))
    label = words.say("fact.price_for_two")
    told = tell_for_two(entry, catalogue.today, words)
    rows = tell_price(entry, catalogue.today, words) if _says_more(rows_on(entry, catalogue.today)) else ""
    return known(entry, "price", "pris", words, told, rows)._replace(label=label)


def _says_more(rows: Sequence[PriceRow]) -> bool:
    """Whether prices are several, or one that is for something in particular."""
    return len(rows) > 1 or any(row.name or row.covers or row.condition for row in rows)


def audience(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:  # noqa: ARG001
    """Whom it is for."""
    told = tell_audience(entry.audience, words)
    return known(entry, "audience", "målgruppe", words, told) if told else None


def adapted(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:  # noqa: ARG001
    """How far it is adapted; for what people come to, silence is told as such."""
    if entry.adapted is None:
        return unknown("adapted", words) if isinstance(entry, Activity | Event) else None
    degree = words.say(f"choice.Adapted.{entry.adapted.degree.value}")
    return known(entry, "adapted", "tilrettelagt", words, degree, said(entry.adapted.how, words))


def sign_up(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:  # noqa: ARG001
    """Whether one must get in touch first."""
    if entry.sign_up is None:
        return None
    needed = words.say(f"choice.SignUp.{entry.sign_up.needed.value}")
    deadline = entry.sign_up.deadline
    before = words.say("fact.deadline", day=norwegian.day(deadline, words.language)) if deadline else ""
    return known(entry, "sign_up", "påmelding", words, needed, said(entry.sign_up.how, words), before)


FACTS: tuple[Teller, ...] = (when, place, price, audience, adapted, sign_up, transport, parking, toilet, pace)
"""The facts that stand first, in the order of the reader's questions."""

_OF_THEIR_OWN = """
    id title short_title lead body categories tags municipalities area audience adapted suited price
    companion_card place transport contact organiser sign_up pictures checked status notice shown_from
    shown_until sources when meets opening_hours start end length slow_minutes surfaces track track_source
    stretches parking toilet sights judgements accessible_toilet accessible_parking hearing_loop
    plan does cancelled moved base climb_m visiting_address part_of sight grade
    drinking_water shelter
    """
TOLD_ELSEWHERE = frozenset(_OF_THEIR_OWN.split())
"""Fields that have a place of their own; every other known field is listed by its label."""


def first_facts(entry: Entry, catalogue: Catalogue, words: Words) -> tuple[Fact, ...]:
    """The facts that have a teller of their own."""
    told = (teller(entry, catalogue, words) for teller in FACTS)
    return tuple(fact for fact in told if fact is not None)


def other_facts(entry: Entry, words: Words) -> tuple[Fact, ...]:
    """Every other known field, told by its kind: a new field needs no line here; then what says more than its field."""
    rows = ((row, value) for row, value in values_of(entry) if not row.own and not _is_told(entry, row.name))
    along = (teller(entry, words) for teller in ALONG) if isinstance(entry, Walk) else ()
    return (*(_told(entry, row, value, words) for row, value in rows), *filter(None, along))


def _has_hours_of_its_own(entry: Entry) -> bool:
    return isinstance(entry, Activity) and bool(entry.when) and not _follows_hours(entry)


def _follows_hours(entry: Entry) -> bool:
    return any(row.follows is Follows.OPENING_HOURS for row in schedule_of(entry))


def _has_slopes(entry: Entry) -> bool:
    return isinstance(entry, Walk) and any(part.slope_degrees is not None for part in entry.stretches)


def _has_more(name: str) -> Callable[[Entry], bool]:
    """Whether a facility is told with more than the answer, which is a chip."""
    return lambda entry: any(row.name != "answer" for row, _ in values_of(getattr(entry, name)))


_LISTED: Mapping[str, Callable[[Entry], bool]] = {
    "opening_hours": _has_hours_of_its_own,
    "end": lambda entry: isinstance(entry, Walk),
    "climb_m": _has_slopes,
    "companion_card": lambda entry: not entry.price,
    "base": lambda entry: entry.place is not None,
    "visiting_address": lambda entry: entry.place is not None,
    "accessible_toilet": _has_more("accessible_toilet"),
    "accessible_parking": _has_more("accessible_parking"),
}
"""When a known field is listed though it often has a place of its own."""


def _is_told(entry: Entry, name: str) -> bool:
    """Whether a field stands in its own place on this entry's page."""
    return name in TOLD_ELSEWHERE and not (name in _LISTED and _LISTED[name](entry))


def _told(entry: Entry, row: FieldRow, value: object, words: Words) -> Fact:
    label = field_label(type(entry), row, words)
    return Fact(row.name, label, tell_value(row, value, words), unsure=is_unsure(entry, row.alias))
