"""What the draft of an issue proposes: what is new since the last one, and a walk that one can go on."""

from datetime import date

import pytest
import yaml

from booklet_samples import MEASURED, document, words
from hefte.catalogue import Catalogue
from hefte.model import Activity, Document, Event, Group, Newsletter, Settings, Walk
from hefte.news.differences import Differences, differences
from hefte.news.proposal import Spoken, draft, not_told_before, since_of, walk_to_propose
from hefte.reading import read_file
from newsletter_samples import issue
from website_samples import SETTINGS, rules

BEFORE, NOW, DECEMBER = date(2026, 11, 1), date(2026, 11, 22), date(2026, 12, 1)
TUESDAYS = {"dag": "tirsdag", "kl": "18-20"}
UNSURE = [{"nett": "https://x.no", "sikkerhet": "usikker"}]


def on(day: date, *documents: Document) -> Catalogue:
    return Catalogue(documents, Settings.model_validate(SETTINGS), day)


def found(before: tuple[Document, ...], now: tuple[Document, ...]) -> Differences:
    return differences(on(BEFORE, *before), on(NOW, *now))


def kor(**fields: object) -> Activity:
    return document(Activity, "kor", **({"når": TUESDAYS, "pris": 60} | fields))


def test_what_was_not_there_is_new_and_what_is_not_there_has_ended() -> None:
    made = found((kor(),), (document(Activity, "bingo"),))

    assert [entry.id for entry in made.new] == ["bingo"]
    assert [(one.entry.id, one.last) for one in made.ended] == [("kor", None)]


@pytest.mark.parametrize(
    "fields",
    [
        {"kontrollert": "2026-11-20"},
        {"notat": "Ring Kari"},
        {"hefte": {"prioritet": 2}},
        {"ingress": "Bedre sagt."},
        {"bilder": [{"fil": "a.jpg", "alt": "Et kor."}]},
        {"kilde": [{"nett": "https://eksempel.no", "sikkerhet": "sikker"}]},
        {"avlyst": {"dager": ["2026-12-08"]}},
        {"tidligere_id": "koret"},
    ],
)
def test_what_no_reader_cares_for_is_no_change(fields: dict[str, object]) -> None:
    assert found((kor(),), (kor(**fields),)) == Differences()


def test_a_change_that_a_reader_cares_for_names_its_fields() -> None:
    made = found((kor(),), (kor(pris=80, når={"dag": "torsdag"}, kontrollert="2026-11-20"),))

    assert [(one.entry.id, [row.alias for row in one.rows]) for one in made.changed] == [("kor", ["pris", "når"])]
    assert made.new == ()


def test_another_name_for_the_same_is_neither_new_nor_ended() -> None:
    renamed = document(Activity, "sangkor", tittel="Kor", når=TUESDAYS, pris=60, tidligere_id="kor")

    assert found((kor(),), (renamed,)) == Differences()


def test_what_is_paused_or_unsure_is_neither_new_nor_changed_nor_ended() -> None:
    now = (kor(status="pause"), document(Activity, "bingo", kilde=UNSURE))

    assert found((kor(),), now) == Differences()
    assert found((kor(status="pause"),), (kor(pris=80),)) == Differences(), "what comes back from a pause is not new"


def test_an_event_that_is_over_is_no_news_and_what_is_hidden_since_a_day_ended_then() -> None:
    over = document(Event, "fest", start="2026-11-10 18:00")
    hidden = document(Activity, "kurs", vis_til="2026-11-15")

    made = found((over, hidden), (over, hidden))

    assert [(one.entry.id, one.last) for one in made.ended] == [("kurs", date(2026, 11, 15))]


def test_a_plan_is_no_news_before_it_is_approved() -> None:
    rows = [{"dato": "2026-12-05", "kl": "18", "hva": "UTKAST-SKAL-IKKE-UT"}]

    def group(status: str) -> Group:
        return document(Group, "g", plan={"periode": "2026-høst", "status": status, "punkter": rows})

    assert found((document(Group, "g"),), (group("utkast"),)) == Differences()
    approved = found((group("utkast"),), (group("godkjent"),)).changed
    assert [row.alias for one in approved for row in one.rows] == ["plan"]


def test_things_are_new_since_the_last_issue_was_sent_else_for_a_month() -> None:
    sent = document(Newsletter, "2026-11", måned="2026-11", sendt="2026-11-02")

    assert since_of(DECEMBER, (sent, issue())) == date(2026, 11, 2)
    assert since_of(DECEMBER, ()) == date(2026, 11, 1)


def test_what_an_issue_has_told_as_new_is_not_told_again() -> None:
    bingo = document(Activity, "bingo")

    assert not_told_before(Differences(new=(bingo,)), (issue(nye="aktiviteter/bingo"),)).new == ()


def walk(identity: str, **fields: object) -> Walk:
    return document(Walk, identity, **({"lengde": "1 km"} | fields))


EASY = [{"fra_m": "0", "til_m": "1000", **MEASURED}]
BAD = [{"fra_m": "0", "til_m": "1000", **MEASURED, "stigning": "20 %"}]


@pytest.mark.parametrize(
    ("better", "other"),
    [
        (walk("b", strekninger=EASY), walk("a")),
        (walk("b", egnet={"rullestol_inn": "ja"}), walk("a", strekninger=BAD)),
        (walk("b"), walk("a", lengde="2 km")),
        (walk("b", lengde="5 km"), walk("a", lengde="6 km", strekninger=EASY)),
        (walk("b"), walk("a", strekninger=EASY, melding="Stengt.")),
        (walk("b"), walk("a", strekninger=EASY, status="pause")),
        (walk("b"), walk("a", strekninger=EASY, kilde=UNSURE)),
        (walk("b"), walk("a", strekninger=EASY, sesong="sommer")),
        (walk("b", sesong="vinter"), walk("c")),
    ],
)
def test_the_walk_that_is_proposed_is_open_short_in_season_and_its_access_best_known(better: Walk, other: Walk) -> None:
    proposed = walk_to_propose(DECEMBER, on(NOW, other, better), rules())

    assert proposed is better


def test_the_walk_of_a_late_issue_is_not_proposed_again_while_there_is_another() -> None:
    good, fair = walk("a", strekninger=EASY), walk("b")
    november = document(Newsletter, "2026-11", måned="2026-11", månedens_tur="a")
    october = document(Newsletter, "2026-10", måned="2026-10", månedens_tur="b")

    assert walk_to_propose(DECEMBER, on(NOW, good, fair, november), rules()) is fair
    assert walk_to_propose(DECEMBER, on(NOW, good, fair, november, october), rules()) is fair
    assert walk_to_propose(DECEMBER, on(NOW), rules()) is None


def test_a_draft_is_a_sound_issue_that_says_what_is_proposed() -> None:
    spoken = Spoken({code: words(code) for code in ("nb", "nn")})
    made = found(
        (kor(), document(Activity, "quiz", tittel='Quiz: «alt» & "mer" #1')),
        (kor(pris=80), document(Activity, "bingo", tittel="Bingo: #1")),
    )

    file = draft(DECEMBER, BEFORE, made, walk("runden"), spoken)
    reading = read_file(f"nyhetsbrev/{file.path.rpartition('/')[2]}", str(file.content).encode())

    assert reading.problems == ()
    (found_issue,) = reading.documents
    assert isinstance(found_issue, Newsletter)
    assert [row.entry for row in found_issue.new] == ["aktiviteter/bingo"]
    (changed,) = found_issue.changed
    assert changed.entry == "aktiviteter/kor"
    assert changed.what
    assert (changed.what.nb, changed.what.nn) == ("Endret: pris.", "Endra: pris.")
    assert found_issue.ended[0].title.nb == 'Quiz: «alt» & "mer" #1'
    assert (found_issue.since, found_issue.walk, found_issue.sent, found_issue.greeting) == (
        BEFORE,
        "runden",
        None,
        None,
    )


def test_a_draft_without_a_history_says_that_nobody_knows_what_is_new() -> None:
    file = draft(DECEMBER, None, Differences(), None, Spoken({"nb": words()}))

    text = str(file.content)
    assert "vet ikke hva som er nytt" in text
    assert {key: value for key, value in yaml.safe_load(text).items() if value} == {"måned": "2026-12"}


def test_a_notice_stands_in_the_draft_without_a_word_for_it() -> None:
    made = found((kor(),), (kor(melding="Stengt til mai."),))

    text = str(draft(DECEMBER, BEFORE, made, None, Spoken({"nb": words()})).content)

    assert "endret:\n  - aktiviteter/kor  # Kor\n" in text
