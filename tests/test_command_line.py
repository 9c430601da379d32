"""The command `hefte` as people meet it: what it says, in which language, and how it ends."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hefte.__main__ import run
from hefte.doors import commands, options
from hefte.doors.build import Work
from hefte.doors.command_line import main
from hefte.doors.commands import COMMANDS
from hefte.doors.console import Console
from hefte.doors.lock import only_build
from hefte.doors.package import words_of
from hefte.doors.trouble import EngineError, Exit, Trouble
from hefte.language import LANGUAGES
from hefte.output import Output, ready
from hefte.source import File

pytestmark = pytest.mark.slow

SETTINGS = "navn: Ut i Eksempelvik\ntjeneste: Støttekontakttjenesten\nkommune: '3107'\nspråk: [nb, nn]\n"
ENTRY = "tittel: Kafé for alle\ningress: Kom som du er.\nkategorier: [diverse]\nkommune: '3107'\n"


def one_page(work: Work, _: Path) -> Iterator[Output]:
    """The smallest website: the titles of what was read."""
    entries = work.catalogue.entries if work.catalogue else ()
    yield ready(File("index.html", "".join(entry.id for entry in entries)))


@pytest.fixture(autouse=True)
def municipality(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with sound content, to stand in, and a website of one page."""
    (tmp_path / "content/aktiviteter").mkdir(parents=True)
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "content/aktiviteter/kafe.yaml").write_text(ENTRY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(commands, "MAKERS", (one_page,))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    return captured.out + captured.err


def break_the_entry(folder: Path) -> None:
    (folder / "content/aktiviteter/brutt.yaml").write_text("tittel: [\n", encoding="utf-8")


def test_build_publishes_sound_content_and_says_how_much(
    municipality: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["build"])

    assert code == Exit.FINE
    assert "site: 1 filer skrevet" in said(capsys)
    assert (municipality / "site/index.html").read_text() == "kafe"


def test_build_publishes_nothing_while_an_error_stands(municipality: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build"])
    break_the_entry(municipality)

    code = main(["build"])

    assert code == Exit.CONTENT
    assert "content/aktiviteter/brutt.yaml:" in said(capsys)
    assert (municipality / "site/index.html").read_text() == "kafe"


def test_check_ends_with_1_for_an_error_and_0_for_a_warning(municipality: Path) -> None:
    sound = main(["check"])
    break_the_entry(municipality)

    broken = main(["check"])

    assert (sound, broken) == (Exit.FINE, Exit.CONTENT)


def test_check_of_missing_settings_is_a_content_error(municipality: Path) -> None:
    (municipality / "content/oppsett.yaml").unlink()

    assert main(["check"]) == Exit.CONTENT


def test_an_entry_that_is_gone_since_the_last_build_is_told(
    municipality: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build"])
    first = said(capsys)
    (municipality / "content/aktiviteter/kafe.yaml").rename(municipality / "content/aktiviteter/kaffe.yaml")

    main(["check"])

    assert "vanished-id" not in first
    assert "[vanished-id]" in said(capsys)


def test_other_content_is_not_compared_with_the_last_edition_of_this(
    municipality: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build"])
    (municipality / "nabo/aktiviteter").mkdir(parents=True)
    (municipality / "nabo/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    (municipality / "nabo/aktiviteter/kor.yaml").write_text(ENTRY, encoding="utf-8")

    main(["check", "--content", "nabo"])

    assert "vanished-id" not in said(capsys)


@pytest.mark.parametrize("text", ["", "[", "[1]", '{"a": 1}'])
def test_without_a_sound_list_of_the_last_edition_nothing_is_gone(municipality: Path, text: str) -> None:
    (municipality / ".hefte-cache").mkdir()
    (municipality / ".hefte-cache/content.ids").write_text(text)

    assert main(["check"]) == Exit.FINE


def test_check_writes_nothing(municipality: Path) -> None:
    main(["check"])

    assert sorted(path.name for path in municipality.iterdir()) == ["content"]


def test_a_file_too_large_is_one_problem_and_hides_nothing_else(
    municipality: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (municipality / "content/aktiviteter/stor.yaml").write_bytes(b"x" * 300_000)
    break_the_entry(municipality)

    main(["check"])

    text = said(capsys)
    assert "stor.yaml" in text
    assert "brutt.yaml" in text


def test_the_command_speaks_the_language_of_the_site(municipality: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (municipality / "content/oppsett.yaml").write_text(SETTINGS.replace("[nb, nn]", "[nn]"), encoding="utf-8")

    main(["--help"])

    assert "Kommandoar" in said(capsys)


@pytest.mark.parametrize(("language", "word"), [("nb", "Kommandoer"), ("nn", "Kommandoar"), ("en", "Commands")])
def test_the_command_speaks_the_language_asked_for(
    language: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--help", f"--language={language}"])

    assert word in said(capsys)


def test_without_a_command_the_help_is_shown_and_it_is_a_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == Exit.WRONG_USE
    assert all(command.name in said(capsys) for command in COMMANDS[:1])


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == Exit.FINE
    assert said(capsys).count(".") == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_help_for_every_option(
    command: commands.Command, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main([command.name, "--help", "--language", language])

    text = said(capsys)
    words = words_of(language)
    assert code == Exit.FINE
    assert words.say(f"command.about.{command.name}") in text
    for option in command.options:
        assert words.say(option.about, choices=", ".join(option.choices)) in text


@pytest.mark.parametrize(("name", "word"), [("due", "kilden"), ("export", "kilden"), ("links", "slettet")])
def test_an_option_says_nothing_of_what_it_does_to_another_command(
    name: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([name, "--help", "--language", "nb"])

    options = said(capsys).partition("Valg:")[2].partition("--help")[0]
    assert "--replace" in options or "--again" in options
    assert word not in options


WRONG = {
    "an unknown command": (["bild"], "bild"),
    "an unknown option": (["build", "--contnt", "x"], "--contnt"),
    "an option without its value": (["build", "--content"], "--content"),
    "an unknown format": (["check", "--format", "xml"], "sarif"),
    "an unknown language": (["check", "--language", "sv"], "nb, nn, en"),
    "a day that is none": (["check", "--today", "i dag"], "2026-11-22"),
    "a port that is none": (["serve", "--port", "70000"], "70000"),
    "a folder that is not there": (["check", "--content", "innhold"], "innhold"),
    "a rule that is none": (["explain", "tabb"], "«tab»"),
    "a rule like no other": (["explain", "xyzxyz"], "xyzxyz"),
    "a begun folder": (["init"], "content"),
    "somebody else's folder": (["build", "--out", "."], "ikke laget av Hefte"),
    "the folder of the content": (["build", "--out", "content"], "ligger i innholdet"),
    "the root of the disk": (["build", "--out", "/"], "ikke laget av Hefte"),
    "a folder in the content": (["build", "--out", "content/ut"], "ligger i innholdet"),
}


@pytest.mark.parametrize(("arguments", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_use_ends_with_2_and_one_sentence(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(arguments)

    text = said(capsys)
    assert code == Exit.WRONG_USE
    assert told in text
    assert "Traceback" not in text


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "duplicate-key"]) == Exit.FINE
    assert len(said(capsys)) > 20


def test_without_a_name_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain"])

    (line,) = (line for line in said(capsys).splitlines() if line.startswith("  duplicate-key "))
    assert "«…» står to ganger" in line


def test_a_second_build_ends_with_3(municipality: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (municipality / ".hefte-cache").mkdir()

    with only_build(municipality / ".hefte-cache/site.lock"):
        code = main(["build"])

    assert code == Exit.MACHINE
    assert f"pid {os.getpid()}" in said(capsys)


def _raises(error: BaseException) -> object:
    def make(_work: Work, _state: Path) -> Iterator[Output]:
        def page() -> str:
            raise error

        yield Output("turer/a.html", None, page)

    return make


def test_ctrl_c_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(commands, "MAKERS", (_raises(KeyboardInterrupt()),))

    code = main(["build"])

    assert code == Exit.INTERRUPTED
    assert "Stoppet" in said(capsys)


def test_our_own_mistake_is_a_sentence_with_a_log_and_the_page(
    municipality: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "MAKERS", (_raises(KeyError("slope")),))

    code = main(["build"])

    text = said(capsys)
    assert code == Exit.MACHINE
    assert "Traceback" not in text
    assert "turer/a.html" in text
    assert "KeyError" in (municipality / ".hefte-cache/error.log").read_text(encoding="utf-8")
    assert not (municipality / "site").exists()


def test_a_tool_that_fails_is_told_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "MAKERS", (_raises(EngineError("theme not found")),))

    code = main(["build"])

    text = said(capsys)
    assert code == Exit.MACHINE
    assert "theme not found" in text
    assert "turer/a.html" in text


def test_a_tool_that_finds_the_disk_full_is_told_as_a_full_disk(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said_by_it = "OSError: [Errno 28] No space left on device: '/tmp/frames/site'"
    monkeypatch.setattr(commands, "MAKERS", (_raises(EngineError(said_by_it)),))

    code = main(["build"])

    assert code == Exit.MACHINE
    assert said(capsys).startswith("Disken er full: /tmp/frames/site.")


def test_where_no_log_can_be_written_the_terminal_gets_it(
    municipality: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "MAKERS", (_raises(KeyError("slope")),))
    (municipality / ".hefte-cache/error.log").mkdir(parents=True)

    main(["build"])

    assert "Traceback" in said(capsys)


TEMPLATES = {
    "a template that cannot be read": ("{% for %}", "page.html:1"),
    "a template that asks for what is not there": ("\n{{ entry.slope }}", "page.html:2"),
}


@pytest.mark.parametrize(("template", "place"), TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_error_names_its_line_and_the_page(
    template: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.html").write_text(template)
    environment = Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined, autoescape=True)

    def make(_work: Work, _state: Path) -> Iterator[Output]:
        yield Output("turer/a.html", None, lambda: environment.get_template("page.html").render(entry=object()))

    monkeypatch.setattr(commands, "MAKERS", (make,))

    code = main(["build"])

    text = said(capsys)
    assert code == Exit.WRONG_USE
    assert place in text
    assert "turer/a.html" in text


def test_the_day_can_be_chosen() -> None:
    assert options.read_options("build", (options.TODAY,), ["--today", "2026-11-22"]).day == date(2026, 11, 22)


def test_the_day_is_that_of_source_date_epoch_where_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")

    assert options.Options().day == date(2026, 11, 22)


@pytest.mark.parametrize("moment", ["yesterday", "-99999999999999999", "1e9"])
def test_a_senseless_source_date_epoch_is_said(moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)

    with pytest.raises(Trouble, match="not-a-day"):
        options.this_day()


def test_without_it_the_day_is_today() -> None:
    assert options.Options().day.year >= 2026


@pytest.mark.parametrize("demo", [False, True])
def test_a_new_municipality_begins_with_content_that_has_no_error(tmp_path: Path, *, demo: bool) -> None:
    code = main(["init", "ny", *(["--demo"] if demo else [])])

    assert code == Exit.FINE
    assert (tmp_path / "ny/requirements.txt").read_text().startswith("hefte==")
    assert (tmp_path / "ny/.gitignore").is_file()
    assert {"turheftet.yaml", "aktivitetsheftet.yaml"} <= {
        path.name for path in (tmp_path / "ny/content/hefter").iterdir()
    }
    assert main(["check", "--content", "ny/content"]) == Exit.FINE


def test_the_editor_s_help_is_written_once_and_again_when_it_is_old(
    municipality: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["schema"])
    first = said(capsys)
    main(["schema"])
    second = said(capsys)
    (municipality / "content/.hefte/felt.md").write_text("old")
    main(["schema"])

    assert ".vscode/settings.json er skrevet" in first
    assert "er skrevet" not in second
    assert f"ligger i {Path('content/.hefte/felt.md')}." in second
    assert said(capsys).count("er skrevet") == 1
    assert main(["check"]) == Exit.FINE


def test_settings_of_the_editor_that_are_not_ours_stay(municipality: Path) -> None:
    settings = municipality / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.fontSize": 18}')

    main(["schema"])

    written = json.loads(settings.read_text(encoding="utf-8"))
    assert written["editor.fontSize"] == 18
    assert "yaml.schemas" in written


@pytest.mark.parametrize("text", ["// mine\n{}", "[]"])
def test_settings_that_cannot_be_understood_are_left_alone(municipality: Path, text: str) -> None:
    settings = municipality / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text(text)

    main(["schema"])

    assert settings.read_text() == text


def test_a_file_of_the_municipality_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "ny").mkdir()
    (tmp_path / "ny/README.md").write_text("Vår egen")
    (tmp_path / "ny/requirements.txt").write_text("hefte==0.0.1\n")

    main(["init", "ny"])

    assert (tmp_path / "ny/README.md").read_text() == "Vår egen"
    assert (tmp_path / "ny/requirements.txt").read_text() == "hefte==0.0.1\n"


@pytest.mark.slow
def test_the_command_speaks_utf8_wherever_it_runs() -> None:
    environment = {**os.environ, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}

    done = subprocess.run([sys.executable, "-m", "hefte", "--help"], env=environment, capture_output=True, check=False)

    assert done.returncode == Exit.FINE
    assert "bør rettes" in done.stdout.decode("utf-8")


@pytest.mark.slow
def test_a_reader_that_stops_early_gets_no_traceback() -> None:
    pipe = f"'{sys.executable}' -m hefte explain | head -n 1"

    done = subprocess.run(["/bin/sh", "-c", pipe], capture_output=True, text=True, check=False)

    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_content_without_a_remark_is_said_to_be_fine(municipality: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (municipality / "content/aktiviteter/kafe.yaml").unlink()
    declared = "adresse: https://malebyen.example\ntilgjengelighetserklæring: https://uustatus.no/nb/x\n"
    (municipality / "content/oppsett.yaml").write_text(SETTINGS + declared, encoding="utf-8")

    main(["check"])

    assert said(capsys) == "Ingenting å rette.\n"


def test_the_preview_says_when_its_port_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        code = main(["serve", "--no-booklets", "--port", port])

    text = said(capsys)
    assert code == Exit.MACHINE
    assert text == f"Porten {port} er opptatt. Velg en annen med --port.\n"


class Terminal(StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "told"), [(Terminal(), "Lager side 200"), (StringIO(), "")])
def test_progress_is_shown_only_where_somebody_watches(stream: StringIO, told: str) -> None:
    here = Console(words_of("nb"), stream, stream)

    for number in range(399):
        here.progress(number + 1)

    assert stream.getvalue().strip("\r") == told


def test_ctrl_c_while_the_program_is_read_leaves_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stopped:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "hefte.doors.command_line":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "hefte.doors.command_line")
    monkeypatch.setattr(sys, "meta_path", [Stopped(), *sys.meta_path])

    with pytest.raises(SystemExit) as ended:
        run()

    assert ended.value.code == Exit.INTERRUPTED
    assert said(capsys) == ""


@pytest.mark.usefixtures("municipality")
def test_a_place_where_nothing_can_be_made_is_told_in_whole_norwegian(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--no-booklets", "--out", "/proc/site"]) == Exit.MACHINE

    assert "kan ikke lages" in said(capsys)
