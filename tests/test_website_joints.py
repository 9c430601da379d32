"""Long words are divided where they were joined."""

import pytest

from hefte.website.joints import jointed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aktivitetsheftet", "Aktivitets\u00adheftet"),
        ("Severdigheiter", "Severdig\u00adheiter"),
        ("Heftet", "Heftet"),
        ("Turheftet", "Turheftet"),
        ("Kafé og prat", "Kafé og prat"),
    ],
)
def test_a_long_word_is_divided_at_its_joint(text: str, expected: str) -> None:
    assert jointed(text, "heftet heiter") == expected
