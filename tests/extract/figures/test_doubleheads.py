"""Headings of two levels: read where the lower line repeats itself once for each of the upper ones."""

from __future__ import annotations

import pytest

from graph.extract.figures.doubleheads import double_head, repeats
from graph.extract.figures.textgrids import text_grids


def test_each_upper_heading_stands_over_one_round_of_the_lower() -> None:
    text = "2023 2024\nUitkomst Aantal % Aantal %\nGegrond 31 42 29 38\nOngegrond 43 58 48 62"
    (grid,) = text_grids(text)
    assert [grid.words(cell) for row in (0, 1) for column in (1, 3) if (cell := grid.at(row, column))] == [
        "2023", "2024", "Aantal", "Aantal"
    ]  # fmt: skip
    over = grid.at(0, 4)
    assert over and grid.words(over) == "2024"


@pytest.mark.parametrize(
    "text",
    [
        "2023 2024\nDirectie Gegrond Ongegrond Gegrond Deels\nNoord 1 2 3 4",
        "2022 2023 2024\nDirectie Gegrond Ongegrond Gegrond Ongegrond\nNoord 1 2 3 4",
        "Directie Gegrond Ongegrond Gegrond Ongegrond\nNoord 1 2 3 4",
    ],
)
def test_lines_that_do_not_agree_are_no_double_heading(text: str) -> None:
    assert double_head(text, text.index("Noord"), 4) is None


def test_columns_with_the_same_heading_and_none_above_make_no_table() -> None:
    assert text_grids("Directie Gegrond Ongegrond Gegrond Ongegrond\nNoord 1 2 3 4\nZuid 5 6 7 8") == []


def test_a_round_has_no_heading_twice() -> None:
    assert repeats(["Man", "Man", "Man", "Man"]) == 1
    assert repeats(["Man", "Man", "Vrouw", "Man", "Man", "Vrouw"]) is None
