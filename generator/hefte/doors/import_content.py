"""Take in what a municipality already has, always as a proposal: shown first, and written only when somebody says so.

Tables, documents, maps and catalogues become entries in their readers; from there on they go one way. What was taken in
before is known again, what is there already is laid beside it, and nothing that an editor has changed is undone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from hefte.catalogue import Catalogue
from hefte.check import check
from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.import_documents import read_word
from hefte.doors.import_hsds import read_hsds
from hefte.doors.import_places import read_places
from hefte.doors.import_tables import read_table
from hefte.doors.options import Options
from hefte.doors.package import words_of
from hefte.doors.remembered import read_memory, write_memory
from hefte.doors.sources import Came, Source
from hefte.doors.taking_in import Files, read_from, take_in
from hefte.doors.tell import tell_errors, tell_of_source, tell_problems
from hefte.doors.trouble import Exit
from hefte.gpx import write_gpx
from hefte.interchange.again import Outcome, Proposal, Remembered, memory_of, proposals, remembered_of, with_changes
from hefte.interchange.drafts import text_of
from hefte.interchange.given import Given, Sound, draft_of, site_of, sound
from hefte.interchange.numbering import without_year
from hefte.interchange.shown import proposals_shown
from hefte.language import LANGUAGES
from hefte.norwegian import slug
from hefte.problem import Problem, Severity
from hefte.reading import read_file
from hefte.showing import masked
from hefte.track import Track

READERS: Mapping[str, Callable[[Came], Source]] = {
    "tabell": read_table,
    "word": read_word,
    "geojson": read_places,
    "hsds": read_hsds,
}
"""What makes entries of a file, by the kind that is written after `hefte import`."""


def import_content(file: Path, options: Options, console: Console) -> Exit:
    """What `hefte import tabell FILE` and its kin do."""
    work = look_through(options.content, options.day)
    if work.catalogue is None:
        return tell_errors(work.problems, options.content, console)
    languages = tuple(words_of(code) for code in LANGUAGES)
    site = site_of(work.catalogue, languages, source_name(file))
    data = b"" if options.kind == "hsds" and file.is_dir() else read_from(file)
    source = READERS[options.kind](Came(file, data, site, options, console))
    whole = [sound(one, source.site) for one in source.given]
    _tell((*source.problems, *(problem for one in whole for problem in one.problems)), console)
    if not whole:
        return Exit.CONTENT
    return _propose(whole, source, options, console)


def source_name(file: Path) -> str:
    """What a source is called, the same next year: the name of its file without years and «kopi»."""
    return without_year(file.stem)


def _tell(problems: Sequence[Problem], console: Console) -> None:
    """Tell what is wrong in the file; what is wrong in the same way in many places is told once."""
    tell_of_source(_grouped(problems), console)


def _grouped(problems: Iterable[Problem]) -> Iterator[Problem]:
    alike: dict[tuple[object, ...], list[Problem]] = {}
    for problem in problems:
        values = problem.values
        key = (
            problem.rule,
            values.get("heading"),
            values.get("value"),
            *(() if "heading" in values else (problem.where,)),
        )
        alike.setdefault(key, []).append(problem)
    for first, *others in alike.values():
        more = {"place": f"{first.values['place']} (+{len(others)})"} if others and "place" in first.values else {}
        yield first._replace(values={**first.values, **more})


def _propose(whole: Sequence[Sound], source: Source, options: Options, console: Console) -> Exit:
    """Show what would become of each entry, and with `--write` do it."""
    memory = read_memory(options.content)
    found = proposals((one.given for one in whole), source.site, memory, again=options.again)
    if options.replace_old:
        found = tuple(one._replace(changes=(*one.changes, *one.kept), kept=()) for one in found)
    named = tuple(_named(found, source.site.catalogue, options.content))
    for line in proposals_shown(found, [path for path, _ in named], console.words):
        console.write(line)
    _tell_vanished(found, source, memory, console)
    drafts = {path: draft_of(given, Path(path).stem, source.site) for path, given in named}
    new = {path: text_of(draft) for path, draft in drafts.items()}
    tracks = {path: draft.track for path, draft in drafts.items() if draft.track}
    if not options.write:
        if new or any(one.changes for one in found):
            _show(new, source.site.catalogue, options, console)
        else:
            _tell_nothing_new(found, console)
        return Exit.FINE
    return _write(new, found, named, memory, options, console, tracks)


def _tell_nothing_new(found: Iterable[Proposal], console: Console) -> None:
    """Never say that all is as last time where the source has changed what only a person can judge."""
    console.say("import-look" if any(one.told or one.kept for one in found) else "import-nothing-new")


def _named(found: Iterable[Proposal], catalogue: Catalogue, content: Path) -> Iterator[tuple[str, Given]]:
    """The file of each new entry: its title, or with a number where another has that name."""
    taken = {f"{entry.folder}/{entry.id}" for entry in catalogue.entries}
    taken |= {f"{file.parent.name}/{file.stem}" for file in content.glob("*/*.y*ml")}
    for one in found:
        if one.outcome is Outcome.NEW:
            base = slug(one.given.title)[:60].strip("-") or "uten-navn"
            names = (base if number == 1 else f"{base}-{number}" for number in count(1))
            name = next(name for name in names if f"{one.given.folder}/{name}" not in taken)
            taken.add(f"{one.given.folder}/{name}")
            yield f"{one.given.folder}/{name}.yaml", one.given


def _tell_vanished(
    found: Iterable[Proposal], source: Source, memory: Mapping[str, Remembered], console: Console
) -> None:
    """Tell what came from this source before and is no longer there: it may be over."""
    here = {uid for one in found for uid in (one.given.uid, one.given.old_uid)}
    gone = [one.id for uid, one in memory.items() if uid not in here and source.may_be_gone(uid)]
    if gone:
        console.remark(
            "import-vanished", number=len(gone), paths=", ".join(gone[:10]) + (" …" if len(gone) > 10 else "")
        )


def _show(new: Mapping[str, str], catalogue: Catalogue, options: Options, console: Console) -> None:
    """Show the first draft as it would be written, and what the check says of all of them."""
    for path, text in list(new.items())[:1]:
        console.write(f"\n{console.words.say('import.sample', path=path)}\n")
        console.write(masked(text))
    language = catalogue.settings.languages[0]
    read = [read_file(path, text.encode(), language) for path, text in new.items()]
    drafts = tuple(document for one in read for document in one.documents)
    told = check(replace(catalogue, documents=(*catalogue.documents, *drafts)))
    mine = [problem for problem in told if problem.where.path in new and problem.severity is not Severity.NOTICE]
    tell_problems(mine, options.content, console)
    console.say("import-not-written")


def _write(
    new: Mapping[str, str],
    found: Sequence[Proposal],
    named: Sequence[tuple[str, Given]],
    memory: dict[str, Remembered],
    options: Options,
    console: Console,
    tracks: Mapping[str, Track],
) -> Exit:
    changed = _changed(found, options, console)
    drafts = [{path: text, **_track_file(path, tracks)} for path, text in new.items()]
    ending = take_in(drafts, options, console, changed) if drafts or changed else Exit.FINE
    for path, given in named:
        if (options.content / path).is_file():
            _remember(given, path.rpartition(".")[0], memory)
    for one in found:
        if one.entry and one.outcome in (Outcome.SAME, Outcome.CHANGED):
            _remember(one.given, f"{one.entry.folder}/{one.entry.id}", memory)
    write_memory(options.content, memory)
    if not drafts and not changed:
        _tell_nothing_new(found, console)
    return ending


def _remember(given: Given, identity: str, memory: dict[str, Remembered]) -> None:
    """Remember an entry by its number; by an old one it was known for the last time."""
    if memory_of(given, memory) is not None and given.uid not in memory:
        del memory[given.old_uid]
    memory[given.uid] = remembered_of(given, identity)


def _track_file(path: str, tracks: Mapping[str, Track]) -> Mapping[str, str]:
    """The line of a walk, as the copy that is published."""
    name = Path(path).stem
    return {f"spor/{name}.gpx": write_gpx(tracks[path], name)} if path in tracks else {}


def _changed(found: Iterable[Proposal], options: Options, console: Console) -> tuple[Files, ...]:
    """The files of entries that the source has changed, as they will be."""
    texts: dict[str, str] = {}
    for one in found:
        is_wanted = one.outcome is Outcome.CHANGED or (one.outcome is Outcome.ALIKE and options.replace_old)
        if one.entry and is_wanted and one.changes:
            before = texts.get(one.entry.path, one.entry.source.text)
            texts[one.entry.path], left = with_changes(before, one.entry.stand.at, one.changes)
            for change in left:
                console.remark("import-write-yourself", path=one.entry.path, key=change.path)
    return tuple({path: text} for path, text in texts.items())
