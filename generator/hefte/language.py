"""The words of the product in one language, from `templates/language/<code>.yaml`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import yaml

from hefte.model.texts import LANGUAGES


class MissingWordsError(LookupError):
    """A word was asked for that the language does not have: a mistake of ours, not an editor's."""


class Words(NamedTuple):
    """A language's table from key to sentence; sentences hold `{values}` by name."""

    language: str
    table: Mapping[str, str]

    def say(self, key: str, /, **values: object) -> str:
        """Say a sentence with its values filled in; raise MissingWordsError where there is none."""
        sentence = self.table.get(key)
        if sentence is None:
            raise MissingWordsError(f"{self.language} has no words for '{key}'. Say it in every language.")
        return sentence.format_map(values) if values else sentence.replace("{{", "{").replace("}}", "}")

    def has(self, key: str) -> bool:
        """Whether there are words for the key."""
        return key in self.table

    def say_count(self, key: str, number: int, **values: object) -> str:
        """Say `key.one` or `key.many` with `{number}`."""
        form = "one" if number == 1 else "many"
        return self.say(f"{key}.{form}", number=number, **values)


def read_words(language: str, text: str) -> Words:
    """Read a flat YAML map of keys and sentences; every value is text."""
    table = yaml.load(text, Loader=yaml.CBaseLoader) or {}  # noqa: S506  # BaseLoader makes only text
    return Words(language, MappingProxyType({key: str(value) for key, value in table.items()}))


__all__ = ["LANGUAGES", "MissingWordsError", "Words", "read_words"]
