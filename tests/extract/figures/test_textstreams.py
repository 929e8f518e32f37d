"""Tables that lost their lines: names and numbers that take turns are rows, where one heading fits them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.extract.figures.textstreams import streams
from graph.extract.statistics import find_unread
from graph.model import Report, Statistic

Words = list[tuple[str, ...]]


def rows(text: str) -> list[Words]:
    return [[grid.words_of_row(row) for row in range(grid.height) if grid.row(row)] for grid in streams(text)]


def test_rows_on_one_line_are_parted_by_their_heading() -> None:
    text = "Zie hieronder. Schoolsoort 2023 2024 Vmbo 190.400 188.200 Havo 155.100 154.800 Deze cijfers zijn van DUO."
    assert rows(text) == [
        [("Schoolsoort", "2023", "2024"), ("Vmbo", "190.400", "188.200"), ("Havo", "155.100", "154.800")]
    ]


def test_each_cell_may_have_a_line_of_its_own() -> None:
    text = "Dienst\nBezetting 2023\nKosten (in € mln)\nDouane\n5.100\n410,2\nToeslagen\n1.200\n95,5"
    assert rows(text)[0] == [
        ("Dienst", "Bezetting 2023", "Kosten (in € mln)"),
        ("Douane", "5.100", "410,2"),
        ("Toeslagen", "1.200", "95,5"),
    ]


def test_heading_may_follow_its_title_on_one_line() -> None:
    text = "Veestapel naar diersoort Soort Melkkoeien Vleeskalveren\nGelderland 100 50 Brabant 80 90"
    assert rows(text)[0][0] == ("Soort", "Melkkoeien", "Vleeskalveren")


def test_years_that_follow_each_other_name_rows() -> None:
    text = "Jaar Cultuur Media 2021 120 80 2022 130 - 2023 140 90"
    assert rows(text)[0][1:] == [("2021", "120", "80"), ("2022", "130", "-"), ("2023", "140", "90")]


def test_tables_may_follow_each_other() -> None:
    text = "Locatie 2023 2024 Budel 1 2 Zeist 3 4 Locatie 2023 2024 Utrecht 5 6 Delft 7 8"
    assert [table[1][0] for table in rows(text)] == ["Budel", "Utrecht"]


def test_one_column_of_numbers_needs_three_rows() -> None:
    text = "Land Aantal India 45.120 Turkije 38.900"
    assert rows(text) == []
    assert rows(f"{text} China 30.450")[0][1:] == [("India", "45.120"), ("Turkije", "38.900"), ("China", "30.450")]


def test_row_that_lacks_a_number_keeps_its_total_only() -> None:
    text = "Soort Mannen Vrouwen Totaal\nNoord 1 2 3\nZuid 4 5 9\nOost 6 6"
    assert rows(text)[0][-1] == ("Oost", "6")
    assert [text[start:end] for grid in streams(text) for start, end in grid.lost] == ["6"]


def test_numbers_that_ran_together_are_left_out() -> None:
    text = "Haven 2021 2022 2023 2024\nDelfzijl: 1.765 1.209 2.145 348\nDen Helder: 3.354 88711.122 484"
    assert rows(text)[0][-1] == ("Den Helder:", "3.354", "484")


def test_note_below_the_rows_is_no_cell() -> None:
    text = "Haven\n2021\n2022\nDelfzijl\n5\n6\nDen Helder\n7\n8\n1 Vanaf 2021 zijn er twee kades."
    assert rows(text)[0][-1] == ("Den Helder", "7", "8")


@pytest.mark.parametrize(
    "text",
    [
        "Noord 5 6 Zuid 7 8 Oost 9 10",
        "Regio 2022 2023 Noord 5 Zuid 7 Oost 9",
        "Regio 2022 2023 Noord 5 6. In Zuid 7 zaken en in Oost 9 zaken",
        "Die •J’•.’•J’”N 2022 2023 AFM 245 260 BPR 377 309 ILT 89 99",
        "Regio Verschil 2023 2024 40°/s Oost 18 12 33°/o Zuid 8 9 5O West 1 2",
        "Regio Aantal inwoners dat een Aantal inwoners dat een instelling bedient kent Noord 5 6 Oost 7 8",
    ],
)
def test_text_that_fits_no_heading_is_no_table(text: str) -> None:
    assert rows(text) == []


def test_title_and_question_reach_the_cells(read_answer: Callable[..., tuple[Statistic, ...]]) -> None:
    answer = "Hieronder het overzicht. Krijgsmachtdeel 2023 2024 Marine 1.240 1.310 Landmacht 2.870 2.910"
    found = read_answer(answer, question="Hoeveel vacatures zijn er per krijgsmachtdeel?")
    assert [(str(f.value), f.indicator, f.breakdown, f.period.start and f.period.start.year) for f in found] == [
        ("1240", "vacatures", "marine", 2023),
        ("1310", "vacatures", "marine", 2024),
        ("2870", "vacatures", "landmacht", 2023),
        ("2910", "vacatures", "landmacht", 2024),
    ]


def test_last_year_may_go_on_in_words(read_answer: Callable[..., tuple[Statistic, ...]]) -> None:
    found = read_answer("Aantal visa\nJaar Aantal\n2022 148\n2023 161\n2024 170\n2025 (t/m juni) 84")
    assert [str(figure.value) for figure in found] == ["148", "161", "170", "84"]


def test_figure_of_a_row_with_open_cells_names_its_rule(read_answer: Callable[..., tuple[Statistic, ...]]) -> None:
    found = read_answer("Aantal dieren\nSoort Kalveren Koeien Totaal\nNoord 1 2 3\nZuid 4 5 9\nOost 6 6")
    assert [str(figure.value) for figure in found if "table-row-short" in figure.rules] == ["6"]


def test_numbers_without_a_column_are_said_to_be_unread(make_paper: Callable[..., Report]) -> None:
    report = make_paper("Haven 2021 2022 2023\nDelfzijl 5 6 7\nVlissingen 8 9 10\nDen Helder 11 12")
    assert [report.source.text[unread.span.start : unread.span.end] for unread in find_unread(report)] == ["11 12"]
