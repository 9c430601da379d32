"""A calendar from the net: only what is public is asked, by the number it was looked up to, and not for ever."""

import ipaddress
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hefte.doors import fetching
from hefte.doors.fetching import fetch, is_public
from hefte.doors.trouble import Trouble

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


class Answers(BaseHTTPRequestHandler):
    """What a server may answer, by the path."""

    def do_GET(self) -> None:
        """Answer by the path."""
        moved = {
            "/flyttet": "/kalender.ics?nokkel=1",
            "/ring": "/ring",
            "/inn": "http://10.0.0.1/x.ics",
            "/fil": "file:///etc/passwd",
            "/navn": "http://kari:hemmelig@vik.no/x.ics",
        }.get(self.path)
        self.send_response(302 if moved else 200 if self.path.startswith(("/kalender", "/stor")) else 404)
        if moved:
            self.send_header("Location", moved)
        self.end_headers()
        if not moved:
            self.wfile.write(CALENDAR * (10_000 if self.path == "/stor" else 1))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def this_machine(address: fetching.Address) -> bool:
    """Let the tests ask this machine, and nobody else in a private network."""
    return address.is_loopback or is_public(address)


def refused(address: str, most: int = 1000) -> str:
    with pytest.raises(Trouble) as found:
        fetch(address, most, this_machine)
    return found.value.name


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        ("158.36.1.1", True),
        ("2a02:20c8::1", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104  # nothing is bound to it
        ("10.1.2.3", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:169.254.169.254", False),
        ("::127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::9e24:101", True),  # 158.36.1.1, for whoever has only IPv6
        ("2001:0:9e24:101::", False),
        ("fec0::1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_what_anybody_can_reach_is_public(number: str, answer: bool) -> None:
    assert is_public(ipaddress.ip_address(number)) is answer


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked_by_any_of_its_names(host: str, server: str) -> None:
    with pytest.raises(Trouble) as found:
        fetch(f"http://{host}:{server.rpartition(':')[2]}/kalender.ics", 1000)

    assert found.value.name in {"not-public", "cannot-fetch"}
    assert "reason" not in found.value.values or "kalender" not in str(found.value.values["reason"])


def test_a_name_that_also_leads_inside_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("158.36.1.1", "10.0.0.1")]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_, **__: rows)

    with pytest.raises(Trouble) as found:
        fetch("http://vik.no/x.ics", 1000)

    assert found.value.name == "not-public"


def test_a_file_is_fetched_and_redirects_are_followed(server: str) -> None:
    assert fetch(f"{server}/kalender.ics", 1000, this_machine) == CALENDAR
    assert fetch(f"{server}/flyttet", 1000, this_machine) == CALENDAR


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/borte", "cannot-fetch"),
        ("/ring", "cannot-fetch"),
        ("/stor", "too-much"),
        ("/inn", "not-public"),
        ("/fil", "not-an-address"),
        ("/navn", "not-an-address"),
    ],
)
def test_what_cannot_or_must_not_be_had_is_refused(server: str, path: str, name: str) -> None:
    assert refused(f"{server}{path}") == name


@pytest.mark.parametrize(
    "address",
    ["ftp://vik.no/x.ics", "https://", "http://a:b@vik.no/", "http://vik.no:x/", "http://vik.no/\n", "http://[::1"],
)
def test_what_is_no_address_of_the_net_is_refused(address: str) -> None:
    assert refused(address) == "not-an-address"


def test_a_server_that_never_ends_is_left(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS_IN_ALL", -1.0)

    assert refused(f"{server}/kalender.ics") == "cannot-fetch"


def test_a_refusal_tells_the_host_and_not_the_rest_of_an_address(server: str) -> None:
    with pytest.raises(Trouble) as found:
        fetch(f"{server}/borte/private-hemmelig/basic.ics", 1000, this_machine)

    assert found.value.values["host"] == "127.0.0.1"
    assert "hemmelig" not in str(found.value.values)
