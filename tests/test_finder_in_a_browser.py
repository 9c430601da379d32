"""The finder in a browser: filters, counts, the address, the sheet, no hit, the keyboard, time, place, what fails."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from everyone import hindrances
from serving import served
from settled import visit

SUNDAY_NOON = "2026-11-22T12:00:00+01:00"
CARDS = ".finder__cards .card__title a"
A_PAGE = 20
"""So many cards are shown before somebody asks for more."""

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Eksempelvik as served: only there may a page be renamed and a position asked for."""
    with served(site) as found:
        yield found


def opened(chromium: Browser, address: str, query: str = "", width: int = 390, **options: object) -> Page:
    """The finder on Sunday at noon, on a device whose own clock is American; mistakes of scripts are raised."""
    context = chromium.new_context(
        viewport={"width": width, "height": 844},
        timezone_id="America/New_York",
        reduced_motion="reduce",
        service_workers="block",
        **options,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.clock.set_fixed_time(SUNDAY_NOON)
    page.on("pageerror", lambda problem: pytest.fail(str(problem)))
    visit(page, address + query)
    return page


def titles(page: Page) -> list[str]:
    page.locator(CARDS).first.wait_for()
    return page.locator(CARDS).all_text_contents()


def told(page: Page) -> str:
    return page.locator(".finder__count[role=status]").text_content() or ""


def number(page: Page, name: str, value: str) -> int:
    """The count that stands beside a choice."""
    box = page.locator(f"input[name='{name}'][value='{value}'] + span .pill__count")
    return int(box.text_content() or "-1")


def tap(page: Page, name: str, value: str) -> None:
    page.locator(f"input[name='{name}'][value='{value}']").check()


def test_a_choice_shows_as_many_as_it_promised_and_the_others_follow(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html", width=1280)
    promised, calm = number(page, "pris", "gratis"), number(page, "energi", "rolig")

    tap(page, "pris", "gratis")
    first, calm_and_free = told(page), number(page, "energi", "rolig")
    tap(page, "energi", "rolig")

    assert first == f"{promised} treff"
    assert calm_and_free < calm
    assert told(page) == f"{calm_and_free} treff"
    expect(page.locator(".find__lists")).to_be_hidden()
    page.context.close()


def test_unknown_is_a_third_answer_and_several_may_be_on(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html", width=1280)
    yes, unknown = number(page, "hc-toalett", "ja"), number(page, "hc-toalett", "vet-ikke")

    tap(page, "hc-toalett", "ja")
    only = told(page)
    tap(page, "hc-toalett", "vet-ikke")

    assert only == f"{yes} treff"
    assert told(page) == f"{yes + unknown} treff"
    assert page.locator(".finder__chosen").text_content() == "HC-toalett: ja, vet ikke"
    page.context.close()


def test_words_and_filters_narrow_each_other(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html?q=bade", width=1280)
    all_of_them, free = len(titles(page)), number(page, "pris", "gratis")

    tap(page, "pris", "gratis")

    assert free < all_of_them
    assert told(page) == f"{free} treff"
    page.context.close()


def test_every_choice_is_in_the_address_and_goes_back(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html", width=1280)

    tap(page, "pris", "gratis")
    page.wait_for_url("**/finn.html?pris=gratis")
    tap(page, "nar", "i-dag")
    page.wait_for_url("**/finn.html?pris=gratis&nar=i-dag")
    both = told(page)
    page.go_back()
    page.wait_for_url("**/finn.html?pris=gratis")
    one, is_chosen = told(page), page.locator("input[value='i-dag']").is_checked()
    page.go_back()
    page.wait_for_url("**/finn.html")

    assert both != one
    assert not is_chosen
    expect(page.locator(".find__lists")).to_be_visible()
    page.context.close()


def test_a_shared_link_shows_the_same_in_another_browser(chromium: Browser, address: str) -> None:
    query = "finn.html?q=bade&nar=i-dag,i-morgen&hc-toalett=ja,vet-ikke&sorter=kontrollert"
    first, second = opened(chromium, address + query, width=1280), opened(chromium, address + query)

    assert titles(first) == titles(second)
    assert first.locator("select[name=sorter]").input_value() == "kontrollert"
    for page in (first, second):
        page.context.close()


def test_a_link_with_choices_that_are_not_there_shows_what_is(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html?pris=gratis,dyrt&finnes=ikke&fra=steder/borte&avstand=3")

    assert page.locator(".finder__chosen li").first.text_content() == "Gratis"
    assert len(titles(page)) > 3
    assert "et sted som ikke er her lenger" in page.locator("[data-facet=avstand]").text_content()
    page.context.close()


def test_the_other_language_keeps_page_and_choices(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html", width=1280)
    tap(page, "pris", "gratis")
    page.wait_for_url("**/finn.html?pris=gratis")
    here = told(page)

    link = page.locator("a[hreflang=nn]").first.get_attribute("href") or ""
    page.goto(link)
    page.locator(CARDS).first.wait_for()

    assert link.endswith("nn/finn.html?pris=gratis")
    assert told(page) == here
    page.context.close()


def test_a_page_from_a_memory_stick_keeps_its_choices(chromium: Browser, site: Path) -> None:
    page = opened(chromium, (site / "finn.html").as_uri(), width=1280)
    shown = min(number(page, "pris", "gratis"), A_PAGE)
    tap(page, "pris", "gratis")
    page.wait_for_url("**?pris=gratis")
    expect(page.locator(CARDS)).to_have_count(shown)
    first = titles(page)

    page.reload()

    expect(page.locator(CARDS)).to_have_text(first)
    page.context.close()


def test_the_phone_has_the_filters_in_a_sheet(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html")
    sheet = page.get_by_role("dialog", name="Filter")
    expect(sheet).to_be_hidden()

    page.get_by_role("button", name="Filter").click()
    tap(page, "pris", "gratis")
    show = sheet.get_by_role("button", name="Vis")
    promised = show.text_content() or ""
    show.click()

    expect(sheet).to_be_hidden()
    assert promised == f"Vis {told(page)}"
    assert page.locator(".finder__open .pill__count").text_content() == "1"
    page.get_by_role("button", name="Filter").click()
    sheet.get_by_role("button", name="Nullstill").click()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(page.locator(".finder__chosen")).to_be_hidden()
    expect(page.locator(".find__lists")).to_be_visible()
    page.context.close()


def test_an_enlarged_sheet_scrolls_as_a_whole_so_that_filters_are_seen(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html", width=320)
    page.set_viewport_size({"width": 320, "height": 256})
    page.get_by_role("button", name="Filter").click()
    sheet = page.get_by_role("dialog", name="Filter")

    page.locator("input[name=pris] + span").first.scroll_into_view_if_needed()
    head = page.locator(".sheet__head").evaluate("one => one.getBoundingClientRect().bottom")
    scrolled = sheet.evaluate("one => [one.scrollTop > 0, one.clientHeight]")
    sheet.get_by_role("button", name="Vis").click()

    assert head <= 0
    assert scrolled == [True, 256]
    expect(sheet).to_be_hidden()
    page.context.close()


def test_a_choice_is_taken_away_by_its_cross(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html?pris=gratis&energi=rolig")

    page.get_by_role("button", name="Ta bort «Gratis»").click()
    page.wait_for_url("**/finn.html?energi=rolig")

    assert page.evaluate("document.activeElement.textContent") == "Rolig"
    page.context.close()


def test_no_hit_says_which_choice_to_let_go_and_what_that_gives(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html?q=ridning&nar=i-dag&pris=gratis&rullestol=ja")
    empty = page.locator(".finder__empty")
    empty.wait_for()

    way = empty.get_by_role("button", name="Ta bort søkeordet «ridning»")
    promised = way.locator("b").text_content()
    said = empty.text_content() or ""
    call = empty.get_by_role("link", name="Ring og spør oss").get_attribute("href")
    way.click()

    assert "Vi fant ingenting for «ridning» · I dag · Gratis · Med rullestol: ja" in said
    assert call == "tel:00000000"
    assert told(page) == promised
    page.context.close()


def test_a_known_no_may_be_loosened_to_nobody_knows(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html?tegnsprak=ja&hc-toalett=ja&drop-in=ja&energi=hoy")
    empty = page.locator(".finder__empty")
    empty.wait_for()

    ways = empty.locator("button").all_text_contents()

    assert ways
    assert all(not way.endswith(("0 treff", "Ingen treff")) for way in ways)
    page.context.close()


def test_today_and_now_are_those_of_oslo_wherever_the_device_is(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html?nar=i-dag", width=1280)

    lines = page.locator(".finder__cards .card__lines").all_text_contents()
    today = [line for line in lines if "I dag" in line]
    here = page.evaluate("hefteMoments.now(new Date('2026-11-22T23:30:00Z'))")

    assert today
    assert not any("I morgen" in line for line in lines)
    assert (here["minute"], here["weekday"]) == (30, 0)
    page.context.close()


def test_from_midnight_to_midnight_is_told_as_the_whole_day(chromium: Browser, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    script = tmp_path / "site/assets/table.js"
    text = script.read_text("utf-8")
    table = json.loads(text[text.index("{") : text.rindex("}") + 1])
    table["times"]["distinct"] = [
        [flags, *([days, 0, 1440] for days, *_ in slots)] for flags, *slots in table["times"]["distinct"]
    ]
    script.write_text(f"hefteTable({json.dumps(table)})", "utf-8")

    with served(tmp_path / "site") as address:
        page = opened(chromium, address + "finn.html?nar=i-dag")
        lines = page.locator(".finder__cards .card__lines").all_text_contents()
        page.context.close()

    assert any("I dag hele døgnet" in line for line in lines)
    assert not any("kl. 0" in line.replace("\u00a0", " ") for line in lines)


MOMENTS = """([times, at, chosen]) => {
  const rows = times.length, now = hefteMoments.now(new Date(at));
  const shipped = {days: ["1 1 6", "1"], distinct: times, rows: "0123456789".slice(0, rows)};
  const data = {rows, first: "2026-11-28", times: shipped};
  const read = hefteMoments.read(data, now), may = read.column.passes(chosen);
  return times.map((_, row) => may[read.column.row[row]]);
}"""
"""Days: Sunday 29, Monday 30 and Sunday 6; Sunday alone."""
TIMES = [[0, [0, 600, 720]], [0, [1, 1260, 1500]], [1], [2], [0, [1]], [0, [1, 840]]]
"""Sunday 10–12 and on; Sunday 21–01; always; nobody knows; some hour on Sunday; Sunday from 14."""


@pytest.fixture(scope="module")
def moments(chromium: Browser, address: str) -> Page:
    """A page that knows the time; nobody presses anything there."""
    return opened(chromium, address + "finn.html")


@pytest.mark.parametrize(
    ("at", "chosen", "expected"),
    [
        ("2026-11-29T10:30+01:00", {"nar": ["na"]}, "x.x..."),
        ("2026-11-29T12:00+01:00", {"nar": ["na"]}, "..x..."),
        ("2026-11-30T00:30+01:00", {"nar": ["na"]}, ".xx..."),
        ("2026-11-30T01:00+01:00", {"nar": ["na"]}, "..x..."),
        ("2026-11-29T09:00+01:00", {"nar": ["i-dag"]}, "xxx.xx"),
        ("2026-11-29T15:00+01:00", {"nar": ["i-dag"]}, ".xx.x."),
        ("2026-11-29T09:00+01:00", {"nar": ["i-morgen"]}, "x.x..."),
        ("2026-11-29T09:00+01:00", {"nar": ["i-helga"]}, "xxx.xx"),
        ("2026-11-30T09:00+01:00", {"nar": ["i-helga"]}, "x.x..."),
        ("2026-11-28T09:00+01:00", {"nar": ["i-helga"], "tid": ["formiddag"]}, "x.x..."),
        ("2026-11-28T09:00+01:00", {"nar": ["i-helga"], "tid": ["kveld"]}, ".xx..."),
        ("2026-11-28T09:00+01:00", {"nar": ["i-helga"], "tid": ["vet-ikke"]}, "..x.x."),
        ("2026-11-28T09:00+01:00", {"nar": ["i-helga"], "dag": ["6"]}, "..x..."),
        ("2026-11-28T09:00+01:00", {"dag": ["1"]}, "x.x..."),
        ("2026-11-28T09:00+01:00", {"nar": ["vet-ikke"]}, "...x.."),
        ("2027-03-01T09:00+01:00", {"dag": ["7"]}, "..x..."),
    ],
)
def test_a_moment_has_what_goes_on_then(moments: Page, at: str, chosen: dict[str, list[str]], expected: str) -> None:
    found = moments.evaluate(MOMENTS, [TIMES, at, chosen])

    assert "".join("x" if one else "." for one in found) == expected


def test_distances_are_told_from_a_chosen_place(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html", width=1280)

    page.locator("select[name=fra]").select_option("steder/biblioteket")
    page.wait_for_url("**/finn.html?fra=steder/biblioteket")
    near = number(page, "avstand", "1")
    tap(page, "avstand", "1")

    assert page.locator("select[name=sorter]").input_value() == "naermest"
    assert "Biblioteket, Sentrum · 10 m" in (page.locator(".finder__cards li").first.text_content() or "")
    assert told(page) == f"{near} treff"
    page.context.close()


def test_the_position_is_asked_for_only_on_a_tap(chromium: Browser, address: str) -> None:
    spot = {"latitude": 57.05, "longitude": 4.02}
    page = opened(chromium, address + "finn.html", width=1280, geolocation=spot, permissions=["geolocation"])
    asked = "window.asked = 0; const real = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);"
    counted = "navigator.geolocation.getCurrentPosition = (...all) => { window.asked++; real(...all); };"
    page.evaluate(f"() => {{ {asked} {counted} }}")

    before = page.evaluate("asked")
    page.get_by_role("button", name="Bruk posisjonen min").click()
    page.wait_for_url("**/finn.html?fra=meg")

    assert (before, page.evaluate("asked")) == (0, 1)
    assert "Posisjonen blir på telefonen" in (page.locator("[data-facet=avstand]").text_content() or "")
    page.context.close()


def test_a_link_that_measures_from_the_reader_asks_first_and_pretends_nothing(chromium: Browser, address: str) -> None:
    spot = {"latitude": 57.05, "longitude": 4.02}
    page = opened(chromium, address + "finn.html?fra=meg", geolocation=spot, permissions=["geolocation"])
    notice, chips = page.locator(".find__hits > .finder__note"), page.locator(".finder__chosen")

    expect(notice).to_contain_text("Lenken regner avstand fra der du er.")
    expect(chips).to_be_hidden()
    notice.get_by_role("button", name="Bruk posisjonen min").click()

    expect(notice).to_be_hidden()
    expect(chips).to_have_text("Hvor langt unna: meg")
    page.context.close()


def test_a_denied_position_says_so_and_everything_else_works(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html", width=1280)

    page.get_by_role("button", name="Bruk posisjonen min").click()
    expect(page.locator("[data-facet=avstand] .finder__note")).to_contain_text("Telefonen ga oss ikke posisjonen")
    tap(page, "pris", "gratis")

    assert titles(page)
    page.context.close()


def test_a_suggestion_is_one_of_those_that_pass(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html?tegnsprak=ja")
    passing = set(titles(page))

    page.get_by_role("button", name="Gi meg et forslag").click()
    card = page.locator(".finder__suggestion .card__title a")
    first = card.text_content()
    page.get_by_role("button", name="Et annet forslag").click()

    assert {first, card.text_content()} <= passing
    assert len(passing) == 1 or card.text_content() != first
    page.get_by_role("button", name="Lukk forslaget").click()
    expect(page.locator(".finder__suggestion")).to_be_hidden()
    page.context.close()


def test_what_is_closed_is_never_put_forward(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html?slag=turer", width=1280)
    many = int(told(page).split()[0])
    page.get_by_role("button", name="Gi meg et forslag").click()
    card = page.locator(".finder__suggestion .card")
    card.wait_for()

    drawn, noticed = set(), 0
    for turn in range(many):
        page.evaluate(f"Math.random = () => ({turn} + 0.5) / {many}")
        page.get_by_role("button", name="Et annet forslag").click()
        page.wait_for_load_state("networkidle")
        drawn.add(card.get_attribute("data-id"))
        noticed += card.locator(".card__notice").count()

    assert len(drawn) > many / 2
    assert noticed == 0
    page.context.close()


def test_a_closed_walk_says_so_first_on_its_card(chromium: Browser, site: Path) -> None:
    page = opened(chromium, (site / "finn.html").as_uri())

    drawn = page.evaluate(
        """() => {
        const row = ["turer/a.html", "Turen", "Flat.", [], [["ja", "HC"]], "", "gran", "", 1, "Brua er stengt."];
        const card = hefteCards.draw(row, {icon: name => document.createElement("i"), assets: ""});
        const inside = Array.from(card.querySelector(".card__body").children, one => one.className);
        return [card.className, card.dataset.id, inside];
        }"""
    )

    assert drawn == ["card card--cancelled", "turer/a", ["card__title", "card__notice", "card__lead", "chips"]]
    page.context.close()


def test_all_of_it_is_done_by_keyboard(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "finn.html")
    focused = "document.activeElement"

    page.locator(".find input[name=q]").press_sequentially("bade")
    titles(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    in_sheet = page.evaluate(f"{focused}.closest('dialog') !== null")
    page.locator("input[name=pris]").first.focus()
    page.keyboard.press("Space")
    ring = page.locator("input[name=pris] + span").first.evaluate("one => getComputedStyle(one).outlineWidth")
    page.keyboard.press("Escape")
    back = page.evaluate(f"{focused}.textContent.trim().slice(0, 6)")

    assert (in_sheet, ring, back) == (True, "3px", "Filter")
    assert page.locator("input[name=pris]").first.is_checked()
    page.context.close()


@pytest.mark.parametrize(
    ("query", "width", "scheme"),
    [
        ("?q=bade&pris=under-100&hc-toalett=ja", 390, "dark"),
        ("?q=bade&pris=under-100&hc-toalett=ja", 1280, "light"),
        ("?q=ridning&nar=i-dag&pris=gratis", 320, "light"),
        ("", 320, "light"),
        ("", 1280, "dark"),
    ],
)
def test_nothing_hinders_anyone(chromium: Browser, address: str, query: str, width: int, scheme: str) -> None:
    page = opened(chromium, address, "finn.html" + query, width, color_scheme=scheme)
    if width < 900 and not query:
        page.get_by_role("button", name="Filter").click()
        page.locator(".finder__more summary").click()

    found = hindrances(page)
    small = page.evaluate(
        """() => Array.from(document.querySelectorAll(".finder button, .finder label, .finder select, .finder summary"))
        .filter(one => one.getClientRects().length && !one.matches("label:has(select)"))
        .map(one => [one.textContent.trim().slice(0, 30), one.getBoundingClientRect().height])
        .filter(one => one[1] < 44)"""
    )
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert found == []
    assert small == []
    assert overflow <= 0
    page.context.close()


def test_a_missing_table_leaves_the_search(chromium: Browser, site: Path, tmp_path: Path) -> None:
    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    (broken / "assets" / "table.js").write_text("window.hefteTable&&hefteTable({", "utf-8")
    context = chromium.new_context(viewport={"width": 1280, "height": 844})
    page = context.new_page()
    page.goto((broken / "finn.html").as_uri() + "?q=bade&pris=gratis")

    found = titles(page)

    assert "Familiebading" in found
    assert "Filtrene kom ikke fram" in (page.locator(".find__hits > .finder__note").text_content() or "")
    expect(page.locator(".finder__column")).to_be_hidden()
    expect(page.locator(".finder__chosen")).to_be_hidden()
    assert told(page) == f"{len(found)} treff"

    page.goto((broken / "finn.html").as_uri() + "?pris=gratis")
    page.locator(".find__hits > .finder__note").wait_for()

    expect(page.locator(".find__lists")).to_be_visible()
    expect(page.locator(".finder__empty")).to_be_hidden()
    expect(page.locator(".finder__chosen")).to_be_hidden()
    context.close()


def test_missing_rows_say_so_and_leave_the_lists(chromium: Browser, site: Path, tmp_path: Path) -> None:
    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    for rows in (broken / "assets").glob("rows-nb-*.js"):
        rows.unlink()

    page = opened(chromium, (broken / "finn.html").as_uri() + "?pris=gratis")

    expect(page.locator(".find__hits > .finder__note")).to_contain_text("Noen av treffene kom ikke fram")
    expect(page.locator(".find__lists")).to_be_visible()
    page.context.close()


def test_without_a_script_the_lists_stand_alone(chromium: Browser, site: Path) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "finn.html").as_uri())

    expect(page.locator(".finder__column")).to_be_hidden()
    expect(page.locator(".finder__bar")).to_be_hidden()
    expect(page.get_by_role("heading", name="Finn noe å gjøre")).to_be_visible()
    assert page.locator(".find__lists a").count() > 20
    context.close()


@pytest.mark.parametrize("script", ["find.js", "cards.js"])
def test_a_script_that_does_not_come_leaves_the_lists(
    chromium: Browser, site: Path, tmp_path: Path, script: str
) -> None:
    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    (broken / "assets" / script).unlink()
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto((broken / "finn.html").as_uri() + "?q=bade&pris=gratis")

    shown = page.locator(".find__lists").evaluate("one => getComputedStyle(one).animationName")

    assert page.get_by_role("alert").text_content() == (
        "Søket kom ikke fram. Listene virker. Last siden på nytt for å prøve igjen."
    )
    assert shown == "none"
    expect(page.locator(".find__lists")).to_be_visible()
    expect(page.locator(".finder__bar")).to_be_hidden()
    context.close()
