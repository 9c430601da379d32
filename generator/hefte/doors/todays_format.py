"""What the check says of the format of a content folder: old names by what they are called now."""

from collections.abc import Sequence

from hefte.content_format.changes import Change
from hefte.content_format.old_names import in_new_names, told_of_format
from hefte.doors.content import Content
from hefte.doors.package import format_changes
from hefte.problem import Problem
from hefte.reading import Reading


def in_today_s_format(
    reading: Reading, content: Content, changes: Sequence[Change] | None = None
) -> tuple[Problem, ...]:
    """The problems of a reading, with what old names are called now, and what has changed since content was written."""
    changes = format_changes() if changes is None else changes
    told = in_new_names(reading.problems, changes, lambda path: text_in(content, path))
    settings = reading.settings
    if settings is None:
        return told
    place = settings.where("innholdsformat")
    return (*told, *told_of_format(settings.content_format, place, changes))


def text_in(content: Content, path: str) -> str:
    """The text of a file; empty where it is none."""
    try:
        return content.read(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
