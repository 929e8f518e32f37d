"""What a publication does to one thing within the graph of a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class How(StrEnum):
    """What a publication did to a thing."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Touch:
    """What a publication did to one thing in the graph of a document that was there before.

    Attributes:
        iri: the thing.
        number: the publication.
        at: when that was (UTC).
        graph: the graph in which it is described.
        how: what became of it there.
        links: the IRIs that its description named, of one that is gone those that it had named; no words of it stay.
    """

    iri: str
    number: int
    at: datetime
    graph: str
    how: How
    links: tuple[str, ...]
