"""Synonyms: words that mean the same to whoever searches, as the editors keep them in `oppsett.yaml`."""

from collections.abc import Iterable

from hefte.search.letters import STOPPED, root, words_of


def synonym_groups(groups: Iterable[str]) -> tuple[str, ...]:
    """Each group («kino, film») as `kin,film`: the roots of each word or phrase, without words that say nothing."""
    found = (",".join(filter(None, dict.fromkeys(map(_roots, group.split(","))))) for group in groups)
    return tuple(group for group in found if "," in group)


def _roots(phrase: str) -> str:
    return " ".join(root(word) for word in words_of(phrase) if word not in STOPPED)
