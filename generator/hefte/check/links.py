"""Links within the site: a page that a text leads to is there, and an address of the net is whole."""

import posixpath
import re
from html import unescape
from urllib.parse import unquote, urlsplit

from hefte.catalogue import Catalogue
from hefte.guides import guides_of
from hefte.model import DOCUMENT_TYPES, Page
from hefte.model.texts import LANGUAGES
from hefte.problem import Problem, Rule, Where
from hefte.spelling import nearest

_FOLDERS = tuple(kind.folder for kind in DOCUMENT_TYPES)
_OWN_PAGE = re.compile(r"(?:(?:kategori|omrade)/)?[a-z0-9-]+\.html|[a-z]+/index\.html|hefter/[a-z0-9-]+\.pdf|[a-z]*/?")
"""Pages that the engine makes by itself; which of them there are is known only when they are made."""

_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:no|com|org|net|io|eu|se|dk|info)(?:/.*)?", re.IGNORECASE)


def dead_link(catalogue: Catalogue, where: Where, target: str) -> Problem | None:
    """The problem of a link that leads nowhere; `target` is as it stands in the file, its scheme already allowed."""
    plain = unescape(target)
    if _HOST.fullmatch(plain):
        return Problem(where, Rule.DEAD_LINK, {"value": target[:80], "instead": f"https://{plain}"[:120]})
    parts = urlsplit(plain)
    if parts.scheme in ("http", "https") and not parts.netloc:
        whole = f"{parts.scheme}://{parts.path.lstrip('/')}"
        return Problem(where, Rule.DEAD_LINK, {"value": target[:80], "instead": whole[:120]})
    if parts.scheme or not parts.path or "\\" in plain:  # YAML's escapes are looked behind elsewhere
        return None
    return _dead_page(catalogue, where, unquote(parts.path), target)


def _dead_page(catalogue: Catalogue, where: Where, path: str, target: str) -> Problem | None:
    found = "" if path.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(where.path), path))
    folder, _, name = _without_language(found).rpartition("/")
    identity = name.partition(".")[0]
    if folder in _FOLDERS and identity not in ("", "index"):
        known = _ids(catalogue, folder)
        near = nearest(identity, known)
        values = {"value": target[:80], "folder": folder, "id": identity, "nearest": near}
        return None if identity in known and "." in name else Problem(where, Rule.DEAD_LINK, values)
    is_picture = folder == "bilder" and name in catalogue.pictures
    if found and (is_picture or _OWN_PAGE.fullmatch(_without_language(found))):
        return None
    return Problem(where, Rule.DEAD_LINK, {"value": target[:80], "folder": "", "id": ""})


def _without_language(path: str) -> str:
    first, _, rest = path.partition("/")
    return rest if first in LANGUAGES else path


def _ids(catalogue: Catalogue, folder: str) -> frozenset[str]:
    """The ids that pages of a folder have, former ones too: those lead on."""
    former = (old for entry in catalogue.entries if entry.folder == folder for old in entry.former_ids)
    guides = guides_of(catalogue) if folder == Page.folder else ()
    own = (document.id for document in catalogue.documents if document.folder == folder)
    return frozenset((*own, *former, *guides))
