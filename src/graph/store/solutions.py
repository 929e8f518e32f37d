"""Writes solutions as CSV (SPARQL 1.1 Query Results CSV and TSV Formats, section 3), streamed.

The store's own writer leaves a comma inside an IRI as it is, and many of our IRIs have one (``…/statistic/48,1-1``): a
reader of the table would see a column too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

import pyoxigraph as ox

from graph.store.base import Term

_AT_ONCE = 1 << 14
"""Characters that are collected before they are written."""

_QUOTED = re.compile(r'[",\r\n]').search


def write_csv(variables: Sequence[str], rows: Iterable[Sequence[Term | None]], out: IO[bytes]) -> None:
    r"""Write a table of solutions, its first line the names of the variables.

    >>> from io import BytesIO
    >>> write_csv(["s"], [[ox.NamedNode("https://example.org/48,1")], [None]], table := BytesIO())
    >>> table.getvalue()
    b's\r\n"https://example.org/48,1"\r\n\r\n'
    """
    waiting: list[str] = []
    size = 0
    for line in _lines(variables, rows):
        waiting.append(line)
        size += len(line)
        if size >= _AT_ONCE:
            out.write("".join(waiting).encode())
            waiting.clear()
            size = 0
    out.write("".join(waiting).encode())


def _lines(variables: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> Iterator[str]:
    yield ",".join(variables) + "\r\n"
    for row in rows:
        yield ",".join(map(_cell, row)) + "\r\n"


def _cell(term: Term | None) -> str:
    if term is None:
        return ""
    text = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    if _QUOTED(text) is None:
        return text
    return '"' + text.replace('"', '""') + '"'
