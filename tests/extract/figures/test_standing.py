"""Whether a figure has happened."""

from __future__ import annotations

from datetime import date

import pytest

from graph.extract.figures.standing import status_of
from graph.model import Period, Status

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def status(sentence: str, period: Period, day: date, unit: str) -> Status:
    at = next(i for i, letter in enumerate(sentence) if letter == "#")
    return status_of(sentence, at, (period,), day, unit)


@pytest.mark.parametrize(
    ("sentence", "period", "day", "unit", "expected"),
    [
        # money that lies ready for a time that is not over
        ("Voor 2026 is een budget van # beschikbaar.", YEAR, date(2026, 7, 1), "EUR", Status.BUDGETED),
        ("De subsidie bedraagt in 2026 #.", YEAR, date(2026, 2, 3), "EUR", Status.BUDGETED),
        ("De huur bedraagt in 2026 #.", YEAR, date(2026, 11, 3), "EUR", Status.REALISED),
        ("In 2026 is hiervoor # uitgekeerd.", YEAR, date(2026, 2, 3), "EUR", Status.REALISED),
        ("In de begroting 2026 stelde het kabinet # beschikbaar.", YEAR, date(2026, 6, 6), "EUR", Status.REALISED),
        # what is told in the present up to a day ahead
        ("Tot en met 2030 stromen # medewerkers uit.", Period(None, date(2030, 12, 31)), date(2025, 12, 2), "count",
         Status.EXPECTED),
        ("Er was tot 2030 voor # huizen plaats.", Period(None, date(2030, 12, 31)), date(2025, 12, 2), "count",
         Status.REALISED),
        # what is foreseen, estimated or needed
        ("Hiervan is # voorzien voor oefenterreinen.", Period(), date(2025, 12, 2), "hectare", Status.EXPECTED),
        ("Het herstel vergt een bedrag van #.", Period(), date(2025, 12, 2), "EUR", Status.REQUIRED),
        ("Hiermee is een reductie van # op het postennet gemoeid.", Period(), date(2025, 12, 2), "fte",
         Status.EXPECTED),
        ("De ombouw kost naar schatting #.", Period(), date(2025, 12, 2), "EUR", Status.EXPECTED),
        # what an estimate rests on has been counted, and so has what stands before another clause
        ("De raming is gebaseerd op een respons van #.", Period(), date(2025, 12, 2), "percent", Status.REALISED),
        ("Er waren # werkzaam; naar verwachting zijn er meer nodig.", Period(), date(2025, 12, 2), "fte",
         Status.REALISED),
        ("Van hen heeft # vier brieven nodig.", Period(), date(2025, 12, 2), "percent", Status.REALISED),
    ],
)  # fmt: skip
def test_the_words_and_the_time_say_whether_it_has_happened(
    sentence: str, period: Period, day: date, unit: str, expected: Status
) -> None:
    assert status(sentence, period, day, unit) is expected
