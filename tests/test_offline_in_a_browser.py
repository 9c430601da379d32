"""Without coverage: after one visit the site works from the phone, whole, of one edition, and says when it came."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from eksempelvik_site import build
from everyone import hindrances
from hefte.website.offline import RULES as POLICIES
from hefte.website.offline import Keep, keep_of

HOUSE = Path(__file__).resolve().parent.parent
EKSEMPELVIK = HOUSE / "tests" / "eksempelvik"
UPDATED = """() => navigator.serviceWorker.ready.then(found => new Promise(done => {
    found.addEventListener("updatefound", () => {
        const next = found.installing;
        next.addEventListener("statechange", () => next.state === "redundant" && done());
    });
    setTimeout(done, 10000);
    found.update();
}))"""
FETCHED = r"Hentet (mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag) \d+\. [a-z]+ kl\. \d\d\.\d\d"

KIND = re.compile(
    r"(?<=\.)[0-9a-f]{10}(?=\.)|(?<=-)\d+(?=\.js$)|(?<=-)(nb|nn|en)(?=[-.])|(?<=map-walk-..-).+(?=\.js$)"
    r"|(?<=^bilder/).+|(?<=^turer/).+(?=\.gpx)|(?<=^assets/scenes/).+|(?<=^hefter/).+(?=\.)|(?<=^sider/).+|(?<=^kalender/).+(?=\.ics)"
    r"|(?<=^admin/).+|(?<=^assets/veiledning/).+"
)
"""What differs between files of one kind."""

SCRIPTS = """back bookmarks.* calendar calendar-* cards early.* every-page.* facets find keep leaflet lists-*
    map map-clusters map-land map-walk moments offline-page offline.* plain-words profile profile-* profile-form
    profile-marks qr read-aloud search search-* sheets shortlist soon soon-* table times told-ids walks"""
LOOKS = """calendar.css finder.css fonts/atkinson-hyperlegible-next-400.woff2 fonts/atkinson-hyperlegible-next-600.woff2
    fonts/fraunces-600.woff2 fonts/fraunces-700.woff2 groups.css guide.css hefte.*.css images/logo.svg map.css
    scener/hjem-telefon-natt.svg scener/hjem-telefon.svg shortlist.css"""
POLICY = {
    Keep.EDITION: {"manifest.webmanifest"}
    | {f"assets/{name}.js" for name in SCRIPTS.split()}
    | {f"assets/{name}" for name in LOOKS.split()},
    Keep.PAGE: {
        *("index.html", "finn.html", "kart.html", "kalender.html", "hefter.html", "utvalg.html", "profil.html"),
        "offline.html",
        "sider/*",
    },
    Keep.ROWS: {"assets/told-*-*.js", "assets/rows-*-*.js", "assets/map-*-*.js", "assets/map-points.js"},
    Keep.READ: {"assets/map-walk-*-*.js", "assets/map-tiles.js"},
    Keep.SEEN: {
        *(
            "bilder/*",
            "assets/veiledning/*",
            "assets/scenes/*",
            "assets/scener/hjem.svg",
            "assets/scener/hjem-natt.svg",
        ),
        *("assets/images/icon-192.png", "assets/images/icon-512.png"),
        "assets/fonts/atkinson-hyperlegible-next-400-italic.woff2",
    },
    Keep.ASKED: set(),
    Keep.NEVER: {
        *(
            "404.html",
            "admin/*",
            "status.html",
            "assets/status.css",
            "sw.js",
            "edition.txt",
            "sitemap.xml",
            "nytt.xml",
            "turer/*.gpx",
        ),
        *("kalender.ics", "kalender/*.ics"),
        *("assets/deling/aktivitet.png", "assets/deling/hjem.png", "assets/deling/tur.png"),
        *("assets/fonts/atkinson-hyperlegible-next-OFL.txt", "assets/fonts/fraunces-OFL.txt"),
    },
}
"""Every file that Eksempelvik publishes but its lists and entries, by what a phone does with it; booklets apart."""

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Quiet(SimpleHTTPRequestHandler):
    """A host like any other; it keeps the log to itself."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, host: "Host", **options: object) -> None:
        self.host = host
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer, but for a host that has gone silent."""
        while self.host.silent:
            sleep(0.05)
        if self.path.endswith(".pdf"):
            sleep(0.3)  # longer than a hurried test needs to cut the line
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Host:
    """A web host whose folder can be published anew, and whose line can be cut."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server: ThreadingHTTPServer | None = None
        self.port = 0
        self.silent = False
        self.open()

    def open(self) -> None:
        """Answer on the same port as before."""
        self._server = ThreadingHTTPServer(
            ("127.0.0.1", self.port), partial(Quiet, host=self, directory=str(self.folder))
        )
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def cut(self) -> None:
        """Answer no more."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def __call__(self, path: str = "") -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.port}/{path}"


@pytest.fixture(scope="module")
def editions(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Eksempelvik today, and tomorrow when a walk is closed."""
    folder = tmp_path_factory.mktemp("offline")
    shutil.copytree(site.parent, folder, dirs_exist_ok=True)
    content = folder / "content"
    shutil.copytree(EKSEMPELVIK, content)
    walk = content / "turer" / "strandpromenaden.yaml"
    walk.write_text(walk.read_text("utf-8") + "melding: Brua er stengt til jul.\n", "utf-8")
    build(content, folder / "site")
    return site, folder / "site"


@pytest.fixture
def host(editions: tuple[Path, Path]) -> Iterator[Host]:
    """The edition of today as it was built; nobody changes a file there."""
    found = Host(editions[0])
    yield found
    found.cut()


@pytest.fixture
def own_host(editions: tuple[Path, Path], tmp_path: Path) -> Iterator[Host]:
    """A host whose files may be changed."""
    shutil.copytree(editions[0], tmp_path / "host")
    found = Host(tmp_path / "host")
    yield found
    found.cut()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    found = chromium.new_context(viewport={"width": 390, "height": 844})
    yield found
    found.close()


def visit(phone: BrowserContext, host: Host, path: str = "index.html") -> Page:
    """One visit, until the worker has what it needs."""
    page = phone.new_page()
    page.goto(host(path))
    page.evaluate("navigator.serviceWorker.ready.then(found => found.active.state)")
    return page


def says(place: Locator, words: str) -> None:
    """The words are seen there; what waits there hidden does not count."""
    expect(place.get_by_text(words)).to_be_visible()


@contextmanager
def no_coverage(phone: BrowserContext, host: Host) -> Iterator[None]:
    host.cut()
    phone.set_offline(True)
    yield
    phone.set_offline(False)


@contextmanager
def gone(phone: BrowserContext, edition: Path) -> Iterator[tuple[Page, Host]]:
    host = Host(edition)
    page = visit(phone, host)
    with no_coverage(phone, host):
        yield page, host
    phone.close()


@pytest.fixture(scope="module")
def away(chromium: Browser, editions: tuple[Path, Path]) -> Iterator[tuple[Page, Host]]:
    """A phone that has seen the first page once, and has had no coverage since; nothing is kept on it."""
    with gone(chromium.new_context(viewport={"width": 390, "height": 844}), editions[0]) as found:
        yield found


@pytest.fixture(scope="module")
def away_with_axe(chromium: Browser, editions: tuple[Path, Path]) -> Iterator[tuple[Page, Host]]:
    """Such a phone without the policy, which is tried elsewhere: axe is a script of its own."""
    with gone(chromium.new_context(bypass_csp=True), editions[0]) as found:
        yield found


def test_every_published_file_has_its_policy(editions: tuple[Path, Path]) -> None:
    site = editions[0]
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.name != ".hefte"]

    found: dict[Keep, set[str]] = {keep: set() for keep in Keep}
    for name in names:
        keep = keep_of(name, ("nb", "nn", "en"))
        if keep is not Keep.SEEN or not name.endswith(".html"):
            found[keep].add(KIND.sub("*", _bare(name)))

    new = "What does a phone do with a new file? Say it in website/offline.py, and here."
    assert found == POLICY, new
    unnamed = {name for name in names if not any(re.fullmatch(pattern, _bare(name)) for pattern, _ in POLICIES)}
    assert not unnamed, new


def _bare(name: str) -> str:
    return re.sub("^(nn|en)/", "", name)


def test_after_one_visit_the_first_page_opens_without_coverage(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)

    with no_coverage(phone, host):
        page.reload()

        expect(page.locator("h1")).to_have_text("Hva kan vi gjøre i dag?")
        says(page.locator(".md-offline"), "Ingen kontakt med nettet.")


def test_a_calm_line_comes_and_goes_with_the_coverage(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)

    with no_coverage(phone, host):
        expect(page.locator(".md-offline")).to_be_visible()
        expect(page.get_by_text("Ingen kontakt med nettet.")).to_be_visible()

    expect(page.locator(".md-offline")).to_be_hidden()


def test_the_search_works_without_coverage(away: tuple[Page, Host]) -> None:
    page, host = away

    page.goto(host("finn.html?q=bolwing"))

    expect(page.locator(".find__hits h3").first).to_contain_text("owling")


def test_the_filters_work_without_coverage(away: tuple[Page, Host]) -> None:
    page, host = away

    page.goto(host("finn.html?slag=turer&rullestol=lett"))
    count = page.locator(".finder__count h2")
    expect(count).to_have_text(re.compile(r"\d+ "))
    before = count.text_content()
    expect(page.locator(".finder__cards .card").first).to_be_visible()
    page.locator(".finder__choice").first.click()

    expect(count).not_to_have_text(before or "")


def test_the_map_works_without_coverage(away: tuple[Page, Host]) -> None:
    page, host = away

    page.goto(host("kart.html"))
    expect(page.locator(".leaflet-container")).to_be_visible()
    page.get_by_role("button", name="på samme sted").first.click()
    expect(page.locator(".map__card a").first).to_be_visible()
    page.locator("#liste summary").click()

    expect(page.locator("#liste a").first).to_be_visible()


def test_ones_own_limits_are_set_without_coverage(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)

    with no_coverage(phone, host):
        page.goto(host("profil.html"))
        page.locator("[data-limits]").first.click()

        expect(page.locator(".profile-mark").first).to_be_visible()


def test_a_page_nobody_opened_is_told_without_coverage(away: tuple[Page, Host]) -> None:
    page, host = away

    page.goto(host("aktiviteter/bowling-tirsdag.html"))

    expect(page.locator("h1")).to_have_text("Bowling tirsdag")
    expect(page.locator(".facts").first).to_contain_text("Hver tirsdag")
    expect(page.locator(".checked")).to_contain_text("Kontrollert")
    expect(page.locator(".actions a")).to_have_attribute("href", "tel:00000021")
    expect(page.locator(".md-offline")).to_contain_text(re.compile(FETCHED))


def test_the_readers_own_limits_hold_without_coverage(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    page.evaluate("localStorage.setItem('hefte.profile', JSON.stringify({stigning: 5}))")

    with no_coverage(phone, host):
        page.goto(host("turer/strandpromenaden.html"))
        expect(page.locator(".profile__answer .chip")).to_be_visible()
        page.goto(host("turer/index.html"))

        expect(page.locator(".profile-mark").first).to_be_visible()


def test_the_shortlist_works_without_coverage(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)

    with no_coverage(phone, host):
        page.goto(host("aktiviteter/index.html"))
        page.locator(".card .save").first.click()
        title = page.locator(".card__title").first.text_content() or ""
        page.goto(host("turer/strandpromenaden.html"))
        page.locator(".actions .save").click()
        page.goto(host("utvalg.html"))

        for chosen in (title, "Promenaden"):
            expect(page.get_by_role("heading", name=chosen)).to_be_visible()


def test_a_list_nobody_opened_leads_to_its_entries_without_coverage(away: tuple[Page, Host]) -> None:
    page, host = away

    page.goto(host("gratis.html"))
    page.locator(".card a").first.click()

    expect(page.locator(".entry h1")).to_be_visible()


def test_a_page_that_was_read_is_kept_as_it_was(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    page.goto(host("turer/strandpromenaden.html"))
    page.wait_for_function("caches.match(location.href).then(Boolean)")

    with no_coverage(phone, host):
        page.reload()

        expect(page.locator(".figure svg").first).to_be_attached()
        expect(page.locator(".md-offline")).to_contain_text(re.compile(FETCHED))


def test_a_page_that_is_not_there_says_so_and_leads_to_the_lists(away: tuple[Page, Host]) -> None:
    page, host = away

    page.goto(host("aktiviteter/finnes-ikke.html"))
    expect(page.locator("h1")).to_have_text("Denne siden ligger ikke på telefonen")
    page.get_by_role("link", name="A–Å").click()

    expect(page.locator(".card").first).to_be_visible()


def test_the_reader_of_nynorsk_gets_nynorsk(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host, "nn/index.html")

    with no_coverage(phone, host):
        page.goto(host("nn/turer/strandpromenaden.html"))
        expect(page.locator(".checked").last).to_contain_text("Kontrollert")
        says(page.locator(".md-offline"), "Henta ")
        page.goto(host("index.html"))

        expect(page).to_have_url(host("nn/index.html"))


def test_a_slow_net_does_not_keep_the_reader_waiting(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    host.silent = True

    page.reload()

    expect(page.locator(".md-offline")).to_contain_text(re.compile(FETCHED))
    host.silent = False


def divided(host: Host) -> None:
    """The same site as one so large that its rows are divided: the first fifty lie in one area, the rest in another."""
    worker = host.folder / "sw.js"
    told, script = worker.read_text("utf-8").removeprefix("var SITE=").split(";\n", 1)
    site = json.loads(told)
    site["areas"] = {"vagen": [0, 50], "andre": [50, 5001]}
    site["rowsAFile"] = {"told": 50}
    for language, files in site["files"].items():
        site["later"][language] = {path: files.pop(path) for path in tuple(files) if "/told-nb-" in path}
    worker.write_text(f"var SITE={json.dumps(site)};\n{script}", "utf-8")


TOLD = """async () => {
    const name = (await caches.keys()).find(name => !/ (state|booklets)$/.test(name));
    const held = await (await caches.open(name)).keys();
    return held.map(one => one.url.match(/told-nb-\\d+/)).filter(Boolean).map(found => found[0]).sort();
}"""


@pytest.mark.parametrize("path", ["aktiviteter/bowling-tirsdag.html", "omrade/vagen.html", "finn.html?omrade=vagen"])
def test_of_a_large_site_only_the_readers_area_is_fetched(phone: BrowserContext, own_host: Host, path: str) -> None:
    divided(own_host)
    page = visit(phone, own_host)
    assert page.evaluate(TOLD) == []

    page.goto(own_host(path))
    page.wait_for_function(f"({TOLD})().then(told => told.length)")

    assert page.evaluate(TOLD) == ["told-nb-0"]
    with no_coverage(phone, own_host):
        page.goto(own_host("aktiviteter/boccia.html"))
        expect(page.locator(".entry h1")).to_have_text("Boccia")


def publish(host: Host, edition: Path) -> None:
    """Put another edition where the host looks."""
    shutil.rmtree(host.folder)
    shutil.copytree(edition, host.folder)


def look_for_news(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.ready.then(found => found.update()).then(() => 1)")


def test_a_new_edition_is_offered_and_never_forced(
    phone: BrowserContext, own_host: Host, editions: tuple[Path, Path]
) -> None:
    page = visit(phone, own_host)
    page.reload()
    first = kept(page)

    publish(own_host, editions[1])
    look_for_news(page)
    says(page.locator(".md-offline"), "Ny utgave er klar.")
    with no_coverage(phone, own_host):
        page.goto(own_host("turer/strandpromenaden.html"))
        expect(page.locator("h1")).to_have_text("Strandpromenaden")
        expect(page.locator(".notice")).to_have_count(0)
    own_host.open()
    page.goto(own_host())
    page.get_by_role("button", name="Vis den").click()
    page.wait_for_function("first => caches.keys().then(names => !names.includes(first))", arg=first)

    with no_coverage(phone, own_host):
        page.goto(own_host("turer/strandpromenaden.html"))
        expect(page.locator(".entry__head > .notice")).to_contain_text("Brua er stengt til jul.")


def kept(page: Page) -> str:
    """The name of the one edition on the phone."""
    names = page.evaluate("caches.keys()")
    (edition,) = [name for name in names if not name.endswith((" state", " booklets"))]
    return str(edition)


def test_a_new_page_gets_new_data_while_the_old_edition_is_still_kept(
    phone: BrowserContext, own_host: Host, editions: tuple[Path, Path]
) -> None:
    page = visit(phone, own_host)
    publish(own_host, editions[1])
    for rows in (own_host.folder / "assets").glob("rows-nb-*.js"):
        rows.write_text(rows.read_text("utf-8").replace('"Promenaden"', '"Den nye promenaden"'), "utf-8")

    page.goto(own_host("finn.html?q=strandpromenaden"))

    expect(page.locator(".find__hits h3").first).to_contain_text("Den nye promenaden")


def test_a_file_damaged_on_the_way_makes_no_edition(
    phone: BrowserContext, own_host: Host, editions: tuple[Path, Path]
) -> None:
    page = visit(phone, own_host)
    page.reload()
    publish(own_host, editions[1])
    for told in (own_host.folder / "assets").glob("told-nb-*.js"):
        told.write_text("broken", "utf-8")

    page.evaluate(UPDATED)

    expect(page.locator(".md-offline")).to_be_hidden()
    with no_coverage(phone, own_host):
        page.goto(own_host("turer/strandpromenaden.html"))
        expect(page.locator(".entry h1")).to_have_text("Strandpromenaden")


def test_damaged_memory_is_told_in_words(phone: BrowserContext, host: Host) -> None:
    page = visit(phone, host)
    page.evaluate(
        """async () => { for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const one of await cache.keys()) if (one.url.includes("told-")) await cache.delete(one);
        } }"""
    )

    with no_coverage(phone, host):
        page.goto(host("aktiviteter/bowling-tirsdag.html"))

        expect(page.locator("h1")).to_have_text("Det som lå på telefonen, kan ikke leses")
        expect(page.get_by_role("link", name="Finn").first).to_be_attached()


def test_a_phone_without_room_says_so_and_shows_the_site(phone: BrowserContext, host: Host) -> None:
    page = phone.new_page()
    page.context.new_cdp_session(page).send(
        "Storage.overrideQuotaForOrigin", {"origin": host().rstrip("/"), "quotaSize": 20_000}
    )

    page.goto(host())

    says(page.locator(".md-offline"), "Telefonen har ikke plass")
    expect(page.locator("h1")).to_be_visible()


def test_two_sites_on_one_host_keep_apart(phone: BrowserContext, own_host: Host, editions: tuple[Path, Path]) -> None:
    shutil.copytree(editions[1], own_host.folder / "andre")
    page = visit(phone, own_host)
    page.reload()
    outer = kept(page)
    page.goto(own_host("andre/index.html"))
    page.wait_for_function("navigator.serviceWorker.ready.then(found => found.scope.endsWith('/andre/'))")

    with no_coverage(phone, own_host):
        page.goto(own_host("andre/turer/strandpromenaden.html"))
        expect(page.locator(".entry__head > .notice")).to_contain_text("Brua er stengt til jul.")
        assert page.evaluate("document.querySelector('.md-logo').href") == own_host("andre/index.html")
        page.goto(own_host("turer/strandpromenaden.html"))
        expect(page.locator("h1")).to_have_text("Strandpromenaden")
        expect(page.locator(".notice")).to_have_count(0)
    assert outer in page.evaluate("caches.keys()")


def test_a_booklet_is_kept_on_request_and_let_go(phone: BrowserContext, own_host: Host) -> None:
    page = visit(phone, own_host, "hefter.html")
    box = page.locator("[data-keep]").first
    address = box.get_attribute("data-keep") or ""
    (own_host.folder / "hefter").mkdir(exist_ok=True)
    (own_host.folder / address).write_bytes(b"%PDF-1.7 " + bytes(1_500_000))
    page.reload()

    expect(box.get_by_role("button", name="Lagre på telefonen 1,5 MB")).to_be_visible()
    box.get_by_role("button").first.click()
    says(box, "Ligger på telefonen, hentet")
    with no_coverage(phone, own_host):
        page.reload()
        says(box, "Ligger på telefonen, hentet")
        size = page.evaluate("path => fetch(path).then(a => a.arrayBuffer()).then(b => b.byteLength)", address)
        box.get_by_role("button", name="Ta bort").click()
        expect(box.get_by_role("button", name="Lagre på telefonen")).to_be_visible()

    assert size == 1_500_009


def test_a_booklet_that_finds_no_room_says_so(phone: BrowserContext, own_host: Host) -> None:
    page = visit(phone, own_host, "hefter.html")
    box = page.locator("[data-keep]").first
    (own_host.folder / "hefter").mkdir(exist_ok=True)
    (own_host.folder / (box.get_attribute("data-keep") or "")).write_bytes(b"%PDF-1.7 " + bytes(1_500_000))
    page.reload()
    expect(box).to_contain_text("1,5 MB")
    page.context.new_cdp_session(page).send(
        "Storage.overrideQuotaForOrigin", {"origin": own_host().rstrip("/"), "quotaSize": 1_000_000}
    )

    box.get_by_role("button").first.click()

    says(box, "Telefonen har ikke plass til heftet.")
    expect(page.get_by_role("link", name="Åpne heftet").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "width", "scheme"),
    [
        ("aktiviteter/bowling-tirsdag.html", 320, "light"),
        ("turer/strandpromenaden.html", 390, "dark"),
        ("gratis.html", 1280, "light"),
        ("hefter.html", 390, "light"),
        ("aktiviteter/finnes-ikke.html", 390, "dark"),
    ],
)
def test_axe_finds_nothing_without_coverage(
    away_with_axe: tuple[Page, Host], path: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page, host = away_with_axe
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)

    page.goto(host(path))
    page.locator("h1").wait_for()

    assert hindrances(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_policy_stops_nothing_of_the_worker_and_the_app(phone: BrowserContext, host: Host) -> None:
    page = phone.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    page.goto(host("hefter.html"))
    page.evaluate("navigator.serviceWorker.ready.then(found => found.active.state)")
    page.goto(host("finn.html?q=tur"))
    page.locator(".find__hits h3").first.wait_for()

    found = page.context.new_cdp_session(page).send("Page.getAppManifest")
    assert found["errors"] == []
    missing = page.context.new_cdp_session(page).send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {one["errorId"] for one in missing} <= {"in-incognito"}
    assert json.loads(found["data"])["name"] == "Ut i Eksempelvik"
    assert [text for text in said if "404" not in text] == []  # booklets are not printed here


def test_a_page_from_a_file_starts_no_worker_and_says_nothing(chromium: Browser, editions: tuple[Path, Path]) -> None:
    page = chromium.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    page.goto((editions[0] / "hefter.html").as_uri())

    assert said == []
    assert page.locator(".md-offline").is_hidden()
    assert page.locator("[data-keep]").first.is_hidden()
    page.close()


def test_without_a_script_the_booklets_are_plain_links(chromium: Browser, host: Host) -> None:
    page = chromium.new_page(java_script_enabled=False)

    page.goto(host("hefter.html"))

    assert page.locator(".md-offline").is_hidden()
    assert page.locator("[data-keep]").first.is_hidden()
    assert page.get_by_role("link", name="Åpne heftet").first.is_visible()
    page.close()
