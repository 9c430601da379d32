"""The stamp of a check: the day, who did it, and when it is to be done again, in whatever form the file writes it."""

from datetime import date, timedelta
from typing import NamedTuple

from yaml.nodes import MappingNode

from hefte.catalogue import Catalogue
from hefte.edits import Value, applied, with_value, without
from hefte.model import Entry
from hefte.model.parts import Checked
from hefte.model.texts import Text
from hefte.positions import Location, node_at
from hefte.telling.freshness import later

KEY = "kontrollert"
_SOON = timedelta(days=31)
"""A check that was due within so many days is the one that has just been made."""


class Stamp(NamedTuple):
    """What is written of a check; `by` is None where the role that stands there is the same."""

    day: date
    by: Value | None
    next: date | None = None


def stamp_of(entry: Entry, role: str, day: date, following: date | None, catalogue: Catalogue) -> Stamp:
    """What to write for an entry that somebody in a role checked on a day."""
    there = entry.checked.by if entry.checked else None
    by = None if _says(there, role) else _in_known_words(role, catalogue)
    return Stamp(day, by, following or next_after(entry.checked, day))


def next_after(before: Checked | None, day: date) -> date | None:
    """The day of the next check, where it has one of its own.

    A day that is still far off stays. A rhythm of whole months (every half-year) goes on; any other day was for once.
    """
    if before is None or before.next is None or before.next > day + _SOON:
        return before.next if before else None
    months = 12 * (before.next.year - before.day.year) + before.next.month - before.day.month
    is_rhythm = months > 0 and before.next.day in {before.day.day, later(before.day, months).day}
    return later(day, months) if is_rhythm else None


def stamped(text: str, at: Location, stamp: Stamp) -> str | None:
    """The text of a file with the stamp in the entry at a place; None where there is no telling how to write it."""
    if isinstance(node_at(text, (*at, KEY)), MappingNode):
        return _renewed(text, (*at, KEY), stamp)
    whole: dict[str, Value] = {"dato": stamp.day.isoformat()}
    whole |= {"av": stamp.by} if stamp.by else {}
    whole |= {"neste": stamp.next.isoformat()} if stamp.next else {}
    return with_value(text, at, KEY, whole)


def _renewed(text: str, at: Location, stamp: Stamp) -> str | None:
    """Set each field of the group that differs; what is not ours there stays."""
    wanted: dict[str, Value | None] = {"dato": stamp.day.isoformat(), "av": stamp.by}
    wanted |= {"neste": stamp.next.isoformat()} if stamp.next else {}
    told: str | None = text
    for key, value in wanted.items():
        told = with_value(told, at, key, value) if value and told is not None else told
    group = node_at(told, at) if told is not None and stamp.next is None else None
    return applied(told, without(told, group, "neste")) if told and isinstance(group, MappingNode) else told


def _in_known_words(role: str, catalogue: Catalogue) -> Value:
    """The role in every language in which another entry tells it, else as it was written."""
    told = (entry.checked.by for entry in catalogue.entries if entry.checked)
    known = next((text for text in told if text and _says(text, role)), None)
    forms: dict[str, Value] = {code: form for code, form in (known or Text())._asdict().items() if form}
    return forms if len(forms) > 1 else (forms.get("nb") or role)


def _says(text: Text | None, role: str) -> bool:
    return any(form and form.casefold() == role.casefold() for form in text or ())
