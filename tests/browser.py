"""Find a Chromium for the browser tests: install it as root on Debian, elsewhere say what is missing."""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SPARED = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
    *("AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding"),
    *("PreconnectToSearch", "ThirdPartyStoragePartitioning"),
)
"""Two pages of Chromium's own for each of ours, half of what one costs; and what Playwright turns off, as only the last
list counts."""


def find() -> str | None:
    """The path of the browser: the one that HEFTE_CHROMIUM names, or the first of the usual ones."""
    return os.environ.get("HEFTE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def start(playwright: Playwright) -> Browser:
    """A browser without a window, and without what only somebody at a window would use."""
    spared = f"--disable-features={','.join(SPARED)}"
    return playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", spared])


def install() -> None:
    """Install Debian's Chromium, quietly; what goes wrong is shown."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        done = subprocess.run(["apt-get", *command], env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"apt-get {' '.join(command)} failed:\n{done.stdout}{done.stderr}")


def main() -> None:
    """Find a browser, or install one, or stop with what to do."""
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if find() is None and may_install:
        print("Installing Chromium for the browser tests (once) …", flush=True)
        install()
    if find() is None:
        sys.exit(
            "The browser tests need Chromium, and none was found. Install it (Debian: sudo apt-get install chromium; "
            "Fedora: sudo dnf install chromium; macOS: brew install --cask chromium), "
            "or name one: HEFTE_CHROMIUM=/path/to/chromium."
        )


if __name__ == "__main__":
    main()
