"""`make bench-search`: our search beside Pagefind, MiniSearch and Material's own, on the same texts and judged queries.

It needs Node; the peers are fetched from npm into a temporary folder unless --modules names one that has them.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import files
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.judged import HALVES, HOUSE, Query, Score, by_kind, catalogue, mean, queries, score
from hefte.doors.package import rules_of_walks, words_of
from hefte.doors.site import synonyms_of
from hefte.search.index import index
from hefte.search.said import KIND, TITLE, said_of
from hefte.search.scripts import scripts
from hefte.search.synonyms import synonym_groups

PEERS = ("minisearch@7", "pagefind@1")
HEAD = f"{'':22}{'first':>8}{'of 3':>8}{'MRR':>8}{'nDCG':>8}{'recall':>8}{'half':>8}"


def write_collection(folder: Path, content: str, language: str) -> list[Mapping[str, str]]:
    """Our index of a content folder as scripts, and the same texts for the others."""
    there, words = catalogue(content), words_of(language)
    said = [tuple(said_of(entry, there, words, rules_of_walks())) for entry in there.shown]
    synonyms = synonyms_of(there.settings)
    made = scripts(index(said, synonyms), synonym_groups(synonyms), len(there.shown))
    (folder / f"{name_of(content, language)}.js").write_text(made.first, "utf-8")
    for number, block in enumerate(made.blocks):
        (folder / f"{name_of(content, language)}-{number}.js").write_text(block, "utf-8")
    return [
        {
            "id": entry.id,
            "title": next(one.text for one in row if one.weight == TITLE),
            "tags": "  ".join(one.text for one in row if one.weight == KIND),
            "text": "\n".join(one.text for one in row if one.weight > KIND),
        }
        for entry, row in zip(there.shown, said, strict=True)
    ]


def name_of(content: str, language: str) -> str:
    """What a collection is called on disk."""
    return f"{content.rpartition('/')[2]}-{language}"


def ask(asked: Sequence[Query], folder: Path, modules: Path, only: str = "") -> Mapping[str, list[list[str]]]:
    """The ids that each engine finds for each query."""
    wanted = sorted({(query.content, query.language) for query in asked})
    collections = {name_of(*one): write_collection(folder, *one) for one in wanted}
    rows = [
        {"collection": name_of(query.content, query.language), "language": query.language, "text": query.text}
        for query in asked
    ]
    (folder / "asked.json").write_text(json.dumps({"collections": collections, "queries": rows}), "utf-8")
    script = HOUSE / "templates" / "website" / "js" / "search.js"
    (folder / "search.js").write_text(script.read_text("utf-8"), "utf-8")
    listed = files("mkdocs-material") or []
    templates = Path(next(one.locate() for one in listed if one.match("material/templates/base.html"))).parent
    program = ["node", str(Path(__file__).with_name("search_peers.cjs")), str(folder), str(modules), str(templates)]
    done = subprocess.run([*program, *([only] if only else [])], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"node failed:\n{done.stderr[-3000:]}")
    answers: dict[str, list[list[str]]] = json.loads(done.stdout)
    return answers


def line(name: str, one: Score) -> str:
    """A line of the table, in per cent."""
    return f"{name:22}" + "".join(f"{100 * value:8.1f}" for value in one)


def compare(modules: Path, halves: Sequence[str], only: str, details: bool) -> None:
    """Print what each engine reaches on each half, and ours for each kind of query."""
    with TemporaryDirectory() as folder:
        for half in halves:
            asked = queries(half)
            answers = ask(asked, Path(folder), modules, only)
            print(f"\n{half}: {len(asked)} queries, per cent\n{HEAD}")
            scores = {
                name: [score(*pair) for pair in zip(asked, found, strict=True)] for name, found in answers.items()
            }
            for name, rows in scores.items():
                print(line(name, mean(rows)))
            for name, rows in scores.items() if details else ():
                print(f"\n{name} by kind")
                for kind, one in by_kind(asked, rows).items():
                    print(line(kind, one))


def fetch(folder: Path) -> Path:
    """The peers from npm, in a folder of their own."""
    (folder / "package.json").write_text('{"private": true}', "utf-8")
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", *PEERS], cwd=folder, check=True)
    return folder / "node_modules"


def main() -> None:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--modules", type=Path, help="a node_modules folder that has the peers")
    parser.add_argument("--half", choices=HALVES, action="append", help="one half only")
    parser.add_argument("--only", default="", help="one engine only, such as Hefte")
    parser.add_argument("--kinds", action="store_true", help="also by kind of query")
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        modules = chosen.modules or fetch(Path(folder))
        compare(modules.resolve(), chosen.half or HALVES, chosen.only, chosen.kinds)


if __name__ == "__main__":
    main()
