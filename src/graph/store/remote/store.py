"""A SPARQL server as the store: what is published stands there, in the graphs that it is about, for any client to ask.

A publication writes the entry of the log, then graph by graph, then the head of the log: only that makes it the current
one. What breaks before leaves whole graphs and a note of which: the next publication mends what it left.
"""

from __future__ import annotations

import os
import secrets
import socket
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path

from graph.errors import StoreError
from graph.store.base import Change, Publication, Reader, Store
from graph.store.content import Beside, Content
from graph.store.ledger import now
from graph.store.locks import writer_lock
from graph.store.origin import Origin
from graph.store.remote.client import Client
from graph.store.remote.journal import Head, Journal
from graph.store.remote.limits import rows_of
from graph.store.remote.mirror import Mirror
from graph.store.remote.options import Options
from graph.store.remote.reader import RemoteReader, Turns
from graph.store.remote.writing import Writing

_FRESH = 1.0
"""Seconds for which the state of the server is not asked again; then it is, without anybody waiting for it."""

_BEAT = 60.0
_DEAD = 600.0
"""Seconds between two signs of life of a writer, and after which one that gave none is taken for dead."""


class RemoteStore(Store):
    """A store on a server.

    Args:
        address: of its endpoint for queries.
        folder: of this machine, for the ledger and what is derived.
        options: how it is reached.
        beside: makes what is derived from a publication; see `graph.store.embedded`.
    """

    def __init__(self, address: str, folder: Path, options: Options, beside: Beside | None = None) -> None:
        self.address = address
        self.folder = folder
        self._client = Client(address, options)
        self._journal = Journal(self._client)
        self._mirror = Mirror(folder, self._journal)
        self._turns = Turns(self._journal)
        self._beside = beside
        self._lock = threading.Lock()
        self._seen: tuple[float, Head] | None = None
        self._looking = False
        self._rows: int | None = None
        self._writer = ""

    def current(self) -> int:
        """Give the number of the current publication, at most about a second old; 0 when there is none yet."""
        with self._lock:
            seen = self._seen
            late = seen is not None and time.monotonic() - seen[0] > _FRESH and not self._looking
            self._looking = self._looking or late
        if seen is None:
            return self._look().number
        if late:
            threading.Thread(target=self._look_again, name="store-state", daemon=True).start()
        return seen[1].number

    def reader(self) -> Reader:
        """Open the current publication; see `Store.reader`."""
        number = self.current()
        if not number:
            raise StoreError(f"{self.address}: nothing has been published here yet; run: kamergraaf build")
        if self._rows is None:
            self._rows = rows_of(self._client)
        return RemoteReader(self._client, self._mirror, self._turns, number, self._rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer; see `Store.writing`. Writers on other machines are seen by a note on the server."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{self.folder}: {error.strerror or 'cannot be made'}") from error
        with closing(writer_lock(self.folder)), self._noted_as_writer():
            head = self._look()
            self._mirror.play(head, extracts=True)
            yield

    def publish(self, changes: Iterable[Change]) -> Publication | None:
        """Make all changes, each graph in one instant, and then call them a publication; see `Store.publish`."""
        with nullcontext() if self._writer else self.writing():
            given, head = list(changes), self._look()
            if head.store == "":
                head = Head(store=secrets.token_hex(8))
            writing = Writing(self._client, self._journal, self._mirror, head)
            publication = writing.publish(given, now())
            self._mirror.play(self._look(), extracts=True)
            self._mirror.ledger.note({change.graph: change.origin for change in given if change.origin})
            if publication is not None:
                self._make_beside(publication)
                self._mirror.sweep(publication.number)
            return publication

    def note(self, origins: Mapping[str, Origin]) -> None:
        """Note where the files of graphs stand that did not change; only this machine knows them."""
        with nullcontext() if self._writer else self.writing():
            self._mirror.ledger.note(origins)

    def _make_beside(self, publication: Publication) -> None:
        """Make what is derived from the graphs; where that fails, who needs it makes it."""
        target = self._mirror.place(publication.number)
        if self._beside is None or target is None:
            return
        before = self.folder / "snapshots" / f"{publication.number - 1:06}"
        with self.reader() as reader:
            self._beside(before if before.exists() else None, target, reader.graphs(), Content(reader.n_triples))

    def _look(self) -> Head:
        """Ask the server for its state."""
        head = self._journal.head()
        with self._lock:
            self._seen = (time.monotonic(), head)
        return head

    def _look_again(self) -> None:
        try:
            with suppress(StoreError):  # it stays what it was: who asks the server something is told
                self._look()
        finally:
            with self._lock:
                self._looking = False

    @contextmanager
    def _noted_as_writer(self) -> Iterator[None]:
        """Leave a note on the server for as long as this writes.

        Raises:
            StoreError: when another machine has one there, and gave a sign of life.
        """
        host = socket.gethostname() or "unknown"
        mine = f"{host} {os.getpid()} {secrets.token_hex(4)}"
        for other in self._journal.writers():
            who, process, _, at = other.split(" ")
            # We hold the lock of this machine: what another process of it has left there is of one that died.
            if who != host and time.time() - float(at) < _DEAD:
                raise StoreError(
                    f"{self.address}: process {process} of {who} is writing to this store; try again later"
                )
            self._journal.leave_writer(other)
        note = f"{mine} {time.time():.0f}"
        self._journal.enter_writer(note)
        if len(self._journal.writers()) > 1:
            self._journal.leave_writer(note)
            raise StoreError(f"{self.address}: another machine has begun to write to this store; try again later")
        self._writer, done = note, threading.Event()
        beat = threading.Thread(target=self._beat, args=(mine, done), name="store-writer", daemon=True)
        beat.start()
        try:
            yield
        finally:
            done.set()
            beat.join()
            note, self._writer = self._writer, ""
            with suppress(StoreError):  # the next writer of this machine takes it away
                self._journal.leave_writer(note)

    def _beat(self, mine: str, done: threading.Event) -> None:
        """Give signs of life."""
        while not done.wait(_BEAT):
            with suppress(StoreError):
                note = f"{mine} {time.time():.0f}"
                self._journal.enter_writer(note)
                self._journal.leave_writer(self._writer)
                self._writer = note
