"""What to write where a field is missing, the way its file is written; never words that only its writer can know."""

from collections.abc import Mapping

from hefte.model.kinds import Record
from hefte.positions import group_at
from hefte.reading.fields import line_to_add
from hefte.source import Source

Location = tuple[str | int, ...]

_OWN_WORDS = ("alt", "tittel", "ingress", "dato", "til_m")
"""An example of these would pass every check, and be published as a fact about something else."""


def what_to_add(source: Source, at: Location, kind: type[Record], location: Location) -> Mapping[str, str]:
    """The whole group where it stands between braces, else the line, and the key that it stands beside."""
    key = str(location[-1])
    line = f"{key}: …" if key in _OWN_WORDS else line_to_add(kind, location)
    group = group_at(source, (*at, *location[:-1])) if len(location) > 1 else None
    if group is None:
        return {"add": line}
    if group.braces:
        inside = group.braces[1:-1].strip(" ,")
        return {"instead": f"{{{inside}, {line}}}"}
    return {"add": line, "beside": group.first_key}
