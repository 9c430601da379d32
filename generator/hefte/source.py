"""What goes in and what comes out: text with a path, and a path with content."""

from typing import NamedTuple


class Source(NamedTuple):
    """The text of one content file; the path is relative to the content folder, with `/`."""

    path: str
    text: str


class File(NamedTuple):
    """One published file; the path is relative to the site folder, with `/`."""

    path: str
    content: bytes | str
