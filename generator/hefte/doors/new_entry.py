"""Begin an entry by answering a few questions, at a terminal or by lines of a file; nothing is overwritten."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from hefte.asking.answers import left_out
from hefte.asking.draft import Draft, proposed_id, refusals, with_answer
from hefte.asking.questions import ID, KINDS, TITLE, Question, kind_named, known_at_once, questions_of
from hefte.catalogue import Catalogue
from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.options import Options
from hefte.doors.tell import tell_errors, tell_problems
from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.language import Words
from hefte.model import Entry
from hefte.norwegian import joined
from hefte.problem import Problem, Rule, Severity
from hefte.report import sentence

with suppress(ImportError):  # Windows has none, and edits lines by itself
    import readline  # noqa: F401


_OWN_WORDS = {Rule.DUPLICATE_TITLE: "new.same-title", Rule.REPEATED_FROM_NO_DAY: "new.from-day"}


class _Desk(NamedTuple):
    """Where somebody answers: what the site has already, where its files lie, and what was said on the command line."""

    catalogue: Catalogue
    content: Path
    console: Console
    given: list[str]


def new_entry(options: Options, console: Console) -> Exit:
    """What `hefte new` does."""
    kind = _kind(options)
    work = look_through(options.content, options.day)
    if work.catalogue is None:
        return tell_errors(work.problems, options.content, console)
    given = [options.named.strip()] if options.named.strip() else []
    draft = _answered(kind, _Desk(work.catalogue, options.content, console, given))
    file = options.content / draft.path
    with machine_trouble(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(draft.text(console.words))
    console.write("")
    console.say("file-written", path=file)
    return _told(draft, options, console)


def _kind(options: Options) -> type[Entry]:
    kind = kind_named(options.entry_type)
    if kind is None:
        name = "unknown-type" if options.entry_type else "new-what"
        raise Trouble(name, code=Exit.WRONG_USE, value=options.entry_type, choices=", ".join(KINDS))
    return kind


def _told(draft: Draft, options: Options, console: Console) -> Exit:
    """What is still wrong with the new entry, and what to do next."""
    found = look_through(options.content, options.day).problems
    own = tuple(one for one in found if one.where.path == draft.path and one.severity is not Severity.NOTICE)
    tell_problems(own, options.content, console)
    console.say("new-next", path=options.content / draft.path)
    return Exit.CONTENT if any(one.stops_the_build for one in own) else Exit.FINE


def _answered(kind: type[Entry], desk: _Desk) -> Draft:
    """Ask until all is answered, or until nobody answers any more and all that must be known is."""
    questions = questions_of(kind, desk.catalogue, desk.console.words)
    draft = Draft(kind, "", known_at_once(desk.catalogue))
    desk.console.say("new-begin", number=len(questions))
    for number, question in enumerate(questions, 1):
        _put(question, f"{number}/{len(questions)}", draft, desk)
        value = _answer(question, draft, desk)
        if value is None and question.is_required:
            desk.console.write("")
            raise Trouble("new-stopped", code=Exit.WRONG_USE, field=question.label)
        if question.key == ID:
            draft = draft._replace(id=value or _free_id(draft, desk))
        elif value:
            draft = with_answer(draft, question.key, value)
    return draft


def _put(question: Question, number: str, draft: Draft, desk: _Desk) -> None:
    say, write = desk.console.words.say, desk.console.write
    need = "" if question.is_required or question.key == ID else f" ({say('new.optional')})"
    write(f"\n{number}  {question.label}{need}")
    write(f"     {question.hint}")
    if question.key == ID:
        write(f"     {say('new.proposed', value=_free_id(draft, desk))}")
    elif question.shown:
        write(f"     {say('new.by-number')}")
    else:
        write(f"     {say('new.for-example', example=question.example)}")
    for place, called in enumerate(question.shown.values(), 1):
        write(f"     {place:>2}  {called}")


def _answer(question: Question, draft: Draft, desk: _Desk) -> str | None:
    """The first answer that the model takes, as YAML; empty where it is skipped, None where nobody answers any more."""
    warned = ""
    while (answer := desk.given.pop() if desk.given else _line(desk.console)) is not None:
        if not answer and not question.is_required:
            return ""
        answer = answer or warned
        value = question.write(answer, question.choices)
        refused = tuple(_refused(question, answer, draft, desk, has_insisted=answer == warned))
        if not refused:
            return value
        warned = answer
        for said in refused:
            desk.console.write(f"   ! {said}")
    return None


def _line(console: Console) -> str | None:
    """What somebody writes, without what cannot be seen; None at the end of the file, or where Ctrl-D is pressed."""
    try:
        line = input("   > ")
    except EOFError:
        return None
    if not sys.stdin.isatty():  # what was typed stands there already, and its end of line
        console.write(line)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in line).split())


def _refused(question: Question, answer: str, draft: Draft, desk: _Desk, *, has_insisted: bool) -> Iterator[str]:
    """What is wrong with an answer; who gives the same one again may do what is only warned of."""
    say, value = desk.console.words.say, question.write(answer, question.choices)
    if value in ("", '""', "[]"):
        yield say("new.required")
        return
    yield from _warned(question, answer, draft, desk, has_insisted=has_insisted)
    if question.key == ID and _is_there(draft, value, desk):
        yield say("new.id-taken", value=value)


def _warned(question: Question, answer: str, draft: Draft, desk: _Desk, *, has_insisted: bool) -> Iterator[str]:
    """What the model refuses, and what is doubtful; how to insist is said once."""
    say = desk.console.words.say
    found = refusals(question, question.write(answer, question.choices), draft, desk.catalogue)
    stops = any(problem.stops_the_build for problem in found)
    left = left_out(question.key, answer, question.choices)
    if left and not has_insisted:
        yield say("new.left-out", left=joined([f"«{part}»" for part in left], say("tell.and")))
    for problem in found:
        if problem.stops_the_build or not has_insisted:
            yield _sentence(problem, answer, desk.console.words)
    if (found or left) and not (stops or has_insisted):
        yield say("new.insist-by-enter" if question.is_required else "new.insist")


def _sentence(problem: Problem, answer: str, words: Words) -> str:
    """What is wrong with an answer: there is no file yet to delete, nor a field to write in."""
    own = _OWN_WORDS.get(problem.rule)
    return words.say(own, **problem.values, answer=answer) if own else sentence(problem, words)


def _free_id(draft: Draft, desk: _Desk) -> str:
    """The id that the title makes, with a number where that is taken."""
    first = proposed_id(draft.values[TITLE].strip('"'))
    tried = (first if number == 1 else f"{first}-{number}" for number in count(1))
    return next(one for one in tried if not _is_there(draft, one, desk))


def _is_there(draft: Draft, identity: str, desk: _Desk) -> bool:
    """Whether an entry has the id, or a file the name, in whatever case: some disks know no difference."""
    folder = desk.content / draft.kind.folder
    names = {file.stem.casefold() for file in folder.iterdir()} if folder.is_dir() else set()
    return identity.casefold() in names or desk.catalogue.get(draft.kind.folder, identity) is not None
