"""How maps and charts get their colours: classes on a page, plain attributes in print.

On a page light and dark are the reader's own; on paper there is no style sheet.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from hefte.drawing.shapes import element, number
from hefte.language import Words

BROKEN = "6 3"
"""The dash of what stops, the same on maps, profiles and bars: it is told without colour."""

_LINE = 'fill="none" stroke-linejoin="round"'
_TEXT = 'font-family="Atkinson Hyperlegible Next" fill="#1f2a2e"'

PRINTED: Mapping[str, str] = MappingProxyType(
    {
        "d-land": 'fill="#f0eee2"',
        "d-grid": 'fill="none" stroke="#e2dfcf" stroke-width="1"',
        "d-water": 'fill="#c8dfe8"',
        "d-wood": 'fill="#d9e3c6"',
        "d-town": 'fill="#e8dfd0"',
        "d-halo": f'{_LINE} stroke="#ffffff"',
        "d-lett": f'{_LINE} stroke="#1b6b4a"',
        "d-tyngre": f'{_LINE} stroke="#b8740b"',
        "d-stopper": f'{_LINE} stroke="#a63f24"',
        "d-forbi": f'{_LINE} stroke="#1b6b4a"',
        "d-vet-ikke": f'{_LINE} stroke="#6d6450"',
        "d-inside": f'{_LINE} stroke="#e4f1e6"',
        "d-ticks": f'{_LINE} stroke="#fdf0d2"',
        "d-fill-lett": 'fill="#1b6b4a"',
        "d-fill-tyngre": 'fill="#fdf0d2"',
        "d-fill-forbi": 'fill="#e4f1e6" stroke="#1b6b4a" stroke-width="2"',
        "d-fill-vet-ikke": 'fill="none" stroke="#6d6450" stroke-width="2" stroke-dasharray="8 5"',
        "d-gap": 'stroke="#f4ecd9" stroke-width="2"',
        "d-hill": 'fill="#dfe8d8"',
        "d-rule": 'fill="none" stroke="#e4d9c0" stroke-width="1"',
        "d-axis": 'fill="none" stroke="#8a8067" stroke-width="1.5"',
        "d-stem": 'fill="none" stroke="#16423c" stroke-width="1.5"',
        "d-plate": 'fill="#ffffff" fill-opacity="0.9"',
        "d-disc": 'fill="#ffffff" stroke="#16423c" stroke-width="2"',
        "d-arrival": 'fill="#23617f" stroke="#ffffff" stroke-width="2"',
        "d-start": 'fill="#16423c" stroke="#ffffff" stroke-width="2"',
        "d-icon": 'fill="none" stroke="#16423c" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"',
        "d-icon-light": 'fill="none" stroke="#ffffff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"',
        "d-dark": 'fill="#16423c"',
        "d-letter": 'font-family="Atkinson Hyperlegible Next" font-weight="600" fill="#ffffff"',
        "d-text": _TEXT,
        "d-strong": f'{_TEXT} font-weight="600"',
        "d-water-name": 'font-family="Fraunces" font-weight="600" font-style="italic" fill="#23617f"',
    }
)
"""What each class of `templates/website/css/drawing.css` is on paper: the light colours, 3:1 at least."""

_CLASS = re.compile(r' class="([a-z-]+)"')


def in_print(svg: str) -> str:
    """The same drawing for paper: literal colours instead of classes."""
    return _CLASS.sub(lambda found: f" {PRINTED[found[1]]}" if found[1] in PRINTED else "", svg)


def drawing(id: str, width: float, height: float, words: Words, title: str, says: str, content: str) -> str:  # noqa: A002  # it is the id
    """A whole picture with a name and a description that says the same; the id is unique on its page."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}"'
        f' width="{number(width)}" height="{number(height)}" role="img" lang="{words.language}"'
        f' aria-labelledby="{id}-t {id}-d">'
        f"{element('title', escaped(title), id=f'{id}-t')}{element('desc', escaped(says), id=f'{id}-d')}{content}</svg>"
    )


def escaped(text: str) -> str:
    """Text as it stands inside an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def written(text: str, x: float, y: float, kind: str = "d-text", size: float = 15, anchor: str = "start") -> str:
    """A word in the drawing, hidden from readers aloud: the description says it."""
    return element(
        "text", escaped(text), x=float(x), y=float(y), class_=kind, font_size=float(size), text_anchor=anchor
    )
