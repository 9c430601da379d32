"""The fields of a record in the form: what is asked first, how it is filled in, and what it is called."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from hefte.canonical.shape import Slot, shape
from hefte.field_words import codes, form, hint, need_of, record_of
from hefte.form.patterns import PATTERNS
from hefte.language import Words
from hefte.model.entry import Entry
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import UNKNOWN, Need, Record
from hefte.model.texts import FORMS, MAX_LEAD
from hefte.telling.values import field_label

Field = dict[str, Any]

MORE, OTHERS, REST, HERE = "flere_felt", "andre_språk", "_rest", "_beskrevet"
"""What only the form has: rare fields, words in other languages, what it cannot hold, a place told on the spot."""

_OFTEN = (
    *("body", "notice", "pictures", "text"),
    *("cancelled", "moved", "plan", "stretches", "track", "parking", "toilet"),
)
"""Optional fields that are used so often that they are not put away among the rare ones."""

_TOLD_BY_ITSELF = (
    *("word", "id", "line", "link", "email", "reference", "colour", "markdown", "picture_file", "track_file"),
    *("record", "choice", "date", "yes_no", "code", "municipality"),
)
"""Kinds of value whose form needs no words: they are chosen, or written as anything else is."""

_BUTTONS = ["bold", "italic", "link", "heading-two", "heading-three", "bulleted-list", "numbered-list"]
_SUMMARY = 3


class Choices(NamedTuple):
    """What the site itself lets an editor choose from, as codes with labels."""

    categories: tuple[tuple[str, str], ...]
    municipalities: tuple[tuple[str, str], ...]
    own_municipalities: tuple[str, ...]


class Asking(NamedTuple):
    """In whose words the form asks: `main` is the site's own language, `others` are those it is said in as well."""

    words: Words
    main: str
    others: tuple[str, ...]
    choices: Choices
    content: str


def document_fields(record: type[Record], asking: Asking) -> list[Field]:
    """The fields of a document: those that must be there, its own, those that should be, and the rare ones put away."""
    rows = [row for row in fields_of(record) if row.name != "id"]
    often = [row for row in rows if not is_rare(row)]
    own = [row for kind in _above_entry(record) for row in often if row.name in kind.__annotations__]
    own = [row for row in own if need_of(row) is not Need.REQUIRED]
    first = [row for row in often if need_of(row) is Need.REQUIRED]
    fields = [
        field
        for row in (*first, *own, *(row for row in often if row not in (*first, *own)))
        for field in _field(record, row, asking)
    ]
    rare = [field for row in rows if is_rare(row) for field in _field(record, row, asking)]
    put_away = _group(MORE, asking.words.say("admin.more"), rare) | {"hint": asking.words.say("admin.more.hint")}
    return [*fields, *([put_away] if rare else []), *_others(record, asking), _rest()]


def _above_entry(record: type[Record]) -> Iterator[type[Record]]:
    """The class and those it is made of that are of its own sort, the nearest first."""
    yield record
    yield from (kind for kind in record.__mro__[1:] if issubclass(kind, Entry) and kind is not Entry)


def is_rare(row: FieldRow) -> bool:
    """Whether a field of a document is put away among those that are seldom filled in."""
    return need_of(row) is Need.OPTIONAL and row.name not in _OFTEN


def rare_keys(record: type[Record]) -> list[str]:
    """The keys of the fields that are put away."""
    return [row.alias for row in fields_of(record) if row.name != "id" and is_rare(row)]


def _record_fields(record: type[Record], asking: Asking) -> list[Field]:
    fields = [field for row in fields_of(record) for field in _field(record, row, asking)]
    return [*fields, *_others(record, asking), _rest()]


def _rest() -> Field:
    return {"name": REST, "widget": "hidden"}


def _others(record: type[Record], asking: Asking) -> Iterator[Field]:
    """The words of a record in the other languages, put away until somebody translates."""
    said = [row for row in fields_of(record) if _slot(record, row).kind == "said" and not row.many]
    if not said or not asking.others:
        return
    groups = [
        _group(code, asking.words.say(f"admin.in.{code}"), [_optional(_text(record, row, asking)) for row in said])
        for code in asking.others
    ]
    yield _group(OTHERS, asking.words.say("admin.others"), groups)


def _optional(field: Field) -> Field:
    return {key: value for key, value in field.items() if key != "hint"} | {"required": False}


def _group(name: str, label: str, fields: list[Field]) -> Field:
    return {"name": name, "label": label, "widget": "object", "required": False, "collapsed": "auto", "fields": fields}


def _slot(record: type[Record], row: FieldRow) -> Slot:
    return next(slot for slot in shape()[record.__name__] if slot.key == row.alias)


def _field(record: type[Record], row: FieldRow, asking: Asking) -> Iterator[Field]:
    slot = _slot(record, row)
    if slot.kind == "place":
        yield _about(record, row, asking) | _relation(row)
        here = f"{row.alias}{HERE}"
        below = record_of(row)
        fields = _record_fields(below, asking) if below else []
        yield _group(here, asking.words.say("admin.here", label=field_label(record, row, asking.words)), fields)
    elif slot.kind == "group":
        yield _about(record, row, asking) | _record(row, slot, asking)
    elif slot.kind == "said" and row.many:
        yield _about(record, row, asking) | {
            "widget": "list",
            "summary": f"{{{{fields.{asking.main}}}}}",
            "fields": _languages(asking),
        }
    elif row.many:
        yield _about(record, row, asking) | _several(record, row, slot, asking)
    else:
        yield _text(record, row, asking)


def _about(record: type[Record], row: FieldRow, asking: Asking) -> Field:
    return {
        "name": row.alias,
        "label": field_label(record, row, asking.words),
        "hint": _hint(record, row, asking.words),
        "required": need_of(row) is Need.REQUIRED,
    }


def _hint(record: type[Record], row: FieldRow, words: Words) -> str:
    """What a field is for, in the words that stand in the form: labels, not keys and codes."""
    own = f"admin.hint.{record.__name__}.{row.name}", f"hint.{record.__name__}.{row.name}", f"admin.hint.{row.name}"
    said = next((words.say(key) for key in own if words.has(key)), hint(record, row, words))
    if row.kind not in _TOLD_BY_ITSELF:
        said += f" {words.say('guide.written', form=form(row, words))}"
    labels = _labels(record, row, words)
    return re.sub(r"`([^`]*)`", lambda found: f"«{labels.get(found[1], found[1])}»", said)


def _labels(record: type[Record], row: FieldRow, words: Words) -> Mapping[str, str]:
    """What keys and codes are called in the form: those of the record, of the field, and of what it holds."""
    below = record_of(row)
    rows = [*fields_of(record), *(fields_of(below) if below else ())]
    named = {
        one.alias: field_label(record if one in fields_of(record) else below or record, one, words) for one in rows
    }
    chosen = dict(pair for one in (*rows, row) for pair in codes(one, words))
    return named | chosen | {"ja": words.say("admin.ja"), "nei": words.say("admin.nei")}


def _languages(asking: Asking) -> list[Field]:
    codes_ = (asking.main, *(code for code in FORMS if code != asking.main))
    return [
        {
            "name": code,
            "label": asking.words.say(f"admin.in.{code}"),
            "widget": "string",
            "required": code == asking.main,
        }
        for code in codes_
        if code == asking.main or code in asking.others
    ] + [_rest()]


def _record(row: FieldRow, slot: Slot, asking: Asking) -> Field:
    below = record_of(row)
    fields = _record_fields(below, asking) if below else []
    if not row.many:
        return {"widget": "object", "collapsed": "auto", "fields": fields}
    named = (field.alias for field in fields_of(below) if field.kind not in ("yes_no", "record")) if below else iter(())
    summary = " ".join(f"{{{{fields.{name}}}}}" for name in islice(named, _SUMMARY))
    for field in fields:
        if field["name"] == slot.short:
            _with_words(field, slot, asking)
    return {"widget": "list", "collapsed": "auto", "summary": summary, "fields": fields}


def _with_words(field: Field, slot: Slot, asking: Asking) -> None:
    """A word that is no code of the field, such as «ingen», can be chosen like one."""
    known = {option["value"] for option in field.get("options", ())}
    new = [value for _, key, value in slot.words if key == slot.short and "options" in field and value not in known]
    field.get("options", []).extend({"label": asking.words.say("admin.none"), "value": value} for value in new)


def _relation(row: FieldRow) -> Field:
    return {
        "widget": "relation",
        "collection": row.refers,
        "value_field": "{{slug}}",
        "display_fields": ["tittel"],
        "search_fields": ["tittel"],
    }


def _several(record: type[Record], row: FieldRow, slot: Slot, asking: Asking) -> Field:
    options = _options(row, slot, asking)
    if options:
        known = (
            asking.choices.own_municipalities if row.kind == "municipality" and need_of(row) is Need.REQUIRED else ()
        )
        return {"widget": "select", "multiple": True, "options": options} | ({"default": list(known)} if known else {})
    if row.refers:
        return _relation(row) | {"multiple": True}
    one = _text(record, row, asking)
    return {
        "widget": "list",
        "field": {key: value for key, value in one.items() if key != "hint"} | {"required": True},
    }


def _options(row: FieldRow, slot: Slot, asking: Asking) -> list[Field]:
    found: Iterable[tuple[str, str]] = codes(row, asking.words)
    if row.kind == "yes_no":
        found = ((code, asking.words.say(f"admin.{code}")) for code in slot.codes)
    elif row.kind == "code" and row.alias == "kategorier":
        found = asking.choices.categories
    elif row.kind == "municipality":
        found = asking.choices.municipalities
    return [{"label": label, "value": code} for code, label in found]


def _text(record: type[Record], row: FieldRow, asking: Asking) -> Field:
    """A field with one value."""
    slot = _slot(record, row)
    about = _about(record, row, asking)
    options = _options(row, slot, asking)
    if options:
        unsaid = [] if about["required"] else [{"label": asking.words.say("admin.not_said"), "value": ""}]
        return about | {"widget": "select", "options": [*unsaid, *options]}
    if row.refers:
        return about | _relation(row)
    special = _SPECIAL.get(row.kind)
    if special:
        return about | special
    if slot.kind in ("picture", "track"):
        return about | _file(slot.kind, asking)
    return about | _words(row) | _pattern(row, asking)


_SPECIAL: Mapping[str, Field] = {
    "date": {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"},
    "markdown": {
        "widget": "richtext",
        "buttons": _BUTTONS,
        "editor_components": [],
        "minimal": True,
        "use_emoji_autocomplete": False,
        "modes": ["raw", "rich_text"],
    },
    "colour": {"widget": "color"},
}


def _file(kind: str, asking: Asking) -> Field:
    """A file in the folder of pictures or of tracks; the form writes the folder before its name."""
    folder = {"picture": "bilder", "track": "spor"}[kind]
    accept = {"picture": "image/jpeg,image/png,image/webp", "track": ".gpx"}[kind]
    places = {"media_folder": f"/{asking.content}/{folder}", "public_folder": f"/{folder}"}
    return {"widget": "image" if kind == "picture" else "file", "accept": accept, "choose_url": False} | places


def _words(row: FieldRow) -> Field:
    """One line, or several where the example is a sentence."""
    longest = next(
        (part["maxLength"] for part in (row.written, *row.written.get("anyOf", ())) if "maxLength" in part), 0
    )
    widget = "text" if (row.kind == "line" and row.example.endswith(".")) or longest == MAX_LEAD else "string"
    return {"widget": widget, "use_emoji_autocomplete": False} | ({"maxlength": longest} if longest else {})


def _pattern(row: FieldRow, asking: Asking) -> Field:
    pattern = PATTERNS.get(row.kind, row.written.get("pattern"))
    if not pattern:
        return {}
    message = asking.words.say("admin.write", form=form(row, asking.words))
    return {"pattern": [f"{pattern}|^{UNKNOWN}$" if need_of(row) is not Need.REQUIRED else pattern, message]}
