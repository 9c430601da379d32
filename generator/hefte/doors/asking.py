"""Ask for an address as a polite visitor: robots.txt first, then the head alone, then the first bytes of a page."""

from itertools import takewhile
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin
from urllib.robotparser import RobotFileParser

from hefte.doors.manners import LONGEST_WAIT_S, ROBOT, ROBOTS, Turns, rules_in, seconds_to_wait
from hefte.doors.visiting import NoAnswer, Reply, Unsafe, Way, ports_of, visit
from hefte.links.answers import Answer, How
from hefte.links.titles import title_in
from hefte.links.uses import host_of

REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_ROBOTS_BYTES = 512_000


class Closed(Exception):
    """A site that does not want programs at an address."""


class Later(Exception):
    """A host that asks to be left alone for longer than a run lasts."""


class _Trip(NamedTuple):
    """A question with its redirects: each address with the status that it gave, and the last reply."""

    hops: tuple[tuple[str, int], ...]
    reply: Reply

    @property
    def final(self) -> str:
        """The address that answered in the end."""
        return self.hops[-1][0]

    @property
    def moved_to(self) -> str:
        """Where the first address has moved for good; empty where it has not."""
        kept = tuple(takewhile(lambda hop: hop[1] in _FOR_GOOD, self.hops))
        return self.hops[len(kept)][0] if kept and len(kept) < len(self.hops) else ""


class Asker:
    """Asks for addresses, several hosts at a time; what a host has said of itself is remembered for the run."""

    def __init__(self, way: Way, turns: Turns) -> None:
        self._way, self._turns = way, turns
        self._rules: dict[str, RobotFileParser | NoAnswer | None] = {}
        self._left_alone: set[str] = set()

    def ask(self, address: str) -> Answer:
        """What the net says of an address."""
        try:
            plain, fragment = urldefrag(address)
            answer = self._answer(plain)
        except Unsafe as refused:
            return Answer(How.UNSAFE, why=str(refused))
        except NoAnswer as none:
            how = How.UNTRUSTED if str(none) == "certificate" else How.SILENT
            return Answer(how, why=str(none))
        except Closed:
            return Answer(How.CLOSED, why="robots")
        except Later:
            return Answer(How.LATER)
        return answer._replace(moved_to=f"{answer.moved_to}#{fragment}") if fragment and answer.moved_to else answer

    def _answer(self, address: str) -> Answer:
        head = self._trip("HEAD", address)
        last = head
        if head.reply.status >= 400:  # many servers know only GET
            last = head = self._trip("GET", address)
        elif "html" in head.reply.headers.get("content-type", "html"):
            last = self._trip("GET", head.final)
        reply = last.reply
        is_read = reply.headers.get("content-encoding", "identity") == "identity"
        title = title_in(reply.body, reply.headers.get("content-type", "")) if is_read else ""
        why = "server" if reply.status >= 500 else "status" if reply.status >= 400 else ""
        return Answer(How.ANSWERED, reply.status, last.final, head.moved_to, title, why)

    def _trip(self, method: str, address: str) -> _Trip:
        ports, hops = ports_of(address), []
        for _ in range(REDIRECTS + 1):
            self._enter(address, ports)
            reply = self._once(method, address, ports)
            hops.append((address, reply.status))
            target = reply.headers.get("location") if reply.status in _MOVED else None
            if not target:
                return _Trip(tuple(hops), reply)
            address = _joined(address, target)
        raise NoAnswer("redirects")

    def _enter(self, address: str, ports: frozenset[int]) -> None:
        """Keep out of what a site's robots.txt closes to us."""
        rules = self._rules_of(address, ports)
        if isinstance(rules, NoAnswer):
            raise rules
        if rules and not rules.can_fetch(ROBOT, address):
            raise Closed

    def _rules_of(self, address: str, ports: frozenset[int]) -> RobotFileParser | NoAnswer | None:
        site = urljoin(address, "/")
        if site not in self._rules:
            try:
                self._rules[site] = self._asked_for_rules(urljoin(site, ROBOTS), ports)
            except NoAnswer as none:
                self._rules[site] = none
            except Unsafe:  # the address itself is asked for next, and refused where it is unsafe too
                self._rules[site] = None
        return self._rules[site]

    def _asked_for_rules(self, address: str, ports: frozenset[int]) -> RobotFileParser | None:
        """The rules of a site; none where it has no such file, as RFC 9309 reads that."""
        host = host_of(address)
        for _ in range(REDIRECTS + 1):
            reply = self._once("GET", address, ports, _ROBOTS_BYTES)
            target = reply.headers.get("location") if reply.status in _MOVED else None
            if target:
                address = _joined(address, target)
                continue
            if reply.status >= 500:
                raise NoAnswer("server")
            rules = rules_in(reply.body) if reply.status in (200, 206) else None
            self._turns.pause(host, float(rules.crawl_delay(ROBOT) or 0) if rules else 0)
            return rules
        return None

    def _once(self, method: str, address: str, ports: frozenset[int], most: int = 65_536) -> Reply:
        """Ask when it is the host's turn; where it is busy, once more when it says so, and then no more in this run."""
        host = host_of(address)
        for is_again in (False, True):
            if host in self._left_alone:
                raise Later
            with self._turns.turn(host):
                reply = visit(method, address, self._way, ports, most)
            if not _asks_to_wait(reply):
                return reply
            seconds = seconds_to_wait(reply.headers)
            if is_again or seconds > LONGEST_WAIT_S:
                self._left_alone.add(host)
                raise Later
            self._turns.wait(host, seconds)
        raise Later


def _asks_to_wait(reply: Reply) -> bool:
    return reply.status == 429 or (reply.status == 503 and "retry-after" in reply.headers)


def _joined(address: str, target: str) -> str:
    """Where a redirect leads; its letters are bytes that were read as Latin-1."""
    with_letters = target.encode("latin-1", "replace").decode("utf-8", "replace").strip()
    try:
        return urldefrag(urljoin(address, with_letters.replace(" ", "%20"))).url
    except ValueError:
        raise Unsafe("address") from None
