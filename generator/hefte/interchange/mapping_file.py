"""How the columns of a table are read, as a small file that its editor can correct and use again next year."""

from collections.abc import Mapping
from typing import NamedTuple

import yaml

from hefte.edits import scalar
from hefte.interchange.heading_words import targets
from hefte.interchange.headings import Layout, Sure
from hefte.language import Words
from hefte.spelling import nearest


class Chosen(NamedTuple):
    """What the file says: the fields by their headings, the sheet, and what the source is called."""

    columns: Mapping[str, str] = {}
    sheet: str = ""
    source: str = ""


class UnknownFieldError(ValueError):
    """A column is said to be a field that does not exist; the arguments are heading, field, and what is near."""


def mapping_text(layout: Layout, source: str, words: Words) -> str:
    """The file as it is proposed; what is not certain has a note."""
    lines = [f"# {line}" for line in words.say("import.mapping.head").splitlines()]
    lines += [
        f"kilde: {scalar(source)}",
        *([f"ark: {scalar(layout.sheet.name)}"] if layout.sheet.name else []),
        "kolonner:",
    ]
    for column in layout.columns:
        note = (
            f"  # {words.say(f'import.sure.{column.sure}')}"
            if column.sure in (Sure.LIKELY, Sure.NONE, Sure.PRIVATE)
            else ""
        )
        lines.append(f"  {scalar(column.heading)}: {column.target}{note}")
    return "".join(f"{line}\n" for line in lines)


def read_mapping(text: str) -> Chosen:
    """Read the file; raise ValueError where it is none, and UnknownFieldError for a field that does not exist."""
    try:
        data = yaml.load(text, Loader=yaml.CBaseLoader) or {}  # noqa: S506  # BaseLoader makes only text
    except (yaml.YAMLError, RecursionError):
        raise ValueError(text[:20]) from None
    columns = data.get("kolonner", {}) if isinstance(data, dict) else None
    if not isinstance(columns, dict) or not all(isinstance(target, str) for target in columns.values()):
        raise ValueError(text[:20])
    for heading, target in columns.items():
        if target not in targets():
            raise UnknownFieldError(heading, target, ", ".join(nearest(target, targets())))
    return Chosen(columns, str(data.get("ark", "")), str(data.get("kilde", "")))
