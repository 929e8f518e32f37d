"""What a harvest remembers: which papers it has, how far a listing was read, what has to be tried again.

A small SQLite file: each change is there whole or not at all, whenever the process ends.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from pydantic import TypeAdapter

from graph.harvest.listed import Listed, Source, Standing
from graph.harvest.memory import open_copy, open_memory

_LISTED = TypeAdapter(Listed)


GONE = "op de bron verwijderd"
"""Why a paper is withdrawn that its source took away; the reason stands at its address."""

_MOVED = "gepubliceerd als "

FILE = "state.sqlite"
"""The name of the file."""


def moved(name: str) -> str:
    """Say why a paper is withdrawn that has another name now."""
    return f"{_MOVED}{name}"


def is_own(reason: str) -> bool:
    """Whether a reason is one of a harvest, not an operator's.

    >>> is_own(GONE), is_own(moved("kst-1-2")), is_own("op verzoek")
    (True, True, False)
    """
    return reason == GONE or reason.startswith(_MOVED)


class Kept(StrEnum):
    """What became of a paper that was listed."""

    STORED = "stored"
    ELSEWHERE = "elsewhere"  # another listing gives the same paper, and counts more
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Paper:
    """A paper that was listed before.

    Attributes:
        key: what its source calls it.
        name: its identifier.
        standing: how much its listing counts.
        fate: what became of it.
        version: what its source said when it was fetched.
        suffix, sha256, address, etag, modified: of the file that was fetched.
        note: why it was withdrawn.
        choice: with which choice it was listed the last time.
        seen: in which listing.
    """

    key: str
    name: str
    standing: Standing
    fate: Kept
    version: str = ""
    suffix: str = ""
    sha256: str = ""
    address: str = ""
    etag: str = ""
    modified: str = ""
    note: str = ""
    choice: str = ""
    seen: str = ""


@dataclass(frozen=True)
class Listing:
    """How far a listing has been read.

    Attributes:
        source, choice: of what.
        begun: when, in ISO form; the name of the listing.
        since: from which day on papers were asked for; empty for all.
        cursor: where its next page is; None when it is done.
        complete: when the last one began that was read to its end; empty when none was.
    """

    source: Source
    choice: str
    begun: str
    since: str = ""
    cursor: str | None = None
    complete: str = ""


_COLUMNS = ", ".join(field.name for field in fields(Paper))
_MARKS = ", ".join("?" for _ in fields(Paper))


class State:
    """What is remembered, in a file.

    Args:
        file: the file.
        keep: whether to write to it; otherwise it is read, and what changes is forgotten.
    """

    def __init__(self, file: Path, *, keep: bool = True) -> None:
        self._db = open_memory(file) if keep else open_copy(file)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write several changes at once, or none of them."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._db.in_transaction:  # a full disk ends it by itself
                self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def paper(self, key: str) -> Paper | None:
        """Give what is known of a paper by the name that its source has for it."""
        return next(self._papers("key = ?", key), None)

    def holder(self, name: str) -> Paper | None:
        """Give the paper whose file stands under a name."""
        return next(self._papers("name = ? AND fate = ?", name, Kept.STORED), None)

    def answering(self, numbers: Iterable[str], standings: Iterable[Standing]) -> list[Paper]:
        """Give the papers that answer questions, of listings that count so much."""
        wanted = set(standings)
        found = {
            paper.key: paper
            for number in numbers
            for paper in self._papers(
                "fate = ? AND key IN (SELECT key FROM question WHERE number = ?)", "stored", number
            )
            if paper.standing in wanted
        }
        return list(found.values())

    def gave_way(self, name: str) -> list[Paper]:
        """Give the papers that were left out, or taken out, because another listing gives them under a name."""
        said = self._papers(
            "(name = ? AND fate = ?) OR (note = ? AND fate = ?)", name, "elsewhere", moved(name), "withdrawn"
        )
        return [paper for paper in said if " " not in paper.key]

    def withdrawn(self) -> list[Paper]:
        """Give the papers that were withdrawn, where no other listing gives one of that name."""
        return [paper for paper in self._papers("fate = ?", Kept.WITHDRAWN) if self.holder(paper.name) is None]

    def unseen(self, listing: Listing) -> list[Paper]:
        """Give the papers that an earlier listing of the same choice had and this one has not."""
        official = listing.source is Source.SRU
        papers = self._papers("fate = ? AND choice = ? AND seen != ?", Kept.STORED, listing.choice, listing.begun)
        return [paper for paper in papers if (paper.standing is not Standing.CHAMBER) == official]

    def keep(self, paper: Paper, numbers: Collection[str] = ()) -> None:
        """Write down what became of a paper; it has not failed then."""
        values = [str(value) for value in astuple(paper)]
        self._db.execute(f"INSERT OR REPLACE INTO paper ({_COLUMNS}) VALUES ({_MARKS})", values)  # noqa: S608
        self._db.execute("DELETE FROM failed WHERE key = ?", (paper.key,))
        if numbers:
            self._db.execute("DELETE FROM question WHERE key = ?", (paper.key,))
        self._db.executemany(
            "INSERT OR IGNORE INTO question (key, number) VALUES (?, ?)", [(paper.key, number) for number in numbers]
        )

    def saw(self, paper: Paper, choice: str, begun: str) -> None:
        """Write down in which listing a paper stood."""
        self._db.execute("UPDATE paper SET choice = ?, seen = ? WHERE key = ?", (choice, begun, paper.key))

    def fail(self, source: Source, listed: Listed) -> None:
        """Write down that a paper has to be tried again."""
        self._db.execute(
            "INSERT OR REPLACE INTO failed (source, key, listed) VALUES (?, ?, ?)",
            (source, listed.key, _LISTED.dump_json(listed)),
        )

    def forget(self, key: str) -> None:
        """Forget that a paper has to be tried again: its source took it away."""
        self._db.execute("DELETE FROM failed WHERE key = ?", (key,))

    def failed(self, source: Source) -> list[Listed]:
        """Give the papers that have to be tried again."""
        rows = self._db.execute("SELECT listed FROM failed WHERE source = ? ORDER BY key", (source,)).fetchall()
        return [_LISTED.validate_json(row[0]) for row in rows]

    def listing(self, source: Source, choice: str) -> Listing | None:
        """Give how far a listing was read."""
        row = self._db.execute(
            "SELECT begun, since, cursor, complete FROM listing WHERE source = ? AND choice = ?", (source, choice)
        ).fetchone()
        return Listing(source, choice, *row) if row else None

    def read_to(self, listing: Listing) -> None:
        """Write down how far a listing was read."""
        values = (listing.source, listing.choice, listing.begun, listing.since, listing.cursor, listing.complete)
        self._db.execute(
            "INSERT OR REPLACE INTO listing (source, choice, begun, since, cursor, complete) VALUES (?, ?, ?, ?, ?, ?)",
            values,
        )

    def _papers(self, where: str, *values: str) -> Iterator[Paper]:
        # `where` is written in this module only; what comes from outside are values.
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM paper WHERE {where} ORDER BY key", values)  # noqa: S608
        for row in rows.fetchall():
            paper = Paper(*row)
            yield replace(paper, standing=Standing(paper.standing), fate=Kept(paper.fate))
