"""The colours can be read, by day and by night."""

from re import findall, search

import pytest

from hefte.doors.package import templates

TOKENS = (templates() / "website" / "css" / "tokens.css").read_text(encoding="utf-8")
GROUNDS = ("papir", "flate", "sand")
TEXTS = ("blekk", "dempet", "overskrift", "fjord")
PAIRS = (
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    ("rust", "papir"),
    ("topp-tekst", "topp"),
    ("topp-dempet", "topp"),
    ("knapp-tekst", "knapp"),
    *((tone, f"{tone}-flate") for tone in ("gran", "oker", "rust", "fjord")),
    *(("papir", tone) for tone in ("gran", "oker", "rust", "fjord")),
    ("overskrift", "himmel-over"),
    ("rust", "himmel-over"),
    ("blekk", "fjord-flate"),
    ("blekk", "merket"),
)
EDGES = (("kant", "papir"), ("kant", "flate"), ("aksent", "topp"), ("oker-strek", "sand"))


def _colours(selector: str) -> dict[str, str]:
    block = search(selector + r" \{(.*?)\}", TOKENS.replace("\n", " "))
    assert block is not None
    return dict(findall(r"--([a-z-]+): ([^;]+);", block[1]))


LIGHT = _colours(r"(?<!\S):root")
DARK = _colours(r':root\[data-theme="dark"\]')
THEMES = {"light": LIGHT, "dark": LIGHT | DARK}


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(theme: str, one: str, two: str) -> float:
    light, dark = sorted((_luminance(THEMES[theme][one]), _luminance(THEMES[theme][two])))[::-1]
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_text_stands_out_from_its_ground(theme: str, pair: tuple[str, str]) -> None:
    assert _contrast(theme, *pair) >= 4.5, "WCAG 1.4.3: text needs 4.5"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", EDGES, ids=" on ".join)
def test_edges_and_graphics_stand_out_from_their_ground(theme: str, pair: tuple[str, str]) -> None:
    assert _contrast(theme, *pair) >= 3, "WCAG 1.4.11: graphics need 3"


def test_the_readers_choice_and_the_devices_give_the_same_darkness() -> None:
    by_device = _colours(r':root:not\(\[data-theme="light"\]\)')

    assert by_device == DARK
