"""The frame of a page: head, header and footer as MkDocs makes them, cut at marker words and filled.

One *marker page* per language and section goes through MkDocs; every entry's page is that page with its own words in
the marked places, byte for byte what MkDocs would have made of the real page.
"""

from collections.abc import Iterable, Iterator, Mapping
from re import compile as pattern
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import escape

from hefte.source import File


class Section(NamedTuple):
    """A kind of page with its folder in the site and the tab that is lit on it."""

    folder: str
    tab: str


SECTIONS: Mapping[str, Section] = MappingProxyType(
    {
        "hjem": Section("", "hjem"),
        "finn": Section("", "finn"),
        "kart": Section("", "finn"),
        "oversikt": Section("", "finn"),
        "kalender": Section("", "kalender"),
        "maned": Section("kalender", "kalender"),
        "gruppeliste": Section("", "grupper"),
        "hefter": Section("", "hefter"),
        "utvalg": Section("", ""),
        "turer": Section("turer", "turer"),
        "aktiviteter": Section("aktiviteter", "aktiviteter"),
        "arrangementer": Section("arrangementer", "arrangementer"),
        "grupper": Section("grupper", "grupper"),
        "organisasjoner": Section("organisasjoner", "organisasjoner"),
        "steder": Section("steder", "steder"),
        "kategori": Section("kategori", "finn"),
        "omrade": Section("omrade", "finn"),
        "sider": Section("sider", ""),
        "nyhetsbrevene": Section("", ""),
        "nyhetsbrev": Section("nyhetsbrev", ""),
    }
)
"""Every section of the site; `oversikt` is for the lists at its root, such as Gratis and A–Å."""

TABS: Mapping[str, str] = MappingProxyType(
    {
        "hjem": "index.html",
        "finn": "finn.html",
        "kalender": "kalender.html",
        "turer": "turer/index.html",
        "aktiviteter": "aktiviteter/index.html",
        "arrangementer": "arrangementer/index.html",
        "grupper": "grupper/index.html",
        "steder": "steder/index.html",
        "organisasjoner": "organisasjoner/index.html",
        "hefter": "hefter.html",
    }
)
"""The tabs in their order, with the page that each opens."""


DRAWN_LOGO = "assets/images/logo.svg"
"""The mark of the service, for a municipality without a logo of its own."""


class Link(NamedTuple):
    """A link at the foot of every page: within the site from the language's root, or a whole address."""

    title: Mapping[str, str]
    path: str


class FrameSettings(NamedTuple):
    """What a municipality's frame says; the maps go from language to text, the first language lives at the root.

    `feed` is the title of each language's feed of news, nothing where there is none.
    """

    service: Mapping[str, str]
    languages: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]
    tabs: tuple[str, ...] = tuple(TABS)
    links: tuple[Link, ...] = ()
    help: Mapping[str, str] = MappingProxyType({})
    phone: str = ""
    sample: Mapping[str, str] = MappingProxyType({})
    address: str = ""
    logo: str = DRAWN_LOGO
    colours: Mapping[str, str] = MappingProxyType({})
    tiles: str = ""
    feed: Mapping[str, str] = MappingProxyType({})


class Frame(NamedTuple):
    """The pieces of a marker page; between piece n and n + 1 belongs the slot with number n."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]


class Frames(NamedTuple):
    """The frame of every language and section, with the style sheets, scripts and fonts that they link to.

    `trouble` is empty, or why older frames stand in for those that could not be made.
    """

    frames: Mapping[tuple[str, str], Frame]
    files: tuple[File, ...]
    trouble: str = ""

    def of(self, language: str, section: str) -> Frame:
        """The frame of a section's pages; a section nobody thought of is a mistake of ours."""
        return self.frames[language, section]


MARKERS: Mapping[str, str] = MappingProxyType(
    {
        "file": "heftemerkefil",
        "title": "HefteMerkeTittel",
        "description": "HefteMerkeBeskrivelse",
        "head": "<!--HefteMerkeHode-->",
        "built": "HefteMerkeBygd",
        "body": "<p>HefteMerkeInnhold</p>",
    }
)
"""The word that stands for each slot in a marker page; the file's comes with the section's name and `.html`."""

_FILE = pattern(MARKERS["file"] + r"-[a-z]+\.html")
_MARKER = pattern(
    "|".join(
        (f"(?P<file>{_FILE.pattern})", *(f"(?P<{name}>{word})" for name, word in MARKERS.items() if name != "file"))
    )
)


def cut(page: str) -> Frame:
    """Cut a marker page at its marker words; a page without one of them, or with two bodies, raises ValueError."""
    hits = tuple(_MARKER.finditer(page))
    slots = tuple(str(hit.lastgroup) for hit in hits)
    missing = sorted({"title", "description", "body"}.difference(slots))
    if missing:
        message = f"the frame has no place for {missing}"
        raise ValueError(message)
    if slots.count("body") > 1:
        raise ValueError("the frame has two places for the body")
    return Frame(tuple(_pieces(page, [hit.span() for hit in hits])), slots)


def _pieces(page: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    start = 0
    for begin, end in spans:
        yield page[start:begin]
        start = end
    yield page[start:]


def filled(
    frame: Frame, *, file: str, title: str, description: str, body: Iterable[str], built: str, head: str = ""
) -> Iterator[str]:
    """A whole page in pieces, as they come: a month of a large calendar need not be held whole.

    `file` is its name in its folder, `body` and `head` are HTML, everything else is plain text.
    """
    values = {
        "file": (file,),
        "title": (escape(title),),
        "description": (escape(description),),
        "head": (head,),
        "built": (escape(built),),
        "body": body,
    }
    yield frame.pieces[0]
    for slot, piece in zip(frame.slots, frame.pieces[1:], strict=True):
        yield from values[slot]
        yield piece
