"""A marker page is cut once and filled ten thousand times."""

from html import unescape

import pytest

from frames import fill
from hefte.website.frame import MARKERS, SECTIONS, TABS, cut

PAGE = (
    f"<title>{MARKERS['title']} – Ut</title><meta content='{MARKERS['description']}'>"
    f"{MARKERS['head']}<a href='../nn/turer/{MARKERS['file']}-turer.html'>Nynorsk</a>"
    f"<main>{MARKERS['body']}</main>{MARKERS['built']}"
)
WORDS = {"file": "a.html", "title": "T", "description": "D", "body": "<p>B</p>", "built": "i dag"}


def test_every_marked_place_is_filled() -> None:
    page = fill(cut(PAGE), **WORDS)

    assert page == (
        "<title>T – Ut</title><meta content='D'><a href='../nn/turer/a.html'>Nynorsk</a><main><p>B</p></main>i dag"
    )


def test_a_title_is_text_and_never_markup() -> None:
    page = fill(cut(PAGE), **WORDS | {"title": "<script>alert('\"&')"})

    assert "<script" not in page
    assert "<script>alert('\"&')" in unescape(page)


def test_a_marker_word_in_the_content_stays_where_it_is() -> None:
    page = fill(cut(PAGE), **WORDS | {"body": MARKERS["title"]})

    assert f"<main>{MARKERS['title']}</main>" in page


def test_a_frame_without_room_for_the_content_is_refused() -> None:
    with pytest.raises(ValueError, match="body"):
        cut(PAGE.replace(MARKERS["body"], ""))
    with pytest.raises(ValueError, match="body"):
        cut(PAGE.replace(MARKERS["body"], 2 * MARKERS["body"]))


def test_every_tab_is_a_section_and_every_section_lights_a_tab_that_exists() -> None:
    lit = {section.tab for section in SECTIONS.values()} - {""}

    assert set(TABS) <= set(SECTIONS)
    assert lit == set(TABS)
