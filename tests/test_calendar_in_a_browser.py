"""The calendar in a browser: today by the reader's clock, counts that add up, what is off is seen, and every way on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from serving import served
from settled import visit

SATURDAY = "2026-11-28T11:30:00+01:00"
MONDAY = "2026-12-14T08:00:00+01:00"

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Eksempelvik as it was built on a Sunday, served."""
    with served(site) as found:
        yield found


def opened(chromium: Browser, address: str, path: str, now: str = SATURDAY, **options: object) -> Page:
    """A page at a moment in Norway, on a phone whose own clock is American; mistakes of scripts are raised."""
    context = chromium.new_context(
        **{"viewport": {"width": 390, "height": 844}, "timezone_id": "America/New_York", **options},  # type: ignore[arg-type]
        reduced_motion="reduce",
        service_workers="block",
    )
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.on("pageerror", lambda problem: pytest.fail(str(problem)))
    visit(page, address + path, has_script=bool(options.get("java_script_enabled", True)))
    return page


def days(page: Page) -> list[str]:
    """The headings of the days."""
    return [" ".join(one.split()) for one in page.locator(".calendar__day").all_text_contents()]


def rows_on(page: Page, day: str) -> list[str]:
    """What is on, told by hour and title."""
    rows = page.locator(f"section:has(> #d{day}) .timetable > li").all()
    return [
        f"{row.locator('.timetable__time').inner_text().split()[0]} {row.locator('h3').inner_text()}" for row in rows
    ]


def number_of(button: str) -> int:
    """The count of a day or a choice."""
    found = re.search(r"(\d+)(?: ting)?\s*$", button)
    assert found, button
    return int(found[1])


def test_today_is_the_readers_and_what_is_over_is_gone(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "kalender.html")

    assert days(page)[:3] == ["I dag lørdag 28. november", "I morgen søndag 29. november", "Mandag 30. november"]
    expect(page.locator(".calendar__range")).to_have_text(re.compile(r"Uke 48\s+23.–29. november"))
    expect(page.locator(".date[aria-pressed=true]")).to_have_accessible_name(
        re.compile(r"^Lørdag 28. november, \d+ ting$")
    )
    morning = rows_on(page, "2026-11-28")
    page.clock.set_fixed_time("2026-11-28T14:10:00+01:00")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert len(rows_on(page, "2026-11-28")) < len(morning)
    page.context.close()


def test_a_day_counts_the_things_that_are_on_and_no_others(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "kalender.html", MONDAY)

    for button in page.locator("button.date").all():
        day = int(button.get_attribute("data-day") or 0)
        iso = page.evaluate(f"new Date({day} * 864e5).toISOString().slice(0, 10)")
        for more in page.locator(f"[data-more='{day}']").all():
            more.click()
        on = page.locator(f"section:has(> #d{iso}) .timetable > li:not(.card--cancelled)").count()
        assert number_of(str(button.get_attribute("aria-label"))) == on, iso
    page.context.close()


def test_what_is_called_off_or_moved_is_struck_and_says_where_it_has_gone(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "kalender.html?dato=2026-12-16&bare=grupper/torsdagstreff-for-eldre", MONDAY)

    assert days(page)[:3] == [
        "Onsdag 16. desember",
        "Torsdag 17. desember · 1 avlyst eller flyttet",
        "Torsdag 24. desember · julaften · 1 avlyst eller flyttet",
    ]
    here, away, off = (page.locator(".timetable > li").nth(number) for number in range(3))
    expect(here.locator(".chip--info")).to_have_text("Ny dato")
    expect(here).to_contain_text("Flyttet fra torsdag 17. desember.")
    expect(here.locator(".card__lead")).to_contain_text("Kafeen på Verket")
    assert "card--cancelled" in str(away.get_attribute("class"))
    expect(away.locator(".chip--nei").first).to_have_text("Flyttet")
    expect(away).to_contain_text("Ny dato: onsdag 16. desember")
    expect(off.locator(".chip--nei").first).to_have_text("Avlyst")
    page.locator(".calendar__only button").click()
    expect(page.locator(".calendar__only")).to_be_hidden()
    assert "bare" not in page.url
    page.context.close()


def test_a_choice_counts_what_it_then_leaves_and_stands_in_the_address(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "kalender.html", MONDAY)

    for name in ("Gratis", "Med rullestol", "Kveld"):
        chip = page.locator(".calendar__chips button", has_text=name)
        number = number_of(chip.inner_text())
        chip.click()
        expect(chip).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".calendar [role=status]")).to_contain_text(f": {number} ting")
    assert page.url.endswith("?pris=gratis&rullestol=ja&tid=kveld")
    before = days(page), page.locator(".timetable > li").count()
    page.reload()
    page.wait_for_load_state("networkidle")
    assert (days(page), page.locator(".timetable > li").count()) == before
    page.context.close()


def test_arrows_go_week_by_week_and_month_by_month_and_never_into_the_past(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "kalender.html")
    before, after = page.locator(".calendar__step").all()

    expect(before).to_be_disabled()
    after.click()
    expect(page.locator(".calendar__range")).to_contain_text("Uke 49")
    assert days(page)[0].startswith("Mandag 30. november")
    page.get_by_role("button", name="Måned", exact=True).click()
    expect(page.locator(".calendar__range")).to_have_text("November 2026")
    after.click()
    expect(page.locator(".calendar__range")).to_have_text("Desember 2026")
    expect(page.locator("button.date")).to_have_count(31)
    expect(before).to_have_accessible_name("Måneden før")
    assert page.url.endswith("?visning=maned&dato=2026-12-01")
    page.get_by_role("button", name="I dag").click()
    assert days(page)[0] == "I dag lørdag 28. november"
    page.context.close()


def test_the_last_week_is_the_end_and_a_day_beyond_it_is_not_asked_for(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "kalender.html?dato=2031-01-01")

    expect(page.locator(".calendar__step").last).to_be_disabled()
    assert days(page) == ["Tirsdag 23. mai 2028"]
    page.context.close()


def test_a_public_holiday_is_named_and_a_usual_time_on_it_is_not_sure(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "kalender.html?dato=2026-12-25", MONDAY)

    assert days(page)[0] == "Fredag 25. desember · første juledag"
    expect(page.locator(".calendar__holiday").first).to_contain_text("Ring og hør om det er åpent")
    rows = page.locator("section:has(> #d2026-12-25) .timetable > li")
    assert rows.count()
    expect(rows.locator(".chip--vet-ikke", has_text="Sjekk om det er åpent")).to_have_count(rows.count())
    page.context.close()


@pytest.mark.parametrize("choices", ["kategori=bading&rullestol=ja&pris=gratis", "slag=grupper"])
def test_a_day_without_anything_leads_to_what_can_be_done_any_time(
    chromium: Browser, address: str, choices: str
) -> None:
    page = opened(chromium, address, f"kalender.html?{choices}", MONDAY)
    link = page.locator(".calendar__days a", has_text="når som helst").first
    number = number_of(str(link.text_content()).split(" ")[0])

    link.click()
    page.wait_for_load_state("networkidle")

    expect(page.locator(".finder__count h2")).to_have_text(f"{number} treff")
    assert "nar=alltid" in page.url
    page.context.close()


def test_where_nothing_fits_the_next_day_is_offered_and_the_choices_can_be_taken_away(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address, "kalender.html?slag=arrangementer&dato=2026-12-31", "2026-12-31T23:30:00+01:00")
    expect(page.locator(".calendar__days > .notice")).to_contain_text("Ingenting passer med det dere har valgt")

    page.get_by_role("button", name=re.compile("^Gå til")).click()
    assert page.locator(".timetable > li").count()
    page.goto(address + "kalender.html?slag=arrangementer&dato=2026-12-31")
    page.get_by_role("button", name="Ta bort valgene").click()
    assert days(page)
    assert "slag" not in page.url
    page.context.close()


def test_the_keyboard_stays_on_the_day_it_chose(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "kalender.html", MONDAY)
    day = page.locator("button.date").nth(2)
    name = str(day.get_attribute("aria-label"))

    day.focus()
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name
    assert days(page)[0].startswith("Onsdag 16. desember")
    page.context.close()


def test_a_bookmark_on_a_row_keeps_its_entry(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "kalender.html", MONDAY)

    page.locator(".timetable .save").first.click()

    expect(page.locator(".md-shortlist b")).to_have_text("1")
    page.context.close()


@pytest.mark.parametrize("language", ["", "nn/", "en/"])
def test_it_works_from_a_file_in_every_language(chromium: Browser, site: Path, language: str) -> None:
    page = opened(chromium, f"file://{site}/", f"{language}kalender.html#?pris=gratis&dato=2026-12-16", MONDAY)

    assert page.locator(".timetable > li").count()
    assert "2026-12-16" in str(page.locator(".calendar__day").first.get_attribute("id"))
    page.locator(".calendar__step").last.click()
    assert "dato=2026-12-21" in page.url
    page.context.close()


def test_without_a_script_the_months_are_there_and_tell_all(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "kalender.html", java_script_enabled=False)

    expect(page.locator(".calendar__live")).to_be_hidden()
    page.locator(".calendar__plain a", has_text="Desember 2026").click()
    expect(page.locator("h1")).to_have_text("Desember 2026")
    expect(page.locator("#d8")).to_be_visible()
    page.locator("nav a[aria-label='Januar 2027']").click()
    expect(page.locator("h1")).to_have_text("Januar 2027")
    page.context.close()


@pytest.mark.parametrize("lost", ["calendar-nb.js", "table.js", "calendar.js", "rows-nb-0.js"])
def test_what_does_not_come_is_told_with_the_months_in_its_place(chromium: Browser, address: str, lost: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    page.clock.set_fixed_time(MONDAY)
    page.route(lambda url: url.endswith(f"/{lost}"), lambda route: route.abort())

    page.goto(address + "kalender.html")
    page.wait_for_load_state("networkidle")

    expect(page.locator(".calendar__missing")).to_be_visible()
    expect(page.locator(".calendar__plain a").first).to_be_visible()
    context.close()


def test_the_first_page_and_lists_lead_here(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "index.html")
    expect(page.locator(".soon .more")).to_have_attribute("href", "kalender.html")

    page.goto(address + "kategori/bading.html")
    page.get_by_role("link", name="Se i kalenderen").click()
    page.wait_for_load_state("networkidle")

    expect(page.locator("select[data-code=kategori]")).to_have_value("bading")
    assert page.locator(".timetable > li").count()
    page.context.close()


def test_all_groups_fit_on_one_sheet_of_paper(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, "grupper-oversikt.html")

    pdf = page.pdf(prefer_css_page_size=True)

    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1
    page.context.close()
