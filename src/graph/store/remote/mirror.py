"""The ledger of this machine, played from the log of a server: what publications there were, at hand without a request.

    FOLDER/ledger.sqlite    the ledger, as an embedded store has one
    FOLDER/played.json      how many entries of the log are in it, and of which filling of the server
    FOLDER/snapshots/000012 what is derived from a publication, such as the index of `graph.search`
    FOLDER/write.lock       held by the one process of this machine that writes

All of it can be deleted while nothing runs: it is made again.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import cast

from graph.errors import StoreError
from graph.store.base import Change, GraphVersion, Publication
from graph.store.ledger import Ledger
from graph.store.locks import Lock
from graph.store.remote.journal import Head, Journal, Json
from graph.store.touch import How, Touch

_PATIENCE = 60.0
"""Seconds to wait for another process that plays entries."""

Row = list[str | int | None]


@dataclass(frozen=True)
class _Played:
    """How far the ledger is: of which filling, how many entries, and of how many the notes for builds too."""

    store: str = ""
    entries: int = 0
    extracts: int = 0


class Mirror:
    """The ledger of one server on this machine.

    Args:
        folder: where it stands.
        journal: the log of the server.
    """

    def __init__(self, folder: Path, journal: Journal) -> None:
        self.folder = folder
        self.ledger = Ledger(folder / "ledger.sqlite")
        self._journal = journal
        self._noted = 0

    def reach(self, number: int) -> Ledger:
        """Give the ledger, with a publication in it."""
        if self.ledger.current() < number:
            self.play(self._journal.head())
        return self.ledger

    def with_extracts(self, number: int) -> Ledger:
        """Give the ledger, with what is noted for builds."""
        if self._noted < number:
            self.play(self._journal.head(), extracts=True)
            self._noted = number
        return self.ledger

    def play(self, head: Head, *, extracts: bool = False) -> None:
        """Bring the ledger up to the state of the server.

        Args:
            head: the state.
            extracts: bring what is noted for builds as well, which is most of the log.
        """
        with self._alone():
            played = self._played()
            if played.store != head.store:
                (self.folder / "ledger.sqlite").unlink(missing_ok=True)
                shutil.rmtree(self.folder / "snapshots", ignore_errors=True)
                played = _Played(head.store)
            self.ledger.create()
            for number in range(played.entries + 1, head.entries + 1):
                self._play(self._journal.entry(number))
                played = replace(played, entries=number)
            if extracts:
                for number in range(played.extracts + 1, head.entries + 1):
                    self._note(self._journal.extracts(number))
                    played = replace(played, extracts=number)
            (self.folder / "played.json").write_text(json.dumps(asdict(played)), encoding="utf-8")

    def place(self, number: int) -> Path | None:
        """Give the folder for what is derived from a publication; None where it cannot be made."""
        folder = self.folder / "snapshots" / f"{number:06}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        return folder

    def sweep(self, current: int) -> None:
        """Remove what is derived from publications before the last two."""
        for folder in (self.folder / "snapshots").glob("*"):
            if folder.name.isdigit() and int(folder.name) < current - 1:
                shutil.rmtree(folder, ignore_errors=True)

    def _play(self, entry: Json) -> None:
        if "refresh" in entry:
            notes = []
            for graph, fingerprint, source in cast("list[list[str]]", entry["refresh"]):
                version = self.ledger.version(graph, self.ledger.current())
                if version is not None:
                    extract = self.ledger.extract(graph)
                    notes.append((version, Change(graph, b"", fingerprint, source=source, extract=extract)))
            self.ledger.refresh(notes)
            return
        publication = _publication(entry)
        if publication.number > self.ledger.current():  # else it was played before, by one who could not note it
            gone = [(iri, graph) for iri, graph in cast("list[list[str]]", entry["gone"])]
            self.ledger.enter(publication, {}, gone, _touches(entry, publication))

    def _note(self, extracts: dict[str, bytes]) -> None:
        notes = []
        for graph, extract in extracts.items():
            version = self.ledger.version(graph, self.ledger.current())
            if version is not None:
                notes.append((version, Change(graph, b"", version.fingerprint, source=version.source, extract=extract)))
        self.ledger.refresh(notes)

    def _played(self) -> _Played:
        with suppress(OSError, ValueError, TypeError):
            return _Played(**json.loads((self.folder / "played.json").read_bytes()))
        return _Played()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Be the one process that plays."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{self.folder}: cannot be made ({error.strerror}); set XDG_DATA_HOME") from error
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                with closing(Lock(self.folder / "play.lock")):
                    yield
                return
            except (BlockingIOError, PermissionError) as error:
                if time.monotonic() > until:
                    raise StoreError(f"{self.folder}: another process does not come to its end") from error
                time.sleep(0.05)


def entry_of(publication: Publication, gone: list[tuple[str, str]], touched: list[Touch]) -> Json:
    """Give what the log says of a publication."""
    return {
        "number": publication.number,
        "at": publication.at.isoformat(),
        "versions": [
            [v.graph, v.digest, v.size, v.fingerprint, v.identifier, v.source, v.reason] for v in publication.versions
        ],
        "gone": [list(each) for each in gone],
        "touched": [[t.iri, t.graph, t.how.value, list(t.links)] for t in touched],
    }


def _publication(entry: Json) -> Publication:
    number, at = int(str(entry["number"])), datetime.fromisoformat(str(entry["at"]))
    versions = []
    for graph, digest, size, fingerprint, identifier, source, reason in cast("list[Row]", entry["versions"]):
        versions.append(
            GraphVersion(
                str(graph),
                number,
                at,
                None if digest is None else str(digest),
                int(size or 0),
                str(fingerprint),
                None if identifier is None else str(identifier),
                str(source),
                str(reason),
            )
        )
    return Publication(number, at, tuple(versions))


def _touches(entry: Json, publication: Publication) -> list[Touch]:
    rows = cast("list[tuple[str, str, str, list[str]]]", entry["touched"])
    return [
        Touch(iri, publication.number, publication.at, graph, How(how), tuple(links)) for iri, graph, how, links in rows
    ]
