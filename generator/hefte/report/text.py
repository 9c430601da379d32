"""Problems for people at a terminal: the place, the words, the line and a caret under the mistake."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from hefte.language import Words
from hefte.problem import Problem, Rule, Severity, Where
from hefte.report.formats import Told
from hefte.showing import masked, visible

WIDTH = 100
"""Characters of a line that are shown; a longer one is cut around the caret."""

FILES_OF_A_NOTICE = 3

_OF_THE_WHOLE = (Rule.NOT_CHECKED, Rule.ADVISED_FIELDS_MISSING)
"""What is said of a whole entry: a caret would point at nothing."""

_UNREADABLE = (Rule.UTF16, Rule.NOT_A_TEXT_FILE)
"""What is shown of such a file would be garbage."""

TextOf = Callable[[str], str | None]
"""The text of a content file by its path there; None where it has none."""


def as_text(rows: tuple[Told, ...], words: Words, text_of: TextOf, *, whole: bool = True) -> Iterator[str]:
    """Each problem with its line, and at the end how many there are; without `whole`, notices are told by rule."""
    lines_of = _lines(text_of)
    for row in rows:
        if not whole and row.problem.severity is Severity.NOTICE:
            continue
        where = row.problem.where
        severity = words.say(f"problem.severity.{row.problem.severity}")
        yield f"{visible(row.path)}:{where.line}:{where.column}: {severity}: {row.message} [{row.problem.rule}]"
        if row.problem.rule not in _OF_THE_WHOLE:
            yield from _related(row.problem, words, lines_of)
            yield from _excerpt(lines_of(where.path), where) if row.problem.rule not in _UNREADABLE else ()
    yield from () if whole else _notices(rows, words)
    if rows:
        worst = min(rows, key=lambda row: tuple(Severity).index(row.problem.severity))
        yield ""
        yield f"{totals(rows, words)}. {words.say('problem.explain-hint', rule=worst.problem.rule)}"
        yield from _fixable(rows, words)


def _fixable(rows: tuple[Told, ...], words: Words) -> Iterator[str]:
    """How much of it a machine can mend; nothing where it can mend nothing."""
    number = sum(row.is_fixable for row in rows)
    errors = sum(row.problem.stops_the_build for row in rows)
    if number:
        yield words.say_count("problem.fixable", number, all=errors)


def _notices(rows: tuple[Told, ...], words: Words) -> Iterator[str]:
    """One line for each rule: nobody finds two warnings among three hundred notices."""
    paths: dict[Rule, list[str]] = {}
    for row in rows:
        if row.problem.severity is Severity.NOTICE:
            paths.setdefault(row.problem.rule, []).append(visible(row.path))
    for rule, named in paths.items():
        shown = ", ".join(named[:FILES_OF_A_NOTICE]) + (" …" if len(named) > FILES_OF_A_NOTICE else "")
        yield f"{words.say_count('problem.total.notice', len(named))} [{rule}]: {shown}"
    if paths:
        yield words.say("problem.all-hint")


def totals(rows: tuple[Told, ...], words: Words) -> str:
    """«3 feil, 1 advarsel»."""
    counts = Counter(row.problem.severity for row in rows)
    return ", ".join(
        words.say_count(f"problem.total.{severity}", counts[severity]) for severity in Severity if counts[severity]
    )


def _lines(text_of: TextOf) -> Callable[[str], tuple[str, ...]]:
    @lru_cache(maxsize=4)
    def lines_of(path: str) -> tuple[str, ...]:
        text = text_of(path) or ""
        return tuple(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    return lines_of


def _related(problem: Problem, words: Words, lines_of: Callable[[str], tuple[str, ...]]) -> Iterator[str]:
    """The other lines that a problem speaks of; those of other files by their place."""
    for place in problem.also:
        if place[:2] == problem.where[:2]:
            continue
        if place.path == problem.where.path:
            yield from islice(_excerpt(lines_of(place.path), place), 1)
        else:
            told = f"{visible(place.path)}:{place.line}:{place.column}"
            yield f"    {words.say('problem.see-also', place=told)}"


def _excerpt(lines: tuple[str, ...], where: Where) -> Iterator[str]:
    line = lines[where.line - 1] if where.line <= len(lines) else ""
    if not line.strip():
        return
    start = max(0, where.column - 1 - WIDTH * 2 // 3) if len(line) > WIDTH else 0
    shown = visible(masked(line)[start : start + WIDTH])
    margin = " " * len(str(where.line))
    yield f"    {where.line} | {shown}"
    yield f"    {margin} | {' ' * (where.column - 1 - start)}^"
