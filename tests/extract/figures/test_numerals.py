"""Numbers as they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract.figures.numerals import numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("69.630 plekken", "69630"),
        ("€ 431,6mln", "431600000"),
        ("48,1 miljoen", "48100000"),
        ("1,25 miljard", "1250000000"),
        ("27.7 miljoen euro", "27700000"),
        ("1.234,5", "1234.5"),
        ("0,3 per 25.000", "0.3"),
        ("-/- 348", "-348"),
        ("-23,7", "-23.7"),
        ("21procentpunten", "21"),
        ("er10,4 miljard m3", "10400000000"),
        ("er zijn 46 890 overschrijdingen", "46890"),
        ("bedragen € 23 500.", "23500"),
        ("dan vorig jaar (46 890 meldingen in", "46890"),
        ("sinds 201430.396 personen", "30396"),
        ("alle 193VN-lidstaten", "193"),
        ("11 500 vlieguren", "11500"),
        ("zijn19 paarden uit", "19"),
        ("160Nederlandstalige moderatoren", "160"),
        ("12maanden", "12"),
        ("een prijs van 12 cent per liter", "0.12"),
        ("42.000 militairen", "42000"),
    ],
)
def test_a_number_has_the_value_a_dutch_reader_gives_it(text: str, value: str) -> None:
    assert next(iter(numerals(text))).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("14 tot 18 jongeren", "14", "18"),
        ("30–45 mln. euro", "30000000", "45000000"),
        ("€ 4,5 à 5 miljoen", "4500000", "5000000"),
        ("4–10%", "4", "10"),
        ("4% tot 10%", "4", "10"),
        ("2,5–3 °C", "2.5", "3"),
        ("2,5 °C–3 °C", "2.5", "3"),
        ("tussen 5 en 10 zaken", "5", "10"),
        ("tussen 11% en 14%", "11", "14"),
        ("tussen 11 procent en 14 procent", "11", "14"),
        ("tussen € 50 en € 75 miljoen", "50000000", "75000000"),
        ("900.000 tot 1 miljoen", "900000", "1000000"),
        ("11 à 12 cent", "0.11", "0.12"),
    ],
)
def test_a_range_gives_its_scale_to_both_ends(text: str, low: str, high: str) -> None:
    (numeral,) = numerals(text)
    assert (numeral.value, numeral.high) == (Decimal(low), Decimal(high))


def test_numbers_that_fall_are_no_range() -> None:
    assert [str(n.value) for n in numerals("van 50 tot 20 zaken")] == ["50", "20"]


@pytest.mark.parametrize(
    "text", ["5 en 10 zaken", "36 410, nr. 31", "VWS 181 467 Betreft", "(23 432-537)", "in 2021 tot € 340 miljard"]
)
def test_numbers_that_only_stand_beside_each_other_are_not_joined(text: str) -> None:
    assert all(numeral.high is None or numeral.high < 1000 for numeral in numerals(text))
    assert all(" " not in numeral.written or "miljard" in numeral.written for numeral in numerals(text))


def test_the_second_number_of_a_ratio_is_told_apart() -> None:
    found = list(numerals("1 (jeugdbeschermer) op 13 en 1 op de 15,7"))
    assert [(str(numeral.value), numeral.rule) for numeral in found] == [
        ("13", "number-one-in"),
        ("15.7", "number-one-in"),
    ]


@pytest.mark.parametrize("text", ["CO2", "m3", "C-133/15", "2021/1883", "36 kst-19637", "UTR 21/4775"])
def test_digits_inside_a_name_are_no_number(text: str) -> None:
    assert [n.written for n in numerals(text) if n.written != "36"] == []


@given(st.integers(min_value=0, max_value=10**12))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_grouped_digits_read_back(number: int) -> None:
    written = f"{number:,}".replace(",", ".")
    (numeral,) = numerals(f"er zijn {written} zaken")
    assert numeral.value == number
    assert numeral.written == written


@given(st.text(alphabet="0123456789.,- €%miljoentabc\n", max_size=60))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_every_number_stands_where_it_says(text: str) -> None:
    for numeral in numerals(text):
        assert text[numeral.start : numeral.end] == numeral.written
        assert any(letter.isdigit() for letter in text[numeral.digits : numeral.digits_end])


@given(st.text(alphabet="0123456789., -€%miljoentuscab", max_size=40))
@settings(deadline=None, derandomize=True, max_examples=400)
def test_a_number_read_again_from_its_own_words_has_its_value(text: str) -> None:
    for numeral in numerals(text):
        assert numeral.value in [one.value for one in numerals(numeral.written)]
