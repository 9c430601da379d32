"""«Meter for meter»: the stretches of a walk as rows of a table, as a manual wheelchair meets them."""

from typing import NamedTuple

from hefte import norwegian
from hefte.assessment.reach import Ground, Part, Reach
from hefte.assessment.telling import tell_missing, tell_reasons, told_percents
from hefte.language import Words
from hefte.telling.stretch import tell_ground, tell_surface
from hefte.telling.when import capital

STATUS = {
    Ground.EASY: "ja",
    Ground.HEAVIER: "delvis",
    Ground.STOPS: "nei",
    Ground.BEYOND: "ja",
    Ground.UNKNOWN: "vet-ikke",
}
"""The look of a chip by the plain word."""


class StretchRow(NamedTuple):
    """One row of «Meter for meter»: where, the plain word, the official one, the ground, the reasons."""

    ground: str
    metres: str
    status: str
    word: str
    official: str
    lead: str
    facts: str
    reasons: str


def stretch_rows(reach: Reach, words: Words) -> tuple[StretchRow, ...]:
    """The parts of the way in their order; what nobody has measured is a row too."""
    return tuple(_row(part, words) for part in reach.parts)


def _row(part: Part, words: Words) -> StretchRow:
    ground = Ground.EASY if part.ground is Ground.BEYOND else part.ground
    return StretchRow(
        ground=ground.value,
        metres=f"{norwegian.number(part.from_m, 0, words.language)}–{norwegian.metres(part.to_m, words.language)}",
        status=STATUS[part.ground],
        word=words.say(f"assessment.ground.{part.ground.value}"),
        official=words.say(f"choice.Verdict.{part.verdict.value}"),
        lead=tell_surface(part.stretch, words) if part.stretch else words.say("walk_page.not_measured"),
        facts=tell_ground(part.stretch, words, told_percents(part)) if part.stretch else "",
        reasons=" ".join(filter(None, (_reasons(part, words), _to_measure(part, words)))),
    )


def _reasons(part: Part, words: Words) -> str:
    told = tell_reasons(part, words)
    return f"{capital(told)}." if told else ""


def _to_measure(part: Part, words: Words) -> str:
    missing = part.assessment.missing if part.assessment else ()
    return words.say("walk_page.measure_next", missing=tell_missing(missing, words)) if missing else ""
