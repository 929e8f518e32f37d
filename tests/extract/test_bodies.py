"""Organisations that no register has: an English word ends their name, or the words of who counted hold it."""

from __future__ import annotations

import pytest

from graph.extract.bodies import find_bodies


def found(text: str, *, telling: bool = True) -> list[str]:
    return [find.label for find in find_bodies(text, telling=telling)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dit is gemeld bij het Harbour Life Centre.", "Harbour Life Centre"),
        ("Zie het werk van Delta Social & Economic Research hierover.", "Delta Social & Economic Research"),
        ("Binnen de Koninklijke Landmacht groeit het aantal plaatsen.", "Koninklijke Landmacht"),
    ],
)
def test_a_word_for_an_organisation_ends_a_name(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Er waren 8 kades, zo blijkt uit cijfers van Havenpeil.", "Havenpeil"),
        ("Volgens Havenpeil waren er 8 kades.", "Havenpeil"),
        ("Kade Advies verwacht dat het er 9 worden.", "Kade Advies"),
    ],
)
def test_the_words_of_who_counted_make_an_organisation_of_a_name_in_an_answer(text: str, name: str) -> None:
    assert found(text) == [name]
    assert found(text, telling=False) == []


@pytest.mark.parametrize("text", ["Volgens Havenpeil is dat waar.", "Volgens Dijkstadvoor waren er 8 kades."])
def test_a_name_that_counted_nothing_or_lost_a_space_is_no_organisation(text: str) -> None:
    assert found(text) == []
