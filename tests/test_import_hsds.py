"""`hefte import hsds`: services, organisations and places of anybody's catalogue, as JSON or as tables."""

import json
import os
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet_samples import words
from hefte.interchange.drafts import text_of
from hefte.interchange.given import Given, draft_of, site_of, sound
from hefte.interchange.hsds_entries import entries_of_catalogue
from hefte.interchange.hsds_tables import read_catalogue
from hefte.interchange.table_rows import Rows
from hefte.language import LANGUAGES
from hefte.problem import Rule
from hefte.reading import read_file
from website_samples import catalogue_of

WORDS = tuple(words(code) for code in LANGUAGES)
SITE = site_of(catalogue_of(kommune="3107"), WORDS, "katalogen")

SERVICE: dict[str, object] = {
    "id": "s1",
    "name": "Bowling for alle",
    "description": "Vi spiller sammen. Kom som du er.",
    "status": "active",
    "url": "https://vik.no/bowling",
    "application_process": "Ring før første gang",
    "minimum_age": 13,
    "maximum_age": 25,
    "organization": {"id": "o1", "name": "Torp IF", "description": "Idrettslag.", "tax_id": "974760673"},
    "phones": [{"id": "p1", "number": "69 30 60 00"}],
    "cost_options": [{"id": "c1", "amount": 60, "currency": "NOK", "amount_description": "per gang"}],
    "schedules": [
        {
            "id": "t1",
            "freq": "WEEKLY",
            "byday": "TU",
            "dtstart": "2026-09-01",
            "opens_at": "18:00",
            "closes_at": "19:30",
        }
    ],
    "service_at_locations": [
        {
            "id": "sl1",
            "location": {
                "id": "l1",
                "name": "Hallen",
                "latitude": 59.2016,
                "longitude": 10.9487,
                "addresses": [{"id": "a1", "address_1": "Storgata 5", "postal_code": "1607", "city": "Fredrikstad"}],
                "accessibility": [{"id": "x1", "description": "Wheelchair"}],
            },
        }
    ],
}
TABLES = {
    "organizations.csv": "id,name,description\no1,Torp IF,Idrettslag.\n",
    "services.csv": "id,organization_id,name,description,status\ns1,o1,Bowling,Vi spiller.,active\n",
    "phones.csv": "id,service_id,number\np1,s1,69306000\np2,s7,69306001\n",
    "schedules.csv": "id,service_id,weekday,opens_at,closes_at\nt1,s1,Tuesday,18:00,19:30\n",
}


def read(files: Mapping[str, bytes]) -> Rows:
    return entries_of_catalogue(read_catalogue("katalogen", files), SITE)


def of_json(value: object) -> Rows:
    return read({"katalog.json": json.dumps(value).encode()})


def tables() -> dict[str, bytes]:
    return {name: text.encode() for name, text in TABLES.items()}


def test_a_service_brings_its_organisation_and_its_place() -> None:
    organisation, place, activity = of_json(SERVICE).given

    assert (organisation.folder, organisation.title, organisation.fields["orgnr"]) == (
        "organisasjoner",
        "Torp IF",
        "974760673",
    )
    assert (place.folder, place.fields["egnet"]) == ("steder", {"rullestol_inn": "ja"})
    assert dict(activity.fields) == {
        "tittel": "Bowling for alle",
        "ingress": "Vi spiller sammen.",
        "beskrivelse": "Vi spiller sammen. Kom som du er.",
        "kategorier": ["idrett"],
        "kommune": "3107",
        "kontakt": {"nett": "https://vik.no/bowling", "tlf": "69 30 60 00"},
        "arrangør": "torp-if",
        "status": "aktiv",
        "påmelding": {"svar": "ja", "hvordan": "Ring før første gang"},
        "målgruppe": {"alder": "13-25"},
        "pris": [{"kr": "60", "gjelder": "per gang"}],
        "sted": {
            "navn": "Hallen",
            "adresse": "Storgata 5",
            "postnr": "1607",
            "poststed": "Fredrikstad",
            "lat": "59.2016",
            "lon": "10.9487",
        },
        "når": [{"dag": "tirsdag", "kl": "18:00-19:30"}],
    }


@pytest.mark.parametrize("whole", [{"contents": [SERVICE]}, [SERVICE], {"services": [SERVICE]}])
def test_a_list_of_services_is_read_however_it_is_wrapped(whole: object) -> None:
    assert [one.title for one in of_json(whole).given] == ["Torp IF", "Hallen", "Bowling for alle"]


def test_tables_are_laid_together_and_a_row_without_an_owner_is_told() -> None:
    found = read(tables())

    _, activity = found.given
    (problem,) = found.problems
    assert activity.fields["kontakt"] == {"tlf": "69 30 60 00"}
    assert activity.fields["når"] == [{"dag": "tirsdag", "kl": "18:00-19:30"}]
    assert (problem.rule, problem.values["place"]) == (Rule.HSDS_WITHOUT_PARENT, "phones.csv:3")


def test_a_zip_is_the_same_as_its_folder() -> None:
    into = BytesIO()
    with ZipFile(into, "w") as pack:
        for name, data in {**tables(), "datapackage.json": b"{}"}.items():
            pack.writestr(name, data)

    assert read({"katalog.zip": into.getvalue()}).given == read(tables()).given


@pytest.mark.parametrize(("status", "ours"), [("inactive", "inaktiv"), ("defunct", "nedlagt"), ("active", "aktiv")])
def test_a_service_that_is_closed_stays_so(status: str, ours: str) -> None:
    assert of_json({**SERVICE, "status": status}).given[-1].fields["status"] == ours


def test_a_price_in_another_currency_is_words() -> None:
    cost = [{"id": "c1", "amount": 5, "currency": "GBP", "option": "Under 18"}]

    activity = of_json({**SERVICE, "cost_options": cost}).given[-1]

    assert "pris" not in activity.fields
    assert "cost_option: Under 18 5 GBP" in activity.head


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("x.json", b"{", Rule.IMPORT_BROKEN),
        ("x.json", b"[" * 5000, Rule.IMPORT_BROKEN),
        ("x.json", b'{"a": 1}', Rule.HSDS_HOLDS_NOTHING),
        ("taxonomy.csv", b"taxonomy_id,name\n1,A\n", Rule.HSDS_HOLDS_NOTHING),
        ("services.csv", b"", Rule.HSDS_HOLDS_NOTHING),
        ("services.csv", b"id,name\n1,\n", Rule.ROW_WITHOUT_TITLE),
        ("x.zip", b"PK\x03\x04", Rule.IMPORT_BROKEN),
    ],
)
def test_what_holds_nothing_is_told(name: str, data: bytes, rule: Rule) -> None:
    found = read({name: data})

    assert (found.given, [problem.rule for problem in found.problems]) == ((), [rule])


@settings(max_examples=40, deadline=None)
@given(
    value=st.recursive(
        st.none() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from((*SERVICE, "location", "contents")), inner, max_size=5)
        ),
        max_leaves=25,
    )
)
def test_no_json_brings_the_reader_down(value: object) -> None:
    assert all(_is_sound(one) for one in of_json(value).given)


def _is_sound(entry: Given) -> bool:
    whole = sound(entry, SITE).given
    text = text_of(draft_of(whole, "utkast", SITE))
    return len(read_file(f"{entry.folder}/utkast.yaml", text.encode()).documents) == 1


def _real() -> Iterator[Path]:
    folder = Path(os.environ.get("HEFTE_REAL_DATA") or "-") / "hsds"
    yield from sorted(path for path in folder.rglob("*") if path.suffix in {".csv", ".json"})


@pytest.mark.skipif(not any(_real()), reason="HEFTE_REAL_DATA names no folder with catalogues of services.")
@pytest.mark.parametrize("folder", ["hsds3-examples", "hsds11-sample-package", "ohana-sample"])
def test_real_catalogues_become_sound_drafts(folder: str) -> None:
    files = [path for path in _real() if path.parent.name == folder and path.suffix == ".csv"]

    found = read({path.name.rpartition("__")[2]: path.read_bytes() for path in files})

    kinds = {one.folder for one in found.given}
    assert kinds == {"aktiviteter", "organisasjoner", "steder"}
    assert all(_is_sound(one) for one in found.given)


@pytest.mark.skipif(not any(_real()), reason="HEFTE_REAL_DATA names no folder with catalogues of services.")
def test_every_real_file_by_itself_gives_drafts_or_a_reason() -> None:
    for path in _real():
        found = read({path.name: path.read_bytes()})

        assert found.given or found.problems, path
        assert all(_is_sound(one) for one in found.given), path
