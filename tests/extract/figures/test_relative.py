"""Times that only the day of the paper settles."""

from __future__ import annotations

from datetime import date

import pytest

from graph.extract.figures.periods import period_phrases

DAY = date(2024, 11, 20)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("In de afgelopen vijf jaar zijn", "2019-11-21", "2024-11-20"),
        ("de afgelopen 6 maanden", "2024-05-21", "2024-11-20"),
        ("in de komende drie jaar", "2024-11-20", "2027-11-20"),
        ("Op dit moment zijn", "2024-11-20", "2024-11-20"),
        ("De dienst telt momenteel", "2024-11-20", "2024-11-20"),
        ("Tot nu toe zijn", None, "2024-11-20"),
        ("In 2024 zijn tot nu toe", "2024-01-01", "2024-11-20"),
        ("in de eerste negen maanden van 2023", "2023-01-01", "2023-09-30"),
        ("in de eerste twee kwartalen van dit jaar", "2024-01-01", "2024-06-30"),
        ("in de eerste drie kwartalen met 2.900 toegenomen", "2024-01-01", "2024-09-30"),
        ("in de eerste elf maanden met 2.900 toegenomen", "2023-01-01", "2023-11-30"),
        ("in het derde kwartaal van dit jaar", "2024-07-01", "2024-09-30"),
        ("tot en met augustus van dit jaar staat de teller", "2024-01-01", "2024-08-31"),
        ("eind maart van vorig jaar", "2023-03-31", "2023-03-31"),
        ("per 2027 wordt", "2027-01-01", None),
        ("in de periode 2013-2018", "2013-01-01", "2018-12-31"),
        ("in de periode januari-juni 2024", "2024-01-01", "2024-06-30"),
        ("bedroeg € 3 mln (2016)", "2016-01-01", "2016-12-31"),
        ("zie ik dat in2023 ruim", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_time_is_settled_by_the_day_of_the_paper(text: str, start: str | None, end: str | None) -> None:
    periods = [phrase.periods[0] for phrase in period_phrases(text, DAY)]
    assert (start, end) in [(p.start and p.start.isoformat(), p.end and p.end.isoformat()) for p in periods]


def test_on_the_day_of_the_paper_yields_to_a_time_that_the_sentence_names() -> None:
    (phrase,) = period_phrases("Op dit moment, per 1 oktober 2024, zijn", DAY)
    assert phrase.rule == "period-date"


@pytest.mark.parametrize(
    "text",
    [
        "Op 14 november jl. is de Kamer geïnformeerd over een reservering",
        "met 23% gedaald ten opzichte van 2011",
        "Kamerstukken, vergaderjaar 2023-2024",
    ],
)
def test_the_day_of_telling_a_year_of_comparison_and_a_session_are_no_times_of_figures(text: str) -> None:
    assert period_phrases(text, DAY) == ()
