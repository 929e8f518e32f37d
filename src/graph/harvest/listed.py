"""What a source says of a paper before its file is fetched."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from graph.harvest.kinds import DEFAULT, Kind, Source
from graph.model import Metadata

__all__ = ["FORMATS", "Choice", "Listed", "Manifestation", "Page", "Source", "Standing"]


@dataclass(frozen=True)
class Choice:
    """Which papers are wanted.

    Attributes:
        kinds: of these kinds; empty for all that a dossier holds.
        dossiers: of these dossiers, as ``36800-XX``; empty for all.
        since: published or changed on this day or later.
    """

    kinds: tuple[Kind, ...] = DEFAULT
    dossiers: tuple[str, ...] = ()
    since: date | None = None

    @property
    def key(self) -> str:
        """What tells one choice from another, whatever the day: what was listed of it is remembered under this."""
        return f"{','.join(sorted(self.kinds))}|{','.join(sorted(self.dossiers))}"


@dataclass(frozen=True, slots=True)
class Manifestation:
    """A file of a paper: its format by the ending that it gets (``xml``), and its address."""

    suffix: str
    address: str


FORMATS = ("xml", "html", "docx", "pdf")
"""The endings, best format first (DESIGN section 6)."""


class Standing(StrEnum):
    """How much a listing of a paper counts when several give the same paper, most first."""

    OFFICIAL = "official"  # as published
    PROVISIONAL = "provisional"  # "Onopgemaakt": before it is typeset
    CHAMBER = "chamber"  # as the Tweede Kamer received it

    @property
    def rank(self) -> int:
        """0 counts most."""
        return list(Standing).index(self)


@dataclass(frozen=True)
class Listed:
    """A paper as a source lists it.

    Attributes:
        key: what the source calls it: ``kst-1259252``, or the GUID of the Tweede Kamer.
        name: the identifier that it gets, and the name of its file: ``kst-36867-D``.
        version: what changes when the paper changes; empty when the source does not say.
        files: where it can be had, best format first.
        metadata: what the source says of it.
        record: the official metadata as XML, to stand beside it; None when only `metadata` does.
        standing: how much this listing counts.
        question_numbers: under which its questions were put: ``2024Z14815``.
        deleted: whether the source took it away.
    """

    key: str
    name: str
    version: str = ""
    files: tuple[Manifestation, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    record: bytes | None = None
    standing: Standing = Standing.OFFICIAL
    question_numbers: tuple[str, ...] = ()
    deleted: bool = False


@dataclass(frozen=True)
class Page:
    """One answer of a source.

    Attributes:
        papers: those that are wanted.
        keys: of all that it lists, wanted or not.
        next: where the next page is; None behind the last one.
            total: how many the source counts, where it does.
        problems: of entries that cannot be used, one line each.
    """

    papers: tuple[Listed, ...]
    keys: tuple[str, ...]
    next: str | None
    total: int | None = None
    problems: tuple[str, ...] = ()
