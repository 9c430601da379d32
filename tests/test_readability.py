"""How hard a text is to read: its sentences as a reader ends them, and LIX as Björnsson counted it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hefte.readability import is_surely_easier, read_through, sentences_of, without_marks


def told(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Kom kl. 18.30. Ta med sko.", ["Kom kl. 18.30.", "Ta med sko."]),
        ("Ta med f.eks. sko, ca. to par, bl.a. joggesko.", ["Ta med f.eks. sko, ca. to par, bl.a. joggesko."]),
        ("Ring tlf. 69 00 00 00 før 1. mai. Det er gratis.", ["Ring tlf. 69 00 00 00 før 1. mai.", "Det er gratis."]),
        ("Bussen går nr. 5 og 6. Ta den!", ["Bussen går nr. 5 og 6.", "Ta den!"]),
        ("H. C. Andersens gate er bratt.", ["H. C. Andersens gate er bratt."]),
        ("Er du der? «Ja.» Fint … Da går vi.", ["Er du der?", "«Ja.»", "Fint …", "Da går vi."]),
        ("Husk: Ta med sko.", ["Husk:", "Ta med sko."]),
        ("Husk dette: sko og drikke.", ["Husk dette: sko og drikke."]),
        ("## Slik gjør du\nGå inn.\n- sko\n- klær\n\nKom", ["Slik gjør du", "Gå inn.", "sko", "klær", "Kom"]),
        ("Les **mer** [her](https://a.no/x_(y)). ![alt](b.jpg)", ["Les mer her."]),
        ("Det koster 50 kr. Barn går gratis.", ["Det koster 50 kr.", "Barn går gratis."]),
        ("", []),
        ("— * —", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, sentences: list[str]) -> None:
    assert told(text) == sentences


def test_lix_is_words_per_sentence_and_the_percentage_of_long_words() -> None:
    reading = read_through("Vi går tur sammen. Alle er velkommen til turgruppa.")

    assert (len(reading.sentences), reading.words, reading.long_words) == (2, 9, 2)
    assert reading.lix == round(9 / 2 + 100 * 2 / 9)


def test_a_number_is_a_short_word_and_an_address_is_none() -> None:
    reading = read_through("Ring 69000000 eller se https://www.eksempel.no/veldig/langt og post@eksempel.no.")

    assert (reading.words, reading.long_words) == (5, 0)


def test_the_longest_sentence_is_the_first_of_the_longest() -> None:
    text = "Kom. Vi går ut. Du er med."

    longest = read_through(text).longest

    assert (longest.text, longest.start) == ("Vi går ut.", 5)


def test_a_text_without_words_has_no_lix() -> None:
    assert read_through("**").lix == 0


@given(st.text("ab .:!\n#*-[]()>«»1Æ_`|\\", max_size=80))
def test_every_letter_stays_at_its_place_whatever_is_written(text: str) -> None:
    plain = without_marks(text)

    assert len(plain) == len(text)
    assert all(new in (old, " ") for new, old in zip(plain, text, strict=True))
    assert all(text[sentence.start] == plain[sentence.start] != " " for sentence in sentences_of(text))


PIECES = st.sampled_from(
    (*"*_#`(»?", "Kom ", "kaffe", " kl. 18", "f.eks. ", "inkl. Mat ", "Inkl. Ta ",
     "støttekontakten", ". ", ".", "! ", ": ",
     "Ta ", "1. ", "mai", " ", "– ", "- ", "50 kr. ", "Æ. ", "evt. Ny ", "gå hjem. ", "Da går vi",
     "**", "\n\n", "\n- ", "\n- Ny ", "- Ny ", "\n2. ", "\n# ", "\n> ", "\n", "\n---\n", "[du kan](x.html)", "[")
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join), st.integers(0, 90), st.integers(1, 40))
def test_a_text_that_is_let_go_at_once_is_not_harder_than_the_limits(text: str, limit: int, longest: int) -> None:
    if is_surely_easier(text, limit, longest):
        reading = read_through(text)
        assert reading.lix <= limit
        assert all(len(sentence.words) <= longest for sentence in reading.sentences)


def test_most_easy_texts_are_let_go_at_once() -> None:
    easy = "Møt opp på biblioteket klokka elleve. Kaffen er gratis. Ta gjerne med strikketøyet ditt."

    assert is_surely_easier(easy, 45, 6)
    assert is_surely_easier(easy.replace("gratis.", "[**gratis**](pris.html).\n\n"), 45, 6)
    assert not is_surely_easier(easy, 15, 35)
    assert not is_surely_easier(easy, 45, 5)
