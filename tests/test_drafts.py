"""A draft plan and a note to colleagues get nowhere: not to a page, a booklet, an e-book, a search index or a feed."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from published_booklets import booklets, published

pytestmark = pytest.mark.slow

SECRETS = ("UTKAST-SKAL-IKKE-UT", "INTERNT-NOTAT-SKAL-IKKE-UT")
GROUP, APPROVED = "Torsdagsklubben", "Julemiddag"
"""A group and a line of its approved plan: where they cannot be found, the search itself is blind."""

_BETWEEN = re.compile(r"[\s\u00ad\u2060\ufffe-]+")


def bare(text: str) -> str:
    """Letters alone, so that a word is found wherever it is divided."""
    return _BETWEEN.sub("", text)


def words_in(name: str, content: bytes) -> Iterator[str]:
    """All that a file says: of a PDF its text and its outline, of an e-book each of its files."""
    if name.endswith(".pdf"):
        document = pypdfium2.PdfDocument(content)
        yield from (page.get_textpage().get_text_bounded() for page in document)
        yield from (item.get_title() for item in document.get_toc())
        yield str(document.get_metadata_dict())
    elif name.endswith(".epub"):
        with ZipFile(BytesIO(content)) as book:
            for part in book.namelist():
                yield from words_in(part, book.read(part))
    else:
        yield content.decode(errors="replace")


OF_GROUPS = re.compile(r"hefter/aktivitetsheftet(-halvarsplaner|-plakater)?\.(pdf|epub)$")
"""The booklets that hold the groups, in every edition that says something of its own."""


def test_no_file_of_the_site_and_of_its_booklets_holds_a_draft_or_a_note(site: Path) -> None:
    files = {str(path): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    files |= {path: published(path) for path in booklets() if OF_GROUPS.search(path)}

    said = {path: bare("\n".join(words_in(path, content))) for path, content in files.items()}

    assert not [path for path, text in said.items() for secret in SECRETS if bare(secret) in text]
    assert {".html", ".pdf", ".epub", ".js"} <= {Path(path).suffix for path, text in said.items() if GROUP in text}
    assert {".html", ".pdf"} <= {Path(path).suffix for path, text in said.items() if APPROVED in text}
    assert len([path for path in said if OF_GROUPS.search(path)]) == 8
