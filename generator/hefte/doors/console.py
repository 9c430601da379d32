"""The door to the terminal: says things in the reader's language, and shows progress where somebody watches."""

import sys
from typing import NamedTuple, TextIO

from hefte.doors.package import words_of
from hefte.language import LANGUAGES, Words

_EVERY = 200
"""A progress line is renewed once per so many pages."""


class Console(NamedTuple):
    """Where answers go, where remarks go, and in which words."""

    words: Words
    out: TextIO
    remarks: TextIO

    def say(self, name: str, **values: object) -> None:
        """Say `command.<name>` as an answer."""
        self.write(self.words.say(f"command.{name}", **values))

    def remark(self, name: str, **values: object) -> None:
        """Say `command.<name>` beside the answer, where a pipe does not take it along."""
        print(self.words.say(f"command.{name}", **values), file=self.remarks)

    def write(self, text: str) -> None:
        """Write text as it is."""
        print(text, file=self.out)

    def progress(self, number: int) -> None:
        """Tell how many pages are made, on one line, and only on a terminal."""
        if number % _EVERY == 0 and self.remarks.isatty():
            print(f"\r{self.words.say('command.making', number=number)}\r", end="", file=self.remarks, flush=True)

    def counting(self, name: str, **values: object) -> None:
        """Say how far long work has come, on one line that is written over, and only on a terminal."""
        if self.remarks.isatty():
            said = self.words.say(f"command.{name}", **values)
            print(f"\r{said}\r", end="", file=self.remarks, flush=True)

    def counted(self, name: str, **values: object) -> None:
        """Take away what `counting` has said last, before the answer comes."""
        if self.remarks.isatty():
            print(" " * len(self.words.say(f"command.{name}", **values)), end="\r", file=self.remarks, flush=True)


def console(language: str) -> Console:
    """The terminal of this process; always UTF-8, and never stopped by a letter that it cannot show."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    return Console(spoken(language), sys.stdout, sys.stderr)


def spoken(language: str) -> Words:
    """The words of a language; of bokmål for one that we do not speak."""
    return words_of(language if language in LANGUAGES else LANGUAGES[0])
