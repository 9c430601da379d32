"""What every record of the content model is built of: a key, a kind of value, an example."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache, wraps
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, model_validator
from pydantic_core import PydanticCustomError

from hefte.problem import Rule

R = TypeVar("R")

UNKNOWN = "ukjent"
_ONE = (str, int, float, Mapping)
_REMEMBERED = 512
YES = {"ja": True, "true": True, "yes": True, "nei": False, "false": False, "no": False}


class Need(StrEnum):
    """How much an entry is missed without the field: K, A and V of the content model."""

    REQUIRED = "required"
    ADVISED = "advised"
    OPTIONAL = "optional"


@dataclass(frozen=True, eq=False)
class Kind:
    """The name of a kind of value, its unit, and what a text editor may check of it.

    `schema` is the JSON Schema of what an editor writes; `name` chooses the macro that shows
    the value and the words that explain its form (`form.<name>` in the languages).
    """

    name: str
    schema: Mapping[str, Any]
    unit: str = ""


@dataclass(frozen=True)
class Refers:
    """Marks a text that is the id of another entry; `folder` says of which type."""

    folder: str


def text_kind(name: str, pattern: str = "", unit: str = "") -> Kind:
    """A kind that is written as one line of text; a number without quotes is text too."""
    schema: dict[str, Any] = {"type": ["string", "number"]}
    return Kind(name, schema | ({"pattern": pattern} if pattern else {}), unit)


def key(
    alias: str,
    *,
    example: str,
    need: Need = Need.OPTIONAL,
    default: Any = None,
    own: bool = False,
) -> Any:
    """Declare one field by the key that editors write, with an example in YAML.

    A required field has no default. `own` marks what is for colleagues and is never published.
    """
    extra: dict[str, JsonValue] = {"example": example, "need": need.value, "own": own}
    if need is Need.REQUIRED:
        return Field(alias=alias, json_schema_extra=extra)
    return Field(default=default, alias=alias, json_schema_extra=extra)


def refuse(rule: Rule, **values: object) -> NoReturn:
    """Say that a value breaks a rule; the reader turns it into a problem with its place.

    `at` among the values is a path below the field (keys and indexes), where it is known.
    """
    raise PydanticCustomError(rule.value, rule.value, values)


def as_text(value: object, rule: Rule) -> str:
    """Insist on one scalar; lists and maps are refused by the rule of the kind."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, int | float):
        return str(value)
    refuse(rule, value="…")


def remembering(reader: Callable[[object], R]) -> Callable[[object], R]:
    """Let a reader remember what it read: the same hours, days and widths are written again and again."""
    known = lru_cache(maxsize=_REMEMBERED)(reader)

    @wraps(reader)
    def read(value: object) -> R:
        return known(value) if isinstance(value, str) else reader(value)

    return read


def _listed(value: object) -> object:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, _ONE) else value


@dataclass(frozen=True)
class Short(BeforeValidator):
    """Reads a shorter way of writing a field, and says which, for schemas and the field guide.

    `one` lets one value stand for a list, `key` lets a bare value stand for a record with only that
    key, and `words` have a meaning of their own.
    """

    one: bool = False
    key: str = ""
    words: tuple[str, ...] = ()


ONE_OR_MORE = Short(_listed, one=True)
"""Lets an editor write one value where a list is meant."""


class Choice(StrEnum):
    """A code of a closed list; what editors write in capitals or with spaces is understood."""

    @classmethod
    def _missing_(cls, value: object) -> "Choice | None":
        plain = str(value).strip().lower().replace(" ", "_").replace("-", "_")
        plain = ("ja" if YES[plain] else "nei") if plain in YES else plain
        return next((member for member in cls if member.value == plain), None)


_ABSENT: tuple[object, ...] = (None, "", UNKNOWN, [], {})
"""What means the same as not writing the key."""


_FORGOTTEN: set[str] = set()


@cache
def _keys(record: "type[Record]") -> frozenset[str]:
    return frozenset(str(info.alias) for info in record.model_fields.values())


class Record(BaseModel):
    """A frozen map of known keys; what is empty or `ukjent` counts as not written."""

    # A run that recalls all entries but one builds the validators of one type only.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _absent_is_unknown(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        there = data.values()
        if None in there or "" in there or UNKNOWN in there or [] in there or {} in there:
            return {name: value for name, value in data.items() if value not in _ABSENT or name not in _keys(cls)}
        return data

    def __init_subclass__(cls, **options: Any) -> None:
        """Refuse a parent whose defaults stand in its class: pydantic would take them for fields of the child."""
        super().__init_subclass__(**options)
        if any(_rests(parent) and parent.model_fields for parent in cls.__mro__[1:] if issubclass(parent, Record)):
            raise TypeError(f"{cls.__name__} comes too late: import it where the content model is put together.")

    def model_post_init(self, _context: object) -> None:
        """Keep what was written alone: the class answers for the rest, and 10,000 entries are half as large."""
        if _rests(type(self)):
            object.__setattr__(self, "__dict__", _but_defaults(type(self), self.__dict__))
        object.__setattr__(self, "__pydantic_fields_set__", _FORGOTTEN)

    def __repr__(self) -> str:
        """What was written, field by field; made for every entry of a build, to see what has changed."""
        return f"{type(self).__name__}({self.__dict__})"


_NO_DEFAULT = object()


def _but_defaults(record: type[Record], values: Mapping[str, object]) -> dict[str, object]:
    """The values without the very ones that the class has; a list that says the same as its default stays."""
    defaults = _defaults(record)
    return {name: value for name, value in values.items() if value is not defaults.get(name, _NO_DEFAULT)}


@cache
def _defaults(record: type[Record]) -> Mapping[str, object]:
    """What each field is where nobody wrote it: None, no values, or a code."""
    return {name: info.default for name, info in record.model_fields.items() if not info.is_required()}


_RESTS = "__hefte_rests__"


def _rests(record: type[Record]) -> bool:
    """Whether the class itself answers for what its records do not hold."""
    return _RESTS in vars(record)


def let_defaults_stand_in_classes(*records: type[Record]) -> None:
    """Let every class, and those below it, answer for what its records do not hold; none may come after that."""
    for record in records:
        for name, default in _defaults(record).items():
            setattr(record, name, default)
        setattr(record, _RESTS, True)
        let_defaults_stand_in_classes(*record.__subclasses__())
