"""The municipality's own colour as ink: used where white on it, and it on paper and sand, can be read by everybody."""

from hefte.model.settings import Colours

INK = "#16423c"
LEAST, SAND = 7.0, "#f6efe0"
"""The contrast that WCAG asks for at its strictest, and our darkest paper."""


def own_ink(colours: Colours | None) -> str:
    """The main colour of the municipality, or ours where theirs is too light to read."""
    own = colours.main if colours else None
    return own if own and contrast(own, SAND) >= LEAST else INK


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
