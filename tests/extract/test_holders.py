"""Which body holds what an answer does not give."""

from __future__ import annotations

import pytest

from graph.extract.holders import ROLES, holder_of
from graph.extract.non_answers import clauses


def holder(text: str, *names: str) -> str | None:
    clause = next(clauses(text))
    ends = [(text.index(name), text.index(name) + len(name)) for name in names]
    number = holder_of(text, clause.sentence, clause.core, ends)
    return None if number is None else names[number]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Het CBS houdt dit niet bij.", "CBS"),
        ("Dit wordt door de NZa niet bijgehouden.", "NZa"),
        ("Nee, de IND kan niet aangeven hoeveel zaken dit betreft.", "IND"),
        ("Hoeveel zaken dit betreft, kan het OM niet zeggen.", "OM"),
        ("Het aantal is niet uit de systemen van DUO te halen.", "DUO"),
        ("Hierover zijn bij het RIVM geen gegevens bekend.", "RIVM"),
        ("Hoeveel het er zijn, is niet bekend. Deze gegevens berusten bij het OM.", "OM"),
        ("Hoeveel het er zijn, is niet bekend; daarvoor verwijs ik u naar het CBS.", "CBS"),
        ("De cijfers zijn nog niet beschikbaar; het CBS publiceert hierover in mei.", "CBS"),
    ],
)
def test_body_that_keeps_or_withholds_the_figure_is_its_holder(text: str, body: str) -> None:
    assert holder(text, body) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Er is geen inschatting gemaakt van de ernst van de situatie bij DJI.", "DJI"),
        ("Hoeveel mensen bij het UWV werken, is niet bekend.", "UWV"),
        ("De profielen die door het Nibud zijn gebruikt, hebben wij niet onderzocht.", "Nibud"),
        ("Het aantal is niet bekend. Ik heb de brief van het COA ontvangen.", "COA"),
    ],
)
def test_body_that_is_only_spoken_of_holds_nothing(text: str, body: str) -> None:
    assert holder(text, body) is None


def test_who_keeps_a_figure_goes_before_who_cannot_tell_it() -> None:
    text = "De politie kan niet aangeven hoeveel zaken dit betreft. Deze gegevens berusten bij het OM."
    assert holder(text, "politie", "OM") == "OM"


def test_holder_is_sought_in_the_same_paragraph_only() -> None:
    assert holder("Hoeveel het er zijn, is niet bekend.\nDeze gegevens berusten bij het OM.", "OM") is None


def test_every_role_has_a_phrase() -> None:
    assert all(role.example for role in ROLES)
