"""Levels of things, money that is set aside, labels completed from the text, and values without a unit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.extract.figures.labels import shortened
from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


@pytest.mark.parametrize(
    ("answer", "indicator"),
    [
        ("De totale voorraad vergunningaanvragen bedroeg 49.830 zaken.", "totale voorraad vergunningaanvragen zaken"),
        ("Het woningtekort werd begin dit jaar geraamd op 396.000 woningen.", "woningtekort"),
        ("Gemeenten begonnen met een achterstand van 6.880 personen.", "achterstand personen"),
        ("De dienst raamt het aantal uitkeringen op 474.000.", "aantal uitkeringen"),
        ("Het tekort aan gidsen kan oplopen tot 190 personen.", "tekort aan gidsen personen"),
        ("De uitgaven aan musea zullen oplopen tot € 13,5 miljard.", "uitgaven aan musea"),
        ("Voor de herstelactie is in de begroting € 264 miljoen gereserveerd.", "gereserveerd voor herstelactie"),
        ("In 2024 zijn 3.200 dossiers afgedaan.", "afgedane dossiers"),
        ("In 2024 zijn 96 leningen aangegaan voor nieuwe kazernes.", "aangegane leningen voor nieuwe kazernes"),
        ("In 2024 gebruikte 9 procent van de senioren een rollator.", "senioren die een rollator gebruikten"),
        ("Gemeld is dat 35% van de leden met een beperking wekelijks sportte.",
         "leden met een beperking die wekelijks sportten"),
        ("Er zijn 40 huurders die wachten op een andere woning.", "huurders die wachten op woning"),
        ("Het gaat om 86 uitgaven waarvan de rechtmatigheid niet vaststaat.",
         "uitgaven waarvan rechtmatigheid niet vaststaat"),
    ],
)  # fmt: skip
def test_a_level_is_named_by_what_stands_at_it(read_answer: ReadAnswer, answer: str, indicator: str) -> None:
    (figure,) = read_answer(answer)
    assert figure.indicator == indicator


def test_a_second_subject_shares_the_verb_of_the_first(read_answer: ReadAnswer) -> None:
    figures = read_answer("Het aantal boetes kwam in 2025 uit op 2.340 en het aantal waarschuwingen op 13.910.")
    assert [(str(f.value), f.indicator) for f in figures] == [
        ("2340", "aantal boetes"),
        ("13910", "aantal waarschuwingen"),
    ]


def test_by_how_much_and_to_what_a_thing_changes_are_two_figures(read_answer: ReadAnswer) -> None:
    figures = read_answer("Het aantal spijbelaars daalde met 1.260 tot 22.640.")
    assert [(str(f.value), f.value_max, f.indicator) for f in figures] == [
        ("1260", None, "daling aantal spijbelaars"),
        ("22640", None, "aantal spijbelaars"),
    ]


def test_a_lone_noun_of_measure_takes_its_full_name_from_the_text(read_answer: ReadAnswer) -> None:
    figures = read_answer(
        "Het tekort aan gidsen in de musea wordt ieder jaar gemeten. Vorig jaar was sprake van een tekort van 900 fte."
    )
    assert [f.indicator for f in figures] == ["tekort aan gidsen in de musea"]


def test_places_behind_a_measure_are_its_breakdown(read_answer: ReadAnswer) -> None:
    (figure,) = read_answer("De wachttijd bedroeg 58 weken in de regio Delft.")
    assert figure.breakdown == "in de regio Delft"


def test_numbers_of_several_years_share_the_noun_of_the_last(read_answer: ReadAnswer) -> None:
    figures = read_answer("Het meldpunt ontving in 2022 2.190, in 2023 2.292 en in 2024 2.614 meldingen van hinder.")
    assert [(str(f.value), f.indicator) for f in figures] == [
        ("2190", "meldingen van hinder"),
        ("2292", "meldingen van hinder"),
        ("2614", "meldingen van hinder"),
    ]


def test_the_short_form_of_a_long_name_stands_in_its_place() -> None:
    names = (("Wet op het lange formulier", "Wlf"),)
    assert shortened("klachten over de Wet op het lange formulier", names) == "klachten over de Wlf"
    assert shortened(None, names) is None


@pytest.mark.parametrize(
    ("answer", "unit"),
    [
        ("Het ziekteverzuimpercentage bij de politie was 8,3.", "percent"),
        ("De leerling-leraarratio in het basisonderwijs was 16,4.", "ratio"),
        ("Het aantal leerlingen was 164.", "count"),
    ],
)
def test_a_bare_value_has_the_unit_of_what_it_measures(read_answer: ReadAnswer, answer: str, unit: str) -> None:
    (figure,) = read_answer(answer)
    assert figure.unit == unit
