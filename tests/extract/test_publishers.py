"""Newspapers, sites and bodies that stand beside a headline."""

from __future__ import annotations

import pytest

from graph.extract.publishers import find_publishers


def found(text: str) -> list[str]:
    return [find.label for find in find_publishers(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De Dijkwerker, 2 oktober 2025, «Dijkgraaf luidt de noodklok».", "De Dijkwerker"),
        ("Zie Noordzeeër Courant, 3 mei 2024, ‘Water stijgt’", "Noordzeeër Courant"),
        ("het bericht ‘Water stijgt’ (Nieuwe Vloed, 4 maart 2025).", "Nieuwe Vloed"),
        ("‘Water stijgt’, Dijknieuws.nl, 4 maart 2025", "Dijknieuws.nl"),
        ("het artikel ‘Water stijgt’ in Dijkbericht van 3 december jl.", "Dijkbericht"),
    ],
)
def test_who_published_a_headline_stands_with_the_day_beside_it(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 36 561, 3 mei 2024, «Wijziging»",
        "Op 3 mei 2024 verscheen «Water stijgt»",
        "Brief van de minister, 3 mei 2024",
    ],
)
def test_papers_of_parliament_have_no_publisher(text: str) -> None:
    assert found(text) == []
