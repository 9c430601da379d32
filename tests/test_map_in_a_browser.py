"""The map in a real browser: seen, touched, by keyboard, without a script, and never asking others unasked."""

from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page

from eksempelvik_site import CONTENT, build
from everyone import hindrances

PLACE = """tittel: Brygga
kommune: '3107'
ingress: En brygge.
kategorier: [bading]
sted: {lat: 59.2, lon: 10.9}
"""
HOST = "https://kart.eksempel.no"
TILES = f'kartfliser: {{adresse: "{HOST}/{{z}}/{{x}}/{{y}}.png", kilde: © Kartkilden}}\n'
FOCUSED = "document.activeElement.className"

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def tiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a tile source."""
    content = tmp_path_factory.mktemp("map") / "content"
    (content / "steder").mkdir(parents=True)
    (content / "oppsett.yaml").write_text(f'navn: Vik\ntjeneste: Tjenesten\nkommune: "9999"\n{TILES}', encoding="utf-8")
    (content / "steder" / "brygga.yaml").write_text(PLACE, encoding="utf-8")
    build(content, content.parent / "site")
    return content.parent / "site"


class Asked:
    """A page with what it asked for and what the console said."""

    def __init__(self, chromium: Browser, path: Path, rest: str = "", width: int = 390, **options: object) -> None:
        self.page: Page = chromium.new_page(viewport={"width": width, "height": 844}, **options)  # type: ignore[arg-type]
        self.urls: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.urls.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.route(f"{HOST}/**", lambda route: route.fulfill(status=204))
        self.page.goto(path.as_uri() + rest)

    def outside(self) -> list[str]:
        """What was asked of others."""
        return [url for url in self.urls if not url.startswith("file:")]


def _shown(asked: Asked) -> Page:
    asked.page.locator(".map-mark").first.wait_for()
    return asked.page


def test_the_map_shows_everything_and_asks_nobody_else(chromium: Browser, site: Path) -> None:
    asked = Asked(chromium, site / "kart.html")
    page = _shown(asked)

    on_the_pins = page.locator(".map-pin").evaluate_all("pins => pins.map(pin => +pin.textContent || 1)")
    everything = int(page.locator("[data-all] .pill__count").text_content() or "")
    shares = page.locator("[data-kind] .pill__count").evaluate_all("all => all.map(one => +one.textContent)")

    assert sum(on_the_pins) == everything == sum(shares) > 100
    assert (asked.outside(), asked.said) == ([], [])
    page.close()


def test_a_choice_is_in_the_address_and_comes_back_with_it(chromium: Browser, site: Path) -> None:
    first = Asked(chromium, site / "kart.html")
    page = _shown(first)
    page.get_by_role("button", name="Turer").click()
    page.get_by_role("button", name="Grupper").click()
    page.wait_for_url("**slag=turer,grupper")
    address = page.url
    page.close()

    again = Asked(chromium, site / "kart.html", address.partition("kart.html")[2])

    chosen = _shown(again).locator(".map__picks [aria-pressed=true]").all_text_contents()
    assert [text.split()[0] for text in chosen] == ["Turer", "Grupper"]
    again.page.close()


@pytest.mark.parametrize("mark", ["?", "#?"])
def test_what_the_map_does_not_follow_is_told_and_leaves_the_address(chromium: Browser, site: Path, mark: str) -> None:
    asked = Asked(chromium, site / "kart.html", f"{mark}q=bade&slag=turer&pris=gratis")
    page = _shown(asked)
    page.wait_for_url(f"**/kart.html{mark}slag=turer")

    notice = page.locator(".map__others")
    bottom = notice.evaluate("one => one.getBoundingClientRect().bottom")
    top = page.locator(".map__stage").evaluate("one => one.getBoundingClientRect().top")

    assert "følger bare slag og kategori" in notice.inner_text()
    assert bottom <= top
    assert page.locator("[data-finder]").get_attribute("href") == "finn.html#?slag=turer&q=bade&pris=gratis"
    assert asked.said == []
    page.close()


def test_nothing_is_told_where_the_map_follows_all_of_it(chromium: Browser, site: Path) -> None:
    page = _shown(Asked(chromium, site / "kart.html", "?slag=turer"))

    assert page.locator(".map__others").is_hidden()
    page.close()


def test_the_card_that_a_key_opened_is_in_sight_below_the_header(chromium: Browser, site: Path) -> None:
    page = _shown(Asked(chromium, site / "kart.html", "?slag=turer", width=1280))
    page.set_viewport_size({"width": 1280, "height": 500})
    page.evaluate("scrollTo(0, hefteMap.stage.getBoundingClientRect().bottom + scrollY - 250)")
    mark = page.locator(".map-mark:has(.farge-gran)").first

    mark.evaluate("one => one.focus({preventScroll: true})")
    page.keyboard.press("Enter")
    page.locator(".map__card .map__title a").wait_for()
    page.wait_for_function("document.activeElement.closest('.map__title')")

    box = page.locator(":focus").bounding_box() or pytest.fail("nothing has the focus")
    header = page.locator(".md-header").evaluate("one => one.getBoundingClientRect().bottom")
    assert box["y"] >= header
    assert box["y"] + box["height"] <= 500
    page.close()


def test_a_touch_opens_the_card_with_kind_place_chips_and_link(chromium: Browser, site: Path) -> None:
    asked = Asked(chromium, site / "kart.html", "?slag=turer", has_touch=True)
    page = _shown(asked)

    page.locator(".map-mark:has(.farge-gran)").first.tap()
    card = page.locator(".map__card")
    card.locator(".map__title a").wait_for()

    assert card.locator(".kicker").text_content() == "Tur"
    assert card.locator(".chip").count() >= 1
    assert "/turer/" in str(card.locator(".map__title a").evaluate("link => link.href"))
    page.close()


def test_all_is_done_by_keyboard_and_the_focus_comes_back(chromium: Browser, site: Path) -> None:
    page = _shown(Asked(chromium, site / "kart.html", "?slag=turer"))
    mark = page.locator(".map-mark:has(.farge-gran)").first

    mark.focus()
    page.keyboard.press("Enter")
    page.locator(".map__card .map__title a").wait_for()
    inside = page.evaluate("document.activeElement.closest('.map__card') !== null")
    page.keyboard.press("Escape")

    assert inside
    assert page.locator(".map__card").is_hidden()
    assert "map-mark" in page.evaluate(FOCUSED) or "map__live" in page.evaluate(FOCUSED)
    page.close()


def test_arrows_move_the_map_and_plus_zooms(chromium: Browser, site: Path) -> None:
    page = _shown(Asked(chromium, site / "kart.html"))
    state = "[hefteMap.map.getZoom(), hefteMap.map.getCenter().lng]"
    page.locator(".map__live").focus()
    before = page.evaluate(state)

    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")
    page.wait_for_function("zoom => hefteMap.map.getZoom() > zoom", arg=before[0])

    assert page.evaluate(state)[1] > before[1]
    page.close()


def test_a_walk_is_drawn_with_its_classes_its_start_and_its_sights(chromium: Browser, site: Path) -> None:
    asked = Asked(chromium, site / "kart.html", "#turer/strandpromenaden")
    page = asked.page
    page.locator(".map__live .d-lett").first.wait_for(state="attached")

    drawn = {
        name for name in ("d-halo", "d-lett", "d-tyngre", "d-stopper") if page.locator(f".map__live .{name}").count()
    }

    assert drawn == {"d-halo", "d-lett", "d-tyngre", "d-stopper"}
    assert page.locator(".map-start").text_content() == "S"
    assert page.locator(".map-service").count() >= 4
    assert page.locator(".map__card .legend li").count() >= 3
    assert (asked.outside(), asked.said) == ([], [])
    page.close()


def test_a_walk_without_a_track_shows_its_start_and_says_so(chromium: Browser, site: Path) -> None:
    page = _page_of_a_walk_without_track(chromium, site)

    assert page.locator(".map-start").is_visible()
    assert "Ingen har tegnet veien" in (page.locator(".map__walk").text_content() or "")
    page.close()


def _page_of_a_walk_without_track(chromium: Browser, site: Path) -> Page:
    page = Asked(chromium, site / "kart.html", "#turer/storeknuten").page
    page.locator(".map-start").wait_for()
    return page


def test_a_walk_drawn_by_hand_is_dashed_and_called_a_sketch(chromium: Browser, site: Path) -> None:
    sketches = [
        path.stem for path in (CONTENT / "turer").glob("*.yaml") if "spor_kilde: tegnet" in path.read_text("utf-8")
    ]
    page = Asked(chromium, site / "kart.html", f"#turer/{sketches[0]}").page
    page.locator(".map__sketch").wait_for()

    dashes = page.locator(".map__live .d-lett, .map__live .d-vet-ikke").first.get_attribute("stroke-dasharray")

    assert dashes == "7 7"
    assert "Skisse" in (page.locator(".map__sketch").text_content() or "")
    page.close()


def test_an_unknown_entry_in_the_address_is_told(chromium: Browser, site: Path) -> None:
    asked = Asked(chromium, site / "kart.html", "#turer/finnes-ikke")
    page = _shown(asked)

    assert "Fant ikke" in (page.locator(".map__said").text_content() or "")
    page.close()


@pytest.mark.parametrize("gone", ["map-points.js", "leaflet.js"])
def test_a_damaged_map_says_so_and_the_lists_work(chromium: Browser, site: Path, tmp_path: Path, gone: str) -> None:
    copytree(site, tmp_path / "site")
    (tmp_path / "site" / "assets" / gone).unlink()
    page = Asked(chromium, tmp_path / "site" / "kart.html").page

    page.locator(".map__said:not(:empty)").wait_for()

    assert "Listene står under" in (page.locator(".map__said").text_content() or "")
    assert page.locator("#liste a").first.is_visible()
    page.close()


def test_a_denied_position_is_told_and_the_map_stays(chromium: Browser, site: Path) -> None:
    page = _shown(Asked(chromium, site / "kart.html"))

    page.get_by_role("button", name="Min posisjon").click()
    page.wait_for_function("/ikke lov|Fant ikke/.test(document.querySelector('.map__said').textContent)")

    assert page.locator(".map-mark").count() > 3
    page.close()


def test_a_granted_position_is_shown(chromium: Browser, site: Path) -> None:
    here = {"latitude": 58.88, "longitude": 10.12}
    page = _shown(Asked(chromium, site / "kart.html", geolocation=here, permissions=["geolocation"]))

    page.get_by_role("button", name="Min posisjon").click()
    page.locator(".map-me span").wait_for()

    assert page.locator(".map__said").text_content() == "Du er her."
    page.close()


def test_tiles_come_only_after_a_yes_and_from_that_host_alone(chromium: Browser, tiled: Path) -> None:
    asked = Asked(chromium, tiled / "kart.html")
    page = _shown(asked)
    page.get_by_role("button", name="Vis detaljert kart").click()
    page.get_by_role("button", name="Nei takk").click()
    after_no = asked.outside()

    page.get_by_role("button", name="Vis detaljert kart").click()
    page.get_by_role("button", name="Bare nå").click()
    page.wait_for_function("document.querySelectorAll('.leaflet-tile').length > 0")

    assert after_no == []
    assert {url.startswith(f"{HOST}/") for url in asked.outside()} == {True}
    assert page.locator(".map__tile-credit").text_content() == " · © Kartkilden"
    assert not [text for text in asked.said if "Content Security Policy" in text]
    page.close()


def test_only_the_page_of_the_map_may_ask_the_host(tiled: Path) -> None:
    pages = {path.name for path in tiled.rglob("*.html") if HOST in path.read_text("utf-8").partition("</head>")[0]}

    assert pages == {"kart.html"}


def test_without_a_script_there_is_a_drawing_and_the_list(chromium: Browser, site: Path) -> None:
    page = Asked(chromium, site / "kart.html", java_script_enabled=False).page

    assert page.locator(".map__still").is_visible()
    assert page.locator("#liste a").first.is_visible()
    assert page.locator("#liste a").count() > 100
    assert not [name for name in ("buttons", "picks", "here", "tiles") if page.locator(f".map__{name}").is_visible()]
    page.close()


@pytest.mark.parametrize(
    ("width", "scheme", "rest"), [(320, "light", ""), (390, "dark", "#turer/strandpromenaden"), (1280, "light", "")]
)
def test_axe_finds_nothing_and_nothing_sticks_out(
    chromium: Browser, site: Path, width: int, scheme: str, rest: str
) -> None:
    page = _axed(chromium, site, width, scheme, rest)

    assert hindrances(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def _axed(chromium: Browser, site: Path, width: int, scheme: str, rest: str) -> Page:
    page = Asked(chromium, site / "kart.html", rest, width, color_scheme=scheme, bypass_csp=True).page
    page.locator(".map__card .legend" if rest else ".map-mark").first.wait_for()
    return page
