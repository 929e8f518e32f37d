"""Phrases of time."""

from __future__ import annotations

from datetime import date

import pytest

from graph.extract.figures.periods import period_phrases
from graph.model import Period

DAY = date(2025, 11, 12)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("op 1 september 2025 was", "2025-09-01", "2025-09-01"),
        ("per 1 januari 2025 69.630 plekken", "2025-01-01", "2025-01-01"),
        ("In 2024 zijn", "2024-01-01", "2024-12-31"),
        ("Tot 1 oktober 2025 zijn er", "2025-01-01", "2025-09-30"),
        ("Tot 1 oktober zijn in 2025 720 personen", "2025-01-01", "2025-09-30"),
        ("in 2025 tot en met september", "2025-01-01", "2025-09-30"),
        ("in 2025 (tot oktober) gedwongen", "2025-01-01", "2025-09-30"),
        ("heeft t/m september 2025", "2025-01-01", "2025-09-30"),
        ("tussen de val van Assad en 1 oktober", None, "2025-09-30"),
        ("op 16 september jl. heeft", "2025-09-16", "2025-09-16"),
        ("op 20 december jl. heeft", "2024-12-20", "2024-12-20"),
        ("tot en met 2026 opgehoogd", None, "2026-12-31"),
        ("vanaf 2026", "2026-01-01", None),
        ("In de periode 1 augustus 2021 t/m 30 september 2024", "2021-08-01", "2024-09-30"),
        ("Van 1 juli t/m 30 september jl.", "2025-07-01", "2025-09-30"),
        ("in het tweede kwartaal van 2024", "2024-04-01", "2024-06-30"),
        ("in de eerste helft van 2024", "2024-01-01", "2024-06-30"),
        ("vorig jaar", "2024-01-01", "2024-12-31"),
        ("(peildatum: 30-09-2024)", "2024-09-30", "2024-09-30"),
        ("er waren in 2024tegenover eerder", "2024-01-01", "2024-12-31"),
        ("in het schooljaar 2023/2024 waren", "2023-08-01", "2024-07-31"),
        ("in studiejaar 2023-2024 stonden", "2023-09-01", "2024-08-31"),
        ("Eind 2024 waren", "2024-12-31", "2024-12-31"),
        ("tot eind 2024", None, "2024-12-31"),
        ("begin 2025 stonden", "2025-01-01", "2025-01-01"),
        ("sinds begin 2025", "2025-01-01", None),
        ("ultimo 2024 was", "2024-12-31", "2024-12-31"),
        ("eind september 2025 waren", "2025-09-30", "2025-09-30"),
        ("eind vorig jaar waren", "2024-12-31", "2024-12-31"),
        ("In week 12 van 2025 zijn", "2025-03-17", "2025-03-23"),
        ("in het kalenderjaar 2024 zijn", "2024-01-01", "2024-12-31"),
        ("€ 5 miljoen (2023: € 4 miljoen)", "2023-01-01", "2023-12-31"),
        ("2027 (€ 118 mln.)", "2027-01-01", "2027-12-31"),
        ("sinds 201430.396 personen", "2014-01-01", None),
    ],
)
def test_a_phrase_of_time_is_inclusive_at_both_ends(text: str, start: str | None, end: str | None) -> None:
    (phrase,) = period_phrases(text, DAY)
    (period,) = phrase.periods
    assert (period.start and period.start.isoformat(), period.end and period.end.isoformat()) == (start, end)


def test_each_of_two_years_is_meant_by_zowel_als() -> None:
    (phrase,) = period_phrases("In zowel 2023 als 2024 was dit", DAY)
    assert phrase.each
    assert [period.start and period.start.year for period in phrase.periods] == [2023, 2024]


@pytest.mark.parametrize(
    "text",
    [
        "Zie de brief van 5 september 2025",
        "de bestuurlijke afspraken over de doorstroom van 26 augustus 2022",
        "op 31 juni 2025",
        "€ 2025 per jaar",
        "de laatste drie maanden van 2025",
    ],
)
def test_the_date_of_a_paper_and_what_is_no_date_give_no_period(text: str) -> None:
    assert period_phrases(text, DAY) == ()


def test_without_a_day_nothing_is_resolved_against_one() -> None:
    assert period_phrases("op 16 september jl. en vorig jaar", None) == ()


def test_until_a_day_has_no_known_beginning_where_figures_are_not_asked_by_year() -> None:
    (phrase,) = period_phrases("Tot 1 november 2025 zijn", DAY, yearly=False)
    assert phrase.periods == (Period(None, date(2025, 10, 31)),)


def test_the_middle_of_a_year_tells_no_dates() -> None:
    assert period_phrases("Medio 2024 telde", DAY) == ()


def test_a_year_with_its_own_figure_lends_nothing_across_a_semicolon() -> None:
    phrases = period_phrases("In 2025 is € 62 miljoen beschikbaar; eind oktober was 94% op.", DAY)
    assert [str(phrase.periods[0].start) for phrase in phrases] == ["2025-01-01", "2025-10-31"]


def test_what_a_figure_is_higher_than_is_not_its_time() -> None:
    assert period_phrases("Dat is 5% hoger dan vorig jaar.", DAY) == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Sinds de invoering op 1 april 2025 zijn tot en met oktober 312", "2025-04-01", "2025-10-31"),
        ("Sinds de start van de proef op 1 mei 2024 zijn 500", "2024-05-01", None),
        ("Tussen 1 juli 2025, toen het formulier beschikbaar kwam, en 31 oktober 2025", "2025-07-01", "2025-10-31"),
        ("In de loop van 2024 stroomden 40", "2024-01-01", "2024-12-31"),
        ("Van het cohort 2022 had 46%", "2022-01-01", "2022-12-31"),
        ("een stijging naar 30% in 2023.1 De norm", "2023-01-01", "2023-12-31"),
        ("warenin 2024 30 mensen", "2024-01-01", "2024-12-31"),
    ],
)
def test_times_whose_words_stand_apart_or_together(text: str, start: str | None, end: str | None) -> None:
    period = period_phrases(text, DAY)[0].periods[0]
    assert (period.start and period.start.isoformat(), period.end and period.end.isoformat()) == (start, end)
