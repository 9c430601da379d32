"""Covers carry their words; marks and icons are whole."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hefte.doors.package import templates
from hefte.drawing.covers import background, cover, divided
from hefte.drawing.icons import read_icons
from hefte.drawing.marks import app_icon, favicon, mark
from hefte.drawing.scenes import Kind

ICONS = read_icons({path.stem: path.read_text("utf-8") for path in Path(templates() / "icons").glob("*.svg")})


def test_a_cover_says_title_place_and_edition() -> None:
    drawn = cover("Turheftet", "38 turer for alle", "Eksempelvik", "Vinteren 2026–27", Kind.HARBOUR, "a")

    words = ["".join(text.itertext()) for text in ET.fromstring(drawn).findall(".//{*}text")]  # noqa: S314
    assert words == ["EKSEMPELVIK", "Turheftet", "38 turer for alle", "Vinteren 2026–27"]


def test_a_cover_keeps_markup_out_of_its_words() -> None:
    drawn = cover("Ut & <opp>", "", "", "", Kind.PARK, "a", night=True)

    assert "Ut &amp; &lt;opp&gt;" in drawn.replace("</text>", "")


def test_the_cover_for_print_has_no_words() -> None:
    assert "<text" not in background(Kind.WINTER, "a", 148, 210, night=True)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Turheftet", ("Turheftet",)),
        ("Helt gratis", ("Helt gratis",)),
        ("Aktivitets\u00adheftet", ("Aktivitets-", "heftet")),
        ("Tur\u00adheftet", ("Turheftet",)),
        ("Korte turer for alle", ("Korte turer", "for alle")),
    ],
)
def test_a_long_title_is_divided_where_it_may_be(title: str, lines: tuple[str, ...]) -> None:
    assert divided(title) == lines


def test_the_marks_are_whole() -> None:
    for drawn in (mark(), favicon(), app_icon()):
        assert ET.fromstring(drawn).get("viewBox") == "0 0 64 64"  # noqa: S314


def test_an_icon_takes_the_colour_of_its_text() -> None:
    drawn = {name: ICONS.symbol(name) for name in ICONS.inner}

    for text in drawn.values():
        ET.fromstring(text)  # noqa: S314
    assert [name for name, text in drawn.items() if re.search("style=|#[0-9a-f]{3}", text)] == []


def test_an_icon_that_does_not_exist_is_named_and_replaced() -> None:
    assert ICONS.missing(("music", "no-such-icon")) == ("no-such-icon",)
    assert ICONS.symbol("no-such-icon") == ICONS.symbol("sparkles")


def test_every_icon_that_the_package_names_exists() -> None:
    named = set(re.findall(r"ikon: ([a-z0-9-]+)", (templates() / "taxonomy.yaml").read_text("utf-8")))
    for path in (*templates().rglob("*.typ"), *templates().rglob("*.html")):
        named |= set(re.findall(r'(?:icon\(|icon: |symbol\()"([a-z0-9-]+)"', path.read_text("utf-8")))

    assert ICONS.missing(sorted(named)) == ()
