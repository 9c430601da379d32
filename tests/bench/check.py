"""How long the check takes: `make bench-check` checks 1,000 files by all rules, beside PyYAML's C loader.

Promised: start-up taken off, no more CPU than `yaml.load(…, CSafeLoader)` needs only to load them. Start-up is what
the same command takes for one file. Run it with `PYTHONPATH=tests .venv/bin/python -m bench.check [files] [rounds]`.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from bench import municipality
from bench.compare import HEFTE, measure

FILES, ROUNDS = 1_000, 5
_LOAD = "import sys, yaml, pathlib\nfor file in sorted(pathlib.Path('content').rglob('*.yaml'))[:int(sys.argv[1])]:\n"
LOADER = (sys.executable, "-c", f"{_LOAD}    yaml.load(file.read_text('utf-8'), yaml.CSafeLoader)\n")
CHECK = (*HEFTE, "check", "--today", "2026-11-22")


def main(files: int = FILES, rounds: int = ROUNDS) -> None:
    """Print the CPU seconds of each, the best of rounds that take turns, and how many times the loader's that is."""
    with TemporaryDirectory(prefix="hefte-bench-") as place:
        whole, alone, memory = Path(place, "whole"), Path(place, "alone"), Path(place, "cache")
        os.environ["XDG_CACHE_HOME"] = str(memory)
        for folder, number in ((whole, files), (alone, 1)):
            municipality.write(folder / "content", number)
        turns: dict[str, Callable[[], float]] = {
            "the loader": lambda: _cost((*LOADER, str(files)), whole) - _cost((*LOADER, "0"), whole),
            "check, for the first time": lambda: (
                -_cost(CHECK, alone, forget=memory) + _cost(CHECK, whole, forget=memory)
            ),
            "check again": lambda: _cost(CHECK, whole) - _cost(CHECK, alone),
        }
        found: dict[str, list[float]] = {name: [] for name in turns}
        for _ in range(rounds):
            for name, turn in turns.items():
                found[name].append(turn())
    loader = min(found["the loader"])
    print(f"{files} files, start-up taken off, the best of {rounds}\n")
    for name, costs in found.items():
        print(f"{name:28}{min(costs):8.2f} CPU s{min(costs) / loader:8.2f} × the loader")


def _cost(command: tuple[str, ...], folder: Path, forget: Path | None = None) -> float:
    if forget:
        rmtree(forget, ignore_errors=True)
    return measure(command, folder).cpu


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
