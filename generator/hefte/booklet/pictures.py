"""The pictures of a booklet: a walk's by its words, a chapter's by its place, the cover's by its motif."""

from functools import lru_cache

from hefte.booklet.pieces import Pictures, Vignette
from hefte.booklet.press import Press
from hefte.drawing import scenes
from hefte.drawing.motif import MOTIFS, kind_of
from hefte.drawing.scenes import Kind
from hefte.model import Walk

_CHAPTERS = (Kind.PARK, Kind.CITY, Kind.SQUARE, Kind.TARN, Kind.HARBOUR, Kind.FARM, Kind.RAMPART, Kind.RIVER)
_VIGNETTES = (Kind.WOOD, Kind.COAST, Kind.PARK, Kind.VIEW, Kind.FARM, Kind.TARN)
_VIGNETTE_HEIGHTS = (30, 44, 60, 84)

_WIDE, _TALL = (148, 52), (148, 112)
"""Width and height in the proportion in which the templates use them."""
_SCALE = 4

scene = lru_cache(maxsize=400)(scenes.scene)
"""The search for a fit and every edition ask for the same pictures; 20 KB each."""


def pictures_of(walk: Walk, *, wheels: bool, tall: bool = True) -> Pictures:
    """The lying and the tall picture of a walk; the same landscape, the same hour.

    Only where `wheels` says that a wheelchair gets all the way may somebody in the scene use one.
    """
    kind = kind_of(walk)
    sizes = (_WIDE, _TALL) if tall else (_WIDE,)
    drawn = [scene(kind, walk.id, width * _SCALE, height * _SCALE, wheels=wheels) for width, height in sizes]
    return Pictures(drawn[0], drawn[-1] if tall else "")


def chapter_picture(number: int, seed: str) -> str:
    """The band above a chapter, another landscape for each."""
    return scene(_CHAPTERS[number % len(_CHAPTERS)], seed, _WIDE[0] * _SCALE, _WIDE[1] * _SCALE)


def offer_picture(number: int, seed: str) -> str:
    """The band above a poster or a plan; without wheels, for it promises nothing of what is offered."""
    return scene(_CHAPTERS[number % len(_CHAPTERS)], seed, _WIDE[0] * _SCALE, _WIDE[1] * _SCALE, wheels=False)


def vignettes(press: Press) -> tuple[tuple[Vignette, ...], ...]:
    """Landscapes without an upper edge, for pages that end early; each in the heights of `_VIGNETTE_HEIGHTS`."""
    kinds = _VIGNETTES if press.paper else ()
    return tuple(tuple(_vignette(kind, press, height) for height in _VIGNETTE_HEIGHTS) for kind in kinds)


def _vignette(kind: Kind, press: Press, height: int) -> Vignette:
    seed = f"{press.booklet.id}/{kind}"
    return Vignette(height, scene(kind, seed, _WIDE[0] * _SCALE, height * _SCALE, open_sky=True))


def cover_picture(press: Press) -> str:
    """The text-free background of the cover, by `forside: {motiv: …}` or the site's own motif."""
    cover = press.booklet.cover
    motif = (cover.scene if cover else None) or press.catalogue.settings.scene
    kind = MOTIFS[motif] if motif else Kind.COAST
    return scene(kind, press.booklet.id, 148 * _SCALE, 183 * _SCALE)
