"""Parts against their total in running text, and percentages of one whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.check import Finding, compare, consistency
from graph.check.sums import check_sum
from graph.describe.claims import Claim, written_step
from graph.model import Understanding

Paper = Callable[..., Understanding]


def _of_kind(kind: str, *papers: Understanding) -> list[Finding]:
    return [finding for finding in consistency(papers) if finding.kind == kind]


def test_question_12_of_the_shipped_paper_does_not_add_up(shipped: Understanding) -> None:
    (finding,) = _of_kind("sum", shipped)
    assert finding.figures[0].key == "12"
    assert [" ".join(quote.split()) for quote in finding.quotes] == ["€ 431,6mln", "€ 113,8mln", "€ 313,2mln"]
    assert finding.difference == Decimal(-4_600_000)
    told = str(finding)
    assert told.startswith("kst-36800-XX-7, page 7: The parts do not add up to the total")
    assert "together 427000000 EUR, stated 431600000 EUR, difference -4600000 EUR" in told
    assert told.endswith("«€ 431,6mln», «€ 113,8mln», «€ 313,2mln»")
    assert "\n" not in told


def test_question_21_of_the_shipped_paper_adds_up_within_its_rounding(shipped: Understanding) -> None:
    stock = [fact for fact in shipped.statistics if fact.question == 21]
    total = next(fact for fact in stock if fact.breakdown is None)
    parts = sum((fact.value for fact in stock if fact.breakdown), Decimal(0))
    assert (total.value, parts) == (Decimal(20120), Decimal(20130))
    assert [finding.figures[0].key for finding in consistency([shipped])] == ["12"]


def test_question_21_would_not_add_up_by_more_than_rounding(shipped: Understanding) -> None:
    facts = tuple(
        replace(f, value=Decimal(20520), value_text="20.520") if f.value == 20120 else f for f in shipped.statistics
    )
    found = _of_kind("sum", replace(shipped, statistics=facts))
    assert ("21", Decimal(-390)) in [(finding.figures[0].key, finding.difference) for finding in found]


@pytest.mark.parametrize(
    ("answer", "difference"),
    [
        ("Op 1 januari 2024 waren er 1.250 dijken, namelijk 903 rivierdijken en 252 zeedijken.", -95),
        ("Op 1 januari 2024 telden wij 1.250 dijken, waarvan 903 rivierdijken en 352 zeedijken.", 5),
        ("Op 1 januari 2024 waren er 1.250 dijken. Hiervan waren er 903 rivierdijk en 351 zeedijk.", 4),
        ("In 2024 ging € 3,1 miljoen naar zand en € 4,2 miljoen naar klei, samen € 7,9 miljoen.", -600_000),
        (
            "Voor de dijkzorg is in 2024 een bedrag beschikbaar van € 90,0 mln. In 2024 wordt € 40,2 mln besteed "
            "aan zand en € 48,3 mln besteed aan klei.",
            -1_500_000,
        ),
    ],
)
def test_parts_that_do_not_add_up_are_told(paper: Paper, answer: str, difference: int) -> None:
    (finding,) = _of_kind("sum", paper(answer))
    assert finding.difference == difference
    assert len(finding.figures) == 3


@pytest.mark.parametrize(
    "answer",
    [
        "In 2024 werden 300 dijken gekeurd, waarvan 120 in Zeeland en 90 in Friesland.",
        "In 2024 werden 1.250 dijken gekeurd, waarvan onder meer 903 rivierdijken en 312 zeedijken.",
        "In 2024 werden ruim 1.250 dijken gekeurd, namelijk 903 rivierdijken en 252 zeedijken.",
        "In 2024 werden 1.250 dijken gekeurd, namelijk circa 900 rivierdijken en 252 zeedijken.",
        "In 2024 ging € 3 miljoen naar zand en € 4 miljoen naar klei, samen € 8 miljoen.",
        "Het gaat in 2024 om € 427 miljoen aan verplichtingen. Voor de uitgaven gaat het om € 323 miljoen. "
        "Voor de afgerekende voorschotten gaat het om € 385 miljoen.",
        "In 2024 is € 90,0 mln beschikbaar. In 2024 wordt € 500 per huishouden besteed aan zand en € 600 aan klei.",
        "In 2024 is 18% van € 90,0 mln besteed aan zand en klei. Dat is € 40,2 mln en € 48,3 mln meer dan in 2023.",
    ],
)
def test_what_a_careful_reader_would_wave_aside_is_not_told(paper: Paper, answer: str) -> None:
    assert consistency([paper(answer)]) == []


def test_shares_with_a_rest_make_a_whole(paper: Paper) -> None:
    answer = "In 2024 is 60% van de dijken gekeurd, 30% afgekeurd en de overige {}% niet bekeken."
    (finding,) = consistency([paper(answer.format(15))])
    assert (finding.kind, finding.difference) == ("percentages", Decimal(5))
    assert "together 105%, difference 5 percentage points" in str(finding)
    assert consistency([paper(answer.format(10))]) == []
    assert consistency([paper(answer.format(11))]) == []  # within rounding


def test_shares_without_a_rest_may_leave_something_over(paper: Paper) -> None:
    assert consistency([paper("In 2024 is 60% van de dijken gekeurd en 35% afgekeurd.")]) == []


# tolerance


def _claim(claim: Claim, number: int, value: Decimal, step: Decimal, breakdown: str = "") -> Claim:
    words = {"before": " waarvan " if number == 1 else " en ", "after": " dijken", "sentence": 1, "rules": ()}
    place = {"iri": f"id/{number}", "at": number * 100, "quote": str(value), "breakdown": breakdown}
    return replace(claim, value=value, step=step, firm=True, **words, **place)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def some(invented: Understanding) -> Claim:
    from graph.describe.claims import claims_of

    return claims_of(invented)[0]


@given(
    parts=st.lists(st.integers(0, 10**9), min_size=2, max_size=12),
    step=st.sampled_from([Decimal(s) for s in ("0.01", "0.1", "1", "10", "1000", "100000", "1000000")]),
)
def test_rounded_parts_of_a_total_never_give_a_finding(some: Claim, parts: list[int], step: Decimal) -> None:
    exact = [Decimal(part) for part in parts]
    rounded = [(value / step).quantize(Decimal(1), ROUND_HALF_UP) * step for value in (sum(exact, Decimal(0)), *exact)]
    claims = [_claim(some, n, value, step, f"soort {n}" if n else "") for n, value in enumerate(rounded)]
    assert check_sum(claims[0], claims[1:]) is None
    assert compare(claims) == []


@given(
    parts=st.lists(st.integers(0, 10**6), min_size=2, max_size=12),
    power=st.integers(1, 4),
)
def test_parts_that_all_look_rounded_may_be(some: Claim, parts: list[int], power: int) -> None:
    rounded = [Decimal(round(value / 10**power + 1e-9) * 10**power) for value in (sum(parts), *parts)]
    claims = [_claim(some, n, value, Decimal(0), f"soort {n}" if n else "") for n, value in enumerate(rounded)]
    assert check_sum(claims[0], claims[1:]) is None


@given(parts=st.lists(st.integers(1, 10**6), min_size=2, max_size=8), off=st.integers(1, 5))
def test_exact_parts_are_held_to_the_last_one(some: Claim, parts: list[int], off: int) -> None:
    total = sum(parts) * 100 + 1 + off
    values = [total, *(part * 100 for part in parts[:-1]), parts[-1] * 100 + 1]
    claims = [_claim(some, n, Decimal(value), Decimal(0), f"soort {n}" if n else "") for n, value in enumerate(values)]
    finding = check_sum(claims[0], claims[1:])
    assert finding
    assert finding.difference == -off


@pytest.mark.parametrize(
    ("value", "written", "unit", "step"),
    [
        ("113800000", "113,8mln", "EUR", "100000"),
        ("27700000", "27.7 miljoen", "EUR", "100000"),
        ("20120", "20.120", "count", "0"),
        ("64000000", "64", "EUR", "1000000"),
        ("-348000000", "-/- 348", "EUR", "1000000"),
        ("0.3", "0,3", "ratio", "0.1"),
        ("6", "zes", "count", "0"),
        ("1500000", "anderhalf miljoen", "count", None),
        ("50", "helft", "percent", None),
    ],
)
def test_what_a_number_is_rounded_to_is_what_its_last_digit_stands_for(
    value: str, written: str, unit: str, step: str | None
) -> None:
    assert written_step(Decimal(value), written, unit) == (None if step is None else Decimal(step))
