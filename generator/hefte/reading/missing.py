"""What to write where a field is missing, the way its file is written; never what only its writer can know."""

import re
from collections.abc import Mapping

from hefte.edits import flow
from hefte.model.kinds import Record
from hefte.model.parts import PriceRow
from hefte.positions import Group, group_at
from hefte.reading.fields import keys, line_to_add, record_at
from hefte.source import Source

Location = tuple[str | int, ...]

_OWN_WORDS = ("alt", "tittel", "ingress", "dato", "til_m")
"""An example of these would pass every check, and be published as a fact about something else."""

_AMOUNT = re.compile(r"(\d+(?:[.,]\d{1,2})?)\s*(?:kr\.?|kroner|,-|,–)?|gratis", re.IGNORECASE)


def what_to_add(source: Source, at: Location, kind: type[Record], location: Location) -> Mapping[str, str]:
    """The whole group where it stands between braces, else the line, and the key that it stands beside.

    Its value is left open, for whoever knows it: what may stand there is shown as an example.
    """
    key = str(location[-1])
    line = f"{key}: …"
    example = {} if key in _OWN_WORDS else {"example": line_to_add(kind, location)}
    group = group_at(source, (*at, *location[:-1])) if len(location) > 1 else None
    if group is None:
        return {"add": line} | example
    if record_at(kind, location[:-1]) is PriceRow and (rows := _prices_by_name(group)):
        return {"instead": rows}
    if group.braces:
        return {"instead": _with_line(group.braces[1:-1], key, line)} | example
    return {"add": line, "beside": group.fields[0][0]} | example


def _with_line(inside: str, key: str, line: str) -> str:
    """The group with the missing field; where that stands already without a value, it is not written twice."""
    empty = re.compile(rf"(?:^|(?<=[\s,])){re.escape(key)}:\s*(?=,|$)")
    filled, times = empty.subn(line, inside.strip(" ,"), count=1)
    return f"{{{filled}}}" if times else f"{{{filled}, {line}}}"


def _prices_by_name(group: Group) -> str:
    """`{voksen: 50, barn: 20}` as one row for each who pays; empty where one of them is a field, or no price."""
    rows = []
    for key, value in group.fields:
        match = _AMOUNT.fullmatch(value.strip())
        if match is None or key in keys(PriceRow):
            return ""
        name = key.replace("_", " ")
        rows.append(f"{{navn: {flow(name[:1].upper() + name[1:])}, kr: {(match[1] or 'gratis').replace(',', '.')}}}")
    return f"[{', '.join(rows)}]"
