"""Builds as processes of their own that are ended at a moment, and what they had reported by then."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

COMMAND = [sys.executable, "-c", "from graph.cli import main; main()"]
_REPORTED = re.compile(r"^(\S+): (?:new|changed): ", re.MULTILINE)


def environment(folder: Path) -> dict[str, str]:
    """Give the environment of a command: no settings of this machine, and a temporary folder of its own."""
    (folder / "temporary").mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KAMERGRAAF_")}
    return kept | {
        "KAMERGRAAF_AUTHORITIES": os.devnull,
        "TMPDIR": str(folder / "temporary"),
        "PYTHONUNBUFFERED": "1",
    }


def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours to its end."""
    return subprocess.run(  # noqa: S603
        [*COMMAND, *arguments], capture_output=True, text=True, env=environment(folder), cwd=folder, check=False
    )


@dataclass(frozen=True)
class Killed:
    """A build that was ended.

    Attributes:
        moment: at which it was aimed.
        code: its exit code; minus the signal where it was killed, 0 where it was done before.
        reported: the documents that it had reported as stored.
        files: what stood in the store when it was killed and belongs to no publication that was served before.
    """

    moment: str
    code: int
    reported: tuple[str, ...]
    files: tuple[str, ...]


def killed_build(
    folder: Path, moment: str, wait: Callable[[], bool], *, jobs: int = 1, copy: Path | None = None
) -> Killed:
    """Start a build of ``papers`` into ``store`` and kill it.

    Args:
        folder: has both.
        moment: what it is called.
        wait: gives True when the moment has come; asked again and again.
        jobs: how many processes make papers.
        copy: where to copy the store while the build stands still, as a power cut would leave it; None for no copy.
    """
    out = folder / "build.txt"
    store = folder / "store"
    before = set(_names(store))
    with out.open("wb") as printed, subprocess.Popen(  # noqa: S603
        [*COMMAND, "build", "papers", "--store", "store", "--jobs", str(jobs)],
        stdout=printed, stderr=subprocess.STDOUT, env=environment(folder), cwd=folder,
    ) as process:  # fmt: skip
        while process.poll() is None and not wait():
            pass
        if copy is not None and process.poll() is None:
            process.send_signal(signal.SIGSTOP)
            shutil.copytree(store, copy)
        process.kill()
        code = process.wait()
    reported = tuple(_REPORTED.findall(out.read_text(encoding="utf-8")))
    return Killed(moment, code, reported, tuple(sorted(set(_names(store)) - before)))


def _names(store: Path) -> Iterator[str]:
    for path in (*store.glob("*"), *store.glob("snapshots/*"), *store.glob("snapshots/*/*")):
        yield path.relative_to(store).as_posix()


def moment_of(store: Path, rng: random.Random, whole: float, *, aimed: bool) -> tuple[str, Callable[[], bool]]:
    """Choose a moment, and give its name and what tells that it has come.

    Args:
        store: the folder of the store, which is watched.
        rng: decides.
        whole: how many seconds a build takes that is left alone.
        aimed: whether it is one of the publication; else it is some time after the start.
    """
    if not aimed:
        return "some time", _after(lambda: True, rng.uniform(0, whole))
    name = rng.choice(list(_SIGNS))
    return name, _after(_SIGNS[name](store), rng.choice((0.0, rng.uniform(0, 0.01), rng.uniform(0, 0.3))))


def _after(sign: Callable[[], bool], seconds: float) -> Callable[[], bool]:
    """Give what tells that so many seconds have gone since a sign was first seen; the last millisecond is not slept."""
    seen: list[float] = []

    def come() -> bool:
        if not seen:
            if sign():
                seen.append(time.monotonic())
            else:
                time.sleep(0.0002)
            return False
        left = seen[0] + seconds - time.monotonic()
        if left > 0.002:
            time.sleep(0.001)
        return left <= 0

    return come


def _begun(store: Path, inside: str) -> Callable[[], bool]:
    """Tell when a snapshot that was not there before holds something; it may have the name of a dead one."""

    def there() -> set[tuple[str, int]]:
        found = set()
        for path in store.glob(f"snapshots/*/{inside}"):
            try:
                found.add((path.parent.name, path.stat().st_ctime_ns if inside == "in-use" else path.stat().st_ino))
            except FileNotFoundError:
                continue
        return found

    before = there()
    return lambda: bool(there() - before)


def _snapshot(store: Path) -> Callable[[], bool]:
    """Tell when the folder of the next publication is there."""
    return _begun(store, "in-use")


def _index(store: Path) -> Callable[[], bool]:
    """Tell when the index of the next publication is begun: its database is written."""
    return _begun(store, "search")


def _journal(store: Path) -> Callable[[], bool]:
    """Tell when the publication is being entered in the ledger: a slow reader makes the writer wait in mid-commit."""
    begun = _snapshot(store)
    slow: list[sqlite3.Connection] = []

    def journal() -> bool:
        if not slow and begun():
            slow.append(sqlite3.connect(store / "ledger.sqlite", isolation_level=None))
            slow[0].execute("BEGIN")
            slow[0].execute("SELECT count(*) FROM publication").fetchone()
        if not slow or not (store / "ledger.sqlite-journal").exists():
            return False
        slow[0].close()
        return True

    return journal


def _entered(store: Path) -> Callable[[], bool]:
    """Tell when the publication has been entered in the ledger: its lines are about to be printed."""
    begun = _snapshot(store)
    before: list[int] = []

    def entered() -> bool:
        if not before and begun():
            before.append((store / "ledger.sqlite").stat().st_mtime_ns)
        return bool(before) and (store / "ledger.sqlite").stat().st_mtime_ns != before[0]

    return entered


_SIGNS = {
    "snapshot begun": _snapshot,
    "index begun": _index,
    "being entered": _journal,
    "entered": _entered,
}
"""The moments of a publication by what they are called."""
