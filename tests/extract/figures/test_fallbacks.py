"""The time of a figure whose sentence names none, from what stands nearest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]

LIST = "Hieronder staat hoeveel er in 2024 waren:\n\n- 40 branden."


@pytest.mark.parametrize(
    ("answer", "question", "title", "year", "rule"),
    [
        (LIST, "Hoeveel branden waren er in 2023?", "", 2024, "period-list"),
        (
            "Er waren 40 branden.",
            "Hoeveel branden waren er in 2023?",
            "over de Staat van 2021",
            2023,
            "period-question",
        ),
        ("Er waren 40 branden.", "Hoeveel branden waren er?", "over de Staat van 2021", 2021, "period-title"),
    ],
)
def test_the_nearest_time_counts(
    read_answer: ReadAnswer, answer: str, question: str, title: str, year: int, rule: str
) -> None:
    (figure,) = read_answer(answer, question=question, title=title)
    assert figure.period.start and figure.period.start.year == year
    assert rule in figure.rules
