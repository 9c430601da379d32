"""The pictures of the content: looked at before anything is published, and published as copies without metadata."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from hefte.catalogue import Catalogue
from hefte.doors.content import Content
from hefte.doors.trouble import Exit, Trouble
from hefte.output import Output, fingerprint
from hefte.picture import Fault, Look, Published, copies


def looks_of(content: Content, names: Iterable[str]) -> Mapping[str, Look | Fault]:
    """What each picture's header tells; a folder without pictures does not wait for Pillow to start."""
    wanted = sorted(names)
    if not wanted:
        return {}
    from hefte.photo import look

    return {name: look(content.read(f"bilder/{name}")) for name in wanted}


def photo_for_print(content: Content, catalogue: Catalogue) -> Callable[[str, int], bytes | None]:
    """Makes the copy of a photo in the size that paper needs, once; JPEG, but PNG of a logo that is PNG."""

    @cache
    def photo(name: str, longest: int) -> bytes | None:
        if not isinstance(catalogue.looks.get(name), Look):
            return None
        is_drawn = name == catalogue.settings.logo and name.lower().endswith(".png")
        return _copy(content.read(f"bilder/{name}"), name if is_drawn else f"{name}.jpg", longest)

    return photo


def picture_files(content: Content, catalogue: Catalogue) -> Iterator[Output]:
    """The copies of the logo and of every picture that a shown entry has; made again only when the original changed."""
    named = {picture.file for entry in catalogue.shown for picture in entry.pictures} | {catalogue.settings.logo or ""}
    for name in sorted(named):
        seen = catalogue.looks.get(name)
        if isinstance(seen, Look):
            yield from _outputs(content.read(f"bilder/{name}"), name, copies(name, seen))


def _outputs(original: bytes, name: str, wanted: Iterable[Published]) -> Iterator[Output]:
    from hefte.photo import MADE_BY

    key = fingerprint(original)
    for one in wanted:
        longest = max(one.width, one.height)
        yield Output(one.path, fingerprint(key, MADE_BY, name, str(longest)), partial(_copy, original, name, longest))


def _copy(original: bytes, name: str, longest: int) -> bytes:
    from hefte.photo import NotAPicture, copy_of

    try:
        return copy_of(original, name, longest)
    except NotAPicture as error:
        raise Trouble("picture-cannot-be-drawn", code=Exit.CONTENT, file=name) from error
