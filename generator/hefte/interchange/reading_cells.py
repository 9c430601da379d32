"""One cell for one field of one type of entry: by the field's own reader, else by what the model says of the field."""

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from hefte.edits import Value
from hefte.interchange.cells import READERS, TICKS, Asked, Values, answered, choice_named, pieces
from hefte.interchange.given import KINDS, Site
from hefte.interchange.heading_words import plain_heading
from hefte.interchange.plain_words import one_line, plain_text
from hefte.interchange.told_audience import audience_is_whole
from hefte.interchange.told_times import day_told
from hefte.model.fields import FieldRow, field_named
from hefte.model.kinds import Choice, Record
from hefte.municipalities import MUNICIPALITIES
from hefte.norwegian import slug
from hefte.problem import Rule
from hefte.reading.meant import value_meant

JOINED = ("beskrivelse", "notat")
"""Texts that several columns may tell together."""

_NEAR_CATEGORY = 88
_SCHEDULE = ("når", "start", "slutt")
_LEADS = ("ingress", "tittel")


_FACTS = (
    *_SCHEDULE,
    "pris",
    "målgruppe",
    "egnet",
    "påmelding",
    "tilrettelagt",
    "ledsagerbevis",
    "fritidskort",
    "kommune",
)
_WAY_IN = {"inn", "inngang", "inngangen", "in", "entrance"}
"""A cross below «Rullestol» may be a toilet, a lift or a wish; below «Rullestol inn» it is a way in."""


class Found(NamedTuple):
    """The values of a cell; None where it cannot be read, or where the type of entry has no such field.

    `is_whole` is whether the values say all that the cell says.
    """

    values: Values | None
    is_whole: bool = True
    has_no_field: bool = False


def read_cell(text: str, target: str, folder: str, site: Site, heading: str = "") -> Found:
    """Read a cell for a field, or for one within a group (`kontakt.tlf`)."""
    outer = target.partition(".")[0]
    asked = Asked(target, site.languages)
    if outer not in _SCHEDULE and _row_of(outer, folder) is None:
        return Found(None, has_no_field=True)
    if _is_unsure(text, target, heading):
        return Found(None)
    if target in _OF_THE_SITE:
        return _OF_THE_SITE[target](text, site)
    if target in READERS:
        values = READERS[target](text, asked)
        is_audience = target in ("målgruppe", "målgruppe.alder", "målgruppe.for")
        return Found(values, is_whole=not (is_audience and values) or audience_is_whole(text))
    row = _row_of(target, folder)
    value = _value(text, row, asked) if row else None
    return Found({target: value} if value else None)


def _is_unsure(text: str, target: str, heading: str) -> bool:
    """Whether somebody asks instead of telling, or ticks a heading that does not say what for."""
    if target.partition(".")[0] in _FACTS and "?" in text:
        return True
    is_tick = text.lower().strip(" .!") in TICKS
    return is_tick and target == "egnet.rullestol_inn" and not _WAY_IN & set(plain_heading(heading).split("_"))


def _row_of(target: str, folder: str) -> FieldRow | None:
    """What the model says of the field that a path leads to."""
    record: type[Record] = KINDS[folder]
    row = None
    for step in target.split("."):
        row = field_named(record, step)
        if row is None:
            return None
        record = row.made_of if row.made_of and issubclass(row.made_of, Record) else record
    return row


def _value(text: str, row: FieldRow, asked: Asked) -> Value | None:
    if row.made_of and issubclass(row.made_of, Choice):
        kind = row.made_of
        codes = [choice_named(kind, part, asked.words) for part in (pieces(text) if row.many else (text,))]
        return None if not all(codes) else codes if row.many else codes[0]
    if row.kind == "yes_no":
        return answered(text) or None
    if row.kind == "date":
        return day_told(text) or None
    if row.kind == "markdown" or row.alias in _LEADS:
        return plain_text(text)
    if row.many:
        return [one_line(part, 60) for part in pieces(text)]
    return one_line(plain_text(text))


def _categories(text: str, site: Site) -> Found:
    """The site's own categories; words that are none of them become words to search by."""
    found: dict[str, None] = {}
    others: list[Value] = []
    for part in pieces(text) if slug(text) not in site.categories else (text,):
        code = _category(part, site)
        if code:
            found[code] = None
        else:
            others.append(one_line(part, 60))
    values: dict[str, Value] = {"kategorier": list(found)} if found else {}
    return Found({**values, **({"temaord": others} if others else {})}, is_whole=bool(found) or not others)


def _category(text: str, site: Site) -> str:
    said = slug(text)
    if said in site.categories:
        return site.categories[said]
    near = process.extractOne(said, site.categories.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_CATEGORY)
    return site.categories[near[0]] if near else ""


def _municipalities(text: str, _: Site) -> Found:
    found = list(_numbers(text))
    return Found({"kommune": found[0] if len(found) == 1 else list(found)}) if found and all(found) else Found(None)


def _numbers(text: str) -> Iterator[str]:
    """Numbers of municipalities by their names; the 0 that a spreadsheet takes away is put back."""
    for part in (text,) if value_meant(Rule.NOT_A_MUNICIPALITY, text) else pieces(text):
        number = part.zfill(4) if part.isdecimal() else value_meant(Rule.NOT_A_MUNICIPALITY, part)
        yield number if number in MUNICIPALITIES else ""


def _tags(text: str, _: Site) -> Found:
    return Found({"temaord": [one_line(part, 60) for part in pieces(text)]})


_OF_THE_SITE = {"kategorier": _categories, "kommune": _municipalities, "temaord": _tags}
