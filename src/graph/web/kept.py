"""Small results that were given, kept for as long as the publication that they were taken from is the current one.

A publication never changes, so neither does what a query gives of it. Pages that ask the same thing for every visitor
are answered without a worker. What a query gives anew each time is not kept: the time, chance, what others say.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass

from graph.web.frames import Kind
from graph.web.process import Job

_CHANGES = re.compile(r"now|rand|uuid|bnode|service|\\", re.IGNORECASE)
"""Functions and patterns whose value differs from one time to the next, and escapes, which may spell them."""


@dataclass(frozen=True, slots=True)
class Given:
    """A result: its kind and its bytes."""

    kind: Kind
    body: bytes


class Kept:
    """The results, those that were not asked for the longest time given up first.

    Args:
        size: how many bytes of queries and results may be kept.
    """

    def __init__(self, size: int = 8 << 20) -> None:
        self._size = size
        self._taken = 0
        self._number = 0
        self._results: OrderedDict[Job, Given] = OrderedDict()

    def find(self, job: Job, number: int) -> Given | None:
        """Give the result of a query, if it is kept of this publication."""
        if number != self._number:
            self._results.clear()
            self._taken, self._number = 0, number
            return None
        found = self._results.get(job)
        if found is not None:
            self._results.move_to_end(job)
        return found

    def keep(self, job: Job, number: int, given: Given) -> None:
        """Keep a result that was taken from a publication."""
        if number != self._number or job in self._results or _CHANGES.search(job.query):
            return
        self._results[job] = given
        self._taken += _bytes(job, given)
        while self._taken > self._size:
            self._taken -= _bytes(*self._results.popitem(last=False))


def _bytes(job: Job, given: Given) -> int:
    return 4 * len(job.query) + len(given.body) + 500
