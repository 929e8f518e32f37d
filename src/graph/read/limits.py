"""How much of a file is read at most: what a paper never needs and an attack or an accident does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.errors import ReadError


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one file; the defaults are ten times what the largest papers have.

    Attributes:
        size: bytes of the file.
        beside: bytes of a file that tells about a paper.
        archive: bytes of a ZIP file with papers.
        unpacked: bytes of all that a packed file (DOCX, ZIP) holds.
        ratio: how many times its size a packed part may have, above a first megabyte.
        members: files in a packed file.
        pages: pages of a PDF.
        depth: elements inside one another in XML and HTML.
        characters: characters of the text layer.
    """

    size: int = 20_000_000
    beside: int = 1_000_000
    archive: int = 200_000_000
    unpacked: int = 200_000_000
    ratio: int = 200
    members: int = 10_000
    pages: int = 1_000
    depth: int = 200
    characters: int = 5_000_000


LIMITS = Limits()
"""What holds where nothing else is said."""


Progress = Callable[[int, int], None]
"""Told of every page that was read, 1-based, with the number of pages; only a PDF has pages."""


def silent(_page: int, _pages: int) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as it came: its bytes, its name without folders, what it turned out to be, and the limits for it."""

    data: bytes
    name: str
    media_type: str
    limits: Limits = LIMITS
    progress: Progress = silent

    def refuse(self, reason: str, page: int | None = None) -> ReadError:
        """Make the error for this file; `reason` says what is wrong and what would help, without a full stop."""
        return ReadError(self.name, " ".join(reason.split()), page)
