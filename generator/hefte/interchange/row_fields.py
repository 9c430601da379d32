"""The values of a row laid together: groups of fields, hours with their days, and what the type of entry calls them."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import NamedTuple

from hefte.edits import Value
from hefte.interchange.plain_words import cut, lead_of
from hefte.model.texts import MAX_LEAD, MAX_MARKDOWN, MAX_TITLE

SCHEDULES: Mapping[str, str] = {
    "aktiviteter": "når",
    "arrangementer": "når",
    "grupper": "møtes",
    "steder": "åpningstider",
    "organisasjoner": "åpningstider",
}
"""What each type calls its hours; a walk has none."""

_OF_ROW = ("dag", "kl", "fra_kl", "til_kl", "hver", "fra", "til")


class Laid(NamedTuple):
    """The fields of an entry, the paths that found no place among them, and the fields that nobody has told."""

    fields: Mapping[str, Value]
    left: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()


def laid_together(found: Mapping[str, Value], folder: str) -> Laid:
    """Make fields of the values by their paths; `found` is left as it is."""
    parts = dict(found)
    left = tuple(_schedule(parts, folder))
    if "påmelding.frist" in parts:
        parts.setdefault("påmelding.svar", "ja")
    fields: dict[str, Value] = {}
    for path, value in parts.items():
        outer, _, inner = path.partition(".")
        if inner:
            group = fields.setdefault(outer, {})
            fields[outer] = {**group, inner: value} if isinstance(group, Mapping) else group
        else:
            fields[path] = value
    if folder == "organisasjoner" and isinstance(fields.get("sted"), Mapping):
        fields["besøksadresse"] = fields.pop("sted")
    is_silent = not fields.get("ingress") and not fields.get("beskrivelse")
    return Laid({**fields, **_texts(fields)}, left, ("ingress",) if is_silent else ())


def _texts(fields: Mapping[str, Value]) -> dict[str, Value]:
    """The title, and the line under it: the source's own, or else the first sentence of what it says."""
    title, body = str(fields.get("tittel", "")), str(fields.get("beskrivelse", ""))
    lead = str(fields.get("ingress", ""))
    if len(lead) > MAX_LEAD:
        body = f"{lead}\n\n{body}".strip()
    lead = cut(lead, MAX_LEAD) or lead_of(body) or cut(title, MAX_LEAD)
    whole = cut(body, MAX_MARKDOWN) if " ".join(body.split()) != lead else ""
    return {"tittel": cut(title, MAX_TITLE), "ingress": lead, "beskrivelse": whole}


def _schedule(parts: MutableMapping[str, Value], folder: str) -> Iterator[str]:
    """Days and hours from their columns as rows; what has no day is no row, and is left."""
    row = {name: parts.pop(f"når.{name}") for name in _OF_ROW if f"når.{name}" in parts}
    hours = row.pop("kl", None) or "-".join(str(row.pop(name)) for name in ("fra_kl", "til_kl") if name in row)
    rows = parts.pop("når", None)
    key = SCHEDULES.get(folder, "")
    if "start" in parts and folder == "arrangementer":
        hours = _with_hours(parts, str(hours))
    elif "start" in parts:
        day = str(parts.pop("start"))
        parts.pop("slutt", None)
        rows = [{"også": [day[:10]], **({"kl": day[11:]} if day[11:] else {})}]
    made = _rows(rows, row, str(hours or "")) if key else []
    if made:
        parts[key] = made
    else:
        yield from (f"når.{name}" for name in row)
        yield from ("når.kl",) if hours else ()
        yield from ("når",) if rows else ()


def _with_hours(parts: MutableMapping[str, Value], hours: str) -> str:
    """Put the hours of another column behind the day of an event; what is left of them."""
    start = str(parts["start"])
    begins, _, ends = hours.partition("-")
    if not hours or len(start) > 10:
        return hours
    parts["start"] = f"{start} {begins}"
    if ends and ends > begins:
        parts.setdefault("slutt", f"{start} {ends}")
    return ""


def _rows(rows: Value | None, row: Mapping[str, Value], hours: str) -> list[Value]:
    """The rows of one cell with the hours and the dates of others, or the one row that the columns tell."""
    told = [dict(one) for one in rows or () if isinstance(one, Mapping)]
    if not told:
        has_days = "dag" in row or "hver" in row
        return [{**row, **({"kl": hours} if hours else {})}] if has_days else []
    beside = {name: value for name, value in row.items() if name in ("fra", "til", "hver")}
    return [{**({"kl": hours} if hours and len(told) == 1 else {}), **beside, **one} for one in told]
