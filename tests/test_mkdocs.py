"""The frames come from the stock command; what we fill is what MkDocs would have made itself."""

import json
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from itertools import product
from pathlib import Path, PurePosixPath
from posixpath import normpath
from re import compile as pattern
from re import findall
from shutil import copytree
from subprocess import run

import pytest

from frames import fill
from hefte.doors.mkdocs import LAST_GOOD, NoFrame, assets_of, configuration, make_frames, marker_page
from hefte.doors.package import templates, words_of
from hefte.website.frame import MARKERS, SECTIONS, TABS, Frames, FrameSettings, Link

LANGUAGES = ("nb", "nn", "en")
PAGES = tuple(product(LANGUAGES, SECTIONS))
WORDS = {
    "title": "Å gå «rundt» & tilbake <på 1–2–3>",
    "description": 'Kort, flat & fin: "ti minutter" fra bussen.',
    "built": "22. november 2026",
    "head": '<link rel="next" href="b.html">',
}
BODY = """<div class="md-grid entry"><h1>Å gå rundt &amp; tilbake</h1>

<p>Les *ikke* dette som _Markdown_: `<b>`, [lenke](x), 1 &lt; 2.</p>
<table class="stretches"><tbody><tr class="lett"><th scope="row">0–800 m</th><td>Asfalt</td></tr></tbody></table>
<svg viewBox="0 0 10 10" role="img" aria-label="Kart"><path d="M0 0h10"/></svg>
</div>"""
FAILING = (sys.executable, "-c", "raise SystemExit('no frame today')")


def _words(language: str) -> Mapping[str, str]:
    words = words_of(language).table.items()
    return {key.removeprefix("frame."): word for key, word in words if key.startswith("frame.")}


SETTINGS = FrameSettings(
    service=dict.fromkeys(LANGUAGES, "Ut i Eksempelvik"),
    languages=LANGUAGES,
    words={language: _words(language) for language in LANGUAGES},
    links=(
        Link(dict.fromkeys(LANGUAGES, "Om"), "sider/om.html"),
        Link(dict.fromkeys(LANGUAGES, "Meld feil"), "mailto:post@eksempelvik.example"),
    ),
    help=dict.fromkeys(LANGUAGES, "Ring oss, hverdager 9–15."),
    phone="69 00 00 00",
    sample=dict.fromkeys(LANGUAGES, "Eksempelinnhold."),
    address="https://eksempelvik.example/",
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def frames(kept: Path) -> Frames:
    return make_frames(SETTINGS, templates(), kept)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that MkDocs makes on its own, of one real page per language and section."""
    folder = tmp_path_factory.mktemp("real")
    website = templates() / "website"
    assets = tuple(assets_of(website, {}))
    settings = configuration(SETTINGS, website / "overrides", assets)
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    for language, section in PAGES:
        path, text = _real_page(language, section)
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text(text, encoding="utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "site")
    run(command, cwd=folder, check=True, capture_output=True)
    return folder / "site"


def _real_page(language: str, section: str) -> tuple[str, str]:
    path, text = marker_page(language, section, root="nb")
    for name, word in WORDS.items():
        text = text.replace(json.dumps(MARKERS[name]), json.dumps(word))
    marked = MARKERS["body"].removeprefix("<p>").removesuffix("</p>")
    return path.replace(MARKERS["file"], "ekte"), text.replace(marked, BODY)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "section"), PAGES)
def test_a_filled_page_is_byte_for_byte_what_mkdocs_makes(
    frames: Frames, real: Path, language: str, section: str
) -> None:
    path = PurePosixPath(_real_page(language, section)[0]).with_suffix(".html")

    filled = fill(frames.of(language, section), file=path.name, body=BODY, **WORDS)

    assert filled.encode() == (real / path).read_bytes()


@pytest.mark.slow
def test_frames_are_kept_until_something_changes(frames: Frames, kept: Path) -> None:
    again = make_frames(SETTINGS, templates(), kept, FAILING)

    assert again == frames


@pytest.mark.slow
def test_the_last_good_frames_stand_in_when_the_command_fails(frames: Frames, kept: Path) -> None:
    changed = SETTINGS._replace(phone="69 11 11 11")

    instead = make_frames(changed, templates(), kept, FAILING)

    assert instead.frames == frames.frames
    assert instead.trouble == "no frame today"


@pytest.mark.slow
def test_the_frames_of_another_site_never_stand_in(frames: Frames, kept: Path) -> None:
    assert frames.frames
    other = SETTINGS._replace(service=dict.fromkeys(SETTINGS.languages, "Ut i en annen kommune"))

    with pytest.raises(NoFrame):
        make_frames(other, templates(), kept, FAILING)


def test_without_any_frame_the_commands_own_words_are_told(tmp_path: Path) -> None:
    with pytest.raises(NoFrame, match="no frame today"):
        make_frames(SETTINGS, templates(), tmp_path / "kept", FAILING)


def test_a_command_that_is_not_there_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(NoFrame, match="mkdocs-of-tomorrow"):
        make_frames(SETTINGS, templates(), tmp_path / "kept", ("mkdocs-of-tomorrow",))


@pytest.mark.slow
def test_a_file_of_the_theme_that_a_frame_links_to_is_published(tmp_path: Path) -> None:
    copy = Path(copytree(templates() / "website", tmp_path / "website")).parent
    base = copy / "website" / "overrides" / "base.html"
    icon = """<link rel="icon" href="{{ 'assets/images/favicon.png' | url }}">"""
    base.write_text(base.read_text(encoding="utf-8").replace("</head>", f"{icon}</head>"), encoding="utf-8")

    made = make_frames(SETTINGS, copy, tmp_path / "kept")

    assert "assets/images/favicon.png" in {file.path for file in made.files}


def test_the_municipalitys_own_colours_end_the_style_sheet() -> None:
    style, *_ = assets_of(templates() / "website", {"topp": "#123456"})

    assert str(style.content).endswith(":root{--topp:#123456;}\n")


@pytest.mark.slow
def test_only_the_newest_frames_are_kept(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for number in range(LAST_GOOD + 2):
        (kept / f"older-{number}" / "pages").mkdir(parents=True)

    make_frames(SETTINGS, templates(), kept)

    assert len(list(kept.iterdir())) == LAST_GOOD


@pytest.mark.slow
@pytest.mark.parametrize(("language", "section"), PAGES)
def test_a_frame_is_small_and_runs_nothing_inline(frames: Frames, language: str, section: str) -> None:
    page = "".join(frames.of(language, section).pieces)

    assert len(page.encode()) <= 8_000
    assert "default-src 'self'" in page
    assert not findall(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", page)


@pytest.mark.slow
def test_a_frame_asks_no_other_host_and_every_file_it_asks_for_is_published(frames: Frames) -> None:
    published = {file.path for file in frames.files}

    wanted = {path for at in PAGES for path in _wanted(frames, *at)}

    assert wanted <= published


def _wanted(frames: Frames, language: str, section: str) -> set[str]:
    page = "".join(frames.of(language, section).pieces)
    links = findall(r'<(?:script|img|link rel="(?:stylesheet|icon)")[^>]*?(?:src|href)="([^"]+)"', page)
    folder = PurePosixPath(marker_page(language, section, root="nb")[0]).parent
    return {normpath(str(folder / link)) for link in links}


@pytest.mark.slow
@pytest.mark.parametrize(("language", "section"), PAGES)
def test_menu_and_language_switch_lead_to_pages_of_this_site(frames: Frames, language: str, section: str) -> None:
    words = {**WORDS, "body": BODY}
    page = fill(frames.of(language, section), file="a.html", **words)
    folder = PurePosixPath(marker_page(language, section, root="nb")[0]).parent
    prefix = "" if language == "nb" else f"{language}/"

    links = {normpath(str(folder / link)) for link in findall(r'<a[^>]*? href="([^":#]+)"', page)}

    below = SECTIONS[section].folder
    others = {normpath(f"{'' if other == 'nb' else other}/{below}/a.html").strip("/") for other in LANGUAGES}
    assert {prefix + path for path in TABS.values()} <= links
    assert others <= links


class _Outline(HTMLParser):
    """Which elements are open, and which ids are taken."""

    VOID = pattern("meta|link|img|input|path|circle|br|hr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if not self.VOID.fullmatch(tag):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.VOID.fullmatch(tag):
            assert self.open.pop() == tag


@pytest.mark.slow
@pytest.mark.parametrize(("language", "section"), PAGES)
def test_every_element_is_closed_and_every_id_is_its_own(frames: Frames, language: str, section: str) -> None:
    outline = _Outline()

    outline.feed("".join(frames.of(language, section).pieces))

    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
