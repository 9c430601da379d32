"""A fact about an entry as it is told: the answer in bold, more beneath it, and whether anybody is sure."""

from typing import NamedTuple

from hefte.language import Words
from hefte.model import Entry
from hefte.model.texts import Text
from hefte.telling.sources import is_unsure


class Fact(NamedTuple):
    """One line of facts: `name` is the field's, `answer` the bold words, `more` what stands under them."""

    name: str
    label: str
    answer: str
    more: tuple[str, ...] = ()
    unsure: bool = False
    known: bool = True


def said(text: Text | None, words: Words) -> str:
    """The words of a text in the reader's language, or nothing."""
    return text.said(words.language).text if text else ""


def known(entry: Entry, name: str, alias: str, words: Words, told: str, *more: str) -> Fact:
    """A fact that somebody has told us; `alias` is the key whose sources say how sure it is."""
    kept = tuple(part for part in more if part)
    return Fact(name, words.say(f"field.{name}"), told, kept, unsure=is_unsure(entry, alias))


def unknown(name: str, words: Words) -> Fact:
    """A fact that nobody has told us; it looks like that."""
    return Fact(name, words.say(f"field.{name}"), words.say("tell.dont_know"), known=False)
