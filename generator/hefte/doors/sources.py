"""A file that is to be taken in, and what its reader made of it."""

from pathlib import Path
from typing import NamedTuple

from hefte.doors.console import Console
from hefte.doors.options import Options
from hefte.interchange.given import Given, Site
from hefte.interchange.numbering import is_of_sheet
from hefte.problem import Problem


class Came(NamedTuple):
    """A file with its bytes, the site that takes it, and where to tell of it."""

    file: Path
    data: bytes
    site: Site
    options: Options
    console: Console

    @property
    def path(self) -> str:
        """What it is called in problems."""
        return self.file.name


class Source(NamedTuple):
    """The entries of a file, what is wrong with the rest, and the site with the name that the source has."""

    given: tuple[Given, ...]
    problems: tuple[Problem, ...]
    site: Site
    sheet: str = ""
    is_only_sheet: bool = True

    def may_be_gone(self, uid: str) -> bool:
        """Whether an entry that is remembered and not there now is over; those of other sheets are not."""
        return is_of_sheet(uid, self.site.source, self.sheet, is_only=self.is_only_sheet)
