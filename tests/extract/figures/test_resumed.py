"""Figures whose subject points back, is a part of what went before, or stands in a list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


def told(figures: tuple[Statistic, ...]) -> list[tuple[str, str, str | None]]:
    return [(str(figure.value), figure.indicator, figure.breakdown) for figure in figures]


@pytest.mark.parametrize(
    "answer",
    [
        "Het aantal musea met een depot bedroeg 310. Een jaar later kwam het uit op 320.",
        "Het aantal musea met een depot bedroeg 310. Dit aantal steeg in 2025 naar 320.",
        "Het aantal musea met een depot bedroeg 310, waarna het geleidelijk steeg naar 320.",
    ],
)
def test_a_subject_that_points_back_is_that_of_the_figure_before(read_answer: ReadAnswer, answer: str) -> None:
    first, second = told(read_answer(answer))
    assert first[1] == second[1] == "aantal musea met een depot"
    assert (first[0], second[0]) == ("310", "320")


def test_the_group_that_a_resumed_figure_is_of_is_its_breakdown(read_answer: ReadAnswer) -> None:
    figures = told(read_answer("De vacaturegraad in de zorg was 4,1%. Bij de brandweer lag dit percentage op 6,2%."))
    assert figures == [
        ("4.1", "vacaturegraad in de zorg", None),
        ("6.2", "vacaturegraad in de zorg", "brandweer"),
    ]


@pytest.mark.parametrize(
    ("question", "answer", "indicator"),
    [
        ("Hoe lang is de wachttijd voor een visum?", "Deze bedraagt gemiddeld 38 weken.", "wachttijd voor een visum"),
        ("Wat is het gemiddelde uurloon van een gids?", "Dat is € 52,90.", "gemiddelde uurloon van een gids"),
    ],
)
def test_what_points_back_to_no_figure_is_what_the_question_asks(
    read_answer: ReadAnswer, question: str, answer: str, indicator: str
) -> None:
    (figure,) = read_answer(answer, question=question)
    assert figure.indicator == indicator


def test_people_that_this_concerns_are_what_the_sentence_before_is_about(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer(
        "Het Centraal Loket houdt de voorraad open verzoeken bij. Vorig jaar betrof dit 870 personen."
    )
    assert figure.indicator == "voorraad open verzoeken"


@pytest.mark.parametrize(
    ("answer", "breakdown"),
    [
        ("Er zijn 90 aanvragen ontvangen. Hiervan zijn er 43 toegekend; de overige 47 zijn nog in behandeling.",
         "overige in behandeling"),
        ("Er zijn 90 aanvragen ontvangen: 43 voor musea en 47 voor theaters.", "voor theaters"),
        ("Er zijn 90 aanvragen ontvangen. Daarvan zijn er 43 ingetrokken en 47 door de dienst (RX) afgewezen.",
         "afgewezen"),
        ("Er zijn 90 aanvragen ontvangen. Eind vorig jaar waren er nog 47 in behandeling.", "in behandeling"),
    ],
)  # fmt: skip
def test_numbers_without_a_noun_are_parts_of_what_was_counted(
    read_answer: ReadAnswer, answer: str, breakdown: str
) -> None:
    figures = told(read_answer(answer))
    assert figures[-1] == ("47", figures[0][1], breakdown)


def test_items_of_a_list_are_what_its_lead_in_counts(read_answer: ReadAnswer) -> None:
    figures = told(
        read_answer("Het aantal gemelde storingen was als volgt:\n- Gelderland: 212 (198);\n- Zeeland: 95 (102).")
    )
    assert [(value, breakdown) for value, _, breakdown in figures] == [
        ("212", "Gelderland"),
        ("198", "Gelderland"),
        ("95", "Zeeland"),
        ("102", "Zeeland"),
    ]
    assert {indicator for _, indicator, _ in figures} == {"gemelde storingen"}


def test_items_of_a_list_without_a_noun_split_the_largest_total_before_it(read_answer: ReadAnswer) -> None:
    figures = told(
        read_answer(
            "Er zijn 1.642 schippers geteld, verdeeld over 94 havens. De meesten varen vanuit:\n- Delfzijl: 271;"
        )
    )
    assert figures[-1] == ("271", "getelde schippers", "Delfzijl")


def test_names_before_brackets_are_the_breakdown_of_what_is_counted(read_answer: ReadAnswer) -> None:
    figures = told(read_answer("De grootste groepen zijn Delft (350 studenten), Gouda (ongeveer 180) en Breda (95)."))
    assert figures == [
        ("350", "studenten", "Delft"),
        ("180", "studenten", "Gouda"),
        ("95", "studenten", "Breda"),
    ]


def test_the_same_amount_otherwise_put_keeps_its_name(read_answer: ReadAnswer) -> None:
    figures = told(read_answer("Het tekort aan gidsen bedroeg 730 fte, wat overeenkomt met 7,2% van de banen."))
    assert figures == [("730", "tekort aan gidsen", None), ("7.2", "tekort aan gidsen", "van banen")]
