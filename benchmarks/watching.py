"""Runs a command and watches what it takes: time, processor, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.25
"""Seconds from one look at its memory to the next."""

_MIB = 1 << 20


@dataclass(frozen=True)
class Watched:
    """What a command took.

    Attributes:
        code: what it ended with.
        seconds: of the clock on the wall.
        processor: seconds of all processors, of all its processes that have ended.
        memory: the most that all its processes had resident at one moment, in MiB; memory that they share counts once
            (PSS), and so do files that are mapped.
        private: the most that all its processes had for themselves: what is left without mapped files (MiB).
    """

    code: int
    seconds: float
    processor: float
    memory: float
    private: float


def watch(command: list[str], log: Path | None = None) -> Watched:
    """Run a command to its end.

    Args:
        command: the program and its arguments.
        log: where its output goes; None drops it.
    """
    before = os.times()
    start = time.perf_counter()
    most = [0.0, 0.0]
    with log.open("ab") if log else open(os.devnull, "wb") as out:
        with subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT) as process:
            while process.poll() is None:
                found = [memory_of(each) for each in family(process.pid)]
                most = [
                    max(old, sum(column))
                    for old, column in zip(most, zip(*(found or [(0, 0)]), strict=True), strict=True)
                ]
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_EVERY)
        seconds = time.perf_counter() - start
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Watched(process.returncode, seconds, spent, most[0] / _MIB, most[1] / _MIB)


def family(pid: int) -> list[int]:
    """Give a process and all that it started, and they started."""
    found = [pid]
    for each in found:
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:
                continue  # it ended just now
    return found


def memory_of(pid: int) -> tuple[int, int]:
    """Give what a process has resident, shared memory divided by those who share it, and what of it is no file."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0, 0
    sizes = {name: int(rest.split()[0]) << 10 for name, _, rest in (line.partition(":") for line in lines[1:])}
    return sizes.get("Pss", 0), sizes.get("Pss_Anon", 0)
