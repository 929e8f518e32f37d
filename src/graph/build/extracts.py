"""What is kept of each paper for the shared graphs: packed, and read one at a time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Set
from contextlib import ExitStack
from typing import Self

from graph.store.base import Change, Reader, Store

_PACKED = b"\x78"
"""What packed bytes begin with (RFC 1950); JSON begins with no such letter."""


def pack(extract: bytes) -> bytes:
    """Pack what `graph.describe.extract` gave of a paper: a tenth is left."""
    return zlib.compress(extract, 6)


def unpack(extract: bytes) -> bytes:
    r"""Give what was packed; what is not packed stays as it is.

    >>> unpack(pack(b'{"a": 1}')) == unpack(b'{"a": 1}') == b'{"a": 1}'
    True
    """
    return zlib.decompress(extract) if extract.startswith(_PACKED) else extract


class Extracts(Mapping[str, bytes]):
    """The extracts of all papers that will be published, by graph; those in the store are read when they are asked.

    Args:
        changes: of the graphs of papers.
        documents: the graphs of the papers in the store.
        store: where those are.
    """

    def __init__(self, changes: Mapping[str, Change], documents: Set[str], store: Store) -> None:
        self._new = {graph: change.extract for graph, change in changes.items() if change.triples is not None}
        self._kept = documents - changes.keys()
        self._store = store
        self._open = ExitStack()
        self._opened: Reader | None = None

    def __getitem__(self, graph: str) -> bytes:
        if graph in self._new:
            return unpack(self._new[graph])
        if graph not in self._kept:
            raise KeyError(graph)
        if self._opened is None:
            self._opened = self._open.enter_context(self._store.reader())
        return unpack(self._opened.extract(graph))

    def __iter__(self) -> Iterator[str]:
        yield from self._new
        yield from self._kept

    def __len__(self) -> int:
        return len(self._new) + len(self._kept)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()
