"""Whole pages in a frame, for tests that have a body already."""

from hefte.website.frame import Frame, filled


def fill(frame: Frame, *, body: str, **values: str) -> str:
    """The frame with a body and other words in it, as one text."""
    return "".join(filled(frame, body=(body,), **values))
