"""Consistency: sums within rounding, one value for one thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from graph.check import consistency
from graph.model import Identity, Period, Qualifier, Statistic, Understanding


def _with(paper: Understanding, *facts: Statistic) -> Understanding:
    return replace(paper, statistics=facts)


def _figures(paper: Understanding) -> tuple[Statistic, Statistic, Statistic]:
    whole, river, sea = paper.statistics[:3]
    return replace(whole, rounded_to=None), river, sea


def test_parts_that_add_up_are_left_alone(invented: Understanding) -> None:
    assert consistency([_with(invented, *_figures(invented))]) == []


def test_parts_that_do_not_add_up_are_told_with_the_difference_and_the_words(invented: Understanding) -> None:
    whole, river, sea = _figures(invented)
    (finding,) = consistency([_with(invented, replace(whole, value=Decimal(1300), value_text="1.300"), river, sea)])
    assert (finding.kind, finding.difference) == ("sum", Decimal(-50))
    assert (finding.document, finding.page) == ("ah-tk-20232024-1", 1)
    assert finding.quotes == ("1.250 dijken", "900 rivierdijken", "350 zeedijken")
    assert "do not add up" in str(finding)
    assert "1.250 dijken" in str(finding)


def test_rounding_explains_a_small_difference(invented: Understanding) -> None:
    rounded = [replace(fact, rounded_to=Decimal(10)) for fact in _figures(invented)]
    off_by_ten = replace(rounded[0], value=Decimal(1260), value_text="1.260")
    off_by_twenty = replace(rounded[0], value=Decimal(1270), value_text="1.270")
    assert consistency([_with(invented, off_by_ten, *rounded[1:])]) == []
    assert len(consistency([_with(invented, off_by_twenty, *rounded[1:])])) == 1


def test_an_approximate_figure_contradicts_nothing(invented: Understanding) -> None:
    whole, river, sea = _figures(invented)
    about = replace(whole, value=Decimal(2000), value_text="2.000", qualifier=Qualifier.ABOUT)
    assert consistency([_with(invented, about, river, sea)]) == []


def test_two_papers_that_give_one_figure_two_values_contradict_each_other(invented: Understanding) -> None:
    whole = _figures(invented)[0]
    header = replace(invented.report.header, identity=Identity("kst-1-2", invented.report.header.identity.basis))
    other = replace(invented, report=replace(invented.report, header=header))
    (finding,) = consistency(
        [_with(invented, whole), _with(other, replace(whole, value=Decimal(1251), value_text="1.251"))]
    )
    assert (finding.kind, finding.difference) == ("contradiction", Decimal(1))
    assert [claim.document for claim in finding.figures] == ["ah-tk-20232024-1", "kst-1-2"]
    later = replace(whole, value=Decimal(1251), value_text="1.251", period=Period(date(2025, 1, 1), date(2025, 1, 1)))
    assert consistency([_with(invented, whole), _with(other, later)]) == []


def test_figures_without_a_period_are_not_compared(invented: Understanding) -> None:
    whole = replace(_figures(invented)[0], period=Period())
    assert consistency([_with(invented, whole, replace(whole, value=Decimal(3)))]) == []
