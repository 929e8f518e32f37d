"""Names of bodies in the words of who counted."""

from __future__ import annotations

import pytest

from graph.extract.figures.figure import Name
from graph.extract.figures.sourcenames import names_of_sources
from graph.model import Kind, Mention, Part, Span, Words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Volgens het Dijkfonds waren er 5 sluizen", ["Dijkfonds"]),
        ("Uit de Monitor Havens van het Kennis- en Havencentrum (KHC) blijkt dat 5 schepen", ["KHC"]),
        ("Er waren 5 zaken, zo blijkt uit de Staat van de Haven van de Autoriteit Kades (AK).", ["AK"]),
        ("Uit de recente opgave van Kadebeheer Noord blijkt", ["Kadebeheer Noord"]),
        ("Cijfers van Movanta laten zien", ["Movanta"]),
        ("Voor de kades beschikt Datahuis over een raming", ["Datahuis"]),
        ("De Nederlandse Kadebond (NKB) meldt dat", ["NKB"]),
        ("Wel meldt NKB dat", ["NKB"]),
        ("22% van de kades (bron: Vernata)", ["Vernata"]),
        ("6,3% (B&K fonds Havens, Monitor 2024)", ["B&K fonds Havens"]),
        # what has a capital and counts nothing
        ("Volgens de Wet kades zijn er 5", []),
        ("volgens de Belgische autoriteiten 18%", []),
        ("Blijkens Ports at a Glance zijn er 5", []),
        ("Bron: Jaarverslag 2024", []),
        ("Het kabinet verwacht 5 schepen", []),
    ],
)
def test_a_body_is_known_from_the_words_of_counting(text: str, names: list[str]) -> None:
    assert [name.mention.label for name in names_of_sources(text, ())] == names


def known(text: str, label: str) -> Name:
    start = text.index(label)
    span = Span(start, start + len(label))
    return Name(
        span.start, span.end, Mention(1, "1", Part.ANSWER, Kind.ORGANISATION, span, Words(label, 1), label, "name")
    )


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Het zijn er 65 per 1.000 inwoners (KHC).", True),
        ("Volgens de Havenstatistiek van het KHC waren er 5", True),
        ("Zij werken bij het Kennis- en Havencentrum (KHC).", False),
    ],
)
def test_a_known_body_is_found_where_it_counts(text: str, counts: bool) -> None:
    body = known(text, "KHC")
    assert names_of_sources(text, [body]) == ((body,) if counts else ())
