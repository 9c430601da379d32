"""A cell's words as values of our fields; what cannot be read is no value, and nothing is guessed."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import yaml
from pydantic import TypeAdapter, ValidationError

from hefte.edits import Value
from hefte.interchange.plain_words import one_line
from hefte.interchange.told_audience import audience_told
from hefte.interchange.told_times import clock_told, day_told, days_told, hours_told, moments_told, rows_told
from hefte.language import Words
from hefte.model.choices import Adapted, Discount, SignUp, YesNoPartly
from hefte.model.kinds import Choice
from hefte.model.parts import Price
from hefte.model.texts import MAX_LINE
from hefte.norwegian import NBSP, phone, slug
from hefte.problem import Rule
from hefte.reading.meant import value_meant

Values = Mapping[str, Value]
"""Values by their fields; those of a group by `kontakt.tlf`."""

TICKS = ("x", "✓", "✔")
YES = ("ja", "j", "yes", "y", "true", "sant", *TICKS)
NO = ("nei", "n", "no", "false", "usant")
NOTHING = (
    "",
    "-",
    "–",
    "—",
    "ukjent",
    "?",
    "n/a",
    "ikke oppgitt",
    "ikkje oppgitt",
    "vet ikke",
    "veit ikkje",
    "null",
    "none",
    "#n/a",
)
"""What people write where they know nothing."""

_PRICE: TypeAdapter[object] = TypeAdapter(Price)
_FREE = re.compile(
    r"(?:gratis|free|0(?: kr)?)(?:,[-–])?(?: tilbud)?[\s.!]*|"
    r"(?:gratis|free)[\s,.!:;–-]*(?P<condition>(?:for|med|ved|hvis|dersom|viss|inngang|adgang)\b[^\d?]{0,250})",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:men|deretter|så|etterpå|ellers|elles|ikke|ikkje|unntatt|utenom|første|fyrste|kr)\b")
"""What makes another price, or none, of what is free."""

_KRONER = re.compile(r"^(?:kr\.?\s*)?(\d[\d ]*(?:[.,]\d+)?)\s*(?:,[-–]|kr\.?|kroner)?(?![\d.,])", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+47|0047)?[\s-]*(?<!\d)[2-9]\d(?:[\s.-]?\d){6}(?!\d)|(?<!\d)(?:0\d{4}|1\d{3})(?!\d)")
_EMAIL = re.compile(r"(?:mailto:)?([^\s@<>,;()]+@[^\s@<>,;()]+\.[a-zæøå]{2,})", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://|www\.)[^\s,;<>]+", re.IGNORECASE)
_ROLE = re.compile(
    r"styre|leder|leiar|kontor|sekretariat|resepsjon|vakt|trener|trenar|ansvarl|koordinator|tenest|tjenest|sentral|"
    r"kommune|kontakt|avdeling|service|klubb|lag\b|forening|bibliotek|skole|senter|hus\b",
    re.IGNORECASE,
)
"""Words of roles and offices, which need nobody's consent."""

_ADDRESS = re.compile(r"(?P<before>.*?)[\s,]*\b(?P<code>\d{4})\s+(?P<town>[A-ZÆØÅ][\w .'-]+)", re.DOTALL)
_STREET = re.compile(r"(?!.*\b(?:kl|klokka|avd|etasje|rom)\b)[A-ZÆØÅ][\w .'-]+?\s\d{1,4}\s?[A-Za-z]?")


class Asked(NamedTuple):
    """What a cell is read with: the field that it is for, and the words of all languages that we speak."""

    target: str
    words: tuple[Words, ...]


def answered(text: str) -> str:
    """`ja` or `nei`, by the many ways to write them; empty for anything else."""
    word = text.lower().strip(" .!")
    return "ja" if word in YES else "nei" if word in NO else ""


def choice_named(kind: type[Choice], text: str, words: tuple[Words, ...]) -> str:
    """The code of a list, by itself or by what a reader sees for it in any language; empty for another word."""
    said = slug(text)
    for member in kind:
        labels = (one.table.get(f"choice.{kind.__name__}.{member.value}", "") for one in words)
        if said in (slug(member.value), *map(slug, labels)):
            return member.value
    has_answers = {"ja", "nei"} <= {member.value for member in kind}
    return answered(text) if has_answers else ""


def _price(text: str, asked: Asked) -> Values | None:
    said = re.sub(r"^(?:pris|kontingent)\W+", "", " ".join(text.split()), flags=re.IGNORECASE)
    if match := _FREE.fullmatch(said):
        condition = match["condition"]
        if condition and _BUT.search(condition.lower()):
            return None
        return {asked.target: [{"kr": "0", "vilkår": condition}] if condition else "gratis"}
    if re.match(r"(?:gratis|free)\b", said, re.IGNORECASE):
        return None
    plain = _KRONER.sub(lambda match: f"{match[1]} kr", said, count=1)
    tried = (plain.removesuffix(" kr"), plain, value_meant(Rule.NOT_A_PRICE, plain))
    return next(({asked.target: value} for one in tried if (value := _as_price(one)) is not None), None)


def _as_price(text: str) -> Value | None:
    """The text as it would stand in a file, if that is a price."""
    try:
        value: Value = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # BaseLoader makes only text
        _PRICE.validate_python(value, context={"language": "nb"})
    except (ValidationError, yaml.YAMLError, TypeError):
        return None
    return value if text else None


def _when(text: str, _: Asked) -> Values | None:
    found = moments_told(text)
    if found:
        return found
    rows = rows_told(text)
    return {"når": rows} if rows else None


def _contact(text: str, _: Asked) -> Values | None:
    """A number, an address for mail, a page; what is left is who it is."""
    found: dict[str, Value] = {}
    rest = text
    for key, pattern in (("epost", _EMAIL), ("nett", _WEB), ("tlf", _PHONE)):
        matches = list(pattern.finditer(rest))
        if len(matches) == 1:
            found[f"kontakt.{key}"] = (matches[0][1] if key == "epost" else matches[0][0]).strip()
            rest = pattern.sub(" ", rest)
    who = re.sub(r"\b(?:tlf|telefon|mobil|mob|e-?post|mail|nettside|på|eller)\b\.?:?", " ", rest, flags=re.IGNORECASE)
    name = one_line(who.strip(" ,;:/|–-\n()"))
    if re.search(r"[@\d]", name) or len(name) > 80:
        return None
    key = "kontakt.rolle" if _ROLE.search(name) else "kontakt.navn"
    return _spaced(found) | ({key: name} if name else {}) or None


def _phone(text: str, asked: Asked) -> Values | None:
    numbers = [match[0].strip() for match in _PHONE.finditer(text)]
    is_alone = len(numbers) == 1 and not re.sub(r"\W|tlf|telefon", "", _PHONE.sub("", text.lower()))
    return _spaced({asked.target: numbers[0]}) if is_alone else None


def _spaced(found: Values) -> dict[str, Value]:
    """Numbers in pairs, as they are shown."""
    paired = {
        key: re.sub(r"[\s.-]", "", value)
        for key, value in found.items()
        if key.endswith("tlf") and isinstance(value, str)
    }
    return {**found, **{key: phone(digits).replace(NBSP, " ") for key, digits in paired.items()}}


def _mail(text: str, asked: Asked) -> Values | None:
    match = _EMAIL.fullmatch(text.strip())
    return {asked.target: match[1]} if match else None


def _sign_up(text: str, asked: Asked) -> Values | None:
    """Whether and how; a text of how says that it is needed, unless it begins with a no."""
    if code := choice_named(SignUp, text, asked.words):
        return {"påmelding.svar": code}
    if len(text) > MAX_LINE:
        return None
    says_no = re.match(
        r"(?:nei|ingen|ikke|ikkje|drop[ -]?in|bare (?:møt|kom)|berre (?:møt|kom)|trengs)\b", text, re.IGNORECASE
    )
    how = re.sub(r"^(?:ja|nei)\b[\s,.:;–-]*", "", one_line(text), flags=re.IGNORECASE)
    how = "" if re.fullmatch(r"ingen (?:krav om )?påmelding\W*", how, re.IGNORECASE) else how
    return {"påmelding.svar": "nei" if says_no else "ja", **({"påmelding.hvordan": how} if how else {})}


def _adapted(text: str, asked: Asked) -> Values | None:
    if code := choice_named(Adapted, text, asked.words):
        return {"tilrettelagt.svar": code}
    match = re.fullmatch(r"(ja|nei)[\s,.:;–-]+(.+)", one_line(text), re.IGNORECASE)
    return {"tilrettelagt.svar": match[1].lower(), "tilrettelagt.hvordan": match[2]} if match else None


def _place(text: str, _: Asked) -> Values | None:
    """A venue, with the address that stands behind its name."""
    said = " ".join(text.split())
    match = _ADDRESS.fullmatch(said)
    found: dict[str, Value] = {"sted.postnr": match["code"], "sted.poststed": match["town"]} if match else {}
    parts = [part.strip() for part in (match["before"] if match else said).split(",") if part.strip()]
    if parts and _STREET.fullmatch(parts[-1]):
        found["sted.adresse"] = parts.pop()
    return found | ({"sted.navn": ", ".join(parts)} if parts else {}) or None


def _postal_code(text: str, asked: Asked) -> Values | None:
    """Four digits, perhaps with the town; a spreadsheet makes 150 of 0150."""
    match = re.fullmatch(r"(\d{3,4})(?:\s+([A-ZÆØÅ][\w .'-]+))?", text)
    if match is None:
        return None
    return {asked.target: match[1].zfill(4), **({"sted.poststed": match[2]} if match[2] else {})}


def _read(reader: Callable[[str], Value | None]) -> "Reader":
    return lambda text, asked: {asked.target: value} if (value := reader(text)) else None


def _of_choice(kind: type[Choice]) -> "Reader":
    return lambda text, asked: {asked.target: code} if (code := choice_named(kind, text, asked.words)) else None


Reader = Callable[[str, Asked], Values | None]

READERS: Mapping[str, Reader] = {
    "pris": _price,
    "målgruppe": lambda text, _: audience_told(text),
    "målgruppe.alder": lambda text, _: audience_told(text),
    "målgruppe.for": lambda text, _: audience_told(text),
    "når": _when,
    "start": _when,
    "slutt": lambda text, _: {"slutt": found["start"]} if (found := moments_told(text)) else None,
    "når.dag": _read(days_told),
    "når.kl": _read(hours_told),
    "når.fra_kl": _read(clock_told),
    "når.til_kl": _read(clock_told),
    "når.fra": _read(day_told),
    "når.til": _read(day_told),
    "kontakt": _contact,
    "kontakt.navn": _contact,
    "kontakt.tlf": _phone,
    "kontakt.epost": _mail,
    "påmelding": _sign_up,
    "påmelding.frist": _read(day_told),
    "tilrettelagt": _adapted,
    "ledsagerbevis": _of_choice(Discount),
    "fritidskort": _of_choice(Discount),
    "sted": _place,
    "sted.postnr": _postal_code,
    **{
        f"egnet.{name}": _of_choice(YesNoPartly)
        for name in ("rullestol_inn", "hc_toalett", "hc_parkering", "teleslynge", "heis")
    },
}
"""How the cells of a field are read; those of others stand as they are, or are codes of the field's own list."""


def pieces(text: str) -> Iterator[str]:
    """The words of a cell that holds a list."""
    yield from (part.strip() for part in re.split(r"[,;/\n|]|\bog\b", text) if part.strip())
