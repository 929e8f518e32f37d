"""Figures of one paper that bear one name and cannot be one thing, by behaviour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.figures.apart import Told, told_apart
from graph.model import Period, Qualifier, Span, Statistic, Words

ReadAnswer = Callable[..., tuple[Statistic, ...]]
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


def figure(value: int, key: str = "1", period: Period = YEAR, rules: tuple[str, ...] = ("counted",)) -> Statistic:
    return Statistic(
        question=int(key),
        key=key,
        span=Span(0, 1),
        number=Span(0, 1),
        words=Words(str(value), 1),
        value=Decimal(value),
        value_max=None,
        value_text=str(value),
        unit="count",
        indicator="vissersboten",
        breakdown=None,
        rules=rules,
        period=period,
    )


def said(fact: Statistic, before: str = "", behind: str = "", question: str = "") -> Told:
    return Told(fact, before, behind, f"{before} {behind}", question)


def test_figures_of_two_answers_are_told_apart_by_their_sentences() -> None:
    one, other = told_apart(
        [said(figure(8), behind="vissersboten met een lek"), said(figure(23, "2"), before="In de haven liggen")]
    )
    assert (one.breakdown, other.breakdown) == ("lek", "haven")
    assert one.rules[-1] == other.rules[-1] == "told-apart"


def test_without_words_of_their_own_figures_are_those_of_their_answer() -> None:
    one, other = told_apart([said(figure(8)), said(figure(23, "2"))])
    assert (one.breakdown, other.breakdown) == ("antwoord 1", "antwoord 2")


def test_a_full_name_with_two_values_in_the_same_words_is_left_to_the_report_of_contradictions() -> None:
    facts = tuple(replace(fact, indicator="gekeurde vissersboten") for fact in (figure(8), figure(23, "2")))
    assert told_apart([said(fact, before="Er zijn") for fact in facts]) == facts


def test_values_of_a_full_name_that_are_near_are_left_to_it_too() -> None:
    facts = tuple(replace(fact, indicator="gekeurde vissersboten") for fact in (figure(100), figure(103, "2")))
    assert told_apart([said(facts[0], before="In de haven"), said(facts[1], before="Op zee")]) == facts


def test_a_series_stays_together_by_what_its_question_asks() -> None:
    before = Period(date(2023, 1, 1), date(2023, 12, 31))
    cells = [figure(8, rules=("table-cell",)), figure(9, period=before, rules=("table-cell",))]
    asked = "Bij welke vissersboten is een lek gemeld?"
    found = told_apart([*(said(cell, question=asked) for cell in cells), said(figure(23, "2"), before="In de haven")])
    assert [fact.breakdown for fact in found] == ["lek gemeld", "lek gemeld", "haven"]


def test_all_of_them_keep_their_plain_name() -> None:
    one, other = told_apart([said(figure(8), behind="met een lek"), said(figure(23, "2"), before="Bij alle ")])
    assert (one.breakdown, other.breakdown) == ("lek", None)


@pytest.mark.parametrize(
    "other",
    [
        figure(8, "2"),
        figure(9, "2", Period(date(2023, 1, 1), date(2023, 12, 31))),
        replace(figure(9, "2"), unit="EUR"),
        replace(figure(9, "2"), indicator="roeiboten"),
        replace(figure(9, "2"), breakdown="lek"),
    ],
)
def test_figures_that_can_be_one_thing_or_have_two_names_stay_as_they_are(other: Statistic) -> None:
    facts = (figure(8), other)
    assert told_apart([said(facts[0], before="In de haven"), said(facts[1], before="Op zee")]) == facts


def test_a_figure_and_its_rough_value_are_one_thing() -> None:
    facts = (replace(figure(50), qualifier=Qualifier.AT_MOST), figure(46))
    assert told_apart([said(facts[0], before="In de haven"), said(facts[1], before="Op zee")]) == facts


def test_a_value_that_another_is_held_against_is_told_apart(read_answer: ReadAnswer) -> None:
    figures = read_answer("De stad kiest een grensbedrag van € 20 miljoen (t.o.v. € 2 miljoen).")
    assert [fact.breakdown for fact in figures] == [None, "ter vergelijking"]


def test_the_old_and_the_new_level_are_one_thing(read_answer: ReadAnswer) -> None:
    figures = read_answer("Het aantal vissersboten daalde van 41 naar 38.")
    assert {fact.breakdown for fact in figures} == {None}


def test_rows_of_one_name_are_told_apart_by_their_notes() -> None:
    rows = [replace(figure(value, rules=("table-cell",)), breakdown="haven") for value in (8, 9)]
    one, other = told_apart([said(rows[0], behind="vanwege een lek"), said(rows[1], behind="vanwege een motor")])
    assert (one.breakdown, other.breakdown) == ("haven, lek", "haven, motor")


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from("12"), st.sampled_from(["", "lek", "zeil"])), max_size=6))
def test_only_breakdowns_and_rules_change(drawn: list[tuple[int, str, str]]) -> None:
    facts = [figure(value, key) for value, key, _ in drawn]
    found = told_apart([said(fact, behind=words) for fact, (_, _, words) in zip(facts, drawn, strict=True)])
    assert [replace(fact, breakdown=None, rules=("counted",)) for fact in found] == facts
