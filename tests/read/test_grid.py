"""Tables keep their shape, whatever spans a file claims."""

from __future__ import annotations

from graph.read.content import Paragraph, TableCell
from graph.read.grid import Grids, Placed


def cell(words: str, rows: int = 1, columns: int = 1) -> TableCell:
    return TableCell((Paragraph((words,)),), rows, columns)


def test_a_column_that_is_left_out_becomes_an_empty_cell() -> None:
    rows = Grids().table([[Placed(cell("a"), 0), Placed(cell("c"), 2)]]).rows
    assert rows == ((cell("a"), TableCell(()), cell("c")),)


def test_a_cell_from_the_row_above_takes_its_column() -> None:
    rows = Grids().table([[Placed(cell("a", rows=2), 0), Placed(cell("b"), 1)], [Placed(cell("d"), 1)]]).rows
    assert rows[1] == (cell("d"),)


def test_spans_end_with_the_table() -> None:
    rows = Grids().table([[Placed(cell("a", rows=99)), Placed(cell("b", rows=0))], [Placed(cell("c"))]]).rows
    assert [each.rows for each in rows[0]] == [2, 2]


def test_absurd_spans_are_not_believed() -> None:
    grids = Grids()
    tall = [[Placed(cell("a", rows=2000, columns=9999))], *([Placed(cell("b"))] for _ in range(1999))]
    assert (grids.table(tall).rows[0][0].rows, grids.table(tall).rows[0][0].columns) == (1, 1)
    assert len(grids.table([[Placed(cell("a"), 90_000)]]).rows[0]) <= 1001
