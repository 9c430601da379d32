"""Links are asked for safely and politely: nobody inside a network, one at a time, never long and never much."""

import ssl
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from hefte.doors.asking import Asker
from hefte.doors.fetching import Address, is_public
from hefte.doors.manners import Turns, seconds_to_wait
from hefte.doors.visiting import MOST_BYTES, NoAnswer, Unsafe, Way, numbers_of, ports_of, visit
from hefte.links.answers import Answer, How
from link_server import CERTIFICATE, Site, site_on_this_machine


class Clock:
    """Time that passes only when somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def this_machine(address: Address) -> bool:
    """Let the tests ask this machine, and nobody else in a private network."""
    return str(address) == "127.0.0.1" or is_public(address)


def here(_host: str, _port: int) -> tuple[str, ...]:
    """Every name leads to this machine."""
    return ("127.0.0.1",)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site(clock: Clock) -> Iterator[Site]:
    with site_on_this_machine(clock) as found:
        yield found


def way(**more: object) -> Way:
    return Way(**({"agent": "hefte/1 (post@eksempel.no)", "is_allowed": this_machine, "seconds": 5.0} | more))  # type: ignore[arg-type]


def asker(clock: Clock, **more: object) -> Asker:
    return Asker(way(**more), Turns(clock, clock.sleep))


def refused(address: str, **more: object) -> str:
    with pytest.raises(Unsafe) as found:
        visit("HEAD", address, way(**more), ports_of(address))
    return str(found.value)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::1]/",
        "http://[2001:0:7f00:1::]/",
        "http://[fec0::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://0.0.0.0/",
        "http://localhost/",
    ],
)
def test_an_address_inside_a_network_is_never_asked(address: str) -> None:
    assert refused(address, is_allowed=is_public) == "private"


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0x7f000001", "127.0.0.01", "1.2.3.4.5", "vik.0x1"]
)
def test_a_number_that_is_written_to_hide_is_refused_before_anybody_looks_it_up(host: str) -> None:
    asked: list[str] = []

    def note(name: str, _port: int) -> tuple[str, ...]:
        asked.append(name)
        return ("158.36.1.1",)

    assert refused(f"http://{host}/", resolve=note) == "address"
    assert asked == []


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://vik.no/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://vik.no/", "scheme"),
        ("http://kari:hemmelig@vik.no/", "address"),
        ("http://vik.no:25/", "port"),
        ("http://vik.no:99999/", "address"),
        ("http://vik.no/\r\nX: y", "address"),
        ("http://[::1", "address"),
        ("https://", "address"),
    ],
)
def test_what_is_no_address_of_a_website_is_refused(address: str, why: str) -> None:
    assert refused(address, resolve=here) == why


def test_a_name_that_leads_inside_by_one_of_its_numbers_is_refused() -> None:
    assert refused("http://vik.no/", resolve=lambda *_: ("158.36.1.1", "10.0.0.1")) == "private"


def test_only_the_number_that_was_checked_is_spoken_to(site: Site) -> None:
    answers = iter([("127.0.0.1",), ("10.0.0.1",)])
    address = site.address.replace("127.0.0.1", "bytter.eksempel.no")
    site.pages["/"] = "Her"

    reply = visit("GET", f"{address}/", way(resolve=lambda *_: next(answers)), ports_of(address))

    assert reply.status == 200
    assert site.headers[0]["host"] == address.removeprefix("http://")
    with pytest.raises(Unsafe, match="private"):
        visit("GET", f"{address}/", way(resolve=lambda *_: ("10.0.0.1",)), ports_of(address))
    assert len(site.asked) == 1


def test_the_next_number_of_a_name_is_tried_where_the_first_takes_nobody(site: Site) -> None:
    site.pages["/"] = "Her"

    def both(_host: str, _port: int) -> tuple[str, ...]:
        return "127.0.0.2", "127.0.0.1"

    loopback = way(resolve=both, is_allowed=lambda address: address.is_loopback)
    reply = visit("GET", f"{site.address}/", loopback, ports_of(site.address))

    assert reply.status == 200


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("http://10.0.0.1/", "private"),
        ("http://169.254.169.254/latest/", "private"),
        ("http://[::ffff:10.0.0.1]/", "private"),
        ("http://2130706433/", "address"),
        ("file:///etc/passwd", "scheme"),
        ("http://127.0.0.1:22/", "port"),
        ("http://kari@vik.no/", "address"),
        ("http://[", "address"),
    ],
)
def test_a_redirect_is_checked_as_every_address_is(site: Site, clock: Clock, target: str, why: str) -> None:
    site.moved["/ut"] = (302, target)

    answer = asker(clock).ask(f"{site.address}/ut")

    assert answer == Answer(How.UNSAFE, why=why)


def test_a_ring_of_redirects_is_left_after_five(site: Site, clock: Clock) -> None:
    site.moved["/ring"] = (302, "/ring")

    answer = asker(clock).ask(f"{site.address}/ring")

    assert (answer.how, answer.why) == (How.SILENT, "redirects")
    assert site.paths() == ["/ring"] * 6


def test_five_redirects_are_followed(site: Site, clock: Clock) -> None:
    for number in range(5):
        site.moved[f"/{number}"] = (301, f"/{number + 1}")
    site.pages["/5"] = "Framme"

    answer = asker(clock).ask(f"{site.address}/0#kart")

    assert answer == Answer(How.ANSWERED, 200, f"{site.address}/5", f"{site.address}/5#kart", "Framme")


def test_only_what_has_moved_for_good_is_a_new_address(site: Site, clock: Clock) -> None:
    site.moved |= {"/a": (301, "/b"), "/b": (302, "/c"), "/d": (307, "/c")}
    site.pages["/c"] = "Her nå"
    ask = asker(clock).ask

    assert ask(f"{site.address}/a").moved_to == f"{site.address}/b"
    assert ask(f"{site.address}/d").moved_to == ""


@pytest.mark.parametrize("path", ["/stum", "/drypp"])
def test_a_host_that_never_comes_to_an_end_is_left_in_time(site: Site, path: str) -> None:
    began = time.monotonic()

    with pytest.raises(NoAnswer, match="timeout"):
        visit("GET", site.address + path, way(seconds=0.3), ports_of(site.address))

    assert time.monotonic() - began < 3


def test_of_five_gigabytes_only_the_first_bytes_are_read(site: Site, clock: Clock) -> None:
    reply = visit("GET", f"{site.address}/endelos", way(), ports_of(site.address))

    assert len(reply.body) == MOST_BYTES
    assert site.headers[0]["range"] == f"bytes=0-{MOST_BYTES - 1}"
    assert asker(clock).ask(f"{site.address}/endelos").title == "Uten ende"


def test_what_is_packed_is_not_unpacked(site: Site, clock: Clock) -> None:
    answer = asker(clock).ask(f"{site.address}/bombe")

    assert (answer.how, answer.status, answer.title) == (How.ANSWERED, 200, "")
    assert {headers["accept-encoding"] for headers in site.headers} == {"identity"}
    assert len(visit("GET", f"{site.address}/bombe", way(), ports_of(site.address)).body) <= MOST_BYTES


def test_nobody_is_told_more_than_who_asks(site: Site, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    site.pages["/"] = "Her"
    site.more["/"] = {"Set-Cookie": "sporing=1"}
    ask = asker(clock).ask

    assert [ask(f"{site.address}/").title for _ in range(2)] == ["Her", "Her"]

    told = {"host", "user-agent", "accept", "accept-encoding", "connection", "range"}
    assert all(headers.keys() <= told for headers in site.headers)
    assert site.headers[0]["user-agent"] == "hefte/1 (post@eksempel.no)"


def test_a_certificate_must_be_of_the_name_that_was_asked_for(clock: Clock) -> None:
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    with site_on_this_machine(secure=True) as secure:
        secure.pages["/"] = "Trygg"
        ask = asker(clock, resolve=here, context=context).ask

        right, wrong = ask(f"{secure.address}/"), ask(f"{secure.address.replace('lenker', 'andre')}/")
        unknown = asker(clock, resolve=here).ask(f"{secure.address}/")

    assert (right.how, right.title) == (How.ANSWERED, "Trygg")
    assert wrong == unknown == Answer(How.UNTRUSTED, why="certificate")


def test_a_name_that_nobody_has_is_no_answer(clock: Clock) -> None:
    def nobody(_host: str, _port: int) -> tuple[str, ...]:
        raise OSError

    assert asker(clock, resolve=nobody).ask("https://borte.eksempel.no/") == Answer(How.SILENT, why="name")


def test_a_port_that_takes_nobody_is_no_answer(clock: Clock) -> None:
    with site_on_this_machine() as gone:
        address = gone.address

    assert asker(clock).ask(address) == Answer(How.SILENT, why="connection")


def test_the_head_is_asked_for_first_and_the_page_only_for_its_title(site: Site, clock: Clock) -> None:
    site.pages["/side"] = "En side"
    ask = asker(clock).ask

    assert ask(f"{site.address}/side").title == "En side"
    assert ask(f"{site.address}/hefte.pdf").status == 200

    assert [row[:2] for row in site.asked] == [
        ("GET", "/robots.txt"),
        ("HEAD", "/side"),
        ("GET", "/side"),
        ("HEAD", "/hefte.pdf"),
    ]


@pytest.mark.parametrize(("path", "status"), [("/bare-get", 200), ("/borte", 404)])
def test_whoever_refuses_the_head_is_asked_for_the_page(site: Site, clock: Clock, path: str, status: int) -> None:
    site.pages["/bare-get"] = "Bare GET"

    answer = asker(clock).ask(site.address + path)

    assert answer.status == status
    assert [row[:2] for row in site.asked][1:] == [("HEAD", path), ("GET", path)]


def test_what_robots_txt_closes_is_not_asked_for(site: Site, clock: Clock) -> None:
    site.pages |= {"/apen": "Åpen", "/lukket/side": "Lukket"}
    site.moved["/inn"] = (302, "/lukket/side")
    with_robots(site, "User-agent: *\nDisallow: /lukket/\nCrawl-delay: 3\n")
    ask = asker(clock).ask

    answers = [ask(site.address + path) for path in ("/apen", "/lukket/side", "/inn")]

    assert [answer.how for answer in answers] == [How.ANSWERED, How.CLOSED, How.CLOSED]
    assert site.paths() == ["/apen", "/apen", "/inn"]
    assert clock.now == 9


def test_rules_that_lie_where_nobody_may_ask_are_no_rules(site: Site, clock: Clock) -> None:
    site.pages["/apen"] = "Åpen"
    site.moved["/robots.txt"] = (302, "http://10.0.0.1/robots.txt")

    assert asker(clock).ask(f"{site.address}/apen").title == "Åpen"


def with_robots(site: Site, text: str) -> None:
    site.pages["/robots.txt"] = f"</title>\n{text}<title>"


def test_a_host_that_is_busy_is_asked_once_more_when_it_says(site: Site, clock: Clock) -> None:
    site.statuses["/opptatt.pdf"] = [429, 200]
    site.more["/opptatt.pdf"] = {"Retry-After": "30"}

    answer = asker(clock).ask(f"{site.address}/opptatt.pdf")

    assert answer.status == 200
    times = [at for _, path, at in site.asked if path == "/opptatt.pdf"]
    assert times[1] - times[0] == 30


@pytest.mark.parametrize(("wait", "questions"), [("30", 2), ("3600", 1)])
def test_a_host_that_stays_busy_is_left_alone_for_the_run(site: Site, clock: Clock, wait: str, questions: int) -> None:
    site.statuses["/opptatt"] = [503]
    site.more["/opptatt"] = {"Retry-After": wait}
    ask = asker(clock).ask

    answers = [ask(f"{site.address}/opptatt"), ask(f"{site.address}/annen")]

    assert answers == [Answer(How.LATER)] * 2
    assert site.paths() == ["/opptatt"] * questions


def test_a_time_to_wait_until_is_by_the_clock_of_the_server() -> None:
    headers = {"retry-after": "Mon, 30 Nov 2026 12:00:40 GMT", "date": "Mon, 30 Nov 2026 12:00:00 GMT"}

    assert seconds_to_wait(headers) == 40
    assert seconds_to_wait({"retry-after": "snart"}) == seconds_to_wait({}) == 10


@pytest.mark.slow
def test_five_hundred_links_to_one_host_are_asked_for_a_second_apart(site: Site, clock: Clock) -> None:
    ask = asker(clock).ask

    answers = [ask(f"{site.address}/{number}.pdf") for number in range(500)]

    times = [at for _, _, at in site.asked]
    assert {answer.status for answer in answers} == {200}
    assert len(times) == 501
    assert min(later - earlier for earlier, later in pairwise(times)) >= 1
    assert clock.now == 500


def test_one_host_is_never_asked_by_two_at_a_time_and_two_hosts_do_not_wait_for_each_other() -> None:
    inside: list[str] = []
    most = 0

    def visit_host(host: str) -> None:
        nonlocal most
        with turns.turn(host):
            inside.append(host)
            most = max(most, inside.count(host))
            time.sleep(0.001)
            inside.remove(host)

    turns = Turns(Clock(), lambda _: None)
    with ThreadPoolExecutor(8) as pool:
        tuple(pool.map(visit_host, ["vik.no", "nes.no"] * 20))

    assert most == 1


def test_names_are_looked_up_to_their_numbers() -> None:
    assert numbers_of("127.0.0.1", 80) == ("127.0.0.1",)
