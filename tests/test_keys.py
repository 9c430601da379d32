"""What is not made again is right all the same: an output whose key has not changed has the same bytes."""

from collections.abc import Iterator, Mapping

import pytest
import yaml

from booklet_samples import document
from hefte.model import Activity, Document, Event, Group, Organisation, Place, Walk
from hefte.model.fields import fields_of
from hefte.output import Output
from hefte.source import Source
from hefte.website import make, map_data, search, told
from hefte.website.digests import PROSE
from website_samples import made, outputs_of, site_of

TUESDAYS = {"når": {"dag": "tirsdag", "kl": "18-20"}}
HERE, THERE = {"lat": 59.21, "lon": 10.93}, {"lat": 59.31, "lon": 11.03}
ENTRIES: Mapping[str, tuple[type[Document], Mapping[str, object]]] = {
    "kor": (Activity, {**TUESDAYS, "arrangør": "laget", "sted": "huset", "pris": "gratis"}),
    "dans": (Activity, {"åpningstider": {"dag": "lørdag", "kl": "11-14"}, "arrangør": "laget", "område": "Vest"}),
    "fest": (Event, {"start": "2026-12-24 18:00", "sted": "huset"}),
    "treff": (Group, {"møtes": {"dag": "torsdag", "kl": "12-14"}, "arrangør": "laget", "område": "Vest"}),
    "laget": (Organisation, {"kontakt": {"tlf": "69 00 00 01"}, "område": "Vest"}),
    "huset": (Place, {"område": "Vest", "sted": {"navn": "Torget", **HERE}}),
    "runden": (
        Walk,
        {"lengde": "2 km", "område": "Vest", "start": {"navn": "Brua", **HERE}, "tidligere_id": "ringen"},
    ),
    "do": (Place, {"område": "Nord", "sted": {"navn": "Kaia", "lat": 59.212, "lon": 10.93}, "hc_toalett": "ja"}),
    "kretsen": (Organisation, {"område": "Sør", "del_av": "fylket"}),
    "fylket": (Organisation, {"område": "Øst", "kategorier": ["musikk"], "kontakt": {"tlf": "69 00 00 03"}}),
    "slutt": (Activity, {"status": "nedlagt", "kategorier": ["musikk"]}),
    "sang": (Activity, {"sted": "loftet", "kategorier": ["musikk"]}),
    "loftet": (Place, {"område": "Nord"}),
    "tur": (Walk, {"lengde": "900 m", "område": "Sør"}),
}
"""Entries that stand on each other's pages."""

CHANGES: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("kor", {"tittel": "Det store koret"}),
    ("kor", {"når": {"dag": "onsdag", "kl": "17-19"}}),
    ("kor", {"pris": 100}),
    ("kor", {"status": "pause"}),
    ("dans", {"område": "Øst"}),
    ("fest", {"start": "2027-01-15 18:00"}),
    ("fest", {"avlyst": {"svar": "ja", "grunn": "Sykdom."}}),
    ("treff", {"møtes": {"dag": "fredag", "kl": "9-10"}}),
    ("laget", {"tittel": "Det nye laget"}),
    ("laget", {"kontakt": {"tlf": "69 00 00 02"}}),
    ("laget", {"status": "nedlagt"}),
    ("huset", {"tittel": "Det nye huset"}),
    ("huset", {"område": "Øst"}),
    ("huset", {"sted": {"navn": "Torget", **THERE}}),
    ("huset", {"åpningstider": {"dag": "mandag", "kl": "8-10"}}),
    ("runden", {"lengde": "3 km"}),
    ("runden", {"start": {"navn": "Brua", **THERE}}),
    ("runden", {"underlag": ["asfalt"]}),
    ("runden", {"område": "Nord"}),
    ("runden", {"tittel": {"nn": "Runden"}}),
    ("do", {"hc_toalett": "nei"}),
    ("do", {"tittel": "Det nye toalettet"}),
    ("do", {"område": "Sør"}),
    ("loftet", {"tittel": "Det nye loftet"}),
    ("fylket", {"tittel": "Det nye fylket"}),
    ("tur", {"tittel": {"nn": "Tur"}}),
)


def prose_of(name: str) -> Mapping[str, object]:
    """Every field of an entry that is prose, by its key, with the example of the model."""
    rows = (row for row in fields_of(ENTRIES[name][0]) if row.name in PROSE)
    return {row.alias: yaml.load(row.example, Loader=yaml.CBaseLoader) for row in rows}  # noqa: S506


def outputs(changed: str = "", **fields: object) -> Mapping[str, Output]:
    """Every output of the entries, of which one has other fields."""
    found = (
        written(kind, name, {**stated, **fields} if name == changed else stated)
        for name, (kind, stated) in ENTRIES.items()
    )
    site = site_of(*found)
    return {**outputs_of(site), **{output.path: output for output in map_data.shared_data(site)}}


def written(kind: type[Document], name: str, fields: Mapping[str, object]) -> Document:
    """A document that was read from a file."""
    found = document(kind, name, **fields)
    found.put(Source(f"{kind.folder}/{name}.yaml", repr(fields)))
    return found


@pytest.fixture(scope="module", autouse=True)
def _small_files() -> Iterator[None]:
    """One row a file, so that no entry is renewed because another lies beside it."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (make, map_data, search, told):
            patch.setattr(module, "ROWS_A_FILE", 1)
        yield


@pytest.fixture(scope="module")
def before() -> Mapping[str, tuple[str | None, str]]:
    """The key and the bytes of every output as it was."""
    return {path: (output.key, made(output)) for path, output in outputs().items()}


@pytest.mark.parametrize(("name", "fields"), [*CHANGES, *((name, prose_of(name)) for name in ENTRIES)])
def test_what_keeps_its_key_keeps_its_bytes(
    before: Mapping[str, tuple[str | None, str]], name: str, fields: Mapping[str, object]
) -> None:
    after = outputs(name, **fields)

    kept = {path for path in before.keys() & after.keys() if before[path][0] is not None}
    same = {path for path in kept if before[path][0] == after[path].key}
    assert same != kept, "nothing has changed"
    assert {path for path in same if made(after[path]) != before[path][1]} == set()


def test_a_change_makes_only_the_months_again_in_which_it_is_on() -> None:
    was, walk, feast = outputs(), outputs("runden", lengde="3 km"), outputs("fest", tittel="Festen")

    def months_of(after: Mapping[str, Output]) -> set[str]:
        return {path for path in after if path.startswith("kalender/2") and after[path].key != was[path].key}

    assert months_of(walk) == set()
    for name in ENTRIES:
        assert months_of(outputs(name, **prose_of(name))) == set()
    assert months_of(feast) == {"kalender/2026-12.html"}
