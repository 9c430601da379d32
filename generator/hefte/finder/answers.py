"""How an entry answers each filter: the codes of the choices it belongs to, none where the filter is not about it.

What nobody knows, or a source is unsure of, is the answer «vet-ikke», never a yes or a no.
"""

from collections.abc import Callable, Iterable

from hefte.finder.look import Look
from hefte.model import Activity, Group, Walk
from hefte.model.choices import Discount, Indoors, Places, Season, SignUp, YesNoPartly
from hefte.model.kinds import Choice
from hefte.model.walk_choices import Verdict
from hefte.norwegian import slug
from hefte.telling.people import Known
from hefte.telling.price import has_conditions
from hefte.telling.walk import slow_minutes, stated_wheelchair

UNKNOWN = "vet-ikke"
YES, PARTLY, NO = "ja", "delvis", "nei"
_NOBODY_KNOWS = (UNKNOWN,)

Answers = Iterable[str]
Reader = Callable[[Look], Answers]

KRONER = (50, 100, 200, 500)
STOP_METRES = (200, 500, 1000)
REACH_METRES = (500, 1000, 2000)
AGES = ((0, 5), (6, 12), (13, 17), (18, 25), (26, 54), (55, 199))
MINUTES = ((0, 30), (31, 60), (61, 120), (121, 100_000))
"""Choices of amounts: «under 100 kr», «inntil 500 m», «minst 1 km», and the bands of ages and minutes."""


def code_of(choice: Choice) -> str:
    """The code of a choice as it stands in an address: a to z and hyphens."""
    return slug(choice.value)


def one_of(name: str, alias: str) -> Reader:
    """A filter for a field that holds a code, or a list of codes."""

    def read(seen: Look) -> Answers:
        value: Choice | tuple[Choice, ...] | None = getattr(seen.entry, name)
        if not value or seen.is_unsure(alias):
            return _NOBODY_KNOWS
        return tuple(map(code_of, value)) if isinstance(value, tuple) else (code_of(value),)

    return read


def kind(seen: Look) -> Answers:
    """The folder of the entry."""
    return (seen.entry.folder,)


def categories(seen: Look) -> Answers:
    """Its categories, and those above them."""
    found = list(seen.entry.categories)
    for code in found:
        category = seen.catalogue.categories.get(code)
        if category and category.parent and category.parent not in found:
            found.append(category.parent)
    return tuple(map(slug, found))


def area(seen: Look) -> Answers:
    """Its own neighbourhood, or its venue's."""
    named = seen.catalogue.area_of(seen.entry)
    return (slug(named),) if named else _NOBODY_KNOWS


def municipality(seen: Look) -> Answers:
    """The numbers of its municipalities."""
    return tuple(map(slug, seen.entry.municipalities))


def price_with_card(seen: Look) -> Answers:
    """The price for two where the companion card may be used; where nobody says whether, also «vet ikke»."""
    two = seen.two
    if two.card is None and two.with_card != two.without_card:
        return (*_under(two.without_card, seen), UNKNOWN)
    return _under(two.with_card if two.with_card is not None else _refused(seen), seen)


def _refused(seen: Look) -> float | None:
    """What two pay where the card is not taken; what a discount leaves nobody has said."""
    return seen.two.without_card if seen.two.card is Discount.NO else None


def price_without_card(seen: Look) -> Answers:
    """The price for two who both pay."""
    return _under(seen.two.without_card, seen)


def _under(kroner: float | None, seen: Look) -> tuple[str, ...]:
    if kroner is None or seen.is_unsure("pris") or (not kroner and has_conditions(seen.entry)):
        return _NOBODY_KNOWS
    under = tuple(f"under-{limit}" for limit in KRONER if kroner < limit)
    return under if kroner else ("gratis", *under)


def ages(seen: Look) -> Answers:
    """The bands of ages that overlap with its own."""
    stated = seen.entry.audience.ages if seen.entry.audience else None
    if stated is None or seen.is_unsure("målgruppe"):
        return _NOBODY_KNOWS
    youngest, oldest = stated[0] or 0, 199 if stated[1] is None else stated[1]
    return tuple(str(low) for low, high in AGES if low <= oldest and high >= youngest)


def people(seen: Look) -> Answers:
    """The groups of people it is for."""
    stated = seen.entry.audience.people if seen.entry.audience else ()
    return tuple(map(code_of, stated)) if stated and not seen.is_unsure("målgruppe") else _NOBODY_KNOWS


def indoors(seen: Look) -> Answers:
    """Inside, outside, or both."""
    stated = seen.entry.indoors
    if stated is None or seen.is_unsure("inne_ute"):
        return _NOBODY_KNOWS
    return ("inne", "ute") if stated is Indoors.BOTH else (code_of(stated),)


def season(seen: Look) -> Answers:
    """Its seasons; all year is all four."""
    stated = seen.entry.season
    if not stated or seen.is_unsure("sesong"):
        return _NOBODY_KNOWS
    return tuple(map(code_of, SEASONS if Season.ALL_YEAR in stated else stated))


SEASONS = (Season.SPRING, Season.SUMMER, Season.AUTUMN, Season.WINTER)


def minutes(seen: Look) -> Answers:
    """How long it takes; a walk at a slow pace."""
    entry = seen.entry
    taken = entry.minutes
    alias = "varighet_min"
    if taken is None and isinstance(entry, Walk):
        taken, alias = slow_minutes(entry), "varighet_rolig_min" if entry.slow_minutes else "lengde"
    if taken is None or seen.is_unsure(alias):
        return _NOBODY_KNOWS
    return tuple(str(low) for low, high in MINUTES if low <= taken <= high)


def adapted(seen: Look) -> Answers:
    """How far it is adapted."""
    stated = seen.entry.adapted
    return (code_of(stated.degree),) if stated and not seen.is_unsure("tilrettelagt") else _NOBODY_KNOWS


def counts_on(name: str) -> Reader:
    """A filter for one of the facts in `egnet`, the venue's where the entry is silent."""
    return lambda seen: _known(seen.counted.get(name))


def _known(known: Known | None) -> Answers:
    return _NOBODY_KNOWS if known is None or known.unsure else (known.value.value,)


def wheelchair(seen: Look) -> Answers:
    """Whether a wheelchair gets in; on a walk, whether it gets all the way, by what is measured or else stated."""
    if not isinstance(seen.entry, Walk):
        return _known(seen.counted.get("wheelchair_in"))
    if seen.reach is None:
        return _known(stated_wheelchair(seen.entry))
    if seen.reach.is_whole:
        return (YES,)
    if seen.reach.easy_m or seen.reach.heavier_m:
        return (PARTLY,)
    return (NO,) if seen.reach.verdict is Verdict.NOT else _NOBODY_KNOWS


def toilet(seen: Look) -> Answers:
    """Whether there is a toilet for wheelchairs, as the mark of the entry has it."""
    return _known(seen.counted.get("accessible_toilet"))


def walk_class(seen: Look) -> Answers:
    """The official class of a walk for a manual wheelchair."""
    if not isinstance(seen.entry, Walk):
        return ()
    if seen.reach is None or seen.reach.verdict is Verdict.NOT_ASSESSED:
        return _NOBODY_KNOWS
    return (seen.reach.verdict.value,)


def reach(seen: Look) -> Answers:
    """How far a manual wheelchair surely gets; where something unmeasured ends it, also «vet ikke»."""
    if not isinstance(seen.entry, Walk):
        return ()
    if seen.reach is None:
        return _NOBODY_KNOWS
    found = [f"minst-{metres}" for metres in REACH_METRES if seen.reach.easy_m >= metres]
    after = seen.reach.at(seen.reach.easy_m)
    open_end = (UNKNOWN,) if after is not None and after.verdict is Verdict.NOT_ASSESSED else ()
    return (*(("hele",) if seen.reach.is_whole else ()), *found, *open_end)


def of_walks(name: str, alias: str) -> Reader:
    """A filter for a field that only walks have; other entries are not about it."""
    read = one_of(name, alias)

    def read_walk(seen: Look) -> Answers:
        return read(seen) if isinstance(seen.entry, Walk) else ()

    return read_walk


def ploughed(seen: Look) -> Answers:
    """Whether snow is cleared from a walk."""
    if not isinstance(seen.entry, Walk):
        return ()
    stated = seen.entry.winter.ploughed if seen.entry.winter else None
    return (code_of(stated),) if stated and not seen.is_unsure("vinter") else _NOBODY_KNOWS


def stop_near(seen: Look) -> Answers:
    """How near the stop is; the venue's serves where the entry has none."""
    venue = seen.catalogue.venue(seen.entry)
    way = seen.entry.transport or (venue.transport if venue else None)
    distance = way.stop.distance if way and way.stop else None
    if distance is None or seen.is_unsure("transport"):
        return _NOBODY_KNOWS
    return tuple(f"inntil-{metres}" for metres in STOP_METRES if distance <= metres)


def drop_in(seen: Look) -> Answers:
    """Whether one may simply come; nobody signs up for a walk."""
    stated = seen.entry.sign_up
    if stated is None and isinstance(seen.entry, Walk):
        return (YES,)
    if stated is None or seen.is_unsure("påmelding"):
        return _NOBODY_KNOWS
    return (YES,) if stated.needed is SignUp.NO else (NO,)


def places_left(seen: Look) -> Answers:
    """Whether there is room; a waiting list is neither yes nor no."""
    entry = seen.entry
    if isinstance(entry, Group):
        return _room(entry.has_room) if not seen.is_unsure("ledig") else _NOBODY_KNOWS
    if not isinstance(entry, Activity):
        return ()
    if entry.places_left is None or seen.is_unsure("ledige_plasser"):
        return _NOBODY_KNOWS
    return ({Places.YES: YES, Places.NO: NO, Places.WAITING_LIST: PARTLY}[entry.places_left],)


def _room(has_room: bool | None) -> Answers:
    if has_room is None:
        return _NOBODY_KNOWS
    return (YES,) if has_room else (NO,)


def companion_card(seen: Look) -> Answers:
    """Whether the companion card is taken; a discount is partly."""
    stated = seen.entry.companion_card
    if stated is None or seen.is_unsure("ledsagerbevis"):
        return _NOBODY_KNOWS
    return (_CARDS[stated].value,)


_CARDS = {
    Discount.YES: YesNoPartly.YES,
    Discount.REDUCED: YesNoPartly.PARTLY,
    Discount.NO: YesNoPartly.NO,
}
