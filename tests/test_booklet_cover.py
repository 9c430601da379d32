"""The picture of a booklet's first page on the page that lists the booklets."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from hefte.doors.booklets import make_proofs
from hefte.doors.build import look_through
from hefte.output import Output
from hefte.website.shelf import COVER_HEIGHT, COVER_WIDTH

pytestmark = pytest.mark.slow

EKSEMPELVIK = Path(__file__).parent / "eksempelvik"
TODAY = date(2026, 11, 22)


def outputs(state: Path) -> dict[str, Output]:
    """What is made of the booklets of Eksempelvik, by path; nothing is made before it is asked for."""
    return {output.path: output for output in make_proofs(look_through(EKSEMPELVIK, TODAY), state)}


def made(output: Output) -> bytes:
    content = output.make()
    assert isinstance(content, bytes)
    return content


def far_apart(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, 0 to 255, seen from a distance."""
    small = [picture.convert("RGB").resize((99, 140)) for picture in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3


@pytest.mark.parametrize("booklet", ["turheftet", "gratisplakaten"])
def test_the_picture_shows_the_first_page_of_the_pdf(booklet: str, tmp_path: Path) -> None:
    found = outputs(tmp_path)

    picture = Image.open(BytesIO(made(found[f"hefter/{booklet}.webp"])))
    page = pypdfium2.PdfDocument(made(found[f"hefter/{booklet}.pdf"]))[0].render(scale=1).to_pil()

    assert picture.height == COVER_HEIGHT
    assert picture.width == pytest.approx(COVER_WIDTH, abs=1)
    assert far_apart(picture, page) < 6
    assert far_apart(picture, Image.new("RGB", picture.size, "white")) > 12


def test_the_picture_is_small_and_always_the_same(tmp_path: Path) -> None:
    output = outputs(tmp_path)["hefter/turheftet.webp"]

    assert len(made(output)) < 40_000
    assert made(output) == made(output)
