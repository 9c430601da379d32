"""The finder's filters: what every entry answers, that nobody's guess is an answer, and the table they travel in."""

import json
from collections.abc import Mapping
from typing import Any, cast

import pytest

import hefte.catalogue
from booklet_samples import MEASURED, document
from hefte.finder.facets import FACETS
from hefte.finder.look import look
from hefte.finder.table import table
from hefte.language import LANGUAGES
from hefte.model import Activity, Entry, Event, Group, Organisation, Page, Place, Walk
from hefte.search.letters import root
from hefte.website.chips import wheelchair_chip
from hefte.website.told import told_ids
from website_samples import catalogue_of, links_of, made, outputs_of, page_of, plain, rules, site_of, text_of, words

UNSURE = [{"nett": "https://eksempel.no", "sikkerhet": "usikker"}]
PLACE: dict[str, object] = {"navn": "Torget", "lat": "59.2", "lon": "10.9"}


ONLY_WALKS = {"rekkevidde", "klasse", "gradering", "rullator", "barnevogn", "sykkel", "broytet"}
"""Filters that other entries are not about."""

NOT_ASKED = {"slag", "kategori", "kommune", *ONLY_WALKS}


def answers(entry: Entry, *others: Entry) -> Mapping[str, list[str]]:
    """What an entry answers each filter, by the code of the filter."""
    seen = look(entry, catalogue_of(entry, *others), rules())
    return {facet.code: list(facet.read(seen)) for facet in FACETS}


def activity(**fields: object) -> Activity:
    return document(Activity, "bading", **fields)


@pytest.mark.parametrize(
    ("price", "card", "expected"),
    [
        ("gratis", None, ["gratis", "under-50", "under-100", "under-200", "under-500"]),
        ("60", "ja", ["under-100", "under-200", "under-500"]),
        ("60", "nei", ["under-200", "under-500"]),
        ("60", "rabatt", ["vet-ikke"]),
        ("60", None, ["under-200", "under-500", "vet-ikke"]),
        ("600", "ja", []),
        (None, None, ["vet-ikke"]),
    ],
)
def test_the_price_for_two_with_a_card_is_what_is_sure(
    price: str | None, card: str | None, expected: list[str]
) -> None:
    stated = {"pris": price, "ledsagerbevis": card}

    found = answers(activity(**{key: value for key, value in stated.items() if value}))

    assert found["pris"] == expected


def test_what_is_free_on_conditions_is_not_promised_as_free_and_its_card_says_the_condition() -> None:
    entry = activity(pris={"kr": "0", "vilkår": "Dere betaler for deler."})

    found = text_of(page_of(site_of(entry), "aktiviteter/index.html"))

    assert answers(entry)["pris"] == ["vet-ikke"]
    assert "Gratis. Dere betaler for deler." in found


def test_the_price_without_a_card_is_for_both() -> None:
    assert answers(activity(pris="60", ledsagerbevis="ja"))["pris-uten"] == ["under-200", "under-500"]


def test_what_nobody_has_said_is_the_third_answer_in_every_filter() -> None:
    found = answers(activity())

    said = {code for code, answer in found.items() if "vet-ikke" not in answer}
    assert said == NOT_ASKED


def test_what_a_source_is_unsure_of_answers_neither_yes_nor_no() -> None:
    stated = {
        "pris": "gratis",
        "ledsagerbevis": "ja",
        "egnet": {"rullestol_inn": "ja", "hc_toalett": "nei", "teleslynge": "ja"},
        "målgruppe": {"alder": "13-25", "for": ["ungdom"]},
        "inne_ute": "inne",
        "energi": "rolig",
        "sesong": "helår",
        "varighet_min": "60",
        "tilrettelagt": "ja",
        "påmelding": "nei",
        "ledige_plasser": "ja",
        "transport": {"holdeplass": {"navn": "Torget", "m": "100"}},
    }

    found = answers(activity(**stated, kilde=UNSURE))

    certain = {code: answer for code, answer in found.items() if answer != ["vet-ikke"]}
    assert certain.keys() == NOT_ASKED


def test_an_activity_answers_what_it_says() -> None:
    found = answers(
        activity(
            egnet={"rullestol_inn": "delvis", "hc_toalett": "nei"},
            målgruppe={"alder": "13-25"},
            inne_ute="begge",
            energi="høy",
            sesong="helår",
            varighet_min="90",
            tilrettelagt="eget_tilbud",
            påmelding="ja",
            ledige_plasser="venteliste",
            transport={"holdeplass": {"navn": "Torget", "m": "300"}},
        )
    )

    assert (found["rullestol"], found["hc-toalett"], found["heis"]) == (["delvis"], ["nei"], ["vet-ikke"])
    assert (found["alder"], found["inne-ute"], found["energi"]) == (["13", "18"], ["inne", "ute"], ["hoy"])
    assert (found["sesong"], found["varighet"]) == (["var", "sommer", "host", "vinter"], ["61"])
    assert (found["tilrettelagt"], found["drop-in"], found["ledig"]) == (["eget-tilbud"], ["nei"], ["delvis"])
    assert found["holdeplass"] == ["inntil-500", "inntil-1000"]


def test_the_venue_answers_where_the_entry_is_silent() -> None:
    venue = document(Place, "badet", hc_toalett="ja", område="Holmen")

    found = answers(activity(sted="badet"), venue)

    assert (found["hc-toalett"], found["omrade"]) == (["ja"], ["holmen"])


def walk(*stretches: Mapping[str, object], **fields: object) -> Walk:
    return document(Walk, "runden", strekninger=list(stretches), **fields)


EASY = {"fra_m": "0", "til_m": "1200", **MEASURED}
UNMEASURED = {"fra_m": "1200", "til_m": "3000"}


def test_a_walk_answers_by_what_is_measured() -> None:
    whole, partly, nobody = answers(walk(EASY)), answers(walk(EASY, UNMEASURED)), answers(walk())

    assert (whole["rullestol"], whole["rekkevidde"]) == (["ja"], ["hele", "minst-500", "minst-1000"])
    assert (whole["klasse"], whole["drop-in"]) == (["tilgjengelig"], ["ja"])
    assert (partly["rullestol"], partly["rekkevidde"]) == (["delvis"], ["minst-500", "minst-1000", "vet-ikke"])
    assert partly["klasse"] == ["vet-ikke"]
    assert (nobody["rullestol"], nobody["rekkevidde"], nobody["klasse"]) == (["vet-ikke"], ["vet-ikke"], ["vet-ikke"])


def test_a_walk_that_stops_at_once_is_a_known_no() -> None:
    steep = walk({**EASY, "stigning": "20 %"})

    assert answers(steep)["rullestol"] == ["nei"]


@pytest.mark.parametrize(
    ("before", "chip"),
    [({}, ("nei", "Rullestol: stopper senest etter 1,2 km")), (MEASURED, ("delvis", "Rullestol: de første 1,2 km"))],
)
def test_card_filter_and_class_agree_on_a_walk_that_surely_stops(
    before: Mapping[str, object], chip: tuple[str, str]
) -> None:
    """Nobody knows the first part or all of it is easy: either way there are steps behind it."""
    steps = {"fra_m": "1200", "til_m": "3000", "hinder": [{"type": "trapp"}]}
    entry = walk({"fra_m": "0", "til_m": "1200", **before}, steps)

    status, said = wheelchair_chip(site_of(entry), entry)[:2]

    assert (status, plain(said.replace("\xa0", " "))) == chip
    assert answers(entry)["rullestol"] == [status]
    assert answers(entry)["klasse"] == ["ikke"]


def test_a_filter_about_something_else_has_no_answer() -> None:
    assert answers(document(Organisation, "laget"))["ledig"] == []
    assert answers(document(Group, "gruppa", ledig="nei"))["ledig"] == ["nei"]


def test_a_category_is_found_under_those_above_it() -> None:
    settings = [{"kode": "bevegelse", "navn": "Bevegelse"}, {"kode": "idrett", "navn": "Idrett", "under": "bevegelse"}]
    entry = activity()
    seen = look(entry, catalogue_of(entry, kategorier=settings), rules())

    found = next(facet for facet in FACETS if facet.code == "kategori").read(seen)

    assert list(found) == ["idrett", "bevegelse"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_filter_has_its_words_in_every_language(language: str) -> None:
    spoken = words(language)

    silent = [
        key for facet in FACETS for key in (facet.label, *(one.label for one in facet.options)) if not spoken.has(key)
    ]

    assert not silent, f"{language} has no words for {silent}. Did you add a filter? Then say it in every language."


def test_every_answer_is_one_of_the_choices() -> None:
    from booklet_samples import TESTS
    from hefte.doors.build import look_through
    from website_samples import TODAY

    catalogue = look_through(TESTS / "eksempelvik", TODAY).catalogue
    assert catalogue is not None

    strange = {
        (facet.code, code)
        for entry in catalogue.shown
        for facet in FACETS
        if facet.options
        for code in set(facet.read(look(entry, catalogue, rules()))) - {option.code for option in facet.options}
    }

    assert strange == set()


def _table(*entries: Entry) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads(json.dumps(table(catalogue_of(*entries), rules()))))


def test_the_table_tells_each_row_by_what_occurs() -> None:
    free, dear = document(Activity, "a", pris="gratis"), document(Activity, "b", pris="60", ledsagerbevis="ja")

    price = _table(free, dear, document(Activity, "c", pris="gratis"))["facets"][0]

    assert price["code"] == "pris"
    assert price["distinct"] == [[0, 1, 2, 3, 4], [2, 3, 4]]
    assert price["rows"] == "010"


def test_a_column_that_says_one_thing_only_says_it_once() -> None:
    kinds = next(one for one in _table(activity())["facets"] if one["code"] == "slag")

    assert kinds["rows"] == ""


def test_times_are_days_since_the_first_in_runs() -> None:
    weekly = activity(når=[{"dag": "tirsdag", "kl": "18-20", "til": "2026-12-15"}])
    once = document(Event, "fest", start="2026-12-05 21:00")

    times = _table(weekly, once, document(Walk, "tur"), document(Group, "klubb"))["times"]

    assert times["days"] == ["3 7*3", "14"]
    assert times["distinct"] == [[0, [0, 1080, 1200]], [0, [1, 1260]], [1], [2]]


def test_what_is_closed_paused_or_called_off_is_told_by_its_row() -> None:
    begins = "2026-12-05 21:00"
    catalogue = catalogue_of(
        document(Walk, "stengt", melding="Brua er stengt."),
        document(Walk, "open"),
        activity(status="pause"),
        document(Event, "avlyst", start=begins, avlyst="ja"),
        document(Event, "vanlig", start=begins),
    )

    stopped = cast("list[int]", table(catalogue, rules())["stopped"])

    told = {row.id for number, row in enumerate(catalogue.rows) if number not in stopped}
    assert told == {"open", "vanlig"}


def test_positions_and_days_since_checking_are_told_once_for_all_languages() -> None:
    here = activity(sted=PLACE, kontrollert="2026-11-20")

    found = _table(here, document(Activity, "b"))

    assert found["points"]["distinct"] == [0, [1492000, 1909000]] or found["points"]["distinct"] == [
        [1492000, 1909000],
        0,
    ]
    assert sorted(found["checked"]["distinct"]) == [-1, 2]


def test_the_table_is_one_file_and_the_same_every_time() -> None:
    def script(language: str) -> dict[str, str]:
        outputs = outputs_of(site_of(activity(pris="gratis"), language=language))
        return {path: made(output) for path, output in outputs.items() if "table" in path}

    assert list(script("nb")) == ["assets/table.js"]
    assert script("nb") == script("nb")
    assert script("nn") == {}


def test_the_page_has_the_filters_that_tell_entries_apart() -> None:
    page = page_of(
        site_of(activity(pris="gratis", egnet={"heis": "ja"}), document(Activity, "b", pris="60")), "finn.html"
    )

    assert 'data-facet="pris"' in page
    assert 'data-facet="heis"' in page
    assert 'data-facet="teleslynge"' not in page
    assert 'data-facet="energi"' not in page
    assert "assets/table.js" in set(links_of(page))


def test_a_reader_may_measure_from_an_area_and_from_a_place() -> None:
    place = document(Place, "torget", sted=PLACE, område="Holmen")

    page = page_of(site_of(place), "finn.html")

    assert '<option value="omrade/holmen" data-at="59.2000,10.9000">Holmen</option>' in page
    assert '<option value="steder/torget" data-at="59.2000,10.9000">Torget</option>' in page


def test_who_finds_nothing_is_led_to_the_pages_that_explain() -> None:
    about = document(Page, "slik-bruker-dere-siden", tittel="Slik bruker dere siden", tekst="For støttekontakter.")

    page = page_of(site_of(activity(), about), "finn.html")

    empty = page.partition("finder__empty")[2].partition("find__lists")[0]
    assert "sider/slik-bruker-dere-siden.html" in empty
    assert "Disse sidene forklarer mer" in text_of(empty)
    assert "finder__empty" in page_of(site_of(activity()), "finn.html")
    assert "Disse sidene forklarer mer" not in page_of(site_of(activity()), "finn.html")


def test_a_service_without_a_phone_may_be_written_to() -> None:
    by_mail = site_of(activity(), kontakt={"epost": "post@eksempel.no"})

    assert "Skriv og spør oss" in text_of(page_of(by_mail, "finn.html"))
    assert "Ring og spør oss" in text_of(page_of(site_of(activity()), "finn.html"))


def test_a_row_is_the_card_with_its_notice_and_its_languages() -> None:
    closed = document(
        Walk, "turen", tittel={"nb": "Turen", "en": "The walk"}, melding={"nb": "Brua er stengt.", "en": "Closed."}
    )

    rows = made(outputs_of(site_of(closed, language="en"))["assets/rows-en-0.js"])

    row = json.loads(rows[rows.index("(") + 1 : rows.rindex(")")])["rows"][0]
    assert row[:3] == ["turer/turen.html", "The walk", "Kom som dere er."]
    assert row[9:] == ["Closed.", ["", "nb"]]


def test_a_large_catalogue_is_searched_filtered_shown_and_told_in_one_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hefte.catalogue, "ROWS_FOR_ALL", 3)
    areas = {"Bading": "Vågen", "Dans": "Øra", "Fiske": "Vågen", "Karate": "Øra", "Maling": "Vågen"}
    entries = [
        document(Activity, title.lower(), tittel=title, område=area, sted={**PLACE, "lat": f"59.{number}"})
        for number, (title, area) in enumerate(areas.items(), 1)
    ]

    outputs = outputs_of(site_of(*entries))

    told = [row["title"] for row in handed_over(made(outputs["assets/told-nb-0.js"]))["rows"]]
    ids = handed_over(made(told_ids(catalogue_of(*entries)))).split("\n")
    cards = [row[1] for row in handed_over(made(outputs["assets/rows-nb-0.js"]))["rows"]]
    filters = handed_over(made(outputs["assets/table.js"]))
    assert told == ["Dans", "Karate", "Bading", "Fiske", "Maling"]
    assert cards == told == [identity.partition("/")[2].capitalize() for identity in ids]
    assert areas_in(filters) == ["ora", "ora", "vagen", "vagen", "vagen"]
    places = [filters["points"]["distinct"][int(one)][0] for one in filters["points"]["rows"]]
    assert places == [(90 + 59) * 10_000 + tenths * 1_000 for tenths in (2, 4, 1, 3, 5)]
    index = handed_over(made(outputs["assets/search-nb.js"]))
    assert [row_of(title, index) for title in told] == [0, 1, 2, 3, 4]


def handed_over(script: str) -> Any:  # noqa: ANN401  # whatever the script's file holds
    """The value that a script hands to the page."""
    return json.loads(script[script.index("(") + 1 : script.rindex(")")])


def areas_in(filters: Mapping[str, Any]) -> list[str]:
    """The area of each row of the table."""
    (column,) = [facet for facet in filters["facets"] if facet["code"] == "omrade"]
    return [column["options"][column["distinct"][int(one, 36)][0]] for one in column["rows"]]


def row_of(title: str, index: Mapping[str, str]) -> int:
    """The row that the index finds for a title of one word."""
    heads = [line.partition(":")[0].replace("-", "") for line in index["words"].split(";")]
    entries = index["entries"].split(";")[heads.index(root(title.lower()))]
    return int(entries.partition(",")[0], 36) // 5


def test_between_room_and_no_room_is_a_waiting_list() -> None:
    (facet,) = (facet for facet in FACETS if facet.code == "ledig")

    assert [words().say(option.label) for option in facet.options] == ["Ja", "Venteliste", "Vet ikke", "Nei"]


@pytest.mark.parametrize(
    ("fields", "code", "expected"),
    [
        ({"rullator": "ja"}, "rullator", ["ja"]),
        ({"barnevogn": "delvis"}, "barnevogn", ["delvis"]),
        ({"sykkel": "nei"}, "sykkel", ["nei"]),
        ({"gradering": "rød"}, "gradering", ["rod"]),
        ({"vinter": {"brøytet": "ja"}}, "broytet", ["ja"]),
        ({"vinter": {"strødd": "ja"}}, "broytet", ["vet-ikke"]),
        ({}, "rullator", ["vet-ikke"]),
        ({"rullator": "ja", "kilde": UNSURE}, "rullator", ["vet-ikke"]),
        ({"vinter": {"brøytet": "ja"}, "kilde": UNSURE}, "broytet", ["vet-ikke"]),
    ],
)
def test_what_only_walks_have_is_asked_of_walks(fields: dict[str, object], code: str, expected: list[str]) -> None:
    assert answers(document(Walk, "tur", **fields))[code] == expected
