"""How many bytes, gzipped, a phone fetches to have the whole site offline: `python -m bench.offline_bytes 1000`."""

import gzip
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.municipality import write


def bytes_of(site: Path, language: str, areas: int = 0) -> dict[str, int]:
    """Bytes over the wire by kind of file, for a reader of one language who has looked at so many areas."""
    told = json.loads((site / "sw.js").read_text("utf-8").removeprefix("var SITE=").split(";\n", 1)[0])
    paths = [path for code in ("", language) for path in told["files"].get(code, {})]
    spans = list(told["areas"].values())[:areas]
    for path in told["later"].get(language, {}):
        name, number = path.removeprefix("assets/").split("-")[0], int(path.rpartition("-")[2].removesuffix(".js"))
        many = told["rowsAFile"].get(name, 1)
        if any(first // many <= number <= (end - 1) // many for first, end in spans):
            paths.append(path)
    sizes: dict[str, int] = {}
    for path in [*paths, "sw.js"]:
        content = (site / path).read_bytes()
        sent = len(content) if path.endswith((".woff2", ".png")) else len(gzip.compress(content, 6))
        kind = path.removeprefix("assets/").split("-")[0] if path.startswith("assets/") else "pages and worker"
        sizes[kind] = sizes.get(kind, 0) + sent
    return {
        "total": sum(sizes.values()),
        "files": len(paths) + 1,
        **dict(sorted(sizes.items(), key=lambda row: -row[1])),
    }


def main(number: int) -> None:
    """Invent so many entries, build their site, and count."""
    from hefte.doors.command_line import main as hefte

    with TemporaryDirectory() as folder:
        content, site = Path(folder) / "content", Path(folder) / "site"
        write(content, number)
        hefte(["build", "--content", str(content), "--out", str(site), "--no-booklets"])
        print(json.dumps(bytes_of(site, "nb", areas=1), indent=1))


if __name__ == "__main__":
    main(int(sys.argv[1]))
