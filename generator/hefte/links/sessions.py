"""What a site puts into an address for one visitor alone: it shall stand neither in content nor in our record."""

import re
from urllib.parse import unquote, urlsplit, urlunsplit

FOR_ONE = "session"
"""Why a new address is not to be written: it carries what looks like a login or a session."""

_LONG = 16
"""So many characters of a value can be a secret; shorter ones are too easy to guess."""

_NAMES = re.compile(
    r".*(?:session|token|passw|authori[sz]ation|auth(?!or)|signature).*|.*sess?id|sid|.+[-_.]sid|(?:.+[-_.]|api|access)?key"
    r"|jwt|ticket|nonce|sig|cfid|saml.+",
    re.IGNORECASE,
)
_WORDS = re.compile(r"(?:(?:[^\W\d_]?[a-zæøåäöé]+|[A-ZÆØÅ]+|\d{1,8})(?:[-_+./:,!() ]+|$))+")
"""Words and small numbers with something between them: a title, a date, a place on a page."""

_IN_PATH = re.compile(r";[^/]*|/\([A-Z]\([^/()]+\)\)")


def without_session(new: str, old: str) -> str:
    """A new address without what looks like a login, a session or a key; what the old one had too is its own."""
    parts = urlsplit(new)
    path = _IN_PATH.sub(lambda match: match[0] if match[0] in old else "", parts.path)
    kept = parts._replace(path=path, query=_open_part(parts.query, old), fragment=_open_part(parts.fragment, old))
    return new if kept == parts else urlunsplit(kept)


def _open_part(written: str, old: str) -> str:
    return "&".join(piece for piece in written.split("&") if not piece or piece in old or not _is_private(piece))


def _is_private(piece: str) -> bool:
    """Whether a piece of a query, or a place on a page that carries one, has the name or the look of a secret."""
    return any(_is_secret(*inner.rpartition("=")[::2]) for inner in re.split(r"[?;]", unquote(piece)))


def _is_secret(name: str, value: str) -> bool:
    is_random = len(value) >= _LONG and _WORDS.fullmatch(value) is None
    return is_random or _NAMES.fullmatch(name) is not None
