"""Books for the tests: Eksempelvik's and small invented ones, opened as their files."""

import posixpath
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from booklet_samples import demo_press, icons, words
from hefte.booklet.press import Press
from hefte.booklet.volume import Volume
from hefte.doors.epub import look_of
from hefte.epub.make import Look, epub_file

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082"
)
"""The smallest PNG, in place of a drawn cover."""


def pixel(_: Volume) -> bytes:
    """A cover that costs nothing."""
    return PIXEL


@cache
def look(language: str) -> Look:
    """The look of a book in one language, its templates compiled once for all tests."""
    return look_of(words(language), icons())


def bound(press: Press) -> bytes:
    """The book of a press, with a cover of one pixel."""
    content = epub_file(press, look(press.language), pixel).content
    assert isinstance(content, bytes)
    return content


@cache
def demo_book(booklet: str, language: str = "nb") -> bytes:
    """A book of Eksempelvik."""
    return bound(demo_press(booklet, language))


@cache
def opened(book: bytes) -> Mapping[str, bytes]:
    """What lies in the book, by path."""
    with ZipFile(BytesIO(book)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@cache
def documents(book: bytes) -> Mapping[str, etree._Element]:
    """The XHTML documents of the book, read as strict XML."""
    return {name: etree.fromstring(text) for name, text in opened(book).items() if name.endswith(".xhtml")}


def text_of(element: etree._Element) -> str:
    """What an element says, with single blanks."""
    return plain("".join(element.itertext()))


def plain(text: str) -> str:
    """The text with single blanks; a hard blank counts as one."""
    return " ".join(text.split())


def reached(document: str, link: str) -> tuple[str, str]:
    """Path and fragment of a link within the book."""
    path, _, fragment = link.partition("#")
    return (posixpath.normpath(posixpath.join(posixpath.dirname(document), path)) if path else document), fragment


def is_outward(link: str) -> bool:
    """Whether a link leaves the book."""
    return link.startswith(("https:", "http:", "tel:", "mailto:"))
