"""«Min profil» on the reader's own device: the marks agree with a plain model of the rules, and everyone can use it."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

import browser as browsers
from booklet_samples import document
from hefte.doors.package import templates
from hefte.model import Walk
from hefte.model.walk_choices import Profile
from hefte.telling.sources import is_unsure
from hefte.telling.walk import reaches_of
from hefte.website.profile import data
from hefte.website.profile_facts import walk_row
from profile_model import FITS, NOT, RANK, UNKNOWN, Judged, judge
from test_profile import own
from website_samples import catalogue_of, made, rules, site_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPTS = templates() / "website" / "js"
MANUAL = {"stigning": 381, "tverrfall": 286, "bredde": 120, "fasthet": 0, "tilstand": 0, "hinder": 2}
AXE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eksempelvik, built by the command."""
    folder = tmp_path_factory.mktemp("profile") / "site"
    content = Path(__file__).parent / "eksempelvik"
    command = [sys.executable, "-m", "hefte", "build", "--content", str(content), "--out", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    assert done.returncode == 0, done.stderr
    return folder


# The comparison, over random walks


class Maker:
    """Random walks as editors write them; few different values, so that limits are often met exactly."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # the same walks every time

    def some(self, *values: object) -> object:
        return self.chance.choice(values)

    def stretch(self, from_m: int, to_m: int) -> dict[str, object]:
        facts = {
            "veitype": self.some(None, "grusvei", "gangbane", "sti"),
            "dekke": self.some(None, "asfalt", "asfalt", "tre"),
            "fasthet": self.some(None, "fast", "fast", "fast", "løst"),
            "tilstand": self.some(None, "jevnt", "jevnt", "jevnt", "ujevnt"),
            "bredde_cm": self.some(None, "60", "90", "119", "120", "150", "180", "300"),
            "stigning": self.some(None, "0 %", "2 %", "1:20", "1:15", "3,8°", "3,9°", "1:12", "11°"),
            "tverrfall": self.some(None, "1 %", "2 %", "1:20", "3,0°"),
            "plankeavstand_cm": self.some(None, None, "0,5", "1,0", "1,1"),
            "benk_maks_avstand_m": self.some(None, "50", "250", "251", "600"),
            "møteplasser": self.some(None, "ja", "nei"),
            "hinder": self.some(None, "ingen", "ingen", "ingen", [self.obstacle()], [self.obstacle(), self.obstacle()]),
        }
        sure = self.chance.random() < 0.5
        kept = {key: value for key, value in facts.items() if value is not None}
        good = {"veitype": "grusvei", "dekke": "asfalt", "fasthet": "fast", "tilstand": "jevnt", "hinder": "ingen"}
        good |= {"bredde_cm": "200", "stigning": "2 %", "tverrfall": "1 %", "benk_maks_avstand_m": "50"}
        return {"fra_m": str(from_m), "til_m": str(to_m), **(good | dict(list(kept.items())[:1]) if sure else kept)}

    def obstacle(self) -> dict[str, object]:
        passable = self.some(None, "ja", "delvis", "nei")
        return {"type": self.some("bom", "kant", "trapp")} | ({"passerbar": passable} if passable else {})

    def stretches(self) -> list[dict[str, object]]:
        at, rows = 0, []
        for _ in range(self.chance.randrange(4)):
            start = max(0, at + int(str(self.some(0, 0, 0, 0, 100, -100))))
            at = start + int(str(self.some(200, 400, 750)))
            rows.append(self.stretch(start, at))
        return rows

    def walk(self) -> Walk:
        fields = {
            "lengde": self.some(None, "600 m", "1 km", "1,5 km", "2 km"),
            "rundtur": self.some(None, "rundtur", "tur_retur", "en_vei"),
            "strekninger": self.stretches(),
            "toalett": self.some(None, {"hc": "ja"}, {"hc": "ja"}, {"hc": "delvis"}, {"hc": "nei"}, {"avstand_m": "9"}),
            "parkering": self.some(None, {"hc_plasser": "2"}, {"hc_plasser": "0"}, {"plasser": "9"}),
            "benker": self.some(None, {"maks_avstand_m": "250"}, {"maks_avstand_m": "900"}, {"antall": "0"}),
        }
        unsure = self.some(None, None, None, "lengde", "strekninger", "toalett", "parkering", "benker")
        kept = {key: value for key, value in fields.items() if value is not None}
        source = {"kilde": [{"navn": "x", "sikkerhet": "usikker", "gjelder": [unsure]}]} if unsure else {}
        return document(Walk, "a", **kept, **source)

    def limits(self) -> dict[str, int]:
        found = {one.name: int(str(self.some(*one.choices))) for one in own().limits}
        most = self.chance.choice((0.15, 0.4, 1.0))
        return {name: value for name, value in found.items() if self.chance.random() < most}


@pytest.fixture(scope="module")
def device(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with nothing but the comparison and its table."""
    folder = tmp_path_factory.mktemp("blank")
    (folder / "blank.html").write_text("<!doctype html><title>x</title>", "utf-8")
    page = chromium.new_page()
    page.goto((folder / "blank.html").as_uri())
    page.add_script_tag(content=(SCRIPTS / "profile-marks.js").read_text("utf-8"))
    whole = site_of(document(Walk, "a"))._replace(own=own())
    digests = {("turer", "a"): "x"}
    table = next(one for one in data(whole, digests) if one.path == "assets/profile-nb.js")
    script = made(table)
    value = json.loads(script[script.index("(") + 1 : script.rindex(")")])
    page.evaluate("value => { hefteProfileWords(value); window.table = value; }", value)
    yield page
    page.close()


def judged(device: Page, asked: list[tuple[Walk, Mapping[str, int]]]) -> list[Judged]:
    """What the device says of walks with limits."""
    rows = [[walk_row(walk, catalogue_of(walk), own()), dict(limits)] for walk, limits in asked]
    script = "rows => rows.map(([row, limits]) => { const j = hefteMarks.judge(limits, hefteMarks.walk(row), table.rules); return [j.mark, j.reach]; })"
    return [Judged(mark, reach) for mark, reach in device.evaluate(script, rows)]


def test_the_device_says_what_the_plain_model_of_the_rules_says(device: Page) -> None:
    maker = Maker(1)
    asked = [(maker.walk(), maker.limits()) for _ in range(3000)]

    found = judged(device, asked)

    for (walk, limits), one in zip(asked, found, strict=True):
        expected = judge(walk, limits)
        assert one.mark == expected.mark, (limits, walk.model_dump(exclude_none=True, exclude_defaults=True))
        assert one.reach == pytest.approx(expected.reach) or one.mark in {NOT, UNKNOWN}
    marks = [one.mark for one in found]
    assert min(marks.count(mark) for mark in RANK) > 100, "The random walks must try every mark."


def _stricter(maker: Maker, limits: Mapping[str, int]) -> dict[str, int]:
    """The same limits with one of them harder, or one more."""
    limit = maker.chance.choice(own().limits)
    harder = [one for one in limit.choices if limit.name not in limits or limit.sign * (one - limits[limit.name]) <= 0]
    return {**limits, limit.name: maker.chance.choice(harder)}


def test_a_stricter_profile_never_fits_better_or_farther(device: Page) -> None:
    maker = Maker(2)
    pairs = [
        (walk, limits, _stricter(maker, limits))
        for walk, limits in ((maker.walk(), maker.limits()) for _ in range(3000))
    ]

    mild = judged(device, [(walk, limits) for walk, limits, _ in pairs])
    strict = judged(device, [(walk, limits) for walk, _, limits in pairs])

    for pair, one, other in zip(pairs, mild, strict, strict=True):
        assert RANK[other.mark] <= RANK[one.mark], pair
        assert other.reach <= one.reach, pair


BETTER: Mapping[str, object] = {
    "veitype": "grusvei", "fasthet": "fast", "tilstand": "jevnt", "bredde_cm": "500", "stigning": "0 %",
    "tverrfall": "0 %", "benk_maks_avstand_m": "10", "møteplasser": "ja", "hinder": "ingen", "dekke": "asfalt",
}  # fmt: skip


def test_a_better_measurement_never_makes_it_worse(device: Page) -> None:
    maker, asked = Maker(3), []
    for _ in range(2000):
        rows = maker.stretches() or [maker.stretch(0, 400)]
        at, key = maker.chance.randrange(len(rows)), str(maker.some(*BETTER))
        better = [*rows[:at], rows[at] | {key: BETTER[key]}, *rows[at + 1 :]]
        pair = [document(Walk, "a", lengde="1 km", strekninger=one) for one in (rows, better)]
        asked.append((*pair, maker.limits()))

    before = judged(device, [(walk, limits) for walk, _, limits in asked])
    after = judged(device, [(walk, limits) for _, walk, limits in asked])

    for one, other, (_, walk, limits) in zip(before, after, asked, strict=True):
        assert RANK[other.mark] >= RANK[one.mark], (limits, walk.stretches)


def test_unmeasured_never_fits_and_what_is_unsure_answers_nothing(device: Page) -> None:
    maker = Maker(4)
    bare = [
        (document(Walk, "a", lengde="1 km", strekninger=[{"fra_m": "0", "til_m": "1000"}]), {one.name: one.choices[-1]})
        for one in own().limits
        if one.place == "strekning"
    ]
    unsure = [
        (walk, limits)
        for walk, limits in ((maker.walk(), maker.limits()) for _ in range(3000))
        if is_unsure(walk, "strekninger")
    ]
    on_ground = {one.name for one in own().limits if one.place == "strekning"}

    found = judged(device, bare)
    of_unsure = judged(
        device,
        [(walk, {name: value for name, value in limits.items() if name in on_ground}) for walk, limits in unsure],
    )

    assert {one.mark for one in found} == {UNKNOWN}
    assert {one.mark for one, (_, limits) in zip(of_unsure, unsure, strict=True) if on_ground & set(limits)} == {
        UNKNOWN
    }


@pytest.mark.parametrize(
    ("name", "profile"),
    [("manuell_rullestol", Profile.MANUAL_WHEELCHAIR), ("elektrisk_rullestol", Profile.POWERED_WHEELCHAIR)],
)
def test_an_official_suggestion_fits_exactly_where_the_official_class_is_the_best(
    device: Page, name: str, profile: Profile
) -> None:
    maker = Maker(5)
    limits = next(one.limits for one in own().suggestions if one.name == name)
    walks = [
        walk for walk in (maker.walk() for _ in range(3000)) if walk.stretches and not is_unsure(walk, "strekninger")
    ]

    found = judged(device, [(walk, limits) for walk in walks])

    official = [reaches_of(walk, rules())[profile].is_whole for walk in walks]
    assert [one.mark == FITS for one in found] == official
    assert any(official)


# The pages


def opened(
    chromium: Browser, site: Path, path: str, limits: Mapping[str, int] | None = None, **options: object
) -> Page:
    """A page in a browser of its own, with limits kept from before."""
    options = {"viewport": {"width": 390, "height": 844}, **options}
    page = chromium.new_context(**options).new_page()  # type: ignore[arg-type]
    if limits is not None:
        page.goto((site / "404.html").as_uri())
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
    page = opened(chromium, site, "404.html")
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
    page = opened(chromium, site, "404.html")
    page.route("**/walks.js", lambda route: route.abort())
    page.goto((site / "profil.html").as_uri())

    page.get_by_role("button", name="Rullator").click()

    expect(page.locator(".profile-broken")).to_be_visible()
    expect(page.locator(".profile-walks a").first).to_be_visible()
    page.context.close()


def test_damaged_limits_are_no_limits(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "404.html")
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

    page.evaluate(
        '() => { const list = document.createElement(\'ul\'); list.innerHTML = \'<li><article class="card"><div class="card__body">'
        '<h3 class="card__title"><a href="turer/strandpromenaden.html">Strand</a></h3></div></article></li>\'; document.querySelector(\'main\').append(list); }'
    )

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

    assert page.get_by_text("trenger JavaScript").is_visible()
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", ["profil.html", "turer/strandpromenaden.html", "turer/index.html"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    chromium: Browser, site: Path, path: str, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 844}
    page = opened(chromium, site, path, MANUAL, viewport=size, color_scheme=scheme, bypass_csp=True)
    expect(page.locator(".profile-mark, .profile--known").first).to_be_visible()

    found = Axe().run(page, options={"runOnly": AXE})

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.context.close()


def test_the_policy_stops_nothing_of_ours(chromium: Browser, site: Path) -> None:
    page = opened(chromium, site, "404.html", MANUAL)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda problem: said.append(str(problem)))

    for path in ("profil.html", "turer/index.html", "turer/strandpromenaden.html", "index.html", "finn.html"):
        page.goto((site / path).as_uri())
        expect(page.locator(".profile-mark, .profile--known, .find").first).to_be_visible()

    assert said == []
    page.context.close()
