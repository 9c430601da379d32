"""The guides on the site: true, plain, whole in both languages, and out of the way of whoever needs none."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml
from lxml import html
from PIL import Image, ImageChops, ImageFilter

from booklet_samples import document
from guide_pictures import LANGUAGES, MOST_FAR, PICTURES, SCREENS, apart, outline_of, picture_of
from hefte.assessment.limits import read_limits
from hefte.check.links import dead_link
from hefte.doors.command_line import main
from hefte.doors.commands import COMMANDS
from hefte.doors.guides import guide_pictures, guide_shelf, guide_text
from hefte.doors.package import templates, words_of
from hefte.field_words import codes, records_below
from hefte.guides import FIELD_PAGES, FOR_EDITORS, WRITTEN, PartKind, is_for_search_engines, read_guide
from hefte.model import DOCUMENT_TYPES, Entry, Page, Settings, Walk
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import Record
from hefte.problem import Where
from hefte.readability import read_through
from hefte.website.site import Site
from website_samples import catalogue_of, made, outputs_of, page_of, rules, site_of, text_of

ALL = ("nb", "nn", "en")
ROOTS: tuple[type[Record], ...] = (*DOCUMENT_TYPES, Settings)
RECORDS = tuple(dict.fromkeys(record for root in (Entry, *ROOTS) for record in (root, *records_below(root))))
FIELDS: tuple[tuple[type[Record], FieldRow], ...] = tuple((one, row) for one in RECORDS for row in fields_of(one))
GUIDES = [(language, identity) for language in LANGUAGES for identity in WRITTEN]


def with_guides(language: str = "nb", **settings: object) -> Site:
    limits = read_limits((templates() / "rules/profil.yaml").read_text("utf-8"), rules())
    walk = document(Walk, "sti")
    return site_of(walk, language=language, **settings)._replace(guides=guide_shelf(), own=limits)


@cache
def pages(language: str) -> Mapping[str, str]:
    """The guides of a language as they are published, by their paths."""
    outputs = outputs_of(with_guides(language))
    mine = ("felt", "veiledning")
    return {path: made(one) for path, one in outputs.items() if path.rpartition("/")[2].startswith(mine)}


def page(identity: str, language: str = "nb") -> str:
    prefix = "" if language == "nb" else f"{language}/"
    return pages(language)[f"{prefix}sider/{identity}.html"]


@pytest.mark.parametrize("language", ALL)
def test_every_field_of_the_model_is_told_with_its_example_and_its_codes(language: str) -> None:
    words, told = words_of(language), defaultdict[tuple[str, str], str](str)
    for identity in FIELD_PAGES:
        for one in html.fromstring(page(identity, language)).xpath("//section[@class='field']"):
            told[one.findtext(".//h3/code"), plain(one.find(".//pre").text_content())] += plain(one.text_content())

    missing = [row.alias for _, row in FIELDS if (row.alias, plain(f"{row.alias}: {row.example}")) not in told]
    silent = [
        f"{row.alias}: {code}"
        for _, row in FIELDS
        for code, _ in codes(row, words)
        if code not in told[row.alias, plain(f"{row.alias}: {row.example}")]
    ]

    assert not missing, f"The guide lacks {missing}."
    assert not silent, f"The guide does not say that one may write {silent}."


def plain(text: str | None) -> str:
    return " ".join((text or "").split())


@pytest.mark.parametrize("language", ALL)
def test_the_index_leads_to_every_key(language: str) -> None:
    tree = html.fromstring(page("felt", language))
    keys = {plain(code.text) for code in tree.xpath("//div[contains(@class, 'keys')]//li/code")}

    assert keys == {row.alias for _, row in FIELDS}


@pytest.mark.parametrize("language", ALL)
def test_no_link_of_a_guide_is_dead(language: str) -> None:
    site = with_guides(language)
    published = {path.removeprefix(site.prefix) for path in outputs_of(site)}
    ids = {path.removeprefix(site.prefix): set(html.fromstring(text).xpath("//@id")) for path, text in _own(language)}

    dead = [
        f"{path} → {link}" for path, text in _own(language) for link in _links(text) if not _leads(link, published, ids)
    ]

    assert not dead, f"These lead nowhere: {dead}."


def _own(language: str) -> Iterator[tuple[str, str]]:
    yield from pages(language).items()


def _links(text: str) -> Iterator[str]:
    for link in html.fromstring(text).xpath("//div[contains(@class, 'guide')]//a/@href"):
        if not link.startswith("https://"):
            yield link


def _leads(link: str, published: set[str], ids: Mapping[str, set[str]]) -> bool:
    path, _, anchor = link.partition("#")
    if not path:
        return any(anchor in found for found in ids.values())
    found = path.removeprefix("../") if path.startswith("../") else f"sider/{path}"
    return found in published and (not anchor or anchor in ids[found])


@pytest.mark.parametrize(("language", "identity"), GUIDES)
def test_a_guide_names_only_commands_and_options_that_there_are(language: str, identity: str) -> None:
    options = {command.name: {option.flag for option in command.options} for command in COMMANDS}
    lines = re.findall(r"^hefte .*$|(?<=`)hefte [^`]*", guide_text(language, identity), re.MULTILINE)

    for line in lines:
        _, name, *rest = line.split()
        assert name in options, f"«{line}»: there is no such command."
        assert {one for one in rest if one.startswith("--")} <= options[name] | {"--help"}, line


KEYS = {row.alias for _, row in FIELDS} | {"nb", "nn", "en", "lettlest"}
NB = words_of("nb")
CODES = {code for _, row in FIELDS for code, _ in codes(row, NB)} | {"ja", "nei"}
FILES = {
    "oppsett.yaml",
    "requirements.txt",
    "README.md",
    ".github",
    "site",
    "index.html",
    "status.html",
    "/admin/",
    "content",
    "veiledning-stottekontakt.yaml",
}
MEASURES = {
    "1:20",
    "5 %",
    "2,9°",
    "[nb]",
    "[nb, nn]",
    "[nb, nn, en]",
    "aktiv.kommunen.no",
}


@pytest.mark.parametrize(("language", "identity"), GUIDES)
def test_a_guide_names_only_settings_and_keys_that_there_are(language: str, identity: str) -> None:
    text = re.sub(r"^```.*?^```$", "", guide_text(language, identity), flags=re.MULTILINE | re.DOTALL)

    unknown = [span for span in re.findall(r"`([^`]+)`", text) if not _known(span)]

    assert not unknown, f"{identity} ({language}) names {unknown}: no key, no code, no file of ours."


def _known(span: str) -> bool:
    folder = span.removeprefix("content/").partition("/")[0]
    if span.startswith("hefte ") or span in KEYS | CODES | FILES | MEASURES:
        return True
    if span.startswith("content/"):
        return folder in {"bilder", "oppsett.yaml", *(kind.folder for kind in DOCUMENT_TYPES)}
    written = as_text(span)
    return isinstance(written, dict) and _keys_within(written) <= KEYS


def as_text(text: str) -> object:
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # it makes words only


def _keys_within(written: object) -> set[str]:
    if isinstance(written, list):
        return {key for one in written for key in _keys_within(one)}
    if not isinstance(written, dict):
        return set()
    return {*written, *(key for value in written.values() for key in _keys_within(value))}


@pytest.mark.parametrize(("language", "identity"), GUIDES)
def test_every_button_that_a_guide_names_is_called_so(language: str, identity: str) -> None:
    form = yaml.load((templates() / "admin" / "words" / f"{language}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    said = "\n".join((*words_of(language).table.values(), *form.values()))

    unknown = [
        name for name in re.findall(r"\*\*«([^»]+)»\*\*", guide_text(language, identity)) if not _is_said(name, said)
    ]

    assert not unknown, f"{identity} ({language}): nothing on the site is called {unknown}."


def _is_said(name: str, said: str) -> bool:
    return re.sub(r"\d+ m$", "", name) in said


@pytest.mark.parametrize("language", ALL)
def test_the_table_of_commands_is_the_commands(language: str) -> None:
    tree = html.fromstring(page("veiledning-redaktor", language))

    told = {plain(row.text_content()) for row in tree.xpath("//dl[@class='guide__commands']//code")}

    assert told == {f"hefte {command.name}" for command in COMMANDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_entry_of_the_guide_is_sound_and_the_message_is_what_the_check_says(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    entry, message = _code(language, "veiledning-redaktor")[:2]
    folder = tmp_path / "content"
    (folder / "aktiviteter").mkdir(parents=True)
    settings = (templates() / f"start/{language}/content/oppsett.yaml").read_text("utf-8")
    (folder / "oppsett.yaml").write_text(settings, "utf-8")
    file = folder / "aktiviteter/strikkekafe.yaml"
    monkeypatch.chdir(tmp_path)
    asked = ["check", "--language", language, "--today", "2026-11-22"]

    file.write_text(entry, "utf-8")
    sound, said = main(asked), capsys.readouterr().out
    file.write_text(entry.replace("tirsdag", "tisdag"), "utf-8")
    main(asked)
    broken = capsys.readouterr().out

    assert sound == 0
    assert "strikkekafe.yaml:" not in said, "a warning would be a poor first entry"
    assert message in broken


def _code(language: str, identity: str) -> list[str]:
    sections = read_guide(guide_text(language, identity)).sections
    return [part.text for section in sections for part in section.parts if part.kind is PartKind.CODE]


@pytest.mark.parametrize(("language", "identity"), GUIDES)
def test_every_piece_of_yaml_in_a_guide_has_keys_of_the_model(language: str, identity: str) -> None:
    pieces = [as_text(text) for text in _yaml(guide_text(language, identity))]

    assert [piece for piece in pieces if not _keys_within(piece) <= KEYS] == []


def _yaml(text: str) -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


EASY = {"veiledning-stottekontakt": 35}


@pytest.mark.parametrize(("language", "identity"), GUIDES)
def test_a_guide_is_easy_to_read(language: str, identity: str) -> None:
    assert lix(guide_text(language, identity)) <= EASY.get(identity, 40)


def lix(text: str) -> int:
    """How hard the prose of a guide is: without its code, its pictures and what the engine makes."""
    return read_through(re.sub(r"```.*?```|^!\[.*?$|^\{\{\w+\}\}$", "", text, flags=re.DOTALL | re.MULTILINE)).lix


@pytest.mark.parametrize("identity", WRITTEN)
def test_bokmaal_and_nynorsk_tell_the_same(identity: str) -> None:
    shapes = [
        [
            [(part.kind, part.text if part.kind in (PartKind.PICTURE, PartKind.MADE) else "") for part in one.parts]
            for one in guide.sections
        ]
        for guide in (read_guide(guide_text(language, identity)) for language in LANGUAGES)
    ]

    assert shapes[0] == shapes[1]


def test_every_picture_is_in_a_guide_says_what_it_shows_and_is_light() -> None:
    shown = {
        (language, part.text): part.alt
        for language, identity in GUIDES
        for section in read_guide(guide_text(language, identity)).sections
        for part in section.parts
        if part.kind is PartKind.PICTURE
    }
    files = {(path.parent.name, path.stem) for path in PICTURES.rglob("*.*")}

    assert shown.keys() == files == {(language, one.name) for language in LANGUAGES for one in SCREENS}
    assert all(len(alt) > 40 and "bilde av" not in alt.lower() for alt in shown.values())
    assert sum(path.stat().st_size for path in PICTURES.rglob("*.*")) <= 600_000


def test_a_page_with_pictures_says_that_the_municipality_is_invented() -> None:
    assert "en kommune vi har diktet opp" in text_of(page("veiledning-stottekontakt"))
    assert "diktet opp" not in text_of(page("veiledning-oppsett"))


def test_the_pictures_of_the_languages_of_a_site_are_published() -> None:
    outputs = [output.path for output in guide_pictures(catalogue_of(språk=["nn", "en"]))]

    assert {path.split("/")[2] for path in outputs} == {"nb", "nn"}
    assert not list(guide_pictures(catalogue_of(veiledning="ingen")))


def test_whoever_reads_english_is_told_that_a_guide_is_in_norwegian() -> None:
    tree = html.fromstring(page("veiledning-stottekontakt", "en"))

    assert tree.xpath("//h1/@lang") == ["nb"]
    assert "This guide is in Norwegian." in text_of(page("veiledning-stottekontakt", "en"))
    assert {one.get("lang") for one in tree.xpath("//section")} == {"nb"}
    assert not html.fromstring(page("veiledning-stottekontakt", "nn")).xpath("//h1/@lang")


def test_a_page_of_the_municipality_takes_the_place_of_a_guide() -> None:
    own = document(Page, "veiledning-stottekontakt", tittel="Vår egen", tekst="Slik gjør vi det.")
    site = site_of(own)._replace(guides=guide_shelf())

    outputs = [output.path for output in outputs_of(site).values()]

    assert outputs.count("sider/veiledning-stottekontakt.html") == 1
    assert "Slik gjør vi det." in text_of(page_of(site, "sider/veiledning-stottekontakt.html"))
    assert "Vår egen" in text_of(page_of(site, "sider/veiledning.html"))


@pytest.mark.parametrize(("shown", "number"), [("alle", 5 + 1 + len(FIELD_PAGES)), ("lesere", 3), ("ingen", 0)])
def test_a_municipality_chooses_which_guides_it_shows(shown: str, number: int) -> None:
    outputs = outputs_of(with_guides(veiledning=shown))

    assert len([path for path in outputs if re.match(r"sider/(felt|veiledning)", path)]) == number


def test_the_guides_for_readers_lead_to_no_guide_that_is_not_shown() -> None:
    site = with_guides(veiledning="lesere")
    outputs = outputs_of(site)
    texts = {path: made(one) for path, one in outputs.items() if path.startswith("sider/veiledning")}

    dead = [
        link
        for text in texts.values()
        for link in _links(text)
        if not _leads(link.partition("#")[0] or "veiledning.html", set(outputs), {})
    ]

    assert not dead


def test_a_site_without_walks_has_no_link_to_the_readers_limits() -> None:
    site = site_of()._replace(guides=guide_shelf())

    text = page_of(site, "sider/veiledning-stottekontakt.html")

    assert "Åpne Min profil." in text_of(text)
    assert "profil.html" not in text


def test_what_editors_need_is_not_for_search_engines() -> None:
    robots = {path: "noindex" in text for path, text in pages("nb").items()}

    assert robots == {path: not is_for_search_engines(path) for path in robots}
    assert not is_for_search_engines("nn/sider/felt-turer.html")
    assert [path for path, hidden in robots.items() if not hidden] == [
        "sider/veiledning.html",
        "sider/veiledning-stottekontakt.html",
        "sider/veiledning-saksbehandler.html",
    ]
    assert is_for_search_engines("sider/felt-arbeid.html")
    assert is_for_search_engines("turer/felt.html")


def test_a_guide_calls_contacts_what_the_municipality_calls_them() -> None:
    site = with_guides(kontaktord={"entall": "fritidskontakt", "flertall": "fritidskontakter"})

    assert "For fritidskontakter" in text_of(page_of(site, "sider/veiledning-stottekontakt.html"))


def test_a_page_of_the_content_may_lead_to_a_guide_that_is_shown() -> None:
    where, target = Where("sider/om.yaml", ("tekst",)), f"{FOR_EDITORS[0]}.html"

    assert dead_link(catalogue_of(), where, target) is None
    assert dead_link(catalogue_of(veiledning="lesere"), where, target) is not None


def test_a_guide_begins_with_its_title() -> None:
    with pytest.raises(ValueError, match="begins with"):
        read_guide("Uten tittel.")


def test_a_guide_is_read_into_its_parts() -> None:
    guide = read_guide(
        "# Tittel\n\nKort om\nden.\n\n## Én ting\n\nGå.\n\n![Ei dør](dor)\n\n```yaml\na: b\n```\n\n{{felt}}\n"
    )

    assert (guide.title, guide.lead) == ("Tittel", "Kort om den.")
    assert [(one.title, one.id) for one in guide.sections] == [("Én ting", "en-ting")]
    assert [tuple(part) for part in guide.sections[0].parts] == [
        ("prose", "Gå.", ""),
        ("picture", "dor", "Ei dør"),
        ("code", "a: b\n", ""),
        ("made", "felt", ""),
    ]


def test_a_picture_that_a_machine_draws_a_little_otherwise_is_the_same_picture() -> None:
    for language in LANGUAGES:
        for screen in SCREENS:
            kept = Image.open(picture_of(language, screen.name)).convert("RGB")
            otherwise = ImageChops.offset(kept.filter(ImageFilter.GaussianBlur(0.8)), 1, 1)

            assert apart(kept, otherwise) < MOST_FAR / 2, screen.name


def test_a_picture_of_another_screen_is_another_picture() -> None:
    kept = [Image.open(picture_of("nb", screen.name)).convert("RGB") for screen in SCREENS]

    alike = [
        (SCREENS[one].name, SCREENS[two].name)
        for one in range(len(kept))
        for two in range(one)
        if apart(kept[one], kept[two]) <= MOST_FAR
    ]

    assert alike == []


def test_each_picture_has_its_outline() -> None:
    outlines = [outline_of(language, screen.name) for language in LANGUAGES for screen in SCREENS]

    assert [path.name for path in outlines if not path.is_file() or not path.read_text("utf-8").strip()] == []
