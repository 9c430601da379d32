"""Good manners on the net: one question at a time to a host, a pause after each, and what its robots.txt asks for."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from threading import Lock
from urllib.robotparser import RobotFileParser

PAUSE_S = 1.0
LONGEST_PAUSE_S = 10.0
LONGEST_WAIT_S = 120.0
"""A host that asks us to wait longer is left for another day."""

_WAIT_S = 10.0
"""How long to wait for a host that does not say."""

ROBOTS = "/robots.txt"
ROBOT = "hefte"


class Turns:
    """Whose turn it is; time and waiting are given, so that a test needs neither."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._next: dict[str, float] = {}
        self._pauses: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Ask a host while nobody else of us does, when its pause is over."""
        with self._locks[host]:
            wait = self._next.get(host, 0.0) - self._clock()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self._next[host] = self._clock() + self._pauses.get(host, PAUSE_S)

    def pause(self, host: str, seconds: float) -> None:
        """Make the pause after each question as long as a host wants it, within reason."""
        self._pauses[host] = min(max(seconds, PAUSE_S), LONGEST_PAUSE_S)
        self.wait(host, self._pauses[host])

    def wait(self, host: str, seconds: float) -> None:
        """Ask a host nothing for so many seconds from now."""
        self._next[host] = max(self._next.get(host, 0.0), self._clock() + seconds)


def seconds_to_wait(headers: Mapping[str, str]) -> float:
    """What `Retry-After` asks for, as seconds or as a time; by the server's own clock."""
    asked = headers.get("retry-after", "").strip()
    if asked.isdecimal():
        return float(asked[:9])
    try:
        until, now = (parsedate_to_datetime(text) for text in (asked, headers.get("date", "")))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):
        return _WAIT_S


def rules_in(body: bytes) -> RobotFileParser:
    """The rules of a robots.txt (RFC 9309)."""
    rules = RobotFileParser()
    rules.parse(body.decode("utf-8", "replace").lstrip("\ufeff").splitlines())
    return rules
