"""Lists, the first page, the index and the search: everything can be found, and every count adds up."""

from collections.abc import Mapping, Sequence

import pytest
from lxml import html

from booklet_samples import MEASURED, document, words
from hefte.model import Activity, Booklet, Entry, Event, Page, Walk
from hefte.search.said import said_of
from hefte.website.frame_settings import frame_settings
from hefte.website.home import home
from hefte.website.lists import CARDS_A_PAGE, listings, numbered
from hefte.website.shelf import booklet_views
from hefte.website.sitemap import sitemap
from website_samples import catalogue_of, links_of, made, outputs_of, page_of, plain, rules, site_of, text_of

DANCE = {"kode": "dans", "navn": "Dans", "under": "fysisk", "ikon": "music", "farge": "rust"}
CATEGORIES = [{"kode": "fysisk", "navn": "Fysisk"}, DANCE, {"kode": "tom", "navn": "Tom"}]


def titles(page: str, heading: str = "h3") -> list[str]:
    """The titles of the cards on a page."""
    found = html.fromstring(page).xpath(f"//article//{heading}")
    return [plain("".join(element.itertext())) for element in found]


def test_the_lists_of_types_are_there_even_when_empty() -> None:
    pages = outputs_of(site_of())

    for folder in ("aktiviteter", "organisasjoner", "arrangementer", "turer", "grupper", "steder"):
        assert "Her er det ikke noe ennå." in text_of(made(pages[f"{folder}/index.html"]))
    assert "gratis.html" in pages
    assert "med-rullestol.html" not in pages


def test_a_list_has_the_sites_own_municipality_first_and_names_those_that_have_a_name() -> None:
    entries = [
        document(Activity, "a", kommune="3107"),
        document(Activity, "b", kommune="9999"),
        document(Activity, "c", kommune="hele_landet"),
        document(Activity, "d", kommune="3105"),
    ]

    (listing, *_) = listings(site_of(*entries))

    assert [cluster.title for cluster in listing.groups] == ["", "Fredrikstad", "Hele landet", "Sarpsborg"]
    assert [entry.id for entry in listing.entries] == ["b", "a", "c", "d"]


def test_an_invented_municipality_is_neither_a_heading_nor_a_choice() -> None:
    site = site_of(document(Activity, "a", kommune="9999"), document(Activity, "b", kommune="3105"))

    page = page_of(site, "aktiviteter/index.html")

    assert "9999" not in text_of(page)
    assert [link for link in links_of(page) if link.startswith("#g")] == ["#g2"]


def test_the_page_of_the_search_field_says_that_it_needs_a_script() -> None:
    page = page_of(site_of(), "finn.html")

    assert "Søkefeltet trenger JavaScript" in html.fromstring(page).xpath("string(//noscript)")


def test_a_list_of_one_municipality_has_no_heading() -> None:
    (listing, *_) = listings(site_of(document(Activity, "a"), document(Activity, "b")))

    assert [cluster.title for cluster in listing.groups] == [""]


def test_a_category_lists_what_stands_under_it_by_type() -> None:
    walk, activity = document(Walk, "tur", kategorier="fysisk"), document(Activity, "dans", kategorier="dans")
    site = site_of(walk, activity, kategorier=CATEGORIES)

    found = {listing.title: [cluster.title for cluster in listing.groups] for listing in listings(site)}

    assert (found["Fysisk"], found["Dans"], found["Tom"]) == (["Turer", "Aktiviteter"], ["Aktiviteter"], [])
    assert titles(page_of(site, "kategori/fysisk.html")) == ["Tur", "Dans"]


def test_areas_and_themes_have_lists_of_their_own() -> None:
    free = document(Activity, "a", område="Øst-byen", pris="gratis")
    unsure = document(Activity, "b", pris="gratis", kilde=[{"sikkerhet": "usikker"}])
    site = site_of(free, unsure, document(Walk, "tur", strekninger=[{"fra_m": "0", "til_m": "9", **MEASURED}]))

    assert titles(page_of(site, "omrade/ost-byen.html")) == ["A"]
    assert titles(page_of(site, "gratis.html")) == ["A"]
    assert titles(page_of(site, "med-rullestol.html")) == ["Tur"]


def many(number: int) -> Sequence[Entry]:
    """So many activities."""
    return [document(Activity, f"a{at:04}") for at in range(number)]


def test_a_long_list_is_cut_into_pages_that_lead_to_each_other() -> None:
    far = document(Activity, "borte", kommune="3107")
    site = site_of(*many(CARDS_A_PAGE), far)
    pages = outputs_of(site)

    first, second = (made(pages[path]) for path in ("aktiviteter/index.html", "aktiviteter/index-2.html"))

    assert (len(titles(first, "h2")), titles(second)) == (CARDS_A_PAGE, ["Borte"])
    assert {"index.html", "index-2.html"} <= set(links_of(first)) & set(links_of(second))
    assert "aktiviteter/index-3.html" not in pages
    assert numbered("gratis.html", 2) == "gratis-3.html"


def test_a_heading_is_repeated_where_its_list_is_cut() -> None:
    site = site_of(*many(CARDS_A_PAGE), document(Walk, "tur"), document(Activity, "siste"))

    second = page_of(site, "kategori/idrett-2.html")

    assert html.fromstring(second).xpath("//h2/text()") == ["Aktiviteter"]


def test_the_index_has_every_title_under_its_letter() -> None:
    rows = {"aas": "Åstur", "bad": "Bading", "ti": "10 på topp", "aal": "Aalborg"}
    site = site_of(*(document(Walk, name, tittel=title, område="Nord") for name, title in rows.items()))

    tree = html.fromstring(page_of(site, "a-a.html"))

    assert tree.xpath("//section/h2/text()") == ["#", "B", "Å"]
    assert tree.xpath("//section//a/text()") == ["10 på topp", "Bading", "Aalborg", "Åstur"]
    assert "tur, Nord" in text_of(page_of(site, "a-a.html"))


def test_the_first_page_counts_what_there_is() -> None:
    entries = [
        document(Activity, "dans", kategorier="dans", pris="gratis", målgruppe={"for": ["eldre", "barn"]}),
        document(Walk, "tur", kategorier="fysisk"),
        document(Event, "fest", kategorier="fysisk", start="2026-12-05 18:00"),
    ]
    site = site_of(*entries, kategorier=CATEGORIES)

    shown = home(site, tuple(listings(site)))

    assert {choice.href: choice.number for choice in shown["choices"]} == {  # type: ignore[attr-defined]
        "turer/index.html": 1,
        "gratis.html": 1,
        "for-eldre.html": 1,
        "for-barn-og-unge.html": 1,
        "arrangementer/index.html": 1,
    }
    assert [(tile.label, tile.number) for tile in shown["categories"]] == [("Fysisk", 3)]  # type: ignore[attr-defined]
    assert "Dans" in text_of(page_of(site, "finn.html"))


def test_an_empty_site_has_a_first_page_without_choices() -> None:
    site = site_of()

    shown = home(site, tuple(listings(site)))

    assert (shown["choices"], shown["days"], shown["walks"], shown["booklets"]) == ((), (), (), ())
    assert page_of(site, "index.html")


@pytest.mark.parametrize(
    ("language", "hours"),
    [
        ("nb", ["18.00 til 20", "09.05", ""]),
        ("nn", ["18.00 til 20", "09.05", ""]),
        ("en", ["18:00 to 20:00", "09:05", ""]),
    ],
)
def test_events_stand_under_their_days(language: str, hours: list[str]) -> None:
    events = [
        document(Event, "a", start="2026-12-05 18:00", slutt="2026-12-05 20:00"),
        document(Event, "b", start="2026-12-06 09:05", slutt="2026-12-07 12:00"),
        document(Event, "c", start="2026-12-07"),
        document(Event, "d", når="søndag"),
    ]
    site = site_of(*events, language=language)

    tree = html.fromstring(page_of(site, f"{site.prefix}index.html"))

    days = tree.xpath("//h3[@class='day']/@data-date")
    told = [plain(" ".join(row.itertext())) for row in tree.xpath("//p[@class='timetable__time']")]
    assert days == ["2026-12-05", "2026-12-06", "2026-12-07"]
    assert told == hours


@pytest.mark.parametrize(
    "fields",
    [{"lengde": "5,1 km"}, {"status": "pause"}, {"melding": "Brua er stengt."}, {"sesong": ["sommer", "vinter"]}],
)
def test_no_walk_is_proposed_that_is_long_or_shut_or_out_of_season(fields: Mapping[str, object]) -> None:
    fit = document(Walk, "a", lengde="5 km", sesong=["høst"])
    site = site_of(document(Walk, "b", **{"lengde": "1 km", **fields}), fit)

    assert home(site, tuple(listings(site)))["walks"] == (fit,)


def test_two_walks_are_proposed_and_change_from_month_to_month() -> None:
    walks = [document(Walk, f"tur-{number}", lengde="1 km") for number in range(4)]

    shown = home(site_of(*walks), tuple(listings(site_of(*walks))))

    assert [walk.page for walk in shown["walks"]] == ["turer/tur-3.html", "turer/tur-0.html"]  # type: ignore[attr-defined]


def booklet(**fields: object) -> Booklet:
    """A booklet of walks."""
    return document(Booklet, "turheftet", tittel="Turheftet", utvalg={"type": "turer"}, **fields)


@pytest.mark.parametrize(
    ("fields", "hrefs"),
    [
        ({}, ["hefter/turheftet.pdf", "../hefter/turheftet.pdf"]),
        ({"språk": ["nb", "nn"]}, ["hefter/turheftet.pdf", "hefter/turheftet.pdf"]),
        ({"språk": ["nn"]}, ["nn/hefter/turheftet.pdf", "hefter/turheftet.pdf"]),
        ({"språk": ["en"]}, ["en/hefter/turheftet.pdf", "../en/hefter/turheftet.pdf"]),
        ({"språk": ["se"]}, [None, None]),
        ({"vises": "nei"}, [None, None]),
    ],
)
def test_a_booklet_is_linked_where_it_is_printed(fields: dict[str, object], hrefs: list[str | None]) -> None:
    for language, href in zip(("nb", "nn"), hrefs, strict=True):
        views = list(booklet_views(site_of(booklet(**fields), language=language)))

        assert [view.href for view in views] == ([href] if href else [])


def test_a_cover_is_drawn_in_the_page_with_its_words_as_text() -> None:
    cover = {"motiv": "skog", "undertittel": "<b>Korte</b>", "utgave": "Vinteren"}
    site = site_of(booklet(forside=cover))

    page = page_of(site, "hefter.html")

    assert "<b>Korte</b>" not in page
    assert "Vinteren" in text_of(page)
    assert "Turheftet" in text_of(page)


def test_a_site_without_booklets_says_so() -> None:
    assert words("nb").say("booklets.none") in text_of(page_of(site_of(), "hefter.html"))


def test_the_search_knows_municipalities_and_only_what_is_sure() -> None:
    """The search looks through words that are cut to their roots; what is said of an entry is whole."""
    sure = document(Activity, "noe", kommune=["3107", "hele_landet"], pris="gratis", egnet={"rolig": "ja"})
    unsure = sure.model_copy(update={"sources": document(Activity, "b", kilde=[{"sikkerhet": "usikker"}]).sources})

    said, guessed = (
        " ".join(row.text for row in said_of(one, catalogue_of(one), words(), rules())) for one in (sure, unsure)
    )

    assert {"Fredrikstad", "Hele landet", "Gratis", "Rolig"} == {word for word in SOUGHT if word in said}
    assert {"Fredrikstad", "Hele landet"} == {word for word in SOUGHT if word in guessed}


SOUGHT = ("Fredrikstad", "Hele landet", "Gratis", "Rolig")


def test_pages_of_prose_are_made_and_linked_at_the_foot_of_every_page() -> None:
    about = document(Page, "om", tittel="Om oss", ingress="Hvem vi er.", tekst="Vi er **vi**.")
    hidden = document(Page, "skjult", tittel="Skjult", tekst="Hei.", i_menyen="nei")
    catalogue = catalogue_of(about, hidden, tilgjengelighetserklæring="https://uustatus.no/nb/1")

    links = frame_settings(catalogue, {code: words(code) for code in ("nb", "nn", "en")}).links

    assert [link.path for link in links] == ["sider/om.html", "sider/veiledning.html", "https://uustatus.no/nb/1"]
    assert "Om oss Hvem vi er. Vi er vi ." in text_of(page_of(site_of(about, hidden), "sider/om.html"))


@pytest.mark.parametrize(
    ("settings", "phone", "help_", "sample"),
    [
        ({}, "69 00 00 00", "Tjenesten", True),
        ({"kontakt": "ukjent"}, "", "Tjenesten", True),
        (
            {"kontakt": {"tlf": "69000000", "svartid": "hverdager"}, "eksempelinnhold": "nei"},
            "69 00 00 00",
            "hverdager",
            False,
        ),
        ({"eksempelinnhold": {"svar": "ja", "tekst": "Ingen har ringt."}}, "69 00 00 00", "Tjenesten", True),
    ],
)
def test_the_frame_says_whose_site_it_is_and_that_it_is_a_sample(
    settings: dict[str, object], phone: str, help_: str, *, sample: bool
) -> None:
    found = frame_settings(catalogue_of(**settings), {"nb": words("nb")})

    assert plain(found.phone) == phone
    assert help_ in found.help["nb"]
    assert bool(found.sample) is sample
    assert found.tabs == ("hjem", "finn", "hefter")


def test_the_frame_has_a_tab_for_what_there_is_and_the_colours_that_are_stated() -> None:
    found = frame_settings(catalogue_of(document(Walk, "tur"), farger={"hovedfarge": "#123456"}), {"nb": words("nb")})

    assert found.tabs == ("hjem", "finn", "turer", "hefter")
    assert found.colours["topp"] == "#123456"


def test_a_site_map_has_every_page_with_its_whole_address() -> None:
    made_of = sitemap("https://a.no/", ["turer/b.html", "index.html"]).content

    assert str(made_of).index("https://a.no/index.html") < str(made_of).index("https://a.no/turer/b.html")


@pytest.mark.parametrize("page", ["turer/index.html", "kategori/fysisk.html"])
def test_what_is_closed_stands_first_on_the_card_of_every_list(page: str) -> None:
    walk = document(
        Walk, "tur", kategorier="fysisk", lengde="1 km", ingress="Langs vannet.", melding="Brua er <stengt>."
    )

    tree = html.fromstring(page_of(site_of(walk, kategorier=CATEGORIES), page))

    (body,) = tree.xpath("//article//div[@class='card__body']")
    assert [one.get("class") for one in body][:3] == ["card__title", "card__notice", "card__lead"]
    assert plain("".join(body[1].itertext())) == "Brua er <stengt>."
