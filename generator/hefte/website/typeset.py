"""Set the words and icons that never change into a template, once per language: most of a page's words are such."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from hefte.language import Words

_SAY = re.compile(r"""\{\{\s*say\(\s*(["'])([\w.-]+)\1\s*\)\s*\}\}""")
_ICON = re.compile(r"""\{\{\s*icon\(\s*(["'])([a-z0-9-]+)\1\s*\)\s*\}\}""")
_MARKS = ("{{", "{%", "{#")


def typeset(template: str, words: Words, symbol: Callable[[str], Markup]) -> str:
    """Replace `{{ say("key") }}` and `{{ icon("name") }}` by what they give; words that look like Jinja stay calls."""

    def said(found: re.Match[str]) -> str:
        text = str(escape(words.say(found[2])))
        return found[0] if any(mark in text for mark in _MARKS) else text

    return _ICON.sub(lambda found: str(symbol(found[2])), _SAY.sub(said, template))


class Symbols(dict[str, Markup]):
    """Icons by name, each drawn when it is first asked for."""

    def __init__(self, symbol: Callable[[str], Markup]) -> None:
        super().__init__()
        self._symbol = symbol

    def __missing__(self, name: str) -> Markup:
        """Draw an icon that nobody has asked for yet."""
        self[name] = self._symbol(name)
        return self[name]
