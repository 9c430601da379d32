"""Eksempelvik is sound, whole and invented: what the demo municipality promises."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml
from PIL import Image

import eksempelvik_tracks
from hefte.gpx import read_gpx
from hefte.model import DOCUMENT_TYPES, ENTRY_TYPES, Entry, Settings, Walk
from hefte.model.fields import values_of
from hefte.model.kinds import Record
from hefte.reading import Reading, is_content, read_content
from hefte.track import Track, piece, steepest

FOLDER = Path(__file__).parent / "eksempelvik"
AT_LEAST = {
    "turer": 25,
    "aktiviteter": 60,
    "arrangementer": 20,
    "organisasjoner": 12,
    "steder": 20,
    "grupper": 6,
    "hefter": 2,
    "sider": 4,
}
LEFT_OUT = {("Settings", "tiles"), ("TileSource", "tile_address"), ("TileSource", "attribution")}
"""Another host's map images: by default there are none, and no invented host could send any."""

DRAFT, MEMO = "UTKAST-SKAL-IKKE-UT", "INTERNT-NOTAT-SKAL-IKKE-UT"
OUTSIDE = ("https://uustatus.no/", "https://ut.no/")
"""The only real addresses: services that every municipality links to."""


@cache
def demo() -> Reading:
    """All of Eksempelvik, read once."""
    paths = [path for path in sorted(FOLDER.rglob("*")) if path.is_file()]
    names = [path.relative_to(FOLDER).as_posix() for path in paths]
    texts = [(name, path.read_bytes()) for name, path in zip(names, paths, strict=True) if is_content(name)]
    return read_content(texts, [name for name in names if not is_content(name)])


def entries() -> tuple[Entry, ...]:
    """Everything but booklets and pages."""
    return tuple(document for document in demo().documents if isinstance(document, Entry))


def walks() -> tuple[Walk, ...]:
    """The walks."""
    return tuple(entry for entry in entries() if isinstance(entry, Walk))


def records_within(value: object) -> Iterator[Record]:
    """Every record in a value, the value itself included."""
    if isinstance(value, Record):
        yield value
        value = tuple(one for _, one in values_of(value))
    if isinstance(value, tuple):
        for part in value:
            yield from records_within(part)


def kinds_within(annotation: object) -> Iterator[type[Record]]:
    """Every kind of record that a field may hold, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
        for field in annotation.model_fields.values():
            yield from kinds_within(field.annotation)
    for part in get_args(annotation):
        yield from kinds_within(part)


def everything() -> tuple[Record, ...]:
    """All records of all files, the settings first."""
    return tuple(records_within((demo().settings, *demo().documents)))


def test_every_file_is_read_without_a_problem() -> None:
    reading = demo()

    assert reading.problems == ()
    assert reading.settings is not None
    assert not reading.broken


@pytest.mark.parametrize("folder", AT_LEAST)
def test_there_is_enough_of_every_type(folder: str) -> None:
    counts = Counter(document.folder for document in demo().documents)

    assert counts[folder] >= AT_LEAST[folder]


def test_every_field_is_used_somewhere() -> None:
    declared = {
        (kind.__name__, name)
        for top in (Settings, *DOCUMENT_TYPES)
        for kind in kinds_within(top)
        for name in kind.model_fields
    }

    used = {(type(record).__name__, row.name) for record in everything() for row, _ in values_of(record)}

    missing = sorted(declared - used - LEFT_OUT)
    assert not missing, f"Eksempelvik does not use {missing}. Write each into an entry of tests/eksempelvik."


def test_more_than_half_of_it_is_in_nynorsk_too() -> None:
    everyone = entries()

    both = [entry for entry in everyone if entry.title.nn and entry.lead.nn and (not entry.body or entry.body.nn)]

    assert len(both) * 2 > len(everyone)


def test_every_id_is_its_own_across_the_folders() -> None:
    counts = Counter(document.id for document in demo().documents)

    assert [name for name, count in counts.items() if count > 1] == []


def test_references_lead_somewhere() -> None:
    known = {(document.folder, document.id) for document in demo().documents}

    asked = {("organisasjoner", entry.organiser) for entry in entries() if entry.organiser}
    asked |= {("steder", entry.place) for entry in entries() if isinstance(entry.place, str)}

    assert asked <= known


def test_categories_and_areas_are_known() -> None:
    settings = demo().settings
    assert settings is not None

    used = {code for entry in entries() for code in entry.categories}

    assert used == {category.code for category in settings.categories}
    assert {entry.area for entry in entries() if entry.area} == {
        "Sentrum", "Vågen", "Øra", "Solberg", "Mosetjern", "Skogly", "Utvika", "Holmen",
    }  # fmt: skip


def test_nobody_can_be_called_and_no_real_place_is_named() -> None:
    settings = demo().settings

    phones = {getattr(record, "phone", None) for record in everything()} - {None}
    links = {getattr(record, "link", None) for record in everything()} - {None}

    assert settings is not None
    assert settings.municipalities == ("9999",)
    assert all(str(phone).startswith("000000") for phone in phones)
    assert all(".eksempel.no/" in f"{link}/" or "//eksempel.no/" in f"{link}/" for link in links)
    assert str(settings.declaration).startswith(OUTSIDE)


def test_one_person_is_named_with_consent_and_all_others_are_roles() -> None:
    contacts = [entry.contact for entry in entries() if entry.contact]

    named = [contact for contact in contacts if contact.name]
    assert len(named) == 1
    assert named[0].consent is not None


def test_what_must_never_be_published_is_there_to_be_looked_for() -> None:
    files = {path: path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.yaml")}

    drafts = [path.name for path, text in files.items() if DRAFT in text]
    memos = {path.parent.name for path, text in files.items() if MEMO in text}

    assert sorted(drafts) == ["2027-01.yaml", "matgruppa.yaml"]
    assert memos == {kind.folder for kind in ENTRY_TYPES}


def empty_keys(data: object) -> Iterator[str]:
    """Keys without a value, as `{pris: 2,5 m}` makes of its second half."""
    if isinstance(data, dict):
        yield from (name for name, value in data.items() if value == "")
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            yield from empty_keys(part)


def test_no_comma_within_braces_has_cut_a_value_in_two() -> None:
    files = {path: path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.yaml")}

    cut = {path.name: tuple(empty_keys(yaml.load(text, yaml.CBaseLoader))) for path, text in files.items()}  # noqa: S506

    assert {name: keys for name, keys in cut.items() if keys} == {}


def test_pictures_are_all_used_all_there_and_small() -> None:
    settings = demo().settings
    assert settings is not None
    there = {path.name for path in (FOLDER / "bilder").iterdir()}

    used = {picture.file for entry in entries() for picture in entry.pictures} | {settings.logo}

    assert used == there
    assert all(path.stat().st_size <= 120_000 for path in (FOLDER / "bilder").iterdir())


def test_photos_are_large_enough_for_print() -> None:
    for path in (FOLDER / "bilder").glob("*.jpg"):
        with Image.open(path) as picture:
            assert picture.size == (1200, 800)


@pytest.mark.parametrize("name", sorted(path.name for path in (FOLDER / "spor").iterdir()))
def test_a_track_is_as_long_and_as_steep_as_its_walk_says(name: str) -> None:
    (walk,) = (walk for walk in walks() if walk.track == name)
    track = track_of(walk)

    wanted = eksempelvik_tracks.way_m(walk)

    assert track.length_m == pytest.approx(wanted, rel=0.03)
    for stretch in walk.stretches:
        found = steepest(Track(piece(track, stretch.from_m, stretch.to_m)))
        if found and stretch.slope_degrees:
            assert found.degrees == pytest.approx(stretch.slope_degrees, abs=0.6)


def track_of(walk: Walk) -> Track:
    """The walk's track, which must be without a flaw."""
    path = f"spor/{walk.track}"
    track, problems = read_gpx(path, (FOLDER / path).read_bytes())[:2]
    assert not problems
    assert track is not None
    return track


@pytest.mark.parametrize("name", ["strandpromenaden", "holmenrunden", "badestien"])
def test_the_tracks_are_what_the_script_draws(name: str) -> None:
    kept = (FOLDER / "spor" / f"{name}.gpx").read_text(encoding="utf-8")

    drawn = eksempelvik_tracks.gpx(name)

    assert drawn == kept, "Run `python tests/eksempelvik_tracks.py` after changing a walk."


def test_every_track_belongs_to_a_walk() -> None:
    there = {path.name for path in (FOLDER / "spor").iterdir()}

    used = {walk.track for walk in walks() if walk.track}

    assert used == there
    assert {Path(name).stem for name in there} == set(eksempelvik_tracks.SHAPES)


def test_the_promenade_does_not_promise_the_cafe_that_lies_beyond_the_kerb() -> None:
    walk = next(one for one in entries() if isinstance(one, Walk) and one.id == "strandpromenaden")
    cafe = next(sight.at_m for sight in walk.sights if sight.type == "kafé") or 0

    before = [stretch.name.said("nb").text for stretch in walk.stretches if stretch.name and stretch.to_m < cafe]

    assert before == ["til utsikten", "nesten til kafeen"]
