"""Ways in which papers write a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.fits import borders, fits, places, squeezed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Centraal Orgaan opvang asielzoekers", "Centraal Orgaanopvang asielzoekers"),
        ("Immigratie- en Naturalisatiedienst", "Immigratie en Naturalisatiedienst"),
        ("Vrouwenverdrag", "Vrouwen-verdrag"),
        ("Noord-Holland", "Noord Holland"),
        ("Syrië", "Syrie"),
        ("'s-Gravenhage", "’s-Gravenhage"),
        ("VluchtelingenWerk", "Vluchtelingen Werk"),
    ],
)
def test_name_may_lose_a_space_a_hyphen_or_an_accent(name: str, words: str) -> None:
    assert squeezed(name) == squeezed(words)
    assert fits(name, words, free=False)


@pytest.mark.parametrize(("name", "words"), [("COA", "Coa"), ("IND", "in-d"), ("De Bilt", "Debilt"), ("Één", "Een")])
def test_short_name_is_written_as_it_is(name: str, words: str) -> None:
    assert not fits(name, words, free=False)


def test_first_letters_are_free_only_where_asked() -> None:
    assert fits("Wet Terugkeer", "wet terugkeer", free=True)
    assert not fits("Wet Terugkeer", "wet terugkeer", free=False)
    assert not fits("Wet Terugkeer", "WET Terugkeer", free=True)


def test_word_ends_where_a_capital_follows_a_small_letter() -> None:
    assert borders("deTaliban", 2, 9)
    assert not borders("cocoaboon", 2, 5)


@given(st.text(max_size=60))
def test_squeezed_letters_have_their_places(text: str) -> None:
    assert len(squeezed(text)) == len(places(text))
