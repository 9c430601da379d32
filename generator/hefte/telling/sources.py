"""How sure a fact is, by the sources of its entry."""

from hefte.model import Entry
from hefte.model.choices import Certainty


def certainty(entry: Entry, alias: str) -> Certainty | None:
    """The best certainty stated for a key; a source without `gjelder` holds for what no other names."""
    if not entry.sources:
        return None
    named = [source.certainty for source in entry.sources if alias in source.covers]
    open_ended = [source.certainty for source in entry.sources if not source.covers]
    stated = [level for level in named or open_ended if level is not None]
    return min(stated, key=tuple(Certainty).index, default=None)


def is_unsure(entry: Entry, alias: str) -> bool:
    """Whether a fact must be shown as unsure, and may not answer a filter."""
    return certainty(entry, alias) is Certainty.UNSURE


def is_unsure_throughout(entry: Entry) -> bool:
    """Whether nobody is sure of any of it: what holds for the whole entry is unsure, or every source is."""
    stated = tuple(source.certainty for source in entry.sources)
    return is_unsure(entry, "tittel") or (bool(stated) and all(level is Certainty.UNSURE for level in stated))
