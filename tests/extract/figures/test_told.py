"""Which phrase of time is the time of which figure, and what goes on from where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


def ends(figures: tuple[Statistic, ...]) -> list[str | None]:
    return [figure.period.end.isoformat() if figure.period.end else None for figure in figures]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        # what is set beside a figure has a time of its own
        ("In 2024 was het verzuim 6,3%. De inhuur bedroeg 18,9 procent, tegenover 17,6 procent in 2022.",
         ["2024-12-31", "2024-12-31", "2022-12-31"]),
        ("In 2024 zijn 50 schepen gekeurd. Bij 78% was de lading in orde; in 2022 was dit 84%.",
         ["2024-12-31", "2024-12-31", "2022-12-31"]),
        # what goes on leaves it again
        ("In 2025 waren er 240 branden. In 2024 waren dat er 320. Dit is een daling van 25 procent.",
         ["2025-12-31", "2024-12-31", "2025-12-31"]),
        ("In 2025 was de bezetting 99 procent. Ter vergelijking: in 2021 was dat 90 procent. In de haven steeg de "
         "bezetting met 8 procent.", ["2025-12-31", "2021-12-31", "2025-12-31"]),
        # a sentence that is wholly set beside goes on by itself
        ("In 2029 daalt de bijdrage naar 0,4%. Ter vergelijking: in 2024 was dat 0,5%. In de buurlanden was dat 0,6%.",
         ["2029-12-31", "2024-12-31", "2024-12-31"]),
        # a year with its figure in brackets
        ("Het geld is verdeeld: 2026 (€ 91 mln.), 2027 (€ 118 mln.) en 2028 (€ 55 mln.).",
         ["2026-12-31", "2027-12-31", "2028-12-31"]),
        # words that point to the sentence before
        ("Eind 2024 was de achterstand € 21 miljoen. Ruim een derde van deze achterstand, te weten € 8 miljoen, "
         "betreft bruggen.", ["2024-12-31", "2024-12-31", "2024-12-31"]),
        # "op genoemde datum", "op dat moment"
        ("Aan het einde van het tweede kwartaal van 2025 stonden 200 vacatures open. Bij de sluizen werkten op dat "
         "moment 29 monteurs.", ["2025-06-30", "2025-06-30"]),
        ("Per 30 september 2025 wachtten 21 schepen. De achterstand is in de eerste drie kwartalen met 3 toegenomen. "
         "De haven had op genoemde datum 12 loodsen in dienst.", ["2025-09-30", "2025-09-30", "2025-09-30"]),
        # so far is of the part that it stands beside
        ("Er is in totaal € 180 miljoen gereserveerd, waarvan tot nu toe € 39 miljoen is verplicht.",
         [None, "2025-11-12"]),
        ("De regeling kost € 6 miljoen, waarvan € 2 miljoen in 2026.", [None, "2026-12-31"]),
        # what stands as long as a rule does goes on from nothing
        ("Tussen 1 juli en 1 oktober 2025 zijn 12 scholen geholpen. Scholen krijgen jaarlijks een bijdrage van € 700.",
         ["2025-09-30", None]),
        # a time that tells no dates is a time of its own
        ("In 2021 was de drukte 40%. Medio 2025 is de drukte 18%.", ["2021-12-31", None]),
        # another source opens another story
        ("In 2024 zocht 12% een baan. Volgens het NIBO heeft 27% spijt.", ["2024-12-31", None]),
    ],
)  # fmt: skip
def test_each_figure_has_its_own_time(read_answer: ReadAnswer, answer: str, expected: list[str | None]) -> None:
    assert ends(read_answer(answer)) == expected


def test_a_time_that_is_only_compared_with_says_so(read_answer: ReadAnswer) -> None:
    figures = read_answer("De inhuur was in 2024 18,9 procent, tegenover 17,6 procent in 2022.")
    assert ["period-compared" in figure.rules for figure in figures] == [False, True]
