"""Which entries must be checked, worst first: never checked, overdue, due within the next weeks."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hefte.catalogue import Catalogue, is_shown
from hefte.model import Entry
from hefte.telling.freshness import next_check
from hefte.upkeep.harm import SOON, WEIGHTS, Reason, reasons_of

_HALF_A_YEAR, _HEAVIEST = 182, 4
"""Each half-year too late weighs as much as a small reason, up to two years."""


class State(StrEnum):
    """How an entry stands today, the worst first."""

    NEVER = "never"
    OVERDUE = "overdue"
    SOON = "soon"
    FRESH = "fresh"


_RANKS = {state: rank for rank, state in enumerate(State)}


class Due(NamedTuple):
    """An entry that must be checked: how it stands, its day (None where nobody ever checked), and why it matters."""

    entry: Entry
    state: State
    day: date | None
    reasons: tuple[Reason, ...]
    late_days: int = 0

    @property
    def rank(self) -> tuple[int, int, date]:
        """What sorts the worst first: the state, then what does most harm, then the longest overdue."""
        weight = sum(WEIGHTS[reason] for reason in self.reasons)
        weight += min(self.late_days // _HALF_A_YEAR, _HEAVIEST)
        return _RANKS[self.state], -weight, self.day or date.min


def state_of(entry: Entry, today: date) -> State:
    """How an entry stands on a day."""
    if entry.checked is None:
        return State.NEVER
    day = next_check(entry, entry.checked)
    if day < today:
        return State.OVERDUE
    return State.SOON if day <= today + SOON else State.FRESH


def due_entries(catalogue: Catalogue) -> tuple[Due, ...]:
    """The entries that are published, or soon will be, and must be checked; worst first, then as in the catalogue."""
    today = catalogue.today
    coming = (entry for entry in catalogue.entries if is_shown(entry, today) or is_shown(entry, today + SOON))
    found = (_due(entry, catalogue) for entry in coming)
    return tuple(sorted((due for due in found if due.state is not State.FRESH), key=lambda due: due.rank))


def _due(entry: Entry, catalogue: Catalogue) -> Due:
    today = catalogue.today
    day = next_check(entry, entry.checked) if entry.checked else None
    late = (today - day).days if day else 0
    return Due(entry, state_of(entry, today), day, reasons_of(entry, catalogue.settings, today), max(0, late))
