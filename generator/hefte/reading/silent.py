"""What YAML would lose without a word: a text cut by `#`, a colon or a dash without its space."""

import re
from collections.abc import Iterator

import yaml
from yaml._yaml import CParser
from yaml.events import ScalarEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hefte.positions import compose
from hefte.problem import Problem, Rule, Where
from hefte.reading.events import end_of, start_of

# Three searches that each start at a fixed character are ten times faster than one of all.
_MAY_LOSE = tuple(map(re.compile, (r" #[^\s#]", r":(?<=[^\W\d]:)[^\s/]", r"\n *-(?:[^\W\d]|[{[])")))
_GLUED = re.compile(r"(?P<key>[^\W\d][\w-]*):(?P<value>[^\s/].*)")
_CUT = re.compile(r" +(?P<lost>#[^\s#].*)")


def may_lose(text: str) -> bool:
    """Whether the text must be looked through for losses; most need not be read twice."""
    return any(pattern.search(text) for pattern in _MAY_LOSE)


def silent_losses(path: str, text: str) -> Iterator[Problem]:
    """Find what a person meant and YAML would not say: only in plain, unquoted text."""
    try:
        for event in iter(CParser(text).get_event, None):
            if isinstance(event, ScalarEvent) and event.style == "":
                yield from _losses(path, text, event)
    except yaml.MarkedYAMLError:
        return


def repeated_keys(path: str, text: str) -> Iterator[Problem]:
    """Name every key that is written twice in one group, with the line of the first."""
    node = compose(text)
    if node is not None:
        yield from _repeated(path, node)


def _losses(path: str, text: str, event: ScalarEvent) -> Iterator[Problem]:
    start, end = start_of(event), end_of(event)
    if cut := _CUT.match(text, end.index):
        where = Where(path, end.line + 1, end.column + 1 + cut.start("lost") - end.index)
        yield Problem(where, Rule.CUT_BY_COMMENT, {"value": event.value, "lost": cut["lost"]})
    line_start = text.rfind("\n", 0, start.index) + 1
    if text[line_start : start.index].strip(" -"):
        return
    where = Where(path, start.line + 1, start.column + 1)
    if _GLUED.match(event.value):
        yield from _glued_lines(where, text[start.index : end.index])
    elif re.match(r"-(?:[^\W\d]|[{[])", event.value):
        first = text[start.index :].split("\n", 1)[0]
        yield Problem(where, Rule.NO_SPACE_AFTER_DASH, {"line": first, "instead": f"- {first[1:]}"})


def _glued_lines(where: Where, text: str) -> Iterator[Problem]:
    """Each line by itself: YAML lays lines without fields together as one text."""
    for number, line in enumerate(text.split("\n")):
        glued = _GLUED.match(line.strip())
        if glued is None:
            return
        column = len(line) - len(line.lstrip()) + 1 if number else where.column
        values = {"line": glued[0][:120], "instead": f"{glued['key']}: {glued['value']}"[:120]}
        yield Problem(where._replace(line=where.line + number, column=column), Rule.NO_SPACE_AFTER_COLON, values)


def _repeated(path: str, node: Node) -> Iterator[Problem]:
    if isinstance(node, MappingNode):
        first: dict[str, Where] = {}
        for key, value in node.value:
            yield from _seen_before(path, key, first)
            yield from _repeated(path, value)
    elif isinstance(node, SequenceNode):
        for value in node.value:
            yield from _repeated(path, value)


def _seen_before(path: str, key: Node, first: dict[str, Where]) -> Iterator[Problem]:
    if not isinstance(key, ScalarNode):
        return
    where = Where(path, key.start_mark.line + 1, key.start_mark.column + 1)
    earlier = first.setdefault(key.value, where)
    if earlier is not where:
        values = {"key": key.value, "first": earlier.line}
        yield Problem(where, Rule.DUPLICATE_KEY, values, (earlier,))
