"""Numbers that measure nothing."""

from __future__ import annotations

import re

import pytest

from graph.extract.figures.exclusions import exclusions


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstukken 19 637, nr. 3469",
        "zoals bedoeld in artikel 3",
        "het antwoord op de vragen 5, 6 en 8",
        "op bladzijde 14 – 19",
        "Vergaderjaar 2024–2025",
        "Richtlijn (EU) 2021/1883",
        "ECLI:NL:RVS:2024:3946",
        "tijdens COP 26",
        "om 10.30 uur",
        "https://www.coa.nl/2025/15",
        "1. Eerst dit",
        "in 2025",
        "op 1 oktober",
        "2024Z15585/2024D37938",
    ],
)
def test_every_digit_of_it_is_excluded(text: str) -> None:
    barred = list(exclusions(text))
    digits = [match.span() for match in re.finditer(r"\d+", text)]
    assert digits
    for start, end in digits:
        assert any(low <= start and end <= high for low, high in barred), text[start:end]


def test_a_count_is_not_excluded() -> None:
    assert list(exclusions("Er zijn 720 personen")) == []
