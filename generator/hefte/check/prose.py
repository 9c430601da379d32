"""Prose: no HTML, no link that does something else than it says, no list without a bottom."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from urllib.parse import unquote, urlsplit

from hefte.catalogue import Catalogue
from hefte.check.links import dead_link
from hefte.positions import compose, scalars
from hefte.problem import Problem, Rule, Where
from hefte.source import Source

SCHEMES = ("http", "https", "mailto", "tel")
"""What a link may begin with; a link without one leads to a page of the same site."""

BRACKETS = 500
"""Markdown readers take quadratic time over brackets that never close."""

INDENTATION = 48
"""Spaces before a list mark: 12 levels of 4."""

PROBLEMS_OF_ONE_KIND = 20

_TAG = re.compile(
    r"<(?![a-zA-Z][a-zA-Z0-9+.&#;-]*:|[^\s<>@]+@[^\s<>@]+>)(?:[a-zA-Z][^\s<>/\"'(]*|!--|!doctype)", re.IGNORECASE
)
_TARGETS = (
    ("](", re.compile(r"\[(?P<alt>[^\[\]\n]*)\]\(\s*<?(?P<target>[^)\s>]+)")),
    ("]:", re.compile(r"^\s*\[[^\[\]\n]+\]:\s+<?(?P<target>[^\s>]+)", re.MULTILINE)),
    (">", re.compile(r"<(?P<target>[a-zA-Z&][a-zA-Z0-9+.&#;-]*:[^\s<>]*)>")),
)
"""The ways to write a link, each with what a text must hold before it is looked through."""

_PLAIN = re.compile(r"https?://[a-zæøå0-9.-]+(?:/[\w./-]*)?")
"""A web address that hides nothing; most are."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)")
_DEEP = re.compile(rf"^ {{{INDENTATION},}}[-*+] |^\s*(?:[-*+>] ?){{13,}}", re.MULTILINE)
_MARKS_OF_DEPTH = (" " * INDENTATION, "- - -", "* * *", "+ + +", "> > >", ">>>", "---", "***", "+++")
_ESCAPED = re.compile(r"\\[xuU][0-9a-fA-F]{2}")


def texts_hold_no_html(catalogue: Catalogue) -> Iterator[Problem]:
    """Tags are shown as text or left out, never run: say so before somebody wonders."""
    for source in catalogue.sources:
        if "<" in source.text:
            for match in islice(_uncommented(source, _TAG), PROBLEMS_OF_ONE_KIND):
                yield Problem(_place(source, match.start()), Rule.RAW_HTML, {"value": match[0]})


def links_are_safe(catalogue: Catalogue) -> Iterator[Problem]:
    """A link leads to a page that is there, a mailbox or a phone, and to the host that it shows."""
    for source in catalogue.sources:
        for match in islice(_targets(source), 500):
            yield from _unsafe(catalogue, source, match)
        if "\\" in source.text and _ESCAPED.search(source.text):
            yield from _hidden(source)


def lists_have_a_bottom(catalogue: Catalogue) -> Iterator[Problem]:
    """Deep lists and open brackets make a Markdown reader run for minutes."""
    for source in catalogue.sources:
        if source.text.count("[") > BRACKETS:
            yield from _open_brackets(source)
        may_be_deep = any(mark in source.text for mark in _MARKS_OF_DEPTH)
        if may_be_deep and (match := _DEEP.search(source.text)):
            yield Problem(_place(source, match.start()), Rule.LIST_TOO_DEEP, {"limit": 12})


def _open_brackets(source: Source) -> Iterator[Problem]:
    node = compose(source.text)
    for scalar in scalars(node) if node else ():
        if scalar.value.count("[") > BRACKETS:
            where = _place(source, scalar.start_mark.index)
            yield Problem(where, Rule.TOO_MANY_BRACKETS, {"limit": BRACKETS})


def pictures_in(source: Source) -> Iterator[tuple[Where, str, str]]:
    """The pictures that prose shows: where, the path as written, and the words for it."""
    if "![" in source.text:
        for match in _uncommented(source, _TARGETS[0][1]):
            if _is_picture(match):
                where = _place(source, match.start("target"))
                yield where, unquote(unescape(match["target"])), match["alt"]


def scheme_of(target: str) -> str:
    """What a browser takes for the scheme, after it has decoded what was to hide it."""
    plain = re.sub(r"[\s\x00-\x1f]", "", unquote(unescape(unescape(target)))).lower()
    found = _SCHEME.match(plain)
    return found[0] if found else ""


def _unsafe(catalogue: Catalogue, source: Source, match: re.Match[str]) -> Iterator[Problem]:
    target = match["target"]
    if _is_picture(match) or (_PLAIN.fullmatch(target) and "xn--" not in target):
        return
    where = _place(source, match.start("target"))
    scheme = scheme_of(target)
    if scheme and scheme not in SCHEMES:
        yield Problem(where, Rule.UNSAFE_LINK, {"value": target[:80], "scheme": f"{scheme}:"})
    elif _hides_its_host(target):
        yield Problem(where, Rule.UNSAFE_WEB_ADDRESS, {"value": target[:80], "host": host_of(target)})
    elif is_lookalike(host_of(target)):
        yield Problem(where, Rule.LOOKALIKE_WEB_ADDRESS, {"value": target[:80], "host": host_of(target)})
    elif dead := dead_link(catalogue, where, target):
        yield dead


def _hides_its_host(target: str) -> bool:
    plain = unescape(target)
    if plain.startswith(("//", "\\\\", "/\\")):
        return True
    try:
        parts = urlsplit(plain)
    except ValueError:
        return True
    return parts.scheme in {"http", "https"} and "@" in parts.netloc


def host_of(target: str) -> str:
    """The host that a link really leads to; empty within the site."""
    try:
        return (urlsplit(unescape(target)).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_lookalike(host: str) -> bool:
    """Whether a host name holds letters that are not Norwegian, or their punycode."""
    decoded = _decoded(host)
    return any(ord(letter) > 127 and letter not in "æøåéèêóòôöäüáàâđŋčšžŧ" for letter in decoded)


def _decoded(host: str) -> str:
    try:
        return host.encode("ascii").decode("idna").lower()
    except UnicodeError:
        return host.lower()


def _hidden(source: Source) -> Iterator[Problem]:
    """Links behind YAML's own escapes: the value is looked at, not the text of the file."""
    node = compose(source.text)
    for scalar in scalars(node) if node else ():
        found = (match for _, pattern in _TARGETS for match in pattern.finditer(scalar.value))
        for target in islice((match["target"] for match in found), 100):
            scheme = scheme_of(target)
            if scheme and scheme not in SCHEMES:
                mark = scalar.start_mark
                where = Where(source.path, mark.line + 1, mark.column + 1)
                yield Problem(where, Rule.UNSAFE_LINK, {"value": target[:80], "scheme": f"{scheme}:"})


def _targets(source: Source) -> Iterator[re.Match[str]]:
    for mark, pattern in _TARGETS:
        if mark in source.text:
            yield from _uncommented(source, pattern)


def _is_picture(match: re.Match[str]) -> bool:
    return match.string[match.start() - 1 : match.start()] == "!" and "alt" in match.groupdict()


def _uncommented(source: Source, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(source.text):
        line = source.text[source.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not line.lstrip().startswith("#") and " #" not in line:
            yield match


def _place(source: Source, index: int) -> Where:
    before = source.text.rfind("\n", 0, index)
    return Where(source.path, source.text.count("\n", 0, index) + 1, index - before)
