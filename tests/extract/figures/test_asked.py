"""Which figures have the time of the question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graph.extract.figures.asked import is_standing
from graph.model import Period, Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


def test_a_figure_without_a_time_has_that_of_the_question(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("Het gaat om 37 schepen.", question="Hoeveel schepen lagen er in 2024 aan de ketting?")
    assert figure.period == Period(date(2024, 1, 1), date(2024, 12, 31))


def test_asked_how_things_stand_now_the_day_that_the_answer_names_counts(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "Op 1 oktober 2025 stonden 900 bedrijven op de lijst. Het gevraagd vermogen is 40 MW.",
        question="Hoeveel bedrijven staan er op dit moment op de lijst?",
    )
    assert [figure.period.start for figure in figures] == [date(2025, 10, 1)] * 2
    assert "period-as-of" in figures[1].rules


def test_asked_how_things_stand_now_the_day_of_the_paper_is_not_guessed(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer(
        "Er staan 900 bedrijven op de lijst.", question="Hoeveel staan er op dit moment op de lijst?"
    )
    assert figure.period == Period()


def test_a_scope_without_an_end_is_not_the_time_of_a_figure(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("Er zijn 12 havens.", question="Wat is er sinds 2019 gebeurd?")
    assert figure.period == Period()


@pytest.mark.parametrize("bound", ["later dan 2015", "uiterlijk in 2015", "vóór 2015"])
def test_a_year_that_bounds_what_is_asked_is_not_the_time_of_a_figure(read_answer: ReadAnswer, bound: str) -> None:
    (figure,) = read_answer("Er zijn 12 havens.", question=f"Wat gebeurt er als de keuze {bound} valt?")
    assert figure.period == Period()


def test_an_amount_that_stands_has_no_time(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer(
        "Het liggeld bedraagt € 300 per dag.", question="Hoeveel schepen lagen er in 2024 aan de ketting?"
    )
    assert figure.period == Period()


@pytest.mark.parametrize(
    ("words", "unit", "standing"),
    [
        ("een vaste bijdrage van € 7.000 per betaalbare woning", "EUR", True),
        ("Elk jaar uitstel kost de schatkist € 2 miljoen", "EUR", True),
        ("een maandelijkse gift van € 30", "EUR", True),
        ("gemiddeld € 2.600 per persoon", "EUR", False),
        ("12 ongevallen per jaar", "count", False),
        ("een budget van € 5 miljoen", "EUR", False),
    ],
)
def test_what_stands_as_long_as_a_rule_does(words: str, unit: str, standing: bool) -> None:
    assert is_standing(words, unit) is standing
