"""What the form accepts of a kind that the model reads with more than a pattern; the twins of its readers."""

from collections.abc import Mapping

_CLOCK = r"([Kk][Ll]\.?\s*)?(([01]?[0-9]|2[0-3])([.:][0-5][0-9])?|24([.:]00)?)"
_TO = r"\s*([-–—]|til)\s*"
_DAY = r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?[0-9]{4})"
_AMOUNT = r"([0-9]{1,3}([ \u00a0\u202f.][0-9]{3})+(,[0-9]{2})?|[0-9]{1,9}([.,][0-9]{1,6})?)"

PATTERNS: Mapping[str, str] = {
    "clock": f"^{_CLOCK}$",
    "hours": f"^{_CLOCK}({_TO}{_CLOCK})?$",
    "moment": f"^{_DAY}([T ]*{_CLOCK})?$",
    "kroner": f"^([Gg]ratis|([Kk]r\\.?\\s*)?{_AMOUNT}\\s*([Kk]r\\.?|[Kk]roner|,[-–])?)$",
    "latitude": r"^((5[7-9]|[67][0-9]|80)([.,][0-9]{1,6})?|81)$",
    "longitude": r"^(([4-9]|[12][0-9]|3[0-3])([.,][0-9]{1,6})?|34)$",
}
