"""What people write over the columns of their own tables, and which field each of them is.

A field within a group is written with a full stop, `kontakt.tlf`. The ten fields that portals for leisure activities
ask for (name, description, category, audience, time, place, price, sign-up, contact, web page) come first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from hefte.language import Words
from hefte.model import ENTRY_TYPES
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import Record
from hefte.model.parts import Audience, Contact, Registration, Spot, Suited
from hefte.spelling import plain

COMMENT, OMIT, KIND, ROW_ID = "kommentar", "utelat", "type", "id"
"""What a column may be beside a field: a note in the draft, nothing, the type of each row, its number at the source."""

_SYNONYMS = """
tittel: tittel, navn, namn, navn på tilbud, navn på tilbudet, navn på aktivitet, navn på aktiviteten, aktivitetsnavn,
  aktivitet, aktiviteten, tilbud, tilbudet, tilbudets navn, overskrift, hva, kva, arrangement, navn på arrangement,
  navn på gruppe, turnavn, name, title, activity, event
beskrivelse: beskrivelse, skildring, om tilbudet, om aktiviteten, innhold, innhald, tekst, omtale, informasjon, info,
  utfyllende informasjon, mer informasjon, meir informasjon, hva skjer, om, lang beskrivelse, description, about
ingress: ingress, kort beskrivelse, kort skildring, kort om, kort omtale, kort om tilbudet, sammendrag,
  kortversjon, summary
kategorier: kategori, kategorier, kategoriar, type aktivitet, aktivitetstype, kapittel, tema, hovedkategori, sjanger,
  category, categories
målgruppe: målgruppe, målgrupper, passer for, passar for, for hvem, for kven, hvem, hvem kan delta, hvem er det for,
  audience, target group
målgruppe.alder: alder, aldersgruppe, aldersgrense, fra alder, alderstrinn, age, ages
når: når, tid, tider, tidspunkt, dag og tid, dag/tid, tid og dag, dag og klokkeslett, ukedag og klokkeslett,
    treningstid, treningstider, åpent, åpningstid, when, time, times, schedule
når.dag: dag, dager, dagar, ukedag, ukedager, vekedag, vekedagar, day, days, weekday
når.kl: kl, klokkeslett, klokka, klokken, klokkeslett fra-til, hours
når.fra_kl: fra, frå, fra kl, frå kl, start kl, starttid, starttidspunkt, begynner, starter, startar,
  from, start time
når.til_kl: til, til kl, slutt kl, sluttid, slutttid, slutter, sluttar, sluttidspunkt, to, end time
når.hver: hvor ofte, kor ofte, hyppighet, frekvens, gjentas, intervall, frequency
når.fra: startdato, fra dato, frå dato, oppstart, første gang, start date
når.til: sluttdato, til dato, siste gang, end date
start: dato, dato og tid, dato og klokkeslett, date
slutt: slutt dato og tid, ferdig
sted: sted, stad, sted/lokale, lokale, lokalet, hvor, kvar, møtested, møtestad, oppmøtested, oppmøte, arena, anlegg,
  hall, bygg, place, venue, location, where
sted.adresse: adresse, besøksadresse, gateadresse, gate, gate og nummer, address, street
sted.postnr: postnr, postnummer, post nr, postal code, zip
sted.poststed: poststed, poststad, town, city
sted.lat: lat, latitude, breddegrad
sted.lon: lon, lng, long, longitude, lengdegrad
pris: pris, prisar, priser, kostnad, kostnader, kostnadar, kontingent, egenandel, eigendel, avgift, deltakeravgift,
  hva koster det, medlemskontingent, treningsavgift, price, cost, fee
påmelding: påmelding, påmelding nødvendig, krever påmelding, må man melde seg på, hvordan melde seg på,
  påmeldingsinfo, sign up, registration, booking
påmelding.frist: frist, påmeldingsfrist, deadline
kontakt: kontakt, kontaktinfo, kontaktinformasjon, kontaktopplysninger, kontaktopplysningar, contact
kontakt.navn: kontaktperson, kontaktnavn, navn på kontaktperson, ansvarlig, ansvarleg, leder, leiar, trener, trenar,
  contact person, contact name
kontakt.rolle: rolle, stilling, tittel på kontaktperson, role
kontakt.tlf: telefon, telefonnummer, telefonnr, tlf, tlfnr, tlf nr, mobil, mobilnr, mobilnummer, mobiltelefon,
  kontakttelefon, phone, telephone, mobile
kontakt.epost: epost, e-post, epostadresse, e-postadresse, mail, email, e-mail, mailadresse, kontakt e-post
kontakt.nett: nett, nettside, nettsted, nettstad, hjemmeside, heimeside, web, webside, www, url, lenke, link,
  nettadresse, facebook, facebookside, les mer, website, web page
arrangør: arrangør, organisasjon, lag, lag/forening, lag og forening, lag og foreninger, forening, foreining, klubb,
  idrettslag, tilbyder, tilbydar, aktør, arrangert av, ansvarlig organisasjon, organiser, organisation, organization
kommune: kommune, kommunenr, kommunenummer, municipality
område: område, bydel, krets, grend, tettsted, nærmiljø, area, district
temaord: temaord, stikkord, emneord, søkeord, nøkkelord, tags, keywords
tilrettelagt: tilrettelagt, tilrettelegging, tilpasning, tilpasset, tilrettelagt for, adapted
egnet.rullestol_inn: rullestol, rullestolvennlig, rullestoltilgang,
  tilgjengelig for rullestol, rullestolbruker, wheelchair
egnet.hc_toalett: hc-toalett, hc toalett, hcwc, handikaptoalett, tilgjengelig toalett
egnet.hc_parkering: hc-parkering, hc parkering, handikapparkering
ledsagerbevis: ledsagerbevis, ledsager, følgebevis, følgjebevis
fritidskort: fritidskort, fritidskortet
utstyr: utstyr, ta med, hva må man ha med, gear, bring
sesong: sesong, årstid, season
inne_ute: inne/ute, inne eller ute, inne ute, innendørs/utendørs
varighet_min: varighet, varigheit, lengde i minutter, duration
orgnr: orgnr, organisasjonsnummer, org nr, org.nr
melding: melding, beskjed
notat: notat
id: id, nr, nummer, løpenr, løpenummer, ref, referanse, guid
type: type, innholdstype, innhaldstype
"""

_PRIVATE = re.compile(
    r"\bintern(?:t|e)?\b|\bsaksbehandl\w*|\bsakshandsam\w*|\bbruker(?:e|en|ne|ens|s)?(?:navn)?\b|"
    r"\bbrukar(?:ar|en|ane|namn)?\b|\bdeltaker(?:e|en|ne|liste|navn)?\b|\bdeltakar(?:ar|en|ane|liste|namn)?\b|"
    r"\bfødsel\w*|\bfødd\b|\bfødt\b|\bfnr\b|\bpersonn(?:r|ummer)\b|\bdiagnos\w*|\bvedtak\w*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:antall|antal|maks|tal|tall)\b", re.IGNORECASE)


def may_be_private(heading: str) -> bool:
    """Whether a column may be about the people of a service: nobody's website shows it before somebody says so."""
    return bool(_PRIVATE.search(heading)) and not _COUNTED.search(heading)


_GROUPS: Mapping[str, type[Record]] = {
    "kontakt": Contact,
    "sted": Spot,
    "målgruppe": Audience,
    "egnet": Suited,
    "påmelding": Registration,
}
_HOURS = ("når.dag", "når.kl", "når.fra_kl", "når.til_kl", "når.hver", "når.fra", "når.til")


@cache
def targets() -> frozenset[str]:
    """Everything that a column may be said to be."""
    keys = {row.alias for kind in ENTRY_TYPES for row in fields_of(kind)}
    within = {f"{outer}.{row.alias}" for outer, record in _GROUPS.items() for row in fields_of(record)}
    return frozenset((*keys, *within, *_HOURS, COMMENT, OMIT, KIND, ROW_ID))


def vocabulary(languages: Iterable[Words]) -> Mapping[str, str]:
    """The fields by the words that mean them, without capitals and signs: keys, then synonyms, then our own labels."""
    found = {plain_heading(word): target for target in sorted(targets()) for word in (target, target.replace(".", " "))}
    found |= {plain_heading(word): target for target, word in _synonyms()}
    for words in languages:
        for target, row in _labelled():
            found.setdefault(plain_heading(words.table.get(f"field.{row.name}", "")), target)
    return {word: target for word, target in found.items() if word}


def plain_heading(heading: str) -> str:
    """A heading as it is compared: small letters, no stars, colons and line ends."""
    return "_".join(plain("".join(sign if sign.isalnum() else " " for sign in heading)).replace("_", " ").split())


def _synonyms() -> Iterator[tuple[str, str]]:
    for row in _SYNONYMS.replace("\n  ", " ").strip().split("\n"):
        target, _, written = row.partition(": ")
        yield from ((target, word.strip()) for word in written.split(","))


def _labelled() -> Iterator[tuple[str, FieldRow]]:
    for kind in ENTRY_TYPES:
        yield from ((row.alias, row) for row in fields_of(kind))
    for outer, record in _GROUPS.items():
        yield from ((f"{outer}.{row.alias}", row) for row in fields_of(record))
