"""Freshness: when somebody last made sure that an entry is right, and what it still lacks."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import attrgetter

from hefte.catalogue import Catalogue
from hefte.model import Entry, Event, Group, Organisation, Place, Walk
from hefte.model.choices import Status
from hefte.model.fields import fields_of
from hefte.model.kinds import Need
from hefte.problem import Problem, Rule
from hefte.telling.freshness import next_check

_OF_OFFERS = frozenset(("arrangør", "påmelding", "energi", "varighet_min", "sesong", "målgruppe", "inne_ute", "pris"))
# What a reader does not ask about this type, though every entry may tell it.
NOT_ASKED: Mapping[type[Entry], frozenset[str]] = {
    Organisation: _OF_OFFERS | {"ledsagerbevis", "fritidskort", "tilrettelagt", "egnet", "transport"},
    Place: (_OF_OFFERS | {"fritidskort"}) - {"pris"},
    Walk: frozenset(("arrangør", "påmelding", "sted", "ledsagerbevis", "fritidskort", "inne_ute", "målgruppe")),
    Group: frozenset(("arrangør", "sted", "sesong", "ledsagerbevis", "fritidskort")),
    Event: frozenset(("sesong", "varighet_min", "fritidskort")),
}


def entries_are_checked(catalogue: Catalogue) -> Iterator[Problem]:
    """An old phone number is worse than none: somebody calls it."""
    for entry in _alive(catalogue):
        if entry.checked is None:
            yield Problem(entry.where(), Rule.NOT_CHECKED)
        elif entry.checked.day <= catalogue.today:
            due = next_check(entry, entry.checked)
            if due < catalogue.today:
                values = {"checked": entry.checked.day.isoformat(), "due": due.isoformat()}
                yield Problem(entry.where("kontrollert"), Rule.NOT_CHECKED_LATELY, values)


def checks_are_not_in_the_future(catalogue: Catalogue) -> Iterator[Problem]:
    """Nobody has checked tomorrow what is true today."""
    for entry in _alive(catalogue):
        if entry.checked and entry.checked.day > catalogue.today:
            values = {"value": entry.checked.day.isoformat(), "today": catalogue.today.isoformat()}
            yield Problem(entry.where("kontrollert", "dato"), Rule.CHECKED_IN_THE_FUTURE, values)
        for index, inspection in enumerate(entry.inspections if isinstance(entry, Walk) else ()):
            if inspection.day > catalogue.today:
                values = {"value": inspection.day.isoformat(), "today": catalogue.today.isoformat()}
                where = entry.where("kontroller", index, "dato")
                yield Problem(where, Rule.CHECKED_IN_THE_FUTURE, values)


def advised_fields_are_filled(catalogue: Catalogue) -> Iterator[Problem]:
    """One notice for each entry: what a reader would ask about and not find; the same ones share their values."""
    said: dict[tuple[str, ...], Mapping[str, object]] = {}
    for entry in _alive(catalogue):
        missing = advised_and_missing(entry)
        if missing:
            yield Problem(entry.where(), Rule.ADVISED_FIELDS_MISSING, said.setdefault(missing, {"keys": missing}))


def advised_and_missing(entry: Entry) -> tuple[str, ...]:
    """The keys that a reader would ask about and not find."""
    keys, values_of = advised(type(entry))
    return tuple(key for key, value in zip(keys, values_of(entry), strict=True) if value is None or value == ())


@cache
def advised(kind: type[Entry]) -> tuple[tuple[str, ...], Callable[[Entry], tuple[object, ...]]]:
    """The keys that a reader asks for in entries of a type, and what gets their values."""
    not_asked = NOT_ASKED.get(kind, frozenset()) | {"kontrollert"}
    rows = [row for row in fields_of(kind) if row.need is Need.ADVISED and row.alias not in not_asked]
    return tuple(row.alias for row in rows), attrgetter(*(row.name for row in rows))


def _alive(catalogue: Catalogue) -> Iterator[Entry]:
    """All entries but those that are closed down: nobody shall call about them."""
    return (entry for entry in catalogue.entries if entry.status is not Status.DEFUNCT)
