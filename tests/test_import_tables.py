"""`hefte import tabell`: which column is which field is shown, and what cannot be read is not guessed."""

import base64
import csv
import datetime as dt
import struct
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet_samples import document, words
from hefte.doors.import_content import source_name
from hefte.interchange.cells import READERS, Asked
from hefte.interchange.drafts import text_of
from hefte.interchange.given import Given, Site, draft_of, site_of, sound
from hefte.interchange.heading_words import vocabulary
from hefte.interchange.headings import Sure, layouts
from hefte.interchange.mapping_file import UnknownFieldError, mapping_text, read_mapping
from hefte.interchange.packed import LARGEST_UNPACKED, OLE
from hefte.interchange.shown import columns_shown
from hefte.interchange.spreadsheet import read_workbook
from hefte.interchange.table import MOST_ROWS
from hefte.interchange.table_rows import Rows, rows_of
from hefte.interchange.told_times import moments_told, rows_told
from hefte.language import LANGUAGES
from hefte.model import Document, Organisation
from hefte.problem import Rule, Where
from hefte.reading import read_file
from website_samples import catalogue_of

WORDS = tuple(words(code) for code in LANGUAGES)
VOCABULARY = vocabulary(WORDS)
XLS = (
    "c-rk)O=uHA6#izDG(WV-CQXG#D4}50SPJ6BOS?5hdupgs@CQK?lS*jVNT`Zltk!rF1W$^WLOpn?dhrJp^yWdRs2~VJqQ{;D1rKf3H!r)A"
    "R)q$%P?>L;H*em|+j%?l-ptOtUI<rb@5gFbg(0|5xBO^pk_k$Fr=WxCElaXa?xSQWY$*7BG?8r{Jn4Alm2)WPy9N#S+%Jd%pC}#0DWpqg"
    "KE94fvJDv_Z5SjfaEl~CbhA|vrYD$oGQG<!pE4b0$yKI<)V3;)V8KWycH3TjNbBXgAmn==vd#yV>_it{N-w@}O*Gniu%}$e6gOB!kGman"
    "pa~txoB6UVhj1GKAe9;z9UVAKs3J;}J%?{r9Qf))_4BxrudiHy<lk4yy?>DVXcAY;uWN2#8rE?Rk_tI>r@Ilz<Aq}ObZ!X=NP(TwnKLG3"
    "smxS~++#dn%ukd|;*zDa#e#V<AeVSv67&^ILI;ORJJB3M%!fH(bh2sb&X+f%*)ii7OQv}nXlxc+q;0TpQEHHKkZUxiE=mdJcQC!gZ{5s%"
    "jA@j-nex7|E}Pjm!)-2eZ6Ecsi}BXj+Qe@ozOuOgQBUQwv7Pw&k=ps_{Ci^-y|j7dNMAlP=okIs<_(F*hLa0>Vfo0k`<F$=r|Gusmc1i}"
    "uq?xh5N6sa$<Yx%OPW1aQd|5+Td=kqk7v}sv@U{)cTy`EyP|6t(js`kgEri>83&-CprD|jprD|j&@zPmL+-MV2p;=~-)rCNEK{nhYm)yK"
    "2T-DCiVl@~VNzbkxt9EA6FkCsmsq2Yb6+TNka{m;5?QumvSt6J1Dk06o;54#e=meu?Z4iNo&UK1A9I}40R"
)
"""A workbook of Excel 97 with one row, packed."""


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    into = StringIO()
    csv.writer(into, delimiter=";").writerows(rows)
    return into.getvalue().encode()


@cache
def site(*documents: Document) -> Site:
    return site_of(catalogue_of(*documents, kommune="3107"), WORDS, "oversikten")


def workbook(rows: Iterable[Sequence[object]], *, merged: str = "", name: str = "Ark1") -> bytes:
    """A workbook of one sheet, as Excel writes it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    if merged:
        sheet.merge_cells(merged)
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def rows_read(data: bytes, *documents: Document, folder: str = "") -> Rows:
    """The rows of the sheet that is understood best."""
    book = read_workbook("tabell", data)
    assert book.sheets, book.problems
    return rows_of("tabell", layouts(book.sheets, VOCABULARY)[0], site(*documents), folder)


def one(heading: str, value: object, **more: object) -> Given:
    """The entry of a table with a name and one more column."""
    found = rows_read(workbook([["Navn", heading, *more], ["Bowling", value, *more.values()]]))
    return found.given[-1]


def targets(headings: Sequence[str], values: Sequence[object] = ()) -> list[tuple[str, Sure]]:
    book = read_workbook("tabell", workbook([headings, values or ["x"] * len(headings)]))
    return [(column.target, column.sure) for column in layouts(book.sheets, VOCABULARY)[0].columns]


def reasons(data: bytes) -> list[Rule]:
    return [problem.rule for problem in read_workbook("tabell", data).problems]


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Tittel", "tittel"),
        ("NAVN PÅ TILBUDET:", "tittel"),
        ("kontakt.tlf", "kontakt.tlf"),
        ("Tlf. nr", "kontakt.tlf"),
        ("E-post *", "kontakt.epost"),
        ("Skildring", "beskrivelse"),
        ("Description", "beskrivelse"),
        ("Lag / forening", "arrangør"),
        ("Målgruppe (alder)", "målgruppe.alder"),
        ("Sted (lokale)", "sted"),
        ("Companion card", "ledsagerbevis"),
        ("Følgjebevis", "ledsagerbevis"),
    ],
)
def test_a_heading_is_known_by_key_label_or_common_word(heading: str, target: str) -> None:
    found = dict(zip((heading, "Navn2"), targets([heading, "Tittel" if target != "tittel" else "Pris"]), strict=False))

    assert found[heading] == (target, Sure.SURE)


def test_a_heading_with_a_slip_is_likely_and_a_strange_one_is_no_field() -> None:
    found = targets(["Navn", "Beskrivlse", "Saksnummer i arkivet", "Endret av"])

    assert found[1:] == [("beskrivelse", Sure.LIKELY), ("kommentar", Sure.NONE), ("kommentar", Sure.NONE)]


def test_a_column_without_a_heading_is_known_by_what_stands_in_it() -> None:
    found = targets(["Navn", "Tid", None, "Annet"], ["Kor", "tirsdag", "post@vik.no", "https://vik.no/kor"])

    assert [target for target, _ in found[2:]] == ["kontakt.epost", "kontakt.nett"]


@pytest.mark.parametrize(
    ("values", "target"),
    [([dt.date(2026, 12, 5)], "når.fra"), (["18.00"], "når.fra_kl"), ([dt.time(18)], "når.fra_kl")],
)
def test_from_is_an_hour_or_a_day_by_what_stands_below(values: list[object], target: str) -> None:
    assert targets(["Navn", "Fra"], ["Kor", *values])[1][0] == target


def test_the_ten_fields_of_a_portal_become_one_entry() -> None:
    headings = [
        "Navn",
        "Beskrivelse",
        "Kategori",
        "Målgruppe",
        "Tid",
        "Sted",
        "Pris",
        "Påmelding",
        "Kontakt",
        "Nettside",
    ]
    values = [
        "Bowling for alle",
        "Vi spiller sammen. Kom som du er.",
        "Idrett",
        "Ungdom 13–25 år",
        "Tirsdager kl. 18–19.30",
        "Hallen, Storgata 5, 1607 Fredrikstad",
        "60,-",
        "Ring før første gang",
        "Aktivitetslederen, tlf. 69 30 60 00, post@vik.no",
        "www.vik.no/bowling",
    ]

    (entry,) = rows_read(workbook([headings, values])).given

    assert entry.folder == "aktiviteter"
    assert dict(entry.fields) == {
        "tittel": "Bowling for alle",
        "ingress": "Vi spiller sammen.",
        "beskrivelse": "Vi spiller sammen. Kom som du er.",
        "kategorier": ["idrett"],
        "kommune": "3107",
        "målgruppe": {"alder": "13-25", "for": ["ungdom"]},
        "når": [{"dag": "tirsdag", "kl": "18:00-19:30"}],
        "sted": {"navn": "Hallen", "adresse": "Storgata 5", "postnr": "1607", "poststed": "Fredrikstad"},
        "pris": "60",
        "påmelding": {"svar": "ja", "hvordan": "Ring før første gang"},
        "kontakt": {
            "rolle": "Aktivitetslederen",
            "tlf": "69 30 60 00",
            "epost": "post@vik.no",
            "nett": "www.vik.no/bowling",
        },
    }
    assert sound(entry, site()).problems == ()


def test_what_a_spreadsheet_does_to_numbers_is_undone() -> None:
    headings = ["Navn", "Postnr", "Telefon", "Startdato", "Dag", "Fra", "Til", "Kommune", "Heis", "Rullestol"]
    values = ["Kor", 150, 69306000.0, 46309, "Onsdager", 0.75, dt.time(19, 30), 301, "x", "nei"]

    (entry,) = rows_read(workbook([headings, values])).given

    assert entry.fields["sted"] == {"postnr": "0150"}
    assert entry.fields["kontakt"] == {"tlf": "69 30 60 00"}
    assert entry.fields["når"] == [{"dag": "onsdag", "fra": "2026-10-14", "kl": "18:00-19:30"}]
    assert entry.fields["kommune"] == "0301"
    assert entry.fields["egnet"] == {"heis": "ja", "rullestol_inn": "nei"}


@pytest.mark.parametrize("value", ["etter avtale", "en gang i blant", "18-20 tirsdager", "Søndag 14. desember kl. 12"])
def test_words_that_are_no_value_stand_beside_the_field_as_they_were_written(value: str) -> None:
    found = rows_read(workbook([["Navn", "Tid"], ["Kor", value]]))

    (entry,) = found.given
    (problem,) = found.problems
    text = text_of(draft_of(entry, "kor", site()))
    assert problem.rule is Rule.CELL_NOT_UNDERSTOOD
    assert problem.values["place"] == "Ark1!B2"
    assert (problem.where.line, problem.where.column) == (2, 2)
    assert "når" not in entry.fields
    assert f"når: ukjent  # Står som «{value}» under «Tid»" in text


def test_a_column_that_is_no_field_is_a_comment_in_the_draft_and_never_lost() -> None:
    text = text_of(draft_of(one("Saksnr i arkivet", 201233), "bowling", site()))

    assert "# Saksnr i arkivet: 201233" in text.splitlines()


def test_only_words_of_the_source_that_are_a_value_are_taken_from_a_longer_text() -> None:
    entry = one("Passer for", "Ungdom med funksjonsnedsettelse 13–20 år")

    assert entry.fields["målgruppe"] == {"alder": "13-20", "for": ["ungdom"]}
    assert entry.head == ("Passer for: Ungdom med funksjonsnedsettelse 13–20 år",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Gratis", "gratis"),
        ("kr 60,-", "60"),
        ("1 200,-", "1 200"),
        ("Voksen 60, barn 30", [{"navn": "Voksen", "kr": "60"}, {"navn": "barn", "kr": "30"}]),
        ("60 kr per gang", [{"kr": "60", "gjelder": "per gang"}]),
        ("Gratis for medlemmer", [{"kr": "0", "vilkår": "for medlemmer"}]),
        ("Medlemskap 200 kr + 50 kr per gang", None),
        ("etter inntekt", None),
    ],
)
def test_a_price_keeps_its_conditions_or_is_none(text: str, value: object) -> None:
    found = READERS["pris"](text, Asked("pris", WORDS))

    assert (found or {}).get("pris") == value


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Man-fre 10-15, lør 11-14",
            [{"dag": "hverdager", "kl": "10:00-15:00"}, {"dag": "lørdag", "kl": "11:00-14:00"}],
        ),
        ("Annankvar tysdag kl. 1800-1930", [{"dag": "tirsdag", "hver": "2. uke", "kl": "18:00-19:30"}]),
        ("Første tirsdag i måneden kl. 11", [{"hver": "1. tirsdag", "kl": "11:00"}]),
        ("Onsdag 17-18, ikke i skoleferien", [{"dag": "onsdag", "kl": "17:00-18:00", "merknad": "ikke i skoleferien"}]),
    ],
)
def test_days_and_hours_are_read_as_people_write_them(text: str, rows: object) -> None:
    assert rows_told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Mandag 5.10 kl 18", None),
        ("Mandag 5.10", None),
        ("Mandag kl 25-26", None),
        ("Mandag-torsdag unntatt onsdag 10-14", None),
        ("Mandag 10-12 og 14-16", None),
        ("Mandag 18-20 (avlyst)", None),
        ("Mandag ca. kl. 18", None),
        ("Fredag-mandag 10-12", None),
        ("Mandag 18-20?", None),
        (
            "Mandag (ikke i skoleferien) kl. 18-20",
            [{"dag": "mandag", "kl": "18:00-20:00", "merknad": "ikke i skoleferien"}],
        ),
        ("Mandag-onsdag og fredag 10-12", [{"dag": ["mandag", "tirsdag", "onsdag", "fredag"], "kl": "10:00-12:00"}]),
        ("Mandag 18.00-20.10", [{"dag": "mandag", "kl": "18:00-20:10"}]),
    ],
)
def test_days_and_hours_that_are_not_understood_whole_are_no_fact(text: str, rows: object) -> None:
    assert rows_told(text) == rows


@pytest.mark.parametrize(
    ("heading", "value", "key"),
    [
        ("Alder", "13", "målgruppe"),
        ("Alder", 18, "målgruppe"),
        ("Målgruppe", "Voksne, ikke ungdom", "målgruppe"),
        ("Pris", "gratis?", "pris"),
        ("Pris", "Gratis første gang, deretter 100,-", "pris"),
        ("Pris", "Gratis, men kaffe koster", "pris"),
        ("Rullestol", "OK", "egnet"),
        ("Rullestol", "x", "egnet"),
        ("Rullestol", 1, "egnet"),
        ("Rullestol inn", "OK", "egnet"),
        ("Dag", "Hverdager unntatt onsdag", "når"),
    ],
)
def test_a_cell_that_is_not_understood_whole_is_unknown_with_a_remark(heading: str, value: object, key: str) -> None:
    entry = one(heading, value)

    assert key not in entry.fields
    text = text_of(draft_of(entry, "bowling", site()))
    assert f"{key}: ukjent  # Står som «{value}» under «{heading}»" in text


@pytest.mark.parametrize(
    ("heading", "value", "key", "found"),
    [
        ("Alder", "70 år og eldre", "målgruppe", {"alder": "70+"}),
        ("Alder", "13 år og eldre", "målgruppe", {"alder": "13+"}),
        ("Rullestol", "ja", "egnet", {"rullestol_inn": "ja"}),
        ("Rullestol", "delvis", "egnet", {"rullestol_inn": "delvis"}),
        ("Rullestol inn", "x", "egnet", {"rullestol_inn": "ja"}),
    ],
)
def test_a_cell_that_is_understood_is_a_fact(heading: str, value: str, key: str, found: object) -> None:
    assert one(heading, value).fields[key] == found


def test_a_number_beside_a_group_is_kept_as_a_remark() -> None:
    entry = one("Målgruppe", "Barn 13")

    assert entry.fields["målgruppe"] == {"for": ["barn"]}
    assert entry.head == ("Målgruppe: Barn 13",)


@settings(max_examples=300, deadline=None)
@given(text=st.text(alphabet="mandtirsogkl. 0123456789-–,:/()hverfbø\n", max_size=60))
def test_no_text_of_days_and_hours_is_more_than_the_reader_can_take(text: str) -> None:
    rows, moments = rows_told(text), moments_told(text)

    fields = {"tittel": "Kor", "ingress": "Kor", "kategorier": ["idrett"], "kommune": "3107"}
    for key, value in (("når", rows), *moments.items()):
        folder = "aktiviteter" if key == "når" else "arrangementer"
        entry = Given(folder, "1", Where("x"), "A1", fields | ({key: value} if value else {}))
        assert sound(entry, site()).problems == ()


def test_headings_are_found_below_a_title_and_merged_cells_hold_for_all_their_rows() -> None:
    rows = [["Oversikt 2026"], [], ["Lag", "Aktivitet", "Pris"], ["Torp IF", "Dans", 50], [None, "Turn", 60]]

    found = rows_read(workbook(rows, merged="A4:A5"))

    activities = [entry for entry in found.given if entry.folder == "aktiviteter"]
    assert [entry.title for entry in activities] == ["Dans", "Turn"]
    assert {entry.fields["arrangør"] for entry in activities} == {"torp-if"}
    assert [entry.title for entry in found.given if entry.folder == "organisasjoner"] == ["Torp IF"]


def test_an_organisation_that_we_know_is_named_by_its_id_however_its_words_stand() -> None:
    known = document(Organisation, "torp-if", tittel="Torp idrettsforening")
    data = workbook([["Navn", "Arrangør"], ["Dans", "Idrettsforening Torp"]])

    (entry,) = rows_read(data, known).given

    assert entry.fields["arrangør"] == "torp-if"


def test_the_sheet_whose_headings_are_understood_is_chosen() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook([["Husk"], ["å ringe"]], name="Notater")))
    sheet = book.create_sheet("Tilbud")
    for row in (["Navn", "Pris"], ["Kor", 50]):
        sheet.append(row)
    into = BytesIO()
    book.save(into)

    (layout,) = layouts(read_workbook("tabell", into.getvalue()).sheets, VOCABULARY)

    assert layout.sheet.name == "Tilbud"


@pytest.mark.parametrize(
    "name", ["Kari Nordmann", "Kari N.", "Privat", "privatperson", "Strikketreff v/ Kari Nordmann"]
)
def test_a_person_makes_no_organisation(name: str) -> None:
    found = rows_read(workbook([["Navn", "Arrangør"], ["Strikking", name]]))

    (entry,) = found.given
    assert [problem.rule for problem in found.problems] == [Rule.ORGANISER_IS_A_PERSON]
    assert "nordmann" not in entry.uid
    text = text_of(draft_of(entry, "strikking", site()))
    assert f"arrangør: ukjent  # Står som «{name}» under «Arrangør»" in text


@pytest.mark.parametrize("name", ["Torp IF", "Vik frivilligsentral", "Røde Kors", "Barne- og ungdomskoret"])
def test_an_organisation_is_no_person_and_no_two(name: str) -> None:
    found = rows_read(workbook([["Navn", "Arrangør"], ["Strikking", name]]))

    assert [entry.title for entry in found.given] == [name, "Strikking"]
    assert found.problems == ()


@pytest.mark.parametrize("name", ["Torp IF og Vik kommune", "Torp IF / Vik IL", "Torp IF, Vik IL"])
def test_two_organisers_in_one_cell_are_told(name: str) -> None:
    found = rows_read(workbook([["Navn", "Arrangør"], ["Strikking", name]]))

    assert [problem.rule for problem in found.problems] == [Rule.ORGANISER_MAY_BE_TWO]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ring Kari 918 22 333", "Kari"),
        ("SMS til 91822333 (Kari Nordmann)", "Kari Nordmann"),
        ("Ring 918 22 333", ""),
        ("Ring Frivilligsentralen 918 22 333", ""),
        ("Ring Kari 69 30 60 00", ""),
    ],
)
def test_a_name_with_a_mobile_in_how_to_sign_up_is_told(text: str, name: str) -> None:
    found = rows_read(workbook([["Navn", "Påmelding"], ["Strikking", text]]))

    told = [(problem.rule, problem.values["value"]) for problem in found.problems]
    assert told == ([(Rule.PERSON_IN_TEXT, name)] if name else [])


@pytest.mark.parametrize("word", ["SUM", "Totalt", "I alt:"])
def test_a_row_that_adds_up_the_others_is_skipped_and_told(word: str) -> None:
    found = rows_read(workbook([["Navn", "Pris"], ["Total bowling", 50], [word, 50]]))

    assert [entry.title for entry in found.given] == ["Total bowling"]
    assert [problem.rule for problem in found.problems] == [Rule.ROW_IS_A_TOTAL]


def test_two_columns_for_one_field_are_told() -> None:
    book = read_workbook("tabell", workbook([["Navn", "Telefon", "Mobil"], ["Kor", "69306000", "69306001"]]))
    (layout,) = layouts(book.sheets, VOCABULARY)

    shown = list(columns_shown(layout, WORDS[0]))

    assert shown[3].endswith("sikkert")
    assert "«Telefon» brukes, denne blir merknad" in shown[4]


@pytest.mark.parametrize("folder", ["", "arrangementer", "aktiviteter"])
def test_a_day_of_the_calendar_makes_an_event_unless_the_type_is_said(folder: str) -> None:
    data = workbook([["Navn", "Dato", "Kl"], ["Julekonsert", dt.date(2026, 12, 5), "18-20"]])

    (entry,) = rows_read(data, folder=folder).given

    if folder == "aktiviteter":
        assert entry.fields["når"] == [{"kl": "18:00-20:00", "også": ["2026-12-05"]}]
    else:
        assert entry.folder == "arrangementer"
        assert (entry.fields["start"], entry.fields["slutt"]) == ("2026-12-05 18:00", "2026-12-05 20:00")


def test_a_column_decides_the_type_of_each_row() -> None:
    data = workbook([["Navn", "Type"], ["Ungdomsgruppa", "Gruppe"], ["Biblioteket", "Sted"], ["Kor", "Aktivitet"]])

    assert [entry.folder for entry in rows_read(data).given] == ["grupper", "steder", "aktiviteter"]


@pytest.mark.parametrize(
    "heading",
    ["Internt", "Intern merknad", "Saksbehandler", "Bruker(e)", "Deltakere", "Fødselsnr", "Født", "Diagnose", "Vedtak"],
)
def test_a_column_that_may_be_about_people_is_left_out(heading: str) -> None:
    entry = one(heading, "Kari i Storgata")

    assert targets(["Navn", heading])[1] == ("utelat", Sure.PRIVATE)
    assert "Kari" not in text_of(draft_of(entry, "bowling", site()))


@pytest.mark.parametrize("heading", ["Maks antall deltakere", "Deltakeravgift", "Internett", "Rullestolbruker"])
def test_a_heading_that_is_like_one_about_people_is_none(heading: str) -> None:
    assert targets(["Navn", heading])[1][0] != "utelat"


def test_a_birth_number_is_left_out_and_never_told() -> None:
    found = rows_read(workbook([["Navn", "Kontaktperson"], ["Kor", "Ola 150784 12302"]]))

    (entry,) = found.given
    assert [problem.rule for problem in found.problems] == [Rule.CELL_TELLS_A_BIRTH_NUMBER]
    assert "12302" not in f"{entry}{found.problems}"


def test_a_row_without_a_title_is_told_and_a_heading_over_rows_is_their_category() -> None:
    found = rows_read(workbook([["Navn", "Pris"], ["Idrett"], ["Bowling", 60], [None, 50]]))

    (entry,) = found.given
    assert entry.fields["kategorier"] == ["idrett"]
    assert [problem.rule for problem in found.problems] == [Rule.ROW_WITHOUT_TITLE]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_whatever_its_letters_and_delimiter_are(delimiter: str, coding: str) -> None:
    rows = [["Navn", "Område", "Pris"], ["Kør", '"Å, nei; nå"', "62"], ["Dans", "Øst", "gratis"]]

    found = rows_read("\r\n".join(delimiter.join(row) for row in rows).encode(coding))

    assert [(entry.title, entry.fields["område"]) for entry in found.given] == [("Kør", "Å, nei; nå"), ("Dans", "Øst")]


def test_a_line_number_is_that_of_the_file_also_after_a_cell_of_several_lines() -> None:
    data = 'sep=;\nNavn;Tid\n"Kor\nog band";tirsdag\nDans;snart\n'

    (problem,) = rows_read(data.encode()).problems

    assert problem.where.line == 5


def test_an_old_workbook_is_read() -> None:
    data = zlib.decompress(base64.b85decode(XLS))

    (entry,) = rows_read(data).given

    assert (entry.fields["start"], entry.fields["kontakt"]) == ("2026-12-05", {"tlf": "69 30 60 00"})


def packed(name: str, content: bytes, *, kind: str = "xl/workbook.xml") -> bytes:
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED, compresslevel=1) as pack:
        pack.writestr(kind, b"<workbook/>")
        pack.writestr(name, content)
    return into.getvalue()


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (
            packed("xl/worksheets/sheet1.xml", b'<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'),
            Rule.TABLE_TOO_WIDE,
        ),
        (packed("xl/sharedStrings.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'), Rule.IMPORT_BROKEN),
        (packed("word/styles.xml", b"<x/>", kind="word/document.xml"), Rule.IMPORT_IS_ANOTHER_KIND),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Rule.IMPORT_LOCKED),
        (OLE + "WordDocument".encode("utf-16-le"), Rule.IMPORT_OLD_WORD),
        (OLE + bytes(600), Rule.IMPORT_BROKEN),
        (workbook([["Navn"], ["Kor"]])[:3000], Rule.IMPORT_BROKEN),
        (bytes(range(256)) * 20, Rule.IMPORT_BROKEN),
        (b"", Rule.IMPORT_IS_EMPTY),
        (b";;\n;;\n", Rule.TABLE_WITHOUT_HEADINGS),
        (b"%PDF-1.7\n1 0 obj", Rule.IMPORT_IS_PDF),
        (bytes(20_000_001), Rule.IMPORT_TOO_LARGE),
    ],
)
def test_what_may_not_be_opened_is_refused_at_once_with_its_reason(data: bytes, rule: Rule) -> None:
    begun = process_time()

    found = reasons(data)

    assert found == [rule]
    assert process_time() - begun < 0.5


def test_what_unpacks_too_large_is_refused_at_once() -> None:
    data = packed("xl/worksheets/sheet1.xml", b" " * (LARGEST_UNPACKED + 1))
    begun = process_time()

    found = reasons(data)

    assert found == [Rule.IMPORT_UNPACKS_TOO_LARGE]
    assert process_time() - begun < 0.5


def test_a_directory_that_lies_of_a_size_opens_nothing() -> None:
    data = packed("xl/worksheets/sheet1.xml", b" " * 5_000_000)
    lying = data.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 1000))

    assert reasons(lying) == [Rule.IMPORT_BROKEN]


def test_a_cell_that_is_repeated_a_million_times_is_refused() -> None:
    row = b'<table:table-row table:number-rows-repeated="1048576">'
    cell = row + b'<table:table-cell office:value-type="string"/></table:table-row>'

    assert reasons(packed("content.xml", cell, kind="mimetype")) == [Rule.TABLE_TOO_WIDE]


def test_rows_beyond_the_limit_are_told() -> None:
    data = "Navn;Pris\n" + "Kor;60\n" * (MOST_ROWS + 5)

    found = read_workbook("tabell", data.encode())

    assert [problem.rule for problem in found.problems] == [Rule.TABLE_TOO_LONG]
    assert len(found.sheets[0].lines) == MOST_ROWS


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=300))
def test_no_bytes_bring_the_reader_down(data: bytes) -> None:
    for begin in (b"", b"PK\x03\x04", OLE, b"Navn;Tid\n"):
        for layout in layouts(read_workbook("tabell", begin + data).sheets, VOCABULARY):
            for entry in rows_of("tabell", layout, site()).given:
                whole = sound(entry, site()).given
                text = text_of(draft_of(whole, "utkast", site()))
                read = read_file(f"{entry.folder}/utkast.yaml", text.encode())
                assert len(read.documents) == 1, (text, read.problems)


def test_every_draft_of_odd_cells_is_sound() -> None:
    odd = [
        "- a: b",
        "=HYPERLINK(1)",
        "x" * 400,
        "<b>fet</b> & [lenke](http://x)",
        "null",
        "a\tb",
        '"',
        "{",
        "' # nei",
    ]
    headings = [
        "Navn",
        "Beskrivelse",
        "Ingress",
        "Sted",
        "Kontakt",
        "Pris",
        "Påmelding",
        "Målgruppe",
        "Kommune",
        "Nettside",
    ]

    for value in odd:
        for entry in rows_read(as_csv([headings, [value] * len(headings)])).given:
            whole = sound(entry, site()).given
            text = text_of(draft_of(whole, "utkast", site()))
            read = read_file(f"{entry.folder}/utkast.yaml", text.encode())
            assert len(read.documents) == 1, (text, read.problems)


def test_the_columns_are_proposed_as_a_file_that_reads_as_itself() -> None:
    book = read_workbook("tabell", workbook([["Navn", "Saksnr: # x", "Telefon", "Telefon"], ["Kor", 1, 69306000, 1]]))
    (layout,) = layouts(book.sheets, VOCABULARY)

    chosen = read_mapping(mapping_text(layout, "oversikten", WORDS[0]))

    assert chosen.source == "oversikten"
    assert chosen.columns == {column.heading: column.target for column in layout.columns}
    assert len(chosen.columns) == 4


def test_a_field_that_does_not_exist_is_no_column() -> None:
    with pytest.raises(UnknownFieldError) as refused:
        read_mapping("kolonner:\n  Navn: titel\n")

    assert refused.value.args == ("Navn", "titel", "tittel")


@pytest.mark.parametrize("name", ["Aktiviteter 2026.xlsx", "aktiviteter 2027 (1).xlsx", "Kopi av Aktiviteter_2026.csv"])
def test_a_source_has_the_same_name_next_year(name: str) -> None:
    assert source_name(Path(name)).lower() == "aktiviteter"
