"""The three languages say the same things: equal keys, equal values to fill in."""

import re
from collections import Counter
from collections.abc import Mapping
from string import Formatter

import pytest

from hefte.doors.package import templates, words_of
from hefte.language import LANGUAGES

OTHERS = LANGUAGES[1:]


def sentences(language: str) -> Mapping[str, str]:
    return words_of(language).table


def values_in(sentence: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


NB = sentences("nb")


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_keys(language: str) -> None:
    lacks, more = sorted(NB.keys() - sentences(language)), sorted(sentences(language).keys() - NB.keys())

    assert not lacks, f"{language} has no words for {lacks}. Say it in every language."
    assert not more, f"Only {language} has words for {more}. Say it in every language, or take it away."


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_fills_in_the_same_values(language: str) -> None:
    other = sentences(language)

    differ = sorted(key for key in NB.keys() & other if values_in(NB[key]) != values_in(other[key]))

    assert not differ, f"{language} fills in other values than nb in {differ}."


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_said_twice(language: str) -> None:
    text = (templates() / "language" / f"{language}.yaml").read_text(encoding="utf-8")
    keys = [line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()]

    twice = sorted(key for key, times in Counter(keys).items() if times > 1)

    assert not twice, f"{language} says {twice} twice; only the last is heard."


def test_bokmaal_has_one_form_of_the_words_for_files_and_folders() -> None:
    mixed = re.compile(r"\b(?:innholds)?(?:mappa|linja|lista|fila|framtida)\b", re.IGNORECASE)

    found = sorted(key for key, said in NB.items() if mixed.search(said))

    assert not found, f"{found} should say mappen, linjen, listen, filen, fremtiden: one form throughout."
