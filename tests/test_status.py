"""`status.html`: how much is fresh, per type and category and over time, and what to do about it this week."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from booklet_samples import document, words
from hefte.doors.build import look_through
from hefte.doors.standings import standings
from hefte.drawing.months import Month, draw_months, draw_share
from hefte.language import LANGUAGES
from hefte.model import Activity, Event, Organisation
from hefte.upkeep.past import month_ends, standing_now, standing_then
from hefte.upkeep.standing import Point, Standing, most_unknown, standing_of
from hefte.website.digests import digests_of
from hefte.website.site import Site, render
from hefte.website.status import page
from test_history import commit, git
from website_samples import catalogue_of, site_of

TESTS = Path(__file__).parent
TODAY, LATER = date(2026, 11, 22), date(2026, 12, 5)
FRESH = document(Activity, "ny", kontrollert="2026-11-01", arrangør="laget")
OLD = document(Activity, "gammel", kontrollert="2024-11-21")
NEVER = document(Activity, "aldri")
CLUB = document(Organisation, "laget", kontrollert="2026-11-01", kontakt={"tlf": "69 11 11 11"})
PAST = (Point(date(2026, 9, 30), Standing(1, 1, 2)), Point(date(2026, 10, 31), Standing(2, 1, 1)))


def shown(site: Site) -> str:
    return render(site, page(site, digests_of(site.catalogue))).decode()


@pytest.mark.parametrize(
    ("standing", "percent"), [((0, 0, 0), 0), ((1, 0, 999), 1), ((999, 1, 0), 99), ((3, 0, 0), 100)]
)
def test_all_is_fresh_only_where_nothing_else_is(standing: tuple[int, int, int], percent: int) -> None:
    assert Standing(*standing).percent == percent


def test_what_is_due_soon_is_still_fresh() -> None:
    soon = document(Activity, "snart", kontrollert={"dato": "2026-01-01", "neste": "2026-11-30"})

    assert standing_of((FRESH, soon, OLD, NEVER), TODAY) == Standing(2, 1, 1)


def test_what_is_unknown_most_often_comes_first_and_an_organiser_s_number_is_a_number() -> None:
    catalogue = catalogue_of(FRESH, OLD, NEVER, CLUB)

    found = {row.key: (row.missing, row.asked) for row in most_unknown(catalogue, 50)}

    assert found["påmelding"] == (3, 3)
    assert found["kontakt"] == (2, 4)
    assert list(found.values()) == sorted(found.values(), key=lambda row: -row[0])


@pytest.mark.slow
@pytest.mark.parametrize("folder", [TESTS / "eksempelvik", TESTS.parent / "content"], ids=["eksempelvik", "content"])
@pytest.mark.parametrize("day", [date(2024, 6, 30), date(2026, 11, 22), date(2027, 7, 1)])
def test_the_reader_of_earlier_files_counts_as_the_real_one_does(folder: Path, day: date) -> None:
    catalogue = look_through(folder, day).catalogue
    assert catalogue is not None
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yaml")}

    assert standing_then(texts, day) == standing_now(catalogue.shown, day)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("tittel: a\nkontrollert: 14.10.2026\n", (1, 0, 0)),
        ("tittel: a\r\nkontrollert:\r\n  dato: 2024-01-01\r\n  neste: 2027-01-01\r\n", (1, 0, 0)),
        ("kontrollert: {neste: 2026-01-01, dato: 2025-12-01}\n", (0, 1, 0)),
        ("kontrollert: {\n  dato: 2026-10-01\n}\n", (1, 0, 0)),
        ("# to\n- id: a\n  kontrollert: 2026-10-01\n- id: b\n  tittel: b\n", (1, 0, 1)),
        ("- {id: a, kontrollert: 2026-10-01}\n- id: b\n  kontrollert: 2026-10-01\n- {id: c}\n", (2, 0, 1)),
        ("- {id: a, kontrollert: {dato: 2024-01-01, av: laget},\n   tittel: a}  # to\n", (0, 1, 0)),
        ("- {id: a, status: nedlagt}\n- {id: b, kontrollert: {neste: 2027-01-01, dato: 2024-01-01}}\n", (1, 0, 0)),
        ("# a\n\n{tittel: a, kontrollert: '2026-10-01'}\n", (1, 0, 0)),
        ("[{id: a, kontrollert: 14.10.2026}, {id: b}, c]\n", (1, 0, 2)),
        ("- {id: a, kontrollert: 2026-10-01\n", (0, 0, 1)),
        (40 * "\n" + "- id: a\n  kontrollert: 2026-10-01\n", (1, 0, 0)),
        ("kontrollert: i fjor\n", (0, 0, 1)),
        ("kontrollert: 2026-13-99\n", (0, 0, 1)),
        ("status: nedlagt\n", (0, 0, 0)),
        ("vis_fra: 2099-01-01\n", (0, 0, 0)),
        ("vis_til: 2026-01-01\n", (0, 0, 0)),
        ("beskrivelse: |\n  kontrollert: 2026-10-01\n", (0, 0, 1)),
    ],
)
def test_each_written_form_of_an_earlier_check_is_read(text: str, standing: tuple[int, int, int]) -> None:
    assert standing_then({"aktiviteter/a.yaml": text, "hefter/b.yaml": text}, TODAY) == Standing(*standing)


def test_the_months_of_a_year_end_on_their_last_days() -> None:
    assert month_ends(date(2027, 3, 31), 3) == (date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28))


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Two activities, the second checked some weeks after both were written."""
    git(tmp_path, "init", "-q")
    commit(
        tmp_path, {"aktiviteter/a.yaml": "tittel: a\nkontrollert: 2026-08-01\n", "aktiviteter/b.yaml": "tittel: b\n"}, 0
    )
    commit(tmp_path, {"aktiviteter/b.yaml": "tittel: b\nkontrollert: 2026-09-10\n"}, 35)
    return tmp_path / "content"


def test_each_month_that_the_history_reaches_is_counted_as_it_stood(history: Path, tmp_path: Path) -> None:
    found = standings(history, LATER, tmp_path / "state")

    assert found == (Point(date(2026, 10, 31), Standing(1, 0, 1)), Point(date(2026, 11, 30), Standing(2, 0, 0)))


def test_what_was_counted_once_is_remembered_and_broken_notes_do_no_harm(history: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    before = standings(history, LATER, state)
    (notes,) = (state / "freshness").glob("*.json")
    names = list(json.loads(notes.read_text("utf-8")))

    notes.write_text(json.dumps({name: [7, 0, 0] for name in names}), encoding="utf-8")
    remembered = standings(history, LATER, state)
    notes.write_text(json.dumps({name: ["x"] for name in names}), encoding="utf-8")

    assert {point.standing for point in remembered} == {Standing(7, 0, 0)}
    assert standings(history, LATER, state) == before


def test_without_a_history_there_are_no_months(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert standings(tmp_path, TODAY, tmp_path / "state") == ()
    assert "Historikken (git) går ikke lenger tilbake enn denne måneden" in shown(site_of(FRESH))


def test_the_page_tells_the_week_the_months_and_the_gaps() -> None:
    settings = {"rediger": "https://git.eksempel.no/vik"}
    site = site_of(FRESH, OLD, NEVER, CLUB, **settings)._replace(past=PAST)  # type: ignore[arg-type]  # as one writes them

    text = shown(site)

    assert '<meta name="robots" content="noindex">' in text
    assert '<a href="aktiviteter/gammel.html">Gammel</a>' in text
    assert "Spør om: " in text
    assert re.search(r'<svg[^>]+role="img"[^>]+aria-labelledby="ferskhet-t ferskhet-d"', text)
    assert "september 2026 var 25 prosent kontrollert og i tide. Nå er det 50 prosent." in text
    assert re.search(r'<th scope="row">oktober 2026</th><td[^>]*>2</td><td[^>]*>1</td><td[^>]*>1</td>', text)
    assert re.search(
        r'<th scope="row">Aktiviteter<span class="status__under"><svg .*?</span></th>' + 3 * "<td[^>]*>1</td>",
        text,
    )
    assert re.search(r'<th scope="row">Idrett<span class="status__under">.*?</span></th><td[^>]*>2</td>', text)
    assert re.search(r'<th scope="row">Krefter</th><td[^>]*>3</td>', text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_there_in_every_language(language: str) -> None:
    site = site_of(FRESH, OLD, language=language)

    assert words(language).say("status.this_week") in shown(site)


def test_a_site_without_entries_has_a_page_too() -> None:
    assert "Alt er kontrollert." in shown(site_of())


def test_events_are_told_by_type_but_not_over_time() -> None:
    event = document(Event, "fest", kontrollert="2026-11-01", start="2026-12-24 12:00")

    assert standing_now((event, OLD), TODAY) == Standing(0, 1, 0)
    assert ">Arrangementer<span" in shown(site_of(event))


def test_a_bar_is_as_high_as_its_share_and_says_its_per_cent() -> None:
    drawn = draw_months([Month("okt", (1, 1, 2), 25)], words(), title="T", says="S", id="x")

    heights = [float(high) for high in re.findall(r'<rect[^>]+height="([0-9.]+)"', drawn)]
    assert heights == [37.5, 37.5, 75]
    assert ">25</text>" in drawn
    assert draw_share((3, 1, 0)).count("<rect") == 2


@pytest.mark.slow
def test_nothing_on_the_site_leads_to_the_page_of_the_editors(site: Path) -> None:
    own = {site / "status.html", site / "nn/status.html", site / "en/status.html"}
    others = (path for path in site.rglob("*") if path.suffix in {".html", ".js", ".xml", ".txt"} and path not in own)

    named = "<code>status.html</code>"  # the guide for editors names it, and does not link to it
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8").replace(named, "") for path in others}
    leading = [path for path, text in texts.items() if "status.html" in text]

    assert all(path.is_file() for path in own)
    assert leading == []
