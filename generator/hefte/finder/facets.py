"""The filters, each declared once: its code, how an entry answers it, and the choices there are, in their order.

A new filter is one row here and its words, `finder.<code>`, in every language.
"""

from collections.abc import Iterable
from typing import NamedTuple

from hefte.finder import answers
from hefte.finder.answers import AGES, KRONER, MINUTES, REACH_METRES, SEASONS, STOP_METRES, UNKNOWN, Reader, code_of
from hefte.model import ENTRY_TYPES
from hefte.model.choices import Adapted, Energy, People
from hefte.model.fields import fields_of
from hefte.model.kinds import Choice
from hefte.model.parts import Suited
from hefte.model.walk_choices import Grade, Verdict
from hefte.norwegian import slug


class Option(NamedTuple):
    """A choice within a filter: its code in the address, and the key of its words."""

    code: str
    label: str


class Facet(NamedTuple):
    """A filter; one without options takes them from the content. `label` is the key of its words.

    `answers` are drawn as one row of Ja · Vet ikke · Nei; `open` filters stand first, the others are unfolded.
    """

    code: str
    label: str
    read: Reader
    options: tuple[Option, ...] = ()
    answers: bool = False
    open: bool = False


_DONT_KNOW = Option(UNKNOWN, "finder.unknown")


def _choices(choices: Iterable[Choice]) -> tuple[Option, ...]:
    found = (Option(code_of(choice), f"choice.{type(choice).__name__}.{choice.value}") for choice in choices)
    return (*found, _DONT_KNOW)


def _own(code: str, *options: object) -> tuple[Option, ...]:
    return (*(Option(str(option), f"finder.{code}.{option}") for option in options), _DONT_KNOW)


_PRICES = _own("pris", "gratis", *(f"under-{kroner}" for kroner in KRONER))
_YES_NO = tuple(Option(code, f"finder.answer.{code}") for code in ("ja", "delvis", UNKNOWN, "nei"))

_ROOM = tuple(
    option._replace(label="choice.Places.venteliste") if option.code == "delvis" else option for option in _YES_NO
)
"""Whether there is room: in between yes and no is a waiting list."""


def _answer(code: str, read: Reader, label: str = "", *, is_open: bool = False) -> Facet:
    return Facet(code, label or f"finder.{code}", read, _YES_NO, answers=True, open=is_open)


def _suited() -> Iterable[Facet]:
    """The facts of `egnet` under their own names; two of them stand elsewhere, for walks answer them too."""
    for row in fields_of(Suited):
        if row.name not in {"wheelchair_in", "accessible_toilet"}:
            yield _answer(slug(row.alias), answers.counts_on(row.name), f"field.{row.name}")


OF_WALKS = (("rollator", "rullator"), ("pram", "barnevogn"), ("cycle", "sykkel"))
"""Facts of walks that are yes, partly or no, and have no official class."""

FACETS: tuple[Facet, ...] = (
    Facet("pris", "finder.pris", answers.price_with_card, _PRICES, open=True),
    Facet("pris-uten", "finder.pris-uten", answers.price_without_card, _PRICES),
    _answer("rullestol", answers.wheelchair, is_open=True),
    _answer("hc-toalett", answers.toilet, "field.accessible_toilet", is_open=True),
    Facet(
        "slag",
        "finder.slag",
        answers.kind,
        tuple(Option(kind.folder, f"type.{kind.folder}.many") for kind in ENTRY_TYPES),
        open=True,
    ),
    Facet("kategori", "finder.kategori", answers.categories, open=True),
    Facet("omrade", "finder.omrade", answers.area, open=True),
    Facet("kommune", "finder.kommune", answers.municipality),
    Facet("energi", "field.energy", answers.one_of("energy", "energi"), _choices(Energy), open=True),
    Facet("inne-ute", "field.indoors", answers.indoors, _own("inne-ute", "inne", "ute")),
    Facet("varighet", "finder.varighet", answers.minutes, _own("varighet", *(low for low, _ in MINUTES))),
    Facet("sesong", "field.season", answers.season, _choices(SEASONS)),
    Facet("alder", "finder.alder", answers.ages, _own("alder", *(low for low, _ in AGES))),
    Facet("for", "finder.for", answers.people, _choices(People)),
    Facet("tilrettelagt", "field.adapted", answers.adapted, _choices(Adapted)),
    _answer("drop-in", answers.drop_in),
    _answer("ledig", answers.places_left)._replace(options=_ROOM),
    _answer("ledsagerbevis", answers.companion_card, "field.companion_card"),
    Facet(
        "rekkevidde",
        "finder.rekkevidde",
        answers.reach,
        _own("rekkevidde", *(f"minst-{metres}" for metres in REACH_METRES), "hele"),
    ),
    Facet(
        "klasse",
        "finder.klasse",
        answers.walk_class,
        _choices((Verdict.ACCESSIBLE, Verdict.PARTLY, Verdict.NOT)),
    ),
    Facet("gradering", "field.grade", answers.of_walks("grade", "gradering"), _choices(Grade)),
    *(_answer(slug(alias), answers.of_walks(name, alias), f"field.{name}") for name, alias in OF_WALKS),
    _answer("broytet", answers.ploughed, "field.ploughed"),
    Facet(
        "holdeplass",
        "finder.holdeplass",
        answers.stop_near,
        _own("holdeplass", *(f"inntil-{metres}" for metres in STOP_METRES)),
    ),
    *_suited(),
)
"""Every filter whose answer is the same wherever and whenever it is asked; time and distance are the device's."""
