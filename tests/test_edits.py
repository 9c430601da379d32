"""Changes of a file's text: one place changes, every other character stays."""

import pytest

from hefte.edits import Edit, applied, difference, with_value
from hefte.positions import Location

ENTRY = 'tittel: "Kaffe"  # hver uke\nkontrollert: {dato: 2026-01-02, av: Kari}\n'


@pytest.mark.parametrize(
    ("before", "at", "key", "value", "after"),
    [
        (ENTRY, (), "tittel", "Te: og kaker", ENTRY.replace('"Kaffe"', '"Te: og kaker"')),
        (ENTRY, ("kontrollert",), "dato", "2026-11-30", ENTRY.replace("2026-01-02", "2026-11-30")),
        (ENTRY, ("kontrollert",), "neste", "2027-06-01", ENTRY.replace("av: Kari}", "av: Kari, neste: 2027-06-01}")),
        (ENTRY, (), "status", "pause", f"{ENTRY[:-1]}\nstatus: pause\n"),
        (ENTRY, (), "kontrollert", "2026-11-30", ENTRY.replace("{dato: 2026-01-02, av: Kari}", "2026-11-30")),
        (
            "- id: a\n- id: b  # den andre\n",
            (1,),
            "status",
            "pause",
            "- id: a\n- id: b  # den andre\n  status: pause\n",
        ),
        ("kontakt:\n  tlf: 1\nliste:\n  - en\n", (), "liste", "to", "kontakt:\n  tlf: 1\nliste:\n  to\n"),
        (
            "når:\n  - {dag: fredag}\n  - {dag: lørdag}\n\n# prisen\npris: 60\n",
            (),
            "når",
            [{"dag": "tirsdag"}],
            "når:\n  - {dag: tirsdag}\n\n# prisen\npris: 60\n",
        ),
        ("om: |\n  En.\n\n  To.\npris: 60\n", (), "om", "Tre.\nFire.", 'om: "Tre.\\nFire."\npris: 60\n'),
        ("når:\n  - {dag: fredag}  # helst\n  - {dag: lørdag}\n", (), "når", [{"dag": "tirsdag"}], None),
        ("- en\n", (), "tittel", "to", None),
    ],
)
def test_a_field_is_set_and_every_other_character_stays(
    before: str, at: Location, key: str, value: str, after: str | None
) -> None:
    assert with_value(before, at, key, value) == after


def test_two_edits_of_the_same_characters_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="Edit"):
        applied("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])


def test_what_would_change_is_shown_as_a_diff() -> None:
    shown = difference("turer/runden.yaml", "a: 1\nb: 2\n", "a: 1\nb: 3\n")

    assert shown == "--- turer/runden.yaml\n+++ turer/runden.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n"


def test_where_nothing_changes_nothing_is_shown() -> None:
    assert difference("a.yaml", "a: 1\n", "a: 1\n") == ""
