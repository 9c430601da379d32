"""Compounds: where «svømmehall» is joined, judged by the words of the content and a small list."""

from collections.abc import Collection

from hefte.search.letters import fold, root

_SHORT = """ake all bad bil bok by båt bål dag dyr elv fot fri fyr før gym gå hav hus høst jul kor kos lag lek lys mat
    mål natt ord pub sal sau sjø ski sol spa sti sy syn syv te tog tre tur tøy tårn vann vår vei veg vin vær øy"""
_COMMON = """aften aktivitet barn besøk bygg dans fest festival film fisk fjell forening fotball gruppe gård gard hage
    hall helg idrett innsjø jakt kafe kamp kino kirke kjøkken klatre klubb konsert kunst kurs kveld kyst land leir leke
    lekse løype marka marked morgen museum musikk park pensjonist plass quiz rom rulle rute runde sang senior senter
    sentral skog skole skule song spill spel språk stasjon stol strand strikk svømme symje sykkel teater tegn teikn telt
    topp treff trening tid vegg venn verksted verkstad vinter ung ungdom utstyr øving vakt vandring vogn"""
_NEVER_PARTED = """først fredag gammal gammel klatre klubb kunst kultur lekse mark natur promenad senter skog skole
    skule sommar sommer spill strand strikk sykkel teater trening venn"""
_INFLECTED = """ane ast ede ende ene ens ere eren eret erne ert het hetene ing inga ingen inger isk lig ring ringa
    ringar ringen ringer"""
_ENDINGS = frozenset(_INFLECTED.split())
_WRITTEN = frozenset(fold(word) for word in f"{_SHORT} {_COMMON}".split())
_WHOLE = frozenset(root(fold(word)) for word in _NEVER_PARTED.split())
_USUAL = frozenset(map(root, _WRITTEN)) | _WHOLE
_TWO_LETTERS = frozenset(("by", "ga", "oy", "sy"))
_SHORTEST, _LEAST, _LEAST_UNKNOWN = 2, 3, 4


def parts_known(words: Collection[str]) -> frozenset[str]:
    """The roots that may be parts of a compound: of the content's own words of four letters or more, and the usual."""
    own = (root(word) for word in words if len(word) >= _LEAST_UNKNOWN)
    return _USUAL | {found for found in own if len(found) >= _LEAST}


class Joiner:
    """Finds the joints of folded words; what it found once it remembers."""

    def __init__(self, words: Collection[str]) -> None:
        """Take the folded words of the content, or any other vocabulary."""
        self._words = frozenset(words) | _WRITTEN
        self._known = parts_known(words)
        self._found: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts in order, with the letter that links them: «svomme», «hall»; one part where nothing is joined."""
        if word not in self._found:
            self._found[word] = self._parts(word)
        return self._found[word]

    def _parts(self, word: str) -> tuple[str, ...]:
        if len(word) < _LEAST * 2 - 1 or root(word) in _WHOLE:
            return (word,)
        for is_first in (self._is_written, self._is_known):
            for at in range(len(word) - _LEAST, _SHORTEST - 1, -1):
                first, rest = word[:at], word[at:]
                if is_first(first) and (self._is_last(rest) or len(self.parts(rest)) > 1):
                    return (*self.parts(first), *self.parts(rest))
        return (word,)

    def _is_last(self, part: str) -> bool:
        return part not in _ENDINGS and len(root(part)) >= _LEAST and root(part) in self._known

    def _is_written(self, part: str) -> bool:
        """Whether a word may begin a compound as people write it: whole, or with a linking s or e."""
        if len(part) < _LEAST:
            return part in _TWO_LETTERS
        return part in self._words or (part[-1] in "se" and len(part) > _LEAST and part[:-1] in self._words)

    def _is_known(self, part: str) -> bool:
        """Whether a form of a known word may begin a compound: «svømme» where only «svømming» is written."""
        return len(part) >= _LEAST and root(part) in self._known and not part.endswith(("en", "et", "er"))
