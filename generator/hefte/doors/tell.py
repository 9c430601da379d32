"""Problems as lines for a terminal, a log or a program, with the text that they are about."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from hefte.language import Words
from hefte.problem import Problem
from hefte.report import report


def tell(problems: Iterable[Problem], form: str, words: Words, content: Path, *, whole: bool = True) -> Iterator[str]:
    """Tell the problems in one of the forms of `hefte check --format`; `whole` tells people every notice."""

    def text_of(path: str) -> str | None:
        file = content / path
        is_text = file.suffix.lower() in {".yaml", ".yml"} and file.is_file() and not file.is_symlink()
        return file.read_text(encoding="utf-8", errors="replace") if is_text else None

    return report(problems, form, words, text_of, content.as_posix(), whole=whole)
