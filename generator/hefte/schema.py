"""JSON Schemas from the models: what a text editor offers, explains and refuses while people write.

A schema accepts what the reader accepts in its usual spellings; the reader has the last word.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hefte.field_words import bare, codes, example, form, hint, need_of, record_of, records_below
from hefte.language import Words
from hefte.model import DOCUMENT_TYPES, Settings
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import UNKNOWN, Need, Record
from hefte.source import File
from hefte.telling.values import field_label

FOLDER = "content/.hefte"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_SETTINGS = "oppsett"

Schema = dict[str, Any]


def schemas(words: Words) -> tuple[File, ...]:
    """One schema for each folder of documents and one for the settings, at their places in a municipality's folder."""
    documents = (_file(kind.folder, _document(kind, words)) for kind in DOCUMENT_TYPES)
    return (*documents, _file(_SETTINGS, _whole(Settings, words) | {"allOf": [{"$ref": _ref(Settings)}]}))


def editor_settings() -> File:
    """What VS Code's YAML extension needs to know: which schema belongs to which files."""
    folders = (kind.folder for kind in DOCUMENT_TYPES)
    of_folders = {_path(folder): [f"**/{folder}/*.yaml", f"**/{folder}/*.yml"] for folder in folders}
    settings = {
        "yaml.schemas": of_folders | {_path(_SETTINGS): [f"**/{Settings.file}"]},
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
    }
    return File(".vscode/settings.json", _json(settings))


def _path(name: str) -> str:
    return f"./{FOLDER}/schema/{name}.json"


def _file(name: str, schema: Schema) -> File:
    return File(f"{FOLDER}/schema/{name}.json", _json(schema))


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _document(kind: type[Record], words: Words) -> Schema:
    """One entry, named by its file, or a list of entries with an id each."""
    entry = {"$ref": _ref(kind)}
    rows = {"type": "array", "items": {"allOf": [entry, {"required": ["id"]}]}}
    return _whole(kind, words) | {"anyOf": [entry, rows]}


def _whole(kind: type[Record], words: Words) -> Schema:
    records = (kind, *records_below(kind))
    name = getattr(kind, "folder", "") or _SETTINGS
    return {
        "$schema": _DRAFT,
        "title": words.say(f"guide.name.{name}"),
        "description": words.say(f"guide.about.{name}"),
        "definitions": {record.__name__: _record(record, words) for record in records},
    }


def _ref(record: type[Record]) -> str:
    return f"#/definitions/{record.__name__}"


def _record(record: type[Record], words: Words) -> Schema:
    rows = fields_of(record)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [row.alias for row in rows if need_of(row) is Need.REQUIRED],
        "properties": {row.alias: _field(record, row, words) for row in rows},
    }


def _field(record: type[Record], row: FieldRow, words: Words) -> Schema:
    about = {
        "title": field_label(record, row, words),
        "description": _description(record, row, words),
        "examples": [example(row)],
    }
    return about | _one_of(_forms(row, words))


def _description(record: type[Record], row: FieldRow, words: Words) -> str:
    parts = [hint(record, row, words)]
    if row.kind not in {"record", "choice", "line", "word"}:
        parts.append(words.say("guide.written", form=form(row, words)))
    parts.append(words.say(f"need.{need_of(row)}"))
    if row.own:
        parts.append(words.say("guide.own"))
    return " ".join(parts)


def _forms(row: FieldRow, words: Words) -> Iterator[Schema]:
    """Every way to write a field: one value, a word of its own, a list of values."""
    single = tuple(_single(row, words))
    if not row.many or any(short.one for short in row.shorts):
        special = tuple(word for short in row.shorts for word in short.words)
        yield from (_or_word(special, schema, words) if special and "enum" in schema else schema for schema in single)
    if row.many:
        yield {"type": "array", "items": _one_of(single)}


def _or_word(special: tuple[str, ...], schema: Schema, words: Words) -> Schema:
    """Codes that stand beside words with a meaning of their own: editors show one list."""
    labels = {"enum": [*special, *schema["enum"]], "enumDescriptions": [*special, *schema["enumDescriptions"]]}
    return schema | labels | {"errorMessage": _choose(labels["enum"], words)}


def _single(row: FieldRow, words: Words) -> Iterator[Schema]:
    record = record_of(row)
    if row.written and (record is None or row.refers):
        yield _leaf(row, words)
    for key in bare(row):
        yield from _forms(key, words)
    if record:
        yield {"$ref": _ref(record)}
    elif row.kind == "choice":
        yield _codes(row, words)


def _one_of(forms: Iterable[Schema]) -> Schema:
    found = tuple(forms)
    return found[0] if len(found) == 1 else {"anyOf": list(found)}


def _leaf(row: FieldRow, words: Words) -> Schema:
    schema = dict(row.written)
    said = words.say("guide.write", form=form(row, words))
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], *_unknown(row)], "errorMessage": said}
    if "pattern" in schema:
        pattern = f"{schema['pattern']}|^{UNKNOWN}$" if _unknown(row) else schema["pattern"]
        return schema | {"pattern": pattern, "errorMessage": said, "patternErrorMessage": said}
    return schema if "anyOf" in schema else schema | {"errorMessage": said}


def _codes(row: FieldRow, words: Words) -> Schema:
    """The codes with their labels; what programs write for ja and nei is understood as well."""
    labels = dict(codes(row, words))
    both = {True: labels["ja"], False: labels["nei"]} if {"ja", "nei"} <= set(labels) else {}
    unknown = dict.fromkeys(_unknown(row), words.say("guide.unknown"))
    return {
        "enum": [*labels, *both, *unknown],
        "enumDescriptions": [*labels.values(), *both.values(), *unknown.values()],
        "errorMessage": _choose(labels, words),
    }


def _choose(written: Iterable[object], words: Words) -> str:
    asked = (code for code in written if isinstance(code, str) and code != UNKNOWN)
    return words.say("guide.choose", codes=", ".join(asked))


def _unknown(row: FieldRow) -> tuple[str, ...]:
    return () if need_of(row) is Need.REQUIRED else (UNKNOWN,)
