"""Parts that are named with their whole, and the rest of one, by behaviour."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


def told(figures: tuple[Statistic, ...]) -> list[tuple[str, str, str | None]]:
    return [(str(figure.value), figure.indicator, figure.breakdown) for figure in figures]


@pytest.mark.parametrize(
    ("answer", "thing", "part"),
    [
        ("Inmiddels is in 19 van de 31 bibliotheekregio's een leesclub gestart.", "bibliotheekregio's",
         "leesclub gestart"),
        ("Inmiddels zijn 19 van de 31 grote bruggen toe aan vervanging.", "grote bruggen", "toe aan vervanging"),
        ("De gids meldt dat 19 van de 31 musea met een tuin niet voldoen aan de norm.", "musea met een tuin",
         "niet voldoen aan norm"),
    ],
)  # fmt: skip
def test_a_part_has_the_name_of_its_whole_and_what_is_said_of_it(
    read_answer: ReadAnswer, answer: str, thing: str, part: str
) -> None:
    first, second = told(read_answer(answer))
    assert second == ("31", thing, None)
    assert first[:2] == ("19", thing)
    assert first[2] is not None
    assert first[2].endswith(part)


def test_a_part_that_points_back_is_told_by_the_sentence_before(read_answer: ReadAnswer) -> None:
    figures = told(read_answer("De tuinen moesten hun hek vervangen. Dat is in 4 van de 9 tuinen gebeurd."))
    assert figures == [("4", "tuinen", "hek vervangen"), ("9", "tuinen", None)]


def test_a_part_that_points_back_is_told_by_the_question(read_answer: ReadAnswer) -> None:
    figures = told(
        read_answer("Dit is het geval bij 4 van de 9 tuinen.", question="Bij welke tuinen is het hek kapot?")
    )
    assert figures[0] == ("4", "tuinen", "hek kapot")


def test_a_part_of_which_nothing_is_said_is_not_the_whole(read_answer: ReadAnswer) -> None:
    assert told(read_answer("Het betreft 4 van de 9 tuinen.", question="En nu?")) == [
        ("4", "tuinen", "deel"),
        ("9", "tuinen", None),
    ]


def test_the_rest_is_not_the_whole(read_answer: ReadAnswer) -> None:
    figures = told(read_answer("De overige 11 tuinen wachten op advies."))
    assert figures == [("11", "tuinen", "overige wachten op advies")]


def test_a_share_of_which_the_sentence_before_is_true_measures_something_else(read_answer: ReadAnswer) -> None:
    answer = "Bij 71% van de tuinen is een hek geplaatst. Dit is voor 23% van de parken het geval."
    first, second = told(read_answer(answer))
    assert first[1] != second[1]
    assert second[:2] == ("23", "parken")
