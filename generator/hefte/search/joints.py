"""Compounds: where «svømmehall» is joined, judged by the words of the content and a small list."""

from collections.abc import Collection
from functools import lru_cache

from hefte.search.letters import fold, root

_SHORT = """ake bad bil bok by båt bål dag dyr elv fot fri fyr før gym gå hav hus høst jul kor kos lag lek lys mat mål
    natt ord pub sal sau sjø ski sol spa sti sy syn syv te tog tre tur tøy tårn vann vår vei veg vin vær øy"""
_COMMON = """aften aktivitet barn besøk bygg dans fest festival film fisk fjell forening fotball gammel gruppe gård gard
    hage hall helg idrett innsjø jakt kafe kamp kino kirke kjøkken klatre klubb konsert kunst kurs kveld kyst land leir
    leke lekse løype marka marked morgen museum musikk park plass quiz rom rulle rute runde sang senter sentral skog
    skole song spill spel stasjon stol strand strikk svømme symje sykkel teater telt topp treff trening tid vegg venn
    verksted verkstad vinter ung ungdom utstyr vakt vandring vogn"""
_USUAL = frozenset(root(fold(word)) for word in f"{_SHORT} {_COMMON}".split())
_ENDINGS = frozenset("ane ast ede ende ene ens ere eren eret erne ert het hetene ing inga ingen inger isk lig ring ringa ringar ringen ringer".split())  # noqa: SIM905
_WHOLE = frozenset(root(word) for word in "framfor fredag gammel kultur motstand natur sommer sommar omrade rundt".split())  # noqa: SIM905
"""What looks joined and is not, or no longer."""
_LEAST, _LEAST_UNKNOWN = 3, 4


def parts_known(words: Collection[str]) -> frozenset[str]:
    """The roots that may be parts of a compound: of the content's own words of four letters or more, and the usual."""
    own = (root(word) for word in words if len(word) >= _LEAST_UNKNOWN)
    return _USUAL | _WHOLE | {found for found in own if len(found) >= _LEAST}


class Joiner:
    """Finds the joints of folded words; what it found once it remembers."""

    def __init__(self, words: Collection[str]) -> None:
        """Take the folded words of the content, or any other vocabulary."""
        self._known = parts_known(words)
        self.parts = lru_cache(maxsize=None)(self._parts)

    def _parts(self, word: str) -> tuple[str, ...]:
        """The parts in order, with the letter that links them: «svomme», «hall»; one part where nothing is joined."""
        for at in range(_LEAST, len(word) - _LEAST + 1) if root(word) not in _WHOLE else ():
            first, rest = word[:at], word[at:]
            if self._is_first(first) and self._is_last(rest):
                return (first, *self.parts(rest))
            if self._is_first(first) and len(self.parts(rest)) > 1:
                return (first, *self.parts(rest))
        return (word,)

    def _is_last(self, part: str) -> bool:
        return part not in _ENDINGS and len(part) >= _LEAST and root(part) in self._known

    def _is_first(self, part: str) -> bool:
        """Whether a word may begin a compound: as it stands, or without its linking s or e."""
        if root(part) in self._known and not part.endswith(("en", "et", "er")):
            return True
        return part.endswith("s") and len(part) > _LEAST and root(part[:-1]) in self._known
