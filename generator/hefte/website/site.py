"""The site in one language: what every page is made from."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import datetime
from io import BytesIO
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup, escape

from hefte.assessment.limits import OwnLimits
from hefte.assessment.rules import Rules
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Walk
from hefte.model.texts import Said, Text
from hefte.near import Neighbourhood
from hefte.norwegian import day
from hefte.output import Output, fingerprint
from hefte.programme import Programme, Series
from hefte.track import Track
from hefte.upkeep.standing import Point
from hefte.website.frame import Frames, filled


class Printed(NamedTuple):
    """How many pages and bytes a booklet's file has; no pages where it has none to count."""

    pages: int
    size: int


_NOTHING_PRINTED: Mapping[str, Printed] = MappingProxyType({})
_NO_HISTORY: Mapping[str, datetime] = MappingProxyType({})


class Remembered(NamedTuple):
    """Texts by their keys: what the last build made, fetched when it is first asked for, and what this one used."""

    known: Callable[[], Mapping[str, str]]
    used: dict[str, str]

    def text(self, key: str, make: Callable[[], str]) -> str:
        """The text of a key, made only where no build has made it yet."""
        found = self.used.get(key)
        if found is None:
            found = self.known().get(key)
        self.used[key] = make() if found is None else found
        return self.used[key]


class DrawnCard(NamedTuple):
    """A card before the ways to its pages are filled in, and its own line under the title.

    Kept as UTF-8: one dash would make Python keep two bytes for every letter.
    """

    html: bytes
    lead: Markup


class GuideShelf(NamedTuple):
    """What the guides are made of: a text by language and id, and the width and height of a picture by its name."""

    text: Callable[[str, str], str]
    size: Callable[[str], tuple[int, int]]


class Site(NamedTuple):
    """One language's site; the first of `languages` is the one that lives at the site's own root.

    `key` stands for everything that all pages share: settings, templates, words, frames, the day;
    `icon` gives the inside of an icon of 24 by 24; `synonyms` are groups of words as they are written;
    `own` is what a reader may limit for herself, None where there is no «Min profil»;
    `outlines` are the lines of `templates/geo/kommuner.txt`;
    `table` makes the table of the finder once for all languages, and `calendar` what is on;
    `programme` answers when an entry is on, None where it is made when somebody asks;
    `memo` holds what `once.py` remembers of the entries in hand, None where nothing is to be remembered;
    `drawn` holds the cards by folder and id until the lists are made, None where none is to be kept;
    `printed` is what there is of the booklets, by the path of each file below the site's root;
    `changed` is when files of content were last changed, in UTC, as far as their history is known;
    `lasting` is like `key` without frames and the day, for what no frame and no day changes;
    `remembered` holds the events of calendars from one build to the next, None where nothing is kept;
    `past` is how much was fresh at the ends of earlier months, as far as the history of the content is known;
    `guides` is what the guides are made of, None where there are none.
    """

    catalogue: Catalogue
    words: Words
    frames: Frames
    templates: Environment
    rules: Rules
    neighbourhood: Neighbourhood
    tracks: Mapping[str, Track]
    languages: tuple[str, ...]
    key: str
    icon: Callable[[str], str]
    synonyms: tuple[str, ...] = ()
    own: OwnLimits | None = None
    outlines: tuple[str, ...] = ()
    table: Callable[[], Mapping[str, object]] = dict
    memo: dict[Hashable, object] | None = None
    drawn: dict[tuple[str, str], DrawnCard] | None = None
    printed: Mapping[str, Printed] = _NOTHING_PRINTED
    changed: Mapping[str, datetime] = _NO_HISTORY
    calendar: Callable[[], tuple[tuple[int, Series], ...]] = tuple
    programme: Programme | None = None
    lasting: str = ""
    remembered: Remembered | None = None
    past: tuple[Point, ...] = ()
    guides: GuideShelf | None = None

    @property
    def language(self) -> str:
        """The code of the reader's language."""
        return self.words.language

    @property
    def prefix(self) -> str:
        """The folder of the language below the site's root: nothing, `nn/` or `en/`."""
        return "" if self.language == self.languages[0] else f"{self.language}/"

    def track_of(self, entry: Entry) -> Track | None:
        """The track of a walk that has one."""
        return self.tracks.get(entry.track) if isinstance(entry, Walk) and entry.track else None

    @property
    def address(self) -> str:
        """Where the root of the whole site is published, without a slash at its end; empty where nobody has said."""
        return (self.catalogue.settings.address or "").rstrip("/")

    def address_of(self, path: str) -> str:
        """The whole address of a page of this language; empty where the site knows no address."""
        return f"{self.address}/{self.prefix}{path}" if self.address else ""

    def up(self, path: str) -> str:
        """The way from a page of this language to the language's root: nothing or `../`."""
        return "../" * path.count("/")

    def assets(self, path: str) -> str:
        """The way from a page of this language to the site's root."""
        return self.up(path) + ("../" if self.prefix else "")

    def say(self, text: Text | None) -> Markup:
        """A text escaped, and marked with its language where that is not the reader's."""
        return Markup() if text is None else self.marked(text.said(self.language))

    def marked(self, said: Said) -> Markup:
        """Words escaped, and marked with their language where that is not the reader's."""
        words = escape(said.text)
        return (
            words
            if said.language == self.language
            else Markup('<span lang="{}">{}</span>').format(said.language, words)
        )

    def plain(self, text: Text | None) -> str:
        """A text without markup, for titles and descriptions."""
        return text.said(self.language).text if text else ""


class Page(NamedTuple):
    """A page before it is made: its place, its frame, its words, and what its body needs.

    `made_of` names the bytes that the body depends on beyond the site's own key.
    """

    path: str
    section: str
    title: str
    description: str
    template: str
    view: Callable[[], Mapping[str, object]]
    made_of: tuple[str, ...]
    head: str = ""


def output(site: Site, page: Page) -> Output:
    """The page as an output: made when it is asked for, kept when its key is the same."""
    path = site.prefix + page.path
    key = fingerprint(site.key, site.language, page.path, page.template, page.title, page.description, *page.made_of)
    return Output(path, key, lambda: render(site, page))


def render(site: Site, page: Page) -> bytes:
    """Make the whole page: the template's body in the frame of its section."""
    template = site.templates.get_template(page.template)
    body = template.generate(
        page.view(), site=site, say=site.words.say, up=site.up(page.path), assets=site.assets(page.path)
    )
    pieces = filled(
        site.frames.of(site.language, page.section),
        file=page.path.rpartition("/")[2],
        title=page.title,
        description=page.description,
        body=body,
        built=day(site.catalogue.today, site.language),
        head=page.head,
    )
    return _in_utf8(pieces)


_AT_ONCE = 2_000
"""Pieces of a page that are joined at once; in Python one dash makes every letter beside it two bytes long."""


def _in_utf8(pieces: Iterator[str]) -> bytes:
    written = BytesIO()
    while some := tuple(islice(pieces, _AT_ONCE)):
        written.write("".join(some).encode())
    return written.getvalue()
