"""How many pages and bytes each published booklet has, kept from one build to the next for the page that lists them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from hefte.output import Output, fingerprint
from hefte.website.site import Printed


def remembered(outputs: Iterable[Output], state: Path, content: Path) -> Iterator[Output]:
    """The same outputs; what is made of them is counted, what is kept is remembered, what is gone is forgotten."""
    before, counted = read_printed(state, content), dict[str, Printed]()
    paths = []
    for output in outputs:
        paths.append(output.path)
        yield output._replace(make=_counting(output, counted))
    known = {**before, **counted}
    rows = {path: list(known[path]) for path in paths if path in known}
    state.mkdir(parents=True, exist_ok=True)
    _file(state, content).write_text(json.dumps(rows), encoding="utf-8")


def read_printed(state: Path, content: Path) -> Mapping[str, Printed]:
    """What was printed last, by its path below the site; empty where nothing was."""
    try:
        rows = json.loads(_file(state, content).read_text(encoding="utf-8"))
        return {path: Printed(int(pages), int(size)) for path, (pages, size) in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _file(state: Path, content: Path) -> Path:
    """Several sites may keep their state in one folder; each has content of its own."""
    return state / f"printed-{fingerprint(str(content.resolve()))[:8]}.json"


def _counting(output: Output, counted: dict[str, Printed]) -> Callable[[], bytes | str]:
    def make() -> bytes | str:
        made = output.make()
        if isinstance(made, bytes):
            counted[output.path] = Printed(_pages(made), len(made))
        return made

    return make


def _pages(made: bytes) -> int:
    """The pages of a PDF; a book without pages has none."""
    if not made.startswith(b"%PDF"):
        return 0
    import pikepdf  # a rebuild that prints nothing shall not wait for it

    with pikepdf.open(BytesIO(made)) as pdf:
        return len(pdf.pages)
