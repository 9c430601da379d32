"""Advice on language: at the right letter, never an error, and nothing about texts that are as they should be."""

import json
import os
import stat
import sys
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from hefte.catalogue import Catalogue
from hefte.check.plain_language import pieces_of, texts_are_plain
from hefte.check.spelt import misspelt, own_words, words_to_look_up
from hefte.doors.build import look_through
from hefte.doors.command_line import main
from hefte.doors.console import Console
from hefte.doors.dictionary import NoDictionary, problems_of_spelling, unknown_words
from hefte.doors.package import words_of
from hefte.model.leaves import leaves, texts_of
from hefte.model.texts import Text
from hefte.positions import locate_letter
from hefte.problem import Problem, Rule, Severity
from hefte.reading import is_content, read_content
from hefte.source import Source
from hefte.written_norwegian import mistaken

TODAY = date(2026, 11, 30)
HOUSE = Path(__file__).parent
SETTINGS = "navn: Ut i Vik\ntjeneste: Tjenesten\nkommune: '3107'\n"
HEAD = "tittel: Bowls i Vik\ningress: Kom.\nkategorier: [diverse]\nkommune: '3107'\n"
HARD = (
    "Tilbudet tilrettelegges fortløpende for deltakere med funksjonsnedsettelser gjennom individuelt tilpassede "
    "aktivitetsopplegg, ledsagerordninger og transportløsninger etter nærmere kartlegging av støttekontakttjenesten."
)


def catalogue_of(text: str, settings: str = SETTINGS) -> Catalogue:
    files = {"oppsett.yaml": settings, "aktiviteter/kafe.yaml": HEAD + text}
    reading = read_content(((path, content.encode()) for path, content in files.items()), ())
    assert reading.problems == ()
    assert reading.settings is not None
    return Catalogue(reading.documents, reading.settings, TODAY)


def catalogue_in(folder: Path) -> Catalogue:
    files = [(path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*.yaml"))]
    reading = read_content(((name, path.read_bytes()) for name, path in files if is_content(name)), ())
    assert reading.settings is not None
    return Catalogue(reading.documents, reading.settings, TODAY)


def advice(text: str, settings: str = SETTINGS) -> tuple[Problem, ...]:
    return tuple(texts_are_plain(catalogue_of(text, settings)))


def test_a_hard_text_is_told_with_its_figure_and_its_longest_sentence() -> None:
    (problem,) = advice(f"beskrivelse: |\n  Kom som du er.\n  {HARD}\n")

    assert problem.rule is Rule.HARD_TO_READ
    assert problem.severity is Severity.NOTICE
    assert (problem.where.line, problem.where.column) == (7, 3)
    assert problem.values["number"] == 19
    assert str(problem.values["sentence"]).startswith("Tilbudet tilrettelegges")
    assert str(problem.values["sentence"]).endswith(" …")


def test_a_sentence_that_never_ends_is_told_at_its_place_whatever_the_figure_is() -> None:
    endless = "vi går ut og ser på fugl " * 6
    text = f"Kom som du er. {'Ta med sko. ' * 20}Nå skal du høre at {endless}og så inn. Takk for nå."

    (problem,) = advice(f"beskrivelse: {text}\n")

    assert (problem.rule, problem.severity) == (Rule.LONG_SENTENCE, Severity.NOTICE)
    assert problem.where.column == 14 + text.index("Nå skal")
    assert problem.values["number"] == 50
    assert advice(f"beskrivelse: {text.replace('fugl vi', 'fugl. Vi')}\n") == ()


def test_a_municipality_sets_its_own_limit() -> None:
    assert advice(f"beskrivelse: {HARD}\n", SETTINGS + "lix_høyst: 120\n") == ()
    easy = (
        "beskrivelse: Vi går ut på tur hver dag. Vi ser på fugler. Så går vi inn igjen og drikker te og spiser kake.\n"
    )
    assert advice(easy) == ()
    assert [problem.values["limit"] for problem in advice(easy, SETTINGS + "lix_høyst: 5\n")] == [5]


def test_plain_language_is_held_to_a_lower_limit() -> None:
    middling = (
        "Turgruppa samarbeider med kommunen om turer i skogen. Lederen sier hvor dere skal gå. "
        "Ta kontakt dersom dere trenger skyss eller andre hjelpemidler."
    )

    assert advice(f'beskrivelse: {{nb: "{middling}"}}\n') == ()
    assert [problem.values["limit"] for problem in advice(f'beskrivelse: {{lettlest: "{middling}"}}\n')] == [35]


def test_english_is_not_measured_and_a_memo_is_for_colleagues() -> None:
    assert advice(f'beskrivelse: {{nb: Kom., en: "{HARD}"}}\nnotat: "{HARD}"\n') == ()


@pytest.mark.parametrize(
    ("text", "form", "answer"),
    [
        ("Vi møtes hver uke, og det koster ikke noe.", "nn", "nb"),
        ("Vi møtest kvar veke, og det kostar ikkje noko.", "nb", "nn"),
        ("Vi møtes hver uke, og det koster ikke noe.", "nb", None),
        ("Vi song «Eg veit ikkje kvar ein er» sammen.", "nb", None),
        ("Dei synger «Jeg vet ikke hvor en er» saman.", "nn", None),
        ("Ta buss til Ein Stad Ikkje Langt Unna.", "nb", None),
        ("Ikkje ta med hund. Kva med kaffi?", "nb", "nn"),
        ("Vi skriv ikkje noko om det, men hver kan komme.", "nb", None),
        ("Vi går kvar veke, og hver uke sammen.", "nb", None),
    ],
)
def test_a_text_reads_as_the_form_that_its_small_words_are_in(text: str, form: str, answer: str | None) -> None:
    found = mistaken(text, form)

    assert (found and found.form) == answer


@pytest.mark.slow
@pytest.mark.parametrize("folder", [HOUSE / "eksempelvik", HOUSE.parent / "content"], ids=lambda folder: folder.name)
def test_our_own_content_reads_well_and_in_its_own_form(folder: Path) -> None:
    assert [(problem.where, problem.rule) for problem in texts_are_plain(catalogue_in(folder))] == []


@pytest.mark.slow
def test_the_texts_of_a_record_are_those_of_its_leaves() -> None:
    catalogue = catalogue_in(HOUSE / "eksempelvik")

    for document in (catalogue.settings, *catalogue.documents):
        told = [(leaf.location, leaf.value) for leaf in leaves(document) if isinstance(leaf.value, Text)]
        assert texts_of(document) == told


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


@pytest.mark.real
@pytest.mark.parametrize("form", ["nb", "nn"])
def test_no_text_of_kartverket_is_mistaken_for_the_other_form(form: str) -> None:
    folder = os.environ.get("HEFTE_REAL_DATA")
    if not folder:
        pytest.skip("HEFTE_REAL_DATA is not set: no texts of others to read.")
    files = (Path(folder) / "norwegian-text" / "norgeskart-locales").glob(f"{form}__*.json")
    texts = [text for file in files for text in strings(json.loads(file.read_text("utf-8")))]
    other = "nn" if form == "nb" else "nb"

    assert len(texts) > 400
    assert [text for text in texts if mistaken(text, form)] == []
    long = " ".join(texts)
    assert mistaken(long, other)


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        ("tekst: En to tre fire.\n", 1, 14),
        ('tekst: "En to tre fire."\n', 1, 15),
        ("tekst: |\n  En to\n  tre fire.\n", 3, 3),
        ("tekst: >\n\n    En to\n    tre fire.\n", 4, 5),
        ("tekst: En to\n  tre fire.\n", 2, 3),
        ('tekst: "En\\u0020to tre fire."\n', 1, 8),
    ],
)
def test_a_letter_is_found_however_its_text_is_written(written: str, line: int, column: int) -> None:
    where = locate_letter(Source("a.yaml", written), ("tekst",), "En to tre fire.", 6)

    assert (where.line, where.column) == (line, column)


def looked_up(text: str, own: str = "") -> list[str]:
    return [one.word for one in words_to_look_up(catalogue_of(text), own_words(own))]


def test_names_numbers_links_and_own_words_are_not_looked_up() -> None:
    text = (
        "beskrivelse: Spill bowls med Kari på [kartet](https://vik.no/turkart) 2. dag, skriv til "
        "kafe@vik.no eller klubb-kveld. Kaffetraktern er på.\n"
    )

    assert looked_up(text, "kartet  # vårt ord\nDAG\n") == ["med", "skriv", "til", "eller", "klubb-kveld"]


def test_a_word_that_the_dictionary_does_not_know_is_told_where_it_stands() -> None:
    words = words_to_look_up(catalogue_of("beskrivelse: |\n  Gå en\n  roligg tur, en roligg tur.\n"), frozenset())

    found = tuple(misspelt(words, {"nb_NO": {"roligg": ("rolig", "ro-ligg", "rolige", "roliga", "x")}}))

    assert [(problem.where.line, problem.where.column) for problem in found] == [(7, 3)]
    assert found[0].values == {"value": "roligg", "nearest": ("rolig", "rolige", "roliga")}
    assert found[0].severity is Severity.NOTICE


@pytest.mark.parametrize(
    ("word", "instead", "is_told"),
    [
        ("turdag", "tur dag", False),
        ("byferga", "by ferga", False),
        ("idag", "i dag", True),
        ("omigjen", "om igjen", True),
        ("påtvers", "på tvers", True),
        ("elle", "el le", True),
    ],
)
def test_words_that_norwegian_writes_together_are_right(word: str, instead: str, is_told: bool) -> None:
    words = words_to_look_up(catalogue_of(f"beskrivelse: Det er {word} her.\n"), frozenset())

    assert bool(tuple(misspelt(words, {"nb_NO": {word: (instead,)}}))) is is_told


STAND_IN = """#!{python}
import sys, time
sys.stdin.reconfigure(encoding="utf-8"); sys.stdout.reconfigure(encoding="utf-8")
dictionary = sys.argv[sys.argv.index("-d") + 1]
if dictionary == "nn_NO":
    sys.exit("Can't open affix or dictionary files for dictionary named nn_NO")
words = sys.stdin.read().split()
if "sov" in words:
    time.sleep(30)
if sys.argv[-1] == "-l":
    print(*[word for word in words if word.endswith("x")], sep="\\n")
else:
    print("@(#) International Ispell Version 3.2.06 (but really Hunspell 1.7.1)")
    for word in words:
        print(f"& {{word[1:]}} 2 0: {{word[1:-1]}}, annet\\n" if word != "^rarx" else "# rarx 0\\n")
"""
"""A program that speaks as Hunspell does, and knows every word that does not end in x."""


@pytest.fixture
def hunspell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "hunspell"
    program.write_text(STAND_IN.format(python=sys.executable), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, still_day: None) -> Path:
    del still_day
    (tmp_path / "content/aktiviteter").mkdir(parents=True)
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    text = f"{HEAD}beskrivelse: {{nb: Gå en turx og en rarx til., nn: Gå ein turx.}}\n"
    (tmp_path / "content/aktiviteter/kafe.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("content")


@pytest.mark.usefixtures("hunspell")
def test_a_dictionary_tells_what_it_does_not_know_and_what_it_has_instead() -> None:
    assert unknown_words(["tur", "turx", "rarx", "turx"], "nb_NO") == {"rarx": (), "turx": ("tur", "annet")}
    with pytest.raises(NoDictionary):
        unknown_words(["tur"], "nn_NO")


@pytest.mark.usefixtures("hunspell")
def test_the_check_looks_for_misspelt_words_only_when_asked(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    silent = main(["check", "--alt"])
    quiet = capsys.readouterr().out

    code = main(["check", "--alt", "--spelling"])

    said = capsys.readouterr()
    assert silent == code == 0
    assert "misspelt" not in quiet
    assert "kafe.yaml:5:25: merknad: «turx» står ikke i ordlisten." in said.out
    assert "Mente du «tur» eller «annet»? [misspelt]" in said.out
    assert "«rarx»" in said.out
    assert "Fant ikke Hunspell med ordlisten nn_NO" in said.err
    (content / "ordliste.txt").write_text("\ufeffrarx\nTurx\n", encoding="utf-8")
    main(["check", "--alt", "--spelling"])
    assert "misspelt" not in capsys.readouterr().out


@pytest.mark.usefixtures("hunspell")
def test_a_dictionary_that_does_not_answer_is_left_in_time() -> None:
    with pytest.raises(Exception, match="timed out"):
        unknown_words(["sov"], "nb_NO", seconds=0.3)


def test_a_machine_without_dictionaries_says_so_and_finds_the_same(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    heard = StringIO()

    found = problems_of_spelling(look_through(content, TODAY), Console(words_of("nb"), heard, heard))

    assert found == ()
    assert "apt install hunspell hunspell-no" in heard.getvalue()


def test_pieces_tell_their_form_and_place() -> None:
    catalogue = catalogue_of("beskrivelse: {nn: Kom og bli med., en: Come along.}\n")

    found = [(piece.form, piece.location) for piece in pieces_of(catalogue) if piece.document in catalogue.documents]

    assert found == [("nb", ("tittel", "nb")), ("nb", ("ingress", "nb")), ("nn", ("beskrivelse", "nn"))]


@pytest.mark.real
def test_hunspell_itself_is_understood() -> None:
    try:
        unknown = unknown_words(["tur", "turrrr", "bibliotekene"], "nb_NO")
    except NoDictionary:
        pytest.skip("This machine has no Hunspell with nb_NO.")

    assert list(unknown) == ["turrrr"]
