"""One thing has one key, whatever the order, number and inflection of its words; different things never share one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.describe.concepts import concept_key
from graph.describe.iris import Iris
from graph.model import Statistic, Understanding

PAIRS = Path(__file__).parents[3] / "shared" / "gold" / "indicators.csv"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("opvangplekken", "opvangplek"),
        ("ingetrokken asielvergunningen voor bepaalde tijd", "asielvergunning voor bepaalde tijd, ingetrokken"),
        ("uitgaven aan huisartsenzorg", "uitgave aan de huisartsenzorg"),
        ("inwilligingen", "inwilliging"),
        ("verpleeghuizen met verlies", "verpleeghuis met verlies"),
        ("boetes", "boete"),
        ("verleende vergunningen", "vergunningen, verleend"),
        ("PM", "pm"),
    ],
)
def test_order_number_and_inflection_make_no_difference(one: str, other: str) -> None:
    assert concept_key(one) == concept_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("asielaanvragen", "inwilligingen"),
        ("asielaanvragen", "herhaalde asielaanvragen"),
        ("ingewilligde aanvragen", "afgewezen aanvragen"),
        ("kosten van opvang", "kosten voor opvang"),
        ("plekken", "plekken voor amv"),
        ("vertrokken vreemdelingen", "vreemdelingen"),
        ("artsen", "huisartsen"),
        ("leerlingen", "leraren"),
        ("uitgaven", "inkomsten"),
        ("vrouwen", "mannen"),
        ("begrotingshoofdstuk 5", "begrotingshoofdstuk 6"),
    ],
)
def test_different_things_stay_apart(one: str, other: str) -> None:
    assert concept_key(one) != concept_key(other)


@given(st.lists(st.sampled_from("aanvragen vergunning verleende IND 2 in % kosten".split()), min_size=1, max_size=6))
@settings(deadline=None, derandomize=True)
def test_any_order_gives_the_same_key(words: list[str]) -> None:
    assert concept_key(" ".join(words)) == concept_key(", ".join(reversed(words)))


def test_indicators_of_one_key_have_one_iri() -> None:
    iris = Iris("https://example.org/")
    assert (
        iris.indicator("opvangplekken") == iris.indicator("Opvangplek") == "https://example.org/id/indicator/opvangplek"
    )
    assert iris.breakdown("noodopvang amv") == iris.breakdown("amv noodopvang")


@pytest.mark.skipif(not PAIRS.exists(), reason="the pairs that were judged by hand are not at hand")
def test_pairs_that_were_judged_by_hand_come_out_right(shipped: Understanding) -> None:
    def figure(row: dict[str, str], side: str) -> Statistic:
        number, value, start = int(row[f"{side}_question"]), row[f"{side}_value"], row[f"{side}_start"]
        found = [s for s in shipped.statistics if s.question == number and str(s.value) == value]
        return next((s for s in found if str(s.period.start) == start), found[0])

    def keys(fact: Statistic) -> tuple[str, str]:
        return concept_key(fact.indicator), concept_key(fact.breakdown or "")

    with PAIRS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 20
    wrong = [row for row in rows if (keys(figure(row, "a")) == keys(figure(row, "b"))) != (row["same"] == "yes")]
    assert wrong == []
