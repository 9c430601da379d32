"""The preview: shows the site on this machine only, makes it again when a file changes, and says what wants mending."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from re import compile as pattern
from threading import Thread
from time import sleep
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from hefte.doors.build import Maker, build
from hefte.doors.console import Console
from hefte.doors.content import state_of
from hefte.doors.edition import STATE
from hefte.doors.options import Options
from hefte.doors.package import templates
from hefte.doors.tell import tell
from hefte.doors.trouble import Trouble
from hefte.language import Words
from hefte.problem import Problem

ADDRESS = "127.0.0.1"
_SECONDS = 0.5
"""Between two looks at the folder."""

_OWN = "/.hefte/"
_WORKER = "/sw.js"
"""Not shown in the preview: what an editor sees is always what was made last."""

_BODY = pattern(rb"<body[^>]*>")
_SCRIPT = f"""
(function () {{
  var known;
  setInterval(function () {{
    fetch("{_OWN}version").then(function (answer) {{ return answer.text(); }}).then(function (version) {{
      if (known && known !== version) location.reload();
      known = version;
    }}).catch(function () {{}});
  }}, 1000);
}})();
"""


class Shown(NamedTuple):
    """What the preview shows now: the site's folder, what wants mending, and a number that grows with each change.

    `problems` are lines, with what the lines are about; `number` is how many things there are to mend.
    """

    folder: Path
    words: Words
    problems: tuple[str, ...] = ()
    number: int = 0
    version: int = 0


class Answer(NamedTuple):
    """What a browser gets."""

    status: int
    kind: str
    body: bytes


def answer(shown: Shown, path: str, host: str, port: int) -> Answer:
    """Answer a question for a path; only this machine's own names are answered, and nothing outside the site."""
    if host not in (f"{ADDRESS}:{port}", f"localhost:{port}"):
        return Answer(421, "text/plain; charset=utf-8", b"421")
    path = unquote(urlsplit(path).path)
    if path.startswith(_OWN):
        return _own_page(shown, path.removeprefix(_OWN))
    file = _file(shown.folder, path) if path != _WORKER else None
    if file is None:
        return Answer(404, "text/html; charset=utf-8", _with_problems(_missing(shown.folder), shown))
    kind, body = guess_type(file.name)[0] or "application/octet-stream", file.read_bytes()
    if kind == "text/html":
        body = _with_problems(body, shown)
    return Answer(200, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, body)


def _file(folder: Path, path: str) -> Path | None:
    steps = path.split("/")
    if ".." in steps or "\0" in path or "\\" in path or any(step.startswith(".") for step in steps):
        return None
    file = folder / path.lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    return file if file.is_file() and file.resolve().is_relative_to(folder.resolve()) else None


def _missing(folder: Path) -> bytes:
    page = folder / "404.html"
    return page.read_bytes() if page.is_file() else b"<!doctype html><title>404</title><body><p>404</p>"


def _own_page(shown: Shown, name: str) -> Answer:
    pages = {
        "version": ("text/plain", str(shown.version)),
        "reload.js": ("text/javascript", _SCRIPT),
        "problems": ("text/html", _problems_page(shown)),
    }
    kind, body = pages.get(name, ("text/plain", "404"))
    return Answer(200 if name in pages else 404, f"{kind}; charset=utf-8", body.encode())


def _problems_page(shown: Shown) -> str:
    say, title = shown.words.say, shown.words.say("command.problems-title")
    return (
        f'<!doctype html><html lang="{shown.words.language}"><meta charset="utf-8"><title>{title}</title>'
        f'<body><script src="{_OWN}reload.js"></script><h1>{title}</h1>'
        f"<pre>{escape(chr(10).join(shown.problems))}</pre>"
        f'<p><a href="/">{say("command.back")}</a></p></html>'
    )


def _with_problems(page: bytes, shown: Shown) -> bytes:
    """Put the reload script first in the body, and a link to the problems where there are any."""
    told = f'<script src="{_OWN}reload.js"></script>'
    if shown.problems:
        sentence = shown.words.say_count("command.problems-here", shown.number)
        told += f'<p role="alert"><a href="{_OWN}problems">{escape(sentence)}</a></p>'
    return _BODY.sub(lambda found: found[0] + told.encode(), page, count=1)


class Preview:
    """The last good site, and how to make the next."""

    def __init__(self, options: Options, console: Console, makers: Iterable[Maker]) -> None:
        self._options, self._console, self._makers = options, console, tuple(makers)
        self.shown = Shown(options.content.resolve().parent / STATE / "preview", console.words)

    def make(self) -> None:
        """Make the site of what is sound; where it cannot be made, the last one stays with the reason."""
        try:
            found = self._build()
        except Trouble as trouble:
            self._show((self._console.words.say(f"command.{trouble.name}", **trouble.values),), 1)
        except Exception as error:  # noqa: BLE001  # a template is half written: the editor goes on, so do we
            self._show((f"{type(error).__name__}: {error}", self._console.words.say("command.last-good")), 1)
        else:
            self._show(self._lines(found, whole=True), len(found), self._lines(found, whole=False))

    def _show(self, problems: tuple[str, ...], number: int, briefly: tuple[str, ...] | None = None) -> None:
        """The page gets all of the problems, the terminal what fits there."""
        for line in problems if briefly is None else briefly:
            self._console.write(line)
        self.shown = self.shown._replace(problems=problems, number=number, version=self.shown.version + 1)

    def _build(self) -> tuple[Problem, ...]:
        options = self._options
        built = build(
            options.content, self.shown.folder, options.day, self._makers, remark=self._console.remark, despite=True
        )
        return built.problems

    def _lines(self, problems: tuple[Problem, ...], *, whole: bool) -> tuple[str, ...]:
        return tuple(tell(problems, "text", self._console.words, self._options.content, whole=whole))


def serve(
    options: Options, console: Console, makers: Iterable[Maker], wait: Callable[[], None] = lambda: sleep(_SECONDS)
) -> None:
    """Show the site until somebody stops it; `wait` passes the time between two looks at the folder."""
    preview = Preview(options, console, makers)
    with _listening(preview, options.port, preview.make) as port:
        console.say("serving", address=f"http://{ADDRESS}:{port}/")
        folders = (options.content, templates())
        before = [state_of(folder) for folder in folders]
        while True:
            wait()
            now = [state_of(folder) for folder in folders]
            if now != before:
                before = now
                console.remark("changed")
                preview.make()


@contextmanager
def _listening(preview: Preview, port: int, before: Callable[[], None] = lambda: None) -> Iterator[int]:
    """Take the port, do what comes `before` (a minute for a large site), and answer from then on."""
    with _bound(preview, port) as server:
        before()
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()


def _bound(preview: Preview, port: int) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer((ADDRESS, port), _handler(preview))
    except PermissionError as error:
        raise Trouble("port-reserved", port=port) from error
    except OSError as error:
        raise Trouble("port-in-use", port=port) from error


def _handler(preview: Preview) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers GET and HEAD from the preview."""

        def do_GET(self) -> None:
            self._send(with_body=True)

        def do_HEAD(self) -> None:
            self._send(with_body=False)

        def _send(self, *, with_body: bool) -> None:
            port = self.connection.getsockname()[1]
            found = answer(preview.shown, self.path, self.headers.get("Host", ""), port)
            self.send_response(found.status)
            self.send_header("Content-Type", found.kind)
            self.send_header("Content-Length", str(len(found.body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            if with_body:
                self.wfile.write(found.body)

        def log_message(self, *_: object) -> None:
            """Say nothing: the terminal is for the editor's problems."""

    return Handler
