"""The embedded store: Oxigraph on disk, one folder a publication, hard-linked to what it shares with the one before.

    STORE/ledger.sqlite        which publication is current (`graph.store.ledger`)
    STORE/snapshots/000012/    an Oxigraph database that nobody writes to any more, and `in-use`, which readers lock;
                               beside it what is derived from it, such as the index of `graph.search`
    STORE/write.lock           held by the one process that writes

A publication branches off the current snapshot, writes to the branch, closes it and enters it in the ledger. Whatever
breaks before that leaves the current snapshot untouched and a folder that the next publication sweeps away.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from errno import ENOSPC
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from graph.errors import StoreError
from graph.store.base import Change, Publication, Reader, Store
from graph.store.content import Beside, Content, content_of
from graph.store.durable import settle
from graph.store.ledger import Ledger, now
from graph.store.locks import Lock, writer_lock
from graph.store.origin import Origin
from graph.store.patched import exchange, take_out
from graph.store.reader import EmbeddedReader
from graph.store.steps import Step, plan
from graph.store.touches import touches

_FEW, _MANY = 20_000, 500_000
"""From how many statements on loading in bulk is quicker, and how many are in memory at once (about 1 kB each)."""

KEPT = 2
"""How many snapshots stay when nobody reads them: the current one, and one for a reader that is just opening it."""


class EmbeddedStore(Store):
    """A store in a folder of this machine."""

    def __init__(self, folder: Path, beside: Beside | None = None) -> None:
        self.folder = folder
        self._beside = beside
        self._snapshots = folder / "snapshots"
        self._ledger = Ledger(folder / "ledger.sqlite")
        self._writing = False

    def current(self) -> int:
        """Give the number of the current publication, 0 when there is none yet."""
        return self._ledger.current()

    def reader(self) -> Reader:
        """Open the current publication; see `Store.reader`."""
        for _ in range(100):
            number = self.current()
            if not number:
                raise StoreError(f"{self.folder}: nothing has been published here yet; run: kamergraaf build")
            snapshot = self._snapshot(number)
            try:
                lock = Lock(snapshot / "in-use", shared=True)
            except (FileNotFoundError, BlockingIOError):
                if self.current() == number and not snapshot.exists():
                    break
                continue  # a newer one came and this one was swept away between the two steps
            return EmbeddedReader(snapshot / "data", number, self._ledger, lock)
        raise StoreError(f"{self.folder}: the current snapshot is missing; build the store anew")

    def publish(self, changes: Iterable[Change]) -> Publication | None:
        """Make all changes visible in one instant; see `Store.publish`."""
        with nullcontext() if self._writing else self.writing():
            number = self.current()
            self._sweep(number)
            steps = self._plan(changes, number)
            if not steps:
                return None
            at = now()
            versions = [step.version(number + 1, at) for step in sorted(steps, key=lambda step: step.change.graph)]
            publication = Publication(number + 1, at, tuple(versions))
            target = self._snapshot(publication.number)
            try:
                branch = self._branch(number, target)
                touched = [each for step in steps for each in touches(branch, step.before, step.change, publication)]
                gone = _write(branch, steps)
                self._make_beside(content_of(branch, steps), target, publication)
                del branch  # closes it: an open database still merges its files and takes old ones from under a reader
                settle(target)
                settle(self._snapshots, deep=False)
            except OSError as error:
                shutil.rmtree(target, ignore_errors=True)
                raise StoreError(f"{self.folder}: cannot write: {_told(error)}; nothing has changed") from error
            extracts = {step.change.graph: step.change.extract for step in steps}
            origins = {step.change.graph: step.change.origin for step in steps if step.change.origin}
            try:
                self._ledger.enter(publication, extracts, gone, touched, origins)
            finally:
                self._sweep(self.current())  # whether it was entered, only the ledger knows
        return publication

    def note(self, origins: Mapping[str, Origin]) -> None:
        """Note where the files of graphs stand that did not change."""
        with nullcontext() if self._writing else self.writing():
            known = self._ledger.origins()
            if moved := {graph: origin for graph, origin in origins.items() if known.get(graph) != origin}:
                self._ledger.note(moved)

    def _make_beside(self, content: Content, target: Path, publication: Publication) -> None:
        """Make what is derived from the graphs and belongs to the snapshot, before it becomes the current one."""
        if self._beside is None:
            return
        number = publication.number - 1
        held = {version.graph: version for version in (*self._ledger.graphs(number), *publication.versions)}
        before = self._snapshot(number) if number else None
        self._beside(before, target, [each for each in held.values() if each.digest], content)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer; see `Store.writing`."""
        self._make_folder()
        with closing(writer_lock(self.folder)):
            self._ledger.create()
            settle(self.folder, deep=False)
            self._writing = True
            try:
                yield
            finally:
                self._writing = False

    def _make_folder(self) -> None:
        try:
            self._snapshots.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or "cannot be made"
            raise StoreError(f"{self.folder}: {reason}; choose another folder with --store DIR") from error

    def _plan(self, changes: Iterable[Change], number: int) -> list[Step]:
        """Work out what really changes, and note what was made again from something else with the same content."""
        steps, notes = plan(changes, {version.graph: version for version in self._ledger.graphs(number)})
        if notes:
            self._ledger.refresh(notes)
        return steps

    def _branch(self, number: int, target: Path) -> ox.Store:
        """Give a database for a new publication, with the content of the current one."""
        target.mkdir(parents=True)
        (target / "in-use").touch()
        if number:
            ox.Store.read_only(str(self._snapshot(number) / "data")).backup(str(target / "data"))
        return ox.Store(str(target / "data"))

    def _snapshot(self, number: int) -> Path:
        return self._snapshots / f"{number:06}"

    def _sweep(self, current: int) -> None:
        """Remove snapshots that were never entered, and old ones that nobody reads."""
        for snapshot in sorted(self._snapshots.iterdir()):
            number = int(snapshot.name) if snapshot.name.isdigit() else current + 1
            if current - KEPT < number <= current:
                continue
            try:
                with closing(Lock(snapshot / "in-use")):
                    shutil.rmtree(snapshot, ignore_errors=True)
            except (BlockingIOError, PermissionError):
                continue  # somebody reads it: another publication will find it free
            except FileNotFoundError:
                shutil.rmtree(snapshot, ignore_errors=True)


def _told(error: OSError) -> str:
    """Say what the disk refuses, and what helps where that is known."""
    said = " ".join(str(error.strerror or error).split())
    if error.errno == ENOSPC or os.strerror(ENOSPC) in said:  # the database gives no number
        return "the disk is full; make room and run it again"
    return said


def _write(database: ox.Store, steps: list[Step]) -> list[tuple[str, str]]:
    """Write the changes to a branch; gives the things that nobody describes any more, each with its graph."""
    described, rest = [], []
    few = sum(step.size for step in steps if step.whole) < _FEW
    for step in steps:
        if few and step.before and step.whole:
            described.append((step.change.graph, exchange(database, step.change)))
            continue
        rest.append(step)
        if step.before:
            described.append((step.change.graph, take_out(database, step.change)))
    _add(database, (quad for step in rest for quad in _quads(step.change)))
    gone = []
    for name, subjects in described:
        for subject in sorted(subjects):
            if next(database.quads_for_pattern(ox.NamedNode(subject), None, None, None), None) is None:
                gone.append((subject, name))
    return gone


def _add(database: ox.Store, quads: Iterator[ox.Quad]) -> None:
    """Put statements in: a few in a transaction, many past the log of the database, so many at a time in memory."""
    some = list(islice(quads, _FEW))
    if len(some) < _FEW:
        database.extend(some)
    else:
        rest = chain(some, quads)
        while some := list(islice(rest, _MANY)):
            database.bulk_extend(some)
    database.flush()


def _quads(change: Change) -> Iterator[ox.Quad]:
    """Give the statements of a change, in its graph."""
    graph = ox.NamedNode(change.graph)
    file, media = change.file(), ox.RdfFormat.N_TRIPLES
    for quad in ox.parse(path=file, format=media) if file else ox.parse(change.content(), media):
        yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)
