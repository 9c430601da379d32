"""Data within HTML: JSON that can neither end the element or attribute it stands in nor begin another."""

import json
from collections.abc import Mapping

from markupsafe import Markup

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SPELLED_OUT = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&'")


def json_in_html(data: Mapping[str, object]) -> Markup:
    """JSON for a data block, or for an attribute in single quotes."""
    text = _ENCODER.encode(data)
    for sign, spelled in _SPELLED_OUT:
        text = text.replace(sign, spelled)
    return Markup(text)  # noqa: S704  # what HTML reads as its own is spelled out
