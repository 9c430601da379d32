"""From plain data to entries: each file is read for itself, so a broken one hides nothing else."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from hefte.model import DOCUMENT_TYPES, Document, Settings
from hefte.model.kinds import Record
from hefte.model.texts import LANGUAGES
from hefte.positions import locate
from hefte.problem import Problem, Rule, Where, in_order
from hefte.reading.commas import with_whole_values
from hefte.reading.events import Data
from hefte.reading.folders import colliding_names, id_of, is_content, unexpected_file
from hefte.reading.nodes import Parsed, parse
from hefte.reading.remains import remains_of
from hefte.reading.values import problems_of

R = TypeVar("R", bound=Record)


class Reading(NamedTuple):
    """All that was read, and all that could not be.

    `broken` holds folder and id of what could not be read: it exists, so a reference to it is
    not wrong. `files` are the paths of everything there is, pictures and tracks included.
    `remains` is what is left of broken entries: to be checked, never to be shown.
    """

    documents: tuple[Document, ...] = ()
    settings: Settings | None = None
    problems: tuple[Problem, ...] = ()
    broken: frozenset[tuple[str, str]] = frozenset()
    files: frozenset[str] = frozenset()
    remains: tuple[Document, ...] = ()


class FileReading(NamedTuple):
    """What one file holds; it depends on nothing but the file and the site's language."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: frozenset[tuple[str, str]] = frozenset()
    remains: tuple[Document, ...] = ()


_KINDS: dict[str, type[Document]] = {kind.folder: kind for kind in DOCUMENT_TYPES}


def read_content(files: Iterable[tuple[str, bytes]], others: Iterable[str] = ()) -> Reading:
    """Read all files below content/, each given by its path there, with `/`, and its bytes.

    `others` are the paths of files that need not be opened: pictures and tracks.
    """
    contents = dict(files)
    settings, problems = read_settings(contents.get(Settings.file))
    results = [
        read_file(path, contents[path], language_of(settings))
        for path in sorted(contents)
        if is_content(path) and path != Settings.file
    ]
    return together(results, settings, problems, frozenset((*contents, *others)))


def together(
    results: Iterable[FileReading],
    settings: Settings | None,
    problems: Iterable[Problem],
    files: frozenset[str],
) -> Reading:
    """Lay the readings of all files together, with what is wrong with the files' names."""
    results = tuple(results)
    unexpected = (problem for path in files for problem in unexpected_file(path))
    colliding = colliding_names(files)
    found = (problem for result in results for problem in result.problems)
    broken = frozenset(key for result in results for key in result.broken)
    documents = tuple(document for result in results for document in result.documents)
    remains = tuple(document for result in results for document in result.remains)
    return Reading(documents, settings, in_order((*problems, *unexpected, *colliding, *found)), broken, files, remains)


def language_of(settings: Settings | None) -> str:
    """The language that a text is in where the file does not say: the site's first."""
    return settings.languages[0] if settings and settings.languages else "nb"


def read_settings(content: bytes | None) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Read `oppsett.yaml`; a site without it cannot be built."""
    if content is None:
        return None, (Problem(Where(Settings.file), Rule.MISSING_SETTINGS),)
    parsed = parse(Settings.file, content)
    if not isinstance(parsed.data, dict):
        return None, parsed.problems or (Problem(Where(Settings.file), Rule.NOT_FIELDS, {"value": ""}),)
    settings, problems = _validated(Settings, parsed, parsed.data, (), _first_language(parsed.data))
    if settings:
        settings.put(parsed.source)
    return settings, (*parsed.problems, *problems)


def _first_language(data: dict[str, Data]) -> str:
    written = data.get("språk")
    first = written[0] if isinstance(written, list) and written else written
    return first if isinstance(first, str) and first in LANGUAGES else "nb"


def read_file(path: str, content: bytes, language: str = "nb") -> FileReading:
    """Read one file of entries, a booklet or a page."""
    kind = _KINDS[path.split("/", maxsplit=1)[0]]
    parsed = parse(path, content)
    if isinstance(parsed.data, list):
        return _read_list(kind, parsed, parsed.data, language)
    key = (kind.folder, id_of(path))
    if not isinstance(parsed.data, dict):
        return FileReading((), parsed.problems, frozenset((key,)))
    data = _named(parsed.data, key[1])
    document, problems = _document(kind, parsed, data, (), language)
    own_id = _own_id(parsed, parsed.data, key[1])
    found = (*parsed.problems, *own_id, *problems)
    if document:
        return FileReading((document,), found)
    return FileReading((), found, frozenset((key,)), _remains(kind, parsed, data, (), language))


def _remains(
    kind: type[Document], parsed: Parsed, data: dict[str, Data], at: tuple[int, ...], language: str
) -> tuple[Document, ...]:
    document = remains_of(kind, data, language)
    if document is None:
        return ()
    document.put(parsed.source, *at)
    return (document,)


def _named(data: dict[str, Data], identity: str) -> dict[str, Data]:
    return data | {"id": identity}


def _own_id(parsed: Parsed, data: dict[str, Data], identity: str) -> tuple[Problem, ...]:
    written = data.get("id")
    if written is None or written == identity:
        return ()
    where = locate(parsed.source, ("id",))
    return (Problem(where, Rule.ID_IS_NOT_FILE_NAME, {"value": written, "instead": identity}),)


def _read_list(kind: type[Document], parsed: Parsed, rows: list[Data], language: str) -> FileReading:
    """Read a file that holds a list of entries, each with its own `id`."""
    documents: list[Document] = []
    problems = list(parsed.problems)
    broken = set()
    remains: list[Document] = []
    for index, row in enumerate(rows):
        if not isinstance(row, dict):
            problems.append(Problem(locate(parsed.source, (index,)), Rule.NOT_A_GROUP, {"value": row, "key": ""}))
            continue
        document, found = _document(kind, parsed, row, (index,), language)
        problems += found
        if document:
            documents.append(document)
        elif isinstance(row.get("id"), str):
            broken.add((kind.folder, str(row["id"])))
            remains += _remains(kind, parsed, row, (index,), language)
    return FileReading(tuple(documents), tuple(problems), frozenset(broken), tuple(remains))


def _document(
    kind: type[Document], parsed: Parsed, data: dict[str, Data], at: tuple[int, ...], language: str
) -> tuple[Document | None, tuple[Problem, ...]]:
    document, problems = _validated(kind, parsed, data, at, language)
    if document:
        document.put(parsed.source, *at)
    return document, problems


def _validated(
    kind: type[R], parsed: Parsed, data: dict[str, Data], at: tuple[int, ...], language: str = "nb"
) -> tuple[R | None, tuple[Problem, ...]]:
    """Validate against the model; a line already told about is not told about again."""
    try:
        record = kind.model_validate(data, context={"language": language})
    except ValidationError as error:
        told = {problem.where.line for problem in parsed.problems if problem.stops_the_build}
        found = with_whole_values(parsed.source, problems_of(parsed.source, at, kind, error.errors(include_url=False)))
        return None, tuple(
            problem for problem in found if problem.rule is Rule.MISSING_FIELD or problem.where.line not in told
        )
    return (record if parsed.is_whole else None), ()
