"""Lists of things as tables: which columns and orders they have, which rows a visitor asks for, and a page of those."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from graph.store.base import Reader
from graph.web.languages import Language
from graph.web.problems import Problem
from graph.web.reconcile.names import fold

LONGEST = 200
"""How many characters the words may have together that a list is filtered by."""

Value = str | int | tuple[str, ...]
"""What stands in a cell: words, a number, or several names."""


class Cell(StrEnum):
    """How the cells of a column are shown."""

    NAME = "name"
    TEXT = "text"
    DUTCH = "dutch"
    DAY = "day"
    COUNT = "count"


@dataclass(frozen=True)
class Column:
    """A column of a list.

    Attributes:
        name: in JSON and CSV.
        title: what the page calls it.
        shown: how.
        ordered: whether the list can be ordered by it; that order has the name of the column.
    """

    name: str
    title: str
    shown: Cell = Cell.TEXT
    ordered: bool = True


@dataclass(frozen=True)
class Row:
    """A thing in a list: its IRI, its cells by the names of columns, and other words that it is found by."""

    iri: str
    cells: Mapping[str, Value]
    also: tuple[str, ...] = ()
    folded: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        texts = [cell for cell in self.cells.values() if isinstance(cell, str)]
        names = [name for cell in self.cells.values() if isinstance(cell, tuple) for name in cell]
        object.__setattr__(self, "folded", " ".join(map(fold, (*texts, *names, *self.also))))

    def count(self, name: str) -> int:
        """Give a cell that is a number."""
        cell = self.cells[name]
        return cell if isinstance(cell, int) else 0

    def text(self, name: str) -> str:
        """Give a cell that is text."""
        return str(self.cells[name])


@dataclass(frozen=True)
class Listing:
    """A list of things.

    Attributes:
        path: of the page; its last part names the rows in JSON.
        title, lead: what the page says it is.
        one, more: what its things are called.
        columns: the first leads to the thing.
        order: the column by which it is ordered where nothing else is asked.
        rows: reads the rows, of a publication, for a base and a language.
    """

    path: str
    title: str
    lead: str
    one: str
    more: str
    columns: tuple[Column, ...]
    order: str
    rows: Callable[[Reader, str, Language], Sequence[Row]]

    @property
    def name(self) -> str:
        """What the rows are called in JSON."""
        return self.path.removeprefix("/")


@dataclass(frozen=True)
class Wanted:
    """What is asked of a list: words that all have to be in a row, an order, a page from 1 and its size.

    Attributes:
        size: how many rows a page has; None for all in one.
    """

    q: str = ""
    order: str = ""
    page: int = 1
    size: int | None = None


@dataclass(frozen=True)
class Rows:
    """A page of a list.

    Attributes:
        wanted: what was asked, with the order that it got.
        total: how many rows fit the words.
        pages: how many pages there are.
        rows: those of this page.
    """

    wanted: Wanted
    total: int
    pages: int
    rows: tuple[Row, ...]


def choose(listing: Listing, rows: Sequence[Row], wanted: Wanted) -> Rows:
    """Choose the rows that are asked for.

    Args:
        listing: the list.
        rows: all its rows.
        wanted: what is asked.

    Raises:
        Problem: ``bad-request`` for an order that there is not, ``not-found`` for a page after the last.
    """
    order = wanted.order or listing.order
    column = next((each for each in listing.columns if each.ordered and each.name == order), None)
    if column is None:
        names = ", ".join(each.name for each in listing.columns if each.ordered)
        raise Problem("bad-request", f"The parameter `order` is one of: {names}.")
    words = fold(wanted.q).split()
    found = [row for row in rows if all(word in row.folded for word in words)]
    size = wanted.size or max(1, len(found))
    pages = max(1, -(-len(found) // size))
    if wanted.page > pages:
        raise Problem("not-found", f"There is no page {wanted.page}: the last one is {pages}.")
    start = (wanted.page - 1) * size
    chosen = _sorted(found, column, listing)[start : start + size]
    return Rows(Wanted(wanted.q, order, wanted.page, wanted.size), len(found), pages, tuple(chosen))


def _sorted(rows: Sequence[Row], column: Column, listing: Listing) -> list[Row]:
    """Sort rows: numbers and days from the highest, names by the alphabet; equals by the other numbers, then by IRI."""
    counts = [each.name for each in listing.columns if each.shown is Cell.COUNT]
    named = sorted(rows, key=lambda row: (*(-row.count(name) for name in counts), row.iri))
    if column.shown is Cell.COUNT:
        return sorted(named, key=lambda row: -row.count(column.name))
    if column.shown is Cell.DAY:
        return sorted(sorted(rows, key=lambda row: row.iri), key=lambda row: row.text(column.name), reverse=True)
    return sorted(named, key=lambda row: (not row.text(column.name), fold(row.text(column.name))))
