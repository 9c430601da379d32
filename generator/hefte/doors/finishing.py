"""What is done to a printed volume after the press: packed, given its boxes for the cutter, or enlarged.

Tags, bookmarks and links stay whole, so that what was fit for reading aloud still is.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf

BLEED = 3 * 72 / 25.4
"""How many points of colour stand beyond the cut."""

_PLACE = 5
_BOXES = (Name.MediaBox, Name.CropBox, Name.TrimBox, Name.BleedBox)


def packed(volume: bytes) -> bytes:
    """The same document in a quarter to a third fewer bytes."""
    with pikepdf.open(BytesIO(volume)) as pdf:
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    """The bytes of a document; the same for the same content."""
    stream = BytesIO()
    pdf.save(stream, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return stream.getvalue()


def bordered(volume: bytes) -> bytes:
    """Say how far the colour goes beyond the cut; the cut itself is the TrimBox that the press has written."""
    with pikepdf.open(BytesIO(volume)) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(edge) for edge in page.trimbox)
            edges = (left - BLEED, bottom - BLEED, right + BLEED, top + BLEED)
            page.obj.BleedBox = Array([round(edge, 4) for edge in edges])
        return saved(pdf)


def enlarged(volume: bytes, factor: float) -> bytes:
    """Every page with all that is on it, `factor` times as wide and high."""
    with pikepdf.open(BytesIO(volume)) as pdf:
        patterns: dict[tuple[int, int], Object] = {}
        for page in pdf.pages:
            _enlarge(page, pdf, factor)
            patterns |= {one.objgen: one for one in page.resources.get("/Pattern", Dictionary()).values()}
        for pattern in patterns.values():  # fixed to the sheet: it does not follow what is drawn
            pattern.Matrix = _scaled(pattern.get("/Matrix", Array([1, 0, 0, 1, 0, 0])), factor)
        for goal in _goals(pdf):
            goal[2:4] = [float(place) * factor for place in goal[2:4]]
        for look in _looks(pdf):
            look.BBox = _scaled(look.BBox, factor)
        return saved(pdf)


def _enlarge(page: Page, pdf: Pdf, factor: float) -> None:
    page.contents_add(pdf.make_stream(f"{factor:.6f} 0 0 {factor:.6f} 0 0 cm\n".encode()), prepend=True)
    for name in _BOXES:
        if name in page.obj:
            page.obj[name] = _scaled(page.obj[name], factor)
    for note in page.obj.get("/Annots", ()):
        for key in ("/Rect", "/QuadPoints"):
            if key in note:
                note[key] = _scaled(note[key], factor)


def _scaled(numbers: Object, factor: float) -> Array:
    return Array([round(float(number) * factor, 4) for number in numbers])


def _goals(pdf: Pdf) -> Iterator[Array]:
    """Every place that a bookmark, a link or a name leads to, each once: page, `XYZ`, left, top, zoom."""
    for thing in pdf.objects:
        goal = thing.get("/Dest") if isinstance(thing, Dictionary) else thing
        if isinstance(goal, Array) and (goal is thing or not goal.is_indirect) and _is_a_place(goal):
            yield goal


def _is_a_place(goal: Array) -> bool:
    return len(goal) == _PLACE and goal[1] == Name.XYZ


def _looks(pdf: Pdf) -> Iterator[Dictionary]:
    """What the tags say of where a picture stands."""
    for thing in pdf.objects:
        looks = thing.get("/A") if isinstance(thing, Dictionary) and "/S" in thing else None
        for look in looks if isinstance(looks, Array) else (looks,):
            if isinstance(look, Dictionary) and "/BBox" in look:
                yield look
