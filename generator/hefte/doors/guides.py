"""Where the guides on the site come from: their texts and the pictures of real screens, in `templates/guides/`."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hefte.catalogue import Catalogue
from hefte.doors.package import templates
from hefte.guides import LANGUAGES, guides_of
from hefte.output import Output, fingerprint
from hefte.website.guides import FOLDER
from hefte.website.site import GuideShelf

PICTURES = "bilder"


def guide_shelf() -> GuideShelf:
    """The guides of the package: a text, or how large a picture is, when it is asked for."""
    return GuideShelf(guide_text, _size)


def guide_text(language: str, identity: str) -> str:
    """The text of a written guide, as it stands in its file."""
    return (templates() / "guides" / language / f"{identity}.md").read_text(encoding="utf-8")


def guide_pictures(catalogue: Catalogue) -> Iterator[Output]:
    """The pictures of the languages that the site's readers see guides in; none where there are no guides."""
    if not guides_of(catalogue):
        return
    wanted = {code if code in LANGUAGES else LANGUAGES[0] for code in catalogue.settings.languages}
    for name in _names():
        if name.partition("/")[0] in wanted:
            path = _folder() / name
            yield Output(f"{FOLDER}/{name}", fingerprint(path.read_bytes()), path.read_bytes)


def _folder() -> Path:
    return templates() / "guides" / PICTURES


def _names() -> tuple[str, ...]:
    folder = _folder()
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*.webp")))


@cache
def _size(name: str) -> tuple[int, int]:
    from PIL import Image

    with Image.open(_folder() / name) as picture:
        return picture.size
