"""Tell any value of the model by its kind, so that a new field is shown without a line of code."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from hefte import norwegian
from hefte.language import Words
from hefte.model.fields import FieldRow, values_of
from hefte.model.kinds import Choice, Record
from hefte.model.parts import Occasion, Spot
from hefte.model.values import Ages
from hefte.telling.people import tell_ages
from hefte.telling.when import capital, one_after_another, tell_days, tell_hours, tell_moment, tell_occasion
from hefte.telling.where import tell_spot

Teller = Callable[[Any, Words], str]


def tell_slope(degrees: float, language: str) -> str:
    """Tell a slope in per cent: 1:20 is «5 %»."""
    return tell_percent(norwegian.percent_of(degrees), language)


def tell_percent(percent: float, language: str) -> str:
    """Tell «5 %», to a tenth."""
    return f"{norwegian.number(percent, 1, language)}{norwegian.NBSP}%"


def tell_headcount(people: Ages, words: Words) -> str:  # noqa: ARG001
    """Tell «6–10», or the one number there is."""
    return "–".join(str(number) for number in people if number is not None)


def tell_kroner(amount: float, words: Words) -> str:
    """Tell a sum; 0 is «gratis»."""
    return norwegian.kroner(amount, words.language) if amount else words.say("tell.free_small")


def tell_link(address: str, words: Words) -> str:  # noqa: ARG001
    """Tell a web address by its host and path, without what everybody skips."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def tell_phone(digits: str, words: Words) -> str:  # noqa: ARG001
    """Tell a phone number in pairs."""
    return norwegian.phone(digits)


def tell_yes_no(answer: bool, words: Words) -> str:  # it is the value
    """Tell a field that is only yes or no."""
    return words.say("choice.YesNoPartly.ja" if answer else "choice.YesNoPartly.nei")


_TELLERS: Mapping[str, Teller] = {
    "line": lambda text, words: text.said(words.language).text,
    "markdown": lambda text, words: text.said(words.language).text,
    "metres": lambda value, words: norwegian.metres(value, words.language),
    "length": lambda value, words: norwegian.distance(value, words.language),
    "centimetres": lambda value, words: f"{norwegian.number(value, 1, words.language)}{norwegian.NBSP}cm",
    "slope": lambda value, words: tell_slope(value, words.language),
    "minutes": lambda value, words: norwegian.duration(value, words.language),
    "kroner": tell_kroner,
    "number": lambda value, words: norwegian.number(value, 1, words.language),
    "count": lambda value, words: norwegian.number(value, 0, words.language),
    "ages": tell_ages,
    "headcount": tell_headcount,
    "date": lambda value, words: norwegian.day(value, words.language),
    "days": lambda value, words: tell_days(value, words.language),
    "hours": tell_hours,
    "moment": lambda value, words: tell_moment(value, None, words),
    "phone": tell_phone,
    "yes_no": tell_yes_no,
    "link": tell_link,
}
"""How each kind is told; a kind that is not here is told as it stands."""


def tell_value(row: FieldRow, value: Any, words: Words) -> str:  # noqa: ANN401  # every kind of value
    """Tell one value, or a list of them, in one line."""
    if row.many and isinstance(value, tuple):
        if row.kind == "choice":
            return tell_choices(value, words)
        return one_after_another((_tell_one(row, one, words) for one in value), "; ")
    return _tell_one(row, value, words)


def tell_choices(choices: Iterable[Choice], words: Words) -> str:
    """Several codes of one list in words: «Vår, sommer og høst»."""
    told = [words.say(f"choice.{type(one).__name__}.{one.value}") for one in choices]
    return norwegian.joined([*told[:1], *map(begun_small, told[1:])], words.say("tell.and"))


def _tell_one(row: FieldRow, value: Any, words: Words) -> str:  # noqa: ANN401
    if isinstance(value, Occasion):
        return tell_occasion(value, words)
    if isinstance(value, Spot):
        return ", ".join(filter(None, tell_spot(value)))
    if isinstance(value, Record):
        return tell_record(value, words)
    if row.kind == "choice" or (row.made_of and hasattr(value, "value")):
        return words.say(f"choice.{type(value).__name__}.{value.value}")
    teller = _TELLERS.get(row.kind)
    return teller(value, words) if teller else str(value)


def tell_record(record: Record, words: Words) -> str:
    """Tell the known parts of a record as one would say it: «Ja, 2 stk., 20 m unna. I første etasje.»."""
    told: list[str] = []
    parts: list[str] = []
    for row, value in values_of(record):
        if row.own:
            continue
        if row.alias in _SENTENCES or row.kind == "link":
            told += (_sentence(parts), tell_value(row, value, words))
            parts = []
        else:
            parts.append(tell_part(type(record), row, value, words))
    return one_after_another((*told, _sentence(parts)), ". ")


_SENTENCES = frozenset({"merknad", "tekst"})
"""Fields whose words are sentences of their own, without a label."""

_MEASURES = frozenset({"metres", "length", "centimetres", "slope", "minutes", "number"})
"""Kinds that follow their label without a colon."""


def tell_part(record: type[Record], row: FieldRow, value: Any, words: Words) -> str:  # noqa: ANN401  # every kind of value
    """One part of a record: in words of its own where it has them, else after its label."""
    text = _inside(row, tell_value(row, value, words))
    own = f"tell.part.{row.name}"
    if words.has(stated := f"{own}.{_code(value)}"):
        return words.say(stated)
    if words.has(own):
        return words.say(own, value=text)
    if row.alias == "svar" or row.kind == "date":
        return text
    label = field_label(record, row, words)
    return f"{label}{'' if row.kind in _MEASURES else ':'} {text}"


def _code(value: object) -> str:
    """A choice by its code, yes and no as they are written."""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    return str(value.value) if isinstance(value, Choice) else ""


def _sentence(parts: Sequence[str]) -> str:
    told = [part for part in parts if part]
    return capital(", ".join([*told[:1], *(begun_small(part) for part in told[1:])]))


def _inside(row: FieldRow, text: str) -> str:
    """A code within a sentence begins small; names and places keep their letters."""
    return begun_small(text) if row.kind in {"choice", "yes_no", "record"} else text


def begun_small(text: str) -> str:
    """A label or a code within a sentence; HC-parkering keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def field_label(record: type[Record], row: FieldRow, words: Words) -> str:
    """The word for a field; a class may have a word of its own for it."""
    own = f"field.{record.__name__}.{row.name}"
    return words.say(own if words.has(own) else f"field.{row.name}")
