"""The whole way, as one function: content is read, checked, made into outputs, and published."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.check import check, check_each, without
from hefte.doors.content import Content, open_content
from hefte.doors.edition import Site, find_site, refuse_what_lies_in_content
from hefte.doors.package import default_categories, templates
from hefte.doors.pictures import looks_of
from hefte.doors.publish import Published, publish
from hefte.doors.readings import Readings
from hefte.doors.todays_format import in_today_s_format
from hefte.gpx import read_gpx
from hefte.model import Settings
from hefte.output import Output, fingerprint
from hefte.problem import Problem, in_order
from hefte.reading import FileReading, Reading, language_of, together
from hefte.reading.folders import id_of
from hefte.reading.remains import without_echoes
from hefte.track import Track

Told = Callable[[int], None]

Tracks = Mapping[str, tuple[Track | None, tuple[Problem, ...]]]
"""What was read of the files in `spor/`, by name, with what is wrong with each."""

Remark = Callable[..., None]
"""Says `command.<name>` with its values to whoever watches the build."""


Refuse = Callable[[Problem], None]
"""Takes a problem that shows only when something is made: a booklet that cannot have its number of pages."""


def unheard(_name: str, **_values: object) -> None:
    """Say nothing: nobody watches."""


def accepted(_problem: Problem) -> None:
    """Make it all the same: nobody asks."""


def forgotten() -> None:
    """Keep nothing for the next run."""


class Work(NamedTuple):
    """Content that was read and checked; without settings there is no catalogue, only problems.

    `remark` is where a maker says what went wrong with its tools and not with the content; `refuse`
    is where it says what is wrong with the content after all. `unread` are the files of which
    something could not be read, so that it is not in the catalogue. `keep` writes down what was
    read, for the next run.
    """

    content: Content
    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    remark: Remark = unheard
    refuse: Refuse = accepted
    unread: tuple[str, ...] = ()
    keep: Callable[[], None] = forgotten

    @property
    def may_be_published(self) -> bool:
        """Whether no error stands."""
        return self.catalogue is not None and not any(problem.stops_the_build for problem in self.problems)


Maker = Callable[[Work, Path], Iterable[Output]]
"""What makes outputs of the work; the folder is where it may keep something for its next run."""


class Built(NamedTuple):
    """What a build found and what it published; nothing where an error stands."""

    problems: tuple[Problem, ...]
    published: Published | None


def build(
    content: Path,
    out: Path,
    day: date,
    makers: Iterable[Maker],
    *,
    told: Told = lambda _: None,
    remark: Remark = unheard,
    despite: bool = False,
) -> Built:
    """Read, check, make and publish; with `despite`, what is sound is published even while an error stands.

    What was read is kept last: it takes the room that the pages have left.
    """
    refuse_what_lies_in_content(out, content)
    work = look_at(open_content(content), day, ids_published(out, content))._replace(remark=remark)
    try:
        return _made(work, out, makers, told, despite=despite)
    finally:
        work.keep()


def _made(work: Work, out: Path, makers: Iterable[Maker], told: Told, *, despite: bool) -> Built:
    refused: list[Problem] = []
    work = work._replace(refuse=refused.append)
    if work.catalogue is None or not (despite or work.may_be_published):
        return Built(work.problems, None)
    site = find_site(out)
    outputs = chain.from_iterable(make(work, site.state) for make in makers)
    try:
        published = publish(out, outputs if despite else _all_or_none(outputs, refused), told)
    except _Refused:
        return Built(in_order((*work.problems, *refused)), None)
    ids = sorted((entry.folder, entry.id) for entry in work.catalogue.shown)
    _ids_file(site, work.content.folder).write_text(json.dumps(ids), encoding="utf-8")
    return Built(in_order((*work.problems, *refused)), published)


class _Refused(Exception):
    """Something of the content could not be made, so nothing is published."""


def _all_or_none(outputs: Iterable[Output], refused: list[Problem]) -> Iterator[Output]:
    yield from outputs
    if any(problem.stops_the_build for problem in refused):
        raise _Refused


def look_through(content: Path, day: date, published: frozenset[tuple[str, str]] = frozenset()) -> Work:
    """Read and check a content folder, and keep what was read for the next run."""
    work = look_at(open_content(content), day, published)
    work.keep()
    return work


def look_at(opened: Content, day: date, published: frozenset[tuple[str, str]] = frozenset()) -> Work:
    """Read and check what lies in a content folder, or would lie there."""
    readings = Readings(opened.folder, opened.read(Settings.file) if Settings.file in opened.texts else None)
    reading = _read(opened, readings)
    if reading.settings is None:
        told = in_order((*opened.problems, *reading.problems))
        return Work(opened, None, told, keep=_keep(opened, readings))
    tracks = {name: read_gpx(f"spor/{name}", opened.read(f"spor/{name}")) for name in _inside("spor/", reading.files)}
    catalogue = _catalogue(opened, reading, reading.settings, tracks, day)
    checked = replace(catalogue, documents=(*reading.documents, *reading.remains)) if reading.remains else catalogue
    of_each = check_each(without(checked, readings.sound))
    found = check(checked, reading.broken, published, of_each)
    problems = without_echoes(found, reading.problems, reading.remains)
    of_tracks = chain.from_iterable(problems for _, problems in tracks.values())
    told = in_order((*opened.problems, *reading.problems, *of_tracks, *problems))
    unread = tuple(_unread_files(reading))
    unsound = frozenset(problem.where.path for problem in of_each)
    return Work(opened, catalogue, told, unread=unread, keep=_keep(opened, readings, unsound))


def _keep(opened: Content, readings: Readings, unsound: frozenset[str] | None = None) -> Callable[[], None]:
    """Keeps what was read; what only would be is not kept."""
    return forgotten if opened.instead else partial(readings.keep, unsound)


def _catalogue(opened: Content, reading: Reading, settings: Settings, tracks: Tracks, day: date) -> Catalogue:
    pictures = _inside("bilder/", reading.files)
    return Catalogue(
        reading.documents,
        settings,
        day,
        taxonomy=default_categories(),
        pictures=pictures,
        looks=looks_of(opened, pictures),
        tracks={name: None if any(map(_stops, found)) else track for name, (track, found) in tracks.items()},
        icons=frozenset(path.stem for path in (templates() / "icons").glob("*.svg")),
    )


def _unread_files(reading: Reading) -> Iterator[str]:
    of_entries = (one.where.path for one in reading.problems if one.stops_the_build)
    return (path for path in dict.fromkeys(of_entries) if "/" in path)


def _stops(problem: Problem) -> bool:
    """A track with an error is not compared with its walk: one message is enough."""
    return problem.stops_the_build


def _read(content: Content, readings: Readings) -> Reading:
    settings, problems = readings.settings()
    language = language_of(settings)
    texts = (path for path in content.texts if path != Settings.file)
    results = [readings.read(path, content.read(path), language) for path in texts]
    results += [_unread(problem) for problem in content.too_large]
    refused = (problem.where.path for problem in content.too_large)
    reading = together(results, settings, problems, frozenset((*content.texts, *content.others, *refused)))
    return reading._replace(problems=in_today_s_format(reading, content))


def _unread(problem: Problem) -> FileReading:
    path = problem.where.path
    return FileReading((), (problem,), frozenset({(path.split("/", maxsplit=1)[0], id_of(path))}))


def _inside(folder: str, files: Iterable[str]) -> frozenset[str]:
    return frozenset(path.removeprefix(folder) for path in files if path.startswith(folder))


def ids_published(out: Path, content: Path) -> frozenset[tuple[str, str]]:
    """Folder and id of the entries in this content's last edition, so that the check can say which are gone."""
    try:
        known = json.loads(_ids_file(find_site(out), content).read_bytes())
        return frozenset((folder, name) for folder, name in known)
    except (OSError, ValueError, TypeError):
        return frozenset()


def _ids_file(site: Site, content: Path) -> Path:
    """By the content, not by the site: other content in the same place has other ids, and none of them is gone."""
    content = content.resolve()
    is_beside = content.is_relative_to(site.work)
    name = ".".join(content.relative_to(site.work).parts) if is_beside else fingerprint(str(content))
    return site.state / f"{name}.ids"
