"""Series of figures with a place, a group or a year each."""

from __future__ import annotations

from collections.abc import Callable

from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


def test_a_number_behind_another_place_measures_the_same_thing_there(read_answer: ReadAnswer) -> None:
    figures = read_answer("In Zeeland gaat het om 120 bedrijven, in Limburg om 340.")
    assert [(str(f.value), f.indicator) for f in figures] == [("120", "bedrijven"), ("340", "bedrijven in Limburg")]


def test_a_year_before_a_bracket_is_the_time_of_the_figure_in_it(read_answer: ReadAnswer) -> None:
    figures = read_answer("Voor herstel is gereserveerd in 2026 (€ 91 mln.), 2027 (€ 118 mln.) en 2028 (€ 55 mln.).")
    assert [f.period.start and f.period.start.year for f in figures] == [2026, 2027, 2028]
    assert len({f.indicator for f in figures}) == 1


def test_both_ends_of_a_range_are_the_years_of_two_levels(read_answer: ReadAnswer) -> None:
    figures = read_answer("De uitstoot daalde tussen 2018 en 2023 van 120 naar 101 kilo.")
    assert [f.period.start and f.period.start.year for f in figures] == [2018, 2023]


def test_a_structural_amount_has_no_part_in_the_year_before_it(read_answer: ReadAnswer) -> None:
    figures = read_answer("Dit leidt tot een besparing van € 8 miljoen in 2027 en € 15 miljoen structureel.")
    assert [f.period.start and f.period.start.year for f in figures] == [2027, None]


def test_a_series_in_one_sentence_is_read_whole_however_long(read_answer: ReadAnswer) -> None:
    parts = ", ".join(f"waarvan {number} uit een gemeente" for number in range(10, 310))
    figures = read_answer(f"In 2024 zijn 99.999 aanvragen gedaan, {parts}.")
    assert len(figures) == 301
    assert {figure.indicator for figure in figures} == {figures[0].indicator}
