"""A folder as a web server on this machine shows it, for tests that need more than files."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class Quiet(SimpleHTTPRequestHandler):
    """Files as they are; the log is kept to itself."""

    def handle(self) -> None:
        """Answer, and let a browser hang up that has closed its page."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, server: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a folder, for as long as it is wanted."""
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(server, directory=str(folder)))
    Thread(target=host.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{host.server_port}/"
    host.shutdown()
    host.server_close()
