"""Photos through Pillow: bytes to what their header tells, and to a copy without a word of who, where and when."""

import re
import struct
import zlib
from io import BytesIO

import PIL
from PIL import Image, ImageCms, ImageOps
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from hefte.picture import Fault, Look, fitted, too_large, too_many_pixels
from hefte.problem import Rule

QUALITY = 80
"""Of JPEG and WebP; below it, skies begin to show steps."""

MADE_BY = f"Pillow {PIL.__version__} {QUALITY}"
"""What the bytes of a copy depend on beyond the original."""

# The classes themselves, not Image.open: it warns of many pixels, or refuses, before we can tell how many.
_READERS: tuple[tuple[re.Pattern[bytes], type[ImageFile]], ...] = (
    (re.compile(rb"\xff\xd8\xff"), JpegImageFile),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), PngImageFile),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), WebPImageFile),
)
_OTHER_KINDS = (
    ("HEIC", re.compile(rb"....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL)),
    ("AVIF", re.compile(rb"....ftypavi", re.DOTALL)),
    ("MP4", re.compile(rb"....ftyp", re.DOTALL)),
    ("GIF", re.compile(rb"GIF8")),
    ("TIFF", re.compile(rb"II\*\x00|MM\x00\*")),
    ("BMP", re.compile(rb"BM.{4}\x00{4}", re.DOTALL)),
    ("PDF", re.compile(rb"%PDF")),
    ("ZIP", re.compile(rb"PK\x03\x04")),
    ("SVG", re.compile(rb"[^<]{0,9}(?:<[!?][^>]*>\s*)*<svg\b", re.IGNORECASE)),
    ("HTML", re.compile(rb"\s*(?:<!doctype html|<html|<head|<body|<script|<!--)", re.IGNORECASE)),
)
_BROKEN = (OSError, SyntaxError, ValueError, struct.error, zlib.error, EOFError, LookupError, TypeError, OverflowError)
"""What Pillow raises for bytes that are not what they say."""

_ORIENTATION, _GPS, _LATITUDE = 0x0112, 0x8825, 2
_LYING = (5, 6, 7, 8)
"""Orientations whose width is the height of what is stored."""

_FORMATS = {"png": "PNG", "webp": "WEBP"}


class NotAPicture(ValueError):
    """The bytes cannot be drawn, although their header promised it."""


def look(content: bytes) -> Look | Fault:
    """What a picture's header tells, or why the file cannot be published; a JPEG's pixels are not decoded."""
    if fault := too_large(len(content)):
        return fault
    reader = _reader(content)
    if reader is None:
        kind = next((name for name, sign in _OTHER_KINDS if sign.match(content)), "")
        return Fault(Rule.PICTURE_OF_ANOTHER_KIND, {"kind": kind}) if kind else Fault(Rule.NOT_A_PICTURE)
    try:
        image = reader(BytesIO(content))
        return too_many_pixels(*image.size) or _look_closer(image, content)
    except _BROKEN:
        return Fault(Rule.NOT_A_PICTURE)


def copy_of(content: bytes, name: str, longest: int) -> bytes:
    """The copy to publish: right way up, sRGB, at most `longest` pixels, nothing but pixels; the same every time.

    Its format goes by the ending of `name`, not by what the original was; raise NotAPicture where it cannot be drawn.
    """
    reader = _reader(content)
    if reader is None:
        raise NotAPicture(name)
    try:
        image = reader(BytesIO(content))
        size = fitted(*_upright(image), longest)
        image.draft(image.mode, fitted(*image.size, longest))
        return _encoded(_plain(image, size), _FORMATS.get(name.rpartition(".")[2].lower(), "JPEG"))
    except _BROKEN as error:
        raise NotAPicture(name) from error


def _reader(content: bytes) -> type[ImageFile] | None:
    return next((reader for sign, reader in _READERS if sign.match(content)), None)


def _look_closer(image: ImageFile, content: bytes) -> Look | Fault:
    exif = image.getexif()
    has_position = _LATITUDE in exif.get_ifd(_GPS) or b"GPSLatitude" in _text_of(image, "xmp")
    size = _upright(image)
    if not _is_whole(image, content):
        return Fault(Rule.NOT_A_PICTURE)
    return Look(*size, has_position)


def _upright(image: Image.Image) -> tuple[int, int]:
    width, height = image.size
    return (height, width) if image.getexif().get(_ORIENTATION) in _LYING else (width, height)


def _text_of(image: ImageFile, key: str) -> bytes:
    found = image.info.get(key) or image.info.get("XML:com.adobe.xmp") or b""
    return found if isinstance(found, bytes) else str(found).encode()


def _is_whole(image: ImageFile, content: bytes) -> bool:
    """A JPEG ends with its own sign, which may not stand among the pixels; others are tried."""
    if isinstance(image, JpegImageFile):
        return content.find(b"\xff\xd9", image.fp.tell() if image.fp else 0) >= 0
    image.load()
    return True


def _plain(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """RGB, or RGBA where something can be seen through; the profile of the camera is used, then dropped."""
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(_without_palette(image))
    fitting = upright.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    mode = "RGBA" if fitting.mode in ("RGBA", "LA", "PA") else "RGB"
    plain = _in_srgb(fitting, profile) if profile and mode == "RGB" else fitting.convert(mode)
    plain.info = {}
    return plain


def _without_palette(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # 16 bits of grey, which a conversion would cut instead of scaling
        return image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    if image.mode in ("P", "1", "PA") or (image.mode in ("L", "RGB") and "transparency" in image.info):
        return image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    return image


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The colours as the camera meant them; a profile that says nothing sensible is left out."""
    try:
        camera = ImageCms.ImageCmsProfile(BytesIO(profile))
        changed = ImageCms.profileToProfile(image, camera, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, *_BROKEN):
        return image.convert("RGB")
    return changed or image.convert("RGB")


def _encoded(image: Image.Image, form: str) -> bytes:
    if form == "JPEG" and image.mode == "RGBA":
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image).convert("RGB")
    kept = BytesIO()
    if form == "PNG":
        image.save(kept, form, optimize=True)
    else:
        image.save(kept, form, quality=QUALITY, **({"optimize": True, "progressive": True} if form == "JPEG" else {}))
    return kept.getvalue()
