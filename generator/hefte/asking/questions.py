"""What is asked of somebody who begins an entry: what every entry must have, and when, where and whom to call."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from hefte.asking.answers import WRITERS, Choices, Write, text
from hefte.catalogue import Catalogue
from hefte.field_words import hint
from hefte.language import Words
from hefte.model import Activity, Entry, Event, Group, Organisation, Place, Walk
from hefte.model.fields import FieldRow, field_named
from hefte.model.kinds import Need
from hefte.municipalities import MUNICIPALITIES
from hefte.telling.values import field_label

KINDS: Mapping[str, type[Entry]] = MappingProxyType(
    {
        "tur": Walk,
        "aktivitet": Activity,
        "organisasjon": Organisation,
        "arrangement": Event,
        "gruppe": Group,
        "sted": Place,
    }
)
"""What an editor may begin, by what one of it is called."""

ASKED: Mapping[type[Entry], tuple[str, ...]] = MappingProxyType(
    {
        Walk: ("lengde", "start", "kontakt"),
        Activity: ("når", "sted", "kontakt"),
        Organisation: ("besøksadresse", "kontakt"),
        Event: ("start", "sted", "kontakt"),
        Group: ("møtes", "sted", "kontakt"),
        Place: ("sted", "åpningstider", "kontakt"),
    }
)
"""When, where and whom to call: the fields that are asked beyond those that an entry must have."""

TITLE, ID = "tittel", "id"
_MOST_CHOICES = 12
_REQUIRED = (TITLE, ID, "ingress", "kategorier", "kommune")


class Question(NamedTuple):
    """One question: the key of its field, what it is called and for, an example, and what may be answered by number."""

    key: str
    label: str
    hint: str
    example: str
    is_required: bool
    choices: Choices
    write: Write = text

    @property
    def shown(self) -> Choices:
        """The choices with their numbers; a list longer than a screen is left out, its names may be written."""
        return self.choices if len(self.choices) <= _MOST_CHOICES or self.is_required else {}


def kind_named(name: str) -> type[Entry] | None:
    """The type that is called so, in the singular or by its folder."""
    return next((kind for word, kind in KINDS.items() if name.strip().lower() in (word, kind.folder)), None)


def questions_of(kind: type[Entry], catalogue: Catalogue, words: Words) -> tuple[Question, ...]:
    """The questions of a type in order; what has only one answer is not asked."""
    return tuple(_questions(kind, catalogue, words))


def known_at_once(catalogue: Catalogue) -> Mapping[str, str]:
    """What needs no question: the municipality, where the site is about one."""
    own = catalogue.settings.municipalities
    return {"kommune": f'"{own[0]}"'} if len(own) == 1 else {}


def _questions(kind: type[Entry], catalogue: Catalogue, words: Words) -> Iterator[Question]:
    for key in (*_REQUIRED, *ASKED[kind]):
        row = field_named(kind, key)
        if row is not None and key not in known_at_once(catalogue):
            yield _question(kind, row, catalogue, words)


def _question(kind: type[Entry], row: FieldRow, catalogue: Catalogue, words: Words) -> Question:
    own = f"{kind.__name__}.{row.alias}"
    write = _as_it_is if row.alias == ID else WRITERS.get(own) or WRITERS.get(row.alias, text)
    is_required = row.need is Need.REQUIRED and row.alias != ID
    example = f"new.example.{own if words.has(f'new.example.{own}') else row.alias}"
    return Question(
        row.alias,
        words.say("new.id") if row.alias == ID else field_label(kind, row, words),
        _hint(kind, row, words),
        words.say(example) if words.has(example) else row.example.strip('"'),
        is_required,
        _choices(row.alias, catalogue, words),
        write,
    )


def _choices(key: str, catalogue: Catalogue, words: Words) -> Choices:
    if key == "kategorier":
        return {code: category.name.said(words.language).text for code, category in catalogue.categories.items()}
    if key == "kommune":
        return {number: MUNICIPALITIES.get(number, number) for number in catalogue.settings.municipalities}
    if key == "sted":
        return {place.id: place.title.said(words.language).text for place in catalogue.all(Place)}
    return {}


def _as_it_is(answer: str, _choices: Choices) -> str:
    return answer


def _hint(kind: type[Entry], row: FieldRow, words: Words) -> str:
    """What a field is for: in words for whoever answers, or those of the field guide without its marks."""
    own = f"new.hint.{row.alias}"
    return words.say(own) if words.has(own) else hint(kind, row, words).replace("`", "")
