"""Which entries a booklet holds, and in which chapter each of them stands."""

import pytest

from booklet_samples import document, press
from hefte.booklet.chapters import FIXED, parts_of
from hefte.booklet.press import Press
from hefte.booklet.volume import Chapter, Item, Part, Trip
from hefte.model import Activity, Document, Group, Page, Place, Walk
from hefte.model.booklet import FIXED_PARTS
from hefte.selection import booklet_entries

pytestmark = pytest.mark.slow

SHORT = document(Walk, "kort", lengde="1,2 km")
LONG = document(Walk, "lang", lengde="7 km")
UNMEASURED = document(Walk, "abbor", kommune="9999")
DANCE = document(Activity, "dans", kategorier=["dans"])
CHOIR = document(Activity, "kor", kategorier=["sang_og_musikk"], pris="gratis")


def chosen(made: Press) -> list[str]:
    return [entry.id for entry in booklet_entries(made.booklet, made.catalogue, made.language)]


def select(*documents: Document, **selection: object) -> list[str]:
    return chosen(press(*documents, utvalg=selection))


def titles(part: Part) -> list[str]:
    assert isinstance(part.content, Chapter)
    entries = (entry for section in part.content.sections for entry in section.entries)
    return [entry.item.title if isinstance(entry, Trip) else entry.title for entry in entries]


def test_walks_go_from_short_to_long_and_those_of_unknown_length_stand_last() -> None:
    middle = document(Walk, "midt", lengde="3 km")

    found = select(UNMEASURED, middle, SHORT, type="turer", maks_km="5")

    assert found == ["kort", "midt", "abbor"]


def test_the_stated_length_sorts_and_keeps_out_also_where_its_source_is_unsure_of_it() -> None:
    """The page prints the number: 9 km in a booklet of walks up to 5 km would make its promise untrue."""
    doubt = [{"navn": "En avis", "sikkerhet": "usikker", "gjelder": ["lengde"]}]
    brief = document(Walk, "brudd", lengde="0,9 km", kilde=doubt)
    far = document(Walk, "fjernt", lengde="9 km", kilde=doubt)

    found = select(brief, far, UNMEASURED, SHORT, LONG, type="turer", maks_km="5")

    assert found == ["brudd", "kort", "abbor"]


def test_a_walk_longer_than_the_booklet_allows_is_left_out_unless_it_is_asked_for() -> None:
    without = select(SHORT, LONG, type="turer", maks_km="5")
    with_it = select(SHORT, LONG, type="turer", maks_km="5", ta_med=["lang"])

    assert (without, with_it) == (["kort"], ["kort", "lang"])


def test_keys_are_joined_by_and_while_the_values_of_a_list_are_joined_by_or() -> None:
    found = select(DANCE, CHOIR, SHORT, type="aktiviteter", kategorier=["dans", "sang_og_musikk"])
    narrower = select(DANCE, CHOIR, SHORT, kategorier=["dans", "sang_og_musikk"], pris="gratis")

    assert (found, narrower) == (["dans", "kor"], ["kor"])


def test_a_category_brings_its_subcategories() -> None:
    found = select(DANCE, CHOIR, kategorier=["fysisk_aktivitet"])

    assert found == ["dans"]


def test_an_area_a_municipality_and_a_wheelchair_narrow_the_choice() -> None:
    here = document(Activity, "her", område="Vika", egnet={"rullestol_inn": "ja"})
    there = document(Activity, "der", kommune="3107", område="Odden", egnet={"rullestol_inn": "nei"})

    by_area = select(here, there, område=["Odden"])
    by_number = select(here, there, kommune=["9999"])
    by_wheels = select(here, there, rullestol_inn="ja")

    assert (by_area, by_number, by_wheels) == (["der"], ["her"], ["her"])


def test_an_entry_may_refuse_to_be_printed() -> None:
    shy = document(Activity, "sky", hefte={"med": "nei"})

    found = select(shy, CHOIR, type="aktiviteter")

    assert found == ["kor"]


def test_what_a_selection_leaves_out_is_not_printed() -> None:
    found = select(DANCE, CHOIR, type="aktiviteter", utelat=["kor"])

    assert found == ["dans"]


def test_an_entry_stands_in_the_first_chapter_that_selects_it_and_only_there() -> None:
    chapters = [
        {"tittel": "Gratis ting", "utvalg": {"pris": "gratis"}},
        {"tittel": "Resten", "utvalg": {"type": "aktiviteter"}},
    ]

    parts = parts_of(press(DANCE, CHOIR, kapitler=chapters))

    assert [(part.title, titles(part)) for part in parts[:2]] == [("Gratis ting", ["Kor"]), ("Resten", ["Dans"])]


def test_a_chapter_without_entries_is_not_printed() -> None:
    chapters = [{"tittel": "Turer", "utvalg": {"type": "turer"}}, {"tittel": "Mer", "utvalg": {"type": "aktiviteter"}}]

    parts = parts_of(press(DANCE, kapitler=chapters))

    assert [part.title for part in parts] == ["Mer", "Om heftet"]


def test_a_booklet_without_chapters_gets_one_for_each_category_and_the_registers() -> None:
    parts = parts_of(press(DANCE, CHOIR, document(Page, "ledsagerbevis", tittel="Bevis", tekst="Du betaler.")))

    titles_ = [part.title for part in parts]
    chapters = ["Fysisk aktivitet", "Sang og musikk"]
    assert titles_ == ["Slik bruker dere heftet", "Bevis", *chapters, "Helt gratis", "Register A–Å", "Om heftet"]


def test_a_booklet_of_walks_without_chapters_has_a_legend_and_the_table_of_access() -> None:
    parts = parts_of(press(document(Walk, "turen", toalett="ja"), utvalg={"type": "turer"}))

    assert [part.kind for part in parts] == ["prose", "legend", "walks", "access", "index", "colophon"]


def test_preface_and_colophon_are_printed_where_the_editor_lists_only_chapters() -> None:
    parts = parts_of(press(DANCE, forord="Velkommen.", kapitler=[{"utvalg": {"type": "aktiviteter"}}]))

    assert [part.kind for part in parts] == ["prose", "entries", "colophon"]


def test_a_chapter_may_be_a_page_of_prose_or_words_of_its_own() -> None:
    page = document(Page, "bevis", tittel="Ledsagerbevis", ingress="Kort sagt.", tekst="Du betaler.")
    chapters = [{"del": "bevis"}, {"tittel": "Hei", "tekst": "Noen **ord**."}, {"del": "finnes-ikke"}]

    parts = parts_of(press(page, kapitler=chapters))

    assert [(part.kind, part.title, part.lead) for part in parts[:2]] == [
        ("prose", "Ledsagerbevis", "Kort sagt."),
        ("prose", "Hei", None),
    ]


def test_thumb_tabs_are_numbered_from_the_top_and_prose_has_none() -> None:
    parts = parts_of(press(DANCE, CHOIR))

    assert [part.tab for part in parts] == [None, 0, 1, 2, 3, None]


def test_subcategories_become_sections_after_what_belongs_to_the_chapter_itself() -> None:
    walk_fit = document(Activity, "tren", kategorier=["fysisk_aktivitet"])
    sight = document(Place, "borg", kategorier=["severdigheter"])
    parts = parts_of(press(DANCE, walk_fit, sight, kapitler=[{"utvalg": {"kategorier": ["fysisk_aktivitet"]}}]))

    content = parts[0].content
    assert isinstance(content, Chapter)
    assert [section.title for section in content.sections] == [None, "Dans"]


@pytest.mark.parametrize(("price", "lead"), [("gratis", "Gaven viser det som er gratis."), ("60", None)])
def test_a_register_explains_the_gift_only_where_there_is_one(price: str, lead: str | None) -> None:
    parts = parts_of(press(document(Activity, "noe", pris=price)))

    assert [part.lead for part in parts if part.kind == "index"] == [lead]


def notices(text: str) -> list[str | None]:
    """The notices of a chapter with this text, of three groups of 2011 and one of 2012."""
    groups = [document(Group, f"gruppe-{at}", melding="Fra omtrent 2011. Spør.") for at in range(3)]
    last = document(Group, "nyere", melding="Fra omtrent 2012. Spør.")
    chapter = parts_of(press(*groups, last, kapitler=[{"utvalg": {"type": "grupper"}, "tekst": text}]))[0].content
    assert isinstance(chapter, Chapter)
    return [item.notice for item in chapter.sections[0].entries if isinstance(item, Item)]


def test_a_notice_of_many_entries_whose_year_the_chapter_tells_keeps_its_year_and_leaves_the_advice() -> None:
    """Who opens the book in the middle of a chapter must still see how old it is."""
    assert notices("Alt er fra omtrent 2011 og 2012.") == [*3 * ["Fra omtrent 2011."], "Fra omtrent 2012. Spør."]
    assert notices("Gamle grupper.")[0] == "Fra omtrent 2011. Spør."


def test_a_booklet_whose_selection_is_empty_says_so() -> None:
    parts = parts_of(press(DANCE, utvalg={"type": "turer"}, kapitler=[{"utvalg": {"type": "turer"}}]))

    assert [part.title for part in parts] == ["Ingen oppføringer ennå", "Om heftet"]


def test_every_fixed_part_that_an_editor_may_name_can_be_printed() -> None:
    assert tuple(FIXED) == FIXED_PARTS
