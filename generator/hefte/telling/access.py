"""Whether one gets in or along, in a few words: a status, and what a list has room for."""

from hefte import norwegian
from hefte.assessment.rules import Rules
from hefte.assessment.telling import in_short
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Organisation, Walk
from hefte.telling.people import Known, tell_answer, yes_no_facts
from hefte.telling.settled import TOILET, settled
from hefte.telling.sources import is_unsure
from hefte.telling.values import begun_small
from hefte.telling.walk import stated_wheelchair, wheelchair_reach

ASKED_FIRST = ("wheelchair_in", "accessible_toilet")
"""What most people must know before they go anywhere."""


def access_in_short(entry: Entry, catalogue: Catalogue, rules: Rules, words: Words) -> str:
    """Wheelchair and toilet on one line, «vet ikke» where nobody has said; nothing of organisations."""
    if isinstance(entry, Organisation):
        return ""
    if isinstance(entry, Walk):
        reach = wheelchair_in_short(entry, rules, words)[1]
        return " · ".join(filter(None, (reach, _toilet(entry, catalogue, rules, words))))
    found = [one for one in yes_no_facts(entry, catalogue, words) if one.name in ASKED_FIRST]
    if all(answer.status == "vet_ikke" for answer in found):
        labels = [found[0].label, *(begun_small(answer.label) for answer in found[1:])]
        return f"{norwegian.joined(labels, words.say('tell.and'))}: {words.say('tell.dont_know_small')}"
    return " · ".join(f"{answer.label}: {answer.word.lower()}" for answer in found)


def _toilet(walk: Walk, catalogue: Catalogue, rules: Rules, words: Words) -> str:
    known = settled(walk, catalogue, rules)
    if TOILET not in known:
        return ""
    answer = tell_answer(TOILET, known[TOILET], words)
    return f"{answer.label}: {begun_small(answer.word)}"


def wheelchair_in_short(walk: Walk, rules: Rules, words: Words) -> tuple[str, str]:
    """How far a manual wheelchair gets on a walk: `ja`, `delvis`, `nei` or `vet-ikke`, and that in words."""
    if stated := stated_wheelchair(walk):
        return _as_stated(walk, stated, words)
    found = in_short(wheelchair_reach(walk, rules), words)
    told = words.say("card.wheelchair", answer=found.words[:1].lower() + found.words[1:])
    if found.status is None or is_unsure(walk, "strekninger"):
        return ("vet-ikke", told if found.status is None else f"{told} ({words.say('tell.unsure')})")
    return (found.status.value, told)


def _as_stated(walk: Walk, stated: Known, words: Words) -> tuple[str, str]:
    """«Rullestol: nei, ifølge kilden»: nobody measured, and the reader is told who says so."""
    answer = tell_answer("wheelchair_in", stated, words)
    word = answer.word.lower()
    told = words.say("card.by_source", answer=word) if walk.sources else word
    return ("vet-ikke" if stated.unsure else answer.status, words.say("card.wheelchair", answer=told))
