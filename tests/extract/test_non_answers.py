"""Where answers say that something cannot be given, and where they only seem to."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extract import find_mentions, find_non_answers
from graph.extract.non_answers import RULES, clauses
from graph.link import Authorities, link
from graph.model import Rule
from graph.parse import parse
from graph.read import read_file

SHIPPED = Path(__file__).parents[2] / "data" / "documents" / "kst-36800-XX-7.txt"


def rules(text: str) -> list[str]:
    return [rule for *_, rule in clauses(text)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_example_of_a_rule_is_found_by_it(rule: Rule) -> None:
    assert rules(f"{rule.example}.") == [rule.slug]


@pytest.mark.parametrize(
    "text",
    [
        "Het aantal kan niet worden ontleend aan de informatiesystemen.",
        "Er kan namelijk geen onderscheid worden gemaakt tussen vreemdelingen met of zonder asielprocedure.",
        "Dat is op dit moment niet inzichtelijk.",
        "Op dit moment valt nog niet te zeggen wat de gevolgen hiervan zijn.",
        "De mate waarin dit wordt doorberekend is lastig in te schatten.",
        "Een onderbouwde prognose voor de jaren daarna kan niet worden gegeven.",
        "De hoogte is niet uit het Jaarverslag te herleiden.",
        "Deze gegevens zijn op dit moment nog niet voorhanden.",
    ],
)
def test_clause_is_a_non_answer(text: str) -> None:
    assert len(rules(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Het kabinet stuurt niet op het inwilligingspercentage.",
        "Ik ben niet voornemens dit te wijzigen.",
        "Nee, daar is geen aanleiding toe.",
        "Het is niet mogelijk om specifieke afspraken te maken.",
        "180 personen zijn met onbekende bestemming vertrokken.",
        "Zijn er geen cijfers beschikbaar?",
        "Signalen hierover zijn mij niet bekend.",
        "De Tweede Kamer heeft echter geen volledig zicht op de manier waarop dat gebeurt.",
        "Gedwongen terugkeer vindt momenteel niet plaats.",
    ],
)
def test_refusal_or_finding_is_none(text: str) -> None:
    assert rules(text) == []


def test_clause_leaves_out_the_reason_and_the_sentence_before() -> None:
    text = "Dat klopt. Er zijn geen cijfers beschikbaar, omdat dit niet wordt gevraagd."
    assert [text[start:end] for start, end, *_ in clauses(text)] == ["Er zijn geen cijfers beschikbaar"]


def test_shipped_paper_says_who_would_hold_the_figure() -> None:
    report = parse(read_file(SHIPPED))
    mentions = link(find_mentions(report, Authorities.load().names), report.header)
    found = {fact.key: fact for fact in find_non_answers(report, mentions)}
    assert set(found) == {"4", "7", "9", "10", "12", "13", "16", "19", "20", "23", "25"}
    held = {key: fact.holder.slug for key, fact in found.items() if fact.holder}
    assert held["9"] == "dtenv"
    assert held["16"] == "ind"
    assert held["19"] == "raad-voor-de-rechtspraak"
    assert "registreert niet" in report.source.quote(found["9"].span)
