"""A server on this machine that speaks as Kartverket's address service and as Nominatim do, for tests of `locate`."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit


@dataclass
class Register:
    """What the server knows: rows by street address for either service, and how it misbehaves.

    `failing` is a list of statuses for the next answers (200 is none); `body` is sent as it is; `asked` is what came.
    """

    official: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    other: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    failing: list[int] = field(default_factory=list)
    body: str = ""
    silent: bool = False
    asked: list[dict[str, str]] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    released: Event = field(default_factory=Event)
    address: str = ""


def official(address: str, lat: float, lon: float, **more: str) -> dict[str, object]:
    """A row as `adresser/v1/sok` gives it."""
    return {
        "adressenavn": address.rpartition(" ")[0],
        "adressetekst": address,
        "kommunenummer": "3107",
        "kommunenavn": "FREDRIKSTAD",
        "postnummer": "1607",
        "poststed": "FREDRIKSTAD",
        "representasjonspunkt": {"epsg": "EPSG:4258", "lat": lat, "lon": lon},
    } | more


def other(road: str, number: str, lat: float, lon: float, **more: str) -> dict[str, object]:
    """A row as Nominatim gives it with `format=json&addressdetails=1`."""
    parts = {"road": road, "house_number": number, "postcode": "1607"} | more
    label = f"{number}, {road}, Fredrikstad, Norge"
    return {"place_id": 1, "lat": str(lat), "lon": str(lon), "display_name": label, "address": parts}


class _Answering(BaseHTTPRequestHandler):
    register: Register

    def do_GET(self) -> None:
        url, register = urlsplit(self.path), self.register
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        register.asked.append({"path": url.path} | asked)
        register.agents.append(self.headers["User-Agent"])
        if register.silent:
            register.released.wait(20)
            return
        status = register.failing.pop(0) if register.failing else 200
        self._send(status, register.body or json.dumps(self._rows(url.path, asked)))

    def _rows(self, path: str, asked: dict[str, str]) -> object:
        if path == "/adresser/v1/sok":
            rows = self.register.official.get(asked.get("adressetekst", ""), [])
            return {"adresser": rows, "metadata": {"totaltAntallTreff": len(rows), "side": 0}}
        return self.register.other.get(asked.get("q", ""), [])

    def _send(self, status: int, text: str) -> None:
        data = text.encode()
        with suppress(ConnectionError):
            self.send_response(status)
            if status == 429:
                self.send_header("Retry-After", "30")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def register() -> Iterator[Register]:
    """A server with an empty register, for as long as it is wanted."""
    known = Register()
    host = ThreadingHTTPServer(("127.0.0.1", 0), type("Answering", (_Answering,), {"register": known}))
    host.daemon_threads = True
    known.address = f"http://127.0.0.1:{host.server_port}"
    Thread(target=host.serve_forever, daemon=True).start()
    yield known
    known.released.set()
    host.shutdown()
    host.server_close()
