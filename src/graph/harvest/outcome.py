"""What became of the papers of a harvest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Fate(StrEnum):
    """What became of one paper."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ELSEWHERE = "held under another listing"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"

    @property
    def told(self) -> bool:
        """Whether it is worth a line."""
        return self not in (Fate.UNCHANGED, Fate.ELSEWHERE)


@dataclass(frozen=True)
class Outcome:
    """A paper and what became of it.

    Attributes:
        name: its identifier.
        fate: what became of it; of a dry run what would.
        note: the format that was fetched, or why not.
    """

    name: str
    fate: Fate
    note: str = ""


@dataclass
class Totals:
    """What a harvest came to.

    Attributes:
        fates: how many papers met each fate.
        failures: what failed, one line each: papers, entries of a listing that cannot be used, whole sources.
        fresh: whether any listing was read from its beginning, not from where the last one ended.
    """

    fates: dict[Fate, int] = field(default_factory=lambda: dict.fromkeys(Fate, 0))
    failures: list[str] = field(default_factory=list)
    fresh: bool = False

    @property
    def papers(self) -> int:
        """How many papers were listed."""
        return sum(self.fates.values())

    def count(self, outcome: Outcome) -> None:
        """Count one more."""
        self.fates[outcome.fate] += 1
        if outcome.fate is Fate.FAILED:
            self.failures.append(f"{outcome.name}: {outcome.note}")


def _silent(source: str, position: int, total: int | None) -> None:
    """Show nothing."""


@dataclass(frozen=True)
class Telling:
    """Who is told.

    Attributes:
        done: of each outcome.
        say: of what else happens, in a line.
        at: how far a source was read: its name, the position in its list, and how many it counts, where it does.
    """

    done: Callable[[Outcome], None]
    say: Callable[[str], None]
    at: Callable[[str, int, int | None], None] = _silent
