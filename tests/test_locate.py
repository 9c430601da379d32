"""`hefte locate`: what a service answers, what is believed of it, and what is written into the file."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from geopy.extra.rate_limiter import RateLimiter

from address_server import Register, official, other, register
from hefte.doors import geocoding
from hefte.doors.build import look_through
from hefte.doors.command_line import main
from hefte.doors.console import console
from hefte.doors.locating import locate_entries
from hefte.doors.options import Options, this_day
from hefte.doors.package import templates
from hefte.doors.trouble import Exit, Trouble
from hefte.interchange.hits import Answer, Hit, Outcome, Query, judge
from hefte.interchange.land import Land
from hefte.interchange.placing import with_position, with_source

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("still_day")]

SETTINGS = (
    "navn: Ut i Fredrikstad\ntjeneste: Støttekontakttjenesten\nkommune: '3107'\nkontakt: {epost: post@eksempel.no}\n"
)
PLACE = """# Hvem som har sagt dette: Kari
tittel: Litteraturhuset   # navnet på skiltet
ingress: Et hus for bøker.
kategorier: [kunst_og_kultur]
kommune: "3107"
sted: {navn: Litteraturhuset, adresse: Storgata 11, postnr: "1607"}  # inngang fra gata
"""
HERE = (59.2117, 10.9310)
"""By the river in Fredrikstad: a rough outline has it in the water."""
LAND = Land((templates() / "geo" / "kommuner.txt").read_text("utf-8").splitlines())


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality with one place whose address has no position."""
    (tmp_path / "content/steder").mkdir(parents=True)
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "content/steder/huset.yaml").write_text(PLACE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(geocoding, "_TIMEOUT_S", 0.4)
    return tmp_path / "content"


@pytest.fixture
def service() -> Iterator[Register]:
    with register() as known:
        yield known


def locate(content: Path, service: Register, /, **more: object) -> Exit:
    options = Options(content=content, server=service.address, **more)  # type: ignore[arg-type]  # as a call has them
    return locate_entries(options, console("nb"), pause_s=0)


def text(content: Path) -> str:
    return (content / "steder/huset.yaml").read_text("utf-8")


def said(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_a_certain_hit_is_shown_and_nothing_is_written_unasked(
    content: Path, service: Register, capsys: pytest.CaptureFixture[str]
) -> None:
    service.official["Storgata 11"] = [official("Storgata 11", *HERE)]

    code = locate(content, service)

    told = said(capsys)
    assert code == Exit.FINE
    assert "huset.yaml:6:7: Storgata 11, 1607 → 59.21170, 10.93100 (Storgata 11, 1607 FREDRIKSTAD)" in told
    assert "hefte locate --write" in told
    assert text(content) == PLACE


def test_a_certain_hit_is_written_with_its_source_and_every_other_character_stays(
    content: Path, service: Register
) -> None:
    service.official["Storgata 11"] = [official("Storgata 11", *HERE)]

    locate(content, service, write=True)

    day = this_day().isoformat()
    expected = PLACE.replace('"1607"}', '"1607", lat: 59.21170, lon: 10.93100}') + (
        'kilde:\n  - {nett: "https://ws.geonorge.no/adresser/v1", navn: "Posisjonen: Kartverkets adresseregister", '
        f"lest: {day}, sikkerhet: sikker, gjelder: [lat, lon]}}\n"
    )
    assert text(content) == expected
    work = look_through(content, this_day())
    assert not [problem for problem in work.problems if problem.stops_the_build]
    assert locate(content, service) == Exit.FINE
    assert len(service.asked) == 1


def test_the_service_is_asked_by_its_own_names_and_told_who_asks(content: Path, service: Register) -> None:
    locate(content, service)

    assert service.asked[0] == {
        "path": "/adresser/v1/sok",
        "adressetekst": "Storgata 11",
        "postnummer": "1607",
        "treffPerSide": "10",
        "side": "0",
        "utkoordsys": "4258",
    }
    assert service.agents[0].startswith("hefte/")
    assert "post@eksempel.no" in service.agents[0]


def test_another_service_is_spoken_to_as_nominatim(content: Path, service: Register) -> None:
    service.other["Storgata 11, 1607"] = [other("Storgata", "11", *HERE)]

    locate(content, service, service="nominatim", write=True, agent="Fredrikstad kommune")

    assert (service.asked[0]["path"], service.asked[0]["countrycodes"]) == ("/search", "no")
    assert service.agents == ["Fredrikstad kommune"]
    assert "lat: 59.21170, lon: 10.93100" in text(content)
    assert "sikkerhet: trolig" in text(content)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "ingen treff"),
        ([official("Storgata 11", *HERE), official("Storgata 11", 59.25, 10.95)], "flere steder passer"),
        ([official("Storgata 110", *HERE)], "er en annen adresse"),
        ([official("Storgata 11", *HERE, postnummer="1440")], "er en annen adresse"),
        ([official("Storgata 11", 59.9139, 10.7522, kommunenummer="0301")], "utenfor kommunen"),
        ([official("Storgata 11", 59.9139, 10.7522)], "utenfor kommunen"),
    ],
    ids=["none", "two", "another number", "another postal code", "another municipality", "far from its own number"],
)
def test_a_hit_that_may_be_wrong_is_shown_and_never_written(
    content: Path, service: Register, capsys: pytest.CaptureFixture[str], rows: list[dict[str, object]], told: str
) -> None:
    service.official["Storgata 11"] = rows

    code = locate(content, service, write=True)

    assert code == Exit.FINE
    assert told in said(capsys)
    assert text(content) == PLACE


def test_an_answer_is_kept_in_git_and_asked_for_once(content: Path, service: Register) -> None:
    service.official["Storgata 11"] = [official("Storgata 11", *HERE)]

    locate(content, service)
    locate(content, service)
    kept = json.loads((content / ".hefte/posisjoner.json").read_text("utf-8"))
    locate(content, service, again=True)

    assert len(service.asked) == 2
    ((query, (hit,)),) = kept[f"kartverket {service.address}"].items()
    assert (query, hit["municipality"]) == ("Storgata 11, 1607", "3107")


def test_no_build_reads_the_memory_or_asks(content: Path, service: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    locate(content, service)
    (content / ".hefte/posisjoner.json").write_text("{", encoding="utf-8")
    monkeypatch.setattr(geocoding, "asker", None)

    work = look_through(content, this_day())

    assert work.may_be_published
    assert len(service.asked) == 1
    with pytest.raises(Trouble, match="locate-bad-memory"):
        locate(content, service)


@pytest.mark.parametrize(
    ("status", "why"),
    [(500, "500"), (503, "svarer ikke i tide"), (403, "vil ikke svare"), (400, "400")],
)
def test_an_error_of_the_service_stops_in_plain_words_and_keeps_what_was_answered(
    content: Path, service: Register, status: int, why: str
) -> None:
    service.failing = [status] * 3

    with pytest.raises(Trouble) as stopped:
        locate(content, service, write=True)

    assert (stopped.value.name, stopped.value.code) == ("locate-stopped", Exit.MACHINE)
    assert why in str(stopped.value.values["reason"])
    assert text(content) == PLACE


def test_a_passing_error_is_tried_once_more(content: Path, service: Register) -> None:
    service.official["Storgata 11"] = [official("Storgata 11", *HERE)]
    service.failing = [503]

    assert locate(content, service, write=True) == Exit.FINE
    assert len(service.asked) == 2
    assert "lat: 59.21170" in text(content)


@pytest.mark.usefixtures("content")
def test_a_service_that_asks_to_wait_is_left_alone(
    service: Register, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    service.failing = [429] * 5
    monkeypatch.setattr(locate_entries, "__kwdefaults__", {"pause_s": 0})

    code = main(["locate", "--server", service.address])

    told = said(capsys)
    assert code == Exit.MACHINE
    assert "ber oss vente 30 sekunder" in told
    assert "Traceback" not in told
    assert len(service.asked) == 2


def test_a_service_that_never_answers_is_not_waited_for(content: Path, service: Register) -> None:
    service.silent = True

    with pytest.raises(Trouble, match="locate-stopped"):
        locate(content, service)


@pytest.mark.parametrize(
    "body", ["<html>", "[]", '{"adresser": [{"representasjonspunkt": {"lat": "nord"}}]}', '{"a": 1}']
)
def test_an_answer_that_is_none_stops_in_plain_words(content: Path, service: Register, body: str) -> None:
    service.body = body

    with pytest.raises(Trouble, match="locate-stopped"):
        locate(content, service)


def test_questions_are_asked_no_oftener_than_once_in_a_second(
    content: Path, service: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(RateLimiter, "_clock", lambda _: sum(waited))
    monkeypatch.setattr(RateLimiter, "_sleep", lambda _, seconds: waited.append(seconds))
    for number in range(3):
        (content / f"steder/hus-{number}.yaml").write_text(
            PLACE.replace("Storgata 11", f"Storgata {number}").replace("Litteraturhuset ", f"Hus {number} "), "utf-8"
        )

    locate_entries(Options(content=content, server=service.address), console("nb"))

    assert len(service.asked) == 4
    assert waited == [1.0] * 3


def test_nominatims_own_server_is_not_asked_by_nobody(content: Path) -> None:
    (content / "oppsett.yaml").write_text(SETTINGS.replace("kontakt: {epost: post@eksempel.no}\n", ""), "utf-8")

    assert main(["locate", "--service", "nominatim"]) == Exit.WRONG_USE


@pytest.mark.parametrize("server", ["ftp://a.no", "https://", "https://a@b.no"])
def test_an_address_that_is_none_is_refused(content: Path, server: str) -> None:
    assert main(["locate", "--server", server]) == Exit.WRONG_USE
    assert not (content / ".hefte").exists()


def test_where_every_address_has_its_position_nobody_is_asked(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "steder/huset.yaml").unlink()

    assert main(["locate"]) == Exit.FINE
    assert "Ingen adresser mangler" in said(capsys)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sted: {adresse: A 1}\n", "sted: {adresse: A 1, lat: 59.20000, lon: 10.90000}\n"),
        ("sted: {adresse: A 1, }\n", "sted: {adresse: A 1,lat: 59.20000, lon: 10.90000}\n"),
        ("sted: {adresse: A 1, lat: ukjent}\n", "sted: {adresse: A 1, lat: 59.20000, lon: 10.90000}\n"),
        ("sted: {adresse: A 1, lat: '', lon: ''}\n", "sted: {adresse: A 1, lat: 59.20000, lon: 10.90000}\n"),
        (
            "sted:\n  adresse: A 1  # ved torget\nid: x\n",
            "sted:\n  adresse: A 1  # ved torget\n  lat: 59.20000\n  lon: 10.90000\nid: x\n",
        ),
        ("sted:\n  adresse: A 1", "sted:\n  adresse: A 1\n  lat: 59.20000\n  lon: 10.90000"),
        (
            "sted:\n  adresse: >\n    A 1\nid: x\n",
            "sted:\n  lat: 59.20000\n  lon: 10.90000\n  adresse: >\n    A 1\nid: x\n",
        ),
        ("sted: A 1, Vik # her\n", 'sted: {navn: "A 1, Vik", lat: 59.20000, lon: 10.90000} # her\n'),
        ("sted: 'A 1'\n", "sted: {navn: 'A 1', lat: 59.20000, lon: 10.90000}\n"),
        ("sted: []\n", None),
        ("andre: 1\n", None),
    ],
)
def test_a_position_is_written_where_it_belongs(before: str, after: str | None) -> None:
    assert with_position(before, (), "sted", 59.2, 10.9) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: x  # her\n", "id: x  # her\nkilde:\n  - {nett: n}\n"),
        ("id: x", "id: x\nkilde:\n  - {nett: n}"),
        (
            "kilde:\n  # før\n  - nett: a\n    lest: 1\nid: x\n",
            "kilde:\n  # før\n  - {nett: n}\n  - nett: a\n    lest: 1\nid: x\n",
        ),
        ("kilde: [{nett: a}]\n", "kilde: [{nett: n}, {nett: a}]\n"),
        ("kilde: a\n", None),
        ("id: x\ntekst: |\n  a\n", "id: x\nkilde:\n  - {nett: n}\ntekst: |\n  a\n"),
    ],
)
def test_a_source_is_written_beside_those_there_are(before: str, after: str | None) -> None:
    assert with_source(before, (), {"nett": "n"}) == after


def test_a_list_of_entries_is_written_in_the_right_one() -> None:
    before = "- id: a\n  sted: {adresse: A 1}\n- id: b\n  sted: {adresse: B 1}\n"

    placed = with_position(before, (1,), "sted", 59.2, 10.9)
    assert placed is not None
    whole = with_source(placed, (1,), {"nett": "n"})

    assert whole == (
        "- id: a\n  sted: {adresse: A 1}\n- id: b\n  sted: {adresse: B 1, lat: 59.20000, lon: 10.90000}\n"
        "  kilde:\n    - {nett: n}\n"
    )


def test_windows_line_ends_and_a_byte_order_mark_stay(content: Path, service: Register) -> None:
    service.official["Storgata 11"] = [official("Storgata 11", *HERE)]
    file = content / "steder/huset.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + PLACE.replace("\n", "\r\n").encode())

    locate(content, service, write=True)

    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Hvem")
    assert b"lat: 59.21170" in data
    assert data.count(b"\n") == data.count(b"\r\n")


ASKED = Query("Storgata 11", "1607")


def hit(lat: float = HERE[0], lon: float = HERE[1], **more: str) -> Hit:
    return Hit(
        lat,
        lon,
        "Storgata 11",
        more.get("address", "Storgata 11"),
        more.get("postal_code", "1607"),
        more.get("municipality", ""),
    )


@pytest.mark.parametrize(
    ("query", "hits", "municipalities", "outcome"),
    [
        (ASKED, (hit(),), ("3107",), Outcome.FOUND),
        (ASKED, (hit(), hit(HERE[0] + 0.0005)), ("3107",), Outcome.FOUND),
        (ASKED, (hit(), hit(HERE[0] + 0.002)), ("3107",), Outcome.AMBIGUOUS),
        (ASKED, (hit(), hit(59.9139, 10.7522)), ("3107",), Outcome.FOUND),
        (ASKED, (hit(address="storgata  11"),), ("3107",), Outcome.FOUND),
        (ASKED, (hit(address="Storgaten 11"),), ("3107",), Outcome.FOUND),
        (ASKED, (hit(address="Storgata 11B"),), ("3107",), Outcome.ANOTHER),
        (ASKED, (hit(address=""),), ("3107",), Outcome.ANOTHER),
        (ASKED, (hit(),), ("9999",), Outcome.UNPLACED),
        (ASKED, (hit(),), ("hele_landet",), Outcome.FOUND),
        (Query("Storgata 11"), (hit(),), ("hele_landet",), Outcome.AMBIGUOUS),
        (ASKED, (hit(municipality="3105"),), ("3107",), Outcome.AWAY),
        (Query(name="Huset"), (hit(),), ("3107",), Outcome.ANOTHER),
        (Query(name="storgata"), (hit(),), ("3107",), Outcome.FOUND),
        (ASKED, (), ("3107",), Outcome.NOTHING),
    ],
)
def test_only_the_same_address_in_the_same_municipality_is_believed(
    query: Query, hits: tuple[Hit, ...], municipalities: tuple[str, ...], outcome: Outcome
) -> None:
    answer: Answer = judge(query, hits, municipalities, LAND)

    assert answer.outcome is outcome


def test_a_municipality_is_known_by_its_outline() -> None:
    assert LAND.at((59.2181, 10.9298)) == "3107"
    assert LAND.at((59.9139, 10.7522)) == "0301"
    assert LAND.at((57.5, 5.0)) == ""
    assert LAND.metres_outside((59.2181, 10.9298), "3107") == 0
    assert 0 < LAND.metres_outside(HERE, "3107") < 200
    assert 50_000 < LAND.metres_outside((59.9139, 10.7522), "3107") < 90_000
