"""The facts of an entry in words, worked out once for its page and its row, which are made soon after each other."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry
from hefte.telling.entry import first_facts, other_facts
from hefte.telling.facts import Fact
from hefte.telling.people import Answer, yes_no_facts

_REMEMBERED = 100
"""Twice as many as a file has rows."""


class Facts(NamedTuple):
    """What has a teller of its own, every other field, and what one can count on."""

    first: tuple[Fact, ...]
    others: tuple[Fact, ...]
    answers: tuple[Answer, ...]


def facts(catalogue: Catalogue, words: Words, entry: Entry) -> Facts:
    """All facts of an entry in one language."""
    answers = yes_no_facts(entry, catalogue, words)
    return Facts(first_facts(entry, catalogue, words), other_facts(entry, words), answers)


def remembered(catalogue: Catalogue, words: Words) -> Callable[[Entry], Facts]:
    """The same of the entries of one catalogue; those asked for last are not worked out again."""
    return lru_cache(maxsize=_REMEMBERED)(partial(facts, catalogue, words))
