"""`hefte import word`: headings are chapters and entries, labelled lines are fields, and no prose is lost."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet_samples import words
from hefte.interchange.booklet_entries import Booklet, entries_of
from hefte.interchange.document import Block, Part, read_document
from hefte.interchange.drafts import text_of
from hefte.interchange.given import Given, draft_of, site_of, sound
from hefte.interchange.heading_words import vocabulary
from hefte.interchange.packed import LARGEST_UNPACKED, OLE
from hefte.interchange.plain_words import plain_text
from hefte.language import LANGUAGES
from hefte.problem import Rule
from hefte.reading import read_file
from website_samples import catalogue_of

WORDS = tuple(words(code) for code in LANGUAGES)
VOCABULARY = vocabulary(WORDS)
SITE = site_of(catalogue_of(kommune="3107"), WORDS, "heftet")


def saved(write: Callable[[Opened], object]) -> bytes:
    """A document as Word saves it."""
    document = Document()
    write(document)
    into = BytesIO()
    document.save(into)
    return into.getvalue()


def read(write: Callable[[Opened], object]) -> Booklet:
    found = read_document("heftet.docx", saved(write))
    assert not any(problem.stops_the_build for problem in found.problems), found.problems
    return entries_of("heftet.docx", found.blocks, SITE, VOCABULARY)


def bold_line(document: Opened, text: str) -> None:
    document.add_paragraph().add_run(text).bold = True


def link(document: Opened, text: str, address: str) -> None:
    """A paragraph with words that lead somewhere, as Word writes it."""
    paragraph = document.add_paragraph("Les mer på ")
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    element.append(paragraph.add_run(text)._r)
    paragraph._p.append(element)


def the_booklet(document: Opened) -> None:
    document.add_heading("Aktivitetsheftet", 0)
    document.add_heading("Idrett", 1)
    document.add_heading("Bowling for alle", 2)
    document.add_paragraph("Vi spiller sammen hver uke. Ingen trenger å kunne det fra før.")
    document.add_paragraph("Tid: Tirsdager kl. 18–19.30\nPris: 60 kr per gang")
    paragraph = document.add_paragraph()
    paragraph.add_run("Kontakt").bold = True
    paragraph.add_run(" Aktivitetslederen, tlf. 69 30 60 00")
    document.add_paragraph("Innesko", style="List Bullet")
    document.add_paragraph("Drikke", style="List Bullet")
    link(document, "nettsiden", "https://vik.no/bowling")
    document.add_heading("Turer", 1)
    document.add_heading("Rundt vannet", 2)
    document.add_paragraph("Lengde: 1,2 km")


def test_a_booklet_with_headings_becomes_entries_with_their_fields() -> None:
    found = read(the_booklet)

    bowling, walk = found.rows.given
    assert (found.is_guessed, found.chapters) == (False, ("Idrett", "Turer"))
    assert dict(bowling.fields) == {
        "tittel": "Bowling for alle",
        "ingress": "Vi spiller sammen hver uke.",
        "beskrivelse": (
            "Vi spiller sammen hver uke. Ingen trenger å kunne det fra før.\n\n- Innesko\n- Drikke\n\n"
            "Les mer på [nettsiden](https://vik.no/bowling)"
        ),
        "kategorier": ["idrett"],
        "kommune": "3107",
        "når": [{"dag": "tirsdag", "kl": "18:00-19:30"}],
        "pris": [{"kr": "60", "gjelder": "per gang"}],
        "kontakt": {"rolle": "Aktivitetslederen", "tlf": "69 30 60 00"},
    }
    assert (walk.folder, walk.fields["lengde"]) == ("turer", "1,2 km")


def test_bold_lines_are_headings_where_there_are_no_others_and_that_is_said() -> None:
    def write(document: Opened) -> None:
        for chapter, titles in (("IDRETT", ("Bowling", "Turn")), ("DANS", ("Swing",))):
            bold_line(document, chapter)
            for title in titles:
                bold_line(document, title)
                document.add_paragraph("Tid: Onsdag 18-20")

    found = read(write)

    assert found.is_guessed
    assert [(one.title, one.fields["kategorier"]) for one in found.rows.given] == [
        ("Bowling", ["idrett"]),
        ("Turn", ["idrett"]),
        ("Swing", ["idrett"]),
    ]


def test_a_table_of_two_columns_holds_labels_and_another_one_holds_entries() -> None:
    def write(document: Opened) -> None:
        document.add_heading("Koret", 1)
        for label, value in (("Tid", "Onsdag 18-20"), ("Sted", "Biblioteket")):
            table = document.add_table(1, 2)
            table.rows[0].cells[0].text, table.rows[0].cells[1].text = label, value
        document.add_heading("Alle tilbud", 1)
        table = document.add_table(3, 3)
        for row, values in zip(
            table.rows,
            (("Navn", "Tid", "Pris"), ("Dans", "Fredag 18", "50"), ("Turn", "Torsdag 17", "gratis")),
            strict=True,
        ):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value

    choir, dance, gymnastics = read(write).rows.given

    assert (choir.fields["når"], choir.fields["sted"]) == (
        [{"dag": "onsdag", "kl": "18:00-20:00"}],
        {"navn": "Biblioteket"},
    )
    assert (dance.title, dance.fields["pris"]) == ("Dans", "50")
    assert gymnastics.fields["pris"] == "gratis"


def test_a_sentence_does_not_end_with_a_shortened_word() -> None:
    def write(document: Opened) -> None:
        document.add_heading("Koret", 1)
        document.add_heading("Dans", 1)
        document.add_paragraph("Vi møtes kl. 18 og ca. 20 danser. Alle kan bli med.")

    assert read(write).rows.given[1].fields["ingress"] == "Vi møtes kl. 18 og ca. 20 danser."


def test_prefaces_and_introductions_are_told_as_left_out() -> None:
    def write(document: Opened) -> None:
        document.add_paragraph("Velkommen til heftet.")
        document.add_heading("Idrett", 1)
        document.add_paragraph("Ring før du kommer.")
        for title in ("Bowling", "Turn"):
            document.add_heading(title, 2)
            document.add_paragraph("Vi trener sammen.")

    found = read(write).rows

    assert [one.title for one in found.given] == ["Bowling", "Turn"]
    assert [(problem.rule, problem.values["value"]) for problem in found.problems] == [
        (Rule.DOCUMENT_TEXT_LEFT_OUT, "Velkommen til heftet."),
        (Rule.DOCUMENT_TEXT_LEFT_OUT, "Ring før du kommer."),
    ]


def test_what_was_deleted_is_not_read_and_what_was_inserted_is() -> None:
    def write(document: Opened) -> None:
        document.add_heading("Koret", 1)
        document.add_heading("Dans", 1)
        paragraph = document.add_paragraph("Vi ")
        for kind, text in (("w:del", "danser "), ("w:ins", "synger ")):
            change = OxmlElement(kind)
            change.append(paragraph.add_run(text)._r)
            paragraph._p.append(change)

    (_, dance) = read(write).rows.given

    assert dance.fields["ingress"] == "Vi synger"


def test_text_in_boxes_is_told_and_not_read() -> None:
    def write(document: Opened) -> None:
        document.add_heading("Koret", 1)
        box = OxmlElement("w:txbxContent")
        box.append(document.add_paragraph("Gratis")._p)
        document.add_paragraph("Kom")._p.append(box)

    found = read_document("heftet.docx", saved(write))

    assert [problem.rule for problem in found.problems] == [Rule.DOCUMENT_HAS_BOXES]
    assert "Gratis" not in str(found.blocks)


def test_a_birth_number_is_left_out_of_every_draft() -> None:
    def write(document: Opened) -> None:
        document.add_heading("Koret", 1)
        document.add_paragraph("Kontakt: Ola 150784 12302")

    found = read(write)

    assert [problem.rule for problem in found.rows.problems] == [Rule.CELL_TELLS_A_BIRTH_NUMBER]
    assert "12302" not in str(found.rows)


def packed(content: bytes) -> bytes:
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED, compresslevel=1) as pack:
        pack.writestr("word/document.xml", content)
    return into.getvalue()


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (packed(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), Rule.IMPORT_BROKEN),
        (packed(b"<w:document/>"), Rule.IMPORT_BROKEN),
        (saved(the_booklet)[:9000], Rule.IMPORT_BROKEN),
        (OLE + "WordDocument".encode("utf-16-le"), Rule.IMPORT_OLD_WORD),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Rule.IMPORT_LOCKED),
        (b"hei", Rule.IMPORT_BROKEN),
        (b"", Rule.IMPORT_IS_EMPTY),
        (b"%PDF-1.7\n", Rule.IMPORT_IS_PDF),
    ],
)
def test_what_may_not_be_opened_is_refused_with_its_reason(data: bytes, rule: Rule) -> None:
    assert [problem.rule for problem in read_document("heftet.docx", data).problems] == [rule]


def test_what_unpacks_too_large_is_refused() -> None:
    found = read_document("heftet.docx", packed(b" " * (LARGEST_UNPACKED + 1)))

    assert [problem.rule for problem in found.problems] == [Rule.IMPORT_UNPACKS_TOO_LARGE]


def _is_sound(entry: Given) -> bool:
    text = text_of(draft_of(sound(entry, SITE).given, "utkast", SITE))
    return len(read_file(f"{entry.folder}/utkast.yaml", text.encode()).documents) == 1


@settings(max_examples=100, deadline=None)
@given(texts=st.lists(st.text(alphabet="Tidrsag: 18–#*-[]()<>&\n\t\"'{}", max_size=40), min_size=1, max_size=6))
def test_every_draft_of_odd_paragraphs_is_sound(texts: list[str]) -> None:
    heading = Block(1, (Part("Tilbud"),), level=1)
    blocks = [heading, heading, *(Block(2, (Part(plain_text(text)),)) for text in texts if plain_text(text))]

    found = entries_of("heftet.docx", blocks, SITE, VOCABULARY)

    assert all(_is_sound(entry) for entry in found.rows.given)
