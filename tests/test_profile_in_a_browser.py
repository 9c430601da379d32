"""«Min profil» in a browser: set, kept, forgotten; without storage, script, coverage or mouse; for everybody."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from everyone import wrong

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MANUAL = {"stigning": 381, "tverrfall": 286, "bredde": 120, "fasthet": 0, "tilstand": 0, "hinder": 2}


def opened(
    chromium: Browser, site: Path, path: str, limits: Mapping[str, int] | None = None, **options: object
) -> Page:
    """A page in a browser of its own, with limits kept from before."""
    options = {"viewport": {"width": 390, "height": 844}, **options}
    page = chromium.new_context(**options).new_page()  # type: ignore[arg-type]
    if limits is not None:
        page.goto((site / "hefter.html").as_uri())
        page.evaluate("limits => localStorage.setItem('hefte.profile', JSON.stringify(limits))", dict(limits))
    page.goto((site / path).as_uri())
    return page


def kept(page: Page) -> object:
    """What the device keeps of the profile."""
    return json.loads(page.evaluate("localStorage.getItem('hefte.profile')") or "null")


def test_a_suggestion_is_kept_and_marks_walks_and_lists_with_reasons(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "profil.html")

    page.get_by_role("button", name="Manuell rullestol alene").click()
    expect(page.get_by_role("status")).to_have_text("Lagret på denne telefonen.")
    page.get_by_label("Smaleste sted").select_option(label="Minst 120\u00a0cm")
    page.goto((site / "turer/strandpromenaden.html").as_uri())
    on_page = page.locator(".profile__answer")
    expect(on_page.locator(".chip")).to_have_text("Passer et stykke")
    expect(on_page).to_contain_text("Passer de første 800 m, til utsikten, og samme vei tilbake.")
    expect(on_page).to_contain_text("8 % stigning etter 800 m (grensen din er 6,7 %).")
    page.goto((site / "turer/index.html").as_uri())
    card = page.locator(".card__body").filter(has_text="Gamlebyrunden")
    expect(card.locator(".chip").first).to_have_text("Passer ikke")
    expect(card).to_contain_text("Ujevnt dekke fra start")
    expect(page.locator(".card__body").filter(has_text="Granlia")).to_contain_text("Ingen har målt turen ennå")
    page.context.close()


def test_a_reload_keeps_the_profile_and_forgetting_takes_it_away(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "profil.html")
    page.get_by_role("button", name="Rullator").click()

    page.reload()
    expect(page.get_by_role("button", name="Rullator")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".profile-walks .profile-mark").first).to_be_visible()
    page.get_by_role("button", name="Glem profilen").click()

    expect(page.get_by_role("status")).to_have_text("Profilen er glemt.")
    expect(page.locator(".profile-mark")).to_have_count(0)
    assert kept(page) is None
    page.goto((site / "turer/index.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert page.locator(".profile-mark").count() == 0
    page.context.close()


def test_nothing_is_fetched_before_there_are_limits_and_nothing_leaves_the_device(
    chromium: Browser, site: Path
) -> None:
    page = opened(chromium, site, "hefter.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto((site / "turer/strandpromenaden.html").as_uri())
    page.wait_for_load_state("networkidle")
    before = [url for url in asked if "walks.js" in url or "profile-" in url]
    page.goto((site / "profil.html").as_uri())
    page.get_by_role("button", name="Barnevogn").click()
    page.goto((site / "turer/strandpromenaden.html").as_uri())
    expect(page.locator(".profile--known")).to_be_visible()

    assert before == []
    assert [url for url in asked if "?" in url or "#" in url or not url.startswith(("file:", "data:"))] == []
    page.context.close()


FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
)
FULL = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.mark.parametrize("trouble", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_a_storage_that_keeps_nothing_is_told_and_the_page_works(chromium: Browser, site: Path, trouble: str) -> None:
    page = chromium.new_context().new_page()
    page.add_init_script(trouble)
    page.goto((site / "profil.html").as_uri())

    page.get_by_role("button", name="Elektrisk rullestol").click()

    expect(page.get_by_role("status")).to_contain_text("Nettleseren lar oss ikke lagre her.")
    expect(page.locator(".profile-walks .profile-mark").first).to_be_visible()
    page.context.close()


def test_facts_that_do_not_come_are_told_and_the_walks_stay(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "hefter.html")
    page.route("**/walks.js", lambda route: route.abort())
    page.goto((site / "profil.html").as_uri())

    page.get_by_role("button", name="Rullator").click()

    expect(page.locator(".profile-broken")).to_be_visible()
    expect(page.locator(".profile-walks a").first).to_be_visible()
    page.context.close()


def test_damaged_limits_are_no_limits(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "hefter.html")
    page.evaluate('localStorage.setItem(\'hefte.profile\', \'{"stigning": "bratt", "x\')')

    page.goto((site / "turer/strandpromenaden.html").as_uri())

    expect(page.locator(".profile__answer")).to_contain_text("Passer turen for dere?")
    page.context.close()


def test_everything_can_be_done_from_the_keyboard(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "profil.html", viewport={"width": 1280, "height": 900})
    page.get_by_role("button", name="Manuell rullestol alene").focus()

    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
    at = page.evaluate("document.activeElement.name")
    page.keyboard.press("ArrowDown")

    assert at == "stigning"
    assert kept(page)["stigning"] > MANUAL["stigning"]  # type: ignore[index]
    page.get_by_role("radio", name="Vet ikke / ikke viktig").nth(1).focus()
    page.get_by_role("radio", name="Må ha").first.focus()
    page.keyboard.press("Space")
    assert kept(page)["hc_toalett"] == 0  # type: ignore[index]
    page.context.close()


def test_cards_that_are_drawn_later_are_marked_too(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "finn.html", MANUAL)

    page.evaluate("""() => {
        const list = document.createElement("ul");
        list.innerHTML = `<li><article class="card"><div class="card__body"><h3 class="card__title">
            <a href="turer/strandpromenaden.html">Strand</a></h3></div></article></li>`;
        document.querySelector("main").append(list);
    }""")

    expect(page.locator("main > ul .profile-mark .chip")).to_have_text("Passer de første 800 m")
    page.context.close()


@pytest.mark.parametrize(("prefix", "said"), [("nn/", "Passar eit stykke"), ("en/", "Fits part of the way")])
def test_the_marks_speak_the_language_of_the_page(chromium: Browser, site: Path, prefix: str, said: str) -> None:
    if not (site / prefix).is_dir():
        pytest.fail(f"Eksempelvik has no {prefix}.")
    page = opened(chromium, site, f"{prefix}turer/strandpromenaden.html", MANUAL)

    expect(page.locator(".profile__answer .chip")).to_have_text(said)
    page.context.close()


def test_without_a_script_the_page_says_so_and_leads_to_the_walks(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "profil.html", java_script_enabled=False)

    assert page.locator(".list__head .notice").is_visible()
    assert page.get_by_role("link", name="Strandpromenaden").is_visible()
    assert not page.get_by_role("button", name="Rullator").is_visible()
    page.goto((site / "turer/strandpromenaden.html").as_uri())
    assert not page.locator(".profile").is_visible()
    page.context.close()


def test_the_marks_are_never_on_paper(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "turer/strandpromenaden.html", MANUAL)
    expect(page.locator(".profile--known")).to_be_visible()

    page.emulate_media(media="print")

    assert not page.locator(".profile").is_visible()
    page.context.close()


@pytest.mark.parametrize("path", ["profil.html", "turer/strandpromenaden.html", "turer/index.html"])
def test_axe_finds_nothing_and_nothing_sticks_out_at_the_side(chromium: Browser, site: Path, path: str) -> None:
    page = opened(chromium, site, path, MANUAL, bypass_csp=True)
    expect(page.locator(".profile-mark, .profile--known").first).to_be_visible()

    assert list(wrong(page, [(320, "light"), (390, "light"), (1280, "dark")])) == []
    page.context.close()


def test_the_policy_stops_nothing_of_ours(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "hefter.html", MANUAL)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda problem: said.append(str(problem)))

    for path in ("profil.html", "turer/index.html", "turer/strandpromenaden.html", "index.html", "finn.html"):
        page.goto((site / path).as_uri())
        expect(page.locator(".profile-mark, .profile--known, .find").first).to_be_visible()

    assert said == []
    page.context.close()


def test_on_paper_the_answer_stands_clear_of_its_bar_and_nothing_sticks_out(chromium: Browser, site: Path) -> None:
    page = chromium.new_page(viewport={"width": 700, "height": 1000})
    page.goto((site / "turer/strandpromenaden.html").as_uri())
    page.emulate_media(media="print")

    gaps, edges = page.evaluate("""() => {
        const edge = one => [one.left, one.right].map(Math.round);
        const rows = [...document.querySelectorAll(".reach__row:has(svg.reach__bar)")];
        return [
            rows.map(row => row.querySelector("p").getBoundingClientRect().top - Math.max(
                ...[...row.querySelectorAll("svg.reach__bar rect")].map(one => one.getBoundingClientRect().bottom))),
            [".md-banner", ".entry__main"].map(name => edge(document.querySelector(name).getBoundingClientRect())),
        ];
    }""")

    assert len(gaps) == 3
    assert min(gaps) > 2
    assert edges[0] == edges[1]
    page.close()
