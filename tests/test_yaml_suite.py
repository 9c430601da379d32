"""The 400 cases of yaml-test-suite, which nobody here wrote: never a traceback, always a place."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from hefte.doors.package import words_of
from hefte.reading import read_file
from hefte.report import report

REAL_DATA = os.environ.get("HEFTE_REAL_DATA")
SUITE = Path(REAL_DATA or ".") / "yaml-test-suite" / "src"

pytestmark = pytest.mark.skipif(
    not SUITE.is_dir(), reason="HEFTE_REAL_DATA does not name a folder with yaml-test-suite"
)

_MARKS = {"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": "", "∎\n": ""}
"""How the suite writes what cannot be seen."""


def _texts() -> Iterator[tuple[str, str]]:
    for path in sorted(SUITE.glob("*.yaml")):
        for number, case in enumerate(yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)):  # noqa: S506
            text = case.get("yaml")
            if text is not None:
                for mark, meant in _MARKS.items():
                    text = text.replace(mark, meant)
                yield f"{path.stem}-{number}", text


def test_every_case_is_read_or_refused_with_a_place() -> None:
    words = words_of("nb")
    texts = dict(_texts())

    for name, text in texts.items():
        reading = read_file("turer/a.yaml", text.encode())
        last = text.count("\n") + text.count("\r") + 2
        assert all(1 <= problem.where.line <= last for problem in reading.problems), name
        assert reading.problems, name
        assert any(report(reading.problems, "text", words, lambda _path, text=text: text)), name

    assert len(texts) > 350
