"""How Lighthouse judges the pages: `python -m benchmarks.lighthouse FOLDER [PATH …]`.

Lighthouse comes from npm into the folder, when it is not there; Chromium is the one of the machine. Served is the paper
that ships. Each line is a page with its four scores: performance, accessibility, best practices, SEO.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.asking import free_port, started

VERSION = "12.8.2"
PAPER = "/doc/document/kst-36800-XX-7"
PAGES = (
    "/",
    PAPER,
    f"{PAPER}/answer/11/statistic/69630-1",
    "/doc/indicator/opvangplek",
    "/doc/organisation/coa",
    "/documents",
    "/indicators",
    "/search?q=opvangplekken",
    "/sparql",
    "/about",
    "/catalog",
    "/doc/def",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_CHROMIUM = "/usr/bin/chromium"
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


def main(arguments: list[str]) -> None:
    """Serve the paper that ships and print a line for each page.

    Args:
        arguments: the folder to work in, and the paths of pages where not all are wanted.
    """
    folder = Path(arguments[0]).resolve()
    program = _install(folder)
    port = free_port()
    command = [sys.executable, "-c", "from graph.cli import main; main()", "serve", "--port", str(port)]
    with started([*command, "--store", str(folder / "store")], port, "/sparql"):
        for path in arguments[1:] or PAGES:
            scores = judge(program, f"http://127.0.0.1:{port}{path}")
            print(f"{path:<56}" + "".join(f"{scores[name]:>5}" for name in CATEGORIES), flush=True)


def judge(program: Path, address: str) -> dict[str, int]:
    """Give the scores of a page, of 100, by category."""
    options = ["--quiet", "--output=json", f"--chrome-flags={_FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
    done = subprocess.run(
        [str(program), address, *options],
        check=True,
        capture_output=True,
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or _CHROMIUM},
    )
    found = json.loads(done.stdout)["categories"]
    return {name: round(100 * found[name]["score"]) for name in CATEGORIES}


def _install(folder: Path) -> Path:
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--no-save", "--ignore-scripts", f"lighthouse@{VERSION}"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return program


if __name__ == "__main__":
    main(sys.argv[1:])
