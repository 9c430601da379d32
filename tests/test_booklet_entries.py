"""What is said of an entry in print: facts first, nothing invented, unknown never as yes or no."""

import json
from typing import Any

import pytest

from booklet_samples import MEASURED, document, press, words
from hefte.assessment.rules import Measure
from hefte.assessment.telling import without_limits
from hefte.booklet.chapters import parts_of
from hefte.booklet.entries import item_of
from hefte.booklet.letters import plain
from hefte.booklet.make import volume_of
from hefte.booklet.matter import legend, sample_notice
from hefte.booklet.pieces import Chip, Line
from hefte.booklet.press import Press
from hefte.booklet.registers import access_table, alphabet, free_page, lists_by_whom
from hefte.booklet.volume import FreePage, Item, Trip
from hefte.booklet.walks import trip_of
from hefte.model import Activity, Document, Event, Group, Organisation, Place, Walk

pytestmark = pytest.mark.slow

CHECKED = {"dato": "2026-10-14"}
ADDRESS = {"adresse": "https://aktiv.eksempel.no/"}


def item(made: Press) -> Item:
    return item_of(next(iter(made.catalogue.entries)), made)


def printed(kind: type[Document], **fields: object) -> Item:
    return item(press(document(kind, "noe", **fields)))


def trip(language: str = "nb", **fields: object) -> Trip:
    made = press(document(Walk, "turen", **fields), language=language)
    walk = made.catalogue.all(Walk)[0]
    return trip_of(walk, 1, made)


def told(lines: tuple[Line, ...]) -> dict[str, str]:
    return {line.label: line.value for line in lines}


def test_what_nobody_knows_of_wheelchair_and_toilet_is_one_chip_that_says_so() -> None:
    made = printed(Activity, område="Vågen")

    assert made.chips == (Chip("unknown", "Rullestol inn og HC-toalett: vet ikke"),)


def test_nothing_is_said_of_access_where_there_is_nowhere_to_go_and_nobody_has_told() -> None:
    assert printed(Activity).chips == ()
    assert printed(Activity, egnet={"hc_toalett": "ja"}).chips == (Chip("yes", "HC-toalett"),)


def test_a_bare_name_means_yes_and_every_other_answer_is_said() -> None:
    made = printed(Activity, egnet={"rullestol_inn": "ja", "hc_toalett": "nei", "teleslynge": "delvis"})

    assert made.chips == (
        Chip("yes", "Rullestol inn"),
        Chip("no", "HC-toalett: nei"),
        Chip("partly", "Teleslynge: delvis"),
    )


def test_a_walk_among_other_offers_tells_its_length_and_how_far_a_wheelchair_gets() -> None:
    walk = document(Walk, "turen", lengde="1 km", strekninger=[MEASURED | {"fra_m": 0, "til_m": 1000}])
    made = press(walk, document(Activity, "noe"))

    parts = volume_of(made).parts

    sections = [section for part in parts if part.kind == "entries" for section in part.content.sections]
    among = next(one for section in sections for one in section.entries if one.label.endswith("turen"))
    assert told(among.facts)["Lengde"].replace("\N{NO-BREAK SPACE}", " ") == "1 km"
    assert among.chips[0] == Chip("yes", "Rullestol: hele turen")
    assert among.icon == "route"


def test_an_event_whose_day_nobody_knows_says_so_in_print() -> None:
    (when, *_) = printed(Event, når={"merknad": "sist 2022"}).facts

    assert (when.label, when.value, when.known) == ("Når", "Dato ikke kjent, sist 2022", False)


def test_unknown_facts_are_not_listed_one_by_one() -> None:
    made = printed(Activity)

    assert made.facts == ()


def test_a_fact_from_an_unsure_source_says_so() -> None:
    source = {"nett": "https://eksempel.no", "sikkerhet": "usikker", "gjelder": ["målgruppe"]}
    made = printed(Activity, målgruppe={"for": "eldre"}, kilde=[source])

    assert told(made.facts) == {"Passer for": "Eldre (usikkert)"}


def test_a_house_number_does_not_begin_a_line_and_the_town_is_left_out() -> None:
    made = printed(Activity, sted={"navn": "Hallen", "adresse": "Badeveien 3", "postnr": "1601", "poststed": "Vik"})

    assert told(made.facts)["Sted"] == "Hallen, Badeveien\u00a03"


def test_the_dates_of_an_activity_go_on_in_the_sentence_that_tells_its_days() -> None:
    made = printed(Activity, når={"hver": "år", "fra": "2022-05-10"})

    assert told(made.facts)["Når"] == "10.\u00a0mai hvert år, fra 10.\u00a0mai 2022"


def test_the_date_of_checking_is_told_or_that_nobody_has_checked() -> None:
    without = printed(Activity).checked
    with_date = printed(Activity, kontrollert={"dato": "2026-10-14", "av": "Kari i tjenesten"}).checked

    assert (without.known, without.text) == (False, "Ikke kontrollert")
    assert (with_date.known, with_date.text) == (True, "Kontrollert 14.\u00a0oktober 2026 av Kari i tjenesten")


def test_without_an_address_there_is_no_code() -> None:
    made = printed(Activity)

    assert (made.url, made.qr, made.address) == (None, None, None)


def test_the_code_leads_to_the_entrys_own_page_in_the_booklets_language() -> None:
    entry = document(Activity, "noe")
    first = item(press(entry, settings=ADDRESS))
    second = item(press(entry, settings=ADDRESS, language="nn"))

    assert first.url == "https://aktiv.eksempel.no/aktiviteter/noe.html"
    assert second.url == "https://aktiv.eksempel.no/nn/aktiviteter/noe.html"
    assert first.qr is not None


def test_a_text_that_is_not_in_the_booklets_language_says_in_which_it_is() -> None:
    entry = document(
        Activity, "noe", tittel={"nb": "Kor", "nn": "Kor"}, ingress={"nb": "Syng med."}, beskrivelse="Hei."
    )

    made = item(press(entry, language="nn"))

    assert (made.language, made.lead_language, made.body_language) == ("nn", "nb", "nb")


def test_the_contact_is_printed_by_role_and_the_organiser_where_no_number_says_whom_one_reaches() -> None:
    club = document(Organisation, "laget", tittel="Laget")
    reached = document(Activity, "noe", arrangør="laget", kontakt={"rolle": "Lederen", "tlf": "69000000"})
    unreached = document(Activity, "annet", arrangør="laget")

    with_number = item(press(reached, club)).contact
    without = item(press(unreached, club)).contact

    assert told(with_number) == {"Ring": "69\u00a000\u00a000\u00a000 (Lederen)"}
    assert told(without) == {"Arrangør": "Laget", "Kontakt": "Vet ikke"}


def test_an_organiser_that_is_closed_is_not_printed() -> None:
    club = document(Organisation, "laget", tittel="Laget", status="nedlagt", kontakt={"tlf": "69000001"})

    assert told(item(press(document(Activity, "noe", arrangør="laget"), club)).contact) == {"Kontakt": "Vet ikke"}


def test_a_number_that_its_source_is_unsure_of_says_so_in_print() -> None:
    source = [{"sikkerhet": "usikker", "gjelder": ["kontakt"]}]

    (line,) = printed(Activity, kontakt={"tlf": "69 00 00 07"}, kilde=source).contact

    assert line.value.replace("\u00a0", " ") == "69 00 00 07 (usikkert)"


def test_the_services_own_number_is_not_repeated_under_every_entry() -> None:
    made = item(press(document(Activity, "noe"), settings={"kontakt": {"tlf": "69000000"}}))

    assert made.contact == ()


@pytest.mark.parametrize("fields", [{"arrangør": "tjenesten"}, {"påmelding": "ja"}])
def test_the_services_number_stands_where_it_arranges_or_where_one_must_get_in_touch_first(
    fields: dict[str, Any],
) -> None:
    service = document(Organisation, "tjenesten", kontakt={"tlf": "69000000"})
    made = press(document(Activity, "noe", **fields), service, settings={"kontakt": {"tlf": "69000000"}})

    shown = [item_of(entry, made) for entry in made.catalogue.entries]

    assert [told(one.contact) for one in shown] == 2 * [{"Ring": "69\u00a000\u00a000\u00a000"}]


def test_where_nobody_has_said_whom_to_call_it_says_so_and_of_a_place_or_a_walk_it_does_not() -> None:
    found = [printed(kind).contact for kind in (Activity, Group, Event, Organisation, Place, Walk)]

    assert [told(one) for one in found] == [*4 * [{"Kontakt": "Vet ikke"}], {}, {}]


def test_a_booklet_that_spans_several_municipalities_names_that_of_each_entry_once() -> None:
    here = document(Activity, "her", kommune="3107", sted={"navn": "Salen"})
    there = document(Activity, "der", kommune="3105", sted={"navn": "Sarpsborg hall"})
    nowhere = document(Activity, "ute", kommune="3105")
    entries = {"type": ["aktiviteter"]}

    several = [told(item_of(one, press(here, there, nowhere, utvalg=entries)).facts) for one in (here, there, nowhere)]
    alone = told(item_of(here, press(here, utvalg=entries)).facts)

    assert several == [{"Sted": "Salen, Fredrikstad"}, {"Sted": "Sarpsborg hall"}, {"Kommune": "Sarpsborg"}]
    assert alone == {"Sted": "Salen"}


def test_an_address_for_mail_or_a_page_serves_where_there_is_no_number() -> None:
    mail = printed(Activity, kontakt={"epost": "post@eksempel.no"}).contact
    page = printed(Activity, kontakt={"nett": "https://www.eksempel.no/om/"}).contact

    assert told(mail) == {"E-post": "post@eksempel.no"}
    assert told(page) == {"Nettside": "eksempel.no/om"}


@pytest.mark.parametrize(
    ("kind", "fields", "notice"),
    [
        (Activity, {"melding": "Stengt i mai."}, "Stengt i mai."),
        (Activity, {"status": "pause"}, "Har pause."),
        (Activity, {"status": "pause", "melding": "Pause til mai."}, "Pause til mai."),
        (Activity, {"status": "pause", "melding": "Ny leder."}, "Har pause.\nNy leder."),
        (Event, {"start": "2026-12-05 18:00", "avlyst": {"svar": "ja", "grunn": "Storm."}}, "Avlyst. Storm."),
        (
            Activity,
            {
                "når": {"dag": "torsdag"},
                "avlyst": {"dager": ["2026-12-24"], "grunn": "Senteret er stengt."},
                "flyttet": {"fra": "2026-12-17", "til": "2026-12-16", "grunn": "Julelunsj."},
            },
            (
                "Avlyst 24. desember: Senteret er stengt.\n"
                "Flyttet fra torsdag 17. desember til onsdag 16. desember. Julelunsj."
            ),
        ),
    ],
)
def test_what_must_be_known_first_stands_in_a_notice(kind: type[Document], fields: dict[str, Any], notice: str) -> None:
    assert (printed(kind, **fields).notice or "").replace("\xa0", " ") == notice


def test_a_short_description_is_printed_where_there_are_few_facts_and_a_long_one_is_cut_whole() -> None:
    short = printed(Activity, beskrivelse="Ta med sko.\n\n## Mer\n\nUt.")
    long = printed(Activity, beskrivelse="Ord. " * 100)

    assert [block.spans[0].text for block in short.blocks] == ["Ta med sko."]
    assert long.blocks == ()


def test_a_groups_doings_and_an_organisations_address_are_printed() -> None:
    group = printed(Group, aktiviteter=["turer", "kino", "bowling"])
    club = printed(Organisation, besøksadresse={"navn": "Huset", "adresse": "Torget 1"})

    assert "turer, kino og bowling" in told(group.facts).values()
    assert told(club.facts)["Besøksadresse"] == "Huset, Torget\u00a01"


def test_a_walk_that_nobody_has_measured_says_so_and_shows_no_reach() -> None:
    made = trip(lengde="1,2 km", egnet={"rolig": "ja"})

    assert made.item.chips == (Chip("yes", "Rolig"), Chip("unknown", "Rullestol og HC-toalett: vet ikke"))
    assert made.access_text == "Ikke målt: Ingen har målt hvor bredt, jevnt og bratt det er ennå."
    assert (made.measured, made.reaches, made.map, made.profile) == (False, (), None, None)


def test_a_persons_own_class_stands_beside_not_measured_with_its_author() -> None:
    judged = {"profil": "manuell_rullestol", "klasse": "delvis", "av": "Kommunen", "begrunnelse": "Bratt bakke."}
    made = trip(vurdering=judged)

    assert made.access_text is not None
    assert made.access_text.endswith("Vurdert av Kommunen, manuell rullestol: delvis tilgjengelig. Bratt bakke.")


def test_a_persons_own_class_is_told_apart_from_what_is_worked_out_from_measures() -> None:
    judged = {"profil": "manuell_rullestol", "klasse": "delvis"}
    made = trip(vurdering=judged, strekninger=[MEASURED | {"fra_m": 0, "til_m": 500}])

    assert made.access_text == (
        "Vurdert av en person, manuell rullestol: delvis tilgjengelig. "
        "«Hvor langt kommer vi?» er regnet ut fra det som er målt."
    )


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"underlag": "brostein"}, "Ikke målt: Ingen har målt hvor bredt og bratt det er ennå."),
        ({"egnet": {"rullestol_inn": "nei"}}, None),
        ({"egnet": {"rullestol_inn": "ja"}}, "Ikke målt: Ingen har målt hvor bredt, jevnt og bratt det er ennå."),
    ],
)
def test_what_is_known_is_not_said_to_be_unmeasured(fields: dict[str, Any], told: str | None) -> None:
    assert trip(**fields).access_text == told


def test_times_that_we_reckon_say_so_in_print() -> None:
    reckoned, stated = trip(lengde="2 km"), trip(lengde="2 km", varighet_rolig_min="50")

    label = "Omtrent så lang tid"
    assert (
        told(reckoned.item.facts)[label].replace("\xa0", " ")
        == "25 min til fots og 1 t i rolig tempo, regnet ut fra lengden"
    )
    assert "regnet ut" not in told(stated.item.facts)[label]


def test_the_length_is_shown_as_not_known_and_pace_and_climb_only_where_they_are() -> None:
    unknown = trip()
    known = trip(lengde="2 km", høydemeter="40")

    assert [(line.value, line.known) for line in unknown.key_facts] == [("Vet ikke", False)]
    assert [line.value for line in known.key_facts] == ["2\u00a0km", "1\u00a0t", "40\u00a0m"]


def test_what_a_source_is_unsure_of_is_marked_in_print_as_on_the_web() -> None:
    doubt = [{"navn": "En avis", "sikkerhet": "usikker", "gjelder": ["lengde", "strekninger", "toalett"]}]
    walk = document(
        Walk,
        "turen",
        lengde="2 km",
        høydemeter="40",
        strekninger=[MEASURED | {"fra_m": 0, "til_m": 2000}],
        toalett={"hc": "ja"},
        kilde=doubt,
    )
    made = press(walk)

    printed = trip_of(walk, 1, made)
    rows = access_table((walk, document(Walk, "annen", toalett="nei")), made).rows

    assert [line.value for line in printed.key_facts] == ["2\u00a0km (usikkert)", "1\u00a0t (usikkert)", "40\u00a0m"]
    assert all(reach.sentence.endswith("(usikkert)") for reach in printed.reaches)
    assert [chip.text for chip in printed.item.chips] == ["Rullestol og HC-toalett: vet ikke"]
    assert (rows[0].length, rows[0].wheelchair.state) == ("2\u00a0km (usikkert)", "unknown")
    assert rows[0].toilet == Chip("unknown", "Ja (usikkert)")


def test_a_measured_walk_tells_its_reach_and_its_bar_is_as_long_as_the_walk() -> None:
    rough = {"fra_m": 800, "til_m": 1200} | MEASURED | {"tilstand": "ujevnt", "dekke": "brostein"}
    made = trip(lengde="1,2 km", strekninger=[{"fra_m": 0, "til_m": 800} | MEASURED, rough], toalett="ja")

    assert made.item.chips[:2] == (Chip("partly", "Rullestol: 800\u00a0m"), Chip("yes", "HC-toalett"))
    assert made.reaches[0].sentence.startswith("De første 800\u00a0m.")
    assert sum(segment.length for segment in made.reaches[0].segments) == 1200
    assert [stretch.state for stretch in made.stretches] == ["yes", "no"]


def test_the_free_page_promises_nothing_that_is_not_sure() -> None:
    source = {"nett": "https://eksempel.no", "sikkerhet": "usikker", "gjelder": ["pris"]}
    sure = document(Activity, "sikker", pris="gratis", når={"dag": "tirsdag", "kl": "18"}, kontrollert=CHECKED)
    unsure = document(Activity, "usikker", pris="gratis", kilde=[source])
    parts = document(Activity, "verksted", pris={"kr": "0", "vilkår": "Dere betaler for deler."})
    made = press(sure, unsure, parts, document(Activity, "dyr", pris="60"))

    page = free_page(made.catalogue.entries, made)

    assert [(item.title, item.when) for item in page.items] == [("Sikker", "Tirsdag kl.\u00a018")]


def test_the_register_goes_from_a_to_the_last_letter() -> None:
    names = ("ål", "zorro", "aarhus", "ørret", "bake")
    made = press(*(document(Activity, f"nr-{at}", tittel=name) for at, name in enumerate(names)))

    letters = alphabet(made.catalogue.entries, made).letters

    assert [group.letter for group in letters] == ["B", "Z", "Ø", "Å"]
    assert [item.title for item in letters[-1].items] == ["ål", "aarhus"]


def test_lists_of_whom_something_suits_hold_only_what_is_known() -> None:
    adapted = document(Activity, "boccia", tilrettelagt="ja")
    old = document(Activity, "dans", målgruppe={"alder": "67+"})
    young = document(Activity, "turn", målgruppe={"alder": "6-12"})
    open_door = document(Place, "hallen", egnet={"rullestol_inn": "ja"})
    made = press(adapted, old, young, open_door, document(Activity, "annet", tilrettelagt="nei"))

    lists = lists_by_whom(made.catalogue.entries, made)

    found = {group.letter: [item.title for item in group.items] for group in lists.letters}
    assert found == {
        "Spesielt tilrettelagt": ["Boccia"],
        "Med rullestol inn": ["Hallen"],
        "For eldre": ["Dans"],
        "For barn og unge": ["Turn"],
    }


def test_the_table_of_access_shows_what_nobody_knows_as_such() -> None:
    made = press(document(Walk, "turen"), document(Walk, "annen", lengde="900 m", toalett="nei"))

    rows = access_table(made.catalogue.entries, made).rows

    assert [(row.title, row.length, row.toilet.state) for row in rows] == [
        ("Annen", "900\u00a0m", "no"),
        ("Turen", None, "unknown"),
    ]
    assert {row.wheelchair for row in rows} == {Chip("unknown", "Vet ikke")}


def test_the_legend_shows_every_line_that_is_drawn_in_the_words_of_the_website() -> None:
    parts = [
        MEASURED,
        MEASURED | {"tverrfall": "8 %"},
        MEASURED | {"tilstand": "ujevnt"},
        MEASURED,
        {"dekke": "grus"},
    ]
    stretches = [part | {"fra_m": 100 * at, "til_m": 100 * at + 100} for at, part in enumerate(parts)]
    walk = document(Walk, "turen", strekninger=stretches)

    found = legend((walk,), press(walk))

    assert [row.word for row in found.states] == ["Lett", "Tyngre", "Stopper", "Vet ikke"]
    assert [(row.state, row.text) for row in found.lines] == [
        ("yes", "Lett"),
        ("partly", "Tyngre"),
        ("no", "Stopper"),
        ("beyond", "Lett, men forbi hindringen"),
        ("unknown", "Vet ikke"),
    ]


def test_the_legend_explains_only_what_the_walks_of_the_booklet_show() -> None:
    plain_walk = document(Walk, "turen")
    graded = document(Walk, "annen", lengde="2 km", gradering="grønn", egnet={"rullestol_inn": "delvis"})

    bare, more = (legend((walk,), press(walk)) for walk in (plain_walk, graded))

    assert (bare.states, bare.lines) == ((), ())
    assert [block.spans[0].text.split()[0] for block in bare.blocks] == ["Fylt"]
    assert [block.spans[0].text.split()[0] for block in more.blocks] == ["Fylt", "Brunt", "Tidene", "Graderingen"]


def test_the_limits_are_told_once_before_the_walks_and_never_beside_a_measure() -> None:
    walk = document(Walk, "turen", strekninger=[MEASURED | {"fra_m": 0, "til_m": 500, "stigning": "9 %"}])
    made = press(walk)

    told_before = " ".join(span.text for block in legend((walk,), made).blocks for span in block.spans)
    trip_ = trip_of(walk, 1, made)

    assert "bakke 6,7 % og 8,6 %" in told_before.replace("\xa0", " ")
    assert "bredde 180 cm og 140 cm" in told_before.replace("\xa0", " ")
    assert trip_.reaches[0].sentence.replace("\xa0", " ").startswith("Stopper ved start. Grunn: bakke på 9 %.")
    assert plain(trip_.stretches[0].ground).replace("\xa0", " ") == "Grus · smalest 220 cm. Bakke på 9 %."


def test_a_narrow_stretch_that_is_easy_tells_its_passing_places_and_the_legend_what_they_are_for() -> None:
    narrow = MEASURED | {"bredde_cm": "130", "møteplasser": "ja", "fra_m": 0, "til_m": 500}
    crowded = MEASURED | {"bredde_cm": "150", "møteplasser": "nei", "fra_m": 500, "til_m": 900}
    walk = document(Walk, "turen", strekninger=[narrow, crowded])
    made = press(walk)

    rows = [(one.verdict, plain(one.ground).replace("\xa0", " ")) for one in trip_of(walk, 1, made).stretches]

    assert rows == [
        ("Lett", "Grus · smalest 130 cm · møteplasser · brattest 4 %"),
        ("Tyngre", "Grus · ingen møteplasser · brattest 4 %. 150 cm på det smaleste."),
    ]
    assert "Er det møteplasser, holder 120 cm bredde for «lett»." in legend_told(walk)


def test_the_legend_tells_of_passing_places_only_where_a_walk_does() -> None:
    wide = document(Walk, "turen", strekninger=[MEASURED | {"fra_m": 0, "til_m": 500}])

    assert "Grensene" in legend_told(wide)
    assert "møteplasser" not in legend_told(wide)


def legend_told(walk: Walk) -> str:
    return " ".join(span.text for block in legend((walk,), press(walk)).blocks for span in block.spans)


def test_the_toilet_of_a_walk_says_in_print_that_its_hours_are_when_it_is_open() -> None:
    made = trip(lengde="1 km", toalett={"hc": "ja", "avstand_m": "70", "åpent": "8–20"})

    hours = plain(told(made.item.facts)["HC-toalett"]).replace("\xa0", " ")

    assert hours == "Ja, 70 m fra start, åpent kl. 8–20"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_reason_on_the_way_can_be_told_without_its_limit(language: str) -> None:
    rules = press().rules
    facts = {test.fact for tests in rules.tests.values() for test in tests if isinstance(test, Measure)}
    spoken = without_limits(words(language), rules)

    told_ = [spoken.say(f"assessment.reason.{fact}", value="1", limit="2") for fact in facts]

    assert len(told_) > 2
    assert all("1" in text and "2" not in text and "(" not in text for text in told_)


def test_what_stands_in_brackets_in_a_name_is_kept_though_limits_are_not_told() -> None:
    parts = [MEASURED | {"navn": "Brua (høyst 3 tonn)"}, MEASURED | {"stigning": "12 %"}]
    stretches = [part | {"fra_m": 500 * at, "til_m": 500 * at + 500} for at, part in enumerate(parts)]

    sentence = trip(lengde="1 km", strekninger=stretches).reaches[0].sentence.replace("\xa0", " ")

    assert sentence.startswith("De første 500 m, Brua (høyst 3 tonn). Så stopper det: bakke på 12 %.")


def test_what_stands_with_the_key_facts_is_not_printed_twice() -> None:
    walk = trip(høydemeter="21", strekninger=[MEASURED | {"fra_m": "0", "til_m": "500"}])

    assert "Stigning" not in told((*walk.item.facts, *walk.more_facts))


@pytest.mark.parametrize(("known", "count"), [(0, 0), (1, 0), (2, 8)])
def test_a_table_of_access_is_printed_where_something_is_known_of_every_fourth_walk(known: int, count: int) -> None:
    walks = (document(Walk, f"tur-{at}", **({"toalett": "ja"} if at < known else {})) for at in range(8))
    made = press(*walks)

    assert len(access_table(made.catalogue.entries, made).rows) == count


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({}, words().say("booklet.sample")),
        ({"eksempelinnhold": {"svar": "ja", "tekst": "Eksempelinnhold: Alt er diktet."}}, "Alt er diktet."),
        ({"eksempelinnhold": "nei"}, None),
    ],
)
def test_the_cover_says_sample_content_until_the_settings_say_otherwise(
    settings: dict[str, Any], text: str | None
) -> None:
    notice = sample_notice(press(settings=settings))

    assert (notice.text if notice else None) == text


def test_a_volume_is_plain_data_in_every_language() -> None:
    for language in ("nb", "nn", "en"):
        data = plain(volume_of(press(document(Activity, "noe", pris="gratis"), language=language)))

        assert isinstance(data, dict)
        assert data["language"] == language


def test_an_address_is_named_at_the_foot_and_in_the_advice_about_the_code() -> None:
    volume = volume_of(press(document(Activity, "noe"), settings=ADDRESS | {"kontakt": {"tlf": "69000000"}}))

    assert volume.foot == "Utgave 22.\u00a0november 2026 · aktiv.eksempel.no"
    assert "Pek kameraet" in str(plain(volume.parts[0]))
    assert "69\u00a000\u00a000\u00a000" in json.dumps(plain(volume.parts[0]), ensure_ascii=False)


def test_a_free_page_without_anything_free_is_not_printed() -> None:
    parts = parts_of(press(document(Activity, "noe", pris="60")))

    assert not any(isinstance(part.content, FreePage) for part in parts)


def test_an_obstacle_in_print_tells_where_it_is_and_how_to_get_around_it() -> None:
    stairs = {"type": "trapp", "passerbar": "nei", "ved_m": "620", "merknad": "Ni trinn. Gå Tollbugata utenom."}
    made = trip(strekninger=[{**MEASURED, "fra_m": "0", "til_m": "800", "hinder": [stairs, "rot"]}])

    told = plain(made.stretches[0].ground).replace("\xa0", " ")
    assert told.endswith("Trapp (ved 620 m). Stopper hjul. Ni trinn. Gå Tollbugata utenom.")


def test_the_season_stands_after_the_hours_so_that_any_time_is_not_read_as_any_month() -> None:
    made = printed(Activity, når="alltid", sesong=["vår", "sommer"])

    assert list(told(made.facts).items()) == [("Når", "Når dere vil"), ("Årstid", "Vår og sommer")]


@pytest.mark.parametrize(("venue", "notice"), [("stranda", "Stranda: Rampa ligger på land."), ("annet", None)])
def test_what_a_venue_says_of_itself_stands_on_what_goes_on_there(venue: str, notice: str | None) -> None:
    beach = document(Place, "stranda", melding="Rampa ligger på land.")
    made = press(document(Activity, "bade", sted=venue), beach)

    assert item(made).notice == notice


@pytest.mark.parametrize(
    ("season", "state", "text"),
    [("mai til oktober", "partly", "HC-toalett: ja, mai til oktober"), ("Hele året", "yes", "HC-toalett")],
)
def test_a_toilet_that_is_open_part_of_the_year_says_so_wherever_it_is_ticked(
    season: str, state: str, text: str
) -> None:
    toilet = {"hc": "ja", "sesong": season}
    made = press(document(Walk, "turen", toalett=toilet))

    (row,) = access_table(made.catalogue.all(Walk), made).rows

    assert Chip(state, text) in trip(toalett=toilet).item.chips
    assert (row.toilet.state, row.toilet.text) == (state, "Ja" if state == "yes" else "Deler av året")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"kontrollert": CHECKED}, "Tirsdag"),
        ({}, "Tirsdag. Ikke kontrollert"),
        ({"beskrivelse": "I 2023 var det tirsdager."}, "Tirsdag. Fra 2023 – spør først"),
        ({"kontrollert": CHECKED, "kilde": [{"sikkerhet": "usikker", "gjelder": ["når"]}]}, "Tirsdag (usikkert)"),
    ],
)
def test_a_card_of_what_is_free_tells_what_nobody_is_sure_of_and_how_old_it_is(
    fields: dict[str, Any], told: str
) -> None:
    made = press(document(Activity, "noe", pris="gratis", når={"dag": "tirsdag"}, **fields))

    assert [item.when for item in free_page(made.catalogue.entries, made).items] == [told]


def test_what_is_free_tells_its_months_and_leaves_out_what_has_a_pause() -> None:
    common: dict[str, Any] = {"pris": "gratis", "kontrollert": CHECKED}
    summer = document(Activity, "ro", når={"dag": "mandag", "fra": "2027-05-24", "til": "2027-08-30"}, **common)
    paused = document(Activity, "pause", status="pause", **common)
    made = press(summer, paused)

    items = free_page(made.catalogue.entries, made).items

    assert [(item.when, item.short) for item in items] == [("Mandag, mai–august", "mai–august")]


@pytest.mark.parametrize(
    ("rows", "is_listed"),
    [
        ([{"dag": "lørdag", "fra": "2026-06-06", "til": "2026-08-29"}], False),
        ([{"dag": "lørdag", "til": "2023-08-11"}], False),
        ([{"også": ["2026-05-17"]}], False),
        ([{"dag": "lørdag", "til": "2026-11-22"}], True),
        ([{"dag": "lørdag", "fra": "2027-06-05", "til": "2027-08-28"}], True),
        ([{"dag": "lørdag", "til": "2026-08-29", "også": ["2026-12-05"]}], True),
        ([{"dag": "lørdag", "til": "2026-08-29"}, {"dag": "søndag"}], True),
        ([{"hver": "år", "fra": "2022-05-10"}], True),
    ],
)
def test_what_is_over_by_the_day_of_the_booklet_is_not_listed_as_free(
    rows: list[dict[str, Any]], is_listed: bool
) -> None:
    offer = document(Activity, "kor", pris="gratis", når=rows)
    place = document(Place, "kverna", pris="gratis", åpningstider=rows)
    made = press(offer, place, document(Place, "strand", pris="gratis", sesong="sommer"))

    listed = {item.title for item in free_page(made.catalogue.entries, made).items}

    assert listed == {"Strand", *(("Kor", "Kverna") if is_listed else ())}


@pytest.mark.parametrize(
    ("fields", "notice"),
    [
        ({"beskrivelse": "I 2022 kostet det 100 kroner."}, "Noe av det som står her, er fra 2022. Spør før dere drar."),
        ({"beskrivelse": "Alt er fra 2017–2018."}, "Noe av det som står her, er fra 2017 og 2018. Spør før dere drar."),
        ({"beskrivelse": "I 2022 var det gratis.", "melding": "Dagen er fra 2022."}, "Dagen er fra 2022."),
        ({"beskrivelse": "I 2022 kostet det 100 kroner.", "kontrollert": CHECKED}, None),
        ({"beskrivelse": "Koret ble stiftet i 2012, og parken åpnet 11. juni 2022."}, None),
        ({"beskrivelse": "I 2026 koster det 100 kroner."}, None),
    ],
)
def test_the_year_of_the_facts_decides_whether_a_notice_says_that_they_are_old(
    fields: dict[str, Any], notice: str | None
) -> None:
    assert printed(Activity, **fields).notice == notice


def test_a_card_of_what_is_free_says_where_the_hours_are_not_sure() -> None:
    doubt = [{"navn": "En avis", "sikkerhet": "usikker", "gjelder": ["når"]}]
    entry = document(Activity, "kor", pris="gratis", når={"dag": "mandag"}, kilde=doubt, kontrollert=CHECKED)

    assert [card.when for card in free_page((entry,), press(entry)).items] == ["Mandag (usikkert)"]
