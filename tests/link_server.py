"""A server on this machine that behaves as servers on the net do, well and badly; it notes what it was asked."""

import gzip
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

CERTIFICATE = Path(__file__).parent / "certificates" / "lenker.pem"
"""Of lenker.eksempel.no, by itself, for a hundred years; made for the tests."""


class Site:
    """What the server says by path, and what it was asked: method, path and headers, at which time of the clock."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.asked: list[tuple[str, str, float]] = []
        self.headers: list[dict[str, str]] = []
        self.pages: dict[str, str] = {}
        self.moved: dict[str, tuple[int, str]] = {}
        self.statuses: dict[str, list[int]] = {}
        self.more: dict[str, dict[str, str]] = {}
        self.over = Event()
        self.address = ""

    def paths(self, method: str = "") -> list[str]:
        """What was asked for, in order, robots.txt left out."""
        return [path for how, path, _ in self.asked if method in ("", how) and path != "/robots.txt"]


class _Reply(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def _reply(site: Site, path: str) -> _Reply:
    more = site.more.get(path, {})
    if path in site.moved:
        status, target = site.moved[path]
        return _Reply(status, {"Location": target}, b"")
    if statuses := site.statuses.get(path):
        status = statuses.pop(0) if len(statuses) > 1 else statuses[0]
        return _Reply(status, more, b"")
    if path in site.pages:
        html = f"<!doctype html><html><head><title>{site.pages[path]}</title></head></html>"
        return _Reply(200, {"Content-Type": "text/html; charset=utf-8"} | more, html.encode())
    if path.endswith(".pdf"):
        return _Reply(200, {"Content-Type": "application/pdf"}, b"%PDF")
    return _Reply(404, {}, b"")


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_HEAD(self) -> None:
        if self.path == "/bare-get":
            self._note()
            self.send_error(405)
        else:
            self._answer(is_whole=False)

    def do_GET(self) -> None:
        self._answer(is_whole=True)

    def _note(self) -> None:
        self.site.asked.append((self.command, self.path, self.site.clock()))
        self.site.headers.append({name.lower(): value for name, value in self.headers.items()})

    def _answer(self, *, is_whole: bool) -> None:
        self._note()
        odd = {"/stum": self._never, "/drypp": self._drip, "/endelos": self._endless, "/bombe": self._bomb}
        if self.path in odd:
            odd[self.path](is_whole=is_whole)
            return
        status, headers, body = _reply(self.site, self.path)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if is_whole:
            self.wfile.write(body)

    def _never(self, *, is_whole: bool) -> None:
        """Takes the question, and says nothing."""
        del is_whole
        self.site.over.wait(20)

    def _drip(self, *, is_whole: bool) -> None:
        """A header that comes letter by letter, and never ends."""
        del is_whole
        for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 10_000:
            self.wfile.write(bytes((letter,)))
            if self.site.over.wait(0.02):
                return

    def _endless(self, *, is_whole: bool) -> None:
        """A page of five gigabytes that pays no heed to the range."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(5_000_000_000))
        self.end_headers()
        if is_whole:
            self.wfile.write(b"<title>Uten ende</title>")
            while not self.site.over.is_set():
                self.wfile.write(b"x" * 65_536)

    def _bomb(self, *, is_whole: bool) -> None:
        """Fifty megabytes of nothing, packed to fifty kilobytes."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if is_whole:
            self.wfile.write(_packed())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@cache
def _packed() -> bytes:
    return gzip.compress(bytes(50_000_000), 1)


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Whoever hangs up on us is not an error."""


@contextmanager
def site_on_this_machine(clock: Callable[[], float] = lambda: 0.0, *, secure: bool = False) -> Iterator[Site]:
    """A site at 127.0.0.1, or with a certificate as https://lenker.eksempel.no."""
    site = Site(clock)
    httpd = _Quiet(("127.0.0.1", 0), type("Handler", (_Handler,), {"site": site}))
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    site.address = (
        f"https://lenker.eksempel.no:{httpd.server_port}" if secure else f"http://127.0.0.1:{httpd.server_port}"
    )
    Thread(target=httpd.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield site
    finally:
        site.over.set()
        httpd.shutdown()
        httpd.server_close()
