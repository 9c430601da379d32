"""Which drawn landscape goes with what: an entry by its own words, a cover by its `motiv`."""

import re
from collections.abc import Mapping

from hefte.drawing.scenes import Kind
from hefte.model import Entry
from hefte.model.choices import Motif

MOTIFS: Mapping[Motif, Kind] = {
    Motif.HARBOUR: Kind.HARBOUR,
    Motif.COAST: Kind.COAST,
    Motif.BEACH: Kind.BEACH,
    Motif.RIVER: Kind.RIVER,
    Motif.TARN: Kind.TARN,
    Motif.WOOD: Kind.WOOD,
    Motif.FARM: Kind.FARM,
    Motif.VIEW: Kind.VIEW,
    Motif.WINTER: Kind.WINTER,
    Motif.PARK: Kind.PARK,
    Motif.CITY: Kind.CITY,
    Motif.RAMPART: Kind.RAMPART,
    Motif.SQUARE: Kind.SQUARE,
}
"""The picture of each word for `motiv`."""

_HINTS = tuple(
    (kind, re.compile(hint))
    for kind, hint in (
        (Kind.RAMPART, r"festning|voll(?:er|ene)|fort\b|gamleby"),
        (Kind.BEACH, r"strand|badeplass|bading"),
        (Kind.HARBOUR, r"havn|brygge|kanal|promenade"),
        (Kind.COAST, r"kyst|fjord|\bsjø|øy(?:a|ene)?\b|holm|vik\b|skjær"),
        (Kind.RIVER, r"elv|glomma|foss|bekk|alna"),
        (Kind.TARN, r"vann|tjern|dam\b|myr"),
        (Kind.VIEW, r"utsikt|topp|ås(?:en)?\b|tårn|fjell"),
        (Kind.PARK, r"park|hage|tursti"),
        (Kind.FARM, r"gård|jorde|kulturlandskap|grav"),
        (Kind.CITY, r"sentrum|\bby"),
        (Kind.WOOD, r"skog|mark|lysløype|sti"),
    )
)
_OTHERWISE = Kind.WOOD


def kind_of(entry: Entry) -> Kind:
    """The landscape that an entry's own words call for: its tags first, then title and lead."""
    sources = (" ".join(entry.tags), entry.title.said("nb").text, entry.lead.said("nb").text)
    for text in sources:
        found = next((kind for kind, hint in _HINTS if hint.search(text.lower())), None)
        if found is not None:
            return found
    return _OTHERWISE
