"""The record of what is known of links, as the text of a file in git: one line an address, in a fixed order."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date

from hefte.links.answers import Known, Verdict
from hefte.links.sessions import FOR_ONE, without_session

RECORD = ".hefte/lenker.json"
"""Where it lies below content/; `hefte links` writes it, `hefte check` reads it, a build never does."""

Record = Mapping[str, Known]

_KEYS = {"days": "dager", "why": "fordi", "status": "status", "moved_to": "ny_adresse", "title": "tittel"} | {
    "new_title": "ny_tittel"
}


def record_as_text(record: Record) -> str:
    """The file: the day on which most were asked stands once, so that a run that finds nothing new changes one line."""
    days = Counter(known.asked for known in record.values())
    usual = max(days, key=lambda day: (days[day], day), default=None)
    rows = [f"  {_json(address)}: {_json(_row(record[address], usual))}" for address in sorted(record)]
    listed = ",\n".join(rows)
    return f'{{\n "sist": {_json(usual.isoformat() if usual else "")},\n "lenker": {{\n{listed}\n }}\n}}\n'


def read_record(text: str) -> Record:
    """What a file tells; raise ValueError where it is not one of ours."""
    try:
        found = json.loads(text)
        usual = found["sist"]
        return {str(address): _for_all(str(address), _known(row, usual)) for address, row in found["lenker"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _row(known: Known, usual: date | None) -> Mapping[str, object]:
    told = {key: getattr(known, name) for name, key in _KEYS.items() if getattr(known, name)}
    asked = {} if known.asked == usual else {"sist": known.asked.isoformat()}
    return {"svar": known.verdict.value, **asked, **told}


def _known(row: Mapping[str, object], usual: str) -> Known:
    told = {name: type(getattr(_PLAIN, name))(row[key]) for name, key in _KEYS.items() if key in row}
    known = Known(Verdict(str(row["svar"])), date.fromisoformat(str(row.get("sist", usual))))
    return known._replace(**told)


def _for_all(address: str, known: Known) -> Known:
    """Whoever wrote it there: a new address that was one visitor's alone is not written, and not kept once more."""
    moved_to = without_session(known.moved_to, address)
    return known if moved_to == known.moved_to else known._replace(moved_to=moved_to, why=FOR_ONE)


_PLAIN = Known(Verdict.FINE, date.min)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
