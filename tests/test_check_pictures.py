"""Pictures in content: what is wrong with one is told at the line that uses it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from hefte.catalogue import Catalogue
from hefte.check.files import pictures_are_told
from hefte.check.pictures import pictures_are_sound
from hefte.doors.content import open_content
from hefte.doors.pictures import looks_of, picture_files
from hefte.doors.trouble import Exit, Trouble
from hefte.picture import Fault, Look
from hefte.problem import Problem, Rule, Where
from hefte.reading import read_content
from hefte.website.frame import DRAWN_LOGO
from hefte.website.frame_settings import frame_settings
from test_photo import opened, sample, saved, taken_on_a_phone

SETTINGS = "navn: Ut\ntjeneste: Tjenesten\nkommune: 3107\nlogo: logo.png\n"
WALK = "tittel: Stranda\ningress: Kort.\nkategorier: [natur]\nkommune: 3107\nbilder: [{fil: a.jpg, alt: Ved vannet.}]\n"
PAGE = "tittel: Om oss\ntekst: Her er vi. ![Ved vannet](bilder/b.jpg)\n"
BROKEN = Fault(Rule.NOT_A_PICTURE)


def catalogue(looks: Mapping[str, Look | Fault], walk: str = WALK) -> Catalogue:
    """A walk with a picture, a page with another, and a logo."""
    texts = {"oppsett.yaml": SETTINGS, "turer/a.yaml": walk, "turer/b.yaml": walk, "sider/om.yaml": PAGE}
    reading = read_content((path, text.encode()) for path, text in texts.items())
    assert reading.settings is not None
    return Catalogue(reading.documents, reading.settings, date(2026, 11, 22), looks=looks)


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("a.jpg", Where("turer/a.yaml", 5, 16)),
        ("b.jpg", Where("sider/om.yaml", 2, 33)),
        ("logo.png", Where("oppsett.yaml", 4, 7)),
    ],
)
def test_a_picture_that_is_none_is_told_where_it_is_first_used(name: str, where: Where) -> None:
    problems = tuple(pictures_are_sound(catalogue({name: BROKEN, "c.jpg": Look(1, 1)})))

    assert problems == (Problem(where, Rule.NOT_A_PICTURE, {"name": name}),)


def test_a_picture_that_nothing_uses_stops_nothing() -> None:
    assert not tuple(pictures_are_sound(catalogue({"c.jpg": BROKEN})))


def test_a_position_is_told_even_of_a_picture_that_nothing_uses() -> None:
    problems = tuple(pictures_are_sound(catalogue({"a.jpg": Look(9, 9, True), "c.jpg": Look(9, 9, True)})))

    assert [(problem.where, problem.stops_the_build) for problem in problems] == [
        (Where("turer/a.yaml", 5, 16), False),
        (Where("bilder/c.jpg"), False),
    ]


@pytest.mark.parametrize("alt", ["utsikten", "Utsikten", "IMG_2041", "Sol."])
def test_an_alternative_text_says_more_than_the_name_of_its_file(alt: str) -> None:
    walk = WALK.replace("a.jpg", "utsikten.jpg").replace("Ved vannet.", alt)

    found = [problem.rule for problem in pictures_are_told(catalogue({}, walk))]

    assert found == [Rule.POOR_ALT_TEXT] * 2


def test_only_clean_copies_of_used_pictures_are_published(tmp_path: Path) -> None:
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder/a.jpg").write_bytes(taken_on_a_phone())
    (tmp_path / "bilder/c.jpg").write_bytes(saved(sample()))
    content = open_content(tmp_path)
    found = catalogue(looks_of(content, ["a.jpg", "c.jpg"]))

    (output,) = picture_files(content, found)

    copy = output.make()
    assert output.path == "bilder/a.jpg"
    assert isinstance(copy, bytes)
    assert dict(opened(copy).getexif()) == {}
    assert output.key == next(picture_files(content, found)).key


def test_the_logo_of_the_municipality_stands_in_the_frame_and_is_published_too(tmp_path: Path) -> None:
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder/logo.png").write_bytes(saved(sample(1200, 1200), "PNG"))
    content = open_content(tmp_path)
    own, drawn = catalogue(looks_of(content, ["logo.png"])), catalogue({"logo.png": BROKEN})

    published = [output.path for output in picture_files(content, own)]

    assert frame_settings(own, {}).logo in published
    assert frame_settings(drawn, {}).logo == DRAWN_LOGO


def test_a_changed_picture_has_another_key(tmp_path: Path) -> None:
    (tmp_path / "bilder").mkdir()
    keys = set()
    for width in (300, 301):
        (tmp_path / "bilder/a.jpg").write_bytes(saved(sample(width)))
        content = open_content(tmp_path)
        keys |= {output.key for output in picture_files(content, catalogue(looks_of(content, ["a.jpg"])))}

    assert len(keys) == 2


def test_a_picture_that_breaks_while_it_is_drawn_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder/a.jpg").write_bytes(b"\xff\xd8\xff")
    content = open_content(tmp_path)
    (output,) = picture_files(content, catalogue({"a.jpg": Look(300, 200)}))

    with pytest.raises(Trouble) as stopped:
        output.make()

    assert (stopped.value.code, stopped.value.values) == (Exit.CONTENT, {"file": "a.jpg"})


def test_a_folder_without_pictures_asks_nobody(tmp_path: Path) -> None:
    assert looks_of(open_content(tmp_path), []) == {}
