"""From a booklet to a published file: catalogue → volume → PDF, with the print engine handed in."""

from collections.abc import Callable

from hefte.booklet.chapters import parts_of
from hefte.booklet.inks import own_ink
from hefte.booklet.matter import edition_of, sample_notice
from hefte.booklet.photos import LARGE, LOGO, framed_photo
from hefte.booklet.pictures import cover_picture, vignettes
from hefte.booklet.press import Press
from hefte.booklet.setting import LIMITS, is_sheet, natural
from hefte.booklet.volume import Chapter, Front, Part, Volume, item_in
from hefte.source import File
from hefte.telling.values import tell_link

Print = Callable[[Volume], bytes]
"""A print engine: the same volume gives the same bytes."""

POINTS = {name: limits.sizes[-1] for name, limits in LIMITS.items()}
_TITLE_WIDTH = 560
_LARGEST_TITLE = 50
_ALWAYS = (
    "alert-triangle",
    "calendar-check",
    "calendar-question",
    "check",
    "clock",
    "gift",
    "question-mark",
    "route",
    "star",
    "tilde",
    "trending-up",
    "x",
)
_WORDS = ("contents", "see_also", "goes_on", "all_free", "notes", "page", "access", "reach", "stretches")
_COLUMNS = ("metres", "verdict", "ground")


def volume_of(press: Press) -> Volume:
    """Everything that is printed in one booklet in one language, sorted and worded."""
    title = press.said(press.booklet.title) or ""
    parts = parts_of(press)
    setting = press.setting or natural(press.booklet)
    return Volume(
        id=press.booklet.id,
        language=press.language,
        title=title,
        subtitle=_subtitle(press),
        owner=press.said(press.catalogue.settings.service) or "",
        keywords=tuple(part.title for part in parts if part.tab is not None),
        foot=_foot(press),
        paper=press.booklet.paper.value,
        size=setting.size,
        words=_words(press),
        icons={name: press.icons[name] for name in sorted(_used_icons(parts)) if name in press.icons},
        sample=sample_notice(press),
        cover=_front(press, title),
        vignettes=vignettes(press),
        parts=parts,
        spacing=setting.spacing,
        columns=setting.columns,
        notes=press.notes,
        is_sheet=is_sheet(press.booklet),
    )


def booklet_file(press: Press, print_volume: Print) -> File:
    """The printed booklet at its place below the site: `hefter/<id>.pdf`, or `nn/hefter/<id>.pdf`."""
    first = press.catalogue.settings.languages[0]
    folder = "" if press.language == first else f"{press.language}/"
    return File(f"{folder}hefter/{press.booklet.id}.pdf", print_volume(volume_of(press)))


def _subtitle(press: Press) -> str:
    cover = press.booklet.cover
    return (press.said(cover.subtitle) if cover else None) or press.said(press.booklet.lead) or ""


def _front(press: Press, title: str) -> Front:
    cover = press.booklet.cover
    edition = (press.said(cover.edition) if cover else None) or press.say("issue", day=edition_of(press))
    longest = max(map(len, title.split()), default=1)
    size = min(_LARGEST_TITLE, _TITLE_WIDTH // longest)
    photo = framed_photo(cover.picture, press, LARGE) if cover else None
    settings = press.catalogue.settings
    return Front(
        photo or cover_picture(press),
        press.said(settings.name) or "",
        size,
        edition,
        is_photo=photo is not None,
        logo=framed_photo(settings.logo, press, LOGO),
        ink=own_ink(settings.colours),
        accent=settings.colours.accent if settings.colours else None,
    )


def _foot(press: Press) -> str:
    issue = press.say("issue", day=edition_of(press))
    address = press.catalogue.settings.address
    return f"{issue} · {tell_link(address, press.words)}" if address else issue


def _words(press: Press) -> dict[str, object]:
    words: dict[str, object] = {name: press.say(name) for name in _WORDS}
    return words | {"stretch_columns": [press.say(f"column.{name}") for name in _COLUMNS]}


def _used_icons(parts: tuple[Part, ...]) -> set[str]:
    used = {*_ALWAYS, *(part.icon for part in parts)}
    for part in parts:
        if isinstance(part.content, Chapter):
            entries = (entry for section in part.content.sections for entry in section.entries)
            used.update(item_in(entry).icon for entry in entries)
        for name in ("items", "pins"):
            used.update(item.icon for item in getattr(part.content, name, ()) if item.icon)
    return used
