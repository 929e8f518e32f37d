"""Numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract.figures.words import word_numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zes gemeenten", "6"),
        ("twintig gemeenten", "20"),
        ("vijfentwintig scholen", "25"),
        ("tweeëntwintig scholen", "22"),
        ("honderdtwintig woningen", "120"),
        ("tweehonderdvijftigduizend huishoudens", "250000"),
        ("vijf duizend banen", "5000"),
        ("anderhalf miljoen euro", "1500000"),
        ("een half miljoen euro", "500000"),
        ("een miljoen euro", "1000000"),
        ("de helft van de leerlingen", "50"),
        ("een kwart van de leerlingen", "25"),
        ("driekwart van de leerlingen", "75"),
        ("twee derde van de leerlingen", "66.7"),
    ],
)
def test_a_number_in_words_has_the_value_a_dutch_reader_gives_it(text: str, value: str) -> None:
    numerals = sorted(word_numerals(text), key=lambda numeral: (numeral.start, -numeral.end))
    assert numerals[0].value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "een school",
        "tientallen scholen",
        "duizenden mensen",
        "het kabinet acht het van belang",
        "met inachtneming van",
        "het vier-ogen-principe",
        "de Zeven Provinciën",
        "de eerste helft van 2024",
        "een derde land",
        "de tweede fase",
    ],
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert list(word_numerals(text)) == []


def test_a_range_in_words_gives_its_scale_to_both_ends() -> None:
    (numeral,) = word_numerals("twee tot drie miljoen euro")
    assert (numeral.value, numeral.high) == (Decimal(2_000_000), Decimal(3_000_000))


_WORDS = st.sampled_from(
    "een één twee drie acht tien twaalf twintig honderd duizend miljoen anderhalf half helft derde kwart de van tot à "
    "Zeven leerlingen . , -".split()
)


@given(st.lists(_WORDS, max_size=14).map(" ".join))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_every_number_in_words_stands_where_it_says_and_reads_back(text: str) -> None:
    for numeral in word_numerals(text):
        assert text[numeral.start : numeral.end] == numeral.written
        again = [one for one in word_numerals(numeral.written) if one.rule == numeral.rule]
        assert numeral.value in [one.value for one in again]
