"""The registers that names lead to: organisations, posts, persons, laws and countries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from graph.extract.lexicon import Names
from graph.model import Authority, Kind, Membership


@dataclass(frozen=True)
class Authorities:
    """Everything that a name can lead to, and who held which post when."""

    entries: tuple[Authority, ...]
    memberships: tuple[Membership, ...] = ()

    @classmethod
    def load(cls, path: Path | None = None) -> Authorities:
        """Read the registers from a folder of Turtle files; those that ship when no folder is given."""
        return cls(())

    @cached_property
    def names(self) -> Names:
        """Every way in which the registers' names are written."""
        return Names(())

    def get(self, kind: Kind, slug: str) -> Authority | None:
        """Give the entry of a kind with a slug."""
        return next((entry for entry in self.entries if entry.kind is kind and entry.slug == slug), None)

    def of_kind(self, kind: Kind) -> tuple[Authority, ...]:
        """Give all entries of a kind, by slug."""
        return tuple(entry for entry in self.entries if entry.kind is kind)

    def post(self, title: str, day: date | None = None) -> Authority | None:
        """Find the post with a title such as ``minister voor Asiel en Migratie``."""
        return None

    def holders(self, post: Authority, day: date | None) -> tuple[Membership, ...]:
        """Give who held a post on a day."""
        return ()
