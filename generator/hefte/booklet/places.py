"""The register of places: what there is in each part of the municipality."""

from collections.abc import Iterable

from hefte import norwegian
from hefte.booklet.press import Press
from hefte.booklet.registers import by_title, pointer_to
from hefte.booklet.volume import Group, Register
from hefte.model import Entry, Organisation

FEWEST = 2
"""A register of one place leads nowhere."""


def by_place(entries: Iterable[Entry], press: Press) -> Register:
    """Titles under the area they are in; those without one stand last, but organisations are left out then."""
    found: dict[str | None, list[Entry]] = {}
    for entry in by_title(entries, press):
        found.setdefault(press.catalogue.area_of(entry), []).append(entry)
    untold = [entry for entry in found.pop(None, []) if not isinstance(entry, Organisation)]
    named = sorted((area for area in found if area), key=norwegian.sort_key)
    if len(named) < FEWEST:
        return Register(())
    groups = [(area, found[area]) for area in named]
    if untold:
        groups.append((press.say("no_area"), untold))
    return Register(tuple(Group(area, tuple(pointer_to(one, press) for one in those)) for area, those in groups))
