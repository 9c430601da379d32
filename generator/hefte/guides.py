"""The guides on the site: which of them a site has, and their text read into sections of prose, pictures and code.

A guide is Markdown: `# title`, a paragraph that leads in, and sections under `## title`. A line of its own may be a
picture, `![what it shows](name)`, or something that the engine makes, `{{name}}`; code stands between ``` and ```.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.field_forms import ROOTS, name_of
from hefte.model import Page
from hefte.model.choices import GuidesShown
from hefte.norwegian import slug

OVERVIEW = "veiledning"
FOR_READERS = ("veiledning-stottekontakt", "veiledning-saksbehandler")
FOR_EDITORS = ("veiledning-redaktor", "veiledning-oppsett")
FIELDS = "felt"
"""The page with all keys from A to Å; `felt-turer` and its like have the fields of one type."""

COMMON = f"{FIELDS}-felles"
FIELD_PAGES = (COMMON, *(f"{FIELDS}-{name_of(root)}" for root in ROOTS))
WRITTEN = (OVERVIEW, *FOR_READERS, *FOR_EDITORS)
"""The guides that somebody has written, in their order; the fields are told by the models."""

LANGUAGES = ("nb", "nn")
"""The languages in which they are written; whoever reads another is shown the first."""

_EVERY = (*WRITTEN, FIELDS, *FIELD_PAGES)
_IN_SEARCH = (OVERVIEW, *FOR_READERS)
_SECTION = re.compile(r"^## +", re.MULTILINE)
_PART = re.compile(
    r"^```\w*\n(?P<code>.*?)^```$|^!\[(?P<alt>[^\]]+)\]\((?P<picture>[a-z-]+)\)$|^\{\{(?P<made>[a-z]+)\}\}$",
    re.MULTILINE | re.DOTALL,
)


class PartKind(StrEnum):
    """What a part of a section is."""

    PROSE = "prose"
    CODE = "code"
    PICTURE = "picture"
    MADE = "made"


class Part(NamedTuple):
    """A piece of a section: Markdown, code, the name of a picture with what it shows, or what the engine makes."""

    kind: PartKind
    text: str
    alt: str = ""


class Section(NamedTuple):
    """A section with the id that links lead to."""

    title: str
    id: str
    parts: tuple[Part, ...]


class Guide(NamedTuple):
    """A guide as it is written; the lead is Markdown without paragraphs."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def guides_of(catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of the guides that a site has; one that the municipality has written itself is among them."""
    shown = catalogue.settings.guides
    if shown is GuidesShown.NONE:
        return ()
    return _EVERY if shown is GuidesShown.ALL else _IN_SEARCH


def page_of(identity: str) -> str:
    """Where a guide lies: among the pages of prose, so that a page of the same id takes its place."""
    return f"{Page.folder}/{identity}.html"


def is_for_search_engines(path: str) -> bool:
    """Whether a page is for the public: what editors need would only be in the way among the hits."""
    folder, _, file = path.rpartition("/")
    name = file.removesuffix(".html")
    return folder.rpartition("/")[2] != Page.folder or name not in _EVERY or name in _IN_SEARCH


@cache
def read_guide(text: str) -> Guide:
    """A guide's text as its title, its lead and its sections; ValueError where it has no title."""
    head, *sections = _SECTION.split(text)
    title, _, lead = head.strip().partition("\n")
    if not title.startswith("# "):
        message = f"a guide begins with «# title», not with «{title[:40]}»"
        raise ValueError(message)
    return Guide(title.removeprefix("# ").strip(), " ".join(lead.split()), tuple(_section(one) for one in sections))


def _section(text: str) -> Section:
    title, _, body = text.partition("\n")
    return Section(title.strip(), slug(title), tuple(_parts(body)))


def _parts(body: str) -> Iterator[Part]:
    at = 0
    for found in _PART.finditer(body):
        yield from _prose(body[at : found.start()])
        kind = str(found.lastgroup)
        yield Part(PartKind(kind), found[kind], found["alt"] or "")
        at = found.end()
    yield from _prose(body[at:])


def _prose(text: str) -> Iterator[Part]:
    if text.strip():
        yield Part(PartKind.PROSE, text.strip())
