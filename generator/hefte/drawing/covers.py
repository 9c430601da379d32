"""Booklet covers: a landscape with a calm sky, for the press without and for the web with its title."""

from html import escape

from hefte.drawing.colours import OCHRE, mix
from hefte.drawing.frame import Frame
from hefte.drawing.scenes import Kind, canvas, landscape, scene, sheet
from hefte.drawing.shapes import box, element

TITLE, TEXT = "Fraunces, Georgia, serif", "'Atkinson Hyperlegible Next', Arial, sans-serif"
_LETTERS = dict.fromkeys("ijltf-.,’ ", 0.38) | dict.fromkeys("mwMW", 0.95) | dict.fromkeys("rs", 0.47)
_INK, _KICKER, _PAPER = "#16423c", "#a63f24", "#f6ead0"


def background(kind: Kind, seed: str, width: int, height: int, *, night: bool = False, light: str = "") -> str:
    """The picture alone, full bleed: Typst sets the title in the calm upper two fifths."""
    return scene(kind, seed, width, height, night=night, light=light)


def cover(
    title: str,
    subtitle: str,
    place: str,
    edition: str,
    kind: Kind,
    seed: str,
    size: tuple[int, int] = (210, 297),
    *,
    night: bool = False,
    light: str = "",
) -> str:
    """A booklet as a picture for the web: place, title, line below, and edition on a label.

    A soft hyphen in the title is where it may be divided; lines that are too wide grow smaller.
    """
    frame = canvas(kind, seed, *size, night, light)
    drawn = landscape(kind, frame) + _title(title, subtitle, place, night) + _spine(frame)
    return sheet(frame, drawn + (_label(frame, edition) if edition else ""), *size)


_SUBTITLE = 13.2
"""What fits beside the margins, in the width of letters at the size of the line below the title."""


def _title(title: str, subtitle: str, place: str, night: bool) -> str:
    ink, kicker = (_PAPER, OCHRE) if night else (_INK, _KICKER)
    lines = divided(title)
    scale = min(1.0, 4.55 / max(map(_width, lines)))
    words = _words(place.upper(), 30, 36, 15, kicker, TEXT, 700, spacing=1.6)
    for number, part in enumerate(lines):
        words += _words(part, 30, 82 + 50 * scale * number, 52 * scale, ink, TITLE, 700)
    below = 114 + 50 * scale * (len(lines) - 1)
    for number, line in enumerate(divided(subtitle, _SUBTITLE)):
        words += _words(line, 30, below + 26 * number, 21, ink, TITLE, 600)
    return words


def divided(title: str, widest: float = 5.9) -> tuple[str, ...]:
    """The title in lines of at most a cover's width, broken at blanks and soft hyphens."""
    lines = [""]
    for word in title.split():
        for number, part in enumerate(word.split("\u00ad")):
            glue = "" if number else " " if lines[-1] else ""
            if lines[-1] and _width(lines[-1] + glue + part) > widest:
                lines[-1] += "-" if number else ""
                lines.append(part)
            else:
                lines[-1] += glue + part
    return tuple(lines)


def _width(text: str) -> float:
    """About how wide a line is in Fraunces bold, in its own height."""
    return sum(_LETTERS.get(letter, 0.74 if letter.isupper() else 0.6) for letter in text)


def _words(
    text: str, x: float, y: float, size: float, colour: str, family: str, weight: int, spacing: float | None = None
) -> str:
    return element(
        "text",
        escape(text, quote=False),
        x=float(x),
        y=float(y),
        fill=colour,
        font_family=family,
        font_size=float(size),
        font_weight=weight,
        letter_spacing=spacing,
    )


def _label(frame: Frame, edition: str) -> str:
    wide = 24 + 7.2 * len(edition)
    x, y = frame.width - wide - 16, frame.height - 42
    plate = element("rect", x=x, y=y, width=wide, height=27, rx=5, fill=_INK)
    return plate + _words(edition, x + 12, y + 18.5, 14, "#ffffff", TEXT, 700)


def _spine(frame: Frame) -> str:
    dark = mix("#000000", _INK, 0.5)
    return box(0, 0, 5, frame.height, dark, 0.1) + box(5, 0, 3, frame.height, dark, 0.05)
