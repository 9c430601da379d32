"""What a map file holds, whichever way it is written: kinds of things, their facts, where they are."""

from collections.abc import Mapping
from typing import NamedTuple

from hefte.problem import Problem, Where
from hefte.track import Point

LARGEST_BYTES = 60_000_000
MOST_FEATURES = 50_000

_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


def plain(name: str) -> str:
    """The name of a fact as it is looked for: `årstidsbruk`, `Årstidsbruk` and `arstidsbruk` are one."""
    return name.rpartition(":")[2].casefold().translate(_PLAIN).replace("_", "")


class Feature(NamedTuple):
    """One thing on the map.

    `kind` is its object type, such as `FriluftTurvei`; `facts` are found by `plain` names; `groups` are the facts
    of objects within it that may be several, such as `FotruteInfo`. A line has points in order, a thing has one, and
    the points of an area go around it.
    """

    where: Where
    kind: str
    facts: Mapping[str, str]
    groups: tuple[Mapping[str, str], ...] = ()
    lines: tuple[tuple[Point, ...], ...] = ()
    is_area: bool = False
    is_turned: bool = False

    def fact(self, name: str) -> str:
        """The words of a fact; empty where the file is silent."""
        return self.facts.get(plain(name), "").strip()

    @property
    def is_line(self) -> bool:
        """Whether it is a way and not a thing in one spot."""
        return not self.is_area and any(len(line) > 1 for line in self.lines)

    @property
    def spot(self) -> Point | None:
        """Its first point."""
        return self.lines[0][0] if self.lines and self.lines[0] else None


class Collection(NamedTuple):
    """What could be read of a file, and what could not."""

    features: tuple[Feature, ...] = ()
    problems: tuple[Problem, ...] = ()


class Written(NamedTuple):
    """One thing on the map as it is to be written: facts by their official names, in order; a fact may be a group."""

    kind: str
    facts: Mapping[str, "str | Mapping[str, str]"]
    lines: tuple[tuple[Point, ...], ...]
