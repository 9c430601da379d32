"""From the bytes of content files to entries and problems, with line and column."""

from hefte.reading.entries import (
    FileReading,
    Reading,
    language_of,
    read_content,
    read_file,
    read_settings,
    together,
)
from hefte.reading.folders import is_content

__all__ = [
    "FileReading",
    "Reading",
    "is_content",
    "language_of",
    "read_content",
    "read_file",
    "read_settings",
    "together",
]
