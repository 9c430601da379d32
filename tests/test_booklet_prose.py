"""Markdown becomes plain blocks of text, and letters that no typeface has fall away."""

from pathlib import Path

from fontTools.ttLib import TTFont

from hefte.booklet.letters import printable
from hefte.booklet.pieces import Block, Span
from hefte.booklet.prose import blocks_of
from hefte.typeface import RANGES

FONTS = Path(__file__).parents[1] / "templates/booklet/fonts"


def test_plain_text_is_split_at_its_empty_lines() -> None:
    blocks = blocks_of("Første linje\nfortsetter her.\n\nNeste avsnitt.")

    assert blocks == (
        Block("paragraph", (Span("Første linje fortsetter her."),)),
        Block("paragraph", (Span("Neste avsnitt."),)),
    )


def test_emphasis_of_either_kind_becomes_bold_as_italics_are_hard_to_read() -> None:
    blocks = blocks_of("Ta **godt** med *tid*.")

    spans = blocks[0].spans
    assert spans == (Span("Ta "), Span("godt", strong=True), Span(" med "), Span("tid", strong=True), Span("."))


def test_lists_and_headings_keep_their_kind() -> None:
    blocks = blocks_of("## Husk\n\n- vann\n- lue\n\n1. gå\n2. snu")

    assert [block.kind for block in blocks] == ["heading", "bullets", "numbers"]
    assert blocks[1].items == ((Span("vann"),), (Span("lue"),))


def test_a_date_at_the_start_of_a_line_is_no_list() -> None:
    assert blocks_of("12. oktober gikk **vi**.") == (
        Block("paragraph", (Span("12. oktober gikk "), Span("vi", strong=True), Span("."))),
    )
    assert blocks_of("17. mai går vi.") == (Block("paragraph", (Span("17. mai går vi."),)),)


def test_a_list_within_a_list_is_not_lost() -> None:
    blocks = blocks_of("- ytre\n    - indre\n- siste")

    assert [span.text for item in blocks[0].items for span in item] == ["ytre", "indre", "siste"]


def test_a_web_link_keeps_its_address_and_any_other_link_only_its_words() -> None:
    blocks = blocks_of("Se [siden](https://eksempel.no) og [turen](../turer/a.md).")

    assert [span.href for span in blocks[0].spans] == [None, "https://eksempel.no", None, None, None]


def test_scripts_and_tables_are_not_printed() -> None:
    blocks = blocks_of("Før.\n\n<script>alert(1)</script>\n\n<table><tr><td>x</td></tr></table>\n\nEtter & slutt.")

    assert [span.text for block in blocks for span in block.spans] == ["Før.", "Etter & slutt."]


def test_a_break_in_a_paragraph_becomes_a_blank() -> None:
    blocks = blocks_of("En  \nto *tre*")

    assert "".join(span.text for span in blocks[0].spans).split() == ["En", "to", "tre"]


def test_letters_of_norwegian_and_sami_are_printed_as_they_are() -> None:
    text = "Å gå på tur: «ŋ», ŧ, č, š – ½ km → mål"

    assert printable(text) == text


def test_emoji_fall_away_and_foreign_letters_become_question_marks() -> None:
    assert (printable("Tur 🎉!"), printable("北京"), printable("a\u030a")) == ("Tur !", "??", "å")


def test_every_letter_that_is_let_through_is_in_both_weights_of_the_last_typeface() -> None:
    allowed = {code for first, last in RANGES for code in range(first, last + 1)}

    for weight in ("Regular", "Bold"):
        with TTFont(FONTS / f"SourceSans3-{weight}.ttf") as font:
            assert allowed <= set(font.getBestCmap())
