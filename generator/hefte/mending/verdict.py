"""Whether a change has mended what it should and broken nothing; what was hidden behind a mistake is not new."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from hefte.edits import Edit, applied
from hefte.mending.lines import index_of, place_of
from hefte.problem import Problem, Rule, Where

BYTES, LETTERS, WRITING, FIELDS = range(4)
_DEPTH: Mapping[Rule, int] = MappingProxyType(
    dict.fromkeys((Rule.NOT_UTF8, Rule.UTF16), BYTES)
    | dict.fromkeys((Rule.INVISIBLE_CHARACTER, Rule.BROKEN_LETTER, Rule.TAB, Rule.LONG_DASH), LETTERS)
    | dict.fromkeys(
        (
            Rule.MERGE_CONFLICT,
            Rule.EMPTY_FILE,
            Rule.WEB_PAGE,
            Rule.NOT_FIELDS,
            Rule.TEXT_AFTER_FIELDS,
            Rule.SEVERAL_DOCUMENTS,
            Rule.COLON_IN_TEXT,
            Rule.MISSING_COMMA,
            Rule.COMMA_IN_VALUE,
            Rule.CUT_BY_COMMENT,
            Rule.UNCLOSED_QUOTE,
            Rule.TEXT_AFTER_QUOTE,
            Rule.UNKNOWN_ESCAPE,
            Rule.UNCLOSED_BRACKET,
            Rule.SPECIAL_CHARACTER,
            Rule.STAR,
            Rule.ANCHOR,
            Rule.TAG,
            Rule.NO_SPACE_AFTER_COLON,
            Rule.NO_SPACE_AFTER_DASH,
            Rule.LINE_WITHOUT_COLON,
            Rule.WRONG_INDENTATION,
            Rule.KEY_NOT_TEXT,
            Rule.DUPLICATE_KEY,
            Rule.TOO_DEEP,
            Rule.TOO_MANY_VALUES,
            Rule.NOT_YAML,
        ),
        WRITING,
    )
)
"""How a file is read: its letters, then how it is written, then its fields; a mistake hides those of the next steps."""

_OF_INDENTATION = (Rule.WRONG_INDENTATION, Rule.LINE_WITHOUT_COLON, Rule.KEY_NOT_TEXT, Rule.NOT_YAML)
_OF_STRUCTURE = (Rule.UNKNOWN_KEY, Rule.NOT_A_GROUP, Rule.NOT_A_LIST, Rule.NOT_TEXT, Rule.NOT_A_LANGUAGE)
_MAKES_INDENTATION = (Rule.TAB, Rule.WRONG_INDENTATION, Rule.INVISIBLE_CHARACTER)


def depth_of(rule: Rule) -> int:
    """How far a file must have been read for a mistake to show."""
    return _DEPTH.get(rule, FIELDS)


def gone(
    mended: Iterable[Problem], before: Iterable[Problem], after: Iterable[Problem], way: "Way"
) -> tuple[Problem, ...]:
    """Those problems that a change has mended; none at all where it has made a new one."""
    mended = tuple(mended)
    was = Counter((problem.rule, problem.where) for problem in before if problem.stops_the_build)
    now = Counter((problem.rule, way.back(problem.where)) for problem in after if problem.stops_the_build)
    if any(not _is_revealed(rule, where, mended, way) for rule, where in now - was):
        return ()
    return tuple(problem for problem in mended if (problem.rule, problem.where) not in now)


def _is_revealed(rule: Rule, where: Where, mended: tuple[Problem, ...], way: "Way") -> bool:
    """Whether an error was there before, behind those that are mended."""
    depth = max(depth_of(problem.rule) for problem in mended)
    if depth == FIELDS or depth_of(rule) < depth:
        return False
    if rule in _OF_INDENTATION and any(problem.rule in _MAKES_INDENTATION for problem in mended):
        return False
    if depth_of(rule) > depth and (depth < WRITING or not _tells_of_structure(rule, mended)):
        return True
    return way.is_untouched(where)


def _tells_of_structure(rule: Rule, mended: tuple[Problem, ...]) -> bool:
    """Whether an error on a changed line says that it was meant otherwise; a value may have been wrong all along."""
    is_moved = any(problem.rule in _MAKES_INDENTATION for problem in mended)
    return rule is not Rule.MISSING_FIELD and (is_moved or rule in _OF_STRUCTURE)


class Way:
    """The way back from a changed text to what it was; a way without edits leads to where one stands."""

    def __init__(self, text: str = "", edits: Iterable[Edit] = ()) -> None:
        """Remember the text, and what was changed in it."""
        self._before, self._edits = text, sorted(edits)
        self._after = applied(text, self._edits)

    def back(self, where: Where) -> Where:
        """The place that a place of the changed text had; what was written anew stood where the old began."""
        if not self._edits:
            return where
        at, shift = index_of(self._after, *where[1:]), 0
        for edit in self._edits:
            if at < edit.start + shift:
                break
            if at < edit.start + shift + len(edit.text):
                return Where(where.path, *place_of(self._before, edit.start))
            shift += len(edit.text) - (edit.end - edit.start)
        return Where(where.path, *place_of(self._before, at - shift))

    def is_untouched(self, where: Where) -> bool:
        """Whether a place of the old text stands on a line that was not changed, or behind all that was."""
        at = index_of(self._before, *where[1:])
        ends = [edit.end for edit in self._edits if self._line(edit.start) <= where.line <= self._line(edit.end)]
        return all(at > end for end in ends)

    def _line(self, at: int) -> int:
        return place_of(self._before, at)[0]
