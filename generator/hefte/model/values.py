"""Numbers as people write them: lengths, widths, slopes, minutes and money.

Each reader takes what stands in the file and returns metres, centimetres, degrees, minutes or
kroner, or refuses with the rule that says what to write instead.
"""

import math
import re
from typing import Annotated, NamedTuple

from pydantic import PlainValidator

from hefte.model.kinds import Kind, as_text, refuse, remembering, text_kind
from hefte.problem import Rule

_NUMBER = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?")
_GROUPED = re.compile(r"(?<=\d)[  \u00a0\u202f](?=\d{3}(?:\D|$))")
_WITH_UNIT = re.compile(r"(?P<number>[-\d.,]+)\s*(?P<unit>[^\d\s]*)\.?")
_CURRENCY = re.compile(r"^(?:kr\.?|nok)\s*|\s*(?:kr\.?|nok)$")
_THOUSANDS_OF_KRONER = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{2})?")
_ENGLISH_OR_DECIMAL = re.compile(r"[1-9]\d{0,2},\d{3}(?:\s*kroner)?")
_THOUSANDS = re.compile(r"\.(?=\d{3})")
_RATIO = re.compile(r"1\s*:\s*(\d+(?:[.,]\d+)?)")
_HOURS = re.compile(r"(?:(?P<h>\d+(?:[.,]\d+)?)\s*(?:t|time|timer))?\s*(?:(?P<m>\d+)\s*(?:m|min|minutter)?)?\.?")
_AGE = re.compile(
    r"(?:fra\s*)?(?P<low>\d{1,3})?\s*(?:[-–]|til)?\s*(?P<high>\d{1,3})?\s*(?P<up>\+|og oppover)?(?:\s*år)?"
)


@remembering
def number(value: object) -> float:
    """Read a plain number with comma or point; refuse `nan`, `1e3` and `1_000`."""
    text = as_text(value, Rule.NOT_A_NUMBER)
    compact = _GROUPED.sub("", text)
    if not _NUMBER.fullmatch(compact):
        refuse(Rule.NOT_A_NUMBER, value=text, instead=text.replace("_", ""))
    return float(compact.replace(",", "."))


@remembering
def whole_number(value: object) -> int:
    """Read a count such as seats or members."""
    read = number(value)
    if read != int(read):
        refuse(Rule.NOT_A_WHOLE_NUMBER, value=as_text(value, Rule.NOT_A_NUMBER))
    return int(read)


def _measure(value: object, units: dict[str, float], rule: Rule) -> float:
    text = as_text(value, rule)
    match = _WITH_UNIT.fullmatch(_GROUPED.sub("", text))
    if not match or match["unit"].lower() not in units or not _NUMBER.fullmatch(match["number"]):
        refuse(rule, value=text)
    return round(float(match["number"].replace(",", ".")) * units[match["unit"].lower()], 3)


_METRES = {"": 1.0, "m": 1.0, "meter": 1.0, "km": 1000.0}
_KILOMETRES = {"": 1000.0, "km": 1000.0, "kilometer": 1000.0, "m": 1.0, "meter": 1.0}
_CENTIMETRES = {"": 1.0, "cm": 1.0, "m": 100.0, "mm": 0.1}
_KRONER = {"": 1.0, "kr": 1.0, "kroner": 1.0, "nok": 1.0}


@remembering
def metres(value: object) -> float:
    """Read a distance; without a unit it is metres."""
    return _measure(value, _METRES, Rule.NOT_A_LENGTH)


@remembering
def length(value: object) -> float:
    """Read the length of a walk in metres; without a unit it was written in kilometres."""
    return _measure(value, _KILOMETRES, Rule.NOT_A_LENGTH)


@remembering
def centimetres(value: object) -> float:
    """Read a width or a height; without a unit it is centimetres."""
    return _measure(value, _CENTIMETRES, Rule.NOT_A_LENGTH)


@remembering
def kroner(value: object) -> float:
    """Read a price such as `50`, `kr. 50,-` or `1.250`; `gratis` is 0, and nothing is less."""
    text = as_text(value, Rule.NOT_A_PRICE).lower()
    if text == "gratis":
        return 0.0
    plain = _CURRENCY.sub("", text).removesuffix(",-").removesuffix(",–").strip()
    if _ENGLISH_OR_DECIMAL.fullmatch(plain):
        refuse(Rule.NOT_A_PRICE, value=text)
    thousands = _THOUSANDS.sub("", plain) if _THOUSANDS_OF_KRONER.fullmatch(plain) else plain
    amount = _measure(thousands, _KRONER, Rule.NOT_A_PRICE)
    if amount < 0:
        refuse(Rule.NOT_A_PRICE, value=text, instead=plain.lstrip("-"))
    return amount


@remembering
def degrees(value: object) -> float:
    """Read a slope as `1:20`, `5 %` or `2,9°`; a bare number is refused, it could be any of them."""
    text = as_text(value, Rule.NOT_A_SLOPE)
    if ratio := _RATIO.fullmatch(text):
        return _from_ratio(float(ratio[1].replace(",", ".")), text)
    match = _WITH_UNIT.fullmatch(text)
    if not match or not _NUMBER.fullmatch(match["number"]):
        refuse(Rule.NOT_A_SLOPE, value=text)
    written = float(match["number"].replace(",", "."))
    return _with_unit(written, match["unit"].lower(), text)


def _from_ratio(run: float, text: str) -> float:
    if run <= 0:
        refuse(Rule.NOT_A_SLOPE, value=text)
    return math.degrees(math.atan(1 / run))


def _with_unit(written: float, unit: str, text: str) -> float:
    if unit in {"%", "prosent"}:
        return math.degrees(math.atan(written / 100))
    if unit not in {"°", "grader", "grad", "deg"} and (unit or written):
        refuse(Rule.NOT_A_SLOPE, value=text)
    return written


@remembering
def minutes(value: object) -> int:
    """Read a duration: `90`, `90 min`, `1 t 30 min`, `1,5 timer`."""
    text = as_text(value, Rule.NOT_A_DURATION).lower()
    match = _HOURS.fullmatch(text)
    if not text or not match or not (match["h"] or match["m"]):
        refuse(Rule.NOT_A_DURATION, value=text)
    hours = float((match["h"] or "0").replace(",", "."))
    return round(hours * 60) + int(match["m"] or 0)


Ages = tuple[int | None, int | None]


@remembering
def ages(value: object) -> Ages:
    """Read `13-25`, `18+`, `fra 65`, `til 12` as youngest and oldest; None is without limit."""
    text = as_text(value, Rule.NOT_AN_AGE).lower()
    if match := re.fullmatch(r"(?:inntil|til|under|opptil)\s*(\d{1,3})(?:\s*år)?", text):
        return None, int(match[1])
    match = _AGE.fullmatch(text)
    if not text or not match or not match["low"]:
        refuse(Rule.NOT_AN_AGE, value=text)
    return _age_pair(int(match["low"]), match["high"], text)


def _age_pair(low: int, high: str | None, text: str) -> Ages:
    if high is None:
        return low, None
    if int(high) < low or int(high) > 120:
        refuse(Rule.NOT_AN_AGE, value=text)
    return low, int(high)


class PageGoal(NamedTuple):
    """So many pages, or the nearest multiple of so many."""

    number: int
    is_multiple: bool = False


_PAGES = re.compile(r"(?P<times>[×xX])?\s*(?P<number>[1-9]\d{0,2})")


@remembering
def page_goal(value: object) -> PageGoal:
    """Read `48`, or `×4` and `x4` for the nearest that divides by four."""
    text = as_text(value, Rule.NOT_A_PAGE_COUNT)
    match = _PAGES.fullmatch(text)
    if not match:
        refuse(Rule.NOT_A_PAGE_COUNT, value=text)
    return PageGoal(int(match["number"]), bool(match["times"]))


def _coordinate(value: object, low: float, high: float, name: str) -> float:
    read = number(value)
    if not low <= read <= high:
        refuse(Rule.NOT_A_POSITION, value=as_text(value, Rule.NOT_A_NUMBER), field=name)
    return read


def latitude(value: object) -> float:
    """Read degrees north (WGS 84), 57 to 81: mainland Norway and Svalbard."""
    return _coordinate(value, 57.0, 81.0, "lat")


def longitude(value: object) -> float:
    """Read degrees east (WGS 84), 4 to 34."""
    return _coordinate(value, 4.0, 34.0, "lon")


_N = r"^-?[0-9]+([ \u00a0\u202f][0-9]{3})*([.,][0-9]+)?"
_SLOPE = r"^(1\s*:\s*[0-9]+([.,][0-9]+)?|[0-9]+([.,][0-9]+)?\s*(%|°|grader|grad|deg|prosent))$"
Number = Annotated[float, PlainValidator(number), text_kind("number", _N + "$")]
Count = Annotated[int, PlainValidator(whole_number), text_kind("count", "^[0-9]+$")]
Metres = Annotated[float, PlainValidator(metres), text_kind("metres", _N + r"\s*(m|km|meter)?$", "m")]
Length = Annotated[float, PlainValidator(length), text_kind("length", _N + r"\s*(m|km|meter|kilometer)?$", "m")]
Centimetres = Annotated[float, PlainValidator(centimetres), text_kind("centimetres", _N + r"\s*(cm|m|mm)?$", "cm")]
Degrees = Annotated[
    float,
    PlainValidator(degrees),
    Kind("slope", {"type": "string", "pattern": _SLOPE}, "°"),
]
Pages = Annotated[PageGoal, PlainValidator(page_goal), text_kind("pages", r"^[×xX]?\s*[1-9][0-9]{0,2}$")]
Minutes = Annotated[int, PlainValidator(minutes), text_kind("minutes", "", "min")]
Kroner = Annotated[float, PlainValidator(kroner), text_kind("kroner", "", "kr")]
Headcount = Annotated[Ages, PlainValidator(ages), text_kind("headcount")]
AgeRange = Annotated[Ages, PlainValidator(ages), text_kind("ages")]
Latitude = Annotated[float, PlainValidator(latitude), text_kind("latitude", _N + "$", "°")]
Longitude = Annotated[float, PlainValidator(longitude), text_kind("longitude", _N + "$", "°")]
