"""Old names in a file: where each stands, and what the check says of them instead of «finnes ikke»."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hefte.content_format.changes import FIRST, Change, newest
from hefte.positions import compose
from hefte.problem import Problem, Rule, Where


class OldName(NamedTuple):
    """An old key, or a value with an old code: the change that it is of, its group, and what stands there."""

    change: Change
    group: MappingNode
    name: ScalarNode
    value: Node

    @property
    def node(self) -> Node:
        """What is to be written anew: the key, or the code."""
        return self.value if self.change.codes else self.name

    @property
    def new(self) -> str:
        """The new name, as an editor writes it."""
        return self.change.codes[str(self.value.value)] if self.change.codes else ".".join(self.change.becomes)


def old_names(path: str, text: str, changes: Iterable[Change]) -> Iterator[OldName]:
    """Every old name in a file below the content folder, change by change."""
    folder = path.rpartition("/")[0]
    concerned = [change for change in changes if folder in change.folders]
    root = compose(text) if concerned else None
    for change in concerned:
        for group in _groups(root, change.at):
            for name, value in group.value:
                if isinstance(name, ScalarNode) and name.value == change.key:
                    yield from _of_change(change, group, name, value)


def in_new_names(
    problems: Sequence[Problem], changes: Sequence[Change], text_of: Callable[[str], str]
) -> tuple[Problem, ...]:
    """Say of a key or code that had another name what it is called now, and not of its new name that it is missing."""
    asked = {problem.where.path for problem in problems if problem.rule in _REFUSED} if changes else set()
    found = {path: _by_place(path, text_of(path), changes) for path in sorted(asked)}
    return tuple(
        _told_anew(problem, old)
        for problem in problems
        if not _is_echo(problem, old := found.get(problem.where.path, {}))
    )


def told_of_format(written: int | None, place: Where, changes: Sequence[Change]) -> Iterator[Problem]:
    """Say in one line what has changed since content was written, or that content is of a newer Hefte than this."""
    here, latest = written or FIRST, newest(changes)
    since = tuple(_in_short(change) for change in changes if change.version > here)
    if here > latest:
        yield Problem(place, Rule.NEWER_FORMAT, {"written": here, "known": latest})
    elif since:
        yield Problem(place, Rule.OLD_FORMAT, {"written": here, "known": latest, "changes": ", ".join(since)})


def _in_short(change: Change) -> str:
    pairs = change.codes.items() if change.codes else ((change.key, ".".join(change.becomes)),)
    return ", ".join(f"{old} → {new}" for old, new in pairs)


_REFUSED = (Rule.UNKNOWN_KEY, Rule.NOT_A_CHOICE)


def _by_place(path: str, text: str, changes: Iterable[Change]) -> Mapping[Where, OldName]:
    return {_where(path, one.node): one for one in old_names(path, text, changes)}


def _where(path: str, node: Node) -> Where:
    return Where(path, node.start_mark.line + 1, node.start_mark.column + 1)


def _told_anew(problem: Problem, old: Mapping[Where, OldName]) -> Problem:
    one = old.get(problem.where) if problem.rule in _REFUSED else None
    if one is None:
        return problem
    return Problem(
        problem.where, Rule.OLD_NAME, {"key": str(one.node.value), "new": one.new, "version": one.change.version}
    )


def _is_echo(problem: Problem, old: Mapping[Where, OldName]) -> bool:
    """Whether a field is only missing because it stands there under its old name."""
    return problem.rule is Rule.MISSING_FIELD and any(
        problem.values.get("key") in one.change.becomes[:1] for one in old.values()
    )


def _of_change(change: Change, group: MappingNode, name: ScalarNode, value: Node) -> Iterator[OldName]:
    if not change.codes:
        yield OldName(change, group, name, value)
        return
    for one in value.value if isinstance(value, SequenceNode) else (value,):
        if isinstance(one, ScalarNode) and one.value in change.codes:
            yield OldName(change, group, name, one)


def _groups(node: Node | None, at: Sequence[str]) -> Iterator[MappingNode]:
    """The groups that a path of keys leads to; a list on the way is every one of its rows."""
    if isinstance(node, SequenceNode):
        for row in node.value:
            yield from _groups(row, at)
    elif isinstance(node, MappingNode) and not at:
        yield node
    elif isinstance(node, MappingNode):
        for name, value in node.value:
            if name.value == at[0]:
                yield from _groups(value, at[1:])
