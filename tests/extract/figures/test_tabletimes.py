"""Times of tables: the day of each year that lines around them name, and pairs of years that are school years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graph.extract.figures.tabletimes import Moment, Told, moment_in
from graph.model import Period, Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


def day(year: int, month: int, number: int) -> Period:
    return Period(date(year, month, number), date(year, month, number))


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("De peildatum is steeds 1 april.", Moment(4, 1)),
        ("Peildatum: 31 december van elk jaar.", Moment(12, 31)),
        ("De tellingen zijn jaarlijks op 1 oktober gehouden.", Moment(10, 1)),
        ("De cijfers gaan over de maand september van het betreffende jaar.", Moment(9)),
        ("Geteld is per ultimo van het jaar.", Moment(12, 31)),
        ("Geteld is eind van elk jaar.", Moment(12, 31)),
        ("De peildatum is 1 april 2024.", None),
        ("De peildatum is steeds 1 april; die van de jongeren steeds op 1 mei.", None),
        ("Op 1 april is de wet gewijzigd.", None),
    ],
)
def test_lines_around_a_table_name_the_day_of_each_year(line: str, moment: Moment | None) -> None:
    assert moment_in([line]) == moment


def test_a_day_without_more_counts_in_a_title_alone() -> None:
    assert moment_in(["Inwoners per 1 januari"]) is None
    assert moment_in(["Inwoners per 1 januari"], ["Inwoners per 1 januari"]) == Moment(1, 1)


def test_a_day_that_a_year_lacks_is_no_day() -> None:
    assert Moment(2, 29).of(2023) is None
    assert Moment(2).of(2024) == Period(date(2024, 2, 1), date(2024, 2, 29))


def test_only_years_that_follow_each_other_are_a_school_year() -> None:
    told = Told(school="schooljaar")
    assert (told.words("2021-2022"), told.words("2015-2022")) == ("schooljaar 2021-2022", "2015-2022")


def test_day_of_each_year_reaches_the_years_of_a_table(read_answer: ReadAnswer) -> None:
    found = read_answer(
        "De tabel toont het aantal bedrijven. De peildatum is steeds 1 april.\n"
        "Soort 2015 2020\nMelkvee 18 16\nPluimvee 2 3"
    )
    assert [figure.period for figure in found] == [day(2015, 4, 1), day(2020, 4, 1)] * 2
    assert {"period-each-year"} <= {rule for figure in found for rule in figure.rules}


def test_day_below_a_table_reaches_it(read_answer: ReadAnswer) -> None:
    found = read_answer("Aantal panden\nSoort 2022 2023\nRijk 5 6\nGemeente 7 8\nPeildatum: 31 december van elk jaar.")
    assert {figure.period for figure in found} == {day(2022, 12, 31), day(2023, 12, 31)}


@pytest.mark.parametrize(("word", "month"), [("Schooljaar", 8), ("Studiejaar", 9)])
def test_pairs_of_years_below_their_word_begin_in_its_month(read_answer: ReadAnswer, word: str, month: int) -> None:
    found = read_answer(f"Aantal klassen\n{word} Klein Groot\n2021-2022 5 6\n2022-2023 7 8")
    assert [figure.period.start for figure in found if figure.period.start] == [
        date(2021, month, 1), date(2021, month, 1), date(2022, month, 1), date(2022, month, 1)
    ]  # fmt: skip
