"""The clients that come from npm, Comunica and YASGUI; installed once for each lock file."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
FILES = ("package.json", "package-lock.json", ".npmrc", "comunica.cjs", "yasgui.html")


class MissingError(Exception):
    """The clients cannot be installed on this machine; the message says why."""


def install(cache: Path) -> Path:
    """Install the clients below a folder, unless they are there; gives where they are.

    Raises:
        MissingError: where there is no Node or npm, or npm cannot install them.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise MissingError("there is no node and npm on this machine")
    digest = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in FILES)).hexdigest()[:12]
    folder = cache / digest
    done = folder / "done"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in FILES:
            shutil.copy(HERE / name, folder / name)
        told = subprocess.run([npm, "ci"], cwd=folder, capture_output=True, text=True, timeout=540)  # noqa: S603
        if told.returncode:
            raise MissingError(f"npm cannot install them: {' '.join(told.stderr.split())[:300]}")
        done.touch()
    return folder
