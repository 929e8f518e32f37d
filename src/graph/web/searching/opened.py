"""The index of the current publication, opened for all requests of this process, and made where there is none."""

from __future__ import annotations

import logging
import os
import shutil
import threading
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.search.index import FOLDER, bring_up, link, record_of
from graph.search.served import Served
from graph.store.base import Reader
from graph.store.locks import Lock
from graph.web.problems import Problem
from graph.web.snapshots import Snapshots

log = logging.getLogger(__name__)

_PATIENCE = 2.0
"""Seconds that a request waits for an index that is being made."""


@dataclass
class _Open:
    """An index, the publication that it is of, and the folder of our own that it may stand in."""

    number: int
    served: Served
    own: TemporaryDirectory[str] | None = None


class Searches:
    """Gives the index of the publication that a reader shows.

    A publication brings its index along. Where it has none (a store of an older version, a folder that was deleted by
    hand) it is made in the background, beside the snapshot where we may write there, in a folder of our own elsewhere.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made = threading.Condition(self._lock)
        self._current: _Open | None = None
        self._making: int | None = None

    def get(self, reader: Reader, snapshots: Snapshots) -> Served:
        """Give the index of a publication.

        Args:
            reader: of the publication.
            snapshots: lends a reader for as long as an index is being made.

        Raises:
            Problem: of the kind ``being-made``, when there is none yet.
        """
        with self._lock:
            if (self._current is None or self._current.number != reader.number) and not self._open(reader):
                self._begin(reader.number, snapshots)
            self._made.wait_for(lambda: self._making != reader.number, timeout=_PATIENCE)
            if self._current is not None and self._current.number == reader.number:
                return self._current.served
        raise Problem("being-made", "The search index is being made.", headers={"Retry-After": "5"})

    def warm(self, snapshots: Snapshots) -> None:
        """Open the index before the first visitor asks; where there is no data yet there is nothing to do."""
        try:
            with snapshots.reading() as reader:
                self.get(reader, snapshots).warm()
        except Problem as problem:
            log.info("search: %s", problem.detail)

    def close(self) -> None:
        """Let go of the index."""
        with self._lock:
            current, self._current = self._current, None
        if current and current.own:
            current.own.cleanup()

    def _open(self, reader: Reader) -> bool:
        """Open the index that a publication brought along; says whether there is one."""
        folder = reader.folder / FOLDER if reader.folder else None
        if folder is None or record_of(folder) is None:
            return False
        own = None
        try:
            served = Served(folder)
        except (OSError, ValueError):  # the engine wants to write a lock, and this folder may be another user's
            own = TemporaryDirectory(prefix="kamergraaf-search-", ignore_cleanup_errors=True)
            try:
                copy = Path(own.name) / FOLDER
                copy.mkdir()
                link(folder, copy)
                served = Served(copy)
            except (OSError, ValueError) as error:
                log.warning("%s: the search index cannot be opened (%s); it is made anew", folder, error)
                own.cleanup()
                return False
        self._take(_Open(reader.number, served, own))
        return True

    def _begin(self, number: int, snapshots: Snapshots) -> None:
        """Begin to make an index in the background, unless that is being done."""
        if self._making is None:
            self._making = number
            threading.Thread(target=self._make, args=(snapshots,), name="search-index", daemon=True).start()

    def _make(self, snapshots: Snapshots) -> None:
        try:
            with snapshots.reading() as reader:
                found = _beside(reader) or self._elsewhere(reader)
            with self._lock:
                self._take(found)
        except (OSError, ValueError, Problem) as error:
            log.error("the search index cannot be made: %s", error)
        finally:
            with self._lock:
                self._making = None
                self._made.notify_all()

    def _elsewhere(self, reader: Reader) -> _Open:
        """Make an index in a folder of our own, from the one that is open where that is ours too."""
        own = TemporaryDirectory(prefix="kamergraaf-search-", ignore_cleanup_errors=True)
        current = self._current
        before = Path(current.own.name) / FOLDER if current and current.own else None
        bring_up(before, Path(own.name) / FOLDER, reader.graphs(), reader.n_triples)
        return _Open(reader.number, Served(Path(own.name) / FOLDER), own)

    def _take(self, opened: _Open) -> None:
        before, self._current = self._current, opened
        if before and before.own:
            before.own.cleanup()  # files that a request still reads stay until it has


def _beside(reader: Reader) -> _Open | None:
    """Make an index beside its snapshot, from that of another snapshot where there is one; None where we may not."""
    if reader.folder is None:
        return None
    target, part = reader.folder / FOLDER, reader.folder / f"{FOLDER}.{os.getpid()}"
    others = sorted(reader.folder.parent.glob(f"*/{FOLDER}"), reverse=True)
    try:
        with closing(Lock(reader.folder / f"{FOLDER}.lock")):
            if not _is_good(target):
                shutil.rmtree(part, ignore_errors=True)
                before = next((other for other in others if other != target and record_of(other)), None)
                bring_up(before, part, reader.graphs(), reader.n_triples)
                shutil.rmtree(target, ignore_errors=True)
                part.replace(target)
        return _Open(reader.number, Served(target))
    except (BlockingIOError, PermissionError):
        return None  # another process makes it, or the folder is another user's: we make our own
    except (OSError, ValueError) as error:
        log.warning("%s: the search index cannot be made here (%s)", reader.folder, error)
        shutil.rmtree(part, ignore_errors=True)
        return None


def _is_good(folder: Path) -> bool:
    """Whether an index that another process has made can be opened."""
    try:
        return record_of(folder) is not None and bool(Served(folder))
    except (OSError, ValueError):
        return False
