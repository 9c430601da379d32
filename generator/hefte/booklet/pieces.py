"""The small pieces that all pages of a booklet are put together from: runs of text, facts, chips, drawings."""

from typing import NamedTuple


class Span(NamedTuple):
    """A run of text; a link has its address."""

    text: str
    strong: bool = False
    href: str | None = None


class Block(NamedTuple):
    """`paragraph` and `heading` have spans, `bullets` and `numbers` items."""

    kind: str
    spans: tuple[Span, ...] = ()
    items: tuple[tuple[Span, ...], ...] = ()


class Line(NamedTuple):
    """A fact by its label; `link` is what its value begins with and can be called, written to or followed.

    Its address is whole, or the label of an entry that may stand in the same booklet.
    """

    label: str
    value: str
    known: bool = True
    icon: str = ""
    link: Span | None = None


class Chip(NamedTuple):
    """A status (`yes`, `partly`, `no`, `unknown`) that is also said in words."""

    state: str
    text: str


class Seen(NamedTuple):
    """When somebody last made sure of an entry, and whether that is too long ago."""

    known: bool
    text: str
    late: bool = False


class Pictures(NamedTuple):
    """The same landscape lying and tall, as SVG."""

    wide: str
    tall: str


class Vignette(NamedTuple):
    """A landscape for the foot of a page; `height` for a width of 148."""

    height: float
    svg: str


class Drawing(NamedTuple):
    """A drawing that says something, with the words for those who cannot see it.

    Its size is in pixels, of which 390 fill the column; the height is only known of maps.
    """

    svg: str
    alt: str
    caption: str | None = None
    width: float = 390
    height: float = 0
