"""What a phone keeps: which files, proved by which digests, and when they are another edition."""

import json
import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import hefte.catalogue
from booklet_samples import document, words
from hefte.doors.app import as_app
from hefte.doors.package import templates
from hefte.model import Activity, Settings
from hefte.output import Output
from hefte.website.app import app_manifest
from hefte.website.offline import Edition, Keep, Kept, Rows, keep_of, language_of, worker
from website_samples import SETTINGS, catalogue_of, made, outputs_of, site_of, text_of

LANGUAGES = ("nb", "nn", "en")
LOOK = (templates() / "website" / "worker" / "manifest.json").read_text("utf-8")
DAY = "22. november 2026"


@pytest.mark.parametrize(
    ("path", "keep", "language"),
    [
        ("index.html", Keep.PAGE, "nb"),
        ("nn/finn.html", Keep.PAGE, "nn"),
        ("profil.html", Keep.PAGE, "nb"),
        ("en/sider/om.html", Keep.PAGE, "en"),
        ("nn/offline.html", Keep.PAGE, "nn"),
        ("status.html", Keep.NEVER, "nb"),
        ("sider/veiledning-stottekontakt.html", Keep.PAGE, "nb"),
        ("nn/sider/veiledning-redaktor.html", Keep.SEEN, "nn"),
        ("sider/felt-turer.html", Keep.SEEN, "nb"),
        ("sider/felt.html", Keep.SEEN, "nb"),
        ("assets/veiledning/nb/hjem.webp", Keep.SEEN, ""),
        ("turer/strand.html", Keep.SEEN, "nb"),
        ("nn/turer/index.html", Keep.SEEN, "nn"),
        ("gratis.html", Keep.SEEN, "nb"),
        ("hefter/turheftet.pdf", Keep.ASKED, ""),
        ("nn/hefter/turheftet.pdf", Keep.ASKED, "nn"),
        ("assets/hefte.0123456789.css", Keep.EDITION, ""),
        ("assets/find.js", Keep.EDITION, ""),
        ("assets/search-nn.js", Keep.EDITION, "nn"),
        ("assets/search-nn-31.js", Keep.EDITION, "nn"),
        ("assets/told-ids.js", Keep.EDITION, ""),
        ("assets/told-en-12.js", Keep.ROWS, "en"),
        ("assets/rows-nb-0.js", Keep.ROWS, "nb"),
        ("assets/leaflet.js", Keep.EDITION, ""),
        ("assets/map-nn-0.js", Keep.ROWS, "nn"),
        ("assets/map-walk-nb-en-sti.js", Keep.READ, "nb"),
        ("assets/fonts/fraunces-600.woff2", Keep.EDITION, ""),
        ("assets/fonts/atkinson-hyperlegible-next-400-italic.woff2", Keep.SEEN, ""),
        ("bilder/800/strand.jpg", Keep.SEEN, ""),
        ("turer/strand.gpx", Keep.NEVER, ""),
        ("sitemap.xml", Keep.NEVER, ""),
    ],
)
def test_each_file_is_kept_as_its_path_says(path: str, keep: Keep, language: str) -> None:
    assert (keep_of(path, LANGUAGES), language_of(path, LANGUAGES)) == (keep, language)


def output(path: str, content: str | bytes, key: str | None = "key") -> Output:
    return Output(path, key, lambda: content)


def noted(*outputs: Output, before: Mapping[str, Kept] | None = None) -> Edition:
    """What is noted of outputs that go by without anybody making them."""
    edition = Edition(LANGUAGES, (DAY,), before or {})
    for _ in edition.noted(outputs):
        pass
    return edition


def told(edition: Edition, areas: Mapping[str, tuple[int, int]] | None = None) -> dict[str, object]:
    """What the worker is told, as the build puts it before the script."""
    spoken = {code: words(code) for code in LANGUAGES}
    script = made(next(iter(worker(edition, spoken, Rows(areas or {}, {"told": 50}), "// script"))))
    site: dict[str, object] = json.loads(script.removeprefix("var SITE=").removesuffix(";\n// script"))
    return site


def test_other_bytes_are_another_edition_and_the_same_bytes_are_not() -> None:
    first, same, other = (
        noted(output("assets/find.js", text, key)) for text, key in (("a", "k"), ("a", "l"), ("b", "k"))
    )

    names = [told(edition)["edition"] for edition in (first, same, other)]

    assert names[0] == names[1] != names[2]


@pytest.mark.parametrize(
    ("change", "is_another"), [(("22. november", "23. november"), False), (("Lister", "List"), True)]
)
def test_a_frame_of_another_day_is_no_new_edition(change: tuple[str, str], is_another: bool) -> None:
    page = f"<!doctype html><h1>Lister</h1><p>Bygd {DAY}.</p>"
    days = (DAY, "23. november 2026")
    editions = [Edition(LANGUAGES, days, {}) for _ in range(2)]

    for edition, text in zip(editions, (page, page.replace(*change)), strict=True):
        list(edition.noted([output("offline.html", text)]))

    assert (told(editions[0])["edition"] != told(editions[1])["edition"]) is is_another


def test_a_page_carries_its_day_and_is_not_proved_by_a_digest() -> None:
    edition = noted(output("index.html", "<p>"), output("offline.html", "<p>"), output("assets/find.js", "a"))

    files = told(edition)["files"]

    assert files == {"": {"assets/find.js": "ca978112ca1bbdca"}, "nb": {"index.html": "", "offline.html": ""}}


def test_what_has_the_same_key_is_not_made_again() -> None:
    before = noted(output("assets/find.js", "a"))

    def never() -> str:
        raise AssertionError

    again = noted(Output("assets/find.js", "key", never), before=before.kept)

    assert again.kept == before.kept


def test_what_is_made_on_the_way_is_not_made_twice() -> None:
    times: list[int] = []
    edition = Edition(LANGUAGES, (), {})

    for one in edition.noted([Output("assets/find.js", "key", lambda: times.append(1) or "a")]):
        one.make()

    assert (len(times), "assets/find.js" in edition.kept) == (1, True)


def test_the_worker_knows_its_own_folders_and_no_other_sites() -> None:
    edition = noted(output("turer/a.html", ""), output("nn/index.html", ""), output("a-a.html", ""))

    assert told(edition)["folders"] == ["hefter", "nn", "turer"]


def test_the_municipalitys_own_logo_is_kept_from_the_first_visit() -> None:
    edition = Edition(LANGUAGES, (), {}, logo="bilder/logo-64.png")

    list(edition.noted([output("bilder/logo-64.png", b"a"), output("bilder/strand-640.jpg", b"b")]))

    assert list(edition.kept) == ["bilder/logo-64.png"]


def test_rows_of_a_large_catalogue_stand_apart_from_what_everybody_fetches() -> None:
    edition = noted(output("assets/told-nb-0.js", "a"), output("assets/find.js", "b"))

    together, apart = told(edition), told(edition, areas={"vagen": (0, 50)})

    assert (list(together["files"]), together["later"]) == (["", "nb"], {})  # type: ignore[call-overload]
    assert (list(apart["files"]), list(apart["later"]["nb"])) == ([""], ["assets/told-nb-0.js"])  # type: ignore[call-overload, index]


def activity(number: int, area: str) -> Activity:
    return document(Activity, f"a{number}", område=area)


def test_a_large_catalogue_lies_area_by_area(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [activity(0, "Vågen"), activity(1, "Øra"), activity(2, "Vågen"), activity(3, "Øra")]
    monkeypatch.setattr(hefte.catalogue, "ROWS_FOR_ALL", 3)

    catalogue = catalogue_of(*entries)

    assert [entry.id for entry in catalogue.rows] == ["a1", "a3", "a0", "a2"]
    assert catalogue.row_areas == {"ora": (0, 2), "vagen": (2, 4)}


def test_a_small_catalogue_lies_as_it_is_shown() -> None:
    catalogue = catalogue_of(activity(0, "Vågen"), activity(1, "Øra"))

    assert (catalogue.rows, catalogue.row_areas) == (catalogue.shown, {})


def test_every_list_is_told_by_the_rows_of_its_entries() -> None:
    site = site_of(activity(0, "Vågen"), activity(1, "Øra"))

    lists = json.loads(made(outputs_of(site)["assets/lists-nb.js"]).partition("(")[2].removesuffix(");\n"))

    assert lists["omrade/ora.html"][2] == "1"
    assert lists["a-a.html"][2] == lists["aktiviteter/index.html"][2] == "0 1"


def test_the_frame_without_a_page_says_what_works_and_is_not_for_search_engines() -> None:
    page = made(outputs_of(site_of(activity(0, "Vågen")))["offline.html"])

    assert "Denne siden ligger ikke på telefonen" in text_of(page)
    assert '<meta name="robots" content="noindex">' in page


def test_the_manifest_names_the_site_and_has_its_colour() -> None:
    settings = Settings.model_validate({**SETTINGS, "farger": {"hovedfarge": "#23617f"}})

    manifest = json.loads(str(app_manifest(settings, words("nb"), LOOK).content))

    assert (manifest["name"], manifest["lang"], manifest["theme_color"]) == ("Ut i Vik", "nb", "#23617f")
    assert (manifest["start_url"], manifest["scope"]) == ("index.html", "./")
    assert manifest["shortcuts"][0] == {"name": "Finn", "url": "finn.html"}


@pytest.mark.parametrize("icon", [row for row in json.loads(LOOK)["icons"] if row["purpose"] == "maskable"])
def test_an_icon_fills_its_square_so_that_phones_may_cut_it(icon: Mapping[str, str]) -> None:
    content = (templates() / "website" / icon["src"].removeprefix("assets/")).read_bytes()

    drawn = Image.open(BytesIO(content)).convert("RGB")
    side = drawn.width - 1
    corners = {drawn.getpixel(at) for at in ((0, 0), (side, 0), (0, side), (side, side), (side // 2, 0))}

    assert f"{drawn.width}x{drawn.height}" == icon["sizes"]
    assert corners == {(0x16, 0x42, 0x3C)}


def test_notes_that_cannot_be_read_cost_only_time(tmp_path: Path) -> None:
    catalogue = catalogue_of(activity(0, "Vågen"))
    outputs = [output("assets/find.js", "a")]
    first = _files(as_app(catalogue, outputs, tmp_path))
    (notes,) = (tmp_path / "editions").glob("*.json")
    notes.write_text("[[", "utf-8")

    assert _files(as_app(catalogue, outputs, tmp_path)) == first


def test_notes_of_sites_that_nobody_builds_are_forgotten(tmp_path: Path) -> None:
    for number in range(20):
        list(as_app(catalogue_of(activity(0, "Vågen"), navn=f"Ut {number}"), [], tmp_path))

    assert len(list((tmp_path / "editions").glob("*.json"))) == 16


def _files(outputs: Iterable[Output]) -> Mapping[str, str]:
    return {one.path: made(one) for one in outputs}


def test_the_policy_lets_the_worker_and_the_manifest_come_from_here_only() -> None:
    frame = (templates() / "website" / "overrides" / "base.html").read_text("utf-8")

    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', frame)

    rules = dict(rule.split(maxsplit=1) for rule in policy.split("; "))
    sources = {rules.get(name, rules["default-src"]) for name in ("worker-src", "manifest-src")}
    assert sources == {"'self'"}


@pytest.mark.parametrize("name", ["offline.js"])
def test_the_script_on_every_page_is_small(name: str) -> None:
    from gzip import compress

    assert len(compress((templates() / "website" / "js" / name).read_bytes())) < 1000
