"""The second time: what a source says now, laid beside what it said last time and what has become of the entry since.

An entry is known by its number at the source, wherever it has been moved and whatever has been changed. Only what the
source itself has changed is proposed, and only where its editor has left it as it was.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from hefte.check.duplicates import Heaps, heaps_of, likeness, signs_of
from hefte.edits import Value, with_value
from hefte.interchange.given import KINDS, Given, Site
from hefte.interchange.organisers import is_organiser
from hefte.model import Entry
from hefte.norwegian import slug
from hefte.positions import Location
from hefte.reading.nodes import parse

Said = Mapping[str, str]
"""Digests of what a source said of an entry, by its fields; those of a group by `kontakt.tlf`."""


_REMARK, _REMARKS = "#", "!"
"""Before the heading of a remark that is remembered, and the sign that remarks are: older memories have none."""


class Remembered(NamedTuple):
    """What was taken in of one entry: the id that it got (`aktiviteter/bowling`), and what the source said of it."""

    id: str
    said: Said


class Outcome(StrEnum):
    """What an entry of a source is to us."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ALIKE = "alike"
    DELETED = "deleted"


class Change(NamedTuple):
    """A field that differs: its path, what stands there (None for nothing), and what the source says."""

    path: str
    old: Value | None
    new: Value


class Proposal(NamedTuple):
    """What is proposed for one entry: `changes` are written, `kept` are left as the editor has made them.

    `told` is what the source has changed where it has no field, or what it no longer tells: a person looks at it.
    """

    given: Given
    outcome: Outcome
    entry: Entry | None = None
    changes: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()
    reason: str = ""
    told: tuple[Change, ...] = ()


def proposals(
    given: Iterable[Given], site: Site, memory: Mapping[str, Remembered], *, again: bool = False
) -> tuple[Proposal, ...]:
    """Lay each entry beside what we have; with `again`, what was deleted since is made anew."""
    known = Known(site)
    found = [_proposal(one, known, memory_of(one, memory), again=again) for one in given]
    named = {one.given.fields.get("arrangør") for one in found if one.outcome in (Outcome.NEW, Outcome.CHANGED)}
    return tuple(one for one in found if not is_organiser(one.given) or slug(one.given.title) in named or one.entry)


class Known:
    """The entries that there are, found by their numbers at sources, by their ids and by their signs."""

    def __init__(self, site: Site) -> None:
        entries = site.catalogue.entries
        self.by_uid = {source.uid: entry for entry in entries for source in entry.sources if source.uid}
        self.by_id = {f"{entry.folder}/{entry.id}": entry for entry in entries}
        self.heaps = heaps_of(signs_of(entry, site.catalogue) for entry in entries)

    def of(self, given: Given, remembered: Remembered | None) -> Entry | None:
        """The entry that was made of it before."""
        entry = self.by_uid.get(given.uid) or (self.by_id.get(remembered.id) if remembered else None)
        older = self.by_uid.get(given.old_uid) if entry is None else None
        return older if older and older.title.said("nb").text == given.title else entry


def memory_of(given: Given, memory: Mapping[str, Remembered]) -> Remembered | None:
    """What is remembered of an entry; by its old number only where it is called the same, for sheets shared those."""
    if given.uid in memory:
        return memory[given.uid]
    old = memory.get(given.old_uid)
    return old if old and old.said.get("tittel") == digest(given.title) else None


def _proposal(given: Given, known: Known, remembered: Remembered | None, *, again: bool) -> Proposal:
    entry = known.of(given, remembered)
    if entry is not None:
        said = remembered.said if remembered else {}
        changes, kept = _differences(given, entry, said)
        told = tuple(_told(given, entry, said))
        outcome = Outcome.CHANGED if changes or kept or told else Outcome.SAME
        return Proposal(given, outcome, entry, changes, kept, told=told)
    if remembered and not again:
        return Proposal(given, Outcome.DELETED)
    alike, reason = _alike(given, known.heaps)
    if alike is not None:
        return Proposal(given, Outcome.ALIKE, alike, tuple(_unlike(given, alike)), (), reason)
    return Proposal(given, Outcome.NEW)


def _alike(given: Given, heaps: Heaps) -> tuple[Entry | None, str]:
    """The entry that is most likely the same, and why."""
    document = KINDS[given.folder].model_validate({"id": "utkast", **given.fields}, context={"language": "nb"})
    found = likeness(signs_of(document, None), heaps)
    return (found.entry, found.reason) if found else (None, "")


def _unlike(given: Given, entry: Entry) -> Iterator[Change]:
    there = flat(raw(entry))
    for path, value in flat(given.said).items():
        if canonical(there.get(path)) != canonical(value):
            yield Change(path, there.get(path), value)


def _differences(given: Given, entry: Entry, said: Said) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """What the source has changed: where the entry still says what the source said, and where it does not."""
    there = flat(raw(entry))
    changes: list[Change] = []
    kept: list[Change] = []
    for path, value in flat(given.said).items():
        old = there.get(path)
        if canonical(old) == canonical(value) or said.get(path) == digest(value):
            continue
        is_untouched = said.get(path) == digest(old) if old is not None else path not in said
        (changes if is_untouched else kept).append(Change(path, old, value))
    return tuple(changes), tuple(kept)


def _told(given: Given, entry: Entry, said: Said) -> Iterator[Change]:
    """What the source has changed in its comments and unreadable cells, and the fields that it no longer tells."""
    remarks = given.remarks
    if _REMARKS in said:
        headings = dict.fromkeys((*remarks, *(path[1:] for path in said if path[0] == _REMARK)))
        for heading in headings:
            now = remarks.get(heading, "")
            if said.get(f"{_REMARK}{heading}", digest("")) != digest(now):
                yield Change(heading, _comment_in(entry, heading), now)
    there = flat(raw(entry))
    for path in said:
        if path[0] != _REMARK and path != _REMARKS and path.partition(".")[0] not in given.fields and path in there:
            yield Change(path, there[path], "")


def _comment_in(entry: Entry, heading: str) -> Value | None:
    """What the comment of the draft says of a heading, where it still stands."""
    lines = (line.strip() for line in entry.source.text.split("\n"))
    begin = f"# {heading}: "
    return next((line.removeprefix(begin) for line in lines if line.startswith(begin)), None)


def remembered_of(given: Given, identity: str) -> Remembered:
    """What is to be remembered of an entry that was taken in."""
    remarks = {f"{_REMARK}{heading}": digest(text) for heading, text in given.remarks.items()}
    fields = {path: digest(value) for path, value in flat(given.said).items()}
    return Remembered(identity, {**fields, **remarks, _REMARKS: digest(list(remarks))})


def raw(entry: Entry) -> Mapping[str, Value]:
    """The fields of an entry as they stand in its file."""
    data: object = parse(entry.path, entry.source.text.encode()).data
    for step in entry.stand.at:
        data = data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else {}
    return data if isinstance(data, dict) else {}


def flat(fields: Mapping[str, Value]) -> dict[str, Value]:
    """Fields with those of groups by `kontakt.tlf`; what is not written is not there."""
    found: dict[str, Value] = {}
    for key, value in fields.items():
        if isinstance(value, Mapping):
            found |= {f"{key}.{inner}": part for inner, part in value.items() if part}
        elif value:
            found[key] = value
    return found


def canonical(value: object) -> str:
    """A value in one way of writing: one value and a list of one are the same, and so are blanks of any number."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        parts = [_plain(part) for part in value]
        return parts[0] if len(parts) == 1 else parts
    return " ".join(str(value).split()) if value is not None else None


def digest(value: object) -> str:
    """A short sign for a value, by which it is known again."""
    return sha256(canonical(value).encode()).hexdigest()[:12]


def with_changes(text: str, at: Location, changes: Iterable[Change]) -> tuple[str, tuple[Change, ...]]:
    """The text with the changes made, and those that could not be: their place is written in a way of its own."""
    left = []
    for change in changes:
        *outer, key = change.path.split(".")
        changed = with_value(text, (*at, *outer), key, change.new)
        if changed is None and outer and change.old is None:
            changed = with_value(text, at, outer[0], {key: change.new})
        if changed is None:
            left.append(change)
        else:
            text = changed
    return text, tuple(left)
