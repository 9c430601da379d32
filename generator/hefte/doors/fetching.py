"""One file from the net, at an address that somebody wrote on the command line; never in a build.

The name is looked up once, every address that it has must be a public one, and that very address is spoken to: so it
is with each redirect too. What is inside a network of one's own is never asked.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from hefte.doors.trouble import Exit, Trouble

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
IsAllowed = Callable[[Address], bool]

SECONDS, SECONDS_IN_ALL = 10.0, 30.0
REDIRECTS = 5
_MOVED = {301, 302, 303, 307, 308}
_PIECE = 65_536
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""How whoever has only IPv6 reaches IPv4 (RFC 6052): the last 32 bits are the address that is meant."""
_TRANSLATED = tuple(map(ipaddress.IPv6Network, ("64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")))
"""Other addresses of IPv6 in which one of IPv4 may hide (RFC 8215, 3056, 4380, 4291); no public site has one."""


def is_public(address: Address) -> bool:
    """Whether anybody on the net may be meant by an address."""
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not address.is_multicast
    meant = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else address.ipv4_mapped
    if meant is not None:
        return is_public(meant)
    hides = any(address in network for network in _TRANSLATED) or address.is_site_local
    return address.is_global and not address.is_multicast and not hides


class _Place(NamedTuple):
    """Where to ask: the parts of the address, and the one number that its name has been looked up to."""

    parts: SplitResult
    number: str
    port: int


def fetch(address: str, most: int, is_allowed: IsAllowed = is_public) -> bytes:
    """The bytes at an address of http or https; raise Trouble where that cannot or must not be had."""
    until = time.monotonic() + SECONDS_IN_ALL
    for _ in range(REDIRECTS + 1):
        place = _looked_up(address, is_allowed)
        try:
            found = _asked(place, address, most, until)
        except (OSError, HTTPException, ValueError) as error:
            raise _trouble("cannot-fetch", address, reason=str(error) or type(error).__name__) from error
        if isinstance(found, bytes):
            return found
        address = urljoin(address, found)
    raise _trouble("cannot-fetch", address, reason="redirects")


def _trouble(name: str, address: str, **values: object) -> Trouble:
    """What may be said of an address: its host; the rest of it may be a secret."""
    return Trouble(name, code=Exit.WRONG_USE, host=_host(address), **values)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address[:80]
    except ValueError:
        return address[:80]


def _looked_up(address: str, is_allowed: IsAllowed) -> _Place:
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise _trouble("not-an-address", address) from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc or not address.isprintable():
        raise _trouble("not-an-address", address)
    try:
        rows = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _trouble("cannot-fetch", address, reason=str(error)) from error
    numbers = tuple(dict.fromkeys(str(row[4][0]).partition("%")[0] for row in rows))
    if not numbers or not all(is_allowed(ipaddress.ip_address(number)) for number in numbers):
        raise _trouble("not-public", address)
    return _Place(parts, numbers[0], port)


def _asked(place: _Place, address: str, most: int, until: float) -> bytes | str:
    """The body, or the address to which it has moved."""
    connection = _connection(place)
    path = place.parts.path or "/"
    try:
        target = f"{path}?{place.parts.query}" if place.parts.query else path
        asks = {"Host": place.parts.netloc, "User-Agent": "Hefte", "Accept": "text/calendar, */*;q=0.1"}
        connection.request("GET", target, headers={**asks, "Accept-Encoding": "identity", "Connection": "close"})
        with connection.getresponse() as answer:
            moved_to = answer.getheader("Location") if answer.status in _MOVED else None
            if moved_to:
                return moved_to
            if answer.status != 200:
                raise _trouble("cannot-fetch", address, reason=f"HTTP {answer.status}")
            return b"".join(_pieces(answer, address, most, until))
    finally:
        connection.close()


def _pieces(answer: HTTPResponse, address: str, most: int, until: float) -> Iterator[bytes]:
    size = 0
    while piece := answer.read1(_PIECE):
        size += len(piece)
        if size > most:
            raise _trouble("too-much", address, limit=most)
        if time.monotonic() > until:
            raise _trouble("cannot-fetch", address, reason="timeout")
        yield piece


def _connection(place: _Place) -> HTTPConnection:
    """A connection to the number that was looked up; its certificate must still be the name's."""
    host = place.parts.hostname or ""
    opened = socket.create_connection((place.number, place.port), timeout=SECONDS)
    if place.parts.scheme == "http":
        connection = HTTPConnection(host, place.port, timeout=SECONDS)
        connection.sock = opened
        return connection
    secure = HTTPSConnection(host, place.port, timeout=SECONDS)
    try:
        secure.sock = ssl.create_default_context().wrap_socket(opened, server_hostname=host)
    except OSError:
        opened.close()
        raise
    return secure
