"""Gather what the booklets are made from, and have each printed in its editions when something in it has changed."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from pathlib import Path

from hefte.booklet.editions import EDITIONS, ENLARGED, editions_of
from hefte.booklet.make import volume_of
from hefte.booklet.press import Press
from hefte.booklet.volume import Volume
from hefte.catalogue import Catalogue
from hefte.doors.apart import apart
from hefte.doors.build import Work
from hefte.doors.content import Content
from hefte.doors.epub import look_of
from hefte.doors.finishing import bordered, enlarged, packed
from hefte.doors.fitting import in_its_pages
from hefte.doors.imposition import imposed
from hefte.doors.newsletters import printed_newsletters
from hefte.doors.package import engine_key, rules_of_walks, templates, words_of
from hefte.doors.pictures import photo_for_print
from hefte.doors.printed import remembered
from hefte.doors.site import icons, tracks_of
from hefte.doors.typst import draw_cover, draw_first_page, print_pdf
from hefte.epub.make import Look, epub_file
from hefte.model import Booklet, Organisation, Page, Place
from hefte.model.choices import EditionKind
from hefte.output import Output, fingerprint
from hefte.photo import MADE_BY, copy_of
from hefte.selection import booklet_entries
from hefte.source import File
from hefte.upkeep.left_out import left_out_named, left_out_told
from hefte.website.digests import Digests, digests_of
from hefte.website.shelf import COVER_HEIGHT, COVER_WIDTH, cover_path

_REFERRED = (Organisation, Place, Page)


Finish = Callable[[bytes, Press], bytes]

FINISHES: Mapping[EditionKind, Finish] = {
    EditionKind.LARGE: lambda printed, _: enlarged(printed, ENLARGED),
    EditionKind.FOLDED: lambda printed, press: imposed(printed, press.language),
    EditionKind.PRESS: lambda printed, _: bordered(printed),
}
"""What becomes of an edition after it is printed; all others are only packed."""


def make_booklets(work: Work, state: Path) -> Iterator[Output]:
    """Every published booklet in every language that it asks for and the site has, in all its editions.

    `state` keeps how many pages and bytes each has, for the page that lists them.
    """
    if work.catalogue is not None:
        made = chain(_outputs(work, work.catalogue, editions_of), printed_newsletters(work.catalogue))
        yield from remembered(made, state, work.content.folder)


def make_proofs(work: Work, state: Path) -> Iterator[Output]:
    """The booklets as they are read on a screen: whoever writes waits for no other edition."""
    if work.catalogue is not None:
        yield from remembered(_outputs(work, work.catalogue, lambda _: ()), state, work.content.folder)


def _outputs(work: Work, catalogue: Catalogue, wanted: Callable[[Press], tuple[EditionKind, ...]]) -> Iterator[Output]:
    rules = rules_of_walks()
    tracks, drawn, languages = tracks_of(catalogue), _all_icons(), catalogue.settings.languages
    shared = fingerprint(
        engine_key(), repr(catalogue.settings), catalogue.today.isoformat(), repr(sorted(tracks.items()))
    )
    digests, photo = digests_of(catalogue), photo_for_print(work.content, catalogue)
    spoken = {code: words_of(code) for code in languages}
    looks = {code: look_of(words, drawn) for code, words in spoken.items()}
    for booklet in catalogue.booklets:
        _tell_what_is_left_out(booklet, catalogue, work)
        for code in booklet.languages or languages[:1]:
            if booklet.published is not False and code in spoken:
                press = Press(booklet, catalogue, spoken[code], rules, drawn, tracks, photo=photo)
                path = f"{'' if code == languages[0] else code + '/'}hefter/{booklet.id}"
                key = fingerprint(shared, code, *_held(press, digests), *_photos_in(press, work.content))
                yield from _editions(press, path, key, work, wanted(press))
                yield Output(f"{path}.epub", key, partial(_bound, press, looks[code]))


def _tell_what_is_left_out(booklet: Booklet, catalogue: Catalogue, work: Work) -> None:
    """Whoever builds learns which entries a booklet has lost because nobody has checked them."""
    words = words_of(catalogue.settings.languages[0])
    names = left_out_named(booklet, catalogue, words) if booklet.published is not False else ""
    if names:
        told = left_out_told(booklet, catalogue, words)
        work.remark("left-out", title=booklet.title.said(words.language).text, told=told, names=names)


def _held(press: Press, digests: Digests) -> Iterator[str]:
    """The keys of what stands in a booklet, and of all that its entries may refer to."""
    catalogue = press.catalogue
    yield digests[Booklet.folder, press.booklet.id]
    for entry in booklet_entries(press.booklet, catalogue, press.language):
        yield digests[entry.folder, entry.id]
    for document in catalogue.documents:
        if isinstance(document, _REFERRED):
            yield digests[document.folder, document.id]


def _editions(press: Press, path: str, key: str, work: Work, kinds: tuple[EditionKind, ...]) -> Iterator[Output]:
    """The booklet for the screen, then its editions; all are made of one volume, and none where nothing changed."""
    volume = cache(lambda: volume_of(in_its_pages(press, work)))
    yield Output(f"{path}.pdf", key, partial(_edition, None, volume, press))
    shown = cover_path(f"{path}.pdf")
    yield Output(shown, fingerprint(key, MADE_BY), lambda: _first_page(volume(), shown))
    for kind in kinds:
        yield Output(f"{path}{kind.suffix}.pdf", key, partial(_edition, kind, volume, press))


def _edition(kind: EditionKind | None, volume: Callable[[], Volume], press: Press) -> bytes:
    made = EDITIONS[kind].made(volume(), press) if kind else volume()
    finish = FINISHES.get(kind, _packed) if kind else _packed
    return apart(lambda: finish(print_pdf(made, press.catalogue.today), press))


def _first_page(volume: Volume, path: str) -> bytes:
    """The first page as a picture for the page that lists the booklets; drawn larger, so that its letters are clear."""
    return apart(lambda: copy_of(draw_first_page(volume, 2 * COVER_WIDTH), path, COVER_HEIGHT))


def _packed(printed: bytes, _press: Press) -> bytes:
    return packed(printed)


def _photos_in(press: Press, content: Content) -> Iterator[bytes]:
    """The photos that a booklet prints, as they lie in the folder."""
    catalogue, cover = press.catalogue, press.booklet.cover
    entries = booklet_entries(press.booklet, catalogue, press.language)
    names = {entry.pictures[0].file for entry in entries if entry.pictures}
    names |= {name for name in (catalogue.settings.logo, cover.picture if cover else None) if name}
    yield from (content.read(f"bilder/{name}") for name in sorted(names) if name in catalogue.looks)


def _bound(press: Press, look: Look) -> bytes:
    return _bytes(epub_file(press, look, lambda volume: apart(partial(draw_cover, volume))))


def _bytes(file: File) -> bytes:
    return file.content if isinstance(file.content, bytes) else file.content.encode()


def _all_icons() -> Mapping[str, str]:
    inside = icons()
    return {path.stem: inside(path.stem) for path in sorted((templates() / "icons").glob("*.svg"))}
