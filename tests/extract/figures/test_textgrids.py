"""Tables in running text: read where the heading divides over their columns, left unread where it does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.extract.figures.textgrids import text_grids
from graph.extract.statistics import find_unread
from graph.model import Report, Statistic


def cells(text: str) -> list[list[tuple[str, ...]]]:
    """The rows of each table that have words."""
    grids = text_grids(text)
    return [[words for row in range(grid.height) if (words := grid.words_of_row(row))] for grid in grids]


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (("Soort opvang", "2023", "2024"), ("Noodopvang", "26.410", "29.790")),
        (("Regio", "2009-2012", "2013-2016"), ("Noord", "10", "-")),
        (("Land", "2023", "2024 (t/m sept.)"), ("Ierland", "1.765", "348")),
        (("Maand", "Realisatie 2023", "Raming 2024"), ("Mei", "5", "6")),
        (("Jaar", "Totaal aantal zaken", "Kosten (in € mln)"), ("2019", "22", "4,8")),
        (("Universiteit", "Langlopende schulden", "Totale schuld (€)"), ("Twente", "121.100", "262.600")),
        (("Ministerie", "Bedrag verplichtingen", "Bedrag uitgaven"), ("Defensie", "-/- 348", "PM")),
        (("Soort opvang", "Plekken"), ("Noodopvang", "29.790")),
        (("Jaar", "Aantal begrotingshoofdstukken"), ("2011", "3")),
    ],
)
def test_heading_divides_over_the_columns(heading: tuple[str, ...], row: tuple[str, ...]) -> None:
    text = "\n".join([" ".join(heading), " ".join(row), " ".join(row)])
    assert cells(text) == [[heading, row, row]]


def test_heading_may_run_over_lines() -> None:
    text = "Jaar Aantal\nmeldingen Aantal\nacties\n2019 22 2\n2020 8 3"
    assert cells(text)[0][0] == ("Jaar", "Aantal\nmeldingen", "Aantal\nacties")


def test_heading_above_times_holds_for_all_of_them() -> None:
    text = "Slachthuizen Aantal paarden\n2023 1 januari tot 1 juni 2024\n1. 65 121\n2. 1 0"
    assert cells(text)[0][:2] == [("Slachthuizen", "Aantal paarden"), ("2023", "1 januari tot 1 juni 2024")]


def test_column_opens_in_the_middle_of_a_word_that_lost_its_space() -> None:
    heading = "Jaar Totaal aantal meldingen m.b.t. I&R in de EUAantal acties op de marktAantal kg vlees"
    text = f"{heading}\n2019 22 2 4,8\n2020 8 3 5"
    assert [words.split()[0] for words in cells(text)[0][0]] == ["Jaar", "Totaal", "Aantal", "Aantal"]


def test_column_may_have_a_line_of_its_own_and_share_the_first_with_the_labels() -> None:
    text = "Jaar* Kosten van lesgeven\nPilots Taal in de Wijk\nTotale middelen\n2012 4 2 6\n2013 5 3 8"
    assert cells(text)[0][0] == ("Jaar*", "Kosten van lesgeven", "Pilots Taal in de Wijk", "Totale middelen")


def test_measure_of_a_column_may_have_a_year() -> None:
    assert cells("Post Kosten 2023 Kosten 2024\nHuur 5 6\nLoon 7 8")[0][0] == ("Post", "Kosten 2023", "Kosten 2024")


def test_cells_may_each_name_what_they_count() -> None:
    text = "Regio Wachtenden Opgenomen\nNoord 12 personen 15 personen\nZuid 20 personen 22 personen"
    assert cells(text)[0][1:] == [("Noord", "12 personen", "15 personen"), ("Zuid", "20 personen", "22 personen")]


def test_row_goes_on_below_where_a_line_of_numbers_follows() -> None:
    assert cells("Onderdeel Bezetting\nDirectie A 12\n13\nDirectie B 20\n21") == []


def test_row_that_lacks_numbers_is_left_out() -> None:
    text = "Land 2022 2023 2024\nIerland 1 2 3\nFrankrijk 4 5\nItalië 6 7 8"
    assert [row[0] for row in cells(text)[0]] == ["Land", "Ierland", "Italië"]


def test_name_of_the_first_group_stands_between_heading_and_rows() -> None:
    text = "Branche 2023 2024\nZiekenhuizen\nArtsen 11 12\nThuiszorg\nHelpenden 20 21"
    (found,) = cells(text)
    assert found[1:] == [("Ziekenhuizen",), ("Artsen", "11", "12"), ("Thuiszorg",), ("Helpenden", "20", "21")]


def test_line_of_units_stands_between_heading_and_rows() -> None:
    text = "Jaar Aanvragen Uitgekeerd\n(aantal) (x € 1 mln)\n2022 8.120 24,6\n2023 9.410 29,8"
    assert cells(text)[0][:3] == [
        ("Jaar", "Aanvragen", "Uitgekeerd"), ("(aantal)", "(x € 1 mln)"), ("2022", "8.120", "24,6")
    ]  # fmt: skip


def test_number_behind_the_same_word_in_each_row_is_part_of_its_name() -> None:
    text = "Salarisschaal Mannen Vrouwen\nSchaal 10 41 43\nSchaal 11 60 62"
    assert cells(text)[0][1:] == [("Schaal 10", "41", "43"), ("Schaal 11", "60", "62")]


@pytest.mark.parametrize(
    ("row", "label", "values"),
    [
        ("Noord 12.310 (91%) 12.080 (89,5%)", "Noord", ("12.310 (91%)", "12.080 (89,5%)")),
        ("Noord minder dan 5 <10", "Noord", ("minder dan 5", "<10")),
        ("2023* 1.398 104", "2023*", ("1.398", "104")),
    ],
)
def test_cells_keep_their_share_hedge_and_mark(row: str, label: str, values: tuple[str, ...]) -> None:
    assert cells(f"Regio Aantal Bedrag\n{row}\nZuid 16 17")[0][1] == (label, *values)


def test_rows_may_go_on_in_words() -> None:
    text = (
        "Zie hieronder. Ministerie Verplichtingen Uitgaven Toelichting\nEZK 35 3 Betreft subsidie.\n"
        "VWS 181 467 Betreft 5 maatregelen. VWS 57 58 Betreft zorg."
    )
    assert cells(text)[0][1:] == [("EZK", "35", "3"), ("VWS", "181", "467"), ("VWS", "57", "58")]


@pytest.mark.parametrize(
    "text",
    [
        "Afvalstromen 10 20\nVerbranding 30 40",
        "De verdeling is als volgt\nNoord 10 20\nZuid 30 40",
        "Regio Aantal inwoners dat een instelling bedient\nNoord 10 20\nZuid 30 40",
        "Regio 2021 2022 2023\nNoord 10 20\nZuid 30 40",
        "Ter Apel\nRegulier 300\nNood 200",
        "In 2023 waren er 5\nen in 2024 waren er 6",
    ],
)
def test_heading_that_does_not_fit_makes_no_table(text: str) -> None:
    assert cells(text) == []


def test_table_of_text_is_read_as_a_real_one(
    read_answer: Callable[..., tuple[Statistic, ...]], make_paper: Callable[..., Report]
) -> None:
    answer = "Aantal meldingen (x 1.000)\nSoort 2023 2024\nDiefstal 1,5 2\nFraude 3 4\nBron: IND"
    found = read_answer(answer)
    assert [(str(f.value), f.indicator, f.breakdown, f.period.start and f.period.start.year) for f in found] == [
        ("1500", "meldingen", "diefstal", 2023),
        ("2000", "meldingen", "diefstal", 2024),
        ("3000", "meldingen", "fraude", 2023),
        ("4000", "meldingen", "fraude", 2024),
    ]
    assert find_unread(make_paper(answer)) == ()


def test_rows_without_a_heading_that_fits_stay_unread(
    read_answer: Callable[..., tuple[Statistic, ...]], make_paper: Callable[..., Report]
) -> None:
    answer = "De cijfers zijn hieronder te vinden.\nNoord 10 20 30\nZuid 40 50 60"
    assert read_answer(answer) == ()
    assert len(find_unread(make_paper(answer))) == 2
