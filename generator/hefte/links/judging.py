"""From what the net said of an address, and what was known of it, to what is known now."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from hefte.links.answers import Answer, How, Known, Verdict
from hefte.links.sessions import FOR_ONE, without_session
from hefte.links.titles import is_another, says_not_found

GOOD_FOR_DAYS = 7
"""So long a good answer holds; what is wrong is asked for each time."""

DAYS_OF_SILENCE = 3
"""On so many days in a row nobody must have answered before a link is said to be dead."""

FEWEST_HOSTS = 3
"""Where so many hosts are asked and none is reached, nothing is held against any of them."""

_UNREACHED = ("name", "timeout", "connection")
_START = re.compile(
    r"/?(?:(?:no|nb|nn|nb-no|nn-no|en|hjem|forside|forsiden)/?)?(?:(?:index|default)\.[a-z]{3,5})?", re.IGNORECASE
)

_IN_TEXTS: Mapping[int, str] = MappingProxyType({ord(letter): quote(letter) for letter in ' ()<>"|\\^`{}«»'})
"""What would end an address in a text is written as every browser writes it."""

_UNHEARD: Mapping[How, Verdict] = MappingProxyType(
    {
        How.SILENT: Verdict.SILENT,
        How.UNTRUSTED: Verdict.UNTRUSTED,
        How.UNSAFE: Verdict.UNSAFE,
        How.CLOSED: Verdict.CLOSED,
    }
)


def holds_still(known: Known, day: date) -> bool:
    """Whether an earlier answer is so good and so new that nobody needs to be asked again."""
    is_good = known.verdict in (Verdict.FINE, Verdict.CLOSED)
    return is_good and 0 <= (day - known.asked).days < GOOD_FOR_DAYS


def nobody_answers(answers: Mapping[str, Answer]) -> bool:
    """Whether several hosts were asked and none was reached: then it is this machine that has no net."""
    hosts = {urlsplit(address).hostname for address in answers}
    unreached = (answer.how is How.SILENT and answer.why in _UNREACHED for answer in answers.values())
    return len(hosts) >= FEWEST_HOSTS and all(unreached)


def judged(address: str, answer: Answer, former: Known | None, day: date) -> Known:
    """What is known of an address after it was asked for on a day."""
    before = former or Known(Verdict.FINE, day)
    verdict = _verdict(address, answer)
    why = "" if verdict is Verdict.GONE else answer.why
    known = Known(verdict, day, 0, why, answer.status if answer.status >= 400 else 0, title=before.title)
    if verdict is Verdict.SILENT:
        return known._replace(days=_days_of_silence(before, day))
    if verdict is not Verdict.FINE:
        return known._replace(new_title=answer.title if verdict is Verdict.NOT_FOUND else "")
    known = _moved(known, answer.moved_to, address)
    if is_another(before.title, answer.title):
        return known._replace(new_title=answer.title)
    return known._replace(title=answer.title or before.title)


def _moved(known: Known, new: str, address: str) -> Known:
    """Where the page has moved to; where its new address was this visitor's alone, the rest of it, and why."""
    for_all = without_session(new, address)
    if not _may_stand_for(for_all, address):
        return known
    return known._replace(moved_to=for_all.translate(_IN_TEXTS), why=known.why if for_all == new else FOR_ONE)


def _may_stand_for(new: str, address: str) -> bool:
    """Whether a new address may be written for an old one: it is another, is as safe, and leads as far in."""
    is_weaker = address.startswith("https:") and not new.startswith("https:")
    is_higher = is_start_page(new) and not is_start_page(address)
    return new != address and not is_weaker and not is_higher


def is_start_page(address: str) -> bool:
    """Whether an address leads to the first page of a site."""
    parts = urlsplit(address)
    return _START.fullmatch(parts.path) is not None and not parts.query


def _verdict(address: str, answer: Answer) -> Verdict:
    if answer.how is not How.ANSWERED:
        return _UNHEARD[answer.how]
    if answer.status >= 400:
        return _refused(answer.status)
    if is_start_page(without_session(answer.final, address)) and not is_start_page(address):
        return Verdict.START_PAGE
    return Verdict.NOT_FOUND if says_not_found(answer.title) else Verdict.FINE


def _refused(status: int) -> Verdict:
    """A site that will not talk to programs may still show its page to people."""
    if status in (404, 410):
        return Verdict.GONE
    return Verdict.SILENT if 500 <= status < 600 else Verdict.CLOSED


def _days_of_silence(before: Known, day: date) -> int:
    """Two runs on one day are one: a site that is down for an hour is not dead."""
    if before.verdict is not Verdict.SILENT:
        return 1
    return before.days + (before.asked != day)
