"""How a booklet may be set: the type sizes, the spacing and the columns, from the roomiest to the tightest."""

from typing import NamedTuple

from hefte.model import Booklet
from hefte.model.choices import PaperFormat, TypeSize
from hefte.model.values import PageGoal


class Setting(NamedTuple):
    """Type size in points, the share of the usual spacing, and the columns of entries."""

    size: float
    spacing: float = 1.0
    columns: int = 1


class Limits(NamedTuple):
    """The sizes of the text from the largest, the usual one last, and the spacings to tighten it by."""

    sizes: tuple[float, ...]
    spacings: tuple[float, ...]


# «Clear print» (RNIB, Norges Blindeforbund): text of at least 12 points, of at least 16 in large print, in one column
# there; lines that do not touch one another.
LIMITS = {
    TypeSize.NORMAL: Limits((14.0, 13.5, 13.0, 12.5, 12.0), (0.92, 0.84, 0.76)),
    TypeSize.LARGE: Limits((18.0, 17.0, 16.0), (0.92, 0.84)),
}
"""What never is passed, in order to come to a number of pages."""

MOST_COLUMNS = {PaperFormat.A3: 3, PaperFormat.A4: 2}
"""A column of entries is at least 60 mm wide; the pages of A5 and A6 have room for one."""

FEWEST_NOTES, SHARE_OF_NOTES = 3, 4
"""So many pages of notes are always fine; more only up to every fourth page."""


def is_sheet(booklet: Booklet) -> bool:
    """Whether it is a single sheet for the wall: one page, and nothing on it but what is free, or a month."""
    wants_one = booklet.page_count == PageGoal(1)
    return wants_one and [chapter.part for chapter in booklet.chapters] in (["gratis"], ["måned"])


def natural(booklet: Booklet) -> Setting:
    """How a booklet is set that asks for no number of pages."""
    return Setting(LIMITS[booklet.type_size].sizes[-1])


def roomier(booklet: Booklet) -> tuple[Setting, ...]:
    """The settings with larger type, the largest first."""
    return tuple(Setting(size) for size in LIMITS[booklet.type_size].sizes[:-1])


def tighter(booklet: Booklet) -> tuple[Setting, ...]:
    """The settings that save room, the gentlest first; columns come last, and never in large print."""
    limits, usual = LIMITS[booklet.type_size], natural(booklet)
    most = 1 if booklet.type_size is TypeSize.LARGE else MOST_COLUMNS.get(booklet.paper, 1)
    gentle = (usual._replace(spacing=share) for share in limits.spacings)
    columns = (usual._replace(spacing=share, columns=most) for share in (1.0, *limits.spacings))
    return (*gentle, *(columns if most > 1 else ()))


def most_notes(pages: int) -> int:
    """How many of these pages may be empty lines to write on."""
    return max(FEWEST_NOTES, pages // SHARE_OF_NOTES)
