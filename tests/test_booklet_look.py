"""Clear print: enough contrast for every text colour, and letters of a size to be read."""

import re
from itertools import product
from pathlib import Path

import pytest

from hefte.booklet.inks import INK
from hefte.booklet.make import POINTS
from hefte.booklet.press import COLOURS, TINTS

THEME = (Path(__file__).parents[1] / "templates/booklet/theme.typ").read_text(encoding="utf-8")
LEAST_CONTRAST, LEAST_POINTS, LEAST_LARGE = 7.0, 12.0, 16.0
SAND, NOTICE, WHITE = "#f6efe0", "#fbe6df", "#ffffff"


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def named(name: str) -> str:
    """A colour of the theme by its name."""
    found = re.search(rf'#let {name} = rgb\("(#[0-9a-f]{{6}})"\)', THEME)
    assert found, f"theme.typ has no colour {name}"
    return found[1]


@pytest.mark.parametrize(("text", "ground"), tuple(product(("ink", "muted", "rust"), (WHITE, SAND))))
def test_every_text_colour_can_be_read_on_paper_and_on_sand(text: str, ground: str) -> None:
    assert contrast(named(text), ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("ground", [WHITE, SAND])
def test_headings_can_be_read_where_the_municipality_has_no_colour_of_its_own(ground: str) -> None:
    assert contrast(INK, ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("fill", re.findall(r'fill: rgb\("(#[0-9a-f]{6})"\), icon', THEME))
def test_white_words_can_be_read_on_every_status(fill: str) -> None:
    assert contrast(WHITE, fill) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", COLOURS)
def test_chapter_colours_carry_white_and_can_be_read_on_paper_and_their_tint(name: str) -> None:
    assert contrast(WHITE, COLOURS[name]) >= LEAST_CONTRAST
    assert contrast(COLOURS[name], TINTS[name]) >= LEAST_CONTRAST
    assert contrast(named("muted"), TINTS[name]) >= LEAST_CONTRAST


def test_notices_can_be_read() -> None:
    assert contrast(named("ink"), NOTICE) >= LEAST_CONTRAST


def test_body_text_is_twelve_points_and_large_print_sixteen() -> None:
    normal, large = POINTS.values()

    assert normal >= LEAST_POINTS
    assert large >= LEAST_LARGE
