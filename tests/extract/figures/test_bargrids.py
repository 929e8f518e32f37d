"""Tables that bars draw: rows and columns follow from the bars, whatever became of the line ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.extract.figures.bargrids import bar_grids
from graph.extract.figures.grid import Grid

WORDS = st.text("abcdefghij0123456789 ", min_size=1, max_size=8).filter(str.strip).map(str.strip)


def rows(grid: Grid) -> list[tuple[str, ...]]:
    return [grid.words_of_row(row) for row in range(grid.height)]


def test_rows_on_lines_of_their_own_are_read() -> None:
    (grid,) = bar_grids("| Regio | 2022 | 2023 |\n|---|--:|--:|\n| Noord | 1.200 | 1.340 |\n| Zuid | 80 | 95 |\n")
    assert rows(grid) == [("Regio", "2022", "2023"), ("Noord", "1.200", "1.340"), ("Zuid", "80", "95")]


def test_marks_of_bold_letters_are_no_part_of_a_cell() -> None:
    (grid,) = bar_grids("| **Soort** | 2023 |\n|---|---|\n| **Totaal** | **412** |\n")
    assert rows(grid) == [("Soort", "2023"), ("Totaal", "412")]


def test_a_heading_stands_over_the_empty_cells_behind_it() -> None:
    (grid,) = bar_grids("| |2023||2024||\n|---|---|---|---|---|\n|Zaak|Man|Vrouw|Man|Vrouw|\n|Noord|1|2|3|4|\n")
    assert [grid.words(cell) for column in range(1, 5) if (cell := grid.at(0, column))] == [
        "2023",
        "2023",
        "2024",
        "2024",
    ]


def test_the_last_row_may_have_lost_its_last_bar() -> None:
    (grid,) = bar_grids("| Regio | 2022 | 2023 |\n|---|---|---|\n| Noord | 1 | 2 |\n| Zuid | 3 | 4")
    assert rows(grid)[-1] == ("Zuid", "3", "4")


def test_a_bar_in_a_sentence_draws_no_table() -> None:
    assert bar_grids("Zie de pagina Onderwijs | Cijfers | 2023 voor meer.") == []


def test_a_rule_without_a_heading_of_its_width_draws_no_table() -> None:
    assert bar_grids("Noord | 12 |\n|---|---|---|\n| Zuid | 3 | 4 |\n") == []


@given(st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=2)))
def test_every_cell_comes_back_though_line_ends_are_lost(table: list[list[str]]) -> None:
    lines = ["| " + " | ".join(row) + " |" for row in table]
    lines.insert(1, "|" + "---|" * len(table[0]))
    (grid,) = bar_grids(" ".join(lines))
    assert rows(grid) == [tuple(row) for row in table]
