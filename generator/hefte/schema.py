"""JSON Schemas from the models: what a text editor offers, explains and refuses while people write.

A schema accepts what the reader accepts in its usual spellings; the reader has the last word.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hefte.field_words import bare, codes, form, hint, need_of, record_of, records_below
from hefte.language import Words
from hefte.model import DOCUMENT_TYPES, Category, Entry, Settings
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import UNKNOWN, Need, Record
from hefte.snippets import Snippet, new_file, of_group
from hefte.source import File
from hefte.telling.values import field_label

FOLDER = "content/.hefte"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_SETTINGS = "oppsett"
_CATEGORY = next(row.written["pattern"] for row in fields_of(Entry) if row.kind == "code")

Schema = dict[str, Any]


def schemas(words: Words, categories: Iterable[Category] = ()) -> tuple[File, ...]:
    """One schema for each folder of documents and one for the settings, at their places in a municipality's folder.

    The categories are offered where their codes are written; another code is not underlined, for the list may be old.
    """
    labels = {category.code: category.name.said(words.language).text for category in categories}
    documents = (_file(kind.folder, _offering(_document(kind, words), labels, words)) for kind in DOCUMENT_TYPES)
    return (*documents, _file(_SETTINGS, _whole(Settings, words) | {"allOf": [{"$ref": _ref(Settings)}]}))


def schema_line(folder: str) -> str:
    """The comment that tells any editor which schema a file of a folder has; that of the settings for no folder."""
    above, name = ("../", folder) if folder else ("", _SETTINGS)
    return f"# yaml-language-server: $schema={above}.hefte/schema/{name}.json\n"


def headed(path: str, text: str) -> str:
    """The text of a document under its schema line; that of any other file, or one that has its line, as it is.

    `path` is below the content folder.
    """
    folder = path.rpartition("/")[0]
    is_ours = folder in {kind.folder for kind in DOCUMENT_TYPES} or path == Settings.file
    line = schema_line(folder) if is_ours else ""
    return text if line in text else line + text


def editor_settings() -> File:
    """What VS Code's YAML extension needs to know: which schema belongs to which files."""
    folders = (kind.folder for kind in DOCUMENT_TYPES)
    of_folders = {_path(folder): [f"**/{folder}/*.yaml", f"**/{folder}/*.yml"] for folder in folders}
    settings = {
        "yaml.schemas": of_folders | {_path(_SETTINGS): [f"**/{Settings.file}"]},
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "yaml.hoverSchemaSource": False,
        "redhat.telemetry.enabled": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
    }
    return File(".vscode/settings.json", _json(settings))


def editor_extensions() -> File:
    """Which extension VS Code offers to install when the folder is opened."""
    return File(".vscode/extensions.json", _json({"recommendations": ["redhat.vscode-yaml"]}))


def _path(name: str) -> str:
    return f"./{FOLDER}/schema/{name}.json"


def _file(name: str, schema: Schema) -> File:
    return File(f"{FOLDER}/schema/{name}.json", _json(schema))


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _document(kind: type[Record], words: Words) -> Schema:
    """One entry, named by its file, or a list of entries with an id each."""
    entry = {"$ref": _ref(kind)}
    rows = {"type": ["array"], "items": {"allOf": [entry, _required("id", words)]}}
    snippets = {"defaultSnippets": list(new_file(kind, words))}
    return _whole(kind, words) | snippets | {"anyOf": [entry, rows | {"errorMessage": words.say("guide.group")}]}


def _offering(schema: Schema, labels: Mapping[str, str], words: Words) -> Schema:
    """The schema of a document, with its fields of categories offering their codes with their labels."""
    codes = {"enum": list(labels), "enumDescriptions": list(labels.values()), "errorMessage": _choose(labels, words)}
    return {key: _offered(value, codes) for key, value in schema.items()} if labels else schema


def _offered(part: object, codes: Schema) -> object:
    if isinstance(part, list):
        return [_offered(one, codes) for one in part]
    if not isinstance(part, dict):
        return part
    if part.get("pattern") == _CATEGORY:
        about = {key: part[key] for key in ("title", "description") if key in part}
        return about | {"anyOf": [codes, {key: value for key, value in part.items() if key not in about}]}
    return {key: _offered(value, codes) for key, value in part.items()}


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
    required = (row.alias for row in rows if need_of(row) is Need.REQUIRED)
    return _group({row.alias: _field(record, row, words) for row in rows}, required, words)


def _group(fields: Mapping[str, Schema], required: Iterable[str], words: Words) -> Schema:
    """A group of fields; what may be wrong with it is a schema each, for a schema has one message.

    The type stands in a list: that of a single word loses its message where other forms may be meant.
    """
    known = {"properties": dict.fromkeys(fields, True), "additionalProperties": False}
    no_others = known | {"errorMessage": words.say("guide.no-such-field")}
    about = {"type": ["object"], "errorMessage": words.say("guide.group"), "properties": dict(fields)}
    return about | {"allOf": [no_others, *(_required(key, words) for key in required)]}


def _required(key: str, words: Words) -> Schema:
    return {"required": [key], "errorMessage": words.say("problem.missing-field", key=key)}


def _field(record: type[Record], row: FieldRow, words: Words) -> Schema:
    """A field with its words. No `examples`: an editor would write them, and they are true of nobody."""
    about: Schema = {"title": field_label(record, row, words), "description": _description(record, row, words)}
    snippets = () if _is_only_a_list(row) else of_group(record, row, words)
    return about | _one_of(_forms(record, row, words), snippets)


def _description(record: type[Record], row: FieldRow, words: Words) -> str:
    parts = [hint(record, row, words)]
    if row.kind not in {"record", "choice", "line", "word"}:
        parts.append(words.say("guide.written", form=form(row, words)))
    parts.append(words.say(f"need.{need_of(row)}"))
    if row.own:
        parts.append(words.say("guide.own"))
    parts.append(f"{words.say('guide.example')}: {row.example}")
    return " ".join(parts)


def _forms(record: type[Record], row: FieldRow, words: Words) -> Iterator[Schema]:
    """Every way to write a field: one value, a word of its own, a list of values."""
    single = tuple(_single(record, row, words))
    if not _is_only_a_list(row):
        special = tuple(word for short in row.shorts for word in short.words)
        yield from (_or_word(special, schema, words) if special and "enum" in schema else schema for schema in single)
    if row.many:
        snippets = of_group(record, row, words) if _is_only_a_list(row) else ()
        said = words.say("problem.not-a-list", key=row.alias)
        yield {"type": ["array"], "items": _one_of(single, snippets), "errorMessage": said}


def _is_only_a_list(row: FieldRow) -> bool:
    return row.many and not any(short.one for short in row.shorts)


def _or_word(special: tuple[str, ...], schema: Schema, words: Words) -> Schema:
    """Codes that stand beside words with a meaning of their own: editors show one list."""
    labels = {"enum": [*special, *schema["enum"]], "enumDescriptions": [*special, *schema["enumDescriptions"]]}
    return schema | labels | {"errorMessage": _choose(labels["enum"], words)}


def _single(record: type[Record], row: FieldRow, words: Words) -> Iterator[Schema]:
    below = record_of(row)
    if row.written and (below is None or row.refers):
        yield _leaf(row, words)
    for key in bare(row):
        yield from _forms(below or record, key, words)
    if below:
        yield {"$ref": _ref(below)}
    elif row.kind == "choice":
        yield _codes(row, words)


def _one_of(forms: Iterable[Schema], snippets: tuple[Snippet, ...] = ()) -> Schema:
    """The forms of a value; beside a snippet also a single one stands in a list, or its fields would be written."""
    found = tuple(forms)
    offered: Schema = {"defaultSnippets": list(snippets)} if snippets else {}
    return found[0] if len(found) == 1 and not snippets else {"anyOf": list(found)} | offered


def _leaf(row: FieldRow, words: Words) -> Schema:
    schema, said = dict(row.written), _write(row, words)
    if "anyOf" in schema:
        return {"anyOf": [_text(form, words) for form in schema["anyOf"]]}
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], *_unknown(row)], "errorMessage": said}
    if "pattern" in schema:
        pattern = f"{schema['pattern']}|^{UNKNOWN}$" if _unknown(row) else schema["pattern"]
        return schema | {"pattern": pattern, "errorMessage": said, "patternErrorMessage": said}
    return schema | {"errorMessage": said}


def _write(row: FieldRow, words: Words) -> str:
    said = words.say("guide.write", form=form(row, words))
    return said if need_of(row) is Need.REQUIRED else f"{said} {words.say('guide.or-leave-out')}"


def _text(schema: Schema, words: Words) -> Schema:
    """A text, or one in several languages; a length is a pattern, for only a pattern has a message of its own."""
    if "properties" in schema:
        return _group({key: _text(part, words) for key, part in schema["properties"].items()}, (), words)
    limit = schema["maxLength"]
    said = {"errorMessage": words.say("guide.text"), "patternErrorMessage": words.say("guide.at-most", limit=limit)}
    return {"type": schema["type"], "pattern": rf"^[\s\S]{{0,{limit}}}$"} | said


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
