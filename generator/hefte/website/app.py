"""`manifest.webmanifest`: what a phone needs to put the site among its apps; the look is the template's."""

import json
from collections.abc import Iterator, Mapping

from hefte.language import Words
from hefte.model import Settings
from hefte.source import File

_SHORTCUTS = ("finn", "hefter")


def app_manifest(settings: Settings, words: Words, look: str) -> File:
    """The manifest by the W3C; `look` is the template with colours and icons, `words` are the root's language."""
    name = settings.name.said(words.language).text
    told: dict[str, object] = {"name": name, "short_name": name, "lang": words.language, "dir": "ltr"}
    if settings.lead:
        told["description"] = settings.lead.said(words.language).text
    if settings.colours and settings.colours.main:
        told["theme_color"] = settings.colours.main
    whole = {**json.loads(look), **told, "shortcuts": list(_shortcuts(words))}
    return File("manifest.webmanifest", json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


def _shortcuts(words: Words) -> Iterator[Mapping[str, str]]:
    for page in _SHORTCUTS:
        yield {"name": words.say(f"frame.tab_{page}"), "url": f"{page}.html"}
