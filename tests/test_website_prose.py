"""Prose: Markdown becomes text, lists, emphasis and safe links, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from hefte.model.texts import Said
from hefte.website.prose import by_markdown, is_plain, marked, to_html

HEADINGS = {"h2", "h3", "h4", "h5"}
ALLOWED = HEADINGS | set("div p br hr ul ol li strong em a blockquote code table thead tbody tr th td dl dt dd".split())  # noqa: SIM905


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("En linje.", "<p>En linje.</p>"),
        ("En.\n\nTo.", "<p>En.</p>\n<p>To.</p>"),
        ("**Fet** og *skrå*", "<p><strong>Fet</strong> og <em>skrå</em></p>"),
        ("# Stor", "<h3>Stor</h3>"),
        ("### Mindre", "<h3>Mindre</h3>"),
        ("## Stor\n### Mindre", "<h3>Stor</h3>\n<h4>Mindre</h4>"),
        ("# Stor\n#### Minst", "<h3>Stor</h3>\n<h4>Minst</h4>"),
        ("### Mindre\n## Stor", "<h3>Mindre</h3>\n<h3>Stor</h3>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("[Nett](https://a.no)", '<p><a href="https://a.no" rel="noopener">Nett</a></p>'),
        ("17. mai går vi.", "<p>17. mai går vi.</p>"),
        ("- 12. oktober\n- 13. mai", "<ul>\n<li>12. oktober</li>\n<li>13. mai</li>\n</ul>"),
        ("1. gå\n2. snu", "<ol>\n<li>gå</li>\n<li>snu</li>\n</ol>"),
        ("2 < 3 & 4 > 1", "<p>2 &lt; 3 &amp; 4 &gt; 1</p>"),
    ],
)
def test_markdown_becomes_plain_html(text: str, expected: str) -> None:
    assert to_html(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        '<a href="https://a.no" onclick="x()">x</a>',
        "<iframe src=//a.no></iframe>",
        "<style>*{display:none}</style>",
        "![bilde](https://a.no/x.png)",
        "<svg/onload=alert(1)>",
        "[x]: javascript:alert(1)\n\n[y][x]",
    ],
)
def test_nothing_dangerous_survives(text: str) -> None:
    tree = html.fromstring(f"<div>{to_html(text)}</div>")

    assert {element.tag for element in tree.iter()} <= ALLOWED
    assert not [name for element in tree.iter() for name in element.attrib if name not in {"href", "rel", "title"}]
    assert all(link.startswith(("http", "mailto:", "tel:")) for link in tree.xpath("//@href"))


def seen(made: str) -> str:
    """HTML without the blanks that no browser shows."""
    return re.sub(r"\s*(</?p>)\s*", r"\1", re.sub(r"[ \t\n]+", " ", made))


@given(st.text(alphabet="abcæøå .,-*_#<>&[]()`\n\t1234567890+=|~!\\:/\"'", max_size=60))
def test_prose_without_the_library_is_the_same_as_with_it(text: str) -> None:
    assert not is_plain(text) or seen(to_html(text)) == seen(by_markdown(text))


_MARKS = ["**fet**", "*skrå*", "[her](https://a.no/b?c=1)", "https://a.no", "a*b*c", "*", "**", "[", "](", ")", ":"]
_BREAKS = ["\n", "\n\n", "\n- ", "- ", "* a", "\n ", "*a b*", "1. ", "."]
_PIECES = st.text("abcæøå .,-():/?'\"1", min_size=1, max_size=8) | st.sampled_from([*_MARKS, *_BREAKS])


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_emphasis_links_and_lists_are_the_same_without_the_library(text: str) -> None:
    assert not is_plain(text) or seen(to_html(text)) == seen(by_markdown(text))


def test_most_prose_needs_no_library() -> None:
    text = "Et *avsnitt* med [lenke](https://a.no/).\n\n- Første\n- **Andre**\n\nOg en\nlinje til.\n"

    assert is_plain(text)
    assert to_html(text) == by_markdown(text)


def test_prose_in_another_language_says_which() -> None:
    assert marked(Said("Hei.", "nb"), "nb") == "<p>Hei.</p>"
    assert marked(Said("Hei.", "nb"), "en") == '<div lang="nb"><p>Hei.</p></div>'
