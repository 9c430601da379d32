"""The letter: what it tells, in which words, and that it never tells what nobody may count on."""

import pytest

from booklet_samples import MEASURED, document
from hefte.model import Activity, Event, Organisation, Place, Walk
from newsletter_samples import SECRET, desk, forbidden, issue, letter, mail, part, text, titles

TUESDAYS = {"dag": "tirsdag", "kl": "18-20"}


def plain(value: str) -> str:
    return value.replace("\u2060", "").replace("\xa0", " ")


def test_a_letter_is_named_for_its_month_where_it_has_no_title() -> None:
    assert letter(issue()).title == "Desember 2026"
    assert letter(issue(), language="en").title == "December 2026"
    assert letter(issue(tittel="Jul i Vik")).title == "Jul i Vik"


def test_what_is_special_in_the_month_stands_by_day_and_what_goes_on_each_week_does_not() -> None:
    weekly = document(Activity, "kor", når=TUESDAYS)
    second = document(Activity, "bingo", når=TUESDAYS | {"hver": "2. uke", "fra": "2026-12-01"})
    event = document(Event, "fest", start="2026-12-05 18:00", pris=60, ledsagerbevis="ja")

    days = part(letter(issue(), weekly, second, event), "days")

    assert days
    assert days.title == "Dette skjer i desember"
    told = [(plain(day.title), [(plain(one.hours), one.title.text) for one in day.items]) for day in days.clusters]
    assert told == [
        ("Tirsdag 1. desember", [("18–20", "Bingo")]),
        ("Lørdag 5. desember", [("18", "Fest")]),
        ("Tirsdag 15. desember", [("18–20", "Bingo")]),
        ("Tirsdag 29. desember", [("18–20", "Bingo")]),
    ]
    assert plain(days.clusters[1].items[0].lines[0]) == "Pris for to: 60 kr med ledsagerbevis"
    assert days.clusters[1].items[0].lines[1] == "Rullestol inn og HC-toalett: vet ikke"


def test_what_is_called_off_or_moved_stands_first_and_on_its_day() -> None:
    kor = document(Activity, "kor", når=TUESDAYS, avlyst={"dager": ["2026-12-08"], "grunn": "Sykdom."})
    moved = {"fra": "2026-12-01", "til": "2026-12-03", "sted": "Biblioteket"}
    bingo = document(Activity, "bingo", når=TUESDAYS, flyttet=moved)
    later = document(Activity, "senere", når=TUESDAYS, avlyst={"dager": ["2027-01-05"]})
    fest = document(Event, "fest", start="2026-12-05 18:00", avlyst="ja")

    made = letter(issue(), kor, bingo, later, fest)

    assert made.sections[0].name == "changes"
    assert titles(made, "changes") == ["Bingo", "Kor", "Fest"]
    assert plain(made.sections[0].items[1].lines[0]) == "Avlyst 8. desember: Sykdom."
    days = part(made, "days")
    assert days
    assert [(one.title.text, one.word, one.is_off, one.lines[:1]) for one in days.items] == [
        ("Bingo", "Ny dato", False, ("Biblioteket · Pris: vet ikke",)),
        ("Fest", "Avlyst", True, ()),
    ]


def test_a_time_on_which_the_house_has_closed_says_so() -> None:
    hours = {"dag": ["mandag", "tirsdag"], "kl": "9-20", "unntatt": ["2026-12-15"]}
    club = document(Organisation, "laget", tittel="Laget", åpningstider=hours)
    bingo = document(Activity, "bingo", når=TUESDAYS | {"hver": "2. uke", "fra": "2026-12-01"}, arrangør="laget")

    days = part(letter(issue(), bingo, club), "days")

    assert days
    assert [one.word for one in days.items] == ["", "Laget har stengt", ""]


def test_news_stands_with_what_the_editor_says_of_it_and_what_one_must_know() -> None:
    hall = document(Place, "hallen", tittel="Hallen", egnet={"rullestol_inn": "ja"}, hc_toalett="nei")
    kor = document(Activity, "kor", når=TUESDAYS, sted="hallen", pris="gratis", melding="Stengt i uke 50.")

    made = letter(issue(nye={"post": "aktiviteter/kor", "hva": "Nytt kor."}), kor, hall)

    section = part(made, "new")
    assert section
    assert [plain(line) for line in section.items[0].lines] == [
        "Stengt i uke 50.",
        "Nytt kor.",
        "Tirsdag kl. 18–20",
        "Hallen · Gratis",
        "Rullestol inn: ja · HC-toalett: nei",
    ]
    assert section.items[0].anchor == "nye-aktiviteter-kor"


def test_a_former_id_and_an_entry_that_is_gone_do_no_harm() -> None:
    kor = document(Activity, "kor", tidligere_id="gammelt-kor")

    made = letter(issue(nye="aktiviteter/gammelt-kor", endret="aktiviteter/borte"), kor)

    assert titles(made, "new") == ["Kor"]
    assert part(made, "changed") is None


def test_what_has_ended_is_told_with_its_last_day_where_that_is_known() -> None:
    made = letter(issue(slutt=[{"tittel": "Quiz", "sist": "2026-11-18"}, "Kurs"]))

    section = part(made, "ended")
    assert section
    assert [[plain(line) for line in one.lines] for one in section.items] == [["Siste dag var 18. november 2026."], []]
    assert [one.anchor for one in section.items] == ["slutt-quiz", "slutt-kurs"]


def test_the_walk_of_the_month_says_how_far_one_gets() -> None:
    stretches = [{"fra_m": "0", "til_m": "800", **MEASURED}, {"fra_m": "800", "til_m": "1200", "dekke": "brostein"}]
    walk = document(Walk, "runden", lengde="1,2 km", strekninger=stretches)

    section = part(letter(issue(månedens_tur="runden"), walk), "walk")

    assert section
    told = [plain(line) for line in section.items[0].lines]
    assert "1,2 km · 36 min i rolig tempo" in told
    assert any(line.startswith("Manuell rullestol") and "De første 800 m." in line for line in told)


def test_a_walk_that_nobody_has_measured_is_not_made_easier_than_is_known() -> None:
    walk = document(Walk, "runden")

    section = part(letter(issue(månedens_tur="runden"), walk), "walk")

    assert section
    assert section.items[0].lines[1:] == ("Lengde: vet ikke", "Rullestol: vet ikke", "HC-toalett: Vet ikke")


def test_a_closed_walk_is_not_walk_of_the_month() -> None:
    assert part(letter(issue(månedens_tur="runden"), document(Walk, "runden", melding="Stengt.")), "walk") is None


def test_what_is_free_is_surely_so_and_what_is_on_in_the_month_stands_first() -> None:
    always = document(Place, "parken", pris="gratis")
    event = document(Event, "fest", start="2026-12-05 18:00", pris="gratis")
    hardly = document(Activity, "kor", pris=[{"kr": 0, "vilkår": "For medlemmer."}])
    closed = document(Place, "hagen", pris="gratis", melding="Stengt.")

    made = letter(issue(), always, event, hardly, closed)

    assert titles(made, "free") == ["Fest", "Parken"]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_what_is_paused_unsure_or_a_draft_is_never_told(language: str) -> None:
    entries = tuple(forbidden())
    names = [f"{entry.folder}/{entry.id}" for entry in entries if entry.id != "gruppe"]
    made = issue(nye=names, endret=names, månedens_tur="stengt")
    at = desk(made, *entries, language=language)

    written = letter(made, *entries, language=language)

    assert SECRET not in mail(written, at)
    assert SECRET not in text(written)
    assert SECRET not in repr(written)


def test_of_a_month_that_is_over_nothing_is_told_by_day() -> None:
    event = document(Event, "fest", start="2026-11-25 18:00", avlyst="ja")

    made = letter(issue(måned="2026-10", hilsen="Hei", nye="arrangementer/fest"), event)

    assert [section.name for section in made.sections] == ["new"]


def test_a_mistake_can_be_told_of_also_where_the_site_has_no_mailbox() -> None:
    assert letter(issue()).ask.digits == "69000000"
    nobody = letter(issue(), kontakt=None).ask
    assert (nobody.email, nobody.phone) == ("", "")
    assert "Tjenesten" in nobody.text


def test_the_sample_notice_stands_until_somebody_has_answered_for_the_content() -> None:
    assert "Eksempelinnhold" in letter(issue()).sample
    assert letter(issue(), eksempelinnhold="nei").sample == ""
