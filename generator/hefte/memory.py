"""What an earlier run worked out may be recalled by a key, so that one changed file costs one file's work."""

from typing import Protocol


class Memory(Protocol):
    """Values by key; the key must name everything that the value depends on, the engine's own code included."""

    def recall(self, key: str) -> object | None:
        """What was kept under the key, or None."""

    def keep(self, key: str, value: object) -> None:
        """Keep a value that this run still uses; what a run neither recalls nor keeps is forgotten."""


class Forgetful:
    """A memory that keeps nothing: for tests, and for those who want every run to do all its work."""

    def recall(self, key: str) -> object | None:  # noqa: ARG002
        """Nothing, ever."""
        return None

    def keep(self, key: str, value: object) -> None:
        """Let it go."""
