"""School years."""

from __future__ import annotations

import pytest

from graph.extract.figures.schoolyears import school_years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in het schooljaar 2023/2024", [(2023, 8)]),
        ("in de schooljaren 2021-2022 en 2022-2023", [(2021, 8), (2022, 8)]),
        ("studiejaar 2023–2024", [(2023, 9)]),
        ("collegejaar 2023/24", [(2023, 9)]),
        ("vergaderjaar 2023–2024", []),
        ("in de periode 2019-2023", []),
        ("schooljaar 2021-2025", []),
    ],
)
def test_a_pair_of_years_is_a_school_year_behind_its_word_only(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(year, month) for _, _, year, month in school_years(text)] == expected
