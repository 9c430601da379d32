"""Variation that never varies: the same seed gives the same picture on every machine."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Seed(NamedTuple):
    """A name from which numbers are drawn; each question has its own answer, in any order."""

    text: str

    def under(self, *names: object) -> "Seed":
        """A seed of its own for one part, so that adding a tree does not move the houses."""
        return Seed("/".join((self.text, *map(str, names))))

    def share(self, question: object) -> float:
        """A number from 0 up to 1."""
        digest = blake2b(f"{self.text}?{question}".encode(), digest_size=4).digest()
        return int.from_bytes(digest, "big") / 2**32

    def number(self, question: object, low: float, high: float) -> float:
        """A number from low up to high."""
        return low + (high - low) * self.share(question)

    def whole(self, question: object, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.share(question) * (high - low + 1))

    def choice(self, question: object, options: Sequence[T]) -> T:
        """One of the options."""
        return options[int(self.share(question) * len(options))]

    def yes(self, question: object, share: float = 0.5) -> bool:
        """True in the given share of cases."""
        return self.share(question) < share

    def order(self, question: object, options: Sequence[T]) -> tuple[T, ...]:
        """All the options, shuffled."""
        places = sorted(range(len(options)), key=lambda place: self.share((question, place)))
        return tuple(options[place] for place in places)
