"""What a site is made of: each output has a path, a key of everything it is made from, and a way to make it."""

from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple

from hefte.source import File


class Output(NamedTuple):
    """One file to publish; the path is relative to the site, with `/`.

    Where the live file was made from the same key it is kept as it is, and `make` is not called.
    Without a key it is made every time, and still not rewritten where the bytes are the same.
    """

    path: str
    key: str | None
    make: Callable[[], bytes | str]


def ready(file: File) -> Output:
    """A file whose content is already made."""
    return Output(file.path, None, lambda: file.content)


def fingerprint(*parts: str | bytes) -> str:
    """A key of 32 characters for a row of texts; the same on every machine and in every run."""
    contents = [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]
    lengths = ",".join([str(len(content)) for content in contents])
    return blake2b(b"".join((lengths.encode(), b";", *contents)), digest_size=16).hexdigest()
