"""The words of the product: every language says everything, and a word that is missing is our mistake."""

import re

import pytest

from booklet_samples import words
from hefte.language import LANGUAGES, MissingWordsError, read_words

SENTENCES = read_words(
    "nb", 'hello: "Hei, {name}!"\ncount.one: "{number} treff"\ncount.many: "{number} treff i alt"\nno: nei'
)


def test_a_sentence_is_filled_with_its_values() -> None:
    assert SENTENCES.say("hello", name="Kari") == "Hei, Kari!"
    assert SENTENCES.say("hello") == "Hei, {name}!"


def test_a_value_is_text_and_never_a_pattern() -> None:
    assert SENTENCES.say("hello", name="{config} {0}") == "Hei, {config} {0}!"


def test_yes_and_no_are_words_and_not_truths() -> None:
    assert SENTENCES.say("no") == "nei"


@pytest.mark.parametrize(("number", "said"), [(1, "1 treff"), (0, "0 treff i alt"), (7, "7 treff i alt")])
def test_one_is_told_otherwise_than_many(number: int, said: str) -> None:
    assert SENTENCES.say_count("count", number) == said


def test_a_missing_word_names_itself_and_its_language() -> None:
    assert not SENTENCES.has("adjø")
    with pytest.raises(MissingWordsError, match=r"nb has no words for 'adjø'"):
        SENTENCES.say("adjø")


def test_an_empty_file_is_a_language_without_words() -> None:
    assert read_words("nb", "").table == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words_with_the_same_values(language: str) -> None:
    own, first = words(language).table, words("nb").table
    values = {key: set(re.findall(r"(?<!{){(\w+)}", text)) for key, text in own.items()}

    missing = first.keys() ^ own.keys()
    different = [key for key, text in first.items() if set(re.findall(r"(?<!{){(\w+)}", text)) != values.get(key)]

    assert not missing, f"{language} and nb do not have the same words: {sorted(missing)}"
    assert not different, f"{language} fills in other values than nb: {different}"
