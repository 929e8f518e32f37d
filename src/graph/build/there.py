"""What a worker of a cluster does with a paper: give it to a process of its own (`graph.build.cluster`).

A worker makes papers in threads, where no limit of time holds and where a paper that ends its process ends the worker.
A process of ours holds the limit, is replaced when it ends, and runs the software as it is installed now: what was
installed or imported after the worker was started is noticed without starting the worker again.

Run as a module, this is that process.
"""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import IO
from weakref import finalize

from graph.build.inputs import Paper, software
from graph.build.work import Recipe, make_paper

MADE, LATE, ENDED, DIFFERS = "made", "late", "ended", "differs"
"""What can become of a paper there; the last one is of the software."""

Software = Mapping[str, str]
"""What the result depends on besides the paper: Python, our code with its registers, and the packages it needs."""

_OURS = "kamergraaf"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_STARTING = 120.0
"""How long a process may take to start, in seconds: the disk of a machine that was just started is slow."""
_MARGIN = 15.0
"""What a process gets beyond the limit of a paper to end the work by itself, in seconds."""


def installed() -> dict[str, str]:
    """Tell the software of this process."""
    names = sorted({found[0] for line in _required() if (found := _NAME.match(line))})
    versions = {"Python": ".".join(map(str, sys.version_info[:2])), _OURS: software()}
    for name in names:
        with suppress(PackageNotFoundError):  # not on this platform
            versions[name] = version(name)
    return versions


def difference(here: Software, there: Software) -> str:
    """Say in what the software of a worker is another one; empty where it is the same."""
    if here.get(_OURS) != there.get(_OURS):
        return "another kamergraaf, or other imported registers (KAMERGRAAF_AUTHORITIES)"
    names = [name for name in sorted({*here, *there}) if here.get(name) != there.get(name)]
    return ", ".join(f"{name} {there.get(name, 'missing')} (here {here.get(name, 'missing')})" for name in names[:3])


def compare(here: Software) -> str:
    """Say in what the software of this worker is another one; empty where it is the same."""
    with _lent(here) as process:
        return difference(here, process.software)


def answer(here: Software, parcel: bytes, seconds: float) -> tuple[str, bytes]:
    """Make a paper beside this worker.

    Args:
        here: the software of the build.
        parcel: the paper and its recipe, pickled.
        seconds: how long it may take; 0 for no limit.

    Returns:
        what became of it, and with `MADE` the result, pickled; with `DIFFERS` in what the software differs.
    """
    limit = seconds + _MARGIN if seconds > 0 else 0
    for _ in range(2):  # one that ends its process gets another try: perhaps others took the memory
        with _lent(here) as process:
            if different := difference(here, process.software):
                return DIFFERS, different.encode()
            became, content = process.make(parcel, limit)
        if became != ENDED:
            break
    return became, content


class _Process:
    """A process that makes one paper after the other, and its software; it ends when nobody has it any more."""

    def __init__(self) -> None:
        command = [sys.executable, "-P", "-m", __spec__.name]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - ours
        self._late = threading.Event()
        self.end = finalize(self, _end, self._process)
        told = self._ask(None, _STARTING)
        if told is None:
            self.end()
            raise RuntimeError("kamergraaf does not start beside this worker: see what the worker writes")
        self.software: dict[str, str] = pickle.loads(told)  # noqa: S301 - from our own process

    def make(self, parcel: bytes, seconds: float) -> tuple[str, bytes]:
        """Have a paper made; one that ends the process, or takes too long, ends with it."""
        made = self._ask(parcel, seconds)
        if made is not None:
            return MADE, made
        self.end()
        return LATE if self._late.is_set() else ENDED, b""

    @property
    def alive(self) -> bool:
        """Whether it can be given anything."""
        return self._process.poll() is None and not self._late.is_set()

    def _ask(self, parcel: bytes | None, seconds: float) -> bytes | None:
        """Give what it answers; None where it ended before, by itself or because its time was over."""
        timer = threading.Timer(seconds, self._over)
        timer.daemon = True
        if seconds > 0:
            timer.start()
        try:
            if parcel is not None and self._process.stdin:
                _send(self._process.stdin, parcel)
            return _receive(self._process.stdout) if self._process.stdout else None
        except OSError:
            return None
        finally:
            timer.cancel()

    def _over(self) -> None:
        self._late.set()
        self._process.kill()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process, whatever it is at."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what it was not given any more
                pipe.close()


_idle: list[_Process] = []
"""Those that have nothing to do; there are never more at work than the worker has threads."""


@contextmanager
def _lent(here: Software) -> Iterator[_Process]:
    """Give a process for a while; a new one where the others are at work, or run other software than is wanted."""
    try:
        process = _idle.pop()
    except IndexError:
        process = _Process()
    if not process.alive or difference(here, process.software):  # installed or imported since it was started
        process.end()
        process = _Process()
    try:
        yield process
    finally:
        _idle.append(process) if process.alive else process.end()


def _required() -> list[str]:
    """Give what our package needs, without its extras."""
    try:
        return [line for line in requires(_OURS) or () if "extra ==" not in line]
    except PackageNotFoundError:
        return []


def _send(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(len(content).to_bytes(8, "big"))
    pipe.write(content)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """Give what the other side sent; None where it ended."""
    length = int.from_bytes(pipe.read(8), "big")
    content = pipe.read(length)
    return content if content and len(content) == length else None


def _main() -> None:
    """Make papers until the worker ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints goes where the worker's log goes
    # All that it will need is loaded before it tells what it runs: files can change while it waits.
    make_paper(Paper(Path("nothing.txt"), b"", None), Recipe("https://example.org/"))
    with suppress(BrokenPipeError):
        _send(answers, pickle.dumps(installed()))
        while (parcel := _receive(sys.stdin.buffer)) is not None:
            paper, recipe = unpacked(parcel)
            _send(answers, pickle.dumps(make_paper(paper, recipe)))


def packed(paper: Paper, recipe: Recipe) -> bytes:
    """Make the parcel that is sent, with a path that means the same on any machine."""
    return pickle.dumps((str(paper.path), paper.data, paper.metadata, recipe))


def unpacked(parcel: bytes) -> tuple[Paper, Recipe]:
    """Take a parcel apart."""
    path, data, metadata, recipe = pickle.loads(parcel)  # noqa: S301 - a worker runs what its cluster sends anyway
    return Paper(Path(path), data, metadata), recipe


if __name__ == "__main__":
    _main()
