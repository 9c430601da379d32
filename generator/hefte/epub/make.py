"""From a booklet to its EPUB: volume → documents → package, with the engine that draws the cover handed in."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from jinja2 import Environment

from hefte.booklet.make import volume_of
from hefte.booklet.press import Press
from hefte.booklet.prose import spans_of
from hefte.booklet.volume import Volume
from hefte.epub.book import Book, Leaf, anchor, book_of
from hefte.epub.pack import pack
from hefte.output import fingerprint
from hefte.source import File

DrawCover = Callable[[Volume], bytes]
"""An engine for the cover as PNG: libraries on e-readers show no SVG."""

_ROOT = "EPUB/"
_BEFORE = (("forside", "cover.xhtml"), ("tittel", "title.xhtml"), ("nav", "nav.xhtml"))
"""What stands before the parts: documents and their templates."""

_FEATURES = (
    "alternativeText",
    "ARIA",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)
"""The words of schema.org for what every book has (Schema.org Accessibility Properties for Discoverability)."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""

_KINDS = {"xhtml": "application/xhtml+xml", "svg": "image/svg+xml", "png": "image/png", "css": "text/css"} | {
    "woff2": "font/woff2",
    "txt": "text/plain",
}


class Look(NamedTuple):
    """Templates in the language of the book, its style sheet, and its fonts with their licences by file name."""

    environment: Environment
    stylesheet: str
    fonts: Mapping[str, bytes]


class Resource(NamedTuple):
    """A row of the package's manifest."""

    id: str
    href: str
    kind: str
    properties: str


def epub_file(press: Press, look: Look, draw_cover: DrawCover) -> File:
    """The booklet at its place below the site: `hefter/<id>.epub`, or `nn/hefter/<id>.epub`."""
    first = press.catalogue.settings.languages[0]
    folder = "" if press.language == first else f"{press.language}/"
    book = book_of(volume_of(press._replace(paper=False)))
    return File(f"{folder}hefter/{press.booklet.id}.epub", pack(_files(book, press, look, draw_cover)))


def _files(book: Book, press: Press, look: Look, draw_cover: DrawCover) -> Iterator[File]:
    documents = tuple(_documents(book, look))
    others = (
        File("bok.css", look.stylesheet),
        File("bilder/forside.png", draw_cover(book.volume)),
        *(File(picture.name, picture.svg) for picture in book.pictures),
        *(File(f"skrifter/{name}", content) for name, content in sorted(look.fonts.items())),
    )
    package = look.environment.get_template("package.opf").render(
        _common(book)
        | {
            "identifier": _identifier(press),
            "modified": f"{press.catalogue.today.isoformat()}T12:00:00Z",
            "features": (*_FEATURES, *(("index",) if "index" in book.marks else ())),
            "issued": (press.booklet.valid_on or press.catalogue.today).isoformat(),
            "resources": [_resource(file) for file in (*documents, *others)],
            "spine": [_id(file.path) for file in documents],
        }
    )
    yield File("META-INF/container.xml", look.environment.get_template("container.xml").render(root=_ROOT))
    yield File(f"{_ROOT}package.opf", _legal(package))
    yield from (File(_ROOT + file.path, file.content) for file in (*documents, *others))


def _documents(book: Book, look: Look) -> Iterator[File]:
    before = tuple(Leaf(f"{name}.xhtml", template, book.volume.title, {}) for name, template in _BEFORE)
    common = _common(book)
    for leaf in (*before, *book.leaves):
        text = look.environment.get_template(leaf.template).render(common | {"leaf": leaf} | dict(leaf.view))
        yield File(leaf.name, _legal(text))


def _common(book: Book) -> dict[str, object]:
    volume, at = book.volume, partial(address_in, book)
    return {"book": book, "volume": volume, "anchor": anchor, "spans_of": spans_of, "at": at}


def address_in(book: Book, href: str) -> str:
    """Where a link leads: to the net, to a phone, to the place of an entry in the book, or nowhere (empty)."""
    if href.startswith(("tel:", "mailto:")):
        return quote(href, safe=":@+")
    if href.startswith(("https://", "http://")):
        return quote(href, safe="%/:=&?~#+!$,;'@()*") if _is_whole(href) else ""
    return book.places.get(href, "")


def _is_whole(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)


def _resource(file: File) -> Resource:
    drawn = isinstance(file.content, str) and file.path.endswith(".xhtml") and "<svg" in file.content
    named = {"nav.xhtml": "nav", "bilder/forside.png": "cover-image"}.get(file.path, "")
    properties = " ".join(filter(None, (named, "svg" if drawn else "")))
    return Resource(_id(file.path), file.path, _KINDS[file.path.rpartition(".")[2]], properties)


def _id(path: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]", "-", path)


def _identifier(press: Press) -> str:
    """The same for every edition of a booklet in a language; a UUID of version 8 (RFC 9562)."""
    settings = press.catalogue.settings
    key = fingerprint(settings.address or "", repr(settings.name), press.booklet.id, press.language)
    return f"urn:uuid:{key[:8]}-{key[8:12]}-8{key[13:16]}-8{key[17:20]}-{key[20:]}"
