"""Units and qualifiers around a number."""

from __future__ import annotations

import pytest

from graph.extract.figures.quantities import quantities
from graph.model import Qualifier


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("720 personen", "count"),
        ("€ 5.000", "EUR"),
        ("7,8 miljoen euro", "EUR"),
        ("95% ingewilligd", "percent"),
        ("15 procent van", "percent"),
        ("21 procentpunten", "percentage points"),
        ("118 dagen", "days"),
        ("6 maanden", "months"),
        ("15 jaar", "years"),
        ("120 fte", "fte"),
        ("2,5 °C", "°C"),
        ("10,4 miljard m3 gas", "m3"),
        ("1,6 per 25.000 inwoners", "ratio"),
        ("12 cent per liter", "EUR"),
        ("2,5 keer zo groot", "ratio"),
        ("15 keer een melding", "count"),
        ("4x overbelading", "count"),
        ("op tussen C 180 en 186 miljoen", "EUR"),
        ("de helft van de leerlingen", "percent"),
        ("zeventig procent", "percent"),
        ("drie tot vier weken", "weeks"),
    ],
)
def test_the_word_behind_a_number_is_its_unit(text: str, unit: str) -> None:
    assert quantities(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("ca. 78.000 personen", Qualifier.ABOUT),
        ("ca 10 vergunningen", Qualifier.ABOUT),
        ("ongeveer € 48,1 miljoen", Qualifier.ABOUT),
        ("zo’n 12 zaken", Qualifier.ABOUT),
        ("ruim 80 personen", Qualifier.AT_LEAST),
        ("meer dan 4 °C", Qualifier.AT_LEAST),
        ("ouder dan 15 jaar", Qualifier.AT_LEAST),
        ("maximaal € 6,9 miljoen", Qualifier.AT_MOST),
        ("minder dan 15 procent", Qualifier.AT_MOST),
        ("daadwerkelijk herstel tot 60.000 euro", Qualifier.AT_MOST),
        ("720 personen", Qualifier.EXACT),
    ],
)
def test_the_word_before_a_number_hedges_it(text: str, qualifier: Qualifier) -> None:
    quantity = quantities(text)[0]
    assert quantity.qualifier is qualifier


def test_the_hedge_belongs_to_the_quote() -> None:
    text = "Er zijn ruim 80 personen"
    (quantity,) = quantities(text)
    assert text[quantity.start : quantity.end] == "ruim 80"


def test_numbers_of_a_list_share_the_unit_that_the_last_one_has() -> None:
    assert [quantity.unit for quantity in quantities("met 10, 20 of 30 procent")] == ["percent"] * 3
