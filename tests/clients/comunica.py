"""Comunica in a process of its own, which is asked one query after another."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


class QueryFailedError(Exception):
    """What Comunica says of a query that it cannot answer."""


Source = str | dict[str, str]
"""An address, whose kind Comunica finds out, or ``{"type": "sparql", "value": address}``."""

Row = dict[str, list[str]]
"""The values of a solution by variable: the text of a term, and of a literal its language or datatype."""


class Comunica:
    """A running Comunica."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def rows(self, query: str, *sources: Source) -> list[Row]:
        """Give the solutions of a SELECT, in the order in which they come."""
        return [{name: list(map(str, term)) for name, term in row.items()} for row in self._list(query, sources)]

    def ask(self, query: str, *sources: Source) -> bool:
        """Give the answer of an ASK."""
        found = self._answer(query, sources)
        assert isinstance(found, bool)
        return found

    def triples(self, query: str, *sources: Source) -> int:
        """Give how many triples a CONSTRUCT or DESCRIBE has."""
        return len(self._list(query, sources))

    def _list(self, query: str, sources: Sequence[Source]) -> list[dict[str, list[str]]]:
        found = self._answer(query, sources)
        assert isinstance(found, list)
        return found

    def _answer(self, query: str, sources: Sequence[Source]) -> object:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps({"query": query, "sources": sources}) + "\n")
        self._process.stdin.flush()
        said = json.loads(self._process.stdout.readline())
        if "error" in said:
            raise QueryFailedError(said["error"])
        found: object = said["result"]
        return found


@contextmanager
def running(folder: Path) -> Iterator[Comunica]:
    """Run the Comunica that `tests.clients.npm.install` installed; it ends with its input."""
    command = [str(shutil.which("node")), "comunica.cjs"]
    with subprocess.Popen(  # noqa: S603
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield Comunica(process)
        finally:
            process.terminate()
