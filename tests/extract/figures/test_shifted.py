"""Times named from another time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graph.extract.figures.periods import PeriodPhrase
from graph.extract.figures.shifted import with_shifted
from graph.model import Period, Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Een jaar eerder waren het er 80.", [("2024-10-01", "2024-10-01")]),
        ("Op dezelfde datum in 2023 waren het er 80.", [("2023-10-01", "2023-10-01")]),
        ("Vijf jaar eerder was dit 80.", [("2020-10-01", "2020-10-01")]),
        ("Het schooljaar daarvoor waren het er 80.", [("2024-10-01", "2024-10-01")]),
        ("Dat is 5% hoger dan een jaar eerder.", []),
        ("Dat is 5% meer ten opzichte van het jaar daarvoor.", []),
    ],
)
def test_a_time_in_another_year_is_that_of_the_sentence_before_moved(
    words: str, expected: list[tuple[str, str]]
) -> None:
    before = PeriodPhrase(0, 5, (Period(date(2025, 10, 1), date(2025, 10, 1)),), "period-date")
    found = [period for phrase in with_shifted(words, 0, [], before) for period in phrase.periods]
    assert [(str(period.start), str(period.end)) for period in found] == expected


def test_the_same_day_of_a_leap_year_is_the_last_of_february_in_another() -> None:
    before = PeriodPhrase(0, 5, (Period(date(2024, 2, 29), date(2024, 2, 29)),), "period-date")
    (phrase,) = with_shifted("Een jaar eerder waren het er 80.", 0, [], before)
    assert phrase.periods == (Period(date(2023, 2, 28), date(2023, 2, 28)),)


def test_what_is_only_compared_with_is_not_the_time_of_the_next_sentence(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "Op 1 oktober 2025 stonden 900 mensen op de lijst. Een jaar eerder waren dat er 700. Er kregen 80 mensen hulp."
    )
    days = [str(figure.period.start) for figure in figures]
    assert days == ["2025-10-01", "2024-10-01", "2025-10-01"]


def test_a_year_earlier_looks_past_a_sentence_without_a_time(read_answer: ReadAnswer) -> None:
    figures = read_answer("In 2024 waren er 900 branden. Dat zijn 15 branden per dag. Vijf jaar eerder was dit 17.")
    assert str(figures[-1].period.start) == "2019-01-01"
