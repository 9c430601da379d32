"""The booklets as EPUB: whole, the same words as in print, read aloud as they are read, the same bytes twice."""

import re
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree
from markupsafe import Markup

from booklet_samples import demo_press, document, icons, press
from epub_samples import bound, demo_book, documents, is_outward, opened, pixel, plain, reached, text_of
from hefte.booklet.make import volume_of
from hefte.booklet.volume import Chapter, Item, Segment, Trip
from hefte.doors.epub import look_of
from hefte.epub.bars import WHOLE, Piece, pieces_of
from hefte.epub.book import MOST
from hefte.epub.make import epub_file
from hefte.model import Activity, Organisation, Page, Walk
from hefte.website.shelf import BookletView

BOOKS = ("turheftet", "aktivitetsheftet")
OPF = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
XHTML = {"h": "http://www.w3.org/1999/xhtml"}
HOSTILE = "<script>alert(1)</script> & \"Å\" 'ø' ]]> {{ 7*7 }} &nbsp; 🎉 北京"
ALL = {"utvalg": {"type": ["aktiviteter", "organisasjoner", "turer"]}}


def package(book: bytes) -> etree._Element:
    return etree.fromstring(opened(book)["EPUB/package.opf"])


def said(book: bytes, name: str) -> list[str]:
    """The values of a property of the package."""
    return [element.text for element in package(book).findall(".//o:meta", OPF) if element.get("property") == name]


def items(booklet: str) -> list[Item]:
    chapters = [part.content for part in volume_of(demo_press(booklet)).parts if isinstance(part.content, Chapter)]
    entries = (entry for chapter in chapters for section in chapter.sections for entry in section.entries)
    return [entry.item if isinstance(entry, Trip) else entry for entry in entries]


def articles(book: bytes) -> dict[str, etree._Element]:
    found = (article for page in documents(book).values() for article in page.findall(".//h:article", XHTML))
    return {str(article.get("id")): article for article in found}


@pytest.mark.slow
@pytest.mark.parametrize("booklet", BOOKS)
def test_every_link_inside_a_book_leads_to_something_that_is_there(booklet: str) -> None:
    files, pages = opened(demo_book(booklet)), documents(demo_book(booklet))
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}

    links = [(name, link) for name, page in pages.items() for link in page.xpath("//@href | //@src")]
    inward = [(name, *reached(name, link)) for name, link in links if not is_outward(link)]

    assert len(inward) > 100
    assert [(name, path) for name, path, _ in inward if path not in files] == []
    assert [(name, at) for name, path, at in inward if at and at not in ids[path]] == []


@pytest.mark.slow
@pytest.mark.parametrize("booklet", BOOKS)
def test_every_picture_is_told_in_words_or_marked_as_decoration(booklet: str) -> None:
    pictures = [
        picture for page in documents(demo_book(booklet)).values() for picture in page.iter(f"{{{XHTML['h']}}}img")
    ]
    drawn = [
        drawing
        for page in documents(demo_book(booklet)).values()
        for drawing in page.iter("{http://www.w3.org/2000/svg}svg")
    ]

    assert pictures
    assert all(
        picture.get("alt") or (picture.get("alt") == "" and picture.get("role") == "presentation")
        for picture in pictures
    )
    assert all(drawing.get("aria-hidden") == "true" for drawing in drawn)


@pytest.mark.slow
def test_a_map_and_a_height_profile_have_the_words_of_the_drawing() -> None:
    trips = [
        entry
        for part in volume_of(demo_press("turheftet")).parts
        if part.kind == "walks" and isinstance(part.content, Chapter)
        for section in part.content.sections
        for entry in section.entries
        if isinstance(entry, Trip) and entry.map
    ]
    told = {picture.get("alt") for page in articles(demo_book("turheftet")).values() for picture in page.iter("{*}img")}

    assert trips
    assert {trip.map.alt for trip in trips if trip.map} <= told


@pytest.mark.slow
@pytest.mark.parametrize("booklet", BOOKS)
def test_an_entry_says_all_that_the_printed_one_says_and_no_other_number(booklet: str) -> None:
    found = articles(demo_book(booklet))

    for item in items(booklet):
        text = text_of(found[item.label.replace("/", "-")])
        wanted = [item.title, item.lead, item.checked.text, *(line.value for line in (*item.facts, *item.contact))]
        assert [one for one in wanted if plain(one) not in text] == []
        assert [chip.text for chip in item.chips if plain(chip.text) not in text] == []
        if booklet == "aktivitetsheftet":  # a walk has its measures beside its item
            assert set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", repr(item).replace("\\xa0", " ")))


@pytest.mark.slow
def test_the_parts_stand_in_the_order_of_the_printed_booklet() -> None:
    volume = volume_of(demo_press("aktivitetsheftet"))
    nav = documents(demo_book("aktivitetsheftet"))["EPUB/nav.xhtml"]

    told = [text_of(link) for link in nav.xpath("(//h:nav)[1]/h:ol/h:li/h:a", namespaces=XHTML)]

    assert told == [part.title for part in volume.parts]


@pytest.mark.slow
@pytest.mark.parametrize("booklet", BOOKS)
def test_the_contents_lead_to_every_entry_and_the_spine_holds_every_document_once(booklet: str) -> None:
    book = demo_book(booklet)
    nav = documents(book)["EPUB/nav.xhtml"]
    manifest = {item.get("id"): item.get("href") for item in package(book).findall(".//o:item", OPF)}
    spine = [manifest[one.get("idref")] for one in package(book).findall(".//o:itemref", OPF)]

    told = {text_of(link) for link in nav.xpath("(//h:nav)[1]//h:a", namespaces=XHTML)}

    assert {plain(f"{item.title} {item.closed}".strip()) for item in items(booklet)} <= told
    assert sorted(spine) == sorted(name.removeprefix("EPUB/") for name in documents(book))
    assert sorted(manifest.values()) == sorted(
        name.removeprefix("EPUB/") for name in opened(book) if name.startswith("EPUB/") and "package" not in name
    )


@pytest.mark.slow
def test_the_package_tells_a_reader_who_needs_it_how_accessible_the_book_is() -> None:
    book = demo_book("turheftet")

    assert said(book, "schema:accessMode") == ["textual", "visual"]
    assert said(book, "schema:accessModeSufficient") == ["textual"]
    assert said(book, "schema:accessibilityHazard") == ["none"]
    assert {"alternativeText", "tableOfContents", "structuralNavigation", "index"} <= set(
        said(book, "schema:accessibilityFeature")
    )
    assert said(book, "dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.1 Level AA"]
    assert "ikke av brukere av skjermleser" in said(book, "schema:accessibilitySummary")[0]
    assert said(book, "dcterms:modified") == ["2026-11-22T12:00:00Z"]


def test_a_book_is_in_its_own_language_and_says_where_a_passage_is_not() -> None:
    entry = document(Activity, "noe", tittel={"nb": "Noe", "nn": "Noko"}, ingress={"nb": "Bare på bokmål."})
    page = articles(bound(press(entry, language="nn", **ALL)))["aktiviteter-noe"]

    assert page.getroottree().getroot().get("lang") == "nn"
    assert page.find("h:h3", XHTML).get("lang") is None
    assert page.find("h:p", XHTML).get("lang") == "nb"


def test_what_nobody_knows_is_told_as_not_known() -> None:
    book = bound(press(document(Walk, "turen"), utvalg={"type": ["turer"]}))

    text = text_of(articles(book)["turer-turen"])

    assert "LengdeVet ikke" in text
    assert "Rullestol og HC-toalett: vet ikke" in text
    assert "Ikke kontrollert" in text
    assert not re.search(r"\d", text.replace("Tur 1", ""))


def test_hostile_words_stay_words() -> None:
    entry = document(Activity, "noe", tittel=HOSTILE, ingress=HOSTILE, beskrivelse=HOSTILE, melding=HOSTILE)
    book = bound(press(entry, tittel=HOSTILE, forord=HOSTILE, **ALL))

    page = articles(book)["aktiviteter-noe"]

    assert text_of(page.find("h:h3", XHTML)) == HOSTILE
    assert not any(list(one.iter("{*}script")) for one in documents(book).values())
    assert package(book).findtext(".//dc:title", namespaces=OPF) == HOSTILE


def test_a_letter_that_xml_cannot_hold_falls_away() -> None:
    made = press(document(Activity, "noe"), settings={"adresse": "https://vik.example"}, **ALL)
    words = made.words._replace(table=dict(made.words.table) | {"epub.fresh": "a\x00b\ufffec\x1b"})

    book = epub_file(made, look_of(words, icons()), pixel).content

    assert isinstance(book, bytes)
    assert text_of(next(articles(book)["aktiviteter-noe"].iter("{*}a"))) == "abc"


def test_a_phone_number_can_be_called_and_the_organiser_leads_to_its_own_entry() -> None:
    club = document(Organisation, "klubben", kontakt={"tlf": "69 00 00 00", "rolle": "Vakta"})
    entry = document(Activity, "noe", arrangør="klubben", kontakt={"tlf": "+46 1234567"})
    found = articles(bound(press(club, entry, **ALL)))

    links = {name: [link.get("href") for link in page.iter("{*}a")] for name, page in found.items()}

    assert links["organisasjoner-klubben"] == ["tel:69000000"]
    assert links["aktiviteter-noe"] == ["tel:+461234567"]


def test_an_organiser_is_a_link_only_where_it_stands_in_the_same_book() -> None:
    club = document(Organisation, "klubben", tittel="Klubben")
    entry = document(Activity, "noe", arrangør="klubben")

    whole = articles(bound(press(club, entry, **ALL)))["aktiviteter-noe"]
    alone = articles(bound(press(club, entry, utvalg={"type": ["aktiviteter"]})))["aktiviteter-noe"]

    assert [link.get("href") for link in whole.iter("{*}a")] == ["del-03.xhtml#organisasjoner-klubben"]
    assert "Klubben" in text_of(alone)
    assert list(alone.iter("{*}a")) == []


def test_an_entry_leads_to_its_page_where_the_site_has_an_address_and_shows_no_code() -> None:
    entry = document(Activity, "noe")
    with_address = bound(press(entry, settings={"adresse": "https://vik.example"}, **ALL))
    without = bound(press(entry, **ALL))

    assert [link.get("href") for link in articles(with_address)["aktiviteter-noe"].iter("{*}a")] == [
        "https://vik.example/aktiviteter/noe.html"
    ]
    assert list(articles(without)["aktiviteter-noe"].iter("{*}a")) == []
    for page in documents(with_address).values():
        assert "koden" not in text_of(page)
        assert "matt papir" not in text_of(page)


def test_a_link_to_nowhere_is_left_as_its_words() -> None:
    text = "Se [her](https:///x) og [der](https://[vik) og [hit](https://vik.example/å)."
    book = bound(press(document(Activity, "noe", beskrivelse=text), **ALL))

    page = articles(book)["aktiviteter-noe"]

    assert "Se her og der og hit." in text_of(page)
    assert [link.get("href") for link in page.iter("{*}a")] == ["https://vik.example/%C3%A5"]


def test_a_long_chapter_is_divided_so_that_a_small_reader_can_open_it() -> None:
    entries = [document(Activity, f"nr-{number:03}") for number in range(2 * MOST + 5)]
    book = bound(press(*entries, **ALL))

    counts = [len(page.findall(".//h:article", XHTML)) for page in documents(book).values()]

    assert max(counts) == MOST
    assert sum(counts) == len(entries)


def test_a_booklet_without_entries_is_a_book_that_says_so() -> None:
    book = bound(press(kapitler=[{"utvalg": {"type": ["turer"]}}]))

    assert any("Ingen oppføringer ennå" in text_of(page) for page in documents(book).values())


def test_a_page_of_prose_keeps_its_lists_and_headings() -> None:
    page = document(Page, "ledsagerbevis", tittel="Bevis", tekst="Først.\n\n## Slik\n\n- en\n- to\n")
    book = bound(press(page, document(Activity, "noe"), kapitler=[{"del": "ledsagerbevis"}]))

    made = next(one for one in documents(book).values() if one.findtext(".//h:h1", namespaces=XHTML) == "Bevis")

    assert made.findtext(".//h:h2", namespaces=XHTML) == "Slik"
    assert [text_of(one) for one in made.iter("{*}li")] == ["en", "to"]


@pytest.mark.slow
@pytest.mark.parametrize("booklet", BOOKS)
def test_headings_go_down_one_step_at_a_time(booklet: str) -> None:
    deepest = 0
    for name in (f"EPUB/{item.get('href')}" for item in package(demo_book(booklet)).findall(".//o:item", OPF)):
        page = documents(demo_book(booklet)).get(name)
        for heading in page.iter("{*}h1", "{*}h2", "{*}h3", "{*}h4") if page is not None else ():
            level = int(heading.tag[-1])
            assert level <= deepest + 1, f"{name}: {text_of(heading)}"
            deepest = level


@pytest.mark.slow
def test_the_same_booklet_gives_the_same_bytes_with_no_clock_in_them(tmp_path: Path) -> None:
    first, second = bound(demo_press("turheftet")), bound(demo_press("turheftet"))
    (tmp_path / "a.epub").write_bytes(first)

    with ZipFile(tmp_path / "a.epub") as book:
        members = book.infolist()

    assert first == second
    assert (members[0].filename, members[0].compress_type) == ("mimetype", ZIP_STORED)
    assert first[30:58] == b"mimetypeapplication/epub+zip"
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}


def test_two_languages_of_a_booklet_are_two_books_and_each_keeps_its_name_from_year_to_year() -> None:
    entry = document(Activity, "noe")
    names = {
        code: package(bound(press(entry, language=code))).findtext(".//dc:identifier", namespaces=OPF)
        for code in ("nb", "nn")
    }
    later = press(entry)
    later = later._replace(
        catalogue=later.catalogue.__class__((), later.catalogue.settings, later.catalogue.today.replace(year=2030))
    )

    assert names["nb"] != names["nn"]
    assert package(bound(later)).findtext(".//dc:identifier", namespaces=OPF) == names["nb"]


def test_a_bar_is_to_scale_and_joins_what_is_alike() -> None:
    bar = pieces_of([Segment("yes", 200), Segment("yes", 300), Segment("no", 0.1), Segment("beyond", 499.9)])

    assert bar == (Piece("yes", 0, 500), Piece("beyond", 500, 500))
    assert sum(piece.width for piece in bar) == WHOLE
    assert pieces_of([Segment("unknown", 800)]) == ()


def test_the_page_of_the_booklets_leads_to_the_book_beside_the_pdf() -> None:
    view = BookletView(Markup("Heftet"), Markup(), "../nn/hefter/heftet.pdf", Markup())

    assert view.epub == "../nn/hefter/heftet.epub"
