"""`make bench`: our website beside stock MkDocs Material and Hugo with a bare theme, on the same entries.

CPU seconds (user and system, of all processes) and the peak memory of the largest process, as the kernel counts them.
Figures of one run on one machine can be compared with each other, and with nothing else.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench import municipality, peers

HEFTE = (sys.executable, "-m", "hefte")
MKDOCS = (sys.executable, "-m", "mkdocs")


class Cost(NamedTuple):
    """What one command cost."""

    cpu: float
    wall: float
    megabytes: float


class Peer(NamedTuple):
    """A maker of sites: what it is called, how its folder is laid out, and the command that builds it."""

    name: str
    write: Callable[[Path, int], None]
    command: tuple[str, ...]


OURS = Peer(
    "Hefte (website, one language)",
    lambda folder, number: municipality.write(folder / "content", number),
    (*HEFTE, "build", "--no-booklets", "--today", "2026-11-22"),
)
PEERS = (
    Peer("MkDocs Material, a page per entry", peers.write_mkdocs, (*MKDOCS, "build", "--quiet")),
    Peer("Hugo, bare theme", peers.write_hugo, ("hugo", "--quiet")),
)


def measure(command: tuple[str, ...], folder: Path) -> Cost:
    """Run a command and ask the kernel what it and its children cost."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{output.decode(errors='replace')[-3000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, wall, usage.ru_maxrss / 1024)


def compare(number: int, rounds: int, chosen: tuple[Peer, ...]) -> None:
    """Build everything cold, and print each cost and how many times ours it is."""
    print(f"{number} entries, cold, the best of {rounds}\n")
    print(f"{'':36}{'CPU s':>8}{'wall s':>8}{'peak MB':>9}{'pages':>8}{'× our CPU':>11}")
    ours = _row(OURS, number, rounds, None)
    for peer in chosen:
        if shutil.which(peer.command[0], path=f"{Path(sys.executable).parent}:{os.environ['PATH']}") is None:
            print(f"{peer.name:36}   not installed here, so not measured")
        else:
            _row(peer, number, rounds, ours)


def _row(peer: Peer, number: int, rounds: int, ours: Cost | None) -> Cost:
    costs = []
    with TemporaryDirectory(prefix="hefte-bench-") as place:
        for turn in range(rounds):
            folder = Path(place) / str(turn)
            folder.mkdir()
            peer.write(folder, number)
            costs.append(measure(peer.command, folder))
            pages = sum(1 for _ in folder.rglob("*.html")) - sum(1 for _ in folder.glob("layouts/**/*.html"))
            pages -= sum(1 for _ in folder.glob(".hefte-cache/**/*.html"))
            shutil.rmtree(folder)
    best = min(costs)
    ratio = f"{best.cpu / ours.cpu:.1f}" if ours else "1"
    print(f"{peer.name:36}{best.cpu:8.1f}{best.wall:8.1f}{best.megabytes:9.0f}{pages:8}{ratio:>11}", flush=True)
    return best


def one_change(number: int) -> None:
    """Change one entry of many and build again with a fresh command: what it costs, and what is rewritten."""
    print(f"\nOne changed entry among {number}, a fresh command\n")
    with TemporaryDirectory(prefix="hefte-bench-") as place:
        folder = Path(place)
        OURS.write(folder, number)
        measure(OURS.command, folder)
        before = _files(folder / "site")
        entry = next(iter(sorted((folder / "content/aktiviteter").iterdir())))
        entry.write_text(entry.read_text(encoding="utf-8").replace("Kaffen", "Teen").replace("Nr.", "Nummer"), "utf-8")
        cost = measure(OURS.command, folder)
        after = _files(folder / "site")
    written = sorted(path for path, inode in after.items() if before.get(path) != inode)
    print(f"{cost.wall:.2f} s, of them {cost.cpu:.2f} CPU s; {len(written)} of {len(after)} files rewritten:")
    print("  " + "\n  ".join(written[:12]))


def _files(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in site.rglob("*") if path.is_file()}


def main() -> None:
    """Read the few options and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only-ours", action="store_true")
    options = parser.parse_args()
    os.environ["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    compare(options.entries, options.rounds, () if options.only_ours else PEERS)
    one_change(max(1, options.entries // 10))


if __name__ == "__main__":
    main()
