"""The door to Hunspell and its dictionaries: which words they do not know. Only `hefte check --spelling` opens it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from hefte.check.spelt import Spelt, Unknown, misspelt, own_words, words_to_look_up
from hefte.doors.build import Work
from hefte.doors.console import Console
from hefte.problem import Problem
from hefte.reading.folders import WORD_LIST

SECONDS = 120.0
MOST_WITH_SUGGESTIONS = 300
"""Suggestions take up to a tenth of a second each; whoever has more mistakes than this has another problem."""

_SUGGESTED = re.compile(r"& (?P<word>\S+) \d+ \d+: (?P<instead>.+)")


class NoDictionary(Exception):
    """The program or the dictionary is not on this machine."""


def problems_of_spelling(work: Work, console: Console) -> tuple[Problem, ...]:
    """What the dictionaries of this machine say of the texts; a remark where there are none."""
    if work.catalogue is None:
        return ()
    words = words_to_look_up(work.catalogue, _own(work.content.folder))
    unknown: dict[str, Unknown] = {}
    for dictionary, spelt in groupby(sorted(words, key=_dictionary), key=_dictionary):
        try:
            unknown[dictionary] = unknown_words((one.word for one in spelt), dictionary)
        except NoDictionary:
            console.remark("spelling-not-found", dictionary=dictionary)
        except (OSError, subprocess.SubprocessError) as error:
            console.remark("spelling-stopped", reason=type(error).__name__)
    return tuple(misspelt(words, unknown))


def unknown_words(words: Iterable[str], dictionary: str, seconds: float = SECONDS) -> Unknown:
    """The words that a dictionary of Hunspell does not know, with what it suggests; raise NoDictionary."""
    program = shutil.which("hunspell")
    if program is None:
        raise NoDictionary
    asked = sorted(set(words))
    unknown = _said(program, dictionary, "-l", asked, seconds).split()
    answers = _said(program, dictionary, "-a", [f"^{word}" for word in unknown[:MOST_WITH_SUGGESTIONS]], seconds)
    instead = {match["word"]: tuple(match["instead"].split(", ")) for match in _SUGGESTED.finditer(answers)}
    return {word: instead.get(word, ()) for word in unknown}


def _said(program: str, dictionary: str, how: str, lines: Iterable[str], seconds: float) -> str:
    """What the program says; without the personal dictionary of whoever runs it."""
    call = [program, "-d", dictionary, "-i", "utf-8", "-p", os.devnull, how]
    text = "".join(f"{line}\n" for line in lines)
    done = subprocess.run(
        call,
        input=text,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=seconds,
        check=False,
        env=_env(),
    )
    if done.returncode or "Can't open" in done.stderr:
        raise NoDictionary
    return done.stdout


def _env() -> Mapping[str, str]:
    """The same on every machine: its own choice of dictionary is left out."""
    return {name: value for name, value in os.environ.items() if name not in ("DICTIONARY", "WORDLIST")} | {
        "LC_ALL": "C.UTF-8"
    }


def _own(content: Path) -> frozenset[str]:
    try:
        return own_words((content / WORD_LIST).read_text(encoding="utf-8-sig", errors="replace"))
    except OSError:
        return frozenset()


def _dictionary(one: Spelt) -> str:
    return one.dictionary
