"""Texts, links and codes: what stands as words in the file and is shown to people."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, NamedTuple
from urllib.parse import urlsplit

from pydantic import PlainValidator, ValidationInfo

from hefte.model.kinds import YES, Kind, as_text, refuse, remembering, text_kind
from hefte.problem import Rule

LANGUAGES = ("nb", "nn", "en")
FORMS = (*LANGUAGES, "lettlest")
MAX_TITLE, MAX_SHORT_TITLE, MAX_LEAD, MAX_LINE, MAX_MARKDOWN = 120, 40, 160, 300, 5000


class Said(NamedTuple):
    """A text and the language it is really in, which may differ from the one asked for."""

    text: str
    language: str


class Text(NamedTuple):
    """The same words in one or several languages; `lettlest` is plain-language bokmål."""

    nb: str | None = None
    nn: str | None = None
    en: str | None = None
    lettlest: str | None = None

    def said(self, language: str) -> Said:
        """Say it in the language, or else in the first one there is, marked as such."""
        asked: str | None = getattr(self, language)
        if asked is not None:
            return Said(asked, language)
        for code in LANGUAGES:
            text: str | None = getattr(self, code)
            if text is not None:
                return Said(text, code)
        return Said(self.lettlest or "", "nb")


def _text_of(limit: int) -> Callable[[object, ValidationInfo], Text]:
    """Read words in the site's language, or a map of languages, each of at most so many characters."""

    def read(value: object, info: ValidationInfo) -> Text:
        if isinstance(value, dict):
            return _in_languages(value, limit)
        text = _within(as_text(value, Rule.NOT_TEXT), limit)
        language = info.context["language"] if info.context else "nb"
        return Text(text) if language == "nb" else Text(**{language: text})

    return read


def _in_languages(value: Mapping[str, object], limit: int) -> Text:
    for code in value:
        if code not in FORMS:
            refuse(Rule.NOT_A_LANGUAGE, value=code, choices=list(FORMS), at=[code])
    written = {code: words for code, words in value.items() if words not in (None, "")}
    return Text(**{code: _within(as_text(words, Rule.NOT_TEXT), limit, code) for code, words in written.items()})


def _within(text: str, limit: int, *at: str) -> str:
    if len(text) > limit:
        refuse(Rule.TOO_LONG, length=len(text), limit=limit, at=list(at))
    return text


def word(value: object) -> str:
    """Read one short text in no particular language, such as a name or an address."""
    return _within(as_text(value, Rule.NOT_TEXT), MAX_LINE)


def _matching(pattern: re.Pattern[str], rule: Rule, value: object) -> str:
    text = as_text(value, rule)
    if not pattern.fullmatch(text):
        refuse(rule, value=text)
    return text


# `index.html` is the list of a folder.
_ID = re.compile(r"(?!index$)[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[a-zæøå0-9]+(?:_[a-zæøå0-9]+)*")
_EMAIL = re.compile(r"[^@\s<>\"',;]+@[^@\s<>\"',;]+\.[a-zA-ZæøåÆØÅ]{2,}")
_DOMAIN = re.compile(r"(?:[\wæøå-]+\.)+[a-zæøå]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+\d{1,3})?\d{3,12}")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_TILES = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?/[\w./?=&%:@,+~{}-]+", re.IGNORECASE)
_CURLY = tuple("“”„‘’‚«»")
_FILE = re.compile(r"[^/\\%:?#\x00-\x1f][^\\%:?#\x00-\x1f]*\.[A-Za-z0-9]{2,5}")


def identity(value: object) -> str:
    """Read an id: small letters a-z, digits and hyphens, at most 80."""
    text = _matching(_ID, Rule.NOT_AN_ID, value)
    if len(text) > 80:
        refuse(Rule.TOO_LONG, length=len(text), limit=80)
    return text


def reference(value: object) -> str:
    """Read the id of another entry; whether it exists is checked when all are read."""
    return _bare(as_text(value, Rule.NOT_AN_ID))


@remembering
def code(value: object) -> str:
    """Read a code of the site's own taxonomy; whether it is known is checked later."""
    return _bare(as_text(value, Rule.UNKNOWN_CATEGORY))


def _bare(text: str) -> str:
    """An id or a code; quotes as Word writes them are told by their name, not as an id that nobody knows."""
    if text[:1] in _CURLY and text[-1:] in _CURLY and len(text) > 1:
        refuse(Rule.CURLY_QUOTES, value=text)
    return text


def link(value: object) -> str:
    """Read a web address; `www.eksempel.no` gets https, other schemes are refused."""
    text = as_text(value, Rule.NOT_A_WEB_ADDRESS)
    address = f"https://{text}" if _DOMAIN.fullmatch(text) else text
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        refuse(Rule.NOT_A_WEB_ADDRESS, value=text)
    if parts.scheme not in {"http", "https"} or not text.isprintable() or " " in text:
        refuse(Rule.NOT_A_WEB_ADDRESS, value=text)
    if "@" in parts.netloc or "." not in host:
        refuse(Rule.UNSAFE_WEB_ADDRESS, value=text, host=host)
    return address


def email(value: object) -> str:
    """Read one address for e-mail."""
    return _matching(_EMAIL, Rule.NOT_AN_EMAIL, value)


def phone(value: object) -> str:
    """Read a phone number to its digits, with + in front where a country is named."""
    text = as_text(value, Rule.NOT_A_PHONE_NUMBER)
    digits = re.sub(r"[\s\u00a0.()/-]", "", text)
    if digits.startswith("00") and len(digits) != 8:  # eight digits are the invented 00 00 00 00
        digits = "+" + digits[2:]
    if not _PHONE.fullmatch(digits):
        refuse(Rule.NOT_A_PHONE_NUMBER, value=text)
    local = digits.removeprefix("+47")
    if not local.startswith("+") and len(local) not in {3, 4, 5, 8}:
        refuse(Rule.NOT_A_PHONE_NUMBER, value=text)
    return local


def postal_code(value: object) -> str:
    """Read four digits as text: 0150 keeps its zero."""
    return _matching(re.compile(r"\d{4}"), Rule.NOT_A_POSTAL_CODE, value)


@remembering
def municipality(value: object) -> str:
    """Read a municipality number of four digits, or `hele_landet`."""
    return _matching(re.compile(r"\d{4}|hele_landet"), Rule.NOT_A_MUNICIPALITY, value)


def organisation_number(value: object) -> str:
    """Read nine digits with the check digit modulo 11 of Brønnøysundregistrene."""
    text = re.sub(r"\s", "", as_text(value, Rule.NOT_AN_ORGANISATION_NUMBER))
    if not re.fullmatch(r"[89]\d{8}", text):
        refuse(Rule.NOT_AN_ORGANISATION_NUMBER, value=text)
    rest = sum(int(digit) * weight for digit, weight in zip(text, (3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True))
    if rest % 11:
        refuse(Rule.NOT_AN_ORGANISATION_NUMBER, value=text)
    return text


def colour(value: object) -> str:
    """Read a colour as #rrggbb."""
    return _matching(_COLOUR, Rule.NOT_A_COLOUR, value)


def tile_address(value: object) -> str:
    """Read the address of map tiles: https, one host without a name and a password, and {z}, {x} and {y}."""
    text = _matching(_TILES, Rule.NOT_A_TILE_ADDRESS, value)
    if sorted(re.findall(r"{(.*?)}", text)) != ["x", "y", "z"]:
        refuse(Rule.NOT_A_TILE_ADDRESS, value=text)
    return text


def picture_file(value: object) -> str:
    """Read the name of a file in content/bilder; nothing outside that folder can be named."""
    return _file(value)


def track_file(value: object) -> str:
    """Read the name of a file in content/spor; nothing outside that folder can be named."""
    return _file(value)


def _file(value: object) -> str:
    text = as_text(value, Rule.NOT_A_FILE_NAME)
    if ".." in text or text.startswith(("/", "~")) or not _FILE.fullmatch(text):
        refuse(Rule.UNSAFE_PICTURE_PATH, value=text)
    return text


@remembering
def yes_no(value: object) -> bool:
    """Read `ja` or `nei`, and what programs write for them."""
    text = as_text(value, Rule.NOT_YES_OR_NO).lower()
    if text not in YES:
        refuse(Rule.NOT_YES_OR_NO, value=as_text(value, Rule.NOT_YES_OR_NO))
    return YES[text]


def _localised(name: str, limit: int) -> Kind:
    text = {"type": ["string", "number"], "maxLength": limit}
    forms = {"type": "object", "properties": dict.fromkeys(FORMS, text), "additionalProperties": False}
    return Kind(name, {"anyOf": [text, forms]})


Title = Annotated[Text, PlainValidator(_text_of(MAX_TITLE)), _localised("line", MAX_TITLE)]
ShortTitle = Annotated[Text, PlainValidator(_text_of(MAX_SHORT_TITLE)), _localised("line", MAX_SHORT_TITLE)]
Lead = Annotated[Text, PlainValidator(_text_of(MAX_LEAD)), _localised("line", MAX_LEAD)]
Line = Annotated[Text, PlainValidator(_text_of(MAX_LINE)), _localised("line", MAX_LINE)]
Markdown = Annotated[Text, PlainValidator(_text_of(MAX_MARKDOWN)), _localised("markdown", MAX_MARKDOWN)]
LongMarkdown = Annotated[Text, PlainValidator(_text_of(10 * MAX_MARKDOWN)), _localised("markdown", 10 * MAX_MARKDOWN)]
Word = Annotated[str, PlainValidator(word), text_kind("word")]
Id = Annotated[str, PlainValidator(identity), text_kind("id", r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Reference = Annotated[str, PlainValidator(reference), text_kind("reference", r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Code = Annotated[str, PlainValidator(code), text_kind("code", f"^{_CODE.pattern}$")]
Link = Annotated[str, PlainValidator(link), text_kind("link")]
Email = Annotated[str, PlainValidator(email), text_kind("email", r"^\S+@\S+\.\S+$")]
Phone = Annotated[str, PlainValidator(phone), text_kind("phone", r"^[+0-9 ().-]+$")]
PostalCode = Annotated[str, PlainValidator(postal_code), text_kind("postal_code", r"^[0-9]{4}$")]
Municipality = Annotated[str, PlainValidator(municipality), text_kind("municipality", r"^([0-9]{4}|hele_landet)$")]
OrganisationNumber = Annotated[
    str, PlainValidator(organisation_number), text_kind("organisation_number", "^[0-9 ]{9,}$")
]
Colour = Annotated[str, PlainValidator(colour), text_kind("colour", "^#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})$")]
TileAddress = Annotated[str, PlainValidator(tile_address), text_kind("tile_address", "^https://")]
PictureFile = Annotated[str, PlainValidator(picture_file), text_kind("picture_file")]
TrackFile = Annotated[str, PlainValidator(track_file), text_kind("track_file")]
YesNo = Annotated[bool, PlainValidator(yes_no), Kind("yes_no", {"enum": ["ja", "nei", True, False]})]
