"""The picture of a booklet's first page on the page that lists the booklets."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from hefte.website.shelf import COVER_HEIGHT, COVER_WIDTH
from published_booklets import booklets, published

pytestmark = pytest.mark.slow


def far_apart(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, 0 to 255, seen from a distance."""
    small = [picture.convert("RGB").resize((99, 140)) for picture in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3


@pytest.mark.parametrize("booklet", ["turheftet", "gratisplakaten"])
def test_the_picture_shows_the_first_page_of_the_pdf(booklet: str) -> None:
    picture = Image.open(BytesIO(published(f"hefter/{booklet}.webp")))
    page = pypdfium2.PdfDocument(published(f"hefter/{booklet}.pdf"))[0].render(scale=1).to_pil()

    assert picture.height == COVER_HEIGHT
    assert picture.width == pytest.approx(COVER_WIDTH, abs=1)
    assert far_apart(picture, page) < 6
    assert far_apart(picture, Image.new("RGB", picture.size, "white")) > 12


def test_the_picture_is_small_and_always_the_same() -> None:
    picture = published("hefter/turheftet.webp")

    assert len(picture) < 40_000
    assert booklets()["hefter/turheftet.webp"].make() == picture
