"""The preview: for this machine only, always up, and honest about what wants mending."""

import http.client
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hefte.doors import serve
from hefte.doors.build import Work
from hefte.doors.console import console
from hefte.doors.options import Options
from hefte.doors.serve import ADDRESS, Preview, Shown, answer
from hefte.doors.trouble import Trouble
from hefte.output import Output, ready
from hefte.source import File

pytestmark = pytest.mark.slow

SETTINGS = "navn: Ut i Eksempelvik\ntjeneste: Støttekontakttjenesten\nkommune: '3107'\n"
ENTRY = "tittel: Kafé for alle\ningress: Kom som du er.\nkategorier: [diverse]\nkommune: '3107'\n"
PAGE = "<!doctype html><html><body class='a'><h1>{}</h1></body></html>"
PORT = 8000
HERE = f"{ADDRESS}:{PORT}"


def one_page(work: Work, _: Path) -> Iterator[Output]:
    entries = work.catalogue.entries if work.catalogue else ()
    yield ready(File("index.html", PAGE.format(" ".join(entry.id for entry in entries))))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content/aktiviteter").mkdir(parents=True)
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "content/aktiviteter/kafe.yaml").write_text(ENTRY, encoding="utf-8")
    return tmp_path / "content"


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """A site of a few files, with something outside of it that nobody shall see."""
    folder = tmp_path / "preview"
    files = {"index.html": PAGE.format("Hjem"), "turer/index.html": "turer", "stil.css": "a{}", ".hefte": "marker"}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    return Shown(folder, console("nb").words)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:80", "0.0.0.0:8000", ""])
def test_another_host_name_is_refused(shown: Shown, host: str) -> None:
    assert answer(shown, "/", host, PORT).status == 421


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/turer/../../secret.txt",
        "//etc/passwd",
        "/..\\secret.txt",
        "/\0",
        "/link.txt",
        "/.hefte",
        "/missing.html",
        "/.hefte/missing",
    ],
)
def test_nothing_outside_the_site_is_shown(shown: Shown, path: str) -> None:
    found = answer(shown, path, HERE, PORT)

    assert found.status == 404
    assert b"secret" not in found.body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html?q=tur#top", "text/html; charset=utf-8"),
        ("/turer/", "text/html; charset=utf-8"),
        ("/stil.css", "text/css; charset=utf-8"),
    ],
)
def test_the_files_of_the_site_are_shown_with_their_kind(shown: Shown, path: str, kind: str) -> None:
    found = answer(shown, path, f"localhost:{PORT}", PORT)

    assert (found.status, found.kind) == (200, kind)


def test_a_page_renews_itself_by_a_script_of_our_own(shown: Shown) -> None:
    page = answer(shown, "/", HERE, PORT).body.decode()
    script = answer(shown, "/.hefte/reload.js", HERE, PORT)
    version = answer(shown._replace(version=7), "/.hefte/version", HERE, PORT)

    assert "<body class='a'><script src=\"/.hefte/reload.js\"></script><h1>" in page
    assert script.kind.startswith("text/javascript")
    assert version.body == b"7"


def test_a_page_says_how_much_wants_mending_and_leads_there(shown: Shown) -> None:
    shown = shown._replace(problems=("turer/a.yaml:3: <feil>", "b"), number=2)

    page = answer(shown, "/", HERE, PORT).body.decode()
    problems = answer(shown, "/.hefte/problems", HERE, PORT).body.decode()

    assert "2 ting i content/ bør rettes" in page
    assert "turer/a.yaml:3: &lt;feil&gt;" in problems


def test_a_missing_page_is_the_site_s_own(shown: Shown) -> None:
    (shown.folder / "404.html").write_text("<body>Ikke her")

    assert b"Ikke her" in answer(shown, "/missing.html", HERE, PORT).body


def test_the_preview_starts_no_worker_that_could_show_what_was_before(shown: Shown) -> None:
    (shown.folder / "sw.js").write_text("// worker")

    assert answer(shown, "/sw.js", HERE, PORT).status == 404


def test_sound_entries_are_shown_while_another_is_broken(content: Path) -> None:
    (content / "aktiviteter/brutt.yaml").write_text("tittel: [\n", encoding="utf-8")
    preview = Preview(Options(content=content), console("nb"), (one_page,))

    preview.make()

    assert "kafe" in (preview.shown.folder / "index.html").read_text()
    assert any("brutt.yaml" in line for line in preview.shown.problems)


def test_the_terminal_gets_notices_by_rule_and_the_page_gets_each(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        (content / f"aktiviteter/kafe-{number}.yaml").write_text(ENTRY, encoding="utf-8")
    preview = Preview(Options(content=content), console("nb"), (one_page,))

    preview.make()

    terminal = capsys.readouterr().out
    assert "6 merknader [not-checked]" in terminal
    assert terminal.count("[not-checked]") == 1
    assert sum("[not-checked]" in line for line in preview.shown.problems) == 6
    assert preview.shown.number == sum(" [" in line for line in preview.shown.problems)


def test_a_taken_port_is_said_before_the_site_is_made(content: Path) -> None:
    made: list[bool] = []
    preview = Preview(Options(content=content), console("nb"), (one_page,))

    with (
        serve._listening(preview, 0) as port,
        pytest.raises(Trouble, match="port-in-use"),
        serve._listening(preview, port, lambda: made.append(True)),
    ):
        pass

    assert made == []


def test_the_last_good_site_stays_when_it_cannot_be_made(content: Path) -> None:
    preview = Preview(Options(content=content), console("nb"), (one_page,))
    preview.make()

    def broken(_work: Work, _state: Path) -> Iterator[Output]:
        yield Output("index.html", None, lambda: str(1 // 0))

    preview._makers = (broken,)
    preview.make()

    assert "kafe" in (preview.shown.folder / "index.html").read_text()
    assert "ZeroDivisionError" in preview.shown.problems[0]
    assert preview.shown.version == 2


def test_a_content_folder_that_goes_away_is_said_and_the_site_stays(content: Path) -> None:
    preview = Preview(Options(content=content), console("nb"), (one_page,))
    preview.make()
    content.rename(content.with_name("elsewhere"))

    preview.make()

    assert "finnes ikke" in preview.shown.problems[0]
    assert (preview.shown.folder / "index.html").is_file()


class Stop(Exception):
    """Ends the preview's loop in a test."""


def test_a_change_is_shown_at_the_next_look(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages: list[str] = []

    def look(path: str = "/") -> str:
        port = int(capsys.readouterr().out.partition(f"{ADDRESS}:")[2].partition("/")[0] or ports[-1])
        ports.append(port)
        connection = http.client.HTTPConnection(ADDRESS, port, timeout=5)
        connection.request("GET", path)
        return connection.getresponse().read().decode()

    ports: list[int] = []
    waits = iter([lambda: None, lambda: (content / "aktiviteter/ny.yaml").write_text(ENTRY, encoding="utf-8")])

    def wait() -> None:
        pages.append(look())
        step: Callable[[], object] | None = next(waits, None)
        if step is None:
            raise Stop
        step()

    with pytest.raises(Stop):
        serve.serve(Options(content=content, port=0), console("nb"), (one_page,), wait)

    assert ["ny" in page for page in pages] == [False, False, True]


def test_it_listens_on_this_machine_only_and_answers_head(content: Path) -> None:
    preview = Preview(Options(content=content), console("nb"), (one_page,))
    preview.make()

    with serve._listening(preview, 0) as port:
        connection = http.client.HTTPConnection(ADDRESS, port, timeout=5)
        connection.request("HEAD", "/")
        response = connection.getresponse()

    assert (response.status, response.read()) == (200, b"")
    assert response.headers["Cache-Control"] == "no-store"


def test_a_port_in_use_is_said(content: Path) -> None:
    preview = Preview(Options(content=content), console("nb"), (one_page,))

    with (
        serve._listening(preview, 0) as port,
        pytest.raises(Trouble, match="port-in-use"),
        serve._listening(preview, port),
    ):
        pass
