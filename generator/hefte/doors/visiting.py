"""One question to one address of the net, so that nobody inside a network can be reached by a link in content.

Only http and https; the name is looked up once, all numbers that it has must be public, and one of those very numbers
is spoken to, under the name's certificate. No cookies, no proxies of the environment, no unpacking, no more than so
many bytes, and no longer than so many seconds.
"""

import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException
from threading import Event, Timer
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from hefte.doors.fetching import IsAllowed, is_public

SECONDS = 10.0
MOST_BYTES = 65_536
USUAL_PORTS = frozenset({80, 443})
_OWN_PORTS = 1024
"""From here on a port may be one of a website; below, programs of other kinds listen (mail, files, remote control)."""

_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)
_QUAD = re.compile(r"(?:(?:0|[1-9][0-9]{0,2})\.){3}(?:0|[1-9][0-9]{0,2})")
_KEPT = "/?:@!$&'()*+,;=-._~%[]"

Resolve = Callable[[str, int], tuple[str, ...]]
"""The numbers of a name, as text."""


class Unsafe(Exception):
    """An address that nobody shall be asked for; its one argument is why, a word of the languages."""


class NoAnswer(Exception):
    """Nobody answered; its one argument is why, a word of the languages."""


def numbers_of(host: str, port: int) -> tuple[str, ...]:
    """Look a name up; raise OSError where nobody knows it."""
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(row[4][0]).partition("%")[0] for row in rows))


class Way(NamedTuple):
    """How addresses are asked: in whose name, who looks names up, and which numbers may be spoken to."""

    agent: str
    resolve: Resolve = numbers_of
    is_allowed: IsAllowed = is_public
    seconds: float = SECONDS
    context: ssl.SSLContext | None = None


class Reply(NamedTuple):
    """What a server said, with its headers in small letters and the first bytes of the page."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Place(NamedTuple):
    parts: SplitResult
    host: str
    port: int


def ports_of(address: str) -> frozenset[int]:
    """The ports that may be asked on the way from an address: the usual ones, and one of its own that is written."""
    try:
        port = urlsplit(address).port
    except ValueError:
        return USUAL_PORTS
    return USUAL_PORTS | ({port} if port and port >= _OWN_PORTS else set())


def visit(method: str, address: str, way: Way, ports: frozenset[int] = USUAL_PORTS, most: int = MOST_BYTES) -> Reply:
    """Ask once and follow nothing; raise Unsafe where nobody shall be asked, NoAnswer where nobody answers."""
    until = time.monotonic() + way.seconds
    place = _place_of(address, ports)
    connection = _connected(place, _numbers(place, way), until, way)
    try:
        with _cut_off(connection, until) as is_late:
            response = _asked(connection, method, place, way.agent, most)
            if is_late.is_set():  # a line that is cut looks like the end of the headers
                raise NoAnswer("timeout")
            found = {name.lower(): value for name, value in response.headers.items()}
            return Reply(response.status, found, b"" if method == "HEAD" else _first(response, most))
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise NoAnswer("timeout" if is_late.is_set() or isinstance(error, TimeoutError) else "connection") from error
    finally:
        connection.close()


def _place_of(address: str, ports: frozenset[int]) -> _Place:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii") if parts.hostname else ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except (ValueError, UnicodeError):
        raise Unsafe("address") from None
    if parts.scheme not in {"http", "https"}:
        raise Unsafe("scheme")
    if not host or "@" in parts.netloc or not address.isprintable() or _hides_its_number(host):
        raise Unsafe("address")
    if port not in ports:
        raise Unsafe("port")
    return _Place(parts, host, port)


def _hides_its_number(host: str) -> bool:
    """Whether a host is a number, and not written as everybody writes one (127.0.0.1)."""
    ends_in_number = ":" not in host and _NUMBER.fullmatch(host.rpartition(".")[2])
    return bool(ends_in_number) and _QUAD.fullmatch(host) is None


def _numbers(place: _Place, way: Way) -> tuple[str, ...]:
    try:
        numbers = way.resolve(place.host, place.port)
    except (OSError, UnicodeError) as error:
        raise NoAnswer("name") from error
    if not numbers:
        raise NoAnswer("name")
    if not all(way.is_allowed(ipaddress.ip_address(number)) for number in numbers):
        raise Unsafe("private")
    return numbers


def _connected(place: _Place, numbers: tuple[str, ...], until: float, way: Way) -> HTTPConnection:
    """A connection to the first number that takes one; raise NoAnswer where none does."""
    for number in numbers:
        connection = _connection(place, number, max(0.01, until - time.monotonic()), way)
        try:
            connection.connect()
        except ssl.SSLCertVerificationError as error:
            connection.close()
            raise NoAnswer("certificate") from error
        except (HTTPError, OSError):
            connection.close()
        else:
            return connection
    raise NoAnswer("timeout" if time.monotonic() >= until else "connection")


def _connection(place: _Place, number: str, seconds: float, way: Way) -> HTTPConnection:
    """To the number; the certificate must be the name's all the same."""
    if place.parts.scheme == "http":
        return HTTPConnection(number, place.port, timeout=seconds)
    context = way.context or ssl.create_default_context()
    return HTTPSConnection(number, place.port, timeout=seconds, server_hostname=place.host, ssl_context=context)


@contextmanager
def _cut_off(connection: HTTPConnection, until: float) -> Iterator[Event]:
    """End the talk when its time is over, however slowly its bytes come; the event says whether that was needed."""
    is_late, line = Event(), connection.sock

    def end() -> None:
        is_late.set()
        if line is not None:
            # Of the plain socket: that of TLS would first say goodbye, and wait.
            socket.socket.shutdown(line, socket.SHUT_RDWR)

    timer = Timer(max(0.01, until - time.monotonic()), end)
    timer.daemon = True
    timer.start()
    try:
        yield is_late
    finally:
        timer.cancel()


def _asked(connection: HTTPConnection, method: str, place: _Place, agent: str, most: int) -> BaseHTTPResponse:
    parts = place.parts
    usual = 443 if parts.scheme == "https" else 80
    host = place.host if ":" not in place.host else f"[{place.host}]"
    headers = {
        "Host": host if place.port == usual else f"{host}:{place.port}",
        "User-Agent": agent,
        "Accept": "text/html, */*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    if method == "GET":
        headers["Range"] = f"bytes=0-{most - 1}"
    target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    connection.request(method, target, headers=headers, preload_content=False, decode_content=False)
    return connection.getresponse()


def _first(response: BaseHTTPResponse, most: int) -> bytes:
    """The first bytes, as they came; what breaks off has still answered."""
    pieces, size = [], 0
    try:
        while size < most and (piece := response.read1(most - size, decode_content=False)):
            pieces.append(piece)
            size += len(piece)
    except (HTTPError, HTTPException, OSError):
        pass
    return b"".join(pieces)
