"""Small invented content for the tests of booklets, and the demo municipality ready for the press."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml

from hefte.assessment.rules import read_rules
from hefte.booklet.press import Press
from hefte.catalogue import Catalogue
from hefte.doors.package import words_of
from hefte.drawing.icons import read_icons
from hefte.gpx import read_gpx
from hefte.language import Words
from hefte.model import Booklet, Category, Document, Settings
from hefte.reading import is_content, read_content
from hefte.track import Track

D = TypeVar("D", bound=Document)
TESTS = Path(__file__).parent
TEMPLATES = TESTS.parent / "templates"
TODAY = date(2026, 11, 22)
COMMON: dict[str, object] = {"ingress": "Kom som dere er.", "kategorier": ["idrett"], "kommune": "9999"}
MEASURED: dict[str, object] = {
    "veitype": "grusvei",
    "dekke": "grus",
    "fasthet": "fast",
    "tilstand": "jevnt",
    "bredde_cm": "220",
    "stigning": "1:25",
    "tverrfall": "2 %",
    "hinder": "ingen",
}


@cache
def words(language: str = "nb") -> Words:
    """The words of a language as they are in the templates."""
    return words_of(language)


@cache
def icons() -> Mapping[str, str]:
    """The inside of every icon."""
    files = {path.stem: path.read_text(encoding="utf-8") for path in (TEMPLATES / "icons").glob("*.svg")}
    return read_icons(files).inner


@cache
def taxonomy() -> tuple[Category, ...]:
    """The default categories."""
    rows = yaml.load((TEMPLATES / "taxonomy.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    return tuple(Category.model_validate(row) for row in rows)


def document(kind: type[D], identity: str, **fields: object) -> D:
    """One document by the keys that editors write; entries get what every entry needs."""
    needed = COMMON | {"tittel": identity.capitalize()} if "kategorier" in keys(kind) else {}
    return kind.model_validate(needed | {"id": identity} | fields)


def keys(kind: type[Document]) -> set[str]:
    """The keys of a document as editors write them."""
    return {field.alias or name for name, field in kind.model_fields.items()}


def press(
    *documents: Document,
    language: str = "nb",
    settings: Mapping[str, object] | None = None,
    tracks: Mapping[str, Track] | None = None,
    **booklet: object,
) -> Press:
    """A press for one booklet with the given keys, on a catalogue of the given documents."""
    made = Booklet.model_validate({"id": "heftet", "tittel": "Heftet", "utvalg": {"utelat": ["ingen"]}} | booklet)
    site = Settings.model_validate(
        {"navn": "Ut i Vik", "tjeneste": "Tjenesten", "kommune": "9999", "språk": ["nb", "nn"]} | dict(settings or {})
    )
    catalogue = Catalogue((*documents, made), site, TODAY, taxonomy())
    rules = read_rules((TEMPLATES / "rules/turvei.yaml").read_text(encoding="utf-8"))
    return Press(made, catalogue, words(language), rules, icons(), tracks or {})


@cache
def demo_press(booklet: str, language: str = "nb") -> Press:
    """The press for a booklet of Eksempelvik."""
    folder = TESTS / "eksempelvik"
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    reading = read_content((name, path.read_bytes()) for name, path in files.items() if is_content(name))
    assert reading.settings is not None
    catalogue = Catalogue(reading.documents, reading.settings, TODAY, taxonomy())
    read = {path.name: read_gpx(name, path.read_bytes())[0] for name, path in files.items() if name.endswith(".gpx")}
    tracks = {name: track for name, track in read.items() if track is not None}
    rules = read_rules((TEMPLATES / "rules/turvei.yaml").read_text(encoding="utf-8"))
    wanted = catalogue.get("hefter", booklet)
    assert isinstance(wanted, Booklet)
    return Press(wanted, catalogue, words(language), rules, icons(), tracks)
