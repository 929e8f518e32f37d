"""The files to take away: the dataset of a publication, packed, in each serialisation, made once and kept at hand."""

from __future__ import annotations

import hashlib
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from graph.store.base import Reader
from graph.store.dump import FORMATS as MEDIA
from graph.store.dump import dump_to_file
from graph.web.prefixes import prefixes

FORMATS = {
    "nq": "N-Quads: met de graaf van elk feit",
    "trig": "TriG: met de graaf van elk feit",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdf": "RDF/XML",
}
"""The suffix of each serialisation and how people are told about it."""


@dataclass(frozen=True)
class Download:
    """A file to take away.

    Attributes:
        name: of the file, which is also the end of its address.
        label: what it is.
        size: in bytes.
        sha256: of the packed bytes, in hex.
        date: of the publication that it holds (ISO).
    """

    name: str
    label: str
    size: int
    sha256: str
    date: str


class Shelf:
    """The files of the current publication, in a folder of their own that goes when the server stops.

    The store itself is never written to for a visitor.
    """

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._lock = threading.Lock()
        self._made: dict[tuple[int, str], tuple[Path, Download]] = {}

    def get(self, reader: Reader, suffix: str, base: str) -> tuple[Path, Download]:
        """Give a file and what to say of it; it is made when it is not there yet."""
        with self._lock:
            found = self._made.get((reader.number, suffix))
            if found is None:
                self._drop_older(reader.number)
                found = self._made[reader.number, suffix] = self._make(reader, suffix, base)
            return found

    def close(self) -> None:
        """Take the folder away."""
        with self._lock:
            if self._folder is not None:
                self._folder.cleanup()

    def _make(self, reader: Reader, suffix: str, base: str) -> tuple[Path, Download]:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="kamergraaf-")
        path = Path(self._folder.name) / f"{reader.number}-kamergraaf.{suffix}.gz"
        dump_to_file(reader, path, MEDIA[suffix], packed=True, prefixes=prefixes(base))
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        day = next((item.at.date().isoformat() for item in reader.publications(1)), "")
        return path, Download(f"kamergraaf.{suffix}.gz", FORMATS[suffix], path.stat().st_size, digest, day)

    def _drop_older(self, number: int) -> None:
        """Take away what no reader of the last two publications asks for."""
        for key in [key for key in self._made if key[0] < number - 1]:
            self._made.pop(key)[0].unlink(missing_ok=True)
