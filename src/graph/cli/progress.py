"""Tells how far long work is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import typer

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

LONG = 20
"""From how many pages on a PDF takes long enough to show it."""

EVERY = 60.0
"""How often, in seconds, a line is written where there is no terminal."""


class Bar(Protocol):
    """What tells of progress."""

    def say(self, line: str) -> None:
        """Show a line that stays."""

    def step(self) -> None:
        """One more is done."""

    def then(self, label: str) -> None:
        """All are done, and something follows of which nobody knows how long it takes."""


class Lines:
    """Progress where nobody watches: a line every minute, apart from what the work says.

    Args:
        label: what is done, such as "Building".
        total: how many there are.
        clock: seconds that only go forward.
    """

    def __init__(self, label: str, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._label = label
        self._total = total
        self._clock = clock
        self._done = 0
        self._start = self._told = clock()

    def say(self, line: str) -> None:
        """Write it."""
        typer.echo(line)

    def step(self) -> None:
        """Count it, and tell how far it is when that is due."""
        self._done += 1
        now = self._clock()
        if now - self._told >= EVERY:
            self._told = now
            speed = self._done / (now - self._start)
            left = (self._total - self._done) / speed
            far = f"{read_of(self._done, self._total)}, {rate_of(speed)}, {left_of(left)} left"
            typer.echo(f"{self._label}: {far}", err=True)

    def then(self, label: str) -> None:
        """Tell it where the work was long."""
        if self._clock() - self._start >= EVERY:
            typer.echo(f"{label}: {self._done:,} were done in {left_of(self._clock() - self._start)}", err=True)


@contextmanager
def progress(label: str, total: int) -> Iterator[Bar]:
    """Show a bar below the lines on a terminal, for work of more than one piece; otherwise lines only."""
    if total < 2 or not sys.stderr.isatty() or not sys.stdout.isatty():
        yield Lines(label, total)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), *speeds())
    with Progress(*columns, transient=True) as shown:
        task = shown.add_task(label, total=total)

        class Shown:
            def say(self, line: str) -> None:
                shown.console.print(line, markup=False, highlight=False, soft_wrap=True)

            def step(self) -> None:
                shown.advance(task)

            def then(self, label: str) -> None:
                shown.add_task(label, total=None)

        yield Shown()


def speeds() -> tuple[ProgressColumn, ...]:
    """Give the columns of a bar that say how fast it goes, how long it took and how long it will take."""
    from rich.progress import ProgressColumn, Task, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many in a minute."""

        def render(self, task: Task) -> Text:
            return Text(rate_of(task.finished_speed or task.speed))

    return Rate(), TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn()


@contextmanager
def pages() -> Iterator[Callable[[int, int], None]]:
    """Show how many pages of a long PDF were read, on a terminal; otherwise nothing."""
    if not sys.stderr.isatty():
        yield lambda page, pages: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("pages"))
    with Progress(*columns, transient=True, console=Console(stderr=True)) as shown:
        task = shown.add_task("Reading", total=None, visible=False)
        yield lambda page, pages: shown.update(task, completed=page, total=pages, visible=pages >= LONG)


def read_of(position: int, total: int | None) -> str:
    """Give how far a list was read.

    >>> read_of(1250, 30112), read_of(7, None)
    ('1,250 of 30,112', '7')
    """
    return f"{position:,}" if total is None else f"{position:,} of {total:,}"


def rate_of(speed: float | None) -> str:
    """Give a speed, from entries a second.

    >>> rate_of(1.5), rate_of(None)
    ('90 a minute', '')
    """
    return "" if speed is None else f"{speed * 60:,.0f} a minute"


def left_of(seconds: float) -> str:
    """Give a stretch of time as one says it.

    >>> left_of(29), left_of(100), left_of(7500)
    ('less than a minute', '2 minutes', '2 hours 5 minutes')
    """
    hours, minutes = divmod(round(seconds / 60), 60)
    said = [f"{number} {word}{'s' * (number > 1)}" for number, word in ((hours, "hour"), (minutes, "minute")) if number]
    return " ".join(said) or "less than a minute"
