"""What becomes of each file in a build, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph.build.work import Made


class Fate(StrEnum):
    """What becomes of a file in a build."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "made again, the same"
    UNCHANGED = "unchanged"
    INVALID = "invalid, kept out"
    UNREADABLE = "unreadable"
    SUPERSEDED = "left out"
    WITHDRAWN = "withdrawn, kept out"

    @property
    def failed(self) -> bool:
        """Whether the user has to do something."""
        return self in (Fate.INVALID, Fate.UNREADABLE)

    @property
    def published(self) -> bool:
        """Whether it is in the store only once the build is published."""
        return self in (Fate.NEW, Fate.CHANGED)

    @property
    def looked_at(self) -> bool:
        """Whether what is in the file mattered."""
        return self in (Fate.NEW, Fate.CHANGED, Fate.SAME, Fate.INVALID)


@dataclass(frozen=True)
class Outcome:
    """A file, its fate, and what a user needs to know of it.

    Attributes:
        made: what was made of it.
        fate: what became of that.
        note: why, in a few words; empty where the fate says all.
        report: where the report of an invalid document was kept.
    """

    made: Made
    fate: Fate
    note: str = ""
    report: Path | None = None


@dataclass(frozen=True)
class Totals:
    """What a build came to: how many files met each fate, and the publication, if anything changed."""

    fates: dict[Fate, int]
    publication: int | None

    @property
    def failed(self) -> bool:
        """Whether any file failed."""
        return any(fate.failed and number for fate, number in self.fates.items())
