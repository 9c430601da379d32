"""The draft of an entry out of answers: each is tried on the model at once, and what is not known is a comment."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from hefte.asking.questions import ID, TITLE, Question
from hefte.catalogue import Catalogue
from hefte.check import check
from hefte.check.people import holds_birth_number
from hefte.field_words import hint
from hefte.language import Words
from hefte.model import Entry, Organisation, Place
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import Need
from hefte.norwegian import slug
from hefte.problem import Problem, Rule, Severity, Where
from hefte.reading import read_file
from hefte.reading.folders import id_of
from hefte.reading.limits import ID_CHARACTERS
from hefte.schema import headed
from hefte.spelling import nearest, plain
from hefte.telling.values import field_label

_LONGEST_ID = 60


class Draft(NamedTuple):
    """An entry in the making: its type, its id, and the value of each field as YAML on one line."""

    kind: type[Entry]
    id: str
    values: Mapping[str, str]

    @property
    def path(self) -> str:
        """Where its file is to lie below content/."""
        return f"{self.kind.folder}/{self.id}.yaml"

    def text(self, words: Words) -> str:
        """The whole file: its schema for text editors, what was answered, and the advised fields that are missing."""
        keys = (row.alias for row in fields_of(self.kind))
        known = (f"{key}: {self.values[key]}" for key in keys if key in self.values)
        return headed(self.path, "".join(f"{line}\n" for line in (*known, *_missing(self, words))))


def proposed_id(title: str) -> str:
    """The id that a title makes; one that every machine and the site's own pages allow."""
    return id_of(f"{slug(title)[:_LONGEST_ID].strip('-')}.yaml")


def refusals(question: Question, value: str, draft: Draft, catalogue: Catalogue) -> tuple[Problem, ...]:
    """What is wrong with an answer, in the model's own words; what other fields lack is not its fault."""
    if holds_birth_number(value):
        return (Problem(Where(draft.path), Rule.BIRTH_NUMBER, {"value": value}),)
    own = tuple(_own_refusals(question, value, draft, catalogue))
    if own or question.key == ID:
        return own
    language = next(iter(catalogue.settings.languages), "nb")
    found = read_file(draft.path, f"{question.key}: {value}\n".encode(), language).problems
    refused = tuple(one for one in found if one.stops_the_build and one.rule is not Rule.MISSING_FIELD)
    return refused or tuple(_doubts(question, value, draft, catalogue))


def with_answer(draft: Draft, key: str, value: str) -> Draft:
    """The draft with one answer more; the end of an event stands on a line of its own below its start."""
    first, *others = value.split("\n")
    more = (line.partition(": ")[::2] for line in others)
    return draft._replace(values={**draft.values, key: first, **dict(more)})


def _doubts(question: Question, value: str, draft: Draft, catalogue: Catalogue) -> Iterator[Problem]:
    """What the whole check says of the answer, beside the answers before it."""
    answered = with_answer(draft, question.key, value)
    lines = [f"{key}: {each}" for key, each in answered.values.items()]
    language = next(iter(catalogue.settings.languages), "nb")
    read = read_file(draft.path, "".join(f"{line}\n" for line in lines).encode(), language).documents
    around = tuple(each for each in catalogue.documents if isinstance(each, Place | Organisation))
    number = tuple(answered.values).index(question.key) + 1
    for problem in check(replace(catalogue, documents=(*around, *read))) if read else ():
        is_grave = problem.severity is not Severity.NOTICE or problem.rule is Rule.REPEATED_FROM_NO_DAY
        if is_grave and problem.where[:2] == (draft.path, number):
            yield problem


def _own_refusals(question: Question, value: str, draft: Draft, catalogue: Catalogue) -> Iterator[Problem]:
    if question.key == TITLE:
        yield from _same_title(value, draft, catalogue)
    elif question.key == ID:
        yield from _bad_name(value, draft)
    elif question.key == "kategorier":
        unknown = (code.strip('"') for code in value.strip("[]").split(", "))
        for code in unknown:
            if code not in catalogue.categories:
                near = nearest(code, question.choices.values())
                yield Problem(Where(draft.path), Rule.UNKNOWN_CATEGORY, {"value": code, "nearest": near})


def _bad_name(value: str, draft: Draft) -> Iterator[Problem]:
    """A name that is not taken as it is would be another file, or lie elsewhere."""
    instead = id_of(f"{value}.yaml")
    if instead != value:
        told = {"name": value[:_LONGEST_ID], "limit": ID_CHARACTERS, "instead": instead}
        yield Problem(Where(draft.path), Rule.BAD_FILE_NAME, told)


def _same_title(value: str, draft: Draft, catalogue: Catalogue) -> Iterator[Problem]:
    title = plain(value.strip('"'))
    for entry in catalogue.all(draft.kind):
        if plain(entry.title.said("nb").text) == title:
            told = {"title": value.strip('"'), "other": entry.path}
            yield Problem(Where(draft.path), Rule.DUPLICATE_TITLE, told)
            return


def _missing(draft: Draft, words: Words) -> Iterator[str]:
    rows = [row for row in fields_of(draft.kind) if row.need is Need.ADVISED and row.alias not in draft.values]
    if rows:
        yield ""
        yield f"# {words.say('new.missing')}"
    yield from (_comment(draft.kind, row, words) for row in rows)


def _comment(kind: type[Entry], row: FieldRow, words: Words) -> str:
    """A field without its value: an example that somebody forgot to change would be told as a fact."""
    label = field_label(kind, row, words)
    told = hint(kind, row, words).replace("`", "")
    return f"# {row.alias}:   # {label}. {told} {words.say('new.for-example', example=row.example)}"
