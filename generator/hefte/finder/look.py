"""What a filter may ask about: an entry, what its venue adds, its price for two, and how far a wheelchair gets."""

from collections.abc import Mapping
from typing import NamedTuple

from hefte.assessment.reach import Reach
from hefte.assessment.rules import Rules
from hefte.catalogue import Catalogue
from hefte.model import Entry, Walk
from hefte.telling.people import Known
from hefte.telling.price import ForTwo, price_for_two
from hefte.telling.settled import settled
from hefte.telling.sources import is_unsure
from hefte.telling.themes import is_measured
from hefte.telling.walk import wheelchair_reach


class Look(NamedTuple):
    """An entry as the filters see it; `reach` is None where it is no walk, or nobody sure has measured it."""

    entry: Entry
    catalogue: Catalogue
    counted: Mapping[str, Known | None]
    two: ForTwo
    reach: Reach | None

    def is_unsure(self, alias: str) -> bool:
        """Whether a source is unsure of the fact, so that it may answer neither yes nor no."""
        return bool(self.entry.sources) and is_unsure(self.entry, alias)


def look(entry: Entry, catalogue: Catalogue, rules: Rules) -> Look:
    """Gather once what several filters ask."""
    reach = wheelchair_reach(entry, rules) if isinstance(entry, Walk) and is_measured(entry) else None
    return Look(entry, catalogue, settled(entry, catalogue, rules), price_for_two(entry, catalogue.today), reach)
