"""The door to services that know where addresses are: geopy's geocoders, asked slowly, and a memory in git.

Kartverket's address service (ws.geonorge.no/adresser/v1, open, no key) as a geocoder of geopy's kind; any address
that speaks as Nominatim does. No build ever asks or reads the memory.
"""

import json
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from geopy.adapters import URLLibAdapter
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderRateLimited,
    GeocoderTimedOut,
    GeocoderUnavailable,
    GeopyError,
)
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.interchange.hits import Hit, Query

MEMORY = ".hefte/posisjoner.json"
PAUSE_S = 1.0
"""Nominatim's usage policy: at most one question a second."""

_TIMEOUT_S = 10.0
_MOST_HITS = 10
# URLLibAdapter: the other one of geopy waits without a word for as long as a service asks, and tries again.
_OPEN_STREET_MAP = "nominatim.openstreetmap.org"

_WHY = (
    (GeocoderTimedOut, "slow"),
    (GeocoderUnavailable, "away"),
    (GeocoderParseError, "odd"),
    ((GeocoderInsufficientPrivileges, GeocoderAuthenticationFailure), "refused"),
)
"""What went wrong, by the end of the key of its words."""

Ask = Callable[[Query], tuple[Hit, ...]]


class KartverketAdresser(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Kartverket's address service, version 1: the official addresses of Norway in ETRS89 (EPSG:4258)."""

    path = "/adresser/v1/sok"

    def __init__(
        self,
        *,
        domain: str = "ws.geonorge.no",
        scheme: str | None = None,
        timeout: float | None = _TIMEOUT_S,
        user_agent: str | None = None,
    ) -> None:
        super().__init__(scheme=scheme, timeout=timeout, user_agent=user_agent, adapter_factory=URLLibAdapter)
        self.api = f"{self.scheme}://{domain.strip('/')}{self.path}"

    def geocode(
        self,
        query: str | dict[str, str],
        *,
        exactly_one: bool = True,
        timeout: float | None = None,
        limit: int = _MOST_HITS,
    ) -> Location | list[Location] | None:
        """Find an address by free text, or by `adressetekst`, `postnummer`, `kommunenummer`.

        Gives a `Location` (or a list of them); None where there is none. Raises geopy's errors.
        """
        asked = query if isinstance(query, dict) else {"sok": query}
        fixed = {"treffPerSide": "1" if exactly_one else str(limit), "side": "0", "utkoordsys": "4258"}
        found: list[Location] = self._call_geocoder(
            f"{self.api}?{urlencode(asked | fixed)}", _locations, timeout=timeout or self.timeout
        )
        return (found[0] if exactly_one else found) if found else None


def _locations(answer: dict[str, Any]) -> list[Location]:
    try:
        return [_location(row) for row in answer["adresser"] if row.get("representasjonspunkt")]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GeocoderParseError(str(error)) from error


def _location(row: dict[str, Any]) -> Location:
    point = row["representasjonspunkt"]
    label = ", ".join((row["adressetekst"], f"{row['postnummer']} {row['poststed']}"))
    return Location(label, (float(point["lat"]), float(point["lon"])), row)


def asker(service: str, server: str, agent: str, pause_s: float) -> Ask:
    """What asks a service, no oftener than once in so many seconds; raise Trouble for an address that is none."""
    logging.getLogger("geopy").addHandler(logging.NullHandler())  # else each retry is a traceback on the screen
    scheme, domain = _address(server)
    if service == "kartverket":
        official = KartverketAdresser(user_agent=agent or "hefte", timeout=_TIMEOUT_S, **_given(scheme, domain))
        ask, read = official.geocode, _official
    else:
        if not agent and domain in ("", _OPEN_STREET_MAP):
            raise Trouble("locate-no-agent", code=Exit.WRONG_USE)
        given = _given(scheme, domain) | {"adapter_factory": URLLibAdapter}
        other = Nominatim(user_agent=agent or "hefte", timeout=_TIMEOUT_S, **given)
        ask, read = other.geocode, _other
    slowly = RateLimiter(
        ask, min_delay_seconds=pause_s, max_retries=1, error_wait_seconds=5 * pause_s, swallow_exceptions=False
    )
    return read(slowly)


def _address(server: str) -> tuple[str, str]:
    if not server:
        return "", ""
    parts = urlsplit(server if "://" in server else f"https://{server}")
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise Trouble("locate-bad-server", code=Exit.WRONG_USE, value=server)
    return parts.scheme, f"{parts.netloc}{parts.path}".rstrip("/")


def _given(scheme: str, domain: str) -> dict[str, Any]:
    return {"scheme": scheme, "domain": domain} if domain else {}


def _official(slowly: Callable[..., Any]) -> Ask:
    def ask(query: Query) -> tuple[Hit, ...]:
        asked = {"adressetekst": query.address, "postnummer": query.postal_code}
        found = _answered(slowly, {name: value for name, value in asked.items() if value})
        return tuple(_official_hit(place) for place in found)

    return ask


def _official_hit(place: Location) -> Hit:
    raw = place.raw
    known = (str(raw.get(name, "")) for name in ("adressetekst", "postnummer", "kommunenummer"))
    return Hit(place.latitude, place.longitude, place.address, *known)


def _other(slowly: Callable[..., Any]) -> Ask:
    def ask(query: Query) -> tuple[Hit, ...]:
        options = {"limit": _MOST_HITS, "addressdetails": True, "country_codes": "no"}
        return tuple(_other_hit(place) for place in _answered(slowly, query.text, **options))

    return ask


def _other_hit(place: Location) -> Hit:
    """Nominatim names the house by its parts; a hit without a number is a street, and no house's address."""
    parts = place.raw.get("address") or {}
    address = " ".join(filter(None, (parts.get("road", ""), parts.get("house_number", ""))))
    return Hit(place.latitude, place.longitude, place.address, address, parts.get("postcode", ""))


def _answered(slowly: Callable[..., Any], asked: object, **options: object) -> Iterable[Location]:
    """Ask, and turn what went wrong into Trouble in plain words."""
    try:
        return slowly(asked, exactly_one=False, **options) or ()
    except GeocoderRateLimited as error:
        raise Trouble("locate-wait", seconds=error.retry_after) from error
    except GeopyError as error:
        why = next((why for kind, why in _WHY if isinstance(error, kind)), "error")
        raise Trouble("locate-stopped", reason=why, detail=str(error)[:200]) from error


class Memory:
    """What services have answered, in a file of the content folder; nothing is asked twice."""

    def __init__(self, content: Path) -> None:
        self.file = content / MEMORY
        self._answers: dict[str, dict[str, list[dict[str, Any]]]] = {}
        if self.file.is_file():
            with machine_trouble(self.file):
                self._answers = self._read(self.file.read_text(encoding="utf-8"))

    def _read(self, text: str) -> dict[str, dict[str, list[dict[str, Any]]]]:
        try:
            found = json.loads(text)
            [Hit(**row) for answers in found.values() for rows in answers.values() for row in rows]
        except (ValueError, TypeError, AttributeError):
            raise Trouble("locate-bad-memory", code=Exit.CONTENT, path=str(self.file)) from None
        return dict(found)

    def recall(self, service: str, query: Query) -> tuple[Hit, ...] | None:
        """What was answered; None where nobody has asked."""
        rows = self._answers.get(service, {}).get(query.text)
        return None if rows is None else tuple(Hit(**row) for row in rows)

    def keep(self, service: str, query: Query, hits: tuple[Hit, ...]) -> None:
        """Write an answer down at once, so that nothing is lost when the next one fails."""
        self._answers.setdefault(service, {})[query.text] = [hit._asdict() for hit in hits]
        with machine_trouble(self.file):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(self._answers, ensure_ascii=False, indent=1, sort_keys=True)
            self.file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
