"""The command `hefte`: finds the command, speaks the reader's language, and ends with the right exit code."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from traceback import extract_tb, format_exception

import hefte
from hefte.doors.commands import COMMANDS, Command
from hefte.doors.console import Console, console
from hefte.doors.edition import STATE
from hefte.doors.options import LANGUAGE, Option, read_options
from hefte.doors.package import templates
from hefte.doors.trouble import EngineError, Exit, Trouble, as_trouble
from hefte.language import Words

_LANGUAGE_LINE = re.compile(rb"^spr\xc3\xa5k:\s*\[?\s*\"?(nb|nn|en)\b", re.MULTILINE)


def run() -> None:
    """What the installed command calls."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Carry out what was written after `hefte`, and give the exit code."""
    here = console(_language(arguments))
    try:
        return _carry_out(arguments, here)
    except Trouble as trouble:
        here.remark(trouble.name, **trouble.values)
        return trouble.code
    except EngineError as error:
        told = as_trouble(error) or Trouble("engine-trouble", reason=error)
        here.remark(told.name, **told.values)
        _say_what_was_made(error, here)
        return Exit.MACHINE
    except KeyboardInterrupt:
        here.remark("stopped")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: let the last flush go there
        return Exit.MACHINE
    except Exception as error:  # noqa: BLE001  # the last stop: an editor gets a sentence, we get the log
        return _not_the_content(error, here)


def _carry_out(arguments: Sequence[str], here: Console) -> int:
    name, *rest = arguments or ("--help",)
    if name == "--version":
        here.write(hefte.__version__)
        return Exit.FINE
    if name in ("--help", "-h"):
        here.write("\n".join(_help(here.words)))
        return Exit.FINE if arguments else Exit.WRONG_USE
    command = _command(name)
    if {"--help", "-h"} & set(rest):
        here.write("\n".join(_help_of(command, here.words)))
        return Exit.FINE
    return command.run(read_options(name, command.options, rest), here)


def _command(name: str) -> Command:
    for command in COMMANDS:
        if command.name == name:
            return command
    raise Trouble(
        "unknown-command", code=Exit.WRONG_USE, value=name, choices=", ".join(command.name for command in COMMANDS)
    )


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, or else the first that the site's settings name, read before anything may go wrong."""
    language, content = (_value(arguments, flag) for flag in (LANGUAGE.flag, "--content"))
    try:
        written = _LANGUAGE_LINE.search((Path(content or "content") / "oppsett.yaml").read_bytes()[:100_000])
    except OSError:
        written = None
    return language or (written[1].decode() if written else "nb")


def _value(arguments: Sequence[str], flag: str) -> str:
    for argument, following in pairwise((*arguments, "")):
        if argument == flag:
            return following
        if argument.startswith(f"{flag}="):
            return argument.partition("=")[2]
    return ""


def _help(words: Words) -> Iterator[str]:
    say = words.say
    yield f"{say('command.title')}\n"
    yield f"{say('command.usage')}: hefte {say('command.value.command')} [--help]\n"
    yield f"{say('command.commands')}:"
    yield from _table((command.name, say(f"command.about.{command.name}")) for command in COMMANDS)
    yield f"\n{say('command.options')}:"
    yield from _table((("--help", say("command.option.help")), ("--version", say("command.option.version"))))
    yield f"\n{say('command.more')}"


def _help_of(command: Command, words: Words) -> Iterator[str]:
    say = words.say
    yield f"{say(f'command.about.{command.name}')}\n"
    flags = " ".join(f"[{_shown(option, words)}]" for option in command.options)
    yield f"{say('command.usage')}: hefte {command.name} {flags}".rstrip()
    yield f"\n{say('command.options')}:"
    rows = ((_shown(option, words), _about(option, words)) for option in command.options)
    yield from _table((*rows, ("--help", say("command.option.help"))))
    if words.has(f"command.told.{command.name}"):
        yield f"\n{say(f'command.told.{command.name}').rstrip()}"


def _shown(option: Option, words: Words) -> str:
    value = words.say(f"command.value.{option.value}") if option.value else ""
    return f"{option.flag} {value}".rstrip() if option.flag.startswith("--") else value


def _about(option: Option, words: Words) -> str:
    return words.say(option.about, choices=", ".join(option.choices))


def _table(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    rows = tuple(rows)
    width = max(len(left) for left, _ in rows)
    return (f"  {left:<{width}}  {right}" for left, right in rows)


def _not_the_content(error: Exception, here: Console) -> int:
    """A template of the municipality's own is named with its line; anything else is a mistake of ours."""
    from jinja2 import TemplateError, TemplateSyntaxError

    if not isinstance(error, TemplateError):
        return _our_mistake(error, here)
    if isinstance(error, TemplateSyntaxError):
        place = f"{error.filename or error.name}:{error.lineno}"
    else:
        place = _template_place(error)
    here.remark("template-error", place=place, reason=error.message or type(error).__name__)
    _say_what_was_made(error, here)
    return Exit.WRONG_USE


def _template_place(error: Exception) -> str:
    """The line of a template that stands in the traceback, the innermost one."""
    frames = [frame for frame in extract_tb(error.__traceback__) if not frame.filename.endswith(".py")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else str(templates())


def _our_mistake(error: Exception, here: Console) -> int:
    log = Path(STATE) / "error.log"
    try:
        log.parent.mkdir(exist_ok=True)
        log.write_text("".join(format_exception(error)), encoding="utf-8", errors="backslashreplace")
    except OSError:
        here.remarks.write("".join(format_exception(error)))
    here.remark("our-mistake", reason=f"{type(error).__name__}: {error}", path=str(log))
    _say_what_was_made(error, here)
    return Exit.MACHINE


def _say_what_was_made(error: Exception, here: Console) -> None:
    for path in getattr(error, "__notes__", ())[:1]:
        here.remark("while-making", path=path)
