"""Links that have moved for good, written anew where they stand; nothing else in the file changes."""

import json
from collections.abc import Iterable, Iterator

from hefte.edits import Edit, applied
from hefte.links.answers import Known, Verdict
from hefte.links.record import Record
from hefte.links.sessions import FOR_ONE
from hefte.links.uses import Use
from hefte.positions import Location, node_at

Move = tuple[Use, str]
"""A use, and the address to which it has moved."""


def with_moves(text: str, moves: Iterable[Move]) -> tuple[str, tuple[Use, ...]]:
    """The text of a file with new addresses, and the uses where there is no telling how to write them."""
    left = []
    placed = [(use.span, use, address) for use, address in moves]
    for span, use, address in sorted(placed, key=lambda row: row[0] or (-1, -1), reverse=True):
        after = _with_move(text, use.at, span, address) if span else None
        if after is None:
            left.append(use)
        text = after or text
    return text, tuple(left)


def _with_move(text: str, at: Location, span: tuple[int, int], address: str) -> str | None:
    """As it is written, or else in quotes; only what YAML then reads as the new address is right."""
    before = _value(text, at)
    written = text[slice(*span)]
    if before is None or before.count(written) == 0:
        return None
    wanted = {before[:index] + address + before[index + len(written) :] for index in _places(before, written)}
    for new in (address, json.dumps(address, ensure_ascii=False)):
        after = applied(text, [Edit(*span, new)])
        if _value(after, at) in wanted:
            return after
    return None


def _value(text: str, at: Location) -> str | None:
    """The text at a path; what is written shorter than by language or group has its place some steps earlier."""
    found = (node_at(text, at[:steps]) for steps in range(len(at), 0, -1))
    value = getattr(next(filter(None, found), None), "value", None)
    return value if isinstance(value, str) else None


def _places(text: str, part: str) -> list[int]:
    return [index for index in range(len(text)) if text.startswith(part, index)]


def moves_of(uses: Iterable[Use], record: Record) -> Iterator[Move]:
    """The links that have moved for good to a page that is known to be the same."""
    for use in uses:
        known = record.get(use.address)
        if known and known.moved_to and _is_sure(known):
            yield use, known.moved_to


def _is_sure(known: Known) -> bool:
    return known.verdict is Verdict.FINE and not known.new_title and known.why != FOR_ONE
