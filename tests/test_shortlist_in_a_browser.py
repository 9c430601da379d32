"""The shortlist in the reader's own browser: marked anywhere, kept on the device, shared by a link, printed."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import segno
from playwright.sync_api import Browser, BrowserContext, Page

from everyone import Scheme, wrong
from hefte.doors.package import templates

WALK, BOWLING, POOL = "turer/strandpromenaden", "aktiviteter/bowling-tirsdag", "aktiviteter/varmtvannsbading"
CLOSED = "turer/vannverksdammen"
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
SMALLEST_PT, POINTS_A_PIXEL = 12, 0.75
VIEWS: tuple[tuple[int, Scheme], ...] = ((320, "light"), (390, "dark"), (1280, "light"), (1280, "dark"))

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def device(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone that has seen nothing yet."""
    found = chromium.new_context(viewport={"width": 390, "height": 844})
    yield found
    found.close()


def _open(device: BrowserContext, site: Path, address: str) -> Page:
    page = device.new_page()
    page.goto(f"{site.as_uri()}/{address}")
    return page


def _with(device: BrowserContext, site: Path, *ids: str, address: str = "utvalg.html") -> Page:
    """A page of the site on a device that has chosen these."""
    page = _open(device, site, "index.html")
    page.evaluate("ids => hefteShortlist.keep(ids)", list(ids))
    page.goto(f"{site.as_uri()}/{address}")
    return page


def _titles(page: Page) -> list[str]:
    page.locator(".shortlist__list h2").first.wait_for()
    return page.locator(".shortlist__list h2").all_text_contents()


def _count(page: Page) -> str:
    return page.locator(".shortlist .lead").text_content() or ""


def test_what_is_marked_on_a_list_and_on_a_page_is_on_the_shortlist_after_a_reload(
    device: BrowserContext, site: Path
) -> None:
    page = _open(device, site, "turer/index.html")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    page.get_by_role("button", name="Lagre: Promenaden").click()
    page.goto(f"{site.as_uri()}/{BOWLING}.html")
    page.locator(".actions .save").click()
    page.reload()
    saved = page.locator(".actions .save").text_content()
    page.get_by_role("link", name="Utvalg 2").click()

    assert saved == "I utvalget"
    assert _titles(page) == ["Promenaden", "Bowling"]
    assert said == []


def test_a_mark_is_taken_away_where_it_was_set(device: BrowserContext, site: Path) -> None:
    page = _with(device, site, WALK, address="turer/index.html")
    mark = page.get_by_role("button", name="Lagre: Promenaden")
    pressed = mark.get_attribute("aria-pressed")

    mark.click()

    assert (pressed, mark.get_attribute("aria-pressed")) == ("true", "false")
    assert page.locator(".md-shortlist b").is_hidden()


def test_cards_that_are_drawn_later_can_be_marked(device: BrowserContext, site: Path) -> None:
    page = _open(device, site, "finn.html?q=bowling")

    page.locator("main .card .save").first.click()

    assert page.locator(".md-shortlist b").text_content() == "1"


def test_two_tabs_agree(device: BrowserContext, site: Path) -> None:
    first, second = _open(device, site, "turer/index.html"), _open(device, site, "nn/utvalg.html")

    first.get_by_role("button", name="Lagre: Promenaden").click()

    assert _titles(second) == ["Promenaden"]
    assert "1 forslag" in _count(second)


def test_the_order_is_changed_and_a_proposal_taken_out_and_back_by_keyboard(device: BrowserContext, site: Path) -> None:
    page = _with(device, site, WALK, BOWLING, POOL)
    before = _titles(page)

    page.get_by_role("button", name="Flytt opp: Bowling").press("Enter")
    moved = _titles(page)
    stayed = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.get_by_role("button", name="Ta bort: Promenaden").press("Enter")
    taken = _titles(page)
    page.get_by_role("button", name="Angre").press("Enter")

    assert before == ["Promenaden", "Bowling", "Varmtvannsbading"]
    assert moved == ["Bowling", "Promenaden", "Varmtvannsbading"]
    assert stayed == "Flytt ned: Bowling"
    assert taken == ["Bowling", "Varmtvannsbading"]
    assert _titles(page) == moved


def test_an_emptied_shortlist_says_what_it_is_for_and_can_be_had_back(device: BrowserContext, site: Path) -> None:
    page = _with(device, site, WALK)

    page.get_by_role("button", name="Tøm utvalget").click()
    explained = page.get_by_role("heading", name="Her samler du forslag").is_visible()
    page.get_by_role("button", name="Angre").click()

    assert explained
    assert _titles(page) == ["Promenaden"]


def test_a_shared_link_holds_only_ids_and_is_shown_without_touching_ones_own(
    device: BrowserContext, chromium: Browser, site: Path
) -> None:
    page = _with(device, site, WALK, BOWLING)
    page.get_by_role("button", name="Del lenke").click()
    link = page.get_by_role("textbox", name="Kopier lenka:").input_value()
    other = chromium.new_context()

    received = _with(other, site, POOL, address=f"utvalg.html#{link.partition('#')[2]}")
    seen, own = _titles(received), received.evaluate("hefteShortlist.ids()")
    received.get_by_role("button", name="Ta vare på").click()

    assert link == f"https://eksempelvik.eksempel.no/utvalg.html#{WALK},{BOWLING}"
    assert (seen, own) == (["Promenaden", "Bowling"], [POOL])
    assert received.evaluate("hefteShortlist.ids()") == [POOL, WALK, BOWLING]
    assert _titles(received) == ["Varmtvannsbading", "Promenaden", "Bowling"]
    other.close()


@pytest.mark.parametrize(
    ("fragment", "missing"),
    [
        (f"turer/borte,{WALK},turer/vekk,x/y,<b>", "4 i lenken fant vi ikke her."),
        (f"{WALK},turer%2Fborte,turer/vekk,%E0", "3 i lenken fant vi ikke her."),
        (f"%E0%2C{WALK}", "1 i lenken fant vi ikke her."),
    ],
)
def test_unknown_ids_in_a_link_are_counted_and_the_rest_is_shown(
    device: BrowserContext, site: Path, fragment: str, missing: str
) -> None:
    page = _open(device, site, f"utvalg.html#{fragment}")

    assert _titles(page) == ["Promenaden"]
    assert page.get_by_text(missing).is_visible()
    assert page.locator(".shortlist__gone button").is_hidden()
    page.get_by_role("button", name="Ta vare på").click()
    assert page.evaluate("hefteShortlist.ids()") == [WALK]


def test_a_link_without_anything_that_is_here_says_so_and_offers_nothing_to_keep(
    device: BrowserContext, site: Path
) -> None:
    page = _open(device, site, "utvalg.html#zzz")

    page.get_by_text("1 i lenken fant vi ikke her.").wait_for()

    assert page.locator("[data-do=keep]").is_hidden()
    assert page.evaluate("hefteShortlist.ids()") == []


def test_what_is_no_longer_in_the_booklet_is_told_and_can_be_taken_out(device: BrowserContext, site: Path) -> None:
    page = _with(device, site, "turer/borte", BOWLING)
    told = page.get_by_text("Ett forslag er ikke lenger i heftet.")
    told.wait_for()

    page.locator(".shortlist__gone button").click()

    assert told.is_hidden()
    assert page.evaluate("hefteShortlist.ids()") == [BOWLING]


def test_an_entry_that_has_another_id_by_now_is_still_chosen(device: BrowserContext, site: Path) -> None:
    page = _with(device, site, "turer/gamle-strandsti", BOWLING)

    assert _titles(page) == ["Promenaden", "Bowling"]
    assert page.evaluate("hefteShortlist.ids()") == [WALK, BOWLING]


@pytest.mark.parametrize("trouble", [FORBIDDEN, FULL])
def test_where_nothing_can_be_kept_the_reader_is_told_and_the_list_goes_along(
    device: BrowserContext, site: Path, trouble: str
) -> None:
    device.add_init_script(trouble)
    page = _open(device, site, "turer/index.html")

    page.get_by_role("button", name="Lagre: Promenaden").click()
    told = page.get_by_role("alert").text_content() or ""
    page.locator(".md-shortlist").click()
    shown = _titles(page)
    page.get_by_role("button", name="Ta bort: Promenaden").click()

    assert "Kan ikke lagres på denne telefonen." in told
    assert shown == ["Promenaden"]
    assert page.get_by_role("heading", name="Her samler du forslag").is_visible()


def test_without_what_is_told_the_proposals_are_still_links(device: BrowserContext, site: Path) -> None:
    device.route("**/told-*", lambda route: route.abort())
    page = _with(device, site, WALK)

    assert _titles(page) == ["strandpromenaden"]
    assert "Fikk ikke hentet alle forslagene." in _count(page)


def test_without_a_script_the_page_says_what_to_do_and_no_button_is_dead(chromium: Browser, site: Path) -> None:
    device = chromium.new_context(java_script_enabled=False)
    page = _open(device, site, "utvalg.html")

    assert "Utvalget trenger JavaScript" in (page.locator("noscript").inner_text())
    assert page.locator("noscript a").get_attribute("href") == "a-a.html"
    assert page.locator("main button:visible").count() == 0
    device.close()


def _printed(page: Page, path: Path) -> list[str]:
    """What stands on each page of paper."""
    page.evaluate("document.fonts.ready")
    page.pdf(path=path, prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in document]
    document.close()
    return pages


def test_three_proposals_stand_on_one_sheet_and_a_fourth_on_the_next(
    device: BrowserContext, site: Path, tmp_path: Path
) -> None:
    page = _with(device, site, WALK, BOWLING, POOL, CLOSED)
    _titles(page)

    sheets = _printed(page, tmp_path / "sheets.pdf")
    pictures = page.evaluate("[...document.querySelectorAll('.item img')].map(one => one.naturalWidth > 0)")

    assert [sheet.count("Hva synes du?") for sheet in sheets] == [3, 1]
    for words in ("Strandpromenaden", "Hver tirsdag kl. 16–17.30", "Torget, 180 m unna", "60 kr med ledsagerbevis"):
        assert words in sheets[0].replace("\xa0", " ")
    assert "Stengt til 1. mai 2027." in sheets[1].replace("\xa0", " ")
    assert "Når dere vil" not in sheets[1]
    assert pictures == [True, True, True, True]
    assert all("Vi prøver dette først" in sheet and "Kontrollert" in sheet for sheet in sheets)
    assert not any("Utvalget ditt" in sheet or "Trenger dere hjelp" in sheet for sheet in sheets)


def test_nothing_on_a_sheet_is_smaller_than_twelve_points_or_sticks_out(device: BrowserContext, site: Path) -> None:
    page = _with(device, site, WALK, BOWLING, POOL)
    _titles(page)

    sizes = page.evaluate(
        "[...document.querySelectorAll('.sheet *')].filter(one => one.firstChild?.nodeType === 3)"
        ".map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    answers = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.item dd b')).fontSize)")
    out = page.evaluate(
        "[...document.querySelectorAll('.item *')].filter(one => one.scrollWidth > one.clientWidth + 1"
        " && getComputedStyle(one).display === 'block').map(one => one.textContent)"
    )

    assert min(sizes) * POINTS_A_PIXEL >= SMALLEST_PT
    assert answers * POINTS_A_PIXEL == pytest.approx(15.5, abs=0.01)
    assert out == []


def test_a_sheet_of_pictures_has_six_with_a_word_that_can_be_changed(
    device: BrowserContext, site: Path, tmp_path: Path
) -> None:
    ids = [WALK, BOWLING, POOL, CLOSED, "aktiviteter/bingo", "aktiviteter/karaoke", "aktiviteter/yoga-pa-stol"]
    page = _with(device, site, *ids)
    page.get_by_role("button", name="Vis som bildeark").click()
    page.get_by_role("textbox", name="Ord under bildet: Varmtvannsbading").fill("Basseng")

    boards = _printed(page, tmp_path / "boards.pdf")

    assert len(boards) == 2
    assert all(word in boards[0] for word in ("Promenaden", "Bowling", "Basseng", "Bingo", "Sett kryss eller pek"))
    assert "Hva synes du?" not in "".join(boards)
    assert page.locator(".choice__notice").count() == 1
    assert " ".join(page.locator(".choice__notice").inner_text().split()) in " ".join(boards[0].split())


def test_the_code_leads_to_the_entrys_page(device: BrowserContext, site: Path) -> None:
    page = _with(device, site, WALK)
    _titles(page)
    # As long as there is room for, because what fills the rest may differ.
    address = f"https://eksempelvik.eksempel.no/{WALK}-xy.html"

    drawn = page.evaluate("text => hefteQr(text)", address)

    rows = [[bool(dark) for dark in row] for row in drawn]
    masks = (segno.make_qr(address, error="m", boost_error=False, mask=mask).matrix for mask in range(8))
    assert rows in [[[bool(dark) for dark in row] for row in matrix] for matrix in masks]
    assert page.locator(".item__code path").count() == 1


def test_axe_finds_nothing_and_nothing_sticks_out(chromium: Browser, site: Path) -> None:
    device = chromium.new_context(bypass_csp=True)
    page = _with(device, site, address="utvalg.html")
    found = [*wrong(page, VIEWS)]

    page.evaluate("ids => hefteShortlist.keep(ids)", [WALK, BOWLING, CLOSED])
    _titles(page)
    page.get_by_role("button", name="Flytt ned: Promenaden").click()
    found += wrong(page, VIEWS)
    page.get_by_role("button", name="Vis som bildeark").click()
    found += wrong(page, VIEWS)
    page.goto(f"{site.as_uri()}/turer/index.html")
    found += wrong(page, VIEWS)

    assert found == []
    device.close()


def test_the_script_of_every_page_stays_small() -> None:
    import gzip

    script = (templates() / "website" / "js" / "bookmarks.js").read_bytes()

    assert len(gzip.compress(script, 9)) < 2000
