"""What is worked out of an entry once for its page, its card and its rows, which are made soon after each other."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from hefte.model import Entry
from hefte.website.site import Site

T = TypeVar("T")


def once(work: Callable[[Site, Entry], T]) -> Callable[[Site, Entry], T]:
    """Remember what `work` makes of an entry where the site has a memo; it is shared, so nobody may change it."""

    @wraps(work)
    def remembered(site: Site, entry: Entry) -> T:
        if site.memo is None:
            return work(site, entry)
        key = (remembered, entry)
        if key not in site.memo:
            site.memo[key] = work(site, entry)
        found: T = site.memo[key]  # type: ignore[assignment]  # what stands there came from `work`
        return found

    return remembered
