"""How much is fresh: entries counted as fresh, overdue and never checked; and what is unknown most often."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.check.freshness import advised, advised_and_missing
from hefte.model import Entry
from hefte.upkeep.due import State, state_of
from hefte.upkeep.today import is_reached


class Standing(NamedTuple):
    """So many entries are checked and not overdue, so many are overdue, and so many nobody has ever checked."""

    fresh: int = 0
    overdue: int = 0
    never: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def percent(self) -> int:
        """How many of a hundred are fresh; 100 only where all of them are, and 0 only where none is."""
        if not self.total:
            return 0
        share = round(100 * self.fresh / self.total)
        return min(99, max(1, share)) if 0 < self.fresh < self.total else share


class Point(NamedTuple):
    """How it stood at the end of a day."""

    day: date
    standing: Standing


class Unknown(NamedTuple):
    """A key that readers ask for: how many entries lack it, of how many."""

    key: str
    kind: type[Entry]
    missing: int
    asked: int


def standing_of(entries: Iterable[Entry], today: date) -> Standing:
    """Count entries by how they stand."""
    return counted(state_of(entry, today) for entry in entries)


def counted(states: Iterable[State]) -> Standing:
    """Count states; what is due soon is still fresh."""
    counts = Counter(states)
    return Standing(counts[State.FRESH] + counts[State.SOON], counts[State.OVERDUE], counts[State.NEVER])


def most_unknown(catalogue: Catalogue, most: int) -> tuple[Unknown, ...]:
    """The keys that most entries lack though readers ask for them, with a type that has them; most often first."""
    asked: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    kinds: dict[str, type[Entry]] = {}
    for entry in catalogue.shown:
        keys, _ = advised(type(entry))
        asked.update(keys)
        missing.update(_missing(entry, catalogue))
        kinds |= dict.fromkeys(keys, type(entry))
    rows = (Unknown(key, kinds[key], number, asked[key]) for key, number in missing.items())
    return tuple(sorted(rows, key=lambda row: (-row.missing, row.key)))[:most]


def _missing(entry: Entry, catalogue: Catalogue) -> Iterator[str]:
    """What an entry lacks; whose organiser answers the phone, does not lack a number."""
    for key in advised_and_missing(entry):
        if key != "kontakt" or not is_reached(entry, catalogue):
            yield key
