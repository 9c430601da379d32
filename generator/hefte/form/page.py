"""The page of the form: which language it speaks, and whom it may talk to."""

import json
from collections.abc import Callable

from hefte.form.services import policy_of
from hefte.language import Words, read_words
from hefte.model import Settings
from hefte.model.settings import WebForm
from hefte.source import File

FOLDER = "admin"
"""Where the form lies below the site's root."""


def page_name(language: str, *, is_main: bool) -> str:
    """The page of the form in a language; the site's own is what the folder opens."""
    return f"{FOLDER}/index.html" if is_main else f"{FOLDER}/{language}.html"


def page_of(settings: Settings, form: WebForm, words: Words, *, is_main: bool, render: Callable[..., str]) -> File:
    """The page, filled in by its template."""
    values = {
        "language": words.language,
        "policy": policy_of(form),
        "title": words.say("admin.title", name=settings.name.said(words.language).text),
        "no_script": words.say("admin.no_script"),
    }
    return File(page_name(words.language, is_main=is_main), render(**values))


def interface_script(language: str, text: str) -> str:
    """The words of the form's own buttons and messages, from `templates/admin/words/<language>.yaml`."""
    return f"window.formInterface={json.dumps(dict(read_words(language, text).table), ensure_ascii=False)};\n"
