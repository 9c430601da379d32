"""What a problem says, in the editor's language: what is wrong, and what to write instead."""

from collections.abc import Iterator, Mapping

from hefte.language import Words
from hefte.norwegian import joined
from hefte.problem import Problem
from hefte.showing import masked, visible

_COUNTS = ("number", "limit")
"""What we have counted ourselves: of eleven digits it is still no birth number."""

_HINTS = (("instead", "problem.write-instead"), ("add", "problem.add-line"), ("example", "problem.for-example"))


def sentence(problem: Problem, words: Words) -> str:
    """The whole message on one line; every rule's words may be followed by the same few hints."""
    values = {name: _counted(value) if name in _COUNTS else _shown(value) for name, value in problem.values.items()}
    said = words.say(f"problem.{problem.rule}", **values)
    return " ".join((said, *_hints(problem.values, words)))


def _hints(values: Mapping[str, object], words: Words) -> Iterator[str]:
    yield from _of_links(values, words)
    near = _words_of(values.get("nearest"))
    if near:
        quoted = [words.say("problem.quoted", word=word) for word in near]
        yield words.say("problem.did-you-mean", nearest=joined(quoted, words.say("problem.or")))
    if choices := _words_of(values.get("choices")):
        yield words.say("problem.choices", choices=", ".join(choices))
    if beside := values.get("beside"):
        yield words.say("problem.add-line-beside", add=_shown(values["add"]), beside=_shown(beside))
    yield from _of_places(values, words)
    yield from _of_doubts(values, words)
    for name, key in _HINTS:
        if values.get(name) and not (name == "add" and beside):
            yield words.say(key, **{name: _shown(values[name])})


def _of_places(values: Mapping[str, object], words: Words) -> Iterator[str]:
    """Where what was written belongs, or that it stands there already."""
    if into := values.get("into"):
        told = {"into": _shown(into), "line": values["into_line"], "inside": _shown(values["inside"])}
        yield words.say("problem.write-into", **told)
    if left := values.get("left"):
        yield words.say("problem.too-far-left", key=_shown(values["key"]), left=_shown(left))
    if taken := values.get("taken"):
        yield words.say("problem.taken", taken=_shown(taken), line=values["taken_line"])


def _of_doubts(values: Mapping[str, object], words: Words) -> Iterator[str]:
    """What was written has several meanings, or does not agree with itself."""
    if either := _words_of(values.get("either")):
        yield words.say("problem.write-either", either=joined(either, words.say("problem.or")))
    if weekday := values.get("weekday"):
        yield words.say("problem.another-weekday", day=values["day"], weekday=words.say(f"choice.Weekday.{weekday}"))
    if values.get("unsure"):
        yield words.say("problem.leave-empty")


def _of_links(values: Mapping[str, object], words: Words) -> Iterator[str]:
    """Why a link could not be followed, and whether the municipality itself can mend what it leads to."""
    if why := values.get("why"):
        yield words.say(f"problem.link-why.{why}", status=values.get("status", ""))
    if values.get("own"):
        yield words.say("problem.link-own")


def _words_of(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple | list) else ()


def _counted(value: object) -> str:
    return str(value) if isinstance(value, int) else _shown(value)


def _shown(value: object) -> str:
    """A value on one line, without what could steer a terminal."""
    if isinstance(value, tuple | list):
        return ", ".join(_shown(part) for part in value)
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return visible(masked(" / ".join(line.strip() for line in text.split("\n") if line.strip())))
