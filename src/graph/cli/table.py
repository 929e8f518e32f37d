"""Results of a query as a table in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

from pyoxigraph import Literal

from graph.cli.common import count
from graph.describe.terms import PREFIXES
from graph.store.base import Form, Result, Term


def table(result: Result, base: str) -> Iterator[str]:
    """Give a result as lines: a heading, a rule, the rows, their number; IRIs are shortened.

    Args:
        result: solutions or a boolean.
        base: the base IRI; what lies below it is written as ``kg:…`` or ``…/document/…``.
    """
    if result.form is Form.BOOLEAN:
        yield "yes" if result else "no"
        return
    rows = [[_cell(term, base) for term in row] for row in result.rows()]
    names = [[name for name in result.variables]]
    widths = [max(map(_width, column)) for column in zip(*names, *rows, strict=True)]
    numbers = [all(_is_number(row[at]) for row in rows) for at in range(len(widths))]
    for row in names:
        yield _line(row, widths, numbers)
    yield "  ".join("-" * width for width in widths)
    for row in rows:
        yield _line(row, widths, numbers)
    yield f"({count(len(rows), 'row')})"


def _line(row: list[str], widths: list[int], numbers: list[bool]) -> str:
    cells = []
    for text, width, number in zip(row, widths, numbers, strict=True):
        space = " " * (width - _width(text))
        cells.append(space + text if number else text + space)
    return "  ".join(cells).rstrip()


def _cell(term: Term | None, base: str) -> str:
    if term is None:
        return ""
    if isinstance(term, Literal):
        return " ".join(term.value.split())
    text = str(term)
    iri = text.removeprefix("<").removesuffix(">")
    for name, space in {"kg": f"{base}def/", **PREFIXES}.items():
        if iri.startswith(space):
            return f"{name}:{iri[len(space) :]}"
    return f"…{iri[len(base) - 1 :]}" if iri.startswith(base) else text


def _is_number(text: str) -> bool:
    return not text or text.replace(".", "", 1).removeprefix("-").isdigit()


def _width(text: str) -> int:
    """Give the columns that a text takes on a terminal."""
    return len(text) + sum(east_asian_width(sign) in "WF" for sign in text)
