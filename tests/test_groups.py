"""All groups on one sheet: free places first, what nobody has said looks unknown, and plans where they are approved."""

from lxml import html

from booklet_samples import document
from hefte.model import Booklet, Group
from hefte.website.group import plan_sheet
from hefte.website.groups import overview
from hefte.website.site import Printed
from website_samples import facts_of, outputs_of, page_of, plain, site_of, text_of

PLAN = {
    "periode": "2027-vår",
    "godkjent": "2026-11-01",
    "punkter": [{"dato": "2027-01-12", "kl": "17-20", "hva": "Kino"}],
}


def test_groups_with_room_come_first_and_one_that_pauses_last() -> None:
    site = site_of(
        document(Group, "a", tittel="A", ledig="nei"),
        document(Group, "b", tittel="B"),
        document(Group, "c", tittel="C", ledig="ja", krever_vedtak="nei"),
        document(Group, "d", tittel="D", ledig="ja", status="pause"),
    )

    found = [(title, [str(line.title) for line in lines]) for title, _, lines in overview(site)["sections"]]  # type: ignore[attr-defined]

    assert found == [
        ("Plass til flere", ["C"]),
        ("Vet ikke om det er plass", ["B"]),
        ("Fullt eller pause", ["A", "D"]),
    ]


def test_what_nobody_has_said_of_a_group_looks_unknown() -> None:
    unsure = [{"navn": "Noen", "sikkerhet": "usikker", "gjelder": ["ledig"]}]
    site = site_of(document(Group, "a", tittel="A"), document(Group, "b", tittel="B", ledig="ja", kilde=unsure))

    page = page_of(site, "grupper-oversikt.html")

    rows = [plain(" ".join(row.itertext())) for row in html.fromstring(page).xpath("//tr[td]")]
    assert all(row.startswith(f"{name} Plass: vet ikke Vedtak: vet ikke") for name, row in zip("AB", rows, strict=True))
    assert all("Ikke kontrollert" in row for row in rows)


def test_a_group_tells_when_for_whom_and_how_old_the_fact_is() -> None:
    group = document(
        Group,
        "a",
        tittel="A",
        møtes={"dag": "torsdag", "kl": "17-20"},
        målgruppe={"alder": "18-30"},
        påmelding="vedtak",
        melding="Stengt i jula.",
        kontrollert={"dato": "2026-01-10", "av": "tjenesten"},
    )

    page = page_of(site_of(group), "grupper-oversikt.html")

    assert "A Stengt i jula. Plass: vet ikke Krever vedtak Torsdag kl. 17–20 Vet ikke 18–30 år" in text_of(page)
    assert html.fromstring(page).xpath("string(//b[@class='groups__old'])") == "10.\u00a0januar 2026"


def test_a_site_without_groups_has_no_overview() -> None:
    assert "grupper-oversikt.html" not in outputs_of(site_of())


def test_a_groups_page_says_at_once_whether_there_is_room_and_what_it_takes() -> None:
    facts = facts_of(page_of(site_of(document(Group, "a", ledig="ja")), "grupper/a.html"))

    assert [(name, facts[name]) for name in ("Plass til flere", "Krever vedtak", "Ta kontakt først")] == [
        ("Plass til flere", "Ja"),
        ("Krever vedtak", "Vet ikke"),
        ("Ta kontakt først", "Vet ikke"),
    ]


def test_an_approved_plan_leads_to_the_calendar_and_to_its_sheet_where_that_is_printed() -> None:
    group = document(Group, "a", plan={**PLAN, "status": "godkjent"})
    booklet = document(Booklet, "heftet", tittel="Heftet", utvalg={"type": ["grupper"]}, utgaver=["halvårsplaner"])
    site = site_of(group, booklet)
    printed = site._replace(printed={"hefter/heftet-halvarsplaner.pdf": Printed(1, 1)})

    page = page_of(site, "grupper/a.html")

    assert "kalender.html?bare=grupper/a" in page
    assert "Planen for vår 2027" in text_of(page)
    assert "Planen ble godkjent 1. november 2026." in text_of(page)
    assert plan_sheet(site, group) == ""
    assert plan_sheet(printed, group) == "hefter/heftet-halvarsplaner.pdf"


def test_a_draft_has_neither_plan_nor_sheet() -> None:
    group = document(Group, "a", plan={**PLAN, "status": "utkast"})
    site = site_of(group)._replace(printed={"hefter/heftet-halvarsplaner.pdf": Printed(1, 1)})

    assert plan_sheet(site, group) == ""
    assert "Kino" not in page_of(site, "grupper/a.html")
