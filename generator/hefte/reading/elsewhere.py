"""Where a value belongs that was written as a field of its own: `telefon: 69` is `kontakt: {tlf: 69}`."""

import re
from typing import NamedTuple

from hefte.model.fields import fields_of
from hefte.model.kinds import Record
from hefte.reading.fields import codes_at, keys, record_at
from hefte.reading.meant import within_braces
from hefte.spelling import plain

_GROUPS = """
kontakt tlf: telefon telefonnummer tlf mobil mobilnummer mobiltelefon, kontakt epost: epost e-post e-mail email mail,
kontakt nett: nett nettside nettsted hjemmeside url lenke web, egnet rullestol_inn: rullestol rullestol_inn,
egnet heis: heis, egnet hc_toalett: hc_toalett toalett, målgruppe for: for, målgruppe alder: alder aldersgruppe
"""
_WITHIN = tuple(
    (plain(word), *place.split())
    for place, _, words in (group.strip().partition(": ") for group in _GROUPS.split(","))
    for word in words.split()
)


class Home(NamedTuple):
    """The group of fields where the value of a key belongs, and the field that it is there."""

    key: str
    outer: str
    inner: str
    line: str


def belongs_within(record: type[Record], key: str, written: str) -> Home | None:
    """Where a value belongs; None where the record has no such group of fields."""
    for word, outer, inner in _WITHIN:
        if word == plain(key) and outer in keys(record) and inner in keys(record_at(record, (outer,))):
            return Home(key, outer, inner, f"{inner}: {within_braces(written) or '…'}")
    return None


def group_meant(record: type[Record], written: str) -> str:
    """The group of fields for words that only one of its fields takes: «eldre» is `{for: [eldre]}`."""
    words = re.split(r"\s*(?:,|;|\bog\b)\s*", written.strip().lower())
    fitting = [row for row in fields_of(record) if set(words) <= set(codes_at(record, (row.alias,)))]
    if len(fitting) != 1 or not (fitting[0].many or len(words) == 1):
        return ""
    value = f"[{', '.join(words)}]" if fitting[0].many else words[0]
    return f"{{{fitting[0].alias}: {value}}}"
