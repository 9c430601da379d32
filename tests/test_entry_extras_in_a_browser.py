"""What an entry's page does when somebody presses: next times, a file for the calendar, reading aloud, plain words."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from booklet_samples import document
from calendar_reading import expanded
from hefte.doors.package import templates
from hefte.model import Activity, Entry, Event, Group
from hefte.model.times import DaySpan
from hefte.telling.when import capital, tell_weekday
from website_samples import made, outputs_of, page_of, plain, site_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MONDAY = "2026-11-23T12:00:00+01:00"
VOICE = """
window.heard = [];
const voices = [{lang: "nb-NO", name: "Nora"}];
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => window.silent ? [] : voices,
  cancel: () => heard.push("(stopp)"),
  speak: one => { heard.push(one.text); window.now = one; }
}});
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


def opened(
    chromium: Browser, folder: Path, entry: Entry, before: str = "", at: str = MONDAY, **settings: object
) -> Page:
    """The entry's page in a browser whose clock stands still."""
    (folder / entry.page).parent.mkdir(exist_ok=True)
    page_text = page_of(site_of(entry, adresse="https://vik.no", **settings), entry.page)
    (folder / entry.page).write_text(page_text, encoding="utf-8")
    (folder / "assets").mkdir(exist_ok=True)
    for script in (templates() / "website" / "js").glob("*.js"):
        (folder / "assets" / script.name).write_bytes(script.read_bytes())
    page = chromium.new_page(timezone_id="Europe/Oslo", accept_downloads=True)
    page.clock.set_fixed_time(at)
    page.add_init_script(before)
    page.goto((folder / entry.page).as_uri())
    return page


def saved(page: Page, button: str) -> str:
    """The calendar file that a press gives, with its folded lines joined."""
    with page.expect_download() as download:
        page.locator(button).first.click()
    text = download.value.path().read_bytes().decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "")


def bowling(**fields: object) -> Activity:
    """A weekly activity that leaves out the second Tuesday in December."""
    row = {"dag": "tirsdag", "kl": "16:00-17:30", "fra": "2026-08-18", "til": "2026-12-15", "unntatt": ["2026-12-08"]}
    entry: Activity = document(Activity, "bowling", tittel="Bowling; og prat", når=[{**row, **fields}])
    return entry


@pytest.mark.parametrize("width", [320, 390])
def test_a_long_address_on_the_net_breaks_rather_than_widen_the_page(
    chromium: Browser, tmp_path: Path, width: int
) -> None:
    address = "http://arkiv.ostfoldmuseene.no/kontaktinformasjon/borgarsysselmuseum/"
    page = opened(chromium, tmp_path, document(Activity, "omvisning", kontakt={"nett": address}))
    page.set_viewport_size({"width": width, "height": 844})
    for sheet in ("tokens", "base", "parts", "entry"):
        page.add_style_tag(path=templates() / "website" / "css" / f"{sheet}.css")

    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_the_next_times_are_those_of_the_rule_and_the_first_stands_among_the_facts(
    chromium: Browser, tmp_path: Path
) -> None:
    page = opened(chromium, tmp_path, bowling())

    assert (
        page.locator("[data-next]").inner_text().replace("\u2060", "").replace("\xa0", " ") == "I morgen kl. 16–17.30"
    )
    assert page.locator(".coming li > span:first-child").all_inner_texts() == [
        "I morgen",
        "Tirsdag 1. desember",
        "Tirsdag 15. desember",
    ]
    page.close()


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"hver": "2. uke"}, ["I morgen", "Tirsdag 8. desember"]),
        ({"hver": "partallsuker"}, ["I morgen", "Tirsdag 8. desember"]),
        ({"hver": "1. torsdag"}, ["Torsdag 3. desember"]),
        ({"hver": "siste fredag"}, ["Fredag 27. november"]),
        ({"også": ["2026-11-25"]}, ["I morgen", "Onsdag 25. november", "Tirsdag 1. desember", "Tirsdag 8. desember"]),
    ],
    ids=["every second week", "even weeks", "first Thursday", "last Friday", "one more day"],
)
def test_each_way_of_repeating_finds_its_days(
    chromium: Browser, tmp_path: Path, fields: dict[str, object], days: list[str]
) -> None:
    page = opened(chromium, tmp_path, bowling(**{"unntatt": [], **fields}))

    assert page.locator(".coming li > span:first-child").all_inner_texts() == days
    page.close()


SCHOOL = [{"fri": ["2026-12-21 – 2027-01-01", "2027-06-19"]}]
ROWS = (
    {},
    {"hver": "3. uke", "dag": ["mandag", "søndag"]},
    {"hver": "partallsuker", "unntatt": []},
    {"hver": "2. fredag", "til": "2027-03-01"},
    {"hver": "dag", "også": ["2026-12-20"]},
    {"følger": "skoleruta", "til": "2027-03-01"},
    {"kl": "22-01", "til": "2027-03-01"},
)


@pytest.mark.parametrize("fields", ROWS, ids=str)
def test_the_next_times_are_those_of_the_feed(chromium: Browser, tmp_path: Path, fields: dict[str, object]) -> None:
    page = opened(chromium, tmp_path, bowling(**fields), skolerute=SCHOOL)
    shown = page.locator(".coming li > span:first-child").all_inner_texts()
    page.close()

    site = site_of(bowling(**fields), adresse="https://vik.no", skolerute=SCHOOL)
    text = made(outputs_of(site)["kalender/aktiviteter/bowling.ics"])

    feed = expanded(text, DaySpan(date(2026, 11, 23), date(2027, 6, 30)))
    days = [_told(seen.day) for seen in sorted(feed)]
    assert shown == days[: len(shown)]
    assert len(shown) == min(4, len(days)) > 0


def _told(day: date) -> str:
    """A day as the page tells it on the Monday before."""
    near = {date(2026, 11, 23): "I dag", date(2026, 11, 24): "I morgen"}
    return near.get(day) or plain(capital(tell_weekday(day, "nb")))


def test_the_whole_series_is_the_file_that_phones_follow(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, bowling())

    button = page.locator("[data-calendar]")

    assert button.is_visible()
    assert button.get_attribute("href") == "../kalender/aktiviteter/bowling.ics"
    page.close()


def test_one_day_is_one_event(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, bowling())

    text = saved(page, ".coming li button")

    assert "RRULE:FREQ=WEEKLY" not in text
    assert "UID:2026-11-24-0-aktiviteter-bowling@vik.no" in text
    page.close()


def test_an_event_has_its_file_and_its_day_is_not_told_twice(chromium: Browser, tmp_path: Path) -> None:
    event = document(Event, "fest", start="2026-12-05 18:00", slutt="2026-12-06 01:00")
    page = opened(chromium, tmp_path, event)

    assert page.locator("[data-calendar]").get_attribute("href") == "../kalender/arrangementer/fest.ics"
    assert not page.locator(".coming").is_visible()
    page.close()


def test_a_day_of_a_plan_says_what_is_on(chromium: Browser, tmp_path: Path) -> None:
    kino = {"dato": "2026-12-10", "kl": "17-20", "hva": "Kino", "oppmøte": "Foran kinoen"}
    points = [kino, {**kino, "dato": "2026-12-17", "hva": "Bowling; og pizza"}]
    plan = {"periode": "høst", "status": "godkjent", "punkter": points}
    group = document(Group, "gruppa", pris="gratis", plan=plan)
    page = opened(chromium, tmp_path, group)

    text = saved(page, ".coming li button")

    assert "LOCATION:Foran kinoen" in text
    assert ": Kino\r\n" in text
    assert "UID:2026-12-10-0-grupper-gruppa@vik.no" in text
    assert "DTSTART;TZID=Europe/Oslo:20261210T170000\r\nDTEND;TZID=Europe/Oslo:20261210T200000" in text
    assert text.count("BEGIN:VTIMEZONE") == text.count("BEGIN:VEVENT") == 1
    page.close()


def test_what_is_over_has_no_button(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, bowling(), at="2026-12-15T18:00:00+01:00")

    assert page.locator("[data-next]").inner_text() == "Ingen flere ganger er satt opp."
    assert not page.locator("[data-calendar]").is_visible()
    page.close()


def test_the_page_is_read_aloud_in_order_and_goes_on_where_it_was_stopped(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, bowling(), VOICE)
    button = page.locator("[data-read-aloud]")

    button.click()
    page.evaluate("now.onend()")
    paused = button.inner_text()
    button.click()
    resumed = button.inner_text()
    button.click()

    assert (paused, resumed) == ("Pause", "Fortsett")
    assert page.evaluate("heard") == ["Bowling; og prat", "Kom som dere er.", "(stopp)", "Kom som dere er."]
    assert page.evaluate("now.lang") == "nb-NO"
    page.locator("[data-read-stop]").click()
    assert button.inner_text() == "Les opp"
    page.close()


def test_a_device_without_a_norwegian_voice_says_so(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, bowling(), VOICE + "window.silent = true;")

    page.locator("[data-read-aloud]").click()
    page.wait_for_function("document.querySelector('[data-read-said]').textContent")

    assert "ingen norsk stemme" in page.locator("[data-read-said]").inner_text()
    page.close()


def test_plain_words_are_remembered(chromium: Browser, tmp_path: Path) -> None:
    entry = document(Activity, "noe", ingress={"nb": "Lang.", "lettlest": "Kort."})
    page = opened(chromium, tmp_path, entry)

    page.locator("[data-plain-words]").click()

    assert page.locator("[data-plain-words]").get_attribute("aria-pressed") == "true"
    assert page.evaluate("localStorage.getItem('hefte.words')") == "plain"
    assert page.evaluate("document.documentElement.dataset.words") == "plain"
    page.close()


def test_of_the_next_four_times_one_is_called_off_one_moved_and_one_new(chromium: Browser, tmp_path: Path) -> None:
    changed = {"avlyst": {"dager": ["2026-11-24"]}, "flyttet": {"fra": "2026-12-01", "til": "2026-12-02"}}
    row = {"dag": "tirsdag", "kl": "16:00-17:30"}
    page = opened(chromium, tmp_path, document(Activity, "bowling", når=[row], **changed))

    lines = page.locator(".coming li").evaluate_all("all => all.map(one => one.textContent.replace(/\\s+/g, ' '))")

    assert page.locator(".coming h2").inner_text() == "De neste 4 gangene"
    assert lines == [
        "I morgenAvlyst",
        "Tirsdag 1. desemberFlyttet til onsdag 2. desember",
        "Onsdag 2. desemberFlyttet fra tirsdag 1. desember.Legg i kalender",
        "Tirsdag 8. desemberLegg i kalender",
    ]
    assert page.locator(".as-of").count() == 1
    page.close()
