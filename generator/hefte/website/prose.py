"""Prose: Markdown to HTML that holds nothing but text, lists, emphasis and safe links.

Plain paragraphs, the most common prose, are written without the library; a test compares the two.
"""

import re
from functools import lru_cache
from html import escape

import nh3
from markdown import Markdown

from hefte.model.texts import Said

_SPECIAL = re.compile(r"[*_`<>&\[\]\\|~{}#!]|^ {2,}|^\t|^ ?[-+=:] ?|^ ?\d+[.)]|://|  $|\r", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n[ \t]*\n+")
_TAGS = frozenset("p br hr ul ol li strong em a h3 h4 h5 blockquote code table thead tbody tr th td dl dt dd".split())  # noqa: SIM905
_ATTRIBUTES = {"a": {"href", "title"}}
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_HEADING = re.compile(r"(</?h)([1-6])(?=[ >])")


def is_plain(text: str) -> bool:
    """Whether a text is nothing but paragraphs, with no mark that Markdown reads."""
    return _SPECIAL.search(text) is None


def to_html(text: str) -> str:
    """Turn Markdown into clean HTML; headings begin at the third level, below the page's own."""
    if is_plain(text):
        parts = (part.strip() for part in _PARAGRAPHS.split(text))
        return "\n".join(f"<p>{escape(part, quote=False)}</p>" for part in parts if part)
    return _clean(text)


@lru_cache(maxsize=1)
def _parser() -> Markdown:
    return Markdown(extensions=["sane_lists", "tables"], output_format="html")


def by_markdown(text: str) -> str:
    """The library's own rendering, cleaned; what `to_html` must agree with."""
    return _clean(text)


def _clean(text: str) -> str:
    parser = _parser()
    parser.reset()
    html = _HEADING.sub(lambda found: f"{found[1]}{min(int(found[2]) + 2, 5)}", parser.convert(text))
    return nh3.clean(html, tags=set(_TAGS), attributes=_ATTRIBUTES, url_schemes=set(_SCHEMES), link_rel="noopener")


def marked(said: Said, language: str, tag: str = "div") -> str:
    """Prose in the reader's language as it is; in another, inside an element that says which."""
    html = to_html(said.text)
    return html if said.language == language else f'<{tag} lang="{said.language}">{html}</{tag}>'
