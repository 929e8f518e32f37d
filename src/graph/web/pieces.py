"""A file that a result is written to: it goes on to the server in pieces, and no further than a result may go."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Triple

from graph.web.frames import ABOUT, PIECE, Kind, Tag, frame

_ROW = {"json": b'},{"', "xml": b"<result>", "csv": b"\r\n", "tsv": b"\n", "nt": b"\n", "nq": b"\n"}
"""What stands once for each row of a format. Only JSON has it elsewhere too, at the end of a value that ends so."""

_HEADED = frozenset({"csv", "tsv"})
"""Formats in which the names of the columns are a row too."""


class Refusal(Exception):  # noqa: N818 - it is an answer, not a fault
    """A job that gives no result, or no more of it."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True)
class Bounds:
    """How large a result may be: rows (or triples) and bytes, 0 for no limit."""

    rows: int = 0
    size: int = 0


class Pieces:
    """A file to write a result to.

    What is complete within one piece is sent as one frame; what is longer goes on piece by piece.

    Args:
        line: to the server.
        kind: of the result.
        number: the publication that it is taken from.
        bounds: what it may not go beyond.
        form: the name of the format; of most, the rows are counted in what is written.
    """

    def __init__(self, line: socket.socket, kind: Kind, number: int, bounds: Bounds, form: str) -> None:
        self.refusal: Refusal | None = None
        self._line = line
        self._about = ABOUT.pack(kind.value, number)
        self._bounds = bounds
        self._mark = _ROW.get(form, b"") if bounds.rows else b""
        self._rows = -1 if form in _HEADED else 1 if form == "json" else 0
        self._border = b""
        self._waiting = bytearray()
        self._sent = 0

    def write(self, data: bytes) -> int:
        """Take bytes, and send them on when there are enough."""
        self._waiting += data
        if len(self._waiting) >= PIECE:
            self._send_piece()
        return len(data)

    def flush(self) -> None:
        """Do nothing: pieces are sent when they are full, and at the end."""

    def counted(self, triples: Iterator[Triple]) -> Iterator[Triple]:
        """Give the triples of a graph on, no more than it may have."""
        most = self._bounds.rows
        for number, triple in enumerate(triples, start=1):
            if most and number > most:
                self._refuse(f"the graph has more than {most} triples")
            yield triple

    def end(self) -> None:
        """Send what is left: all of the result, or its end."""
        self._count()
        if not self._sent:
            self._line.sendall(frame(Tag.WHOLE, self._about, self._waiting))
        else:
            self._line.sendall(frame(Tag.DATA, self._waiting) + frame(Tag.END))

    def _send_piece(self) -> None:
        self._count()
        if self._sent:
            self._line.sendall(frame(Tag.DATA, self._waiting))
        else:
            self._line.sendall(frame(Tag.START, self._about, self._waiting))
        self._sent += len(self._waiting)
        self._waiting.clear()

    def _count(self) -> None:
        """Refuse what goes beyond the bounds."""
        rows, size = self._bounds.rows, self._bounds.size
        if self._mark:
            self._rows += self._waiting.count(self._mark) + self._across().count(self._mark)
            if self._rows > rows:
                self._refuse(f"the result has more than {rows} rows")
        if size and self._sent + len(self._waiting) > size:
            self._refuse(f"the result has more than {size >> 20} megabytes")

    def _across(self) -> bytes:
        """Give what stands on both sides of the border between two pieces, too short for a mark on one side."""
        short = len(self._mark) - 1
        across = self._border + self._waiting[:short]
        self._border = bytes(self._waiting[-short:]) if short else b""
        return across

    def _refuse(self, detail: str) -> None:
        self.refusal = Refusal("too-large", f"{detail}: ask for less, with a LIMIT or in parts")
        raise self.refusal
