"""What a source says of one entry, before it is a draft: its fields, where each was read, its number at the source."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import ValidationError

from hefte.catalogue import Catalogue
from hefte.edits import Value, flow
from hefte.interchange.drafts import Draft, Row
from hefte.interchange.plain_words import one_line
from hefte.language import Words
from hefte.model import ENTRY_TYPES, Entry
from hefte.model.fields import field_named, fields_of
from hefte.model.kinds import UNKNOWN, Record
from hefte.norwegian import slug
from hefte.problem import Problem, Rule, Where
from hefte.track import Track

HIDDEN_UNTIL = "2099-01-01"
"""A draft has no page before its editor takes the day away."""

KINDS: Mapping[str, type[Entry]] = {kind.folder: kind for kind in ENTRY_TYPES}


class Told(NamedTuple):
    """Where a field was read: the place for a report, the cell or line for people, its heading and its words."""

    where: Where
    place: str
    heading: str
    text: str


class Site(NamedTuple):
    """What the site knows of what it takes in: its entries, the words of its language and of all, and the source.

    `categories` are the codes by the slugs of their names; the first is for what names none. `source` is what the
    source is called, and stands in the draft's `kilde`.
    """

    catalogue: Catalogue
    words: Words
    languages: tuple[Words, ...]
    categories: Mapping[str, str]
    source: str

    @property
    def municipality(self) -> str:
        """The municipality of an entry that names none."""
        return self.catalogue.settings.municipalities[0]


class Given(NamedTuple):
    """One entry of a source.

    `head` is what has no field, and stands as comments at the head of the draft; `derived` are the fields that every
    entry needs and the source does not tell; `track` is the line of a walk; `old_uid` is a number that it had before.
    """

    folder: str
    uid: str
    where: Where
    place: str
    fields: Mapping[str, Value]
    told: Mapping[str, Told] = {}
    notes: Mapping[str, str] = {}
    head: tuple[str, ...] = ()
    derived: frozenset[str] = frozenset()
    track: Track | None = None
    old_uid: str = ""

    @property
    def remarks(self) -> Mapping[str, str]:
        """What the source tells and no field holds, by its heading: comments at the head, and what is unreadable."""
        found: dict[str, str] = {}
        for line in self.head:
            heading, _, text = line.partition(": ")
            found[heading] = f"{found[heading]} / {text}" if heading in found else text
        for key, note in self.notes.items():
            if key not in self.derived and not any(text[:60] in note for text in found.values()):
                found[key] = note
        return found

    @property
    def said(self) -> Mapping[str, Value]:
        """The fields that the source itself tells."""
        return {key: value for key, value in self.fields.items() if key not in self.derived and value != UNKNOWN}

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.fields.get("tittel", ""))


class Sound(NamedTuple):
    """An entry whose every field our model takes, and what had to be left to its editor."""

    given: Given
    problems: tuple[Problem, ...] = ()


def site_of(catalogue: Catalogue, languages: tuple[Words, ...], source: str, preferred: str = "diverse") -> Site:
    """What the site knows; of the languages the one that it speaks first is that of its drafts."""
    settings = catalogue.settings
    codes = sorted(catalogue.categories, key=lambda code: code != preferred)
    named: dict[str, str] = {slug(code): code for code in codes}
    for category in catalogue.categories.values():
        for text in filter(None, category.name):
            named.setdefault(slug(text), category.code)
    words = next((one for one in languages if one.language == settings.languages[0]), languages[0])
    return Site(catalogue, words, languages, named, source)


def sound(given: Given, site: Site) -> Sound:
    """Leave out what the model refuses, as a note beside the field; what every entry needs is always there."""
    fields, notes, head = dict(given.fields), dict(given.notes), list(given.head)
    problems = []
    while refused := next(_refused(given.folder, fields), None):
        key, part = refused
        whole = fields[key]
        value = whole[part] if part and isinstance(whole, Mapping) else whole
        told = given.told.get(key) or Told(given.where, given.place, key, flow(value))
        told = told._replace(heading=f"{key}.{part}", text=flow(value)) if part else told
        problems.append(not_understood(told, f"{key}.{part}" if part else key))
        said = site.words.say("import.note.said", heading=told.heading, value=one_line(told.text))
        if part and isinstance(whole, Mapping) and len(whole) > 1:
            head.append(f"{told.heading}: {one_line(told.text, 1000)}")
            fields[key] = {inner: one for inner, one in whole.items() if inner != part}
        else:
            notes[key] = said
            fields[key] = _instead(key, site)
    kept = {key: value for key, value in fields.items() if value}
    return Sound(given._replace(fields=kept, notes=notes, head=tuple(head)), tuple(problems))


def not_understood(told: Told, key: str) -> Problem:
    """Say of a cell that its words are no value of its field."""
    values = {"place": told.place, "heading": told.heading, "value": one_line(told.text, 80), "key": key}
    return Problem(told.where, Rule.CELL_NOT_UNDERSTOOD, values)


def _instead(key: str, site: Site) -> Value:
    """What stands in a draft whose source says something else that we cannot read."""
    return {"kommune": site.municipality, "kategorier": [next(iter(site.categories.values()))]}.get(key, UNKNOWN)


def _refused(folder: str, fields: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """The fields that the model does not take, and which part of a group it is."""
    try:
        KINDS[folder].model_validate({"id": "utkast", **fields}, context={"language": "nb"})
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False):
            key, *inner = (str(step) for step in one["loc"])
            whole = fields.get(key)
            if whole is not None and whole != UNKNOWN:
                yield key, next((step for step in inner if isinstance(whole, Mapping) and step in whole), "")


def draft_of(given: Given, identity: str, site: Site) -> Draft:
    """The draft, in the order of the model, with its source; hidden until its editor takes a line away."""
    kind = KINDS[given.folder]
    order = {row.alias: at for at, row in enumerate(fields_of(kind))}
    keys = sorted(given.fields, key=lambda key: order.get(key, 0))
    rows = [Row(key, _ordered(kind, key, given.fields[key]), given.notes.get(key, "")) for key in keys]
    beside = [Row(key, UNKNOWN, note) for key, note in given.notes.items() if key not in given.fields]
    at = next((at for at, row in enumerate(rows, 1) if row.key == "kommune"), len(rows))
    hidden = Row("vis_fra", HIDDEN_UNTIL, site.words.say("import.note.show"))
    today = site.catalogue.today.isoformat()
    source: Value = {"navn": site.source, "uid": given.uid, "lest": today, "sikkerhet": "trolig"}
    head = (site.words.say("import.table.head", place=given.place, source=site.source), *given.head)
    line = (
        [Row("spor", f"{identity}.gpx"), Row("spor_kilde", UNKNOWN, site.words.say("import.note.source"))]
        if given.track
        else []
    )
    return Draft(identity, (*rows[:at], hidden, *rows[at:], *line, *beside, Row("kilde", [source])), given.track, head)


def _ordered(kind: type[Entry], key: str, value: Value) -> Value:
    """A group of fields in the order of the model."""
    row = field_named(kind, key)
    if row is None or row.made_of is None or not issubclass(row.made_of, Record) or not isinstance(value, Mapping):
        return value
    order = {inner.alias: at for at, inner in enumerate(fields_of(row.made_of))}
    return {inner: value[inner] for inner in sorted(value, key=lambda inner: order.get(inner, 0))}
