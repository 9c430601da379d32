"""Synonyms: words that mean the same to whoever searches, as the editors keep them in `oppsett.yaml`."""

from collections.abc import Iterable

from hefte.search.letters import STOPPED, root, words_of


def synonym_groups(groups: Iterable[str]) -> tuple[str, ...]:
    """Each group by the roots of its words and phrases, without words that say nothing.

    «kino, film» is `kin,film`: near enough to be shown further down. «sang = song» is `=sang,song`:
    the very same word, as bokmål and nynorsk have it.
    """
    return tuple(_group(group) for group in groups if "," in group or "=" in group)


def _group(group: str) -> str:
    same = "=" in group
    members = dict.fromkeys(filter(None, map(_roots, group.split("=" if same else ","))))
    return ("=" if same else "") + ",".join(members)


def _roots(phrase: str) -> str:
    return " ".join(root(word) for word in words_of(phrase) if word not in STOPPED)
