"""Search: what an index holds, how words are compared, and where compounds are joined."""

import re
from collections.abc import Iterator

import pytest

from booklet_samples import document, words
from hefte.model import Walk
from hefte.search.index import base36, index
from hefte.search.joints import Joiner
from hefte.search.letters import STOPPED, fold, root, words_of
from hefte.search.said import KIND, LEAD, TITLE, Said, said_of
from hefte.search.scripts import BLOCKS, ENTRIES_IN_ONE, scripts
from hefte.search.synonyms import synonym_groups
from website_samples import catalogue_of, made, outputs_of, rules, site_of

WALK = Walk.model_validate(
    {
        "id": "strandpromenaden",
        "tittel": {"nb": "Strandpromenaden", "en": "The seafront walk"},
        "ingress": "Flat start langs vannet.",
        "kategorier": ["natur_og_friluftsliv"],
        "temaord": ["utsikt"],
        "kommune": "9999",
        "egnet": {"hc_toalett": "ja", "rolig": "nei"},
        "pris": "gratis",
        "barnevogn": "ja",
    }
)


def _said(walk: Walk = WALK, language: str = "nb") -> tuple[Said, ...]:
    return tuple(said_of(walk, catalogue_of(walk), words(language), rules()))


@pytest.mark.parametrize("typed", ["Svømmehall", "svommehall", "svoemmehall", "SVØMMEHALL"])
def test_letters_may_be_typed_without_a_norwegian_keyboard(typed: str) -> None:
    assert fold(typed) == "svommehall"


@pytest.mark.parametrize(
    "forms",
    [
        ("tur", "turer", "turene", "turane", "turen"),
        ("svomme", "svomming", "svommer"),
        ("sykkel", "sykler", "sykle", "sykkelen"),
        ("museum", "museet", "museer"),
        ("konsert", "konserter", "konserten"),
        ("kafe", "kafeer", "kafeen"),
        ("bok", "boker", "bokene"),
        ("rom", "rommet", "rommene"),
    ],
)
def test_the_forms_of_a_word_have_one_root(forms: tuple[str, ...]) -> None:
    assert len({root(form) for form in forms}) == 1


def test_words_that_differ_keep_their_own_root() -> None:
    assert len({root(word) for word in ("tur", "teater", "kino", "bad", "fugl", "film")}) == 6


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("svommehall", ("svomme", "hall")),
        ("rullestoldans", ("rulle", "stol", "dans")),
        ("turgruppa", ("tur", "gruppa")),
        ("byferga", ("by", "ferga")),
        ("kultur", ("kultur",)),
        ("parkering", ("parkering",)),
        ("sommeren", ("sommeren",)),
    ],
)
def test_a_compound_is_joined_where_both_sides_are_words(word: str, parts: tuple[str, ...]) -> None:
    joiner = Joiner({"svomming", "dans", "ferga", "parkere", "gruppe"})

    assert joiner.parts(word) == parts


def test_the_title_weighs_most_and_other_languages_are_found_too() -> None:
    weights = {word: said.weight for said in reversed(_said()) for word in words_of(said.text)}

    assert weights["strandpromenaden"] == TITLE
    assert weights["tur"] == TITLE
    assert weights["utsikt"] == KIND
    assert weights["vannet"] == LEAD
    assert weights["seafront"] == LEAD


def test_facts_are_found_where_the_answer_is_yes() -> None:
    found = {word for said in _said() for word in words_of(said.text)}

    assert {"hc", "toalett", "gratis", "barnevogn"} <= found
    assert "rolig" not in found


def test_an_index_tells_each_row_and_its_weight() -> None:
    rows = [(Said(LEAD, "Vi synger"),), (Said(TITLE, "Sangen"),), (Said(TITLE, "Vi synger sanger"),)]

    lines = {line.words: line.entries for line in index(rows)}

    assert lines == {
        "sang:en,er": f"{base36(1 * 5 + 0)},{base36(2 * 5 + TITLE)}",
        "syng:er": f"{LEAD} {base36(2 * 5 + 1)}",
    }


def test_words_that_say_nothing_are_left_out() -> None:
    lines = index([(Said(LEAD, "en og av i på det"),)])

    assert not lines
    assert {"og", "pa", "ikkje", "the"} <= STOPPED


def test_synonyms_are_compared_by_their_roots() -> None:
    groups = synonym_groups(["kino, film, levende bilder", "sang = song", "alene"])

    assert groups == (f"kino,film,{root('levende')} bild", "=sang,song")


@pytest.mark.parametrize("number", [0, 35, 36, 1295, 46656])
def test_numbers_are_written_in_base_36(number: int) -> None:
    assert int(base36(number), 36) == number


def test_many_entries_come_in_blocks_and_few_in_one() -> None:
    lines = index([(Said(TITLE, f"ord{number}"),) for number in range(200)])

    few = scripts(lines, (), ENTRIES_IN_ONE)
    many = scripts(lines, (), ENTRIES_IN_ONE + 1)

    assert few.blocks == ()
    assert len(many.blocks) == BLOCKS
    assert len(many.first) < len(few.first)
    assert sum(block.count(";") for block in many.blocks) == len(lines)


def test_nothing_in_an_index_ends_its_script() -> None:
    script = scripts((), ["</script>\u2028"], 1).first

    assert "</script" not in script
    assert "\u2028" not in script


def test_a_site_publishes_its_index_and_its_rows_beside_each_other() -> None:
    outputs = outputs_of(site_of(WALK, synonymer=["kino, film"]))

    assert "strand-promenad:en" in made(outputs["assets/search-nb.js"])
    assert '[["turer/strandpromenaden.html","Strandpromenaden"' in made(outputs["assets/rows-nb-0.js"])


def test_the_device_and_the_index_leave_out_the_same_words() -> None:
    from hefte.doors.package import templates

    script = (templates() / "website/js/search.js").read_text("utf-8")

    listed = re.search(r"STOP = /\^\(\?:(.*?)\)\$/", script)

    assert listed is not None
    assert set(listed[1].split("|")) == STOPPED


def test_a_toilet_that_falls_short_when_measured_is_not_found_as_one_for_wheelchairs() -> None:
    ticked = {"lengde": "2 km", "egnet": {"hc_toalett": "ja"}}
    measured = {**ticked, "toalett": {"hc": "nei"}}

    found = [" ".join(row.text for row in walk_said(**fields)) for fields in (ticked, measured)]

    assert ["HC-toalett" in text for text in found] == [True, False]


def walk_said(**fields: object) -> Iterator[Said]:
    walk = document(Walk, "runden", **fields)
    return said_of(walk, catalogue_of(walk), words(), rules())
