"""What is known of a picture from its header, and the sizes in which its copy is published; pixels the right way up."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from hefte.problem import Rule

MOST_MEGABYTES = 15
MOST_MEGAPIXELS = 25
LONGEST_TO_SHORTEST = 10
"""A picture that is narrower than this is a scan gone wrong, or meant to do harm."""

LONGEST_SIDE = 1600
"""Pixels of the copy on an entry's page: a column of 760 on a sharp screen."""

SMALL_SIDE = 800
"""Pixels of the copy for a phone and for cards."""

SMALL_FOLDER = "800"

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Look(NamedTuple):
    """A sound picture: its width and height, and whether its file tells where it was taken."""

    width: int
    height: int
    has_position: bool = False


class Fault(NamedTuple):
    """Why a file cannot be published as a picture: the rule and its values, without a place."""

    rule: Rule
    values: Mapping[str, object] = _NO_VALUES


class Published(NamedTuple):
    """A copy as a page refers to it: its path from the site's root, and its size."""

    path: str
    width: int
    height: int


def fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    """The size whose longest side is at most `longest`; nothing is enlarged, no side vanishes."""
    by = min(1.0, longest / max(width, height))
    return max(1, round(width * by)), max(1, round(height * by))


def copies(name: str, look: Look) -> tuple[Published, ...]:
    """The copies that are published of a picture, the largest first; one where the original is small."""
    large = Published(f"bilder/{name}", *fitted(look.width, look.height, LONGEST_SIDE))
    small = Published(f"bilder/{SMALL_FOLDER}/{name}", *fitted(look.width, look.height, SMALL_SIDE))
    return (large, small) if small.width < large.width else (large,)


def too_many_pixels(width: int, height: int) -> Fault | None:
    """The fault of a picture that would take too much memory, or that is no picture of anything."""
    if width * height > MOST_MEGAPIXELS * 1_000_000:
        values = {"megapixels": -(-width * height // 1_000_000), "limit": MOST_MEGAPIXELS}
        return Fault(Rule.PICTURE_TOO_MANY_PIXELS, values)
    if max(width, height) > LONGEST_TO_SHORTEST * min(width, height):
        return Fault(Rule.PICTURE_ODD_SHAPE, {"width": width, "height": height, "limit": LONGEST_TO_SHORTEST})
    return None


def too_large(size: int) -> Fault | None:
    """The fault of a file of `size` bytes that nobody shall open."""
    if size <= MOST_MEGABYTES * 1_000_000:
        return None
    return Fault(Rule.PICTURE_TOO_LARGE, {"megabytes": -(-size // 1_000_000), "limit": MOST_MEGABYTES})
