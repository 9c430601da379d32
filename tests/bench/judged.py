"""The judged queries of tests/search, and how well an order of entries answers them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from math import log2
from pathlib import Path
from typing import NamedTuple

import yaml

from hefte.catalogue import Catalogue
from hefte.doors.build import look_through
from hefte.model import Entry
from hefte.model.fields import fields_of
from hefte.model.parts import Suited
from hefte.telling.people import counted_on

HOUSE = Path(__file__).resolve().parent.parent.parent
HALVES = ("tuning", "final")
DAY = date(2026, 11, 22)
EKSEMPELVIK = "tests/eksempelvik"


class Query(NamedTuple):
    """What somebody typed, of which kind it is, where, and the grade of each right entry by its id."""

    text: str
    kind: str
    language: str
    content: str
    right: Mapping[str, int]


class Score(NamedTuple):
    """Shares from 0 to 1: right at first, right among three, 1 / place of the first, nDCG of ten, recall of ten.

    `half`: at least half of the right entries that have room in the first ten are there.
    """

    first: float
    three: float
    reciprocal: float
    gain: float
    recall: float
    half: float


@cache
def catalogue(content: str) -> Catalogue:
    """A content folder of this repository as it stands on the day of the judgements."""
    found = look_through(HOUSE / content, DAY).catalogue
    assert found is not None
    return found


def queries(half: str) -> tuple[Query, ...]:
    """One half of the set, with the rules resolved to ids; what is not shown on the day is not asked for."""
    kinds = yaml.safe_load((HOUSE / "tests" / "search" / f"{half}.yaml").read_text("utf-8"))
    return tuple(_query(kind, row) for kind, rows in kinds.items() for row in rows)


def _query(kind: str, row: Mapping[str, str]) -> Query:
    content = row.get("content", EKSEMPELVIK)
    right: dict[str, int] = {}
    for grade, names in ((2, row.get("exact", ())), (1, row.get("fine", ()))):
        for name in names:
            for entry in _meant(name, catalogue(content)):
                right.setdefault(entry.id, grade)
    return Query(str(row["query"]), kind, row.get("language", "nb"), content, right)


def _meant(name: str, there: Catalogue) -> Iterable[Entry]:
    rule, rest = name[0], name[1:]
    if rule == "@":
        return (entry for entry in there.shown if entry.folder == rest)
    if rule == "%":
        return (entry for entry in there.shown if rest in entry.categories)
    if rule == "*":
        field = next(row.name for row in fields_of(Suited) if row.alias == rest)
        return (entry for entry in there.shown if _says_yes(entry, there, field))
    return (entry for entry in there.shown if entry.id == name)


def _says_yes(entry: Entry, there: Catalogue, field: str) -> bool:
    known = counted_on(entry, there).get(field)
    return known is not None and known.value.value == "ja"


def score(query: Query, found: Sequence[str]) -> Score:
    """How well the ids found answer a query."""
    grades = [query.right.get(identity, 0) for identity in found[:10]]
    room = min(10, len(query.right))
    ideal = sorted(query.right.values(), reverse=True)[:10]
    hits = sum(grade > 0 for grade in grades)
    place = next((number for number, grade in enumerate(grades, 1) if grade), 0)
    return Score(
        first=float(place == 1),
        three=float(0 < place <= 3),
        reciprocal=1 / place if place else 0.0,
        gain=_gain(grades) / _gain(ideal),
        recall=hits / room,
        half=float(hits * 2 >= room),
    )


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / log2(number + 1) for number, grade in enumerate(grades, 1))


def mean(scores: Sequence[Score]) -> Score:
    """The mean of each measure."""
    return Score(*(sum(column) / len(scores) for column in zip(*scores, strict=True)))


def by_kind(asked: Sequence[Query], scores: Sequence[Score]) -> Mapping[str, Score]:
    """The mean for each kind of query, in the order of the file."""
    kinds: dict[str, list[Score]] = defaultdict(list)
    for query, one in zip(asked, scores, strict=True):
        kinds[query.kind].append(one)
    return {kind: mean(rows) for kind, rows in kinds.items()}
