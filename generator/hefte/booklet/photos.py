"""Photos on paper: the copy of a photo as SVG text, what it shows in words, and whom to thank for it."""

from base64 import b64encode
from collections.abc import Iterable, Iterator

from hefte.booklet.pieces import Drawing
from hefte.booklet.press import Press
from hefte.model import Entry, Walk
from hefte.model.choices import PaperFormat
from hefte.picture import Look, fitted

LARGE, SMALL, LOGO = 1200, 600, 400
"""Pixels of the longest side: across a page of A5, beside an entry, and on the cover."""


def photo_of(entry: Entry, press: Press, longest: int) -> Drawing | None:
    """The first photo of an entry, with what it shows; None where it has none, or none can be had."""
    if not entry.pictures or not _has_room(entry, press):
        return None
    first = entry.pictures[0]
    drawn = framed_photo(first.file, press, longest)
    alt = press.said(first.alt) or ""
    return Drawing(drawn, alt) if drawn and alt else None


def _has_room(entry: Entry, press: Press) -> bool:
    """A page of the pocket size has room for the photo of a walk, and none beside an entry; a screen draws its own."""
    return press.paper and (isinstance(entry, Walk) or press.booklet.paper is not PaperFormat.POCKET)


def framed_photo(name: str | None, press: Press, longest: int) -> str | None:
    """The photo as a picture among our drawings: it lies inside the SVG, byte for byte."""
    seen = press.catalogue.looks.get(name or "")
    content = press.photo(name, longest) if name and isinstance(seen, Look) else None
    if content is None or not isinstance(seen, Look):
        return None
    width, height = fitted(seen.width, seen.height, longest)
    kind = "png" if content.startswith(b"\x89PNG") else "jpeg"
    inside = b64encode(content).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/{kind};base64,{inside}"/></svg>'
    )


def credits_of(entries: Iterable[Entry], press: Press) -> str | None:
    """Who took the photos, with the licence and the entries they stand at; None where no photo is printed."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        if photo_of(entry, press, SMALL):
            found.setdefault(_credit(entry), []).append(entry.title.said(press.language).text)
    told = "; ".join(_told(found))
    return press.say("colophon.photos", told=told) if told else None


def _credit(entry: Entry) -> str:
    picture = entry.pictures[0]
    return ", ".join(filter(None, (picture.photo, picture.licence)))


def _told(found: dict[str, list[str]]) -> Iterator[str]:
    for credit, titles in found.items():
        if credit:
            yield f"{credit} ({', '.join(titles)})"
