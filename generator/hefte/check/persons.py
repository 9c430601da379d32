"""What is no role: a name in any letters, an address, a number; or the words that stand where a role should."""

import re

_FIRST = """
aleksander alexander amalie anders andrea andreas anette anita anna anne annette arild arne aud astrid bente berit
birgit birgitte camilla cecilie christian christine elin elisabeth ellen elise emil emilie emma erik eva fredrik
geir gerd grete gunn gunnar hanne harald heidi helene helge hilde ida inger ingrid ingunn jan jens johan johannes
jonas jorunn jørgen kari karin karl katrine kine kirsten kjell kjersti knut kristian kristin kristine kåre laila lars
lene leif linda lise magnus maja margit maren maria mariann marianne marit marius markus marte martin mats mette
mohammed monica morten nils nina nora odd ola olav ole ove pål petter ragnar ragnhild randi reidun roger roy rune
sara sigrid silje siri sissel sofie solveig stian svein sverre terje thea thomas tom tommy tone tor torbjørn tore
tove trine trond tuva turid unni vegard vidar wenche øystein øyvind åse
"""
_ALSO_WORDS = "bjørn dag even gro hans jo liv odd per rolf siv stein tom tone tor roar"
_LAST = """
hansen johansen olsen larsen andersen pedersen nilsen kristiansen jensen karlsen johnsen pettersen eriksen jacobsen
halvorsen jørgensen henriksen svendsen gundersen iversen kristoffersen knutsen martinsen mathisen nordmann petersen
rasmussen sørensen thomassen
"""
_ALSO_PLACES = (
    "andreassen bakke bakken berg berge dahl eide hagen haug hauge haugen holm lie lien lund moe moen solberg strand"
)

_NAMES = frozenset((*_FIRST.split(), *_LAST.split())) - frozenset(_ALSO_WORDS.split())
"""The commonest first names and surnames, without those that are words of another kind in small letters."""

_NAMES_ALONE = frozenset((*_ALSO_WORDS.split(), *_ALSO_PLACES.split()))
"""Names where nothing else is said; within a title they are most likely a word or a place."""

_INITIAL = re.compile(r"(?<!\w)[A-ZÆØÅ]\. ?[A-ZÆØÅ]\w+|^[A-ZÆØÅ] [A-ZÆØÅ]\w+$|^[A-ZÆØÅ][a-zæøåé]+ [A-ZÆØÅ]\.$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST_DIGITS = 4
_PLACEHOLDERS = frozenset(
    ("rolle", "role", "rollen", "rolla", "din rolle", "rollen din", "rolla di", "your role", "id", "av", "by")
)


def is_placeholder(words: str) -> bool:
    """Whether words are what our own sheets and lists write where a role should stand, or no words at all."""
    return " ".join(_WORD.findall(words)).casefold() in {"", *_PLACEHOLDERS}


def holds_a_person(words: str) -> bool:
    """Whether words hold a common name, an initial with a name, an address or a number, whatever else they say."""
    if "@" in words or sum(letter.isdigit() for letter in words) > _MOST_DIGITS:
        return True
    found = tuple(word.casefold() for word in _WORD.findall(words))
    is_name = any(_is_name(word) for word in found) or (len(found) == 1 and found[0] in _NAMES_ALONE)
    return is_name or _INITIAL.search(words) is not None


def _is_name(word: str) -> bool:
    """A name, or a double one; «anna-hjemmet» is a house."""
    return all(part in _NAMES or part in _NAMES_ALONE for part in word.split("-")) if "-" in word else word in _NAMES
