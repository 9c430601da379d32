"""Pictures are whole, small, calm for every renderer, and the same for the same seed."""

import re
from xml.etree import ElementTree as ET

import pytest

from hefte.drawing.chance import Seed
from hefte.drawing.colours import LIGHTS, NIGHT_SKY, PANE, at_night, mix
from hefte.drawing.scenes import Kind, scene
from hefte.drawing.shapes import number, numbers, smooth
from hefte.drawing.wheels import GROUPS, company

pytestmark = pytest.mark.slow

SIZES = ((390, 130), (760, 300), (1280, 420), (200, 200), (148, 210))
_ID = re.compile(r' id="([^"]+)"')
_USE = re.compile(r"url\(#([^)]+)\)")


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_sound_at_every_size(kind: Kind) -> None:
    for width, height in SIZES:
        drawn = scene(kind, "a", width, height)

        root = ET.fromstring(drawn)  # noqa: S314  # our own text
        assert (root.get("width"), root.get("height")) == (str(width), str(height))


@pytest.mark.parametrize("kind", Kind)
def test_a_picture_keeps_to_what_browsers_and_typst_share(kind: Kind) -> None:
    drawn = scene(kind, "a", 760, 300)

    for forbidden in ("style=", "<filter", "foreignObject", "var(", "<image", "<script", "nan", "inf"):
        assert forbidden not in drawn


@pytest.mark.parametrize("kind", Kind)
def test_a_picture_is_small(kind: Kind) -> None:
    drawn = scene(kind, "a", 760, 300)

    assert len(drawn.encode()) < 32_000


def test_the_same_seed_gives_the_same_bytes() -> None:
    first = scene(Kind.HARBOUR, "strandpromenaden", 760, 300)

    again = scene(Kind.HARBOUR, "strandpromenaden", 760, 300)

    assert first == again


def test_sixty_walks_do_not_look_alike() -> None:
    drawn = {scene(Kind.TARN, f"tur-{n}", 390, 130) for n in range(60)}

    assert len(drawn) == 60


def test_pictures_on_one_page_do_not_share_names() -> None:
    day, night = scene(Kind.COAST, "a", 390, 130), scene(Kind.COAST, "a", 390, 130, night=True)

    assert not set(_ID.findall(day)) & set(_ID.findall(night))


@pytest.mark.parametrize("kind", Kind)
def test_every_gradient_that_is_used_is_defined_once(kind: Kind) -> None:
    drawn = scene(kind, "a", 760, 300)

    names = _ID.findall(drawn)
    assert sorted(set(_USE.findall(drawn))) == sorted(names)


@pytest.mark.parametrize("kind", Kind)
def test_without_wheels_nobody_in_a_picture_uses_them(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    for name, draw in tuple(GROUPS.items()):
        monkeypatch.setitem(
            GROUPS, name, lambda pair, seed, name=name, draw=draw: drawn.append(name) or draw(pair, seed)
        )

    for seed in range(20):
        scene(kind, str(seed), *SIZES[seed % len(SIZES)], wheels=False)

    assert not set(drawn) & {"pushed", "side by side", "rollator"}


def test_an_open_sky_begins_as_the_page_itself() -> None:
    drawn = scene(Kind.HARBOUR, "a", 1280, 420, open_sky=True)

    assert 'stop-opacity="0"' in drawn


def test_at_night_the_windows_are_lit() -> None:
    drawn = scene(Kind.HARBOUR, "a", 390, 130, night=True)

    assert PANE not in drawn
    assert at_night(PANE) in drawn
    assert NIGHT_SKY[0] in drawn


@pytest.mark.parametrize("light", LIGHTS)
def test_a_light_can_be_asked_for(light: str) -> None:
    drawn = scene(Kind.HARBOUR, "a", 390, 130, light=light)

    assert LIGHTS[light].sky[1] in drawn


@pytest.mark.parametrize("kind", GROUPS)
def test_every_company_shows_two_people(kind: str) -> None:
    drawn = company(kind, 0, 0, 40, Seed("a"))

    heads = drawn.count('r="8"')
    assert heads == 2


def test_a_seed_answers_each_question_by_itself() -> None:
    seed = Seed("a")

    answers = {seed.share(question) for question in range(100)}

    assert len(answers) == 100
    assert all(0 <= answer < 1 for answer in answers)
    assert sorted(seed.order("x", (1, 2, 3))) == [1, 2, 3]
    assert {seed.whole(n, 1, 3) for n in range(50)} == {1, 2, 3}


def test_numbers_are_as_short_as_svg_allows() -> None:
    assert [number(value) for value in (0.5, -0.25, -0.01, 12.0, 3.14)] == [".5", "-.2", "0", "12", "3.1"]
    assert numbers(1, -2, 0.5) == "1-2 .5"


def test_a_soft_line_goes_through_its_ends() -> None:
    line = smooth([(0, 0), (10, 5), (20, 0)])

    assert line.startswith("M0 0C")
    assert line.endswith("20 0")


def test_mixing_meets_both_ends() -> None:
    assert (mix("#102030", "#ffffff", 0), mix("#102030", "#ffffff", 1)) == ("#102030", "#ffffff")
