"""`hefte migrate`: content in the names of today, shown first, and written when somebody says so."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yaml.nodes import ScalarNode

from hefte.content_format.changes import FIRST, Change, newest
from hefte.content_format.migrating import Migrated, migrated
from hefte.content_format.old_names import told_of_format
from hefte.doors.console import Console
from hefte.doors.content import Content, open_content
from hefte.doors.options import Options
from hefte.doors.package import format_changes
from hefte.doors.rewriting import FileChange, rewrite
from hefte.doors.tell import tell_errors
from hefte.doors.todays_format import text_in
from hefte.doors.trouble import Exit
from hefte.edits import with_value
from hefte.model import Settings
from hefte.positions import node_at
from hefte.problem import Problem, Rule, Where

_FIELD = "innholdsformat"
_MARK = "\ufeff"


class Rewritten(NamedTuple):
    """A file of content: its path, its text, and the same in new names."""

    path: str
    before: str
    after: Migrated


def migrate_content(options: Options, console: Console, changes: Sequence[Change] | None = None) -> Exit:
    """What `hefte migrate` does: old names in new ones, shown first, and written with `--write`."""
    content = open_content(options.content)
    changes = format_changes() if changes is None else changes
    if newer := _newer(content, changes):
        return tell_errors(newer, options.content, console)
    files = tuple(_migrated(content, changes))
    if not files:
        console.say("format-is-newest", number=newest(changes))
        return Exit.FINE
    for change in _since(content, changes):
        console.say("format-change", version=change.version, told=change.told[console.words.language])
    for file in files:
        _change(file, content, options, console)
    if not options.write:
        console.say("migrate-hint")
    return Exit.CONTENT if any(file.after.left for file in files) else Exit.FINE


def _newer(content: Content, changes: Sequence[Change]) -> tuple[Problem, ...]:
    """That content is of a newer Hefte than this, as the check says it."""
    written, where = _format_of(content)
    told = told_of_format(written, where, changes)
    return tuple(problem for problem in told if problem.rule is Rule.NEWER_FORMAT)


def _since(content: Content, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that are newer than content."""
    written, _ = _format_of(content)
    return tuple(change for change in changes if change.version > written)


def _format_of(content: Content) -> tuple[int, Where]:
    """Which format content says that it has, and where; settings that are wrong in something else still tell it."""
    text = text_in(content, Settings.file) if Settings.file in content.texts else ""
    node = node_at(text, (_FIELD,))
    if isinstance(node, ScalarNode) and node.value.isdecimal():
        return int(node.value), Where.of(Settings.file, text, node.start_mark.index)
    return FIRST, Where(Settings.file, 1, 1)


def _migrated(content: Content, changes: Sequence[Change]) -> Iterator[Rewritten]:
    """The files that are not what they will be; the settings say at last which format they have."""
    since = _since(content, changes)
    for path in content.texts if since else ():
        before = text_in(content, path)
        after = migrated(path, before, since)
        if path == Settings.file:
            numbered = with_value(after.text, (), _FIELD, str(newest(changes)))
            after = after._replace(text=numbered or after.text)
        if after.text != before or after.left:
            yield Rewritten(path, before, after)


def _change(file: Rewritten, content: Content, options: Options, console: Console) -> None:
    place = options.content / file.path
    change = FileChange(place, file.before, file.after.text)
    if change.is_real and options.write:
        read = content.read(file.path)
        mark = _MARK if read.startswith(_MARK.encode()) else ""
        rewrite(place, read, (mark + change.after).encode())
        console.say("file-written", path=place)
    elif change.is_real:
        console.write(change.shown)
    for one in file.after.left:
        line = one.node.start_mark.line + 1
        console.remark("migrate-by-hand", place=f"{place}:{line}", key=one.node.value, new=one.new)
