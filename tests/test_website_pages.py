"""A page per entry and its card: facts first, honest chips, links that lead somewhere."""

import re
from collections.abc import Mapping

import pytest
from lxml import html

from booklet_samples import MEASURED, document, words
from hefte.gpx import read_gpx
from hefte.model import Activity, Entry, Event, Group, Organisation, Page, Place, Walk
from hefte.occurrences import is_cancelled
from hefte.track import Track
from hefte.website.card import card, picture_above
from hefte.website.chips import chips_of
from hefte.website.contact import contact_view
from hefte.website.entry_page import near
from hefte.website.entry_view import sums
from hefte.website.make import shared
from hefte.website.scene import picture_of
from hefte.website.site import Site
from hefte.website.told import told as told_row
from website_samples import facts_of, links_of, made, outputs_of, page_of, plain, site_of, text_of

HOSTILE = '<script>alert("x")</script> "><img src=x onerror=alert(1)> {{ config }} {% raw %} </title></script> \u2028'
SPOT = {"navn": "Torget", "lat": "59.2", "lon": "10.9"}


def stretch(**fields: object) -> dict[str, object]:
    """A stretch that is easy in every way, with what is changed."""
    return {"fra_m": "0", "til_m": "800", **MEASURED, **fields}


def track(**heights: float) -> Track:
    """A measured track of some 900 metres to the north."""
    rows = "".join(
        f'<trkpt lat="{59 + step / 1000:.3f}" lon="10"><ele>{heights.get("first", 10) + step}</ele></trkpt>'
        for step in range(9)
    )
    text = f'<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>{rows}</trkseg></trk></gpx>'
    found, _ = read_gpx("spor/tur.gpx", text.encode())
    assert found
    return found


def chips(site: Site, entry: Entry) -> list[tuple[str, str]]:
    """The chips of an entry's card as (status, words)."""
    return [(one[0], plain(one[1])) for one in chips_of(site, entry)]


def lines(site: Site, entry: Entry) -> list[str]:
    """The lines of an entry's card."""
    return [plain(bold + rest) for _, bold, rest in card(site, entry).lines]


def test_a_page_begins_with_what_it_is_and_where() -> None:
    here = document(Activity, "a", område="Kråkerøy")
    there = document(Activity, "b", kommune=["3107", "hele_landet"])
    invented = document(Activity, "c")
    site = site_of(here, there, invented)

    kickers = [
        html.fromstring(page_of(site, one.page)).findtext(".//p[@class='kicker']") for one in (here, there, invented)
    ]

    assert kickers == ["Aktivitet · Kråkerøy", "Aktivitet · Fredrikstad, Hele landet", "Aktivitet"]


@pytest.mark.parametrize("kind", [Activity, Event, Organisation, Walk, Group, Place, Page])
def test_hostile_words_are_shown_as_text(kind: type[Entry]) -> None:
    texts = {"tittel": HOSTILE, "ingress": HOSTILE}
    common = {"beskrivelse": HOSTILE, "temaord": [HOSTILE], "område": HOSTILE, "melding": HOSTILE, "utstyr": HOSTILE}
    special: Mapping[type, Mapping[str, object]] = {
        Page: {"tekst": HOSTILE},
        Walk: {"start": {"navn": HOSTILE}, "spor": "tur.gpx", "opplevelser": [{"navn": HOSTILE, "ved_m": "400"}]},
        Group: {"aktiviteter": [HOSTILE], "base": {"navn": HOSTILE}},
        Event: {"start": "2026-12-05", "avlyst": {"grunn": HOSTILE}},
    }
    entry = document(kind, "noe", **texts, **({} if kind is Page else common), **special.get(kind, {}))
    site = site_of(entry, tracks={"tur.gpx": track()})

    pages = {path: made(output) for path, output in outputs_of(site).items() if path.endswith(".html")}

    for path, page in pages.items():
        tree = html.fromstring(page)
        assert not tree.xpath("//script[not(@src) and not(@type='application/ld+json')]"), path
        assert not tree.xpath("//*[@onerror or @onload or @onclick]"), path
        assert not tree.xpath("//img[@src='x']"), path
    assert "{{ config }}" in text_of(pages[entry.page])
    assert 'alert("x")' in text_of(pages[entry.page])


def test_hostile_words_do_not_end_the_script_of_the_search() -> None:
    site = site_of(document(Activity, "noe", tittel=HOSTILE, temaord=[HOSTILE]))

    scripts = [made(output) for path, output in outputs_of(site).items() if path.endswith(".js")]

    assert scripts
    assert not [script for script in scripts if "</script" in script or "\u2028" in script]


def test_a_text_in_another_language_says_which() -> None:
    entry = document(Activity, "noe", tittel="Bading", ingress={"nb": "Bad.", "en": "Swim."}, beskrivelse="Kom.")

    tree = html.fromstring(page_of(site_of(entry, language="en"), "en/aktiviteter/noe.html"))

    assert tree.xpath("//h1/span[@lang='nb']/text()") == ["Bading"]
    assert tree.xpath("//p[@class='lead']//text()") == ["Swim."]
    assert tree.xpath("//section//div[@lang='nb']/p/text()") == ["Kom."]


def test_plain_words_stand_beside_the_prose() -> None:
    entry = document(Activity, "noe", beskrivelse={"nb": "Lang tekst.", "lettlest": "Kort tekst."})

    page = html.fromstring(page_of(site_of(entry), entry.page))

    assert page.xpath("string(//div[@class='lettlest']/p)") == "Kort tekst."
    assert page.xpath("//button[@data-plain-words]")


def test_unknown_facts_look_unknown_and_unsure_facts_say_so() -> None:
    entry = document(Activity, "noe", pris="60", kilde=[{"sikkerhet": "usikker", "gjelder": ["pris"]}])

    page = page_of(site_of(entry), entry.page)

    assert facts_of(page)["Når"] == "Vet ikke"
    assert "usikkert" in facts_of(page)["Pris for to"]
    assert len(html.fromstring(page).xpath("//*[contains(@class, 'fact--unknown')]")) == 3


@pytest.mark.parametrize(
    ("price", "card_says", "told"),
    [
        ("60", "ja", [("Med ledsagerbevis, for to", "60 kr"), ("Uten ledsagerbevis, for to", "120 kr")]),
        ("60", "rabatt", [("Med ledsagerbevis, for to", "Vet ikke"), ("Uten ledsagerbevis, for to", "120 kr")]),
        ("60", "nei", []),
        ("60", None, []),
        ("gratis", "ja", []),
        (None, "ja", []),
    ],
)
def test_the_sums_for_two_stand_under_the_price(price: str | None, card_says: str | None, told: list[object]) -> None:
    stated = {"pris": price, "ledsagerbevis": card_says}
    entry = document(Activity, "noe", **{key: value for key, value in stated.items() if value})

    assert [(who, plain(amount)) for who, amount in sums(site_of(entry), entry)] == told


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ({"navn": "Kari Nordmann", "tlf": "69000001"}, ("69 00 00 01", False)),
        ({"navn": "Kari Nordmann", "tlf": "69000001", "samtykke": "2026-10-01"}, ("69 00 00 01", True)),
    ],
)
def test_a_person_is_named_only_by_consent(contact: dict[str, str], expected: tuple[str, bool]) -> None:
    entry = document(Activity, "noe", kontakt=contact)

    text = text_of(page_of(site_of(entry), entry.page))

    assert (expected[0] in text, "Kari" in text) == (True, expected[1])


def test_all_ways_to_get_in_touch_are_links() -> None:
    contact = {"tlf": "69000001", "epost": "post@eksempel.no", "nett": "https://eksempel.no/", "svartid": "hverdager"}
    entry = document(Activity, "noe", kontakt=contact)

    page = page_of(site_of(entry), entry.page)

    assert {"tel:69000001", "mailto:post@eksempel.no", "https://eksempel.no/"} <= set(links_of(page))
    assert "hverdager" in text_of(page)


def test_a_page_without_anybody_to_call_says_so() -> None:
    entry = document(Activity, "noe")

    assert "Vi vet ikke hvem dere kan ringe." in text_of(page_of(site_of(entry, kontakt="ukjent"), entry.page))


def test_who_is_behind_is_a_link_only_where_there_is_a_page() -> None:
    club = document(Organisation, "klubben", tittel="Klubben", del_av="laget")
    coming = document(Organisation, "laget", tittel="Laget", vis_fra="2027-01-01")
    entry = document(Activity, "noe", arrangør="klubben", sted="hallen")
    hall = document(Place, "hallen", tittel="Hallen", vis_fra="2027-01-01")
    site = site_of(club, coming, entry, hall)

    own, clubs = page_of(site, entry.page), page_of(site, club.page)

    assert "../organisasjoner/klubben.html" in links_of(own)
    assert facts_of(own)["Sted"] == "Hallen"
    assert not [link for link in (*links_of(own), *links_of(clubs)) if "hallen" in link or "laget" in link]
    assert "Del av Laget" in text_of(clubs)
    assert "Noe" in text_of(clubs)


def test_sources_tell_when_they_were_read_and_how_sure_they_are() -> None:
    sources = [
        {"nett": "https://www.eksempel.no/turer", "lest": "2026-11-21", "sikkerhet": "trolig"},
        {"navn": "Turguiden 2019"},
    ]
    entry = document(Walk, "tur", kilde=sources)

    text = text_of(page_of(site_of(entry), entry.page))

    assert "eksempel.no/turer lest 21. november 2026 · Trolig" in text
    assert "Turguiden 2019" in text


def test_a_number_that_its_source_is_unsure_of_says_so_wherever_it_is_shown() -> None:
    source = [{"sikkerhet": "usikker", "gjelder": ["kontakt"]}]
    venue = document(Place, "festningen", kontakt={"tlf": "69 00 00 07"}, kilde=source)
    visit = document(Activity, "omvisning", sted="festningen")
    site = site_of(venue, visit)

    pages = [text_of(page_of(site, entry.page)) for entry in (venue, visit)]

    assert all("69 00 00 07 (usikkert)" in plain(page.replace("\xa0", " ")) for page in pages)
    assert [view.unsure for entry in (venue, visit) if (view := contact_view(site, entry))] == [True, True]


def test_a_source_tells_what_it_is_that_it_is_sure_or_unsure_of() -> None:
    """The same address twice, once sure of the place and once unsure of the rest, is two different things to know."""
    address = {"nett": "https://eksempel.no/museet"}
    entry = document(
        Place,
        "museet",
        kilde=[
            {**address, "sikkerhet": "sikker", "gjelder": ["sted"]},
            {**address, "sikkerhet": "usikker", "gjelder": ["pris", "åpningstider", "hc_parkering"]},
            {**address, "gjelder": ["kontakt"]},
        ],
    )

    text = text_of(page_of(site_of(entry), entry.page))

    assert "· Sikker: sted" in text
    assert "· Usikker: pris, åpningstider og HC-parkering" in text
    assert "· Kontakt" in text


def test_what_nobody_has_checked_for_long_says_so() -> None:
    entry = document(Activity, "noe", kontrollert="2024-10-14")

    text = text_of(page_of(site_of(entry), entry.page))

    assert (
        "Sist kontrollert 14. oktober 2024. Skulle vært kontrollert igjen 14. oktober 2025 – ring før dere drar" in text
    )


def test_whoever_took_a_picture_is_named() -> None:
    pictures = [
        {"fil": "a.jpg", "alt": "Bryggen", "foto": "Kari", "lisens": "CC BY 4.0"},
        {"fil": "b.jpg", "alt": "Båt", "lisens": "CC0"},
        {"fil": "c.jpg", "alt": "Hav"},
    ]
    entry = document(Walk, "tur", bilder=pictures)

    page = page_of(site_of(entry), entry.page)

    assert "Foto: Kari · CC BY 4.0" in text_of(page)
    assert [image.get("alt") for image in html.fromstring(page).xpath("//img")] == ["Bryggen", "Båt", "Hav"]


def test_a_message_and_a_pause_stand_first() -> None:
    entry = document(Activity, "noe", melding="Ny leder i mai.", status="pause")

    text = text_of(page_of(site_of(entry), entry.page))

    assert "Ny leder i mai. Tilbudet har pause nå." in text


def test_a_pause_that_the_message_tells_of_is_not_told_again() -> None:
    entry = document(Activity, "noe", melding="Stengt til mai.", status="pause")
    site = site_of(entry)

    assert "pause" not in text_of(page_of(site, entry.page)).split("Kontakt")[0]
    assert told_row(site, entry)["notices"] == [("advarsel", "Stengt til mai.")]


@pytest.mark.parametrize(
    ("stated", "told", "whole"),
    [
        ("ja", "Avlyst.", True),
        ({"grunn": "Lederen er syk."}, "Avlyst. Lederen er syk.", True),
        ({"dager": "2026-12-08"}, "Avlyst 8. desember.", False),
        ({"svar": "nei", "dager": "2026-12-08"}, "Avlyst 8. desember.", False),
        ({"dager": ["2026-12-08 – 2026-12-09"]}, "Avlyst 8. desember – 9. desember 2026.", False),
        ("nei", "", False),
    ],
)
def test_an_event_is_called_off_whole_or_on_some_days(stated: object, told: str, *, whole: bool) -> None:
    event = document(Event, "fest", når="tirsdag", avlyst=stated)
    site = site_of(event)

    text = text_of(page_of(site, event.page))

    assert is_cancelled(event) is whole
    assert (("nei", "Avlyst") in chips(site, event)) is whole
    assert told in text
    assert bool(told) is ("Avlyst" in text)


def test_only_an_approved_plan_is_published() -> None:
    meeting = {"dato": "2027-01-12", "kl": "17-20", "hva": "Bowling", "oppmøte": "Kinoen", "kr": "60", "ta_med": "Sko"}
    plan = {"periode": "2027-vår", "punkter": [meeting, {"dato": "2027-01-19", "hva": "Kino"}]}
    approved = document(Group, "a", plan={**plan, "status": "godkjent"}, aktiviteter=["turer"])
    draft = document(Group, "b", plan={**plan, "status": "utkast"})
    site = site_of(approved, draft)

    text, silent = (text_of(page_of(site, group.page)) for group in (approved, draft))

    assert "Planen for vår 2027" in text
    assert "Tirsdag 12. januar kl. 17–20 Bowling · Kinoen, 60 kr, Sko".lower() in text.lower()
    assert "2027-vår" not in silent
    assert "Bowling" not in silent


def test_what_is_near_is_proposed() -> None:
    here = document(Activity, "a", sted=SPOT)
    close = document(Walk, "b", start={**SPOT, "lat": "59.21"})
    far = document(Walk, "c", start={**SPOT, "lat": "60.2"})
    lost = document(Activity, "d")
    site = site_of(here, close, far, lost)

    assert [(entry.id, round(metres, -2)) for entry, metres in near(site, here)] == [("b", 1100.0)]
    assert list(near(site, lost)) == []
    assert "1,1 km unna" in text_of(page_of(site, here.page))


def test_a_page_proposes_nothing_twice_and_what_is_in_the_same_house_is_not_told_in_metres() -> None:
    hall = document(Place, "hallen", sted=SPOT)
    inside = document(Activity, "inne", sted="hallen")
    beside = document(Walk, "ved", start=SPOT)
    site = site_of(hall, inside, beside)

    links = links_of(page_of(site, hall.page))

    assert sum(link.endswith("inne.html") for link in links) == 1
    assert "Samme sted" in text_of(page_of(site, inside.page))


def test_a_sight_whose_name_says_what_it_is_does_not_say_it_again() -> None:
    sights = [{"type": "benk", "navn": "Benk ved naustene"}, {"type": "utsikt", "navn": "Toppen"}]
    walk = document(Walk, "tur", opplevelser=sights)

    text = text_of(page_of(site_of(walk), walk.page))

    assert "Benk ved naustene benk" not in text
    assert "Toppen utsikt" in text


def test_a_place_on_the_map_opens_only_when_somebody_asks() -> None:
    entry = document(Activity, "a", sted=SPOT)

    outside = [link for link in links_of(page_of(site_of(entry), entry.page)) if link.startswith("http")]

    assert outside[0].startswith("https://entur.no/travel-result?stopLat=59.20000&stopLon=10.90000")
    assert outside[1:] == 2 * ["https://www.openstreetmap.org/?mlat=59.20000&mlon=10.90000#map=16/59.20000/10.90000"]


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (Activity, {"pris": "60", "ledsagerbevis": "ja"}, ["60 kr for to med ledsagerbevis"]),
        (Activity, {"pris": "60"}, ["60 kr for to hvis de tar ledsagerbevis"]),
        (Activity, {"pris": "60", "ledsagerbevis": "nei"}, ["120 kr for to"]),
        (Activity, {"pris": [{"kr": "60", "ledsager": "ja"}]}, ["Pris: vet ikke"]),
        (Activity, {"pris": "gratis"}, []),
        (Activity, {"pris": "gratis", "kilde": [{"sikkerhet": "usikker"}]}, ["Gratis (usikkert)"]),
        (Activity, {"når": ["tirsdag", "torsdag"], "område": "Nord"}, ["Tirsdag og flere tider", "Nord"]),
        (Activity, {"når": "tirsdag", "kilde": [{"sikkerhet": "usikker"}]}, ["Tirsdag (usikkert)"]),
        (Walk, {"lengde": "1,2 km", "rundtur": "rundtur"}, ["1,2 km · rundtur · 36 min i rolig tempo"]),
        (Walk, {}, ["Lengde: vet ikke"]),
    ],
)
def test_a_card_has_its_facts_in_few_lines(kind: type[Entry], fields: dict[str, object], expected: list[str]) -> None:
    entry = document(kind, "noe", **fields)

    assert lines(site_of(entry), entry) == expected


SAID = {"kilde": [{"navn": "Turlaget", "sikkerhet": "trolig"}]}
GUESSED = {"kilde": [{"navn": "Turlaget", "sikkerhet": "usikker"}]}
UNSURE = {"kilde": [{"sikkerhet": "usikker"}]}
UNKNOWN = [("vet-ikke", "Rullestol inn og HC-toalett: vet ikke")]


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (Activity, {}, UNKNOWN),
        (Activity, {"pris": "gratis"}, [("ja", "Gratis"), *UNKNOWN]),
        (Activity, {"pris": "gratis", **UNSURE}, UNKNOWN),
        (Activity, {"ledige_plasser": "nei"}, [("nei", "Fullt"), *UNKNOWN]),
        (Activity, {"ledige_plasser": "ja"}, UNKNOWN),
        (
            Activity,
            {"egnet": {"rullestol_inn": "ja"}},
            [("ja", "Rullestol inn"), ("vet-ikke", "HC-toalett: vet ikke")],
        ),
        (
            Activity,
            {"egnet": {"rullestol_inn": "ja", "hc_toalett": "nei", "rolig": "ja"}},
            [("ja", "Rullestol inn"), ("nei", "HC-toalett: nei")],
        ),
        (
            Activity,
            {"egnet": {"rullestol_inn": "ja", "hc_toalett": "delvis"}, **UNSURE},
            [("vet-ikke", "Rullestol inn: ja (usikkert)"), ("vet-ikke", "HC-toalett: delvis (usikkert)")],
        ),
        (Group, {"ledig": "ja"}, [("ja", "Plass til flere"), *UNKNOWN]),
        (Group, {"ledig": "nei"}, [("nei", "Fullt"), *UNKNOWN]),
        (Organisation, {"egnet": {"rullestol_inn": "ja"}}, []),
        (Walk, {}, [("vet-ikke", "Rullestol: vet ikke")]),
        (Walk, {"toalett": "nei"}, [("vet-ikke", "Rullestol: vet ikke"), ("nei", "HC-toalett: nei")]),
        (Walk, {"strekninger": [stretch()]}, [("ja", "Rullestol: hele turen")]),
        (Walk, {"egnet": {"rullestol_inn": "nei"}}, [("nei", "Rullestol: nei")]),
        (Walk, {"egnet": {"rullestol_inn": "nei"}, **SAID}, [("nei", "Rullestol: nei, ifølge kilden")]),
        (
            Walk,
            {"egnet": {"rullestol_inn": "ja"}, **GUESSED},
            [("vet-ikke", "Rullestol: ja (usikkert), ifølge kilden")],
        ),
        (Walk, {"egnet": {"rullestol_inn": "nei"}, "strekninger": [stretch()]}, [("ja", "Rullestol: hele turen")]),
        (Walk, {"strekninger": [stretch()], **UNSURE}, [("vet-ikke", "Rullestol: hele turen (usikkert)")]),
        (
            Walk,
            {
                "lengde": "2 km",
                "strekninger": [stretch(til_m="1260"), stretch(fra_m="1260", til_m="2000", stigning="1:14")],
            },
            [("delvis", "Rullestol: de første 1,2 km")],
        ),
        (Walk, {"strekninger": [stretch(stigning="1:14")]}, [("delvis", "Rullestol: tyngre fra start")]),
        (Walk, {"strekninger": [stretch(stigning="1:5")]}, [("nei", "Rullestol: stopper ved start")]),
    ],
)
def test_a_chip_says_no_more_than_is_known(
    kind: type[Entry], fields: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    entry = document(kind, "noe", **fields)

    assert chips(site_of(entry), entry) == expected


def test_a_card_has_no_more_than_three_lines_and_chips() -> None:
    entry = document(Walk, "tur", lengde="1 km", start="Bua", område="Nord", pris="60", toalett="ja")
    site = site_of(entry)

    assert (len(card(site, entry).lines), len(card(site, entry).chips)) == (3, 2)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"dag": "fredag", "kl": "14-15"}, "Fredag kl. 14–15"),
        ({"dag": "fredag", "fra": "2026-08-21"}, "Fredag"),
        (
            {"dag": "lørdag", "kl": "11-15", "fra": "2026-06-06", "til": "2026-08-29"},
            "Lørdag kl. 11–15 · juni–august 2026",
        ),
        ({"dag": "fredag", "fra": "2026-08-21", "til": "2026-11-20"}, "Fredag · til 20. november 2026"),
        ({"dag": "fredag", "kl": "14-15", "til": "2023-08-11"}, "Fredag kl. 14–15 · til 11. august 2023"),
        ({"dag": "fredag", "fra": "2022-08-19", "til": "2023-08-11"}, "Fredag · til 11. august 2023"),
        ({"dag": "fredag", "fra": "2026-08-21", "til": "2026-12-18"}, "Fredag · til desember"),
        ({"dag": "fredag", "fra": "2026-08-21", "til": "2026-11-27"}, "Fredag · til 27. november"),
        ({"dag": "fredag", "fra": "2027-01-15", "til": "2027-03-12"}, "Fredag · januar–mars"),
        ({"dag": "fredag", "fra": "2027-01-22", "til": "2027-02-05"}, "Fredag · fra 22. januar til 5. februar"),
        ({"dag": "fredag", "fra": "2026-11-27"}, "Fredag · fra 27. november"),
        ({"dag": "fredag", "fra": "2028-01-14"}, "Fredag · fra januar 2028"),
        ({"dag": "fredag", "til": "2026-11-20", "også": ["2026-12-04"]}, "Fredag · til desember"),
        (
            {"kl": "12-13", "også": ["2026-12-19", "2026-11-21", "2026-12-05"]},
            "Kl. 12–13 · 5. desember og 19. desember",
        ),
        ({"også": ["2026-12-05"]}, "5. desember"),
        (
            {"kl": "12-13", "også": ["2026-12-05", "2026-12-12", "2027-01-16"]},
            "Kl. 12–13 · desember–januar",
        ),
        ({"til": "2023-08-11"}, "Til 11. august 2023"),
    ],
)
def test_a_card_says_beside_the_hours_when_they_begin_and_end(row: Mapping[str, object], told: str) -> None:
    offer, place = document(Activity, "kor", når=[row]), document(Place, "kverna", åpningstider=[row])

    assert [lines(site_of(one), one) for one in (offer, place)] == [[told], [told]]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([{"dag": "mandag", "til": "2026-08-31"}, {"dag": "onsdag", "fra": "2026-09-01"}], "Onsdag"),
        (
            [{"dag": "mandag", "fra": "2027-06-01"}, {"dag": "onsdag", "til": "2027-05-31"}],
            "Onsdag · til mai og flere tider",
        ),
        (
            [{"dag": "mandag", "til": "2024-05-31"}, {"dag": "onsdag", "til": "2025-05-30"}],
            "Onsdag · til 30. mai 2025 og flere tider",
        ),
    ],
)
def test_a_card_tells_the_hours_that_hold_today(rows: list[object], told: str) -> None:
    entry = document(Activity, "kor", når=rows)

    assert lines(site_of(entry), entry) == [told]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"sesong": ["vår", "sommer"]}, "Fredag · vår og sommer"),
        ({"sesong": "helår"}, "Fredag"),
        ({"beskrivelse": "I 2023 var det fredager."}, "Fredag · fra 2023 – spør først"),
        ({"beskrivelse": "I 2023 var det fredager.", "kontrollert": {"dato": "2026-11-01"}}, "Fredag"),
    ],
)
def test_a_card_tells_the_season_and_the_age_of_the_hours(fields: Mapping[str, object], told: str) -> None:
    entry = document(Activity, "kor", når="fredag", **fields)

    assert lines(site_of(entry), entry) == [told]


def test_a_card_tells_the_dates_of_an_event_of_several_days_and_adds_nothing_to_one_with_a_start() -> None:
    course = document(Event, "kurs", når=[{"dag": "tirsdag", "fra": "2027-01-26", "til": "2027-02-02"}])
    fair = document(Event, "messe", start="2026-12-05 18:00", sesong="vinter")
    site = site_of(course, fair)

    assert lines(site, course) == ["Tirsdag · fra 26. januar til 2. februar"]
    assert lines(site, fair) == ["Lørdag 5. desember 2026 kl. 18"]


def test_the_rows_of_the_search_have_the_dates_of_the_card() -> None:
    entry = document(Place, "kverna", åpningstider={"dag": "lørdag", "fra": "2026-06-06", "til": "2026-08-29"})

    rows = [made(output) for path, output in outputs_of(site_of(entry)).items() if path.startswith("assets/rows-nb")]

    assert len(rows) == 1
    assert "juni–august 2026" in rows[0]


def test_a_measured_walk_tells_how_far_one_gets_and_why_not_further() -> None:
    walk = document(
        Walk,
        "tur",
        lengde="1,4 km",
        rundtur="en_vei",
        spor="tur.gpx",
        spor_kilde="målt",
        strekninger=[
            stretch(),
            stretch(fra_m="800", til_m="1000", hinder=["trapp"]),
            stretch(fra_m="1000", til_m="1200"),
        ],
        opplevelser=[{"type": "utsikt", "navn": "Toppen", "ved_m": "800", "tekst": "Se."}, {"navn": "Benken"}],
        vurdering=[{"profil": "manuell_rullestol", "klasse": "delvis", "dato": "2026-10-14", "begrunnelse": "Prøvd."}],
    )
    site = site_of(walk, tracks={"tur.gpx": track()})

    page = page_of(site, walk.page)
    rows = html.fromstring(page).xpath("//table[@class='stretches']/tbody/tr")

    assert "De første 800 m" in text_of(page)
    assert [row.get("class") for row in rows] == ["lett", "stopper", "lett", "vet-ikke"]
    assert "Lett, men forbi hindringen" in text_of(page)
    assert "Vurdert av en person, manuell rullestol: delvis tilgjengelig. Prøvd." in text_of(page)
    assert "Toppen utsikt Se." in text_of(page)
    assert {"kart-narrow", "kart-wide", "profil-narrow"} <= set(re.findall(r"(?:kart|profil)-(?:narrow|wide)", page))
    assert "../turer/tur.gpx" in links_of(page)


def test_unsure_stretches_are_marked_where_the_reach_is_told() -> None:
    walk = document(Walk, "tur", strekninger=[stretch()], kilde=[{"sikkerhet": "usikker", "gjelder": ["strekninger"]}])

    reach = html.fromstring(page_of(site_of(walk), walk.page)).xpath("//section[contains(@class, 'reach')]")[0]

    assert "usikkert" in plain(" ".join(reach.itertext()))


def test_a_walk_that_nobody_has_measured_promises_nothing() -> None:
    walk = document(Walk, "tur", høydemeter="30", underlag="grus", spor="tur.gpx", spor_kilde="tegnet")

    page = page_of(site_of(walk, tracks={"tur.gpx": track()}), walk.page)

    assert "De første" not in text_of(page)
    assert not html.fromstring(page).xpath("//table[@class='stretches']")
    assert facts_of(page)["Stigning"] == "30 m"
    assert "profil-wide" not in page


def test_a_walk_there_and_back_is_promised_whole_where_the_ground_is_the_same_back() -> None:
    walk = document(Walk, "tur", lengde="1,6 km", rundtur="tur_retur", strekninger=[stretch()])

    assert chips(site_of(walk), walk) == [("ja", "Rullestol: hele turen")]


def test_an_entry_without_a_picture_stands_under_a_drawn_one() -> None:
    drawn, own = document(Walk, "tur"), document(Walk, "tur", bilder=[{"fil": "a.jpg", "alt": "Bryggen"}])
    site = site_of(drawn, own)
    known = {output.path for output in shared(site, "engine")}

    assert picture_above(site, drawn) == picture_of(drawn)
    assert picture_of(drawn) in known
    assert picture_above(site, own) == "bilder/800/a.jpg"
    assert [path for path in known if path.startswith("assets/scenes/")] == [picture_of(drawn)]


def test_a_track_is_published_with_the_name_of_its_walk() -> None:
    walk = document(Walk, "tur", tittel=HOSTILE, spor="tur.gpx")
    site = site_of(walk, tracks={"tur.gpx": track()})

    (found,) = [output for output in shared(site, "engine") if output.path == "turer/tur.gpx"]

    assert "<script>" not in made(found)
    assert "&lt;script&gt;" in made(found)


def test_what_has_ended_says_so_and_a_former_id_leads_on() -> None:
    ended = document(Activity, "slutt", status="nedlagt", tidligere_id=["eldre"])
    moved = document(Activity, "ny", tidligere_id=["gammel"])
    coming = document(Activity, "snart", vis_fra="2027-01-01", tidligere_id=["for"])
    site = site_of(ended, moved, coming)

    outputs = outputs_of(site)

    assert "Ikke lenger i heftet" in text_of(made(outputs["aktiviteter/slutt.html"]))
    assert "aktiviteter/ny.html" in {
        f"aktiviteter/{link}" for link in links_of(made(outputs["aktiviteter/gammel.html"]))
    }
    assert 'content="0; url=ny.html"' in made(outputs["aktiviteter/gammel.html"])
    assert not {"aktiviteter/snart.html", "aktiviteter/for.html", "aktiviteter/eldre.html"} & outputs.keys()


@pytest.mark.parametrize("others", [(), ("annen",)])
def test_what_has_ended_promises_something_alike_only_where_there_is_some(others: tuple[str, ...]) -> None:
    ended = document(Event, "slutt", start="2023-03-20")
    alike = [document(Event, name, start="2027-03-20") for name in others]

    page = page_of(site_of(ended, *alike), ended.page)

    assert ("Her er noe som ligner." in text_of(page)) == bool(others)
    assert ("Se hva annet som finnes" in text_of(page)) != bool(others)


def test_an_event_whose_day_nobody_knows_says_so_on_its_card_and_on_its_page() -> None:
    event = document(Event, "festivalen", når={"merknad": "sist 2022"})
    site = site_of(event)

    listed, page = text_of(page_of(site, "arrangementer/index.html")), page_of(site, event.page)

    assert "Dato ikke kjent · sist 2022" in listed
    assert facts_of(page)["Når"] == "Dato ikke kjent Sist 2022"


def test_every_language_says_everything_of_every_kind() -> None:
    entries = [document(kind, "noe") for kind in (Activity, Event, Organisation, Walk, Group, Place)]

    for language in ("nb", "nn", "en"):
        site = site_of(*entries, language=language)
        pages = [made(output) for path, output in outputs_of(site).items() if path.endswith(".html")]
        assert len(pages) > len(entries)
        assert words(language).say("tell.dont_know") in text_of(page_of(site, f"{site.prefix}aktiviteter/noe.html"))
