"""Prose: Markdown to HTML that holds nothing but text, lists, emphasis and safe links.

Paragraphs, short lists, emphasis and links to the web are most of all prose; they are written without the library,
a hundred times faster, and a test compares the two.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import nh3

from hefte import norwegian
from hefte.model.texts import Said

if TYPE_CHECKING:
    from markdown import Markdown

# Searches that start at a fixed character are ten times faster than one of all.
_SPECIAL = (
    re.compile(r"[_`<>&\\|~{}#!\t\r]"),
    re.compile(r"\n(?: {2}| ?[+=:*]| -| ?\d+[.)])"),
    re.compile(r"  (?:\n|\Z)"),
)
"""What only the library understands, or what would have to be escaped."""

_BLOCKS = re.compile(r"\n[ \t]*\n+")
_ITEM = re.compile(r"- (?![-+=:]|\* |\d+[.)])(\S(?:.*\S)?)")
_WORDS = r"[^*\[\]\s](?:[^*\[\]\n]*[^*\[\]\s])?"
_INLINE = re.compile(
    rf"\*(?<!\*\*)\*(?P<strong>{_WORDS})\*\*(?!\*)|\*(?<!\*\*)(?P<em>{_WORDS})\*(?!\*)"
    rf"|\[(?P<words>{_WORDS})\]\((?P<address>https?://[\w./:?=%+,-]+)\)",
    re.ASCII,
)
_MARK = re.compile(r"[*\[\]]")
_TAGS = frozenset("p br hr ul ol li strong em a blockquote code table thead tbody tr th td dl dt dd".split())  # noqa: SIM905
_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})
_ATTRIBUTES = {"a": {"href", "title"}}
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_HEADING = re.compile(r"<h([1-6])(?: [^>]*)?>(.*?)</h\1>", re.DOTALL)
_DEEPEST = 5


def is_plain(text: str) -> bool:
    """Whether a text is written without the library."""
    return _plain(text) is not None


def to_html(text: str, first: int = 3) -> str:
    """Turn Markdown into clean HTML; headings begin at the `first` level, below the page's own, and none is skipped."""
    plain = _plain(text)
    return _clean(text, first) if plain is None else plain


def _plain(text: str) -> str | None:
    """HTML of a text that holds nothing uncommon; None where the library is asked."""
    if text[:1].isspace():
        return None
    text = f"\n{text}"
    if any(special.search(text) for special in _SPECIAL):
        return None
    blocks = [part.strip("\n") for part in _BLOCKS.split(text) if part.strip()]
    lists = [block.startswith("-") for block in blocks]
    if any(first and second for first, second in pairwise(lists)):
        return None  # with a blank line between them, two lists are one
    html = "\n".join(_list(block) if block.startswith("-") else _paragraph(block) for block in blocks)
    html = _INLINE.sub(_inline, html)
    return None if _MARK.search(html) else html


def _paragraph(block: str) -> str:
    return "*" if "\n-" in block else f"<p>{block.strip()}</p>"


def _list(block: str) -> str:
    items = [_ITEM.fullmatch(line) for line in block.split("\n")]
    rows = "\n".join(f"<li>{item[1]}</li>" for item in items if item)
    return f"<ul>\n{rows}\n</ul>" if all(items) else "*"


def _inline(found: re.Match[str]) -> str:
    kind = found.lastgroup
    if kind == "address":
        return f'<a href="{found["address"]}" rel="noopener">{found["words"]}</a>'
    return f"<{kind}>{found[str(kind)]}</{kind}>"


@lru_cache(maxsize=1)
def _parser() -> "Markdown":
    from markdown import Markdown  # noqa: PLC0415  # it takes a while, and most prose is written without it

    return Markdown(extensions=["sane_lists", "tables"], output_format="html")


def by_markdown(text: str) -> str:
    """The library's own rendering, cleaned; what `to_html` must agree with."""
    return _clean(text, 3)


def _clean(text: str, first: int) -> str:
    parser = _parser()
    parser.reset()
    html = _levelled(parser.convert(norwegian.keep_ordinals(text)), first)
    return nh3.clean(
        html, tags=set(_TAGS | _HEADINGS), attributes=_ATTRIBUTES, url_schemes=set(_SCHEMES), link_rel="noopener"
    )


def _levelled(html: str, first: int) -> str:
    """The same with its highest headings at the first level, and each at most one below the one before."""
    found = [int(level) for level, _ in _HEADING.findall(html)]
    levels: list[int] = []
    for level in found:
        before = levels[-1] if levels else first - 1
        levels.append(min(level - min(found) + first, before + 1, _DEEPEST))
    told = iter(levels)
    return _HEADING.sub(lambda heading: "<h{0}>{1}</h{0}>".format(next(told), heading[2]), html)


def marked(said: Said, language: str, first: int = 3) -> str:
    """Prose in the reader's language as it is; in another, inside an element that says which."""
    html = to_html(said.text, first)
    return html if said.language == language else f'<div lang="{said.language}">{html}</div>'
