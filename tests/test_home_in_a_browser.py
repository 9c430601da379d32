"""The first page in a browser, and the way from it: live counts, today's programme, back to where one was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from everyone import hindrances
from serving import served
from settled import visit

SATURDAY_AFTERNOON = "2026-11-28T15:30:00+01:00"

STANDS_AT = """(one, y) => new Promise(done => {
    const look = () => Math.abs(one.getBoundingClientRect().y - y) < 3 ? done() : requestAnimationFrame(look);
    look();
})"""

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Eksempelvik as it was built on a Sunday, served."""
    with served(site) as found:
        yield found


def opened(chromium: Browser, address: str, now: str = SATURDAY_AFTERNOON, **options: object) -> Page:
    """A page at a moment in Norway, on a phone whose own clock is American; mistakes of scripts are raised."""
    context = chromium.new_context(
        **{"viewport": {"width": 390, "height": 844}, "timezone_id": "America/New_York", **options},  # type: ignore[arg-type]
        reduced_motion="reduce",
        service_workers="block",
    )
    page = context.new_page()
    if now:
        page.clock.set_fixed_time(now)
    page.on("pageerror", lambda problem: pytest.fail(str(problem)))
    visit(page, address, has_script=bool(options.get("java_script_enabled", True)))
    return page


@pytest.mark.parametrize(
    "now",
    ["2026-11-22T12:00:00+01:00", "2026-11-27T19:10:00+01:00", SATURDAY_AFTERNOON, "2026-11-29T23:59:00+01:00"],
)
def test_a_quick_choice_counts_what_the_finder_then_shows(chromium: Browser, address: str, now: str) -> None:
    page = opened(chromium, address, now)
    told = [
        (link.get_attribute("href"), link.locator(".pill__count").text_content())
        for link in page.locator(".home__quick a:has(.pill__count)").all()
    ]

    assert [href for href, _ in told] == [
        f"finn.html?{one}" for one in ("nar=i-dag", "nar=i-helga", "pris=gratis", "rullestol=ja")
    ]
    for href, number in told:
        page.goto(address + str(href))
        expect(page.locator(".finder__count h2")).to_have_text(f"{number} treff")
    page.context.close()


def test_today_shows_what_is_not_over_and_tomorrow_what_is_called_off(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "2026-11-21T23:30:00Z")

    days = [plain.strip() for plain in page.locator(".soon :is(h2, h3.day)").all_text_contents()]

    assert days == ["I dag", "I morgen mandag 23. november"]
    expect(page.locator(".soon .more")).to_have_attribute("href", "kalender.html")
    expect(page.locator(".soon .timetable > li")).to_have_count(5)
    page.context.close()


def test_what_is_called_off_is_struck_and_says_so(chromium: Browser, address: str) -> None:
    page = opened(chromium, address)
    page.evaluate(
        """hefteSoon({first: "2026-11-28", always: 0, on: [[]], weekends: [[]],
            days: [[[0, 960, 1020, 1]]], rows: [["a.html", "Allsang", "Torget", [], "Flyttet."]]})"""
    )

    row = page.locator(".soon li.card--cancelled")
    expect(row.locator(".chip--nei")).to_have_text("Avlyst")
    expect(row.locator(".card__notice")).to_have_text("Flyttet.")
    expect(page.locator("[data-live='i-dag']")).to_have_text("0")
    page.context.close()


def test_an_empty_day_is_said_calmly_with_a_way_on(chromium: Browser, address: str) -> None:
    page = opened(chromium, address)
    page.evaluate("hefteSoon({first: '2026-11-28', always: 3, on: [[]], weekends: [[]], days: [[]], rows: []})")

    expect(page.locator(".soon__none")).to_have_text("Ikke mer til fast tid i dag. Se alt dere kan gjøre i dag")
    page.context.close()


def test_after_the_fortnight_the_plain_list_stands_and_nothing_is_counted(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "2027-03-01T12:00:00+01:00")

    expect(page.locator(".soon h2")).to_have_text("Dette skjer")
    expect(page.locator("[data-live]")).to_have_count(0)
    expect(page.locator(".soon .timetable").first).to_be_visible()
    page.context.close()


def test_without_a_script_the_plain_lists_stay(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, java_script_enabled=False)

    expect(page.locator(".home__quick")).to_be_hidden()
    expect(page.locator(".home__plain a").first).to_be_visible()
    expect(page.locator(".soon h2")).to_have_text("Dette skjer")
    expect(page.locator(".soon h3").first).to_be_visible()
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing(chromium: Browser, address: str, width: int, scheme: str) -> None:
    page = opened(chromium, address, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)

    assert hindrances(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def test_a_suggestion_and_near_me_begin_as_the_finder_opens_and_leave_the_address(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address, permissions=["geolocation"], geolocation={"latitude": 59.2, "longitude": 10.9})

    page.get_by_role("link", name="Gi meg et forslag").click()
    expect(page.locator(".finder__suggestion .card")).to_be_visible()
    expect(page).to_have_url(address + "finn.html")
    page.go_back()
    page.get_by_role("link", name="Nær meg").click()
    expect(page).to_have_url(address + "finn.html?fra=meg")
    expect(page.locator("select[name=sorter]")).to_have_value("naermest")
    page.context.close()


def test_a_denied_position_is_said_where_it_is_seen(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html?gjor=naer", permissions=[])

    expect(page.locator(".find__hits > .finder__note")).to_contain_text("Telefonen ga oss ikke posisjonen")
    expect(page.locator(".find__lists")).to_be_visible()
    page.context.close()


def test_back_from_an_entry_is_where_one_was_with_the_same_choices(chromium: Browser, address: str) -> None:
    page = opened(
        chromium, address + "finn.html?pris=gratis", now=""
    )  # Playwright's clock forgets how a page was come to
    page.locator(".finder__rest").click()
    cards = page.locator(".finder__cards .card")
    expect(cards).to_have_count(40)
    far = cards.nth(33)
    far.scroll_into_view_if_needed()
    before, title = far.bounding_box(), far.locator("a").first.text_content()
    far.locator(".card__title a").click()
    page.wait_for_url("**/*/*.html")

    page.go_back()

    again = page.locator(".finder__cards .card").nth(33)
    expect(again.locator("a").first).to_have_text(title or "")
    assert before
    again.evaluate(STANDS_AT, before["y"])
    assert "pris=gratis" in page.url
    page.context.close()


def test_the_map_and_the_finder_keep_each_others_choices(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "kategori/sang-og-musikk.html")

    page.get_by_role("link", name="Se på kartet").click()
    page.locator(".map__picks [data-code='aktiviteter']").click()
    page.get_by_role("link", name="Filter", exact=True).click()

    expect(page.locator(".finder__chosen")).to_contain_text("Aktiviteter")
    expect(page.locator(".finder__chosen")).to_contain_text("Sang og musikk")
    expect(page.locator(".finder__map")).to_have_attribute(
        "href", address + "kart.html?slag=aktiviteter&kategori=sang-og-musikk"
    )
    page.context.close()
