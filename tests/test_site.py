"""The whole site of Eksempelvik through its makers: every link leads somewhere, nothing secret gets out."""

import posixpath
import re
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from shutil import copytree
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from booklet_samples import TODAY
from hefte.doors.booklets import make_booklets
from hefte.doors.build import Built, Work, build, look_through
from hefte.doors.package import demo
from hefte.doors.site import make_website
from hefte.model import Entry
from hefte.model.kinds import Record
from hefte.model.offers import Event, Group
from hefte.model.texts import Text
from published_booklets import booklets
from website_samples import plain, text_of

pytestmark = pytest.mark.slow

SECRETS = ("UTKAST-SKAL-IKKE-UT", "INTERNT-NOTAT-SKAL-IKKE-UT")
LANGUAGES = {"nb": "", "nn": "nn/", "en": "en/"}


@pytest.fixture(scope="module")
def work() -> Work:
    """Eksempelvik, read and checked on a known day."""
    return look_through(demo(), TODAY)


Links = Mapping[str, tuple[tuple[str, str], ...]]
READ = (".html", ".js", ".css", ".gpx", ".svg", ".xml")


@pytest.fixture(scope="module")
def files(site: Path) -> Mapping[str, str]:
    """Every file of the site by its path, as text; pictures and booklets by their path alone."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return dict.fromkeys(booklets(), "") | {
        name: path.read_text("utf-8") if name.endswith(READ) else "" for name, path in paths.items()
    }


@pytest.fixture(scope="module")
def pages(files: Mapping[str, str]) -> Mapping[str, str]:
    """The pages for readers by their path; the form has a test of its own."""
    return {path: text for path, text in files.items() if path.endswith(".html") and not path.startswith("admin/")}


@pytest.fixture(scope="module")
def trees(pages: Mapping[str, str]) -> Mapping[str, html.HtmlElement]:
    """The pages as trees, which no test changes."""
    return {path: html.document_fromstring(page) for path, page in pages.items()}


@pytest.fixture(scope="module")
def links(trees: Mapping[str, html.HtmlElement]) -> Links:
    """The links of each page within the site."""
    return {path: tuple(inside(tree, path)) for path, tree in trees.items()}


@pytest.fixture(scope="module")
def texts(pages: Mapping[str, str]) -> Mapping[str, str]:
    """What each page says."""
    return {path: text_of(page) for path, page in pages.items()}


def inside(tree: html.HtmlElement, path: str) -> Iterator[tuple[str, str]]:
    """The links of a page within the site, as (path, fragment)."""
    for link in tree.xpath("//@href | //@src | //@action"):
        parts = urlsplit(link)
        if not parts.scheme and not parts.netloc:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
            # Only the page for addresses that lead nowhere links from the root.
            target = target.removeprefix("/") if path == "404.html" else target
            yield (target if parts.path else path), unquote(parts.fragment)


def test_every_link_within_the_site_leads_to_a_file(files: Mapping[str, str], links: Links) -> None:
    dead = {(path, target) for path, found in links.items() for target, _ in found if target not in files}

    assert not dead, sorted(dead)[:10]


def test_every_link_to_a_part_of_a_page_finds_it(
    trees: Mapping[str, html.HtmlElement], links: Links, work: Work
) -> None:
    ids = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    for path in (path for path in trees if path.endswith("kart.html")):  # map.js opens an entry by its page
        prefix = path.removesuffix("kart.html")
        ids[path] |= {page.removeprefix(prefix).removesuffix(".html") for page in trees if page.startswith(prefix)}

    assert work.catalogue is not None
    in_form = {f"/collections/{entry.folder}/entries/{entry.id}" for entry in work.catalogue.entries}
    lost = {
        (path, target, part)
        for path, found in links.items()
        for target, part in found
        if part and part not in (in_form if target.startswith("admin/") else ids[target])
    }

    assert not lost, sorted(lost)[:10]


def test_a_page_asks_nobody_else_for_anything(trees: Mapping[str, html.HtmlElement]) -> None:
    loads = "//script/@src | //img/@src | //iframe/@src | //link[not(@rel='canonical' or @rel='alternate')]/@href"

    outside = {link for tree in trees.values() for link in tree.xpath(loads) if urlsplit(link).netloc}

    assert not outside


def test_drafts_and_notes_to_colleagues_never_get_out(files: Mapping[str, str]) -> None:
    told = [path for path, content in files.items() for secret in SECRETS if secret in content]

    assert not told


def test_every_page_is_filled_in(texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        # {z}, {x} and {y} stand in the address of map images, which the page of the settings tells of.
        assert not re.search(r"\{(?![xyz]\})[a-z_]+\}|HefteMerke|heftemerke", text), path
        assert path.startswith("en/") or not re.search(r"\bNone\b", text), path
        assert not re.search(r"&(?:amp|lt|gt|quot|#\d+);", text), path


def test_every_page_has_one_heading_a_language_and_names_of_its_own(trees: Mapping[str, html.HtmlElement]) -> None:
    for path, tree in trees.items():
        ids = tree.xpath("//@id")
        assert len(tree.xpath("//h1")) == 1, path
        assert len(ids) == len(set(ids)), (path, sorted({one for one in ids if ids.count(one) > 1}))
        assert tree.get("lang") == next(
            (code for code, root in LANGUAGES.items() if root and path.startswith(root)), "nb"
        )
        assert tree.findtext(".//title"), path


def test_every_language_has_every_page(work: Work, pages: Mapping[str, str]) -> None:
    assert work.catalogue
    shown = {entry.page for entry in work.catalogue.shown}

    for root in LANGUAGES.values():
        missing = {page for page in shown if f"{root}{page}" not in pages}
        assert not missing


def test_what_is_over_or_closed_is_on_no_list(work: Work, links: Links) -> None:
    assert work.catalogue
    hidden = {entry.page for entry in work.catalogue.entries} - {entry.page for entry in work.catalogue.shown}

    linked = {target for path, found in links.items() for target, _ in found if "/" not in path}

    assert hidden
    assert not hidden & linked


def sentences(value: object) -> Iterator[str]:
    """Every text that an editor wrote in a record, in bokmål, without what is for colleagues."""
    if isinstance(value, Text):
        yield value.said("nb").text
    elif isinstance(value, Record):
        fields = type(value).model_fields
        for name, info in fields.items():
            extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
            if not extra.get("own"):
                yield from sentences(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from sentences(one)


def letters(text: str) -> str:
    """A text by its letters and digits alone, so that emphasis and capitals do not matter."""
    return re.sub(r"[\W_]+", "", re.sub(r"\]\([^)]*\)", "]", text)).lower()


def stands_in(page: str, said: str) -> bool:
    """Whether a text stands on a page of letters; the sum may stand in «omtrent 80 kr per gang»."""
    return all(letters(part) in page for part in re.split(r"(?<=^omtrent) ", said))


def test_all_that_an_editor_wrote_stands_on_the_page(work: Work, texts: Mapping[str, str]) -> None:
    assert work.catalogue
    lost = []
    for entry in work.catalogue.shown:
        page = letters(texts[entry.page])
        kept = entry.model_copy(update={"short_title": None, "plan": None, "pictures": (), "stretches": ()})
        lost += [f"{entry.page}: {said}" for said in sentences(kept) if not stands_in(page, said)]

    assert not lost, lost[:20]


def test_only_approved_plans_are_published(work: Work, texts: Mapping[str, str]) -> None:
    assert work.catalogue
    plans = [(group, group.plan) for group in work.catalogue.shown_of(Group) if group.plan and group.plan.meetings]
    assert {plan.status.value for _, plan in plans} == {"utkast", "godkjent"}

    for group, plan in plans:
        published = all(plain(row.what.said("nb").text) in texts[group.page] for row in plan.meetings)
        assert published is (plan.status.value == "godkjent"), group.page


def test_events_that_are_over_are_left_out(work: Work) -> None:
    assert work.catalogue
    assert all(
        event.start is None or (event.end or event.start).date() >= TODAY for event in work.catalogue.shown_of(Event)
    )


SETTINGS = """\
navn: Ut i Vik
tjeneste: Tjenesten
kommune: "9999"
språk: [nb, en]
kategorier: [{kode: idrett, navn: Idrett}, {kode: sang, navn: Sang}]
"""
ENTRY = 'tittel: {title}\ningress: Kom.\nkategorier: [{category}]\nkommune: "9999"\nkontrollert: 2026-10-14\n'


def write(folder: Path, name: str, category: str = "idrett", more: str = "") -> None:
    """One entry as an editor writes it."""
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ENTRY.format(title=path.stem.capitalize(), category=category) + more, encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_municipality(tmp_path / "content")


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the small municipality lies beside its site."""
    folder = tmp_path_factory.mktemp("built")
    built(small_municipality(folder / "content"))
    return folder


@pytest.fixture
def built_content(built_once: Path, tmp_path: Path) -> Path:
    """The small municipality after its first build."""
    copytree(built_once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "content"


def small_municipality(folder: Path) -> Path:
    """A club with two offers in a hall, and a song elsewhere."""
    write(folder, "organisasjoner/klubben")
    write(folder, "steder/hallen")
    write(folder, "aktiviteter/ball", more="arrangør: klubben\nsted: hallen\n")
    write(folder, "aktiviteter/tau", more="sted: hallen\n")
    write(folder, "aktiviteter/sang", "sang")
    write(folder, "turer/runden", "sang")
    (folder / "oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    return folder


def built(content: Path) -> Built:
    """Build the website beside its content."""
    return build(content, content.parent / "site", TODAY, [make_website])


def stamps(content: Path) -> Mapping[str, int]:
    """When each file of the site was written; an exchange of folders keeps the time of what it kept."""
    root = content.parent / "site"
    return {path.relative_to(root).as_posix(): path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}


def changed(content: Path, before: Mapping[str, int]) -> set[str]:
    """The pages in bokmål that were written anew."""
    now = stamps(content)
    return {
        path for path in now if path.endswith(".html") and not path.startswith("en/") and before.get(path) != now[path]
    }


def test_a_second_build_with_nothing_changed_writes_nothing(content: Path) -> None:
    first = built(content)

    again = built(content)

    assert first.published
    assert first.published.written > 20
    assert again.published
    assert (again.published.written, again.published.removed) == (0, 0)


def test_a_changed_entry_rewrites_its_own_page_and_those_that_show_it(built_content: Path) -> None:
    content = built_content
    before = stamps(content)
    write(content, "aktiviteter/sang", "sang", more="pris: 60\n")

    built(content)

    written = changed(content, before)
    assert "aktiviteter/sang.html" in written
    assert {"aktiviteter/index.html", "kategori/sang.html"} <= written
    assert not {"aktiviteter/ball.html", "steder/hallen.html", "turer/runden.html", "kategori/idrett.html"} & written


def test_a_changed_venue_rewrites_the_pages_that_tell_its_name(built_content: Path) -> None:
    content = built_content
    before = stamps(content)
    write(content, "steder/hallen", more="område: Sentrum\n")

    built(content)

    written = changed(content, before)
    assert {
        "steder/hallen.html",
        "aktiviteter/ball.html",
        "aktiviteter/tau.html",
        "organisasjoner/klubben.html",
    } <= written
    assert not {"aktiviteter/sang.html", "turer/runden.html"} & written


def test_a_page_is_the_same_however_the_site_came_about(built_content: Path, tmp_path: Path) -> None:
    content = built_content
    write(content, "aktiviteter/sang", "sang", more="pris: 60\n")
    built(content)
    step_by_step = {path: (tmp_path / "site" / path).read_bytes() for path in stamps(content)}

    build(content, tmp_path / "fresh", TODAY, [make_website])

    afresh = {path: (tmp_path / "fresh" / path).read_bytes() for path in step_by_step}
    assert step_by_step == afresh


def test_a_site_with_an_error_is_not_published(content: Path) -> None:
    (content / "turer/runden.yaml").write_text("tittel: Runden\nlengde: ganske kort\n", encoding="utf-8")

    assert built(content).published is None


def test_a_build_with_old_frames_says_so(built_content: Path) -> None:
    content = built_content
    settings = content / "oppsett.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "kontakt: {tlf: 69 11 11 11}\n", encoding="utf-8")
    heard: list[str] = []
    failing = (sys.executable, "-c", "raise SystemExit('no frame today')")
    maker = partial(make_website, command=failing)

    done = build(
        content,
        content.parent / "site",
        TODAY,
        [maker],
        remark=lambda name, **values: heard.append(f"{name}: {values['reason']}"),
    )

    assert done.published is not None
    assert heard == ["old-frame: no frame today"]


def test_without_settings_there_is_nothing_to_make(tmp_path: Path) -> None:
    nothing = look_through(tmp_path, TODAY)

    assert list(make_website(nothing, tmp_path)) == []
    assert list(make_booklets(nothing, tmp_path)) == []


def test_the_samples_are_entries(work: Work) -> None:
    assert work.may_be_published
    assert all(isinstance(entry, Entry) for entry in (work.catalogue.entries if work.catalogue else ()))
