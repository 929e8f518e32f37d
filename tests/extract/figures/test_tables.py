"""Tables that lost their cells."""

from __future__ import annotations

import pytest

from graph.extract.figures.tables import flattened_tables


@pytest.mark.parametrize(
    "text",
    ["AFM 28,7 50,4 79,3 73,9", "0 -23,7 -47,6 -72,1", "VWS 181 467 Betreft", "5 10 15 20", "Huur € 5 mln € 6 mln"],
)
def test_numbers_without_words_between_are_a_table(text: str) -> None:
    assert len(list(flattened_tables(text))) == 1


@pytest.mark.parametrize(
    "text", ["in 2025 720 personen", "per 1 januari 2025 69.630 plekken", "5, 6 en 7 zaken", "€ 5 en € 6"]
)
def test_a_year_before_a_number_and_a_list_are_sentences(text: str) -> None:
    assert list(flattened_tables(text)) == []
