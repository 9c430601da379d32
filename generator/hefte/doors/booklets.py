"""Gather what the booklets are made from, and have each printed when something in it has changed."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from hefte.assessment.rules import read_rules
from hefte.booklet.make import booklet_file
from hefte.booklet.press import Press
from hefte.doors.build import Work
from hefte.doors.epub import look_of
from hefte.doors.package import engine_key, templates
from hefte.doors.site import icons, tracks_of, words_of
from hefte.doors.typst import draw_cover, print_pdf
from hefte.epub.make import Look, epub_file
from hefte.output import Output, fingerprint
from hefte.source import File
from hefte.website.make import digests_of


def make_booklets(work: Work, state: Path) -> Iterator[Output]:  # noqa: ARG001  # a maker is given its folder
    """Every published booklet in every language that it asks for and the site has."""
    catalogue = work.catalogue
    if catalogue is None:
        return
    rules = read_rules((templates() / "rules" / "turvei.yaml").read_text(encoding="utf-8"))
    tracks = tracks_of(catalogue)
    everything = fingerprint(
        engine_key(),
        repr(catalogue.settings),
        catalogue.today.isoformat(),
        *digests_of(catalogue).values(),
        repr(sorted(tracks.items())),
    )
    drawn = _all_icons()
    spoken = {code: words_of(code) for code in catalogue.settings.languages}
    looks = {code: look_of(words, drawn) for code, words in spoken.items()}
    for booklet in catalogue.booklets:
        for code in booklet.languages or catalogue.settings.languages[:1]:
            if booklet.published is not False and code in spoken:
                press = Press(booklet, catalogue, spoken[code], rules, drawn, tracks)
                path = f"{'' if code == catalogue.settings.languages[0] else code + '/'}hefter/{booklet.id}"
                key = fingerprint(everything, code, booklet.id)
                yield Output(f"{path}.pdf", key, partial(_printed, press))
                yield Output(f"{path}.epub", key, partial(_bound, press, looks[code]))


def _printed(press: Press) -> bytes:
    return _bytes(booklet_file(press, lambda volume: print_pdf(volume, press.catalogue.today)))


def _bound(press: Press, look: Look) -> bytes:
    return _bytes(epub_file(press, look, draw_cover))


def _bytes(file: File) -> bytes:
    return file.content if isinstance(file.content, bytes) else file.content.encode()


def _all_icons() -> Mapping[str, str]:
    inside = icons()
    return {path.stem: inside(path.stem) for path in sorted((templates() / "icons").glob("*.svg"))}
