"""Gather what an EPUB is made with: its templates in one language, its style sheet, its fonts."""

from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hefte.doors.package import templates
from hefte.epub.make import Look
from hefte.language import Words

_FONTS = (
    "atkinson-hyperlegible-next-400.woff2",
    "atkinson-hyperlegible-next-600.woff2",
    "atkinson-hyperlegible-next-OFL.txt",
    "fraunces-600.woff2",
    "fraunces-OFL.txt",
)
"""The website's own subsets, 42 kB together, with the licence that must follow them."""


def look_of(words: Words, icons: Mapping[str, str]) -> Look:
    """The look of a book in one language; a template is compiled when the first book asks for it."""
    folder = templates()
    environment = Environment(
        loader=FileSystemLoader(folder / "epub"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    drawn = {name: Markup(inside) for name, inside in icons.items()}  # noqa: S704  # our own drawings
    environment.globals.update(say=words.say, symbol=drawn.__getitem__)
    fonts = {name: (folder / "website" / "fonts" / name).read_bytes() for name in _FONTS}
    return Look(environment, (folder / "epub" / "bok.css").read_text(encoding="utf-8"), fonts)
