"""The picture on the home page."""

from re import findall

from hefte.doors.package import templates
from hefte.drawing.scenes import Kind
from hefte.website.hero import hero


def test_the_style_sheet_asks_for_the_pictures_that_are_made() -> None:
    styles = (templates() / "website" / "css" / "home.css").read_text(encoding="utf-8")

    made = {output.path for output in hero(Kind.HARBOUR, "hjem", "1")}

    assert made == {f"assets/{path}" for path in findall(r'url\("([^"]+)"\)', styles)}


def test_night_is_another_picture_than_day() -> None:
    day, night, *_ = hero(Kind.HARBOUR, "hjem", "1")

    assert day.make() != night.make()
    assert day.key != night.key
