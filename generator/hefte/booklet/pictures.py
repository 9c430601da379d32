"""Which drawn landscape goes with what: a walk by its words, a chapter by its name, a cover by its motif."""

import re

from hefte.booklet.press import Press
from hefte.booklet.volume import Pictures
from hefte.drawing.scenes import Kind, scene
from hefte.model import Entry, Walk

MOTIFS = {
    "havn": Kind.HARBOUR,
    "kyst": Kind.COAST,
    "strand": Kind.BEACH,
    "elv": Kind.RIVER,
    "tjern": Kind.TARN,
    "skog": Kind.WOOD,
    "gård": Kind.FARM,
    "utsikt": Kind.VIEW,
    "vinter": Kind.WINTER,
    "park": Kind.PARK,
    "by": Kind.CITY,
    "festning": Kind.RAMPART,
    "torg": Kind.SQUARE,
}
"""The words for `motiv` in `forside` and `oppsett.yaml`."""

_HINTS = (
    (Kind.RAMPART, r"festning|voll(?:er|ene)|fort\b|gamleby"),
    (Kind.BEACH, r"strand|badeplass|bading"),
    (Kind.HARBOUR, r"havn|brygge|kanal|promenade"),
    (Kind.COAST, r"kyst|fjord|sjø|øy|holm|vik\b|skjær"),
    (Kind.RIVER, r"elv|glomma|foss|bekk|alna"),
    (Kind.TARN, r"vann|tjern|dam\b|myr"),
    (Kind.VIEW, r"utsikt|topp|ås(?:en)?\b|tårn|fjell"),
    (Kind.PARK, r"park|hage|tursti"),
    (Kind.FARM, r"gård|jorde|kulturlandskap|grav"),
    (Kind.CITY, r"sentrum|\bby"),
    (Kind.WOOD, r"skog|mark|lysløype|sti"),
)
_OTHERWISE = Kind.WOOD
_CHAPTERS = (Kind.PARK, Kind.CITY, Kind.SQUARE, Kind.TARN, Kind.HARBOUR, Kind.FARM, Kind.RAMPART, Kind.RIVER)
_VIGNETTES = (Kind.WOOD, Kind.COAST, Kind.PARK, Kind.VIEW, Kind.FARM, Kind.TARN, Kind.RIVER, Kind.HARBOUR)

_WIDE, _TALL = (148, 52), (148, 112)
_SCALE = 4


def kind_of(entry: Entry) -> Kind:
    """The landscape that an entry's own words call for: its tags first, then title and lead."""
    sources = (" ".join(entry.tags), entry.title.said("nb").text, entry.lead.said("nb").text)
    for text in sources:
        found = next((kind for kind, hint in _HINTS if re.search(hint, text.lower())), None)
        if found is not None:
            return found
    return _OTHERWISE


def pictures_of(walk: Walk) -> Pictures:
    """The lying and the tall picture of a walk; the same landscape, the same hour."""
    kind = kind_of(walk)
    wide, tall = (scene(kind, walk.id, width * _SCALE, height * _SCALE) for width, height in (_WIDE, _TALL))
    return Pictures(wide, tall)


def chapter_picture(number: int, seed: str) -> str:
    """The band above a chapter, another landscape for each."""
    return scene(_CHAPTERS[number % len(_CHAPTERS)], seed, _WIDE[0] * _SCALE, _WIDE[1] * _SCALE)


def vignettes(press: Press) -> tuple[str, ...]:
    """Landscapes without an upper edge, for pages that end early."""
    seed = press.booklet.id
    size = (148 * _SCALE, 84 * _SCALE)
    return tuple(scene(kind, f"{seed}/{kind}", *size, open_sky=True) for kind in _VIGNETTES)


def cover_picture(press: Press) -> str:
    """The text-free background of the cover, by `forside: {motiv: …}` or the site's own motif."""
    cover = press.booklet.cover
    motif = (cover.scene if cover else None) or press.catalogue.settings.scene or ""
    kind = MOTIFS.get(motif, Kind.COAST)
    return scene(kind, press.booklet.id, 148 * _SCALE, 210 * _SCALE)
