"""What a page calls itself: the title in the first of its bytes, and whether another page has taken its place."""

import re
from html import unescape

_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{0,2000})", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]{1,40})", re.IGNORECASE)
_PRIVATE = re.compile(r"\S+@\S+|\+?\d(?:[ .]?\d){6,}")
_LOGGED_IN = re.compile(r"\b(?:inn?logg(?:et|a)|logg(?:et|a) inn?|(?:logged|signed) in)\b", re.IGNORECASE)
_LONGEST = 120
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY_WORDS = frozenset(
    (
        "home",
        "hjem",
        "heim",
        "forside",
        "forsiden",
        "framside",
        "framsida",
        "velkommen",
        "welcome",
        "start",
        "the",
        "and",
    )
)
_NOT_FOUND = re.compile(
    r"\b404\b|\bikk(?:e|je) (?:funnet|funne|lenger)\b|\b(?:finnes|eksisterer|fant|fann) ikk(?:e|je)\b|\bfinst ikkje\b"
    r"|\bnot found\b|\bno longer (?:exists|available)\b",
    re.IGNORECASE,
)


def title_in(body: bytes, content_type: str) -> str:
    """The title of an HTML page, on one line and without numbers or mailboxes of people.

    Empty where it has none, and where it tells who is logged in.
    """
    match = _TITLE.search(_decoded(body, content_type))
    plain = " ".join(unescape(match[1]).split()) if match else ""
    shown = "".join(letter for letter in plain if letter.isprintable())
    return "" if _LOGGED_IN.search(shown) else _PRIVATE.sub("…", shown)[:_LONGEST].strip()


def says_not_found(title: str) -> bool:
    """Whether a page that answers says by its title that it is not there («soft 404»)."""
    return _NOT_FOUND.search(title) is not None


def is_another(before: str, now: str) -> bool:
    """Whether two titles have no word in common: a page that is edited keeps some of its own."""
    old, new = _words(before), _words(now)
    return bool(old and new) and not old & new


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.lower())) - _EMPTY_WORDS


def _decoded(body: bytes, content_type: str) -> str:
    named = _CHARSET.search(content_type.encode("ascii", "ignore")) or _CHARSET.search(body[:2048])
    try:
        return body.decode(named[1].decode() if named else "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")
