"""What an editor most likely meant by words that cannot be read, written so that they will be."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from hefte.municipalities import MUNICIPALITIES, county_of
from hefte.norwegian import month
from hefte.problem import Rule
from hefte.reading.days import WEEKDAYS, is_another_weekday, readings
from hefte.spelling import nearest, plain

_COMMONLY = """
adresse: besøksadresse, navn: tittel, telefon: tlf, telefonnummer: tlf, mobil: tlf, mail: epost, e-post: epost,
e-mail: epost, hjemmeside: nett, nettside: nett, url: nett, lenke: nett, web: nett, dato: start, kl: start,
klokkeslett: kl, tid: når, tidspunkt: når, organisasjon: arrangør, organisasjonsnummer: orgnr, postnummer: postnr,
kommunenummer: kommune, målgrupper: målgruppe, alder: målgruppe, bilde: bilder, gpx: spor, kilder: kilde,
kontaktperson: kontakt, oppmøte: start, underlag: dekke, vanskelighetsgrad: gradering, wc: toalett, tekst: beskrivelse,
om: beskrivelse, pris_for_to: pris, emneord: temaord, adresse: sted, postnummer: sted, poststed: sted
"""
_KEYS: tuple[tuple[str, str], ...] = tuple(
    (plain(written), meant) for written, meant in (pair.strip().split(": ") for pair in _COMMONLY.split(","))
)
"""Keys that people write for others, seen in their own tables; only what the record has is ever offered."""

_DAY = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_NAMED_DAY = re.compile(r"(\d{1,2})\.?\s*([a-zæøå]{3})[a-zæøå]*\.?\s*(\d{4})", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
_WEEKDAY = re.compile(r"^(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en)?\.?,?\s+", re.IGNORECASE)
_AT = re.compile(r",?\s+(?:kl\.?|klokka)\s*(\d{1,2})(?:[.:](\d\d))?$", re.IGNORECASE)
_AMOUNT = r"(?P<kr>\d+(?:[.,]\d{1,2}(?!\d)|\.\d{3}(?!\d))?)(?![.,]\d)\s*(?:kr\.?|kroner|,-|,–)"
_PRICED = re.compile(rf"(?P<name>[^\d{{}}\[\]:,#]+?):?\s+{_AMOUNT}?", re.IGNORECASE)
_PER = re.compile(rf"{_AMOUNT}\s*[,/]?\s*(?P<covers>[^\d{{}}\[\]:,#]+)", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:ca\.?|cirka|omtrent|rundt|om lag)\s*", re.IGNORECASE)
_UNSURE = ("usikker", "usikkert", "vet_ikke", "veit_ikkje", "kanskje", "?", "uvisst")
_EVERYBODY = ("barn", "ungdom", "voksne", "eldre")
_COUNTED = re.compile(r"(\d+)\s*(?:stk\.?|stykker|plasser|plassar|personer)")
_FROM_TO = re.compile(r"(?:fra|frå)?\s*(?:kl\.?)?\s*(\d{1,2}(?:[.:]\d\d)?)\s*til\s*(?:kl\.?)?\s*(\d{1,2}(?:[.:]\d\d)?)")
_ANSWER = re.compile(r"(?P<answer>ja|nei)\s*[,.:;!–—-]?\s+(?:[–—-]\s+)?(?P<how>\S.*)", re.IGNORECASE)
_MARKS_OF_YAML = re.compile(r"^[-?&*!|>%@`'~]|[,:#{}\[\]]")
_DEGREES = re.compile(r"(\d{1,2})°\s*(?:(\d{1,2})['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)[\"″”])?\s*[NØE]?")
_THREE_DIGITS = re.compile(r"(?:kr\.?\s*)?([1-9]\d{0,2}),(\d{3})\s*(?:kr\.?|kroner|,-|,–)?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})(\d\d)")


def key_meant(written: str, known: Iterable[str]) -> tuple[str, ...]:
    """The keys of a record that come nearest, by their letters or by what people call them."""
    known = tuple(known)
    return called(written, known) or nearest(written, known)


def called(written: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The key of a record that people have this other name for; none where nobody has."""
    return tuple(meant for word, meant in _KEYS if word == plain(written) and meant in known)[:1]


def value_meant(rule: Rule, written: str) -> str:
    """The value to write instead; empty where nobody can tell."""
    return _MEANT[rule](written.strip()) if rule in _MEANT else ""


def values_meant(rule: Rule, written: str) -> tuple[str, ...]:
    """The values that are as likely as each other, where there are several: `1,500 kr`, 03/04/26, two of a name."""
    found: tuple[str, ...] = ()
    if rule is Rule.NOT_A_PRICE and (match := _THREE_DIGITS.fullmatch(written.strip())):
        found = (f"{match[1]}{match[2]}", f"{match[1]},{match[2][:2]}")
    elif rule in (Rule.NOT_A_DATE, Rule.NOT_A_MOMENT) and (days := readings(written)):
        found = tuple(f"{day}{_clock_of(written)} ({day.day}. {month(day)})" for day in days)
    elif rule is Rule.NOT_A_MUNICIPALITY:
        found = tuple(f'"{number}" ({county_of(number)})' for number in _municipalities(written))
    return found if len(found) > 1 else ()


def weekday_of(rule: Rule, written: str) -> dict[str, object]:
    """What weekday a date is, where another stands beside it."""
    day = _moment(written)[:10] if rule in (Rule.NOT_A_DATE, Rule.NOT_A_MOMENT) else ""
    if not day or not is_another_weekday(written, date.fromisoformat(day)):
        return {}
    return {"day": day, "weekday": WEEKDAYS[date.fromisoformat(day).weekday()]}


def is_unsure(written: str) -> bool:
    """Whether somebody wrote that she does not know: then nothing is written, and «Vet ikke» is shown."""
    return plain(written) in _UNSURE


def code_meant(key: str, written: str, codes: tuple[str, ...]) -> str:
    """The code for what was said in another way: `rundtur: ja`, `for: alle`; never a better answer."""
    said = plain(written)
    if said == "alle" and codes[:4] == _EVERYBODY:
        return f"[{', '.join(_EVERYBODY)}]"
    return key if said == "ja" and key in codes else ""


def answer_meant(written: str) -> str:
    """An answer with its explanation as the group of fields that it is: «Ja, vi har rampe»; no answer is guessed."""
    match = _ANSWER.fullmatch(written)
    if match is None:
        return ""
    return f"{{svar: {match['answer'].lower()}, hvordan: {within_braces(match['how'])}}}"


def within_braces(text: str) -> str:
    """A text as it is written between braces: in quotes where YAML would read it as something else."""
    plain_text = text.replace('"', "'")
    return f'"{plain_text}"' if _MARKS_OF_YAML.search(plain_text) else plain_text


def _number(written: str) -> str:
    if number := _without_underscores(written):
        return number
    if match := _COUNTED.fullmatch(written):
        return match[1]
    if match := _DEGREES.fullmatch(written):
        hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in match.groups())
        return f"{hours + minutes / 60 + seconds / 3600:.5f}"
    return ""


def _without_underscores(written: str) -> str:
    return written.replace("_", "") if re.fullmatch(r"\d+(?:_\d+)+(?:[.,]\d+)?", written) else ""


def _price(written: str) -> str:
    if written.lower().startswith("gratis"):
        return "gratis"
    if number := _without_underscores(written):
        return number
    if match := _PER.fullmatch(written):
        return f"[{{kr: {match['kr'].replace(',', '.')}, gjelder: {match['covers'].strip()}}}]"
    rows = [_PRICED.fullmatch(part) for part in re.split(r"\s*(?:,(?![-–\d])|;|\bog\b)\s*", written)]
    return f"[{', '.join(_rows(rows))}]" if all(rows) else ""


def _rows(rows: Iterable[re.Match[str] | None]) -> Iterator[str]:
    for row in rows:
        if row:
            yield f"{{navn: {row['name'].strip()}, kr: {row['kr'].replace(',', '.')}}}"


def _time(written: str) -> str:
    if match := _FROM_TO.fullmatch(written.lower()):
        return f"{match[1]}-{match[2]}"
    parts = [_DIGITS.fullmatch(part) for part in re.split(r"\s*[-–]\s*", written)]
    return "-".join(f"{part[1]}:{part[2]}" for part in parts if part) if all(parts) else ""


def _length(written: str) -> str:
    return _ABOUT.sub("", written) if _ABOUT.match(written) else ""


def _municipality(written: str) -> str:
    numbers = _municipalities(written)
    return numbers[0] if len(numbers) == 1 else ""


def _municipalities(written: str) -> tuple[str, ...]:
    word = written.lower().removesuffix(" kommune").removesuffix(" herad")
    return tuple(number for number, name in MUNICIPALITIES.items() if name.lower() == word)


def _yes_or_no(written: str) -> str:
    word = written.lower().strip("!. ")
    return word if word in ("ja", "nei") else ""


def _moment(written: str) -> str:
    day = _date(_AT.sub("", written))
    return f"{day}{_clock_of(written)}" if day else ""


def _clock_of(written: str) -> str:
    at = _AT.search(written)
    return f" {int(at[1]):02}:{at[2] or '00'}" if at else ""


def _date(written: str) -> str:
    text = _WEEKDAY.sub("", written)
    if match := _DAY.fullmatch(text):
        year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
        return _iso(int(year), int(match[2]), int(match[1]))
    if match := _YEAR_FIRST.fullmatch(text):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    match = _NAMED_DAY.fullmatch(text)
    if match and match[2].lower() in _MONTHS:
        return _iso(int(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1]))
    return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


_MEANT: Mapping[Rule, Callable[[str], str]] = MappingProxyType(
    {
        Rule.NOT_A_DATE: _date,
        Rule.NOT_A_MOMENT: _moment,
        Rule.NOT_A_NUMBER: _number,
        Rule.NOT_A_WHOLE_NUMBER: _number,
        Rule.NOT_A_PRICE: _price,
        Rule.NOT_A_TIME: _time,
        Rule.NOT_A_LENGTH: _length,
        Rule.NOT_A_MUNICIPALITY: _municipality,
        Rule.NOT_YES_OR_NO: _yes_or_no,
    }
)
