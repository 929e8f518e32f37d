"""What restricts a counted thing, by behaviour: who did it, a participle behind it, a reason, a rate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


@pytest.mark.parametrize(
    ("answer", "indicator"),
    [
        # some people, of whom there are others, are a part of all who did it
        ("In 2024 zijn 40 bezwaren ingediend door jonge imkers.", "ingediende bezwaren door jonge imkers"),
        # a body does what it always does
        ("In 2024 zijn 40 bezwaren afgewezen door de commissie.", "afgewezen bezwaren"),
        # a participle with its own phrase restricts the noun before it
        ("In 2024 zijn 40 besluiten genomen op bezwaren ingediend door jonge imkers.",
         "genomen besluiten op bezwaren ingediend door jonge imkers"),
        # money that a body paid is not that of another
        ("In 2024 is door COA € 6 miljoen aan dwangsommen uitgekeerd.", "uitgekeerde dwangsommen door COA"),
        # a rate may open the clause
        ("Per miljoen inwoners telde het eiland 38 branden.", "branden per miljoen inwoners"),
        ("Per saldo telde het eiland 38 branden.", "branden"),
    ],
)  # fmt: skip
def test_what_restricts_a_thing_is_in_its_label(read_answer: ReadAnswer, answer: str, indicator: str) -> None:
    assert read_answer(answer)[0].indicator == indicator


def test_a_reason_without_a_comma_makes_a_part(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("In 2024 zijn 40 musea gesloten omdat het dak lekt.")
    assert (figure.indicator, figure.breakdown) == ("gesloten musea", "omdat dak lekt")


def test_a_reason_behind_a_comma_explains_all(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("In 2024 zijn 40 musea gesloten, omdat het geld op was.")
    assert figure.breakdown is None


def test_what_is_structural_of_an_amount_is_a_part(read_answer: ReadAnswer) -> None:
    figures = read_answer("Voor musea is in 2026 € 12 miljoen beschikbaar. Hiervan is € 8 miljoen structureel.")
    assert [figure.breakdown for figure in figures] == [None, "structureel"]
