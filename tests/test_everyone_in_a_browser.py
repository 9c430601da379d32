"""What is asked of one of each look is no less: letters that stand out too little are found wherever they are."""

import pytest
from playwright.sync_api import Browser

from everyone import hindrances

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CARD = '<li class="card"><h2>Tur {number}</h2><p>Flat tur.</p></li>'
PAGE = f"""<!doctype html><html lang="nb"><title>x</title>
<style>.card {{ color: #111 }} .night {{ background: #222 }}</style>
<main><h1>Turer</h1><ul>{"".join(CARD.format(number=number) for number in range(40))}</ul></main>"""


def test_a_sound_list_hinders_nobody(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(PAGE)

    assert hindrances(page) == []
    page.close()


@pytest.mark.parametrize(
    "change",
    [
        "cards[37].querySelector('p').style.color = '#bbb'",
        "cards[37].classList.add('night')",
        "cards[37].style.opacity = 0.3",
        "document.styleSheets[0].insertRule('.card:nth-child(38) p { color: #bbb }')",
        "document.styleSheets[0].insertRule('.card p { color: #bbb }')",
    ],
    ids=["a colour", "a ground by class", "seen through", "a rule for one", "a rule for all"],
)
def test_one_card_of_many_that_looks_otherwise_is_found(chromium: Browser, change: str) -> None:
    page = chromium.new_page()
    page.set_content(PAGE)
    page.evaluate(f"() => {{ const cards = document.querySelectorAll('.card'); {change}; }}")

    assert any(found.startswith("color-contrast") for found in hindrances(page))
    page.close()


def test_what_is_no_matter_of_letters_is_asked_of_every_card(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(PAGE)
    page.evaluate("document.querySelectorAll('.card')[37].innerHTML += '<img src=\"data:,\">'")

    assert [found.split()[0] for found in hindrances(page)] == ["image-alt"]
    page.close()
