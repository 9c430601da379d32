"""A field that does not exist: which one was meant, or in which group it belongs; never one that stands there."""

from hefte.model.kinds import Record
from hefte.positions import group_at, locate
from hefte.reading.elsewhere import Home, belongs_within
from hefte.reading.fields import keys, record_at
from hefte.reading.meant import key_meant
from hefte.source import Source
from hefte.spelling import plain

Location = tuple[str | int, ...]

_POSITIONS = ("posisjon", "koordinat", "koordinater", "gps", "kartpunkt")
_MANY_KEYS = 16
"""More keys than this are not listed in a message: nobody reads them."""


def unknown_key(source: Source, location: Location, record: type[Record], written: object) -> dict[str, object]:
    """What to say of a key that the record does not have, at its path in the file."""
    key, around = str(location[-1]), location[:-1]
    group = group_at(source, around)
    fields = group.fields if group else ()
    values: dict[str, object] = {"key": shown(key)}
    if home := _home(record, key, str(written) if isinstance(written, str | int) else ""):
        return values | _at_home(source, around, home, _place_of(record, key, home, fields))
    if outer := _group_left(record, key, tuple(name for name, _ in fields)):
        return values | {"left": outer}
    if line := _position(record, key, tuple(name for name, _ in fields)):
        return values | {"instead": line}
    known = keys(record)
    meant = key_meant(key, known)
    taken = [name for name, _ in fields if name in meant[:1]]
    if taken:
        return values | _taken(source, (*around, taken[0]))
    values |= {"nearest": meant}
    return values if meant or len(known) > _MANY_KEYS else values | {"choices": known}


def _home(record: type[Record], key: str, written: str) -> Home | None:
    return None if key_meant(key, keys(record)) else belongs_within(record, key, written)


def _group_left(record: type[Record], key: str, names: tuple[str, ...]) -> str:
    """The group right above that has such a field: the line stands too far to the left."""
    before = names[names.index(key) - 1] if key in names and names.index(key) else ""
    inner = record_at(record, (before,))
    return before if inner is not record and key in keys(inner) else ""


def _position(record: type[Record], key: str, names: tuple[str, ...]) -> str:
    """Where a position belongs; its numbers are left to whoever knows in what order they were written."""
    outer = next((name for name in ("start", "sted") if "lat" in keys(record_at(record, (name,)))), "")
    is_free = bool(outer) and outer not in names and "lat" not in keys(record)
    return f"{outer}: {{lat: …, lon: …}}" if plain(key) in _POSITIONS and is_free else ""


def _place_of(record: type[Record], key: str, home: Home, fields: tuple[tuple[str, str], ...]) -> str:
    """The key where the group stands, or is to be written: the first of all that belong within it."""
    names = tuple(name for name, _ in fields)
    homes = ((name, _home(record, name, "")) for name in names)
    first = next((name for name, other in homes if other and other.outer == home.outer), key)
    return home.outer if home.outer in names else first


def _at_home(source: Source, around: Location, home: Home, place: str) -> dict[str, object]:
    """The whole group, or the line within the group that stands already, or will; nothing where that is taken."""
    line = locate(source, (*around, place), key=True).line
    if place == home.key:
        return {"instead": f"{home.outer}: {{{home.line}}}"}
    group = group_at(source, (*around, place))
    if group and any(name == home.inner for name, _ in group.fields):
        return _taken(source, (*around, place, home.inner))
    is_text = place == home.outer and group is None
    return {} if is_text else {"into": home.outer, "into_line": line, "inside": home.line}


def _taken(source: Source, location: Location) -> dict[str, object]:
    return {"taken": location[-1], "taken_line": locate(source, location, key=True).line}


def shown(written: object) -> str:
    """What somebody wrote, short enough for a message."""
    if isinstance(written, list | tuple):
        return "- …"
    return str(written)[:80] if isinstance(written, str | int | float) else "…"
