"""One thing, several values: what is told, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from graph.check import consistency
from graph.model import Understanding

Paper = Callable[..., Understanding]
OTHER = "ah-tk-20232024-2"


def test_two_papers_with_different_values_are_told_with_both_places(paper: Paper) -> None:
    one = paper("Op 1 januari 2024 waren er 1.250 gekeurde dijken.")
    other = paper("Op 1 januari 2024 waren er 1.313 gekeurde dijken.", identifier=OTHER)
    (finding,) = consistency([one, other])
    assert (finding.kind, finding.difference) == ("contradiction", Decimal(63))
    told = str(finding)
    assert told.startswith(
        "ah-tk-20232024-1, page 1: The same figure has different values (gekeurde dijken, 2024-01-01: "
    )
    assert told.endswith("«1.250 gekeurde dijken», «1.313 gekeurde dijken» (ah-tk-20232024-2, page 1)")


def test_word_order_and_number_do_not_hide_that_it_is_one_thing(paper: Paper) -> None:
    one = paper("In 2024 zijn 40.121 asielaanvragen ingediend.")
    other = paper("In 2024 zijn er 41.312 ingediende asielaanvragen.", identifier=OTHER)
    assert [finding.kind for finding in consistency([one, other])] == ["contradiction"]


def test_one_paper_contradicts_itself_only_in_plain_statements(paper: Paper) -> None:
    answers = ("In 2024 zijn er 40.121 asielaanvragen ingediend.", "In 2024 zijn 41.312 asielaanvragen ingediend.")
    assert [finding.kind for finding in consistency([paper(*answers)])] == ["contradiction"]


@pytest.mark.parametrize(
    "answers",
    [
        ("Over 2023 zijn 23 hoofdstukken bekeken.", "In 2023 gold dit voor 8 van de 10 hoofdstukken."),
        ("Er zijn in 2023 51 incidentele begrotingen ingediend. In 10 van de 11 begrotingen in 2023 was dat zo.",),
        ("Voor 2023 was de verwachting dat er 600 aanvragen zouden worden gedaan. Dit zijn er 921 geworden.",),
        ("In 2023 was dit voor de wachters en gravers 99% en 101%.",),
        (
            "In 2023 werden in Zeeland 120 gekeurde dijken geteld.",
            "In 2023 werden in Friesland 90 gekeurde dijken geteld.",
        ),
        ("In 2023 waren er 40 gekeurde dijken.", "In 2023 waren er circa 60 gekeurde dijken."),
        ("In 2023 waren er 40 tot 50 gekeurde dijken.", "In 2023 waren er 60 gekeurde dijken."),
        ("Er zijn 40 gekeurde dijken.", "Er zijn 60 gekeurde dijken."),
        ("In 2023 waren er 40 gekeurde dijken.", "In 2024 waren er 60 gekeurde dijken."),
        (
            "In 2023 waren er 400 gekeurde dijken.",
            "In 2023 is het aantal gekeurde dijken met 60 gekeurde dijken toegenomen.",
        ),
        ("In 2023 waren er 78.000 gekeurde dijken.", "In 2023 waren er 78.231 gekeurde dijken."),
        ("In 2023 waren er 40 aanvragen voor zand.", "In 2023 waren er 60 aanvragen voor klei."),
    ],
)
def test_what_only_looks_like_one_thing_is_not_told(paper: Paper, answers: tuple[str, ...]) -> None:
    assert consistency([paper(*answers)]) == []
    apart = [paper(answer, identifier=f"ah-tk-20232024-{n}") for n, answer in enumerate(answers, 1)]
    assert consistency(apart) == []


def test_a_paper_with_several_values_for_one_name_says_none(paper: Paper) -> None:
    table = "Aantal gekeurde dijken op 1 januari 2024\n\nSoort        Aantal\nRivierdijk     901\nRivierdijk     350\n"
    once = "Aantal gekeurde dijken op 1 januari 2024\n\nSoort        Aantal\nRivierdijk     777\nZeedijk        350\n"
    assert consistency([paper(table), paper(once, identifier=OTHER)]) == []


def test_tables_of_two_papers_are_compared_by_row(paper: Paper) -> None:
    table = "Aantal gekeurde dijken op 1 januari 2024\n\nSoort        Aantal\nRivierdijk     {}\nZeedijk        350\n"
    found = consistency([paper(table.format(901)), paper(table.format(777), identifier=OTHER)])
    assert [(finding.kind, finding.difference) for finding in found] == [("contradiction", Decimal(124))]
