"""The record of links in the content folder: read, kept, and told of by `hefte check`, which asks nobody."""

from collections.abc import Iterator
from pathlib import Path

from hefte.catalogue import Catalogue
from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.links.findings import findings_of_last_time, wants_telling
from hefte.links.record import RECORD, Record, read_record, record_as_text
from hefte.links.uses import owners_of, uses_of_any
from hefte.problem import Problem


def read_kept(content: Path) -> Record:
    """What is known of links; nothing where nobody has asked, Trouble where the file is broken."""
    file = content / RECORD
    if not file.is_file():
        return {}
    with machine_trouble(file):
        text = file.read_text(encoding="utf-8", errors="replace")
    try:
        return read_record(text)
    except ValueError:
        raise Trouble("links-bad-record", code=Exit.CONTENT, path=str(file)) from None


def keep(content: Path, record: Record) -> None:
    """Write down what is known."""
    file = content / RECORD
    with machine_trouble(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(record_as_text(record), encoding="utf-8", newline="\n")


def problems_of_last_time(content: Path, catalogue: Catalogue) -> Iterator[Problem]:
    """What `hefte check` tells of links: what was found when they were last asked for; nobody is asked now."""
    try:
        record = read_kept(content)
    except Trouble:
        return
    told = {address: known for address, known in record.items() if wants_telling(known)}
    yield from findings_of_last_time(uses_of_any(catalogue, told), told, owners_of(catalogue.settings))
