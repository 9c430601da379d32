"""From text to plain dicts, lists and text, guarded event by event; positions are not kept."""

import re
from collections.abc import Callable
from itertools import islice
from sys import intern
from typing import NamedTuple, cast

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from hefte.problem import Problem, Rule, Where
from hefte.reading.limits import LEVELS, VALUES

Data = None | str | list["Data"] | dict[str, "Data"]

ABSENT = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain scalars that mean the same as not writing the field (a form in a CMS writes them)."""

_SHORT = 40
"""Texts of so many letters are held once however often they are written: areas, dates, «tjenesten»."""


class Read(NamedTuple):
    """What a text holds, up to the first thing that could not be read.

    `failure` is libyaml's own error, to be put into words; `last` is the event before it.
    `has_repeated_keys` asks the caller to find them: the first of equal keys was kept.
    """

    data: Data
    problems: tuple[Problem, ...] = ()
    failure: yaml.MarkedYAMLError | None = None
    last: Event | None = None
    has_repeated_keys: bool = False


def read_text(path: str, text: str) -> Read:
    """Read one YAML document without types: every scalar is text, or None where it is absent."""
    return _Builder(path, text).read()


class _Builder:
    """Puts events together; each step returns a problem where reading must stop."""

    __slots__ = ("above", "documents", "here", "key", "path", "repeated", "root", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.root: list[Data] = []
        self.here: list[Data] | dict[str, Data] = self.root
        self.above: list[list[Data] | dict[str, Data]] = []
        self.key: str | None = None
        self.documents = 0
        self.repeated = False

    def read(self) -> Read:
        steps = self._steps()
        last: Event | None = None
        stop: Problem | None = None
        failure: yaml.MarkedYAMLError | None = None
        try:
            for event in islice(iter(CParser(self.text).get_event, None), VALUES):
                last = event
                stop = steps[type(event)](event)
                if stop is not None:
                    break
        except yaml.MarkedYAMLError as error:
            failure = error
        if last and not (stop or failure or isinstance(last, StreamEndEvent)):
            stop = Problem(self._where(last), Rule.TOO_MANY_VALUES, {"limit": VALUES})
        data = self.root[0] if self.root else None
        return Read(data, (stop,) if stop else (), failure, last, self.repeated)

    def _steps(self) -> dict[type[Event], Callable[..., Problem | None]]:
        return {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._mapping,
            SequenceStartEvent: self._sequence,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
            DocumentEndEvent: _nothing,
            StreamStartEvent: _nothing,
            StreamEndEvent: _nothing,
        }

    def _scalar(self, event: ScalarEvent) -> Problem | None:
        value: str | None = intern(event.value) if len(event.value) <= _SHORT else event.value
        if event.anchor or event.tag:
            return self._decorated(event)
        if event.value in ABSENT if not event.style else event.value.isspace():
            value = None
        if self.key is None and type(self.here) is dict:
            self.key = value
            return Problem(self._where(event), Rule.KEY_NOT_TEXT) if value is None else None
        return self._put(event, value)

    def _put(self, event: Event, value: Data) -> Problem | None:
        here, key = self.here, self.key
        if isinstance(here, list):
            here.append(value)
            return None
        if key is None:
            return Problem(self._where(event), Rule.KEY_NOT_TEXT)
        if key in here:
            self.repeated = True
        else:
            here[key] = value
        self.key = None
        return None

    def _mapping(self, event: MappingStartEvent) -> Problem | None:
        return self._open(event, {})

    def _sequence(self, event: SequenceStartEvent) -> Problem | None:
        return self._open(event, [])

    def _open(self, event: MappingStartEvent | SequenceStartEvent, new: list[Data] | dict[str, Data]) -> Problem | None:
        if event.anchor or event.tag:
            return self._decorated(event)
        if len(self.above) >= LEVELS:
            return Problem(self._where(event), Rule.TOO_DEEP, {"limit": LEVELS})
        stop = self._put(event, new)
        self.above.append(self.here)
        self.here = new
        return stop

    def _end(self, _event: Event) -> None:
        self.here = self.above.pop()

    def _alias(self, event: AliasEvent) -> Problem:
        return Problem(self._where(event), Rule.STAR, {"value": f"*{event.anchor}"})

    def _decorated(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> Problem:
        where = self._where(event)
        if event.anchor:
            return Problem(where, Rule.ANCHOR, {"value": f"&{event.anchor}"})
        return Problem(where, Rule.TAG, {"value": event.tag})

    def _document(self, event: DocumentStartEvent) -> Problem | None:
        self.documents += 1
        rest = self.text[start_of(event).index :].removeprefix("---").split("\n")
        told = (line.strip() for line in rest)
        first = next((line[:120] for line in told if line and not line.startswith("#")), "")
        if self.documents == 1 or not first:
            return None
        is_fields = re.match(r"[\w-]+:(?:\s|$)", first)
        rule = Rule.SEVERAL_DOCUMENTS if is_fields else Rule.TEXT_AFTER_FIELDS
        return Problem(self._where(event), rule, {"value": first})

    def _where(self, event: Event) -> Where:
        mark = start_of(event)
        return Where(self.path, mark.line + 1, mark.column + 1)


def start_of(event: Event) -> yaml.Mark:
    """Where an event begins; libyaml always says so."""
    return cast("yaml.Mark", event.start_mark)


def end_of(event: Event) -> yaml.Mark:
    """Where an event ends."""
    return cast("yaml.Mark", event.end_mark)


def _nothing(_event: Event) -> None:
    return None
