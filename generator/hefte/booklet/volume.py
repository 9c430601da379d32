"""What the print engine is given: a volume of parts, sorted and worded, with pictures as SVG text.

Every value is text, a number, yes/no, None, a tuple or another of these records, so that a volume
is the same as its JSON. Lengths of walks are metres; colours are #rrggbb.
"""

from collections.abc import Mapping
from typing import NamedTuple

from hefte.booklet.days import Agenda, Month
from hefte.booklet.inks import INK
from hefte.booklet.pieces import Block, Chip, Drawing, Line, Pictures, Seen, Span, Vignette
from hefte.news.letter import Ask
from hefte.news.letter import Section as NewsSection


class Item(NamedTuple):
    """One entry: `label` is what other pages point to, `qr` an SVG where the site has an address.

    A text that is missing in the booklet's language stands in another, and says in which. `closed` is what lists
    write after the title of a walk that is closed.
    """

    label: str
    title: str
    language: str
    icon: str
    lead: str
    lead_language: str
    blocks: tuple[Block, ...]
    body_language: str
    notice: str | None
    facts: tuple[Line, ...]
    contact: tuple[Line, ...]
    chips: tuple[Chip, ...]
    checked: Seen
    url: str | None
    qr: str | None
    qr_alt: str
    address: str | None
    photo: Drawing | None = None
    closed: str = ""


class Segment(NamedTuple):
    """A piece of a reach bar: metres, and `yes`, `partly`, `no`, `beyond` or `unknown`."""

    state: str
    length: float


class Reach(NamedTuple):
    """How far one gets on one profile: the sentence says all that the bar shows."""

    profile: str
    sentence: str
    segments: tuple[Segment, ...]


class Ground(NamedTuple):
    """A stretch as a row of the table."""

    metres: str
    state: str
    verdict: str
    ground: str


class Trip(NamedTuple):
    """A walk; `measured` says that there is more to show than what is told.

    `bare_ground` is the end of `access_text`, for a card that tells no more of it.
    """

    item: Item
    kicker: str
    pictures: Pictures
    key_facts: tuple[Line, ...]
    access_text: str | None
    bare_ground: str
    measured: bool
    map: Drawing | None
    profile: Drawing | None
    reaches: tuple[Reach, ...]
    stretches: tuple[Ground, ...]
    more_facts: tuple[Line, ...]


def item_in(entry: Item | Trip) -> Item:
    """What a walk has in common with every other entry."""
    return entry.item if isinstance(entry, Trip) else entry


class Section(NamedTuple):
    """The entries of one subcategory; without a title they follow the chapter's heading."""

    title: str | None
    colour: str
    entries: tuple[Item | Trip, ...]


class Chapter(NamedTuple):
    """The content of a part of kind `entries` or `walks`."""

    sections: tuple[Section, ...]


class Card(NamedTuple):
    """A text set apart on a tinted ground."""

    title: str | None
    blocks: tuple[Block, ...]


class Prose(NamedTuple):
    """The content of a part of kind `prose` and `colophon`."""

    blocks: tuple[Block, ...]
    cards: tuple[Card, ...] = ()


class Sign(NamedTuple):
    """A row of the legend: a status chip, or a line of map and profile, and what it means."""

    state: str
    word: str
    text: str


class Legend(NamedTuple):
    """The content of a part of kind `legend`; `pins` are the marks of map and profile."""

    states: tuple[Sign, ...]
    lines_lead: str
    lines: tuple[Sign, ...]
    blocks: tuple[Block, ...]
    pins: tuple[Line, ...] = ()


class Pointer(NamedTuple):
    """A title that leads to its page; `short` stands beside it where there is room for nothing else."""

    title: str
    target: str
    when: str | None = None
    icon: str = ""
    colour: str = ""
    tint: str = ""
    free: bool = False
    short: str = ""


class FreePage(NamedTuple):
    """The content of a part of kind `free`; `rest` holds {count} for what there was no room for."""

    items: tuple[Pointer, ...]
    note: tuple[Block, ...]
    rest: str
    url: str | None = None
    qr: str | None = None
    address: str | None = None


class AccessRow(NamedTuple):
    """A walk in the table of access."""

    title: str
    target: str
    length: str | None
    wheelchair: Chip
    toilet: Chip


class AccessTable(NamedTuple):
    """The content of a part of kind `access`."""

    columns: tuple[str, ...]
    rows: tuple[AccessRow, ...]


class Group(NamedTuple):
    """The titles under one letter or one heading."""

    letter: str
    items: tuple[Pointer, ...]


class Register(NamedTuple):
    """The content of a part of kind `index` and `lists`."""

    letters: tuple[Group, ...]


class Gathering(NamedTuple):
    """One line of a group's half-year plan; `more` is where to meet, what it costs and what to bring."""

    day: str
    hours: str
    what: str
    more: str


class PlanSheet(NamedTuple):
    """The half-year plan of a group: `period` as «vår 2027», `approved` says when it was."""

    item: Item
    period: str
    rows: tuple[Gathering, ...]
    approved: str
    picture: str


class Plans(NamedTuple):
    """The content of a part of kind `plans`."""

    sheets: tuple[PlanSheet, ...]


class Mailing(NamedTuple):
    """The content of a part of kind `newsletter`; `root` is what paths begin with, empty without an address."""

    greeting: tuple[Block, ...]
    greeting_language: str
    sections: tuple[NewsSection, ...]
    ask: Ask
    links: tuple[Span, ...]
    root: str
    url: str | None = None
    qr: str | None = None
    qr_alt: str = ""
    address: str | None = None


Content = Agenda | Mailing | Month | Chapter | Plans | Prose | Legend | FreePage | AccessTable | Register


class Part(NamedTuple):
    """A part of a volume; `tab` is its place among the thumb tabs; `also` stands in an earlier chapter."""

    kind: str
    title: str
    content: Content
    lead: str | None = None
    icon: str = "info-circle"
    colour: str = "#16423c"
    picture: str | None = None
    tab: int | None = None
    also: tuple[Pointer, ...] = ()


class Front(NamedTuple):
    """The cover: a text-free picture with words on it, but above a photo; the municipality's mark and colours."""

    picture: str
    kicker: str
    title_size: int
    edition: str
    is_photo: bool = False
    logo: str | None = None
    ink: str = INK
    accent: str | None = None


class Notice(NamedTuple):
    """The words that say that nobody has checked the content."""

    title: str
    text: str


class Volume(NamedTuple):
    """One booklet in one language, in an `edition`; `notes` pages to write on stand before its last part."""

    id: str
    language: str
    title: str
    subtitle: str
    owner: str
    keywords: tuple[str, ...]
    foot: str
    paper: str
    size: float
    words: Mapping[str, object]
    icons: Mapping[str, str]
    sample: Notice | None
    cover: Front
    vignettes: tuple[tuple[Vignette, ...], ...]
    parts: tuple[Part, ...]
    edition: str = "screen"
    spacing: float = 1.0
    columns: int = 1
    notes: int = 0
    is_sheet: bool = False
