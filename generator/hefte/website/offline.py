"""What a phone keeps of the site: the files of an edition, each with its digest, and the worker that keeps it whole."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from hashlib import sha256
from typing import NamedTuple

from hefte.language import Words
from hefte.model.texts import LANGUAGES
from hefte.output import Output, fingerprint, ready
from hefte.source import File


class Keep(Enum):
    """What the worker does with a file."""

    EDITION = "edition"
    """Fetched on the first visit and proved by its digest; other bytes are another edition."""
    PAGE = "page"
    """Fetched on the first visit, and again whenever it is read: it carries the day on which it was built."""
    ROWS = "rows"
    """Like `edition`; but of a large catalogue only what lies in the areas that the reader looks at, or was read."""
    READ = "read"
    """Kept once it was read, and proved by its digest, so that no other edition shows it."""
    SEEN = "seen"
    """Kept once it was read."""
    ASKED = "asked"
    """Kept when the reader asks for it."""
    NEVER = "never"
    """Fetched each time."""


_LANGUAGE = "|".join(LANGUAGES)

RULES: tuple[tuple[str, Keep], ...] = (
    (r"admin/.+", Keep.NEVER),
    (r"hefter/[^/]+\.pdf", Keep.ASKED),
    (r"hefter/[^/]+\.epub", Keep.NEVER),
    (r"nyhetsbrev/[^/]+\.pdf|nytt\.xml", Keep.NEVER),
    (r"hefter/[^/]+\.webp", Keep.SEEN),
    (r"(index|finn|kart|kalender|hefter|utvalg|profil|offline)\.html", Keep.PAGE),
    (r"sider/(veiledning-(redaktor|oppsett|saksbehandler)|felt(-[a-z]+)?)\.html", Keep.SEEN),
    (r"sider/[^/]+\.html", Keep.PAGE),
    (r"(404|status)\.html|assets/status\.css", Keep.NEVER),
    (r".+\.html", Keep.SEEN),
    (r"turer/[^/]+\.gpx", Keep.NEVER),
    (r"kalender\.ics|kalender/.+\.ics", Keep.NEVER),
    (r"assets/fonts/[^/]+-italic\.woff2", Keep.SEEN),
    (r"assets/fonts/[^/]+\.woff2", Keep.EDITION),
    (r"assets/fonts/[^/]+\.txt", Keep.NEVER),
    (r"assets/images/logo\.[a-z]+|manifest\.webmanifest", Keep.EDITION),
    (r"assets/scener/hjem-telefon.*", Keep.EDITION),
    (r"assets/deling/[^/]+\.png", Keep.NEVER),
    (r"(assets/(images|scener|scenes|veiledning)|bilder)/.+\.(svg|png|jpe?g|webp|avif)", Keep.SEEN),
    (rf"assets/map-tiles\.js|assets/map-walk-({_LANGUAGE})-[^/]+\.js", Keep.READ),
    (rf"assets/(told|rows|map)-({_LANGUAGE})-\d+\.js|assets/map-points\.js", Keep.ROWS),
    (r"assets/[^/]+\.(css|js)", Keep.EDITION),
    (r"sw\.js|edition\.txt|sitemap\.xml", Keep.NEVER),
)
"""What is kept, by the path below the language's root; the first pattern that fits holds.

Nothing is meant to fit none of them; what does is never kept.
"""

SHELL = "offline.html"
"""The frame in which the worker shows what has no page on the device."""

_PATTERNS = tuple((re.compile(pattern), keep) for pattern, keep in RULES)
_DATA = re.compile(rf"assets/.+?-(?P<language>{_LANGUAGE})(-[^/]+)?\.js")
_DIGITS = 16
_PROVED = {Keep.EDITION, Keep.ROWS, Keep.READ}


class Kept(NamedTuple):
    """A file of the edition: the key that it was made from, and the digest of its bytes; of a page without its day."""

    key: str
    digest: str


_ONLY_KNOWN = Kept("", "")
"""Of a file that is fetched when somebody opens it: that there is one."""


class Edition:
    """What the build notes of an edition while its outputs go by; it holds paths and digests, never pages."""

    def __init__(
        self, languages: tuple[str, ...], days: Iterable[str], before: Mapping[str, Kept], logo: str = ""
    ) -> None:
        self._languages, self._days, self._before, self._logo = languages, tuple(days), before, logo
        self.kept: dict[str, Kept] = {}
        self.folders: set[str] = {"hefter"}

    def noted(self, outputs: Iterable[Output]) -> Iterator[Output]:
        """Hand the outputs on, and note those that a phone keeps; one that is not made by then is made here."""
        for output in outputs:
            if "/" in output.path:
                self.folders.add(output.path.partition("/")[0])
            keep = keep_of(output.path, self._languages)
            shell = keep is Keep.PAGE and output.path.endswith(SHELL)
            if keep in _PROVED or shell or output.path == self._logo:
                yield from self._note(output)
            else:
                if keep is Keep.PAGE:
                    self.kept[output.path] = _ONLY_KNOWN
                yield output

    def _note(self, output: Output) -> Iterator[Output]:
        path, before = output.path, self._before.get(output.path)
        if before is not None and before.key == output.key:
            self.kept[path] = before
            yield output
            return
        yield output._replace(make=lambda: self._made(output))
        if path not in self.kept:
            self._made(output)

    def _made(self, output: Output) -> bytes:
        content = output.make()
        written = content.encode() if isinstance(content, str) else content
        self.kept[output.path] = Kept(output.key or "", self._digest(written))
        return written

    def _digest(self, content: bytes) -> str:
        for day in self._days:
            content = content.replace(day.encode(), b"") if content.startswith(b"<!doctype") else content
        return sha256(content).hexdigest()[:_DIGITS]


def keep_of(path: str, languages: tuple[str, ...]) -> Keep:
    """What the worker does with a file of the site."""
    language = _folder(path, languages)
    below = path[len(language) + 1 :] if language else path
    return next((keep for pattern, keep in _PATTERNS if pattern.fullmatch(below)), Keep.NEVER)


def language_of(path: str, languages: tuple[str, ...]) -> str:
    """The language whose readers need the file; empty where all do."""
    data = _DATA.fullmatch(path)
    if data:
        return data["language"]
    return _folder(path, languages) or (languages[0] if path.endswith(".html") else "")


def _folder(path: str, languages: tuple[str, ...]) -> str:
    first = path.partition("/")[0]
    return first if first in languages[1:] else ""


class Rows(NamedTuple):
    """How the rows of the entries lie in files: by area, from its first row to the row after its last.

    `areas` is empty where every phone fetches all; `a_file` says how many rows the files of a name hold.
    """

    areas: Mapping[str, tuple[int, int]]
    a_file: Mapping[str, int]


def worker(edition: Edition, spoken: Mapping[str, Words], rows: Rows, script: str) -> Iterator[Output]:
    """`sw.js` for the site's root, and `edition.txt`, by which it sees whether the net has another edition."""
    name = fingerprint(*(f"{path} {kept.digest}" for path, kept in sorted(edition.kept.items())))[:_DIGITS]
    languages, later = tuple(spoken), {Keep.READ, Keep.ROWS} if rows.areas else {Keep.READ}
    site = {
        "edition": name,
        "folders": sorted(edition.folders),
        "languages": languages,
        "words": {code: _words(words) for code, words in spoken.items()},
        "areas": rows.areas,
        "rowsAFile": rows.a_file,
        "files": _files(edition, languages, lambda keep: keep not in later),
        "later": _files(edition, languages, lambda keep: keep in later),
    }
    told = json.dumps(site, ensure_ascii=False, separators=(",", ":"))
    yield ready(File("sw.js", f"var SITE={told};\n{script}"))
    yield ready(File("edition.txt", f"{name}\n"))


def _files(
    edition: Edition, languages: tuple[str, ...], wanted: Callable[[Keep], bool]
) -> Mapping[str, Mapping[str, str]]:
    """Language to path to digest; a page's is empty, as it carries its day."""
    files: dict[str, dict[str, str]] = {}
    for path, kept in sorted(edition.kept.items()):
        if wanted(keep_of(path, languages)):
            proof = "" if path.endswith(".html") else kept.digest
            files.setdefault(language_of(path, languages), {})[path] = proof
    return files


def _words(words: Words) -> Mapping[str, str]:
    return {name: words.say(f"offline.{name}") for name in ("fetched", "days", "months", "clock")}
