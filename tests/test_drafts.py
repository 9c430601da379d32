"""A draft plan and a note to colleagues get nowhere: not to a page, a booklet, an e-book, a search index or a feed."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pypdfium2
import pytest

from eksempelvik_site import CONTENT
from hefte.doors.command_line import main

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


def test_no_file_of_the_site_with_its_booklets_holds_a_draft_or_a_note(tmp_path: Path) -> None:
    content, out = tmp_path / "content", tmp_path / "site"
    copytree(CONTENT, content, ignore=lambda folder, names: names if folder.endswith("hefter") else ())
    booklet = "utvalg: {type: [grupper]}\nutgaver: [halvårsplaner, plakater]\nspråk: [nb, nn]\n"
    (content / "hefter" / "gruppene.yaml").write_text(f"tittel: {{nb: Gruppene, nn: Gruppene}}\n{booklet}", "utf-8")

    assert main(["build", "--content", str(content), "--out", str(out), "--today", "2026-11-22"]) == 0

    files = [path for path in out.rglob("*") if path.is_file()]
    said = {path: bare("\n".join(words_in(path.name, path.read_bytes()))) for path in files}
    assert not [str(path) for path, text in said.items() for secret in SECRETS if bare(secret) in text]
    assert {".html", ".pdf", ".epub", ".js"} <= {path.suffix for path, text in said.items() if GROUP in text}
    assert {".html", ".pdf"} <= {path.suffix for path, text in said.items() if APPROVED in text}
