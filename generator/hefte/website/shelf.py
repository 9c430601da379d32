"""The booklets with their covers, and the page that has their editions, with how many pages and bytes each has."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.drawing.covers import cover
from hefte.drawing.motif import MOTIFS
from hefte.model import Booklet
from hefte.model.choices import EditionKind, Motif
from hefte.output import fingerprint
from hefte.upkeep.left_out import left_out_told
from hefte.website.digests import Digests
from hefte.website.joints import jointed
from hefte.website.site import Page, Printed, Site

_ICONS = {
    EditionKind.LARGE: "text-size",
    EditionKind.FOLDED: "printer",
    EditionKind.PRESS: "ruler-2",
    EditionKind.CARDS: "cards",
    EditionKind.POCKET_CARDS: "scissors",
    EditionKind.POSTERS: "photo",
    EditionKind.PLANS: "calendar-event",
}
_MEGABYTE = 1_000_000
COVER_WIDTH, COVER_HEIGHT = 395, 560
"""Pixels of the picture of a first page: A4, A5 and A6 have the same shape."""


class BookletView(NamedTuple):
    """A booklet with its cover and its files: as PDF, and as EPUB beside it."""

    title: Markup
    lead: Markup
    href: str
    cover: Markup

    @property
    def epub(self) -> str:
        """The way to the EPUB, which lies beside the PDF."""
        return self.href.removesuffix("pdf") + "epub"


class FileView(NamedTuple):
    """A file to fetch: what it is called, what it is for, and how large it is."""

    href: str
    icon: str
    name: str
    purpose: str
    size: str


class CoverView(NamedTuple):
    """The first page of a booklet as a picture, in pixels, with the words for those who cannot see it."""

    href: str
    alt: str
    width: int = COVER_WIDTH
    height: int = COVER_HEIGHT


class ShelfView(NamedTuple):
    """A booklet on the shelf: the day it holds for, the file for the screen, and its other editions.

    Without a `cover` nobody has printed it yet, and the drawn one of `booklet` stands in for it.
    """

    booklet: BookletView
    issue: str
    size: str
    epub_size: str
    editions: tuple[FileView, ...]
    left_out: str = ""
    cover: CoverView | None = None


def cover_path(href: str) -> str:
    """Where the picture of a booklet's first page lies, beside its PDF."""
    return f"{href.removesuffix('.pdf')}.webp"


def booklet_views(site: Site) -> Iterator[BookletView]:
    """The booklets that are printed, each in the reader's language where it can be had."""
    for _, view in _printed(site):
        yield view


def _printed(site: Site) -> Iterator[tuple[Booklet, BookletView]]:
    for booklet in site.catalogue.booklets:
        if href := booklet_file(site, booklet):
            title = Markup(jointed(site.say(booklet.title), site.words.say("home.joints")))  # noqa: S704  # escaped by say
            picture = Markup(cover_of(site, booklet))  # noqa: S704  # our own drawing
            yield booklet, BookletView(title, site.say(booklet.lead), href, picture)


def booklet_file(site: Site, booklet: Booklet) -> str:
    """The way from the language's root to the PDF; empty where none is printed."""
    printed = [code for code in booklet.languages or site.languages[:1] if code in site.languages]
    if booklet.published is False or not printed:
        return ""
    language = site.language if site.language in printed else printed[0]
    if language == site.language:
        return f"hefter/{booklet.id}.pdf"
    folder = "" if language == site.languages[0] else f"{language}/"
    return f"{'../' if site.prefix else ''}{folder}hefter/{booklet.id}.pdf"


def cover_of(site: Site, booklet: Booklet) -> str:
    """The cover as a picture within the page, so that it has the page's own type."""
    said = booklet.cover
    settings = site.catalogue.settings
    motif = (said.scene if said else None) or settings.scene or Motif.COAST
    edition = site.plain(said.edition if said else None)
    subtitle = site.plain(said.subtitle if said else None)
    drawn = cover(site.plain(booklet.title), subtitle, site.plain(settings.name), edition, MOTIFS[motif], booklet.id)
    return drawn.replace("<svg ", '<svg class="cover" aria-hidden="true" focusable="false" ', 1)


def pages(site: Site, digests: Digests) -> Iterator[Page]:
    """The one page; it is made anew when a booklet has another number of pages."""
    key = fingerprint(*sorted(digests.values()), repr(sorted(site.printed.items())))
    title, lead = site.words.say("booklets.title"), site.words.say("booklets.lead")
    yield Page("hefter.html", "hefter", title, lead, "booklets.html", lambda: shelf(site), (key,))


def shelf(site: Site) -> Mapping[str, object]:
    """What the page shows."""
    return {"booklets": tuple(_view(site, *pair) for pair in _printed(site))}


def _view(site: Site, booklet: Booklet, view: BookletView) -> ShelfView:
    on = booklet.valid_on or site.catalogue.today
    return ShelfView(
        view,
        norwegian.day(on, site.language),
        _size(site, site.printed.get(_path(site, view.href))),
        _size(site, site.printed.get(_path(site, view.epub))),
        tuple(_editions(site, view)),
        left_out_told(booklet, site.catalogue, site.words),
        _cover(site, booklet, view),
    )


def _cover(site: Site, booklet: Booklet, view: BookletView) -> CoverView | None:
    href = cover_path(view.href)
    if _path(site, href) not in site.printed:
        return None
    return CoverView(href, site.words.say("booklets.cover", title=site.plain(booklet.title)))


def edition_file(site: Site, booklet: Booklet, kind: EditionKind) -> str:
    """The way from the language's root to an edition; empty where it is not printed."""
    href = booklet_file(site, booklet)
    path = f"{href.removesuffix('.pdf')}{kind.suffix}.pdf"
    return path if href and _path(site, path) in site.printed else ""


def _editions(site: Site, view: BookletView) -> Iterator[FileView]:
    """The editions that are there; one that nobody has printed yet is not promised."""
    for kind, icon in _ICONS.items():
        href = f"{view.href.removesuffix('.pdf')}{kind.suffix}.pdf"
        printed = site.printed.get(_path(site, href))
        if printed:
            say, name = site.words.say, f"booklet.edition.{kind.value}"
            size = _size(site, printed, sheets=kind is EditionKind.FOLDED)
            yield FileView(href, icon, say(name), say(f"{name}.for"), size)


def _path(site: Site, href: str) -> str:
    """The place of a file below the site's root, from the way to it from the language's root."""
    return href.removeprefix("../") if href.startswith("../") else site.prefix + href


def _size(site: Site, printed: Printed | None, *, sheets: bool = False) -> str:
    """«80 sider · 2,1 MB», or «20 ark · 2,1 MB» printed on both sides; nothing where nobody has counted."""
    if printed is None:
        return ""
    megabytes = norwegian.number(max(printed.size / _MEGABYTE, 0.1), 1, site.language)
    size = f"{megabytes}{norwegian.NBSP}MB"
    key, count = ("booklets.sheets", printed.pages // 2) if sheets else ("booklets.pages", printed.pages)
    pages = site.words.say_count(key, count) if count else ""
    return " · ".join(filter(None, (pages, size)))
