"""Which type of entry a row is, by the word that somebody wrote for it."""

from hefte.spelling import plain

_WORDS = """
aktiviteter: aktivitet, aktiviteter, aktivitetar, fast aktivitet, kurs, tilbud, activity, activities
arrangementer: arrangement, arrangementer, arrangementar, hendelse, hending, enkeltarrangement, event, events
turer: tur, turer, turar, gåtur, turforslag, walk, walks, hike
grupper: gruppe, grupper, aktivitetsgruppe, treffgruppe, group, groups
steder: sted, steder, stad, stader, severdighet, severdigheter, attraksjon, utfluktsmål, place, places, sight
organisasjoner: organisasjon, organisasjoner, organisasjonar, lag, forening, foreining, lag og foreninger, klubb,
  interesseorganisasjon, organisation, organization, organisations, organizations
"""
_KINDS = {
    plain(word.strip()): folder
    for folder, _, words in (row.partition(": ") for row in _WORDS.replace("\n  ", " ").strip().split("\n"))
    for word in words.split(",")
}


def kind_named(word: str) -> str:
    """The folder of a type of entry; empty for a word that names none."""
    return _KINDS.get(plain(word.strip()), "")
