"""Say what a rule asks for, with an example of wrong and right, and whether `hefte fix` can mend what breaks it."""

import re

from hefte.doors.console import Console
from hefte.doors.options import Options
from hefte.doors.trouble import Exit, Trouble
from hefte.mending import FIXABLE
from hefte.problem import Rule
from hefte.spelling import nearest

_MARK = "*"


def explain_rule(options: Options, console: Console) -> Exit:
    """What `hefte explain` does."""
    if not options.rule:
        _list_rules(console)
        return Exit.FINE
    rule = next((rule for rule in Rule if rule == options.rule), None)
    if rule is None:
        raise _unknown(options.rule, console)
    console.write(console.words.say(f"explain.{rule}"))
    if rule in FIXABLE:
        console.write("")
        console.say("explain-fixable")
    return Exit.FINE


def _list_rules(console: Console) -> None:
    for rule in Rule:
        mark = _MARK if rule in FIXABLE else " "
        console.write(f"{mark} {rule:<32}  {_first_sentence(console.words.table[f'problem.{rule}'])}")
    console.write("")
    console.say("explain-mark", mark=_MARK)


def _unknown(written: str, console: Console) -> Trouble:
    near = nearest(written, tuple(Rule), limit=1)
    hint = console.words.say("command.did-you-mean", value=near[0]) if near else ""
    return Trouble("unknown-rule", code=Exit.WRONG_USE, value=written, nearest=hint)


def _first_sentence(said: str) -> str:
    """A rule's words without the values of a case: `…` stands where one would be."""
    plain = re.sub(r"[{][a-z]+[}]", "…", said.replace("{{", "{").replace("}}", "}"))
    return re.split(r"(?<=[.?!]) (?=[A-ZÆØÅ«“])", plain, maxsplit=1)[0]
