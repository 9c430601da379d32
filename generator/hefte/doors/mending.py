"""Mend what content files get wrong, where there is only one answer: shown as a diff, written when somebody says so."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hefte.doors.build import Work, look_at, look_through
from hefte.doors.console import Console
from hefte.doors.content import chosen_of
from hefte.doors.options import Options
from hefte.doors.rewriting import rewrite
from hefte.doors.tell import tell
from hefte.doors.trouble import Exit
from hefte.edits import difference
from hefte.mending import FIXABLE, FIXES, FIXES_BETWEEN, ROUNDS, Done, Mended, mend, mended_beside
from hefte.problem import Problem, Rule
from hefte.reading import language_of
from hefte.report import Fixable
from hefte.showing import masked, visible

_WORDS = {rule: fix.words for rule, fix in (*FIXES.items(), *FIXES_BETWEEN.items())}
_MOST_OF_A_LINE = 60
_ROUNDS_OF_A_CHECK = 10
"""The check only counts what it tells of, which is at most 20 of a kind."""


class Mending(NamedTuple):
    """The files that can be mended, by their paths, what they were, and the content as it would then be."""

    files: Mapping[str, Mended]
    before: Mapping[str, bytes]
    work: Work


def fix_content(options: Options, console: Console) -> Exit:
    """What `hefte fix` does."""
    before = look_through(options.content, options.day)
    chosen = chosen_of(before.content, options.files)
    mending = mend_all(before, options.day, chosen)
    for path, mended in mending.files.items():
        _show(f"{options.content.as_posix()}/{path}", mending.before[path], mended, console)
    if options.write:
        _write(mending, options.content, console)
    elif mending.files:
        console.say("fix-hint")
    left = tuple(problem for problem in mending.work.problems if _is_error_in(problem, chosen))
    _tell_left(left, mending, options, console)
    stands = left if options.write else tuple(one for one in before.problems if _is_error_in(one, chosen))
    return Exit.CONTENT if stands else Exit.FINE


def fixable_in(work: Work, day: date) -> Fixable:
    """The problems of content that `hefte fix` would mend."""
    if not any(problem.rule in FIXABLE for problem in work.problems):
        return frozenset()
    files = mend_all(work, day, work.content.texts, rounds=_ROUNDS_OF_A_CHECK).files.values()
    return frozenset((one.problem.where, one.problem.rule) for mended in files for one in mended.done)


def mend_all(work: Work, day: date, chosen: Iterable[str], *, rounds: int = ROUNDS) -> Mending:
    """Mend each file by itself, then what shows only beside the others; what does not help there is not done."""
    chosen = frozenset(chosen)
    broken = {problem.where.path for problem in work.problems if problem.rule in FIXABLE} & chosen
    before = {path: work.content.read(path) for path in sorted(broken)}
    language = language_of(work.catalogue.settings if work.catalogue else None)
    alone = {path: mend(path, content, language, rounds) for path, content in before.items()}
    files = {path: mended for path, mended in alone.items() if mended.done}
    now = _with(work, files, day)
    beside = {path: _beside(path, now, files) for path in before}
    both = files | {path: mended for path, mended in beside.items() if mended}
    after = _with(work, both, day) if both != files else now
    return Mending(both, before, after) if _errors(after) <= _errors(now) else Mending(files, before, now)


def _with(work: Work, files: Mapping[str, Mended], day: date) -> Work:
    instead = {path: mended.content for path, mended in files.items()}
    return look_at(work.content._replace(instead=instead), day) if files else work


def _beside(path: str, work: Work, files: Mapping[str, Mended]) -> Mended | None:
    here = tuple(problem for problem in work.problems if problem.where.path == path)
    mended = mended_beside(path, work.content.read(path), here)
    done = files[path].done if path in files else ()
    return mended._replace(done=(*done, *mended.done)) if mended.done else None


def _errors(work: Work) -> set[tuple[str, Rule]]:
    return {(problem.where.path, problem.rule) for problem in work.problems if problem.stops_the_build}


def _is_error_in(problem: Problem, chosen: frozenset[str]) -> bool:
    return problem.stops_the_build and problem.where.path in chosen


def _show(name: str, content: bytes, mended: Mended, console: Console) -> None:
    """The diff, and a sentence for each change; a birth number is not repeated."""
    before, after = (each.decode("utf-8", "replace").removeprefix("\ufeff") for each in (content, mended.content))
    is_recoded = any(one.problem.rule is Rule.UTF16 for one in mended.done)
    for line in () if is_recoded else difference(name, before, after).splitlines():
        console.write(visible(masked(line.replace("\t", "⇥"))))
    for said in dict.fromkeys(_sentences(mended.done, console)):
        console.write(f"{visible(name)}:{said}")
    console.write("")


def _sentences(done: Iterable[Done], console: Console) -> Iterator[str]:
    for one in sorted(done, key=lambda each: each.problem.where):
        rule = one.problem.rule
        words = _WORDS.get(rule, str(rule))
        name = f"mending.{words}" if one.now or words not in ("name", "value") else "mending.moved"
        said = console.words.say(name, was=_shown(one.was), now=_shown(one.now))
        yield f"{one.problem.where.line}: {said}"


def _shown(text: str) -> str:
    plain = visible(masked(" ".join(text.split())))
    return plain if len(plain) <= _MOST_OF_A_LINE else f"{plain[:_MOST_OF_A_LINE]}…"


def _write(mending: Mending, folder: Path, console: Console) -> None:
    for path, mended in mending.files.items():
        rewrite(folder / path, mending.before[path], mended.content)
        console.say("file-written", path=str(folder / path))


def _tell_left(left: tuple[Problem, ...], mending: Mending, options: Options, console: Console) -> None:
    if not left:
        console.say("fix-nothing-left" if mending.files else "fix-nothing")
        return
    console.write("")
    console.say("fix-by-hand" if options.write or not mending.files else "fix-then-by-hand")
    instead = mending.work.content.instead
    for line in tell(left, "text", console.words, options.content, instead=instead):
        console.write(line)
