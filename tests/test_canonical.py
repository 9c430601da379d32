"""Canonical text: what `hefte format` writes says the same, is what the form writes, and keeps comments."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eksempelvik_site import CONTENT
from hefte.canonical.make import formatted
from hefte.canonical.ways import canonical
from hefte.canonical.writing import written
from hefte.doors.command_line import main
from hefte.reading import read_file

ENTRY = """tittel: Bowling
ingress: Spill en rolig serie sammen.
kategorier: idrett
kommune: 3107
"""
GOLDEN = Path(__file__).parent / "golden" / "canonical"
OUR_CONTENT = CONTENT.parent.parent / "content"


def _of(text: str, path: str = "aktiviteter/bowling.yaml") -> str:
    after = formatted(path, text.encode(), "nb").after
    assert after is not None, text
    return after


def test_what_npms_yaml_writes_is_what_we_write() -> None:
    samples = json.loads((GOLDEN / "samples.json").read_text(encoding="utf-8"))

    differing = [sample["data"] for sample in samples if written(sample["data"]) != sample["text"]]

    assert len(samples) > 300
    assert differing == []


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("kontrollert: 2026-10-14", "kontrollert: {dato: 14.10.2026}"),
        ("pris: gratis", "pris: [{kr: gratis}]"),
        ("når: alltid", "når: [{alltid: Ja}]"),
        ("når: tirsdag", "når: {dag: tirsdag}"),
        ("transport: Buss 12", "transport: {tekst: {nb: Buss 12}}"),
        ("tilrettelagt: kan_tilpasses", "tilrettelagt: {svar: Kan tilpasses, hvordan: }"),
        ("prøvetime: ja", "prøvetime: true"),
        ("temaord: [bading]", "temaord: bading"),
        ("", "pris: null\nbilder: []\nmelding: ''\nkontakt: {}"),
    ],
)
def test_two_ways_of_writing_become_one(short: str, long: str) -> None:
    first, second = _of(f"{ENTRY}{short}\n"), _of(f"{ENTRY}{long}\n")

    assert first == second


def test_fields_come_in_the_order_of_the_model_and_texts_within_quotes() -> None:
    text = _of("kommune: 0301\nkategorier: [idrett]\ningress: Spill sammen.\ntittel: Bowling\n")

    assert text == ('tittel: "Bowling"\ningress: "Spill sammen."\nkategorier:\n  - "idrett"\nkommune:\n  - "0301"\n')


def test_comments_stay_with_what_they_are_about() -> None:
    text = _of(
        "# yaml-language-server: $schema=x\n"
        f"{ENTRY}"
        "# Ring før 12.\n"
        "kontakt:\n"
        '  tlf: "69 00 00 00" # sentralbordet\n'
        "  # Ingen e-post ennå.\n"
        "når:\n"
        "  - {dag: tirsdag, kl: 18-20} # bare i vinter\n"
        "# Slutt.\n"
    )

    assert text == (
        "# yaml-language-server: $schema=x\n"
        'tittel: "Bowling"\ningress: "Spill en rolig serie sammen."\nkategorier:\n  - "idrett"\nkommune:\n  - "3107"\n'
        "# Ring før 12.\n"
        "kontakt:\n"
        '  tlf: "69 00 00 00" # sentralbordet\n'
        "  # Ingen e-post ennå.\n"
        "når:\n"
        '  - dag: # bare i vinter\n      - "tirsdag"\n    kl: "18-20"\n'
        "# Slutt.\n"
    )
    assert _of(text) == text


@pytest.mark.parametrize("field", ["tittel: Bowling: tirsdag", "tittel: [", "tittel: A\ntittel: B"])
def test_a_file_that_cannot_be_read_is_left_alone(field: str) -> None:
    assert formatted("aktiviteter/bowling.yaml", f"{field}\n".encode(), "nb").after is None


@pytest.mark.slow
@pytest.mark.parametrize("content", [OUR_CONTENT, CONTENT], ids=["content", "eksempelvik"])
def test_every_file_says_the_same_and_stays_as_it_is_the_second_time(content: Path) -> None:
    paths = [path for path in content.rglob("*.yaml") if ".hefte" not in path.parts]

    for path in paths:
        name = path.relative_to(content).as_posix()
        once = _of(path.read_text(encoding="utf-8"), name)
        assert _of(once, name) == once, name


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" \n#:'\"-"), min_size=1, max_size=60
)
SAID = WORDS | st.dictionaries(st.sampled_from(["nb", "nn", "en", "lettlest"]), WORDS, min_size=1)
ENTRIES = st.fixed_dictionaries(
    {
        "tittel": SAID,
        "ingress": SAID,
        "kategorier": st.lists(st.just("idrett"), min_size=1),
        "kommune": st.just("3107"),
    },
    optional={
        "beskrivelse": SAID,
        "pris": st.sampled_from(
            ["gratis", "60", ["60", {"kr": "30", "navn": "Barn"}], [{"kr": "0", "vilkår": "med kort"}]]
        ),
        "når": st.sampled_from(["alltid", "åpningstider", "tirsdag", [{"dag": ["mandag", "onsdag"], "kl": "10-12"}]]),
        "kontrollert": st.sampled_from(["2026-10-14", "14.10.2026", {"dato": "2026-10-14", "av": "oss"}, "ukjent"]),
        "sted": st.sampled_from(["biblioteket", {"navn": "Torget", "lat": "59.2"}, {"navn": "ukjent"}]),
        "tilrettelagt": st.sampled_from(
            ["ja", {"svar": "nei"}, {"svar": "Kan tilpasses", "hvordan": "Ring."}, "ukjent"]
        ),
        "temaord": st.lists(WORDS, max_size=3) | WORDS,
        "prøvetime": st.sampled_from(["ja", "Nei", "true", "ukjent"]),
        "kontakt": st.dictionaries(
            st.sampled_from(["rolle", "tlf", "svartid"]), st.sampled_from(["69 00 00 00", "12345"]), min_size=1
        ),
    },
)


@given(ENTRIES)
def test_whatever_an_entry_says_it_says_in_canonical_text(data: dict[str, object]) -> None:
    plain = json.dumps(data, ensure_ascii=False)

    text = written(canonical("Activity", data, "nb"))  # type: ignore[arg-type]  # only text, lists and maps

    before, after = (read_file("aktiviteter/x.yaml", one.encode()) for one in (plain, text))
    assert [vars(one) for one in after.documents] == [vars(one) for one in before.documents]
    assert [problem.rule for problem in after.problems] == [problem.rule for problem in before.problems]
    assert written(canonical("Activity", canonical("Activity", data, "nb"), "nb")) == text  # type: ignore[arg-type]


def test_the_command_shows_first_and_writes_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "aktiviteter").mkdir()
    (tmp_path / "oppsett.yaml").write_text('navn: "Prøve"\ntjeneste: "Oss"\nkommune:\n  - "3107"\n', encoding="utf-8")
    file = tmp_path / "aktiviteter" / "bowling.yaml"
    file.write_text(ENTRY, encoding="utf-8")
    asked = ["format", "--content", str(tmp_path)]

    assert main(asked) == 0
    shown = capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == ENTRY
    assert main([*asked, "--write"]) == 0
    capsys.readouterr()
    assert main(asked) == 0

    assert "-tittel: Bowling\n" in shown
    assert '+tittel: "Bowling"\n' in shown
    assert capsys.readouterr().out == "Alt er skrevet slik skjemaet skriver det.\n"
