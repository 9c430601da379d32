"""The commands themselves, one function each; a command that is not in the table does not exist.

Engines are imported by the command that needs them: a small rebuild shall not wait for the printing press.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, cast

from hefte.doors.build import Maker, Work, build, ids_published, look_through
from hefte.doors.console import Console
from hefte.doors.options import (
    ACCEPT,
    AGAIN,
    AGENT,
    ALL,
    BY,
    CONTENT,
    DELETED_TOO,
    DEMO,
    DONE,
    DUE_FORMAT,
    DUE_LIMIT,
    DUE_OUT,
    ENTRY_TYPE,
    FILE,
    FILES,
    FOLDER,
    FORMAT,
    HOST,
    IDS,
    LANGUAGE,
    LETTERS,
    LIMIT,
    MAPPING,
    MONTH,
    MUNICIPALITY,
    NAMED,
    NEXT,
    NO_BOOKLETS,
    OUT,
    OUT_FILE,
    PORT,
    REPLACE,
    REPLACE_OR_TAKE,
    RULE,
    SERVER,
    SERVICE,
    SHEET,
    SHORTEST,
    SIGHTS,
    SITE_NAME,
    SOURCE,
    SPELLING,
    TITLE,
    TODAY,
    TRIM,
    TYPE,
    WRITE,
    Option,
    Options,
    kinds,
)
from hefte.doors.rings import look_as_usual
from hefte.doors.tell import tell, tell_errors
from hefte.doors.trouble import Exit, Trouble
from hefte.output import Output
from hefte.problem import Problem, Severity, in_order
from hefte.report import Fixable


def _website(work: Work, state: Path) -> Iterable[Output]:
    from hefte.doors.app import as_app
    from hefte.doors.site import make_website

    return as_app(work.catalogue, make_website(work, state), state) if work.catalogue else ()


def _booklets(work: Work, state: Path) -> Iterable[Output]:
    from hefte.doors.booklets import make_booklets

    return make_booklets(work, state)


def _proofs(work: Work, state: Path) -> Iterable[Output]:
    from hefte.doors.booklets import make_proofs

    return make_proofs(work, state)


def _form(work: Work, state: Path) -> Iterable[Output]:
    from hefte.doors.form import make_form

    return make_form(work, state)


MAKERS: tuple[Maker, ...] = (_booklets, _website, _form)
"""What a site is made of; the booklets first, for the website tells how many pages they have."""


_WALKS = ("gpx", "tilgjengelighet", "turrutebasen")
_CALENDARS = ("ics", "skolerute")
_CONTENT = ("tabell", "word", "geojson", "hsds")
"""What `hefte import` reads, by what comes of it."""


Run = Callable[[Options, Console], Exit]


class Command(NamedTuple):
    """A command: its name, what it does, and the options that it takes."""

    name: str
    run: Run
    options: tuple[Option, ...]


def _door(module: str, name: str) -> Run:
    """A command that a door of its own carries out; it is imported when it is called."""

    def run(options: Options, console: Console) -> Exit:
        return cast(Run, getattr(import_module(f"hefte.doors.{module}"), name))(options, console)

    return run


def _build(options: Options, console: Console) -> Exit:
    built = build(
        options.content, options.out, options.day, _makers(options), told=console.progress, remark=console.remark
    )
    told = (problem for problem in built.problems if problem.severity is not Severity.NOTICE)
    _report(told, "text", options, console)
    if built.published is None:
        console.remark("nothing-published")
        return Exit.CONTENT
    console.say("written", path=options.out, **built.published._asdict())
    return Exit.FINE


def _check(options: Options, console: Console) -> Exit:
    from hefte.doors.mending import fixable_in

    work = look_through(options.content, options.day, ids_published(options.out, options.content))
    spelling = _of_spelling(work, console) if options.spelling else ()
    problems = in_order((*work.problems, *_of_links(options.content, work), *spelling))
    _report(problems, options.format, options, console, fixable_in(work, options.day))
    if not problems and options.format == "text":
        console.say("no-problems")
    return Exit.FINE if work.may_be_published else Exit.CONTENT


def _of_links(content: Path, work: Work) -> Iterable[Problem]:
    """What the net said of links when they were last asked for; a build never knows of it."""
    from hefte.doors.link_record import problems_of_last_time

    return problems_of_last_time(content, work.catalogue) if work.catalogue else ()


def _of_spelling(work: Work, console: Console) -> Iterable[Problem]:
    """What a dictionary says, only when it is asked for: another machine may have another one, or none."""
    from hefte.doors.dictionary import problems_of_spelling

    return problems_of_spelling(work, console)


def _serve(options: Options, console: Console) -> Exit:
    from hefte.doors.serve import serve

    look_as_usual()
    serve(options, console, (_proofs if maker is _booklets else maker for maker in _makers(options)))
    return Exit.FINE


def _newsletter(options: Options, console: Console) -> Exit:
    from hefte.doors.newsletters import issue_of, next_month, write_draft, write_letters

    work = look_through(options.content, options.day)
    if work.catalogue is None or not work.may_be_published:
        refused = tell_errors(work.problems, options.content, console)
        console.remark("no-letter")
        return refused
    month = options.month or next_month(options.day)
    issue = issue_of(work.catalogue, month)
    if issue is None:
        path, has_history = write_draft(work.catalogue, options.content, month)
        console.say("issue-drafted" if has_history else "issue-without-history", path=path)
        return Exit.FINE
    for path, size in write_letters(work.catalogue, issue, options.letters):
        console.say("letter-written", path=path, kilobytes=-(-size // 1000))
    if issue.sent is None:
        console.say("letter-to-send", path=options.content / issue.path)
    return Exit.FINE


def _schema(options: Options, console: Console) -> Exit:
    from hefte.doors.editor import write_editor_help
    from hefte.guide import GUIDE

    for path in write_editor_help(options.folder, console.words):
        console.say("file-written", path=path)
    console.say("guide-lies", path=options.folder / GUIDE)
    return Exit.FINE


def _import(options: Options, console: Console) -> Exit:
    from hefte.doors.import_calendars import import_calendar
    from hefte.doors.import_content import import_content
    from hefte.doors.imports import import_file

    if not options.kind or options.file is None:
        raise Trouble("nothing-to-import", code=Exit.WRONG_USE, choices=", ".join((*_CONTENT, *_WALKS, *_CALENDARS)))
    kinds_of = {**dict.fromkeys(_CALENDARS, import_calendar), **dict.fromkeys(_CONTENT, import_content)}
    take = kinds_of.get(options.kind, import_file)
    return take(options.file, options, console)


def _makers(options: Options) -> tuple[Maker, ...]:
    return MAKERS[1:] if options.no_booklets else MAKERS


def _report(
    problems: Iterable[Problem], form: str, options: Options, console: Console, fixable: Fixable = frozenset()
) -> None:
    for line in tell(problems, form, console.words, options.content, whole=options.alt, fixable=fixable):
        console.write(line)


COMMANDS: tuple[Command, ...] = (
    Command("build", _build, (CONTENT, OUT, LANGUAGE, TODAY, NO_BOOKLETS)),
    Command("check", _check, (CONTENT, LANGUAGE, TODAY, FORMAT, ALL, SPELLING)),
    Command("serve", _serve, (CONTENT, LANGUAGE, TODAY, NO_BOOKLETS, PORT)),
    Command("new", _door("new_entry", "new_entry"), (ENTRY_TYPE, NAMED, CONTENT, LANGUAGE, TODAY)),
    Command("fix", _door("mending", "fix_content"), (FILES, WRITE, CONTENT, LANGUAGE, TODAY)),
    Command("format", _door("formatting", "format_content"), (FILES, CONTENT, WRITE, LANGUAGE)),
    Command("due", _door("due", "tell_due"), (DUE_LIMIT, DUE_FORMAT, DUE_OUT, REPLACE, CONTENT, LANGUAGE, TODAY)),
    Command("verify", _door("verifying", "verify"), (IDS, BY, DONE, NEXT, CONTENT, LANGUAGE, TODAY)),
    Command(
        "links",
        _door("links", "check_links"),
        (CONTENT, WRITE, ACCEPT, AGAIN, LIMIT, HOST, AGENT, FORMAT, LANGUAGE, TODAY),
    ),
    Command(
        "locate", _door("locating", "locate_entries"), (CONTENT, SERVICE, SERVER, AGENT, WRITE, AGAIN, LANGUAGE, TODAY)
    ),
    Command(
        "import",
        _import,
        (
            kinds(*_CONTENT, *_WALKS, *_CALENDARS),
            FILE,
            CONTENT,
            OUT_FILE,
            TITLE,
            SOURCE,
            SIGHTS,
            TRIM,
            SHORTEST,
            REPLACE_OR_TAKE,
            SHEET,
            TYPE,
            MAPPING,
            DELETED_TOO,
            WRITE,
            LANGUAGE,
            TODAY,
        ),
    ),
    Command(
        "export",
        _door("exports", "export_file"),
        (kinds("tilgjengelighet"), CONTENT, OUT_FILE, REPLACE, LANGUAGE, TODAY),
    ),
    Command("newsletter", _newsletter, (CONTENT, LETTERS, MONTH, LANGUAGE, TODAY)),
    Command("explain", _door("explaining", "explain_rule"), (RULE, LANGUAGE)),
    Command("schema", _schema, (FOLDER, LANGUAGE)),
    Command("init", _door("begin", "begin_municipality"), (FOLDER, SITE_NAME, MUNICIPALITY, DEMO, LANGUAGE, TODAY)),
    Command("migrate", _door("migrating", "migrate_content"), (CONTENT, WRITE, LANGUAGE)),
)
