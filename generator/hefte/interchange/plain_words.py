"""Words of other programs as ours may have them: no HTML, no signs that nobody sees, no brackets of Markdown."""

import re
from html import unescape

import nh3

from hefte.model.texts import MAX_LEAD, MAX_LINE, MAX_MARKDOWN

_SHORTENED = (r"kl|ca|nr|st|dr|jf", r"tlf|tel|mob|evt|avd|pkt|min|eks", r"inkl|maks", r"bl\.a")
"""Words that end with a full stop and no sentence with them, by how long they are."""

_SENTENCE = re.compile("".join(rf"(?<!\b(?i:{word})\.)" for word in _SHORTENED) + r"(?<=[.!?])\s+(?=[A-ZÆØÅ0-9«\"])")


def plain_text(text: str) -> str:
    """Words without HTML, and without brackets that Markdown would make links of."""
    bare = unescape(nh3.clean(text, tags=set())) if "<" in text or "&" in text else text
    bare = re.sub(r"[<>`]", "", bare).replace("[", "(").replace("]", ")").replace("\t", " ").replace("\r", "\n")
    seen = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in bare)
    lines = (" ".join(line.split()) for line in seen.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def one_line(text: str, most: int = MAX_LINE) -> str:
    """The words on one line, no longer than a field takes."""
    return cut(" ".join(text.split()), most)


def cut(text: str, most: int) -> str:
    """The text, cut between words where it is too long; lines are kept only in a long text."""
    text = text if most >= MAX_MARKDOWN else " ".join(text.split())
    if len(text) <= most:
        return text
    return (text[: most - 1].rpartition(" ")[0] or text[: most - 1]).rstrip(" ,;:–-") + "…"


def lead_of(text: str) -> str:
    """The first sentence, as the line under a title; cut where it is long."""
    first = _SENTENCE.split(" ".join(text.split("\n\n", 1)[0].split()), maxsplit=1)[0]
    return cut(first, MAX_LEAD)
