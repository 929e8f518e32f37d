"""Rows of one number under a title, read line by line."""

from __future__ import annotations

from collections.abc import Callable

from graph.extract.figures.rows import heading_of, lost_cells
from graph.model import Statistic


def test_title_that_ends_in_its_year_is_no_row() -> None:
    lines = ["Tabel 2: Gevonden wapens in 2023", "Messen 1.230", "Overig 789"]
    assert [heading_of(lines, line) for line in range(3)] == [None, 0, 0]


def test_row_beside_bare_numbers_lost_its_columns() -> None:
    lines = ["Jaar Loon Huur", "Noord 5", "6 7", "Zuid", "Oost 8"]
    assert [lost_cells(lines, line) for line in (1, 4)] == [True, False]


def test_rows_of_one_number_are_parts_of_what_the_title_names(
    read_answer: Callable[..., tuple[Statistic, ...]],
) -> None:
    found = read_answer("Tabel 2: Verloren wapens in 2023\nMessen 1.230\nGeweren 456\nOverig 789")
    assert [(str(f.value), f.indicator, f.breakdown) for f in found] == [
        ("1230", "verloren wapens", "messen"),
        ("456", "verloren wapens", "geweren"),
        ("789", "verloren wapens", "overig"),
    ]
    assert {f.period.start and f.period.start.year for f in found} == {2023}
