"""Photos: refused before they are decoded where they are none, published right way up and without a word."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from hefte.photo import NotAPicture, copy_of, look
from hefte.picture import Fault, Look, copies, fitted
from hefte.problem import Rule

RED, BLUE = (200, 30, 30), (30, 30, 200)
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'


def sample(width: int = 300, height: int = 200, mode: str = "RGB") -> Image.Image:
    """A picture that is red above and blue below, so that a turn can be seen."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width, height // 2))
    return image.convert(mode)


def saved(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    """The bytes of a picture."""
    kept = BytesIO()
    image.save(kept, form, **options)
    return kept.getvalue()


def opened(content: bytes) -> Image.Image:
    """The picture in some bytes, decoded."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def taken_on_a_phone(orientation: int = 1) -> bytes:
    """A photo with a position, a name, a comment and a serial number in it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = orientation, "Kari Nordmann"
    exif.get_ifd(0x8769)[0xA431] = "SERIAL-123456"
    exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 12.0, 6.0), 3: "E", 4: (10.0, 57.0, 0.0)})
    return saved(sample(), exif=exif, comment=b"hjemme hos Kari", xmp=b"<x:xmpmeta>Kari</x:xmpmeta>")


def header_of_png(width: int, height: int) -> bytes:
    """A PNG whose header promises a size and which ends there."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    checksum = struct.pack(">I", zlib.crc32(chunk))
    pixels = b"\x00\x00\x00\x00IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + checksum + pixels


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    """Whether a pixel has nearly the wanted colour."""
    assert isinstance(found, tuple)
    return all(abs(one - other) < 40 for one, other in zip(found, wanted, strict=False))


@pytest.mark.parametrize(
    ("width", "height", "told"),
    [(13_000, 13_000, 169), (30_000, 30_000, 900), (2**31 - 1, 1, 2148), (5_001, 5_000, 26)],
)
def test_a_picture_with_too_many_pixels_is_refused_by_its_header(width: int, height: int, told: int) -> None:
    assert look(header_of_png(width, height)) == Fault(Rule.PICTURE_TOO_MANY_PIXELS, {"megapixels": told, "limit": 25})


def test_a_file_that_is_too_large_is_refused_unopened() -> None:
    assert look(b"\xff\xd8\xff" + bytes(15_000_001)) == Fault(Rule.PICTURE_TOO_LARGE, {"megabytes": 16, "limit": 15})


def test_a_line_is_not_a_picture() -> None:
    assert look(saved(sample(40_000, 2), "PNG")) == Fault(
        Rule.PICTURE_ODD_SHAPE, {"width": 40_000, "height": 2, "limit": 10}
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (SVG, "SVG"),
        (b"<svg onload=alert(1)>", "SVG"),
        (b"<!-- x --><svg/>", "SVG"),
        (b"  <!DOCTYPE html><script>alert(1)</script>", "HTML"),
        (b"<html><img src=x>", "HTML"),
        (saved(sample(), "GIF"), "GIF"),
        (saved(sample(), "TIFF"), "TIFF"),
        (saved(sample(), "BMP"), "BMP"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "HEIC"),
        (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1", "AVIF"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
    ],
)
def test_a_file_of_another_kind_is_named_by_it(content: bytes, kind: str) -> None:
    assert look(content) == Fault(Rule.PICTURE_OF_ANOTHER_KIND, {"kind": kind})


def _bomb() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", "0" * 5_000_000, zip=True)
    return saved(sample(), "PNG", pnginfo=told)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "Kjære Kari, her er bildet".encode(),
        taken_on_a_phone()[:-400],
        saved(sample(), "PNG")[:-60],
        saved(sample(), "WEBP")[:-30],
        saved(sample())[:3],
        header_of_png(300, 200),
        _bomb(),
    ],
    ids=["empty", "text", "cut JPEG", "cut PNG", "cut WebP", "cut at once", "no pixels", "bomb"],
)
def test_what_cannot_be_drawn_is_not_a_picture(content: bytes) -> None:
    assert look(content) == Fault(Rule.NOT_A_PICTURE)


def test_a_position_is_seen_before_it_is_published() -> None:
    assert look(taken_on_a_phone()) == Look(300, 200, has_position=True)
    assert look(saved(sample(), xmp=b'<x exif:GPSLatitude="59,12N"/>')) == Look(300, 200, has_position=True)
    assert look(saved(sample())) == Look(300, 200)


@pytest.mark.parametrize("form", ["jpg", "png", "webp"])
def test_a_copy_tells_nothing_but_its_pixels(form: str) -> None:
    original = taken_on_a_phone() + b"<script>alert(1)</script>"

    copy = copy_of(original, f"strand.{form}", 1600)

    assert dict(opened(copy).getexif()) == {}
    for secret in (b"Kari", b"SERIAL", b"Exif", b"script", b"hjemme", b"xmp"):
        assert secret in original + b"xmp"
        assert secret not in copy


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_copy_is_the_right_way_up_and_as_large_as_was_promised(orientation: int) -> None:
    turns: Mapping[int, Image.Transpose] = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = sample(2000, 1333)
    stored = stored.transpose(turns[orientation]) if orientation in turns else stored
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = saved(stored, exif=exif)

    seen, copy = look(content), opened(copy_of(content, "strand.jpg", 800))

    assert isinstance(seen, Look)
    assert (seen.width, seen.height) == (2000, 1333)
    assert copy.size == (copies("strand.jpg", seen)[1].width, copies("strand.jpg", seen)[1].height) == (800, 533)
    assert near(copy.getpixel((400, 20)), RED)
    assert near(copy.getpixel((400, 500)), BLUE)


def _grey16() -> bytes:
    kept = Image.new("I;16", (20, 20), 51_400)
    return saved(kept, "PNG")


def _frames() -> bytes:
    return saved(sample(), "WEBP", save_all=True, append_images=[Image.new("RGB", (300, 200), "lime")], lossless=True)


def _with_profile() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(sample(), icc_profile=profile, quality=95)


@pytest.mark.parametrize(
    ("made", "colour"),
    [
        (_grey16, (200, 200, 200)),
        (_frames, RED),
        (_with_profile, RED),
        (lambda: saved(sample(), icc_profile=b"no profile at all"), RED),
        (lambda: saved(sample(mode="CMYK")), RED),
        (lambda: saved(sample(mode="L"), "PNG"), (81, 81, 81)),
        (lambda: saved(sample(mode="P"), "PNG"), RED),
        (lambda: saved(Image.new("1", (20, 20), 1), "PNG"), (255, 255, 255)),
        (lambda: saved(Image.new("RGBA", (20, 20), (0, 0, 0, 0)), "PNG"), (255, 255, 255)),
        (lambda: saved(Image.new("LA", (20, 20), (0, 0)), "PNG"), (255, 255, 255)),
        (lambda: saved(Image.new("P", (20, 20), 0), "PNG", transparency=0), (255, 255, 255)),
    ],
    ids=[
        "16-bits",
        "frames",
        "profile",
        "no-profile",
        "CMYK",
        "grey",
        "palette",
        "1-bit",
        "clear",
        "grey-and-clear",
        "hole",
    ],
)
def test_every_kind_of_pixels_becomes_plain_colour(made: Callable[[], bytes], colour: tuple[int, int, int]) -> None:
    copy = opened(copy_of(made(), "strand.jpg", 1600))

    assert copy.mode == "RGB"
    assert near(copy.getpixel((5, 5)), colour)


def test_what_can_be_seen_through_stays_so_where_the_format_can() -> None:
    clear = saved(Image.new("RGBA", (20, 20), (200, 30, 30, 0)), "PNG")

    assert opened(copy_of(clear, "logo.png", 1600)).getpixel((5, 5))[3] == 0
    assert opened(copy_of(clear, "logo.webp", 1600)).getpixel((5, 5))[3] == 0


def test_the_same_photo_gives_the_same_bytes() -> None:
    assert copy_of(taken_on_a_phone(), "a.jpg", 800) == copy_of(taken_on_a_phone(), "b.jpg", 800)


@pytest.mark.parametrize("content", [b"nothing", saved(sample(), "PNG")[:-60]])
def test_what_cannot_be_copied_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        copy_of(content, "strand.jpg", 800)


def test_a_size_is_never_enlarged_and_no_side_vanishes() -> None:
    assert fitted(640, 480, 1600) == (640, 480)
    assert fitted(480, 640, 320) == (240, 320)
    assert fitted(4000, 1, 800) == (800, 1)


def test_a_small_photo_is_published_once() -> None:
    assert [one.path for one in copies("a.jpg", Look(800, 600))] == ["bilder/a.jpg"]
    assert [one.path for one in copies("a.jpg", Look(801, 600))] == ["bilder/a.jpg", "bilder/800/a.jpg"]
