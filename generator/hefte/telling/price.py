"""What it costs, and what it costs for two: the person and the support contact."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from hefte import norwegian
from hefte.language import Words
from hefte.model import Entry
from hefte.model.choices import Discount
from hefte.model.parts import PriceRow
from hefte.telling.facts import said
from hefte.telling.when import one_after_another

_ROUGHLY = r"(?:omtrent|omlag|om lag|cirka|ca\.|about) "

_EACH_TIME = re.compile(
    rf"(?:{_ROUGHLY})?"
    r"(?:(?:per|pr\.?|hver|kvar|en|ein|each|every|a) )?"
    r"(?:gang|gong|time|billett|inngang|person|runde|besøk|dag|ticket|entry|entrance|admission|round|visit|day)",
    re.IGNORECASE,
)
"""What `gjelder` says of a price that each pays each time; all else is bought once and not doubled."""


_GOES_ON = re.compile(
    rf"(?:{_ROUGHLY})?"
    r"(?:per|pr\.?|hver|hvert|kvar|kvart|for|i|til|each|every|an?)\s",
    re.IGNORECASE,
)
"""What goes on after the sum without a comma: «60 kr per gang», but «250 kr, ett kart»."""


_ABOUT = re.compile(_ROUGHLY, re.IGNORECASE)
"""What is said of the sum itself, before the sum: «omtrent 80 kr per gang»."""


class ForTwo(NamedTuple):
    """The sum for two in kroner: with a companion card, and without; None is «vet ikke»."""

    with_card: float | None
    without_card: float | None
    card: Discount | None

    @property
    def known(self) -> bool:
        """Whether any sum can be told."""
        return self.with_card is not None or self.without_card is not None

    @property
    def free(self) -> bool:
        """Whether it costs nothing either way."""
        return self.with_card == 0 and self.without_card == 0


def is_free(entry: Entry) -> bool:
    """Whether every price of an entry is 0; a price nobody has stated is not free."""
    return bool(entry.price) and all(row.amount == 0 for row in entry.price or ())


def has_conditions(entry: Entry) -> bool:
    """Whether a price holds on some condition only, as «Dere betaler for deler»; such a price is not promised."""
    return any(row.condition for row in entry.price or ())


def rows_on(entry: Entry, today: date) -> tuple[PriceRow, ...]:
    """The price rows in force on a day; all of them where none is."""
    rows = entry.price or ()
    now = tuple(row for row in rows if _in_force(row, today))
    return now or rows


def _in_force(row: PriceRow, today: date) -> bool:
    return (row.first is None or row.first <= today) and (row.last is None or today <= row.last)


def price_for_two(entry: Entry, today: date) -> ForTwo:
    """The sum for two by the rule of the companion card.

    `ja`: the person's price; `nei`: twice; `rabatt`: with the companion's stated price, else not
    known; absent: both sums, each with its condition. A companion's price that is stated is added
    whenever the card is used. A membership, a course or a map has no sum for two: see `bought_once`.
    """
    rows = rows_on(entry, today)
    own = None if bought_once(entry, today) else _first_paid(row.amount for row in _each_time(rows))
    beside = _first_paid(row.amount for row in rows if row.companion)
    card = entry.companion_card
    if own is None:
        return ForTwo(None, None, card)
    if own == 0:
        return ForTwo(beside or 0.0, beside or 0.0, card)
    if card is Discount.NO:
        return ForTwo(None, 2 * own, card)
    if card is Discount.REDUCED and beside is None:
        return ForTwo(None, 2 * own, card)
    return ForTwo(own + (beside or 0.0), 2 * own, card)


def bought_once(entry: Entry, today: date) -> PriceRow | None:
    """The first price that is not paid each time, as «halvår» in `gjelder`, where nothing else costs anything."""
    paid = tuple(row for row in rows_on(entry, today) if row.amount and not row.companion)
    return None if not paid or _each_time(paid) else paid[0]


def _each_time(rows: Iterable[PriceRow]) -> tuple[PriceRow, ...]:
    return tuple(row for row in rows if not row.companion and _is_each_time(row))


def _is_each_time(row: PriceRow) -> bool:
    return row.covers is None or bool(_EACH_TIME.fullmatch(row.covers.said("nb").text.strip()))


def _first_paid(amounts: Iterable[float]) -> float | None:
    """The first price that is not 0: what is free for some only must not look free."""
    stated = tuple(amounts)
    return next((amount for amount in stated if amount), 0.0) if stated else None


def tell_for_two(entry: Entry, today: date, words: Words) -> str:
    """Tell the price for two in one short line; what is bought once as it stands."""
    if bought_once(entry, today):
        return tell_price(entry, today, words)
    two = price_for_two(entry, today)
    if not two.known:
        return words.say("tell.dont_know")
    if two.free:
        return words.say("tell.free")
    kroner = {name: norwegian.kroner(value, words.language) for name, value in _sums(two) if value is not None}
    key = _card_in_words(two)
    return words.say(f"tell.two_{key}", **kroner) if key else kroner["with_card"]


def _card_in_words(two: ForTwo) -> str:
    """Which words tell what the companion card does to a sum; empty where it changes nothing."""
    if two.with_card is not None and two.with_card == two.without_card:
        return ""
    if two.card is None:
        return "either"
    if two.with_card is not None:
        return "with_card"
    return "no_card" if two.card is Discount.NO else "unknown_card"


def card_words(entry: Entry, today: date) -> str | None:
    """The words of its price for two that a reader may ask about; None where no price for two is told."""
    if not entry.price or is_free(entry) or bought_once(entry, today):
        return None
    two = price_for_two(entry, today)
    return _card_in_words(two) if two.known else ""


def _sums(two: ForTwo) -> tuple[tuple[str, float | None], ...]:
    return ("with_card", two.with_card), ("without_card", two.without_card)


def tell_row(row: PriceRow, words: Words) -> tuple[str, str]:
    """One price row as (what for, how much)."""
    texts = (said(text, words) for text in (row.name, row.covers, row.condition))
    return ", ".join(filter(None, texts)), _amount(row, words)


def tell_price(entry: Entry, today: date, words: Words) -> str:
    """Tell the price in one line: «Gratis», «60 kr», «Voksen 60 kr, barn 30 kr»."""
    rows = tuple(_in_a_line(row, words) for row in rows_on(entry, today))
    if not rows:
        return words.say("tell.dont_know")
    told = one_after_another(rows, "; " if any(", " in row for row in rows) else ", ")
    return told[:1].upper() + told[1:]


def _in_a_line(row: PriceRow, words: Words) -> str:
    """One row with its sum after its name: «Voksen 60 kr per gang, med Fritidskort», «Inngang 50 kr. Vann er med.»."""
    name, covers, condition = (said(text, words) for text in (row.name, row.covers, row.condition))
    amount, about = _amount(row, words), _ABOUT.match(covers)
    if about:
        amount, covers = f"{about[0].strip()} {amount}", covers[about.end() :]
    told = f"{name}{':' if ' ' in name else ''} {amount}" if name else amount
    if covers:
        told += f"{' ' if _GOES_ON.match(covers) else ', '}{covers}"
    if condition:
        told += f"{'. ' if condition[:1].isupper() and condition.endswith('.') else ', '}{condition}"
    return told


def _amount(row: PriceRow, words: Words) -> str:
    return norwegian.kroner(row.amount, words.language) if row.amount else words.say("tell.free_small")
