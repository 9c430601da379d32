"""Make the website an app that works without coverage: its manifest, and the worker with the digests of its files."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from hefte.catalogue import Catalogue
from hefte.doors.notes import read_notes, write_notes
from hefte.doors.package import templates, words_of
from hefte.norwegian import day
from hefte.output import Output, fingerprint, ready
from hefte.website.app import app_manifest
from hefte.website.frame_settings import logo_of
from hefte.website.offline import Edition, Kept, Rows, worker
from hefte.website.search import ROWS_A_FILE


def as_app(catalogue: Catalogue, website: Iterable[Output], state: Path) -> Iterator[Output]:
    """All outputs of the website, then the worker; what was noted of them lies in `state` for the next build."""
    memory = state / "editions" / f"{fingerprint(repr(catalogue.settings))}.json"
    spoken = {code: words_of(code) for code in catalogue.settings.languages}
    days = (day(catalogue.today, code) for code in spoken)
    edition = Edition(tuple(spoken), days, _kept(read_notes(memory)), logo_of(catalogue))
    manifest = ready(app_manifest(catalogue.settings, next(iter(spoken.values())), _template("manifest.json")))
    yield from edition.noted(chain(website, (manifest,)))
    rows = Rows(catalogue.row_areas, dict.fromkeys(("told", "rows"), ROWS_A_FILE))
    yield from worker(edition, spoken, rows, _template("sw.js"))
    write_notes(memory, edition.kept)


def _template(name: str) -> str:
    return (templates() / "website" / "worker" / name).read_text(encoding="utf-8")


def _kept(notes: Mapping[str, Any]) -> Mapping[str, Kept]:
    """Notes of another version cost a little time and are otherwise no problem."""
    try:
        return {name: Kept(*row) for name, row in notes.items()}
    except TypeError:
        return {}
