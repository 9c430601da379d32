"""Icons of 24 by 24 in the colour of the text around them (Tabler, and Temaki where Tabler has none)."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_INNER = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_ROOT = (
    '<svg class="icon" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="{size}" height="{size}"'
    ' fill="none" stroke="{colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    ' aria-hidden="true">{inner}</svg>'
)
UNKNOWN = "sparkles"


class Icons(NamedTuple):
    """What is inside each icon's root element, by the name of its file."""

    inner: Mapping[str, str]

    def symbol(self, name: str, size: int = 24, colour: str = "currentColor") -> str:
        """A complete SVG, hidden from screen readers: the word beside it says it all.

        A name that does not exist gives sparkles, since a municipality may choose icons itself.
        """
        inner = self.inner.get(name) or self.inner[UNKNOWN]
        return _ROOT.format(size=size, colour=colour, inner=inner)

    def missing(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names that no icon has, so that a check can tell the editor."""
        return tuple(name for name in names if name not in self.inner)


def read_icons(files: Mapping[str, str]) -> Icons:
    """The icons from the text of their SVG files, by name without ending."""
    found = ((name, _INNER.search(text)) for name, text in sorted(files.items()))
    return Icons({name: match[1].strip() for name, match in found if match})
