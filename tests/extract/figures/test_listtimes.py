"""The time of the items of a list."""

from __future__ import annotations

from collections.abc import Callable

from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


def years(figures: tuple[Statistic, ...]) -> list[tuple[str, int | None]]:
    return [(str(figure.value), figure.period.start.year if figure.period.start else None) for figure in figures]


def test_items_have_the_time_of_the_sentence_that_announces_them(read_answer: ReadAnswer) -> None:
    figures = read_answer("Hieronder staat hoeveel er in 2024 waren:\n\n- 40 branden;\n\n- 30 stormen.")
    assert years(figures) == [("40", 2024), ("30", 2024)]


def test_numbers_in_brackets_have_the_time_that_is_said_of_them(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "Hieronder staat het aantal in 2025, met tussen haakjes het aantal in 2024:\n\n- 40 branden (35 branden);\n\n"
        "- 30 stormen (28 stormen)."
    )
    assert years(figures) == [("40", 2025), ("35", 2024), ("30", 2025), ("28", 2024)]


def test_a_line_that_is_no_item_has_nothing_from_a_list_above(read_answer: ReadAnswer) -> None:
    figures = read_answer("Hieronder staat hoeveel er in 2024 waren:\n\n- 40 branden;\n\nEr zijn 30 kazernes.")
    assert years(figures)[-1] == ("30", None)
