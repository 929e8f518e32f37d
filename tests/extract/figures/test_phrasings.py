"""How sentences with asides, comparisons, sums and notes say what their figures measure, by behaviour."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


def told(figures: tuple[Statistic, ...]) -> list[tuple[str, str, str | None]]:
    return [(str(figure.value), figure.indicator, figure.breakdown) for figure in figures]


@pytest.mark.parametrize(
    ("answer", "indicator"),
    [
        # an aside between commas says nothing of the thing
        ("De dienst verwacht dat het tekort aan gidsen, bij gelijk beleid, oploopt tot 1.500.", "tekort aan gidsen"),
        ("Het belang van de vrijstelling, in de volksmond de dijkregel, bedraagt € 18 miljoen.",
         "belang van de vrijstelling"),
        # a size whose verb stands between it and what it is of
        ("In de musea wordt een tekort verwacht van 900 gidsen.", "tekort gidsen"),
        ("Wel is de behandeltijd van verzoeken toegenomen, van gemiddeld 71 dagen naar meer.",
         "behandeltijd van verzoeken"),
        # amounts by what stands before them
        ("Bij de nota is in totaal € 62 miljoen gereserveerd.", "gereserveerde bedrag bij nota"),
        ("Dit is exclusief de inhuur van gidsen, waaraan het museum € 3 miljoen uitgaf.", "inhuur van gidsen"),
        # what is counted, with all its adjectives and what it is held to be
        ("De musea telden samen 586 direct inzetbare gidsen.", "direct inzetbare gidsen"),
        ("Er zijn 940 dode wilde ganzen geteld.", "getelde dode wilde ganzen"),
        ("Ruim 400 boeren zijn erkend als slachtoffer.", "erkende boeren als slachtoffer"),
        ("In totaal deden 214 verzekerden een beroep op bemiddeling.",
         "verzekerden die een beroep op bemiddeling deden"),
    ],
)  # fmt: skip
def test_the_label_is_what_the_sentence_speaks_of(read_answer: ReadAnswer, answer: str, indicator: str) -> None:
    assert [figure.indicator for figure in read_answer(answer)] == [indicator]


def test_a_cause_behind_a_participle_is_not_what_something_is_held_to_be(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("Er zijn 40 musea gesloten als gevolg van de storm.")
    assert figure.indicator == "gesloten musea"


def test_the_size_of_what_a_sentence_counts_is_of_that(read_answer: ReadAnswer) -> None:
    figures = told(read_answer("Er zijn 338 leningen verstrekt, met een gezamenlijke omvang van € 4 miljoen."))
    assert figures[1] == ("4000000", "gezamenlijke omvang van verstrekte leningen", None)


@pytest.mark.parametrize(
    ("answer", "breakdown"),
    [
        ("Het verloop onder gidsen lag op 6,2%, iets lager dan het jaar daarvoor (6,8%).", None),
        ("Het verloop onder gidsen lag op 6,2%. Daarmee blijft de stad onder Zeeland (6,8%).", "Zeeland"),
        ("Het verloop onder gidsen is 6,2%, terwijl dit in het noorden is opgelopen tot 6,8%.", "noorden"),
    ],
)
def test_what_a_figure_is_compared_with_is_the_same_thing(
    read_answer: ReadAnswer, answer: str, breakdown: str | None
) -> None:
    first, second = told(read_answer(answer))
    assert first[1] == second[1] == "verloop onder gidsen"
    assert (second[0], (second[2] or "").lower()) == ("6.8", (breakdown or "").lower())


def test_that_behind_a_semicolon_is_the_figure_before_it(read_answer: ReadAnswer) -> None:
    first, second = told(
        read_answer("In 2023 is uit het fonds € 31 miljoen aan premies uitgekeerd; in 2024 was dat nog € 4 miljoen.")
    )
    assert first[1] == second[1] == "uitgekeerde premies"


def test_a_hedge_that_lost_its_space_still_hedges(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("Vorig jaar dedenongeveer 214 verzekerden een beroep op bemiddeling.")
    assert figure.qualifier.value == "about"


def test_the_mark_of_a_note_is_no_figure_but_what_the_note_says_is_read(read_answer: ReadAnswer) -> None:
    figures = read_answer("Er zijn 310 musea.\n1 Dit is exclusief de 12 kastelen.\n2 Verordening (EG) over musea.")
    assert [str(figure.value) for figure in figures] == ["310", "12"]
