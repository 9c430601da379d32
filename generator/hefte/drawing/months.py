"""A bar per month that shows how much is fresh, overdue and never checked; and the same as one bar in a row."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hefte.drawing.paint import drawing, escaped
from hefte.drawing.shapes import element
from hefte.language import Words

_WIDTH, _PLOT, _LEFT, _TOP, _BELOW = 390.0, 150.0, 46.0, 22.0, 24.0
_GAP = 0.28
_SIZE = 12
LOOKS = ("d-fill-lett", "d-fill-soon", "d-fill-empty")
"""Fresh from the ground up, then what is overdue, then what nobody has checked: dark, light and outlined."""


class Month(NamedTuple):
    """A bar: what stands under it, how much of it each part is, and the per cent that stands above it."""

    label: str
    parts: tuple[int, ...]
    percent: int


def draw_months(months: Sequence[Month], words: Words, *, title: str, says: str, id: str) -> str:  # noqa: A002  # its id
    """Draw the months from left to right; `says` tells in words what the bars show."""
    step = (_WIDTH - _LEFT) / max(len(months), 1)
    bars = "".join(_bar(month, _LEFT + at * step, step) for at, month in enumerate(months))
    rules = "".join(_rule(share) for share in (0, 50, 100))
    return drawing(id, _WIDTH, _TOP + _PLOT + _BELOW, words, title, says, rules + bars)


def draw_share(parts: Sequence[int]) -> str:
    """The parts side by side as one bar that fills its box; the numbers stand beside it, so it is silent."""
    spans = _spans(parts, 100.0)
    inside = "".join(
        element("rect", x=f"{at:.1f}%", y=0, width=f"{long:.1f}%", height="100%", class_=look)
        for look, (at, long) in zip(LOOKS, spans, strict=False)
        if long
    )
    return f'<svg class="share" aria-hidden="true" focusable="false">{inside}</svg>'


def _rule(share: int) -> str:
    y = _TOP + _PLOT * (1 - share / 100)
    line = element("path", d=f"M{_LEFT:g} {y:g}H{_WIDTH:g}", class_="d-rule")
    return line + _text(f"{share} %", _LEFT - 6, y + 4, "end")


def _bar(month: Month, left: float, step: float) -> str:
    """One month; its parts are stacked from the ground."""
    width, middle = step * (1 - _GAP), left + step / 2
    shapes = "".join(_stacked(month.parts, middle - width / 2, width))
    name = _text(month.label, middle, _TOP + _PLOT + 17, "middle")
    return shapes + name + _text(f"{month.percent}", middle, _TOP - 7, "middle", strong=True)


def _stacked(parts: Sequence[int], x: float, width: float) -> Iterator[str]:
    for look, (at, high) in zip(LOOKS, _spans(parts, _PLOT), strict=False):
        if high:
            y = _TOP + _PLOT - at - high
            yield element("rect", x=float(x), y=float(y), width=float(width), height=float(high), class_=look)


def _spans(parts: Sequence[int], whole: float) -> Iterator[tuple[float, float]]:
    """Where each part begins and how long it is, of a whole."""
    total, at = sum(parts) or 1, 0.0
    for part in parts:
        long = whole * part / total
        yield at, long
        at += long


def _text(text: str, x: float, y: float, anchor: str, *, strong: bool = False) -> str:
    look = "d-strong" if strong else "d-text"
    return element("text", escaped(text), x=float(x), y=float(y), class_=look, font_size=_SIZE, text_anchor=anchor)
