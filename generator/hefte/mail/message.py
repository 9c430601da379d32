"""The letter as an e-mail in HTML: one column, styles on each element, nothing fetched, nobody counted."""

from typing import NamedTuple

import css_inline
from jinja2 import Environment
from markupsafe import Markup

from hefte.news.letter import Letter
from hefte.news.lines import Desk
from hefte.news.writing import shortened
from hefte.website.prose import marked

LARGEST = 100_000
"""Bytes; Gmail cuts a message at 102 kB, and what is cut cannot be unfolded by everybody."""

_FEWER = (60, 40, 25, 15, 8, 4, 2)
_INLINER = css_inline.CSSInliner(load_remote_stylesheets=False, keep_at_rules=True)


class Look(NamedTuple):
    """The templates of `templates/newsletter/` in one language, and the style sheets: for all, and for the dark."""

    templates: Environment
    styles: str
    dark: str


def message(letter: Letter, desk: Desk, look: Look) -> str:
    """The whole message, of as many things in each part as a mail program shows without cutting."""
    made = ""
    for most in _FEWER:
        made = _message(shortened(letter, most, desk), look)
        if len(made.encode()) <= LARGEST:
            break
    return made


def _message(letter: Letter, look: Look) -> str:
    greeting = Markup(marked(letter.greeting, letter.language, first=2)) if letter.greeting else Markup()  # noqa: S704  # cleaned there
    page = look.templates.get_template("letter.html").render(
        letter=letter,
        greeting=greeting,
        styles=Markup(look.styles),  # noqa: S704  # our own
        dark=Markup(look.dark),  # noqa: S704  # our own
    )
    return _INLINER.inline(page)
