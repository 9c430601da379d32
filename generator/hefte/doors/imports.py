"""Take a file of walks into content/ as drafts: a track, or Kartverket's data.

A track is written as the copy that is published.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.check.people import holds_birth_number
from hefte.check.walks import LONGEST_WALK, SHORTEST_WALK
from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.options import Options
from hefte.doors.package import outlines, words_of
from hefte.doors.taking_in import Files, read_from, take_in
from hefte.doors.tell import tell_errors, tell_of_source
from hefte.doors.trouble import Exit, Trouble
from hefte.gpx import LARGEST_BYTES, read_recording, write_gpx
from hefte.interchange.accessibility import WAYS, read_accessibility
from hefte.interchange.drafts import Draft, Found, text_of
from hefte.interchange.from_track import Setting, Wishes, draft_of, identity_of, trimmed
from hefte.interchange.land import ROUGH_M, Land
from hefte.interchange.maps import nothing_for, read_map
from hefte.interchange.routes import WAY, read_routes
from hefte.language import Words
from hefte.model.walk_choices import TrackSource
from hefte.norwegian import distance, metres
from hefte.outline import Position
from hefte.problem import Problem, Rule, Where
from hefte.reading import language_of

FOLDER = "turer"
_FOR_WALKS = "natur_og_friluftsliv"
_MOST_SHOWN = 2_000_000
"""Characters of a file of which a line can be shown in the report."""


class _Taken(NamedTuple):
    """A file that is being taken in, and the site that takes it."""

    file: Path
    data: bytes
    options: Options
    catalogue: Catalogue
    land: Land
    words: Words

    @property
    def path(self) -> str:
        """What it is called in problems."""
        return self.file.name

    def setting(self, spot: Position, stated: str = "") -> Setting:
        """What the site knows of a walk that starts there; a municipality that its source states is believed."""
        settings = self.catalogue.settings
        own = settings.municipalities[0]
        number = stated if self.land.has(stated) else self.land.at(spot) or own
        is_another = number not in (own, stated) and self.land.has(own)
        is_near_border = is_another and self.land.metres_outside(spot, own) < ROUGH_M
        categories = self.catalogue.categories
        category = _FOR_WALKS if _FOR_WALKS in categories else next(iter(categories), _FOR_WALKS)
        return Setting(number, category, self.words, is_near_border)


def import_file(file: Path, options: Options, console: Console) -> Exit:
    """What `hefte import` does with a file of walks."""
    work = look_through(options.content, options.day)
    if work.catalogue is None:
        return tell_errors(work.problems, options.content, console)
    words = words_of(language_of(work.catalogue.settings))
    taken = _Taken(file, read_from(file), options, work.catalogue, Land(outlines()), words)
    found = _READERS[options.kind](taken)
    _tell(found.problems, taken, console)
    if found.too_short:
        console.remark("too-short", number=found.too_short, metres=f"{options.shortest:g}")
    if not found.drafts:
        return Exit.CONTENT
    if options.out_file and len(found.drafts) > 1:
        raise Trouble("out-for-one", code=Exit.WRONG_USE, number=len(found.drafts))
    files = tuple(_files(found.drafts, options, console))
    return take_in(files, options, console) if files else Exit.FINE


def _tell(problems: Sequence[Problem], taken: _Taken, console: Console) -> None:
    """Tell what is wrong in the file, each with its line; the file lies outside of content/."""
    folder = taken.file.parent.as_posix()
    text = taken.data[:_MOST_SHOWN].decode("utf-8", errors="replace")
    tell_of_source(problems, console, text, "" if folder == "." else folder)


def _from_gpx(taken: _Taken) -> Found:
    options = taken.options
    if len(taken.data) > LARGEST_BYTES:
        sizes = {"size": len(taken.data), "limit": LARGEST_BYTES}
        return Found((), (Problem(Where(taken.path), Rule.TRACK_TOO_LARGE, sizes),))
    recording, problems = read_recording(taken.path, taken.data)
    if recording is None or any(problem.stops_the_build for problem in problems):
        return Found((), problems)
    track = trimmed(recording.track, options.trim)
    if options.trim and not track.segments:
        raise Trouble("nothing-left", code=Exit.WRONG_USE, metres=f"{options.trim:g}")
    if not SHORTEST_WALK <= track.length_m <= LONGEST_WALK:
        told = {"value": distance(track.length_m), "low": metres(SHORTEST_WALK), "high": distance(LONGEST_WALK)}
        return Found((), (*problems, Problem(Where(taken.path), Rule.TRACK_UNLIKELY_LENGTH, told)))
    titles = (options.title, recording.name, Path(taken.path).stem)
    title = next((title for title in titles if title and not holds_birth_number(title)), FOLDER.removesuffix("er"))
    identity = options.out_file.stem if options.out_file else identity_of(title)
    wishes = Wishes(title, TrackSource(options.source) if options.source else None, options.sights, options.trim)
    return Found((draft_of(identity, title, track, taken.setting(track.start[:2]), wishes),), problems)


def _from_map(wanted: Sequence[str], read: Callable[..., Found]) -> Callable[[_Taken], Found]:
    """A reader of official map data: its kinds of ways, and what makes drafts of them."""

    def taken_in(taken: _Taken) -> Found:
        collection = read_map(taken.path, taken.data)
        ways = [one for one in collection.features if one.kind in wanted and one.is_line]
        if not ways:
            is_told = any(one.stops_the_build for one in collection.problems)
            none = () if is_told else (nothing_for(taken.path, wanted, collection),)
            return Found((), (*collection.problems, *none))
        found = read(collection.features, taken.setting, taken.options.day.isoformat(), taken.options.shortest)
        return found._replace(problems=(*collection.problems, *found.problems))

    return taken_in


_READERS: dict[str, Callable[[_Taken], Found]] = {
    "gpx": _from_gpx,
    "tilgjengelighet": _from_map(WAYS, read_accessibility),
    "turrutebasen": _from_map((WAY,), read_routes),
}


def _files(drafts: Sequence[Draft], options: Options, console: Console) -> Iterator[Files]:
    """The files of each draft and its track; what stands there stays, unless it is to be replaced."""
    for draft in _with_names(drafts):
        files = {f"{FOLDER}/{_target(draft, options).name}": text_of(draft)}
        if draft.track:
            files[f"spor/{draft.id}.gpx"] = write_gpx(draft.track, draft.title)
        there = next((options.content / path for path in files if (options.content / path).exists()), None)
        if there is None or options.replace_old:
            yield files
        elif options.kind == "gpx":
            raise Trouble("already-there", code=Exit.WRONG_USE, path=str(there))
        else:
            console.remark("left-alone", path=str(there))


def _with_names(drafts: Sequence[Draft]) -> Iterable[Draft]:
    """Two drafts of one file never have the same name."""
    known: set[str] = set()
    for draft in drafts:
        names = (draft.id if number == 1 else f"{draft.id}-{number}" for number in count(1))
        name = next(name for name in names if name not in known)
        known.add(name)
        yield draft if name == draft.id else _renamed(draft, name)


def _renamed(draft: Draft, name: str) -> Draft:
    rows = tuple(row._replace(value=f"{name}.gpx") if row.key == "spor" else row for row in draft.rows)
    return draft._replace(id=name, rows=rows)


def _target(draft: Draft, options: Options) -> Path:
    folder = options.content / FOLDER
    target = options.out_file or folder / f"{draft.id}.yaml"
    is_there = target.resolve().parent == folder.resolve() and target.suffix in (".yaml", ".yml")
    if not is_there or identity_of(target.stem) != target.stem:
        raise Trouble("not-a-walk-file", code=Exit.WRONG_USE, path=str(target), folder=str(folder))
    return target
