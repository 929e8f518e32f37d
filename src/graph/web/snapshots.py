"""The current publication, held open for all requests of this process and changed for a newer one between two."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from graph.errors import StoreError
from graph.store.base import Reader, Store
from graph.web.problems import Problem


@dataclass
class _Open:
    """A reader and how many requests use it."""

    reader: Reader
    users: int = 0


class Snapshots:
    """Lends readers of the current publication; a reader that is no longer current is closed by its last user."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._current: _Open | None = None

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Lend a reader for the time of a request.

        Raises:
            Problem: of the kind ``no-data``, when nothing has been published or the store cannot be read.
        """
        lent = self._take()
        try:
            yield lent.reader
        finally:
            self._give_back(lent)

    def number(self) -> int:
        """Give the number of the current publication; 0 where there is none, or the store cannot be read."""
        try:
            return self._store.current()
        except StoreError:
            return 0

    def close(self) -> None:
        """Let go of the publication, once nobody reads it any more."""
        with self._lock:
            current, self._current = self._current, None
            if current is not None and not current.users:
                current.reader.close()

    def _take(self) -> _Open:
        try:
            with self._lock:
                if self._current is None or self._store.current() != self._current.reader.number:
                    newer = _Open(self._store.reader())
                    if self._current is not None and not self._current.users:
                        self._current.reader.close()
                    self._current = newer
                self._current.users += 1
                return self._current
        except StoreError as error:
            raise Problem("no-data", str(error), headers={"Retry-After": "30"}) from error

    def _give_back(self, lent: _Open) -> None:
        with self._lock:
            lent.users -= 1
            if lent is not self._current and not lent.users:
                lent.reader.close()
