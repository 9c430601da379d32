"""Mend one file as far as there is no doubt: fix, read anew, keep what helped, until nothing more can be done."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from hefte.edits import Edit
from hefte.mending.coding import RECODINGS
from hefte.mending.fixes import FIXES, FIXES_BETWEEN, Fix
from hefte.mending.lines import place_of
from hefte.mending.sheet import Change, Sheet
from hefte.mending.verdict import FIELDS, LETTERS, Way, depth_of, gone
from hefte.mending.written import Written, written
from hefte.model import Settings
from hefte.problem import Problem, Rule, in_order
from hefte.reading import read_file, read_settings
from hefte.reading.nodes import parse

ROUNDS = 60
"""More often than this no file is mended in one run: that is 1,200 mistakes of each kind."""

Look = Callable[[bytes], tuple[Problem, ...]]
"""Reads the bytes of a file and tells what is wrong with them."""


class Done(NamedTuple):
    """A problem that is mended, at the place where it stood then, and what was written and is written now there."""

    problem: Problem
    was: str = ""
    now: str = ""


class Mended(NamedTuple):
    """A file's bytes after mending, and what was done, step by step."""

    content: bytes
    done: tuple[Done, ...] = ()


def mend(path: str, content: bytes, language: str = "nb", rounds: int = ROUNDS) -> Mended:
    """Mend what a file shows by itself; a sound one comes back as it was."""

    def look(changed: bytes) -> tuple[Problem, ...]:
        if path == Settings.file:
            return read_settings(changed)[1]
        return read_file(path, changed, language).problems

    done: list[Done] = []
    for _ in range(rounds):
        step = _step(path, content, look)
        if not step.done:
            break
        content = step.content
        done += step.done
    return Mended(content, tuple(done))


def mended_beside(path: str, content: bytes, problems: Iterable[Problem]) -> Mended:
    """Mend what shows only beside all other files; whether it helped, only whoever reads them all can tell."""
    paper = written(content)
    if paper is None:
        return Mended(content)
    offers = tuple(_offers(problems, FIXES_BETWEEN, _sheet(path, content, paper)))
    certain = [(problem, changes[0]) for problem, changes in offers if len(changes) == 1]
    edits = _together(change for _, change in certain)
    mended = [problem for problem, _ in certain]
    return Mended(paper.edited(edits), _told(mended, edits, paper.text)) if edits else Mended(content)


def _step(path: str, content: bytes, look: Look) -> Mended:
    """The next thing that can be mended; nothing done where there is none."""
    problems = in_order(look(content))
    recoded = _recoded(content, problems, look)
    paper = written(content) if problems else None
    if recoded.done or paper is None:
        return recoded
    trial = _Trial(path, content, paper, problems, look)
    offers = tuple(_offers(problems, FIXES, _sheet(path, content, paper)))
    for depth in range(LETTERS, FIELDS + 1):
        here = [(problem, changes) for problem, changes in offers if depth_of(problem.rule) == depth]
        mended = trial.all_at_once(here)
        if mended is None:
            each = (trial.only_sense(problem, changes) for problem, changes in here)
            mended = next((one for one in each if one.done), None)
        if mended:
            return mended
    return Mended(content)


def _recoded(content: bytes, problems: Iterable[Problem], look: Look) -> Mended:
    """The file in UTF-8, where it is certain what its bytes mean."""
    for problem in problems:
        text = RECODINGS[problem.rule](content) if problem.rule in RECODINGS else ""
        if text and gone([problem], problems, look(text.encode("utf-8")), Way()):
            return Mended(text.encode("utf-8"), (Done(problem),))
    return Mended(content)


class _Trial(NamedTuple):
    """Tries changes of a file, and tells what came of them."""

    path: str
    content: bytes
    paper: Written
    problems: tuple[Problem, ...]
    look: Look

    def all_at_once(self, offers: Iterable[tuple[Problem, tuple[Change, ...]]]) -> Mended | None:
        """All that is certain; None where one of it does not help, or stands in another's way."""
        certain = [(problem, changes[0]) for problem, changes in offers if len(changes) == 1]
        if len(certain) < 2:
            return None
        mended = self.made([problem for problem, _ in certain], _together(change for _, change in certain))
        return mended if len(mended.done) == len(certain) else None

    def only_sense(self, problem: Problem, changes: tuple[Change, ...]) -> Mended:
        """What comes of the changes that help, where all of them come to the same."""
        alike = [other for other in self.problems if other.rule is problem.rule]
        helped = [mended for mended in (self.made(alike, change, problem) for change in changes) if mended.done]
        says = {repr(parse(self.path, mended.content).data) for mended in helped}
        return helped[0] if len(says) == 1 else Mended(self.content)

    def made(self, mended: Sequence[Problem], edits: Change, asked: Problem | None = None) -> Mended:
        """Make a change; nothing is done where it has broken something, or has not mended what it was asked to."""
        content = self.paper.edited(edits)
        if not edits or content == self.content:
            return Mended(self.content)
        done = gone(mended, self.problems, self.look(content), Way(self.paper.text, edits))
        is_mended = asked in done if asked else bool(done)
        return Mended(content, _told(done, edits, self.paper.text)) if is_mended else Mended(self.content)


def _sheet(path: str, content: bytes, paper: Written) -> Sheet:
    return Sheet(path, paper.text, parse(path, content).source.text)


def _offers(
    problems: Iterable[Problem], fixes: Mapping[Rule, Fix], sheet: Sheet
) -> Iterator[tuple[Problem, tuple[Change, ...]]]:
    of_file: dict[Rule, tuple[Change, ...]] = {}
    for problem in problems:
        fix = fixes.get(problem.rule)
        if fix is None:
            continue
        changes = of_file.get(problem.rule) or tuple(fix.changes(problem, sheet))
        if fix.is_of_file:
            of_file[problem.rule] = changes
        if changes:
            yield problem, changes


def _together(changes: Iterable[Change]) -> Change:
    """All edits as one change, each once; none where two want the same characters."""
    edits = sorted(set(chain.from_iterable(changes)))
    overlap = any(first.end > second.start or first.start == second.start for first, second in pairwise(edits))
    return () if overlap else tuple(edits)


def _told(problems: Iterable[Problem], edits: Change, text: str) -> tuple[Done, ...]:
    """Say of each problem what stood where it is mended: the edit around its place, or the first of its line."""
    places = tuple(place_of(text, edit.start) for edit in edits)

    def edit_of(problem: Problem) -> Edit | None:
        here = [number for number, (line, _) in enumerate(places) if line == problem.where.line]
        before = [number for number in here if places[number][1] <= problem.where.column]
        return edits[(before[-1:] or here)[0]] if here else None

    found = ((problem, edit_of(problem) or Edit(0, 0, "")) for problem in problems)
    return tuple(Done(problem, text[edit.start : edit.end], edit.text) for problem, edit in found)
