"""The files to take away: dataset and tables of a publication in each form, made once and kept at hand."""

from __future__ import annotations

import hashlib
import json
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from graph.export import TABLES, csvw, rows, write
from graph.files import written_whole
from graph.store.base import Reader
from graph.store.dump import FORMATS as MEDIA
from graph.store.dump import dump, packed_as_asked
from graph.web.prefixes import prefixes
from graph.web.snapshots import Snapshots

FORMATS = {
    "nq": "N-Quads: met de graaf van elk feit",
    "trig": "TriG: met de graaf van elk feit",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdf": "RDF/XML",
}
"""The suffix of each serialisation and how people are told about it."""

_TABLES = {
    "documents": "documenten",
    "questions": "vragen met hun antwoorden",
    "statistics": "cijfers",
    "mentions": "genoemde namen",
    "nonanswers": "wat niet te beantwoorden was",
}

GROUP = "csv-metadata.json"
"""The file that describes all tables; CSV on the Web looks for it in the folder of a table (section 5.3)."""


@dataclass(frozen=True)
class Item:
    """A file that there can be.

    Attributes:
        name: of the file, which is also the end of its address.
        label: what it is.
        media_type: as which it is sent.
        make: writes it; takes the reader of a publication, the base of its IRIs and where to write.
        described: the name of the file with its metadata, where there is one.
    """

    name: str
    label: str
    media_type: str
    make: Callable[[Reader, str, IO[bytes]], object]
    described: str = ""


@dataclass(frozen=True)
class Download:
    """A file of one publication.

    Attributes:
        name, label, media_type: as in `Item`.
        size: in bytes.
        sha256: of these bytes, in hex.
        date: of the publication that it holds (ISO).
        at: the time of that publication.
        path: where it is kept.
    """

    name: str
    label: str
    media_type: str
    size: int
    sha256: str
    date: str
    at: datetime | None
    path: Path


def _dataset(suffix: str, label: str) -> Item:
    def make(reader: Reader, base: str, out: IO[bytes]) -> None:
        with packed_as_asked(out, True) as packed:
            dump(reader, packed, MEDIA[suffix], prefixes=prefixes(base))

    return Item(f"kamergraaf.{suffix}.gz", label, "application/gzip", make)


def _table(name: str, form: str, media_type: str) -> Item:
    table = TABLES[name]

    def make(reader: Reader, base: str, out: IO[bytes]) -> None:
        write(form, table, rows(table, reader, base), out)

    described = f"{name}.csv-metadata.json" if form == "csv" else ""
    return Item(f"{name}.{form}", f"{_TABLES[name].capitalize()}: tabel", media_type, make, described)


def _metadata(name: str) -> Item:
    def make(_: Reader, base: str, out: IO[bytes]) -> None:
        _write_json(out, csvw.table_metadata(TABLES[name], base, f"{name}.csv"))

    label = f"{_TABLES[name].capitalize()}: wat de kolommen zeggen (CSVW)"
    return Item(f"{name}.csv-metadata.json", label, csvw.MEDIA_TYPE, make)


def _all_metadata() -> Item:
    def make(_: Reader, base: str, out: IO[bytes]) -> None:
        _write_json(out, csvw.group_metadata(base, {name: f"{name}.csv" for name in TABLES}))

    return Item(GROUP, "Alle tabellen: wat de kolommen zeggen (CSVW)", csvw.MEDIA_TYPE, make)


def _write_json(out: IO[bytes], found: dict[str, object]) -> None:
    out.write(json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n")


def _items() -> dict[str, Item]:
    found = [_dataset(suffix, label) for suffix, label in FORMATS.items()]
    found += [_table(name, "csv", "text/csv") for name in TABLES]
    if find_spec("pyarrow"):
        found += [_table(name, "parquet", "application/vnd.apache.parquet") for name in TABLES]
    found += [_metadata(name) for name in TABLES]
    return {item.name: item for item in [*found, _all_metadata()]}


ITEMS = _items()
"""All files, in the order of the list; those in Parquet only where pyarrow is installed."""


class Shelf:
    """The files of the current publication, in a folder of their own that goes when the server stops.

    One after the other is made, each once, however many ask for it. The store itself is never written to for a visitor.
    """

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._lock = threading.Lock()
        self._found: dict[tuple[int, str], Future[Download]] = {}
        self._maker: ThreadPoolExecutor | None = None

    def get(self, snapshots: Snapshots, name: str, base: str) -> Future[Download]:
        """Give a file, or the promise of one that is being made; the caller decides how long to wait.

        Args:
            snapshots: lend the reader of the publication.
            name: one of `ITEMS`.
            base: the base IRI of the data.

        Raises:
            Problem: of the kind ``no-data``, when nothing has been published.
        """
        lent = ExitStack()
        reader = lent.enter_context(snapshots.reading())
        with lent, self._lock:
            key = (reader.number, name)
            found = self._found.get(key)
            if found is not None and not (found.done() and (found.cancelled() or found.exception())):
                return found
            self._drop_older(reader.number)
            kept = lent.pop_all()  # given back when the file is made
            self._found[key] = found = self._executor().submit(self._make, reader, ITEMS[name], base)
            found.add_done_callback(lambda _: kept.close())  # also of one that is cancelled before it is begun
            return found

    def close(self) -> None:
        """Take the folder away; what has not been begun is not made any more."""
        with self._lock:
            maker, self._maker = self._maker, None
        if maker is not None:
            maker.shutdown(wait=True, cancel_futures=True)
        with self._lock:
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None
            self._found.clear()

    def _executor(self) -> ThreadPoolExecutor:
        if self._maker is None:
            self._maker = ThreadPoolExecutor(1, "downloads")
        return self._maker

    def _make(self, reader: Reader, item: Item, base: str) -> Download:
        path = self._place() / f"{reader.number}-{item.name}"
        with written_whole(path) as out:
            item.make(reader, base, out)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        at = next((each.at for each in reader.publications(1)), None)
        day = at.date().isoformat() if at else ""
        return Download(item.name, item.label, item.media_type, path.stat().st_size, digest, day, at, path)

    def _place(self) -> Path:
        with self._lock:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix="kamergraaf-")
            return Path(self._folder.name)

    def _drop_older(self, number: int) -> None:
        """Take away what no reader of the last two publications asks for."""
        for key in [key for key in self._found if key[0] < number - 1]:
            old = self._found.pop(key)
            if old.done() and not old.cancelled() and not old.exception():
                old.result().path.unlink(missing_ok=True)
