"""Which written form of Norwegian a text is in, by small words that only one of the two has.

Names and what stands in quotes are left out: «Eg heiter Anna» may be the name of a song in any text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

FEWEST = 2
"""So many different words that only the other form has must be found before anything is said."""

SHARE = 0.75
"""So much of what is telling must speak for the other form; a text may borrow a word or two."""

MARKS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "nb": frozenset(
            """
            ikke jeg noe noen noens hva hvem hvor hvordan hvorfor hvilken hvilket hvilke hver hvert hverandre hvis fra
            ble blitt vært være gjøre gjør mye selv sammen hjem hjemme mer flere en et dere deres dem annen annet
            kommer finnes ligger trenger velge velger følger spiser svarer virker åpne åpner åpen åpent åpning
            åpningstid åpningstider uke uken uker ukene ganger kvelder morgenen sted stedet steder stedene tilbud
            tilbudet tilbudene videre senere tidligere egen eget egne hele myk mykt høyt lavt gjester opplysninger
            opplysningene aktiviteter aktivitetene voksne turene veiene benkene uten skriver drar turer hverdager
            måneden sommeren gjelder fortsatt mandager dager timer skrevet ifølge koster passer finner rolig ennå
            støttekontakter støttekontakttjenesten
            """.split()  # noqa: SIM905  # a list of words is read as words
        ),
        "nn": frozenset(
            """
            ikkje eg dykk dykkar noko nokon nokre kva kven kvar korleis kvifor kvart kvarandre frå ifrå vart vorte
            vore vere gjere gjer mykje sjølv saman meir fleire ein eit dei deira kjem finst ligg treng velje følgjer
            svarar verkar ope opent opne opnar opning opningstid opningstider veke veker veka vekene gonger kveldar
            morgonen stad staden stader tilbod tilbodet berre vidare seinare tidlegare eigen eige eigne heile heilt
            gjestar opplysningar opplysningane aktivitetar aktivitetane vaksne turane vegane benkane sjå høyrer
            ønskjer utan vatnet sommaren månaden ifølgje framleis veit dagar måndagar tek dreg kostar turar roleg
            timar enno gåande passar innan kyrkje kjelda støttekontaktar støttekontakttenesta kvardagar lagar eitt
            """.split()  # noqa: SIM905  # a list of words is read as words
        ),
    }
)
"""The small words, and some of our trade, that only one of the forms has."""

_WORD = re.compile(r"(?:^|[.!?:]\s+)[*_>#\s-]*(?P<first>[^\W\d_]+)|(?P<word>[^\W\d_]+)", re.MULTILINE)
_QUOTE = re.compile(r"«[^«»]{0,300}»|“[^“”]{0,300}”|\"[^\"\n]{0,300}\"")
_ALL = MARKS["nb"] | MARKS["nn"]


class Mistaken(NamedTuple):
    """A text that reads as the other form, and the first of the words that say so."""

    form: str
    words: tuple[str, ...]


def mistaken(text: str, form: str) -> Mistaken | None:
    """Whether a text that should be bokmål or nynorsk is the other one; None where it is not, or nobody can tell."""
    other = "nn" if form == "nb" else "nb"
    if not has_marks(text.lower().split(), other):  # most texts are let go at once
        return None
    found = Counter(word for word in _words(text) if word in _ALL)
    theirs = {word: number for word, number in found.items() if word in MARKS[other]}
    is_telling = len(theirs) >= FEWEST and sum(theirs.values()) >= SHARE * found.total()
    return Mistaken(other, tuple(theirs)[:4]) if is_telling else None


def has_marks(words: Iterable[str], form: str) -> bool:
    """Whether any of some words, in small letters, is one that only a form has."""
    return not MARKS[form].isdisjoint(words)


def _words(text: str) -> Iterator[str]:
    """The words that are no names: in small letters, or first in a sentence."""
    for match in _WORD.finditer(_QUOTE.sub(" ", text)):
        if match["first"]:
            yield match["first"].lower()
        elif match["word"].islower():
            yield match["word"]
