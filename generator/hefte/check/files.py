"""Pictures and tracks: each that is named exists, and whoever cannot see a picture is told of it."""

import posixpath
import re
from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.check.prose import pictures_in, scheme_of
from hefte.model import Booklet, Document, Entry, Walk
from hefte.model.texts import LANGUAGES, Text
from hefte.problem import Problem, Rule, Where
from hefte.spelling import nearest

SHORTEST_ALT = 5
"""Characters; fewer tell nobody what a picture shows."""

_FILE_NAME = re.compile(r"[\w -]+\.(?:jpe?g|png|webp|heic|gif|svg)|(?:img|dsc|bilde|foto)[-_ ]?\d+", re.IGNORECASE)


def pictures_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """A picture that is named lies in content/bilder, spelled the same."""
    for document in catalogue.documents:
        for location, name in pictures_named(document):
            if name not in catalogue.pictures:
                values = {"name": name, "nearest": nearest(name, catalogue.pictures)}
                yield Problem(document.where(*location), Rule.MISSING_PICTURE, values)
    logo = catalogue.settings.logo
    if logo and logo not in catalogue.pictures:
        values = {"name": logo, "nearest": nearest(logo, catalogue.pictures)}
        yield Problem(catalogue.settings.where("logo"), Rule.MISSING_PICTURE, values)


def pictures_are_told(catalogue: Catalogue) -> Iterator[Problem]:
    """The alternative text says what is to be seen, not what the file is called, in the site's first language."""
    language = catalogue.settings.languages[0] if catalogue.settings.languages else LANGUAGES[0]
    language = language if language in LANGUAGES else LANGUAGES[0]
    for document in catalogue.documents:
        for index, picture in enumerate(document.pictures if isinstance(document, Entry) else ()):
            if getattr(picture.alt, language) is None:
                values = {"key": language, "add": f"{language}: …"}
                yield Problem(document.where("bilder", index, "alt"), Rule.MISSING_FIELD, values)
            for words in _forms(picture.alt):
                if _tells_nothing(words.strip(), picture.file):
                    yield Problem(document.where("bilder", index, "alt"), Rule.POOR_ALT_TEXT, {"value": words})


def _tells_nothing(words: str, file: str) -> bool:
    stem = file.rpartition("/")[2].rpartition(".")[0]
    return len(words) < SHORTEST_ALT or words.casefold() == stem.casefold() or bool(_FILE_NAME.fullmatch(words))


def pictures_in_prose_are_ours(catalogue: Catalogue) -> Iterator[Problem]:
    """A picture in a text lies in content/bilder too, and nowhere else on disk or net."""
    for source in catalogue.sources:
        for where, target, alt in pictures_in(source):
            name = picture_name(target)
            if name is None:
                yield Problem(where, Rule.UNSAFE_PICTURE_PATH, {"value": target[:80]})
            elif name not in catalogue.pictures:
                values = {"name": name, "nearest": nearest(name, catalogue.pictures)}
                yield Problem(where, Rule.MISSING_PICTURE, values)
            if not alt.strip():
                yield Problem(where, Rule.MISSING_ALT_TEXT, {"value": target[:80]})


def pictures_are_used(catalogue: Catalogue) -> Iterator[Problem]:
    """A picture that no entry shows only makes the repository larger; one spelled in other letters is shown soon."""
    used = {name.casefold() for document in catalogue.documents for _, name in pictures_named(document)}
    used.add((catalogue.settings.logo or "").casefold())
    texts = catalogue.sources
    for name in sorted(name for name in catalogue.pictures if name.casefold() not in used):
        if not any(name in source.text for source in texts):
            yield Problem(Where(f"bilder/{name}"), Rule.UNUSED_PICTURE, {"name": name})


def tracks_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """A track that is named lies in content/spor."""
    for document in catalogue.documents:
        if isinstance(document, Walk) and document.track and document.track not in catalogue.tracks:
            near = nearest(document.track, catalogue.tracks)
            values = {"name": document.track, "nearest": near}
            yield Problem(document.where("spor"), Rule.MISSING_TRACK, values)


def picture_name(target: str) -> str | None:
    """The name below content/bilder that a path in a text means; None where it leads elsewhere."""
    if scheme_of(target) or target.startswith(("/", "\\", "~")) or "\\" in target:
        return None
    path = posixpath.normpath(posixpath.join("bilder", target.removeprefix("../").removeprefix("bilder/")))
    return path.removeprefix("bilder/") if path.startswith("bilder/") else None


def pictures_named(document: Document) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The pictures that a document shows: where in it, and the name below content/bilder."""
    if isinstance(document, Entry):
        for index, picture in enumerate(document.pictures):
            yield ("bilder", index, "fil"), picture.file
    if isinstance(document, Booklet) and document.cover and document.cover.picture:
        yield ("forside", "bilde"), document.cover.picture


def _forms(text: Text) -> tuple[str, ...]:
    return tuple(form for form in text if form is not None)
