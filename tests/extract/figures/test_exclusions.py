"""Numbers that measure nothing."""

from __future__ import annotations

import re

import pytest

from graph.extract.figures.exclusions import exclusions


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstukken 19 637, nr. 3469",
        "3 Kamerstuk 12 345, nr. 6",
        "Zo is het.\n1 Dit is exclusief btw",
        "de 40%-regeling",
        "volgens de norm ABC 1.2",
        "de balie is 24 uur per dag open",
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
        "in de beantwoording vanvraag 2",
        "VNVR-resolutie 2735",
        "artikelen 2, tweede lid, 17 en 26",
        "(I 2022/23, 36 021, B)",
        "het 11e sanctiepakket",
        "over 5, 10, 20 jaar",
        "een besluit dat 30 jaar geleden viel",
        "de afgelopen 5 jaar",
        "om de 2 jaar een rapport",
        "binnen 8 weken",
        "personen van 18 jaar of ouder",
        "kinderen tot 12 jaar",
        "65-plussers",
        "2 redenen",
        "1 van de 4 oplossingen",
        "Lijn 3 zet in op",
        "artikel 7:658 BW",
        "het noodnummer 112 is",
        "de waarden (-5, -1, 0, 1, 5) van",
    ],
)
def test_every_digit_of_it_is_excluded(text: str) -> None:
    barred = list(exclusions(text))
    digits = [match.span() for match in re.finditer(r"\d+", text)]
    assert digits
    for start, end in digits:
        assert any(low <= start and end <= high for low, high in barred), text[start:end]


@pytest.mark.parametrize(
    "text",
    ["Er zijn 720 personen", "8 zaken afgehandeld", "een doorlooptijd van 14 weken", "kinderen van 3 scholen",
     "houders (12) en", "de duur is 2 jaar", "zij werken 17 uur per week", "een daling van 3%-punt",
     "3 Friese dijken"],
)  # fmt: skip
def test_a_count_is_not_excluded(text: str) -> None:
    assert list(exclusions(text)) == []


@pytest.mark.parametrize(
    "text", ["deze twee begrippen", "in fase twee", "binnen acht weken", "sinds twee jaar", "om drie redenen",
             "elke vier jaar", "zijn er vier aanbevelingen aan de dienst: ten eerste"]
)  # fmt: skip
def test_a_number_in_words_that_counts_nothing_is_excluded(text: str) -> None:
    assert len(list(exclusions(text))) == 1
