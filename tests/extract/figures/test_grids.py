"""Tables of figures: every numeric cell is a figure with what its column, its row and the words above say of it."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.build.work import registers
from graph.extract.figures.cellvalues import NoFigure
from graph.extract.figures.grid import Grid, GridCell
from graph.extract.figures.numerals import number
from graph.extract.figures.tableshape import shape_of
from graph.model import Period, Qualifier, Statistic, Status, Understanding
from graph.pipeline import understand

Rows = Sequence[Sequence[str | tuple[str, str]]]


def paper(above: Sequence[str], rows: Rows, below: str = "", question: str = "Hoeveel?") -> Understanding:
    """Understand a page with one question, whose answer has a table; a cell may have attributes."""

    def cell(content: str | tuple[str, str]) -> str:
        words, attributes = content if isinstance(content, tuple) else (content, "")
        return f"<td {attributes}>{html.escape(words)}</td>"

    table = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in rows)
    text = "".join(f"<p>{html.escape(line)}</p>" for line in above)
    page = (
        "<html><body><p>36 999 XX Vaststelling van de begroting</p>"
        "<p>Nr. 7 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN</p><p>Vastgesteld 12 november 2025</p>"
        f"<h2>Vraag 1</h2><p>{question}</p><h2>Antwoord 1</h2>{text}<table>{table}</table><p>{below}</p></body></html>"
    )
    return understand(page.encode(), "kst-36999-XX-7.html", registers())


def figures(above: Sequence[str], rows: Rows, below: str = "", question: str = "Hoeveel?") -> tuple[Statistic, ...]:
    """The figures of the cells alone."""
    return tuple(s for s in paper(above, rows, below, question).statistics if "table-cell" in s.rules)


def named(found: Sequence[Statistic]) -> list[tuple[str, str, str | None]]:
    return [(str(figure.value), figure.indicator, figure.breakdown) for figure in found]


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


# --- what is measured -------------------------------------------------------------------------------------------------


def test_columns_of_times_share_the_topic_of_the_title_and_rows_are_parts() -> None:
    found = figures(
        ["Tabel 2: Asielaanvragen per nationaliteit"],
        [["Nationaliteit", "2023", "2024"], ["Syrië", "12.870", "11.640"], ["Totaal", "38.377", "32.175"]],
    )
    assert named(found) == [
        ("12870", "asielaanvragen", "Syrië"),
        ("11640", "asielaanvragen", "Syrië"),
        ("38377", "asielaanvragen", None),
        ("32175", "asielaanvragen", None),
    ]
    assert [figure.period for figure in found] == [year(2023), year(2024)] * 2
    assert [figure.place.code if figure.place else None for figure in found] == ["SY", "SY", None, None]


def test_columns_of_measures_name_what_is_measured() -> None:
    found = figures(
        ["Hieronder staat het overzicht van de scholen in 2024."],
        [["Provincie", "Aantal", "Percentage", "Kosten (in € mln)"], ["Drenthe", "1.230", "12,5", "4,1"]],
    )
    assert named(found) == [
        ("1230", "scholen", "Drenthe"),
        ("12.5", "aandeel scholen", "Drenthe"),
        ("4100000", "kosten scholen", "Drenthe"),
    ]
    assert [figure.unit for figure in found] == ["count", "percent", "EUR"]
    assert {figure.period for figure in found} == {year(2024)}


def test_rows_of_measures_name_what_is_measured() -> None:
    found = figures(
        ["De cijfers zijn als volgt:"],
        [["Nr.", "", "2023"], ["1", "Aantal aanvragen", "5.100"], ["2", "Gemiddelde doorlooptijd (dagen)", "102"]],
    )
    assert named(found) == [("5100", "aanvragen", None), ("102", "gemiddelde doorlooptijd", None)]
    assert found[1].unit == "days"


def test_table_divides_the_figure_of_the_sentence_before() -> None:
    found = figures(
        ["Op 1 januari 2025 waren er 69.630 opvangplekken. Deze zijn als volgt verdeeld."],
        [["Soort opvang", "Plekken"], ["Reguliere opvang", "35.140"]],
    )
    assert named(found) == [("35140", "opvangplekken", "reguliere opvang")]
    assert found[0].period == Period(date(2025, 1, 1), date(2025, 1, 1))


def test_columns_that_a_title_sums_up_are_measures_of_their_own() -> None:
    found = figures(
        ["Zie de tabel."],
        [[("Aanvragen en inwilligingen", "colspan=3")], ["Jaar", "Aanvragen", "Inwilligingen"], ["2023", "100", "50"]],
    )
    assert named(found) == [("100", "aanvragen", None), ("50", "inwilligingen", None)]


def test_question_says_what_a_table_without_a_topic_counts() -> None:
    found = figures(["Ja."], [["Leeftijd", "2023"], ["0-17", "25"]], question="Hoeveel leerlingen zijn er?")
    assert named(found) == [("25", "leerlingen", "0-17")]


def test_spanning_headings_and_groups_of_rows_are_joined() -> None:
    found = figures(
        ["Bezetting"],
        [
            ["Locatie", ("Man", "colspan=2"), "Totaal"],
            ["", "2023", "2024", "2024"],
            [("Noodopvang", "colspan=4")],
            ["Ter Apel", "100", "110", "200"],
            ["waarvan amv", "10", "11", "20"],
            ["Totaal", "300", "320", "600"],
        ],
    )
    assert [figure.breakdown for figure in found] == [
        *["noodopvang, Ter Apel, man"] * 2, "noodopvang, Ter Apel",
        *["noodopvang, Ter Apel, amv, man"] * 2, "noodopvang, Ter Apel, amv",
        "man", "man", None,
    ]  # fmt: skip
    assert [figure.period for figure in found[:3]] == [year(2023), year(2024), year(2024)]


# --- values and units -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "column", "cell", "value", "unit"),
    [
        ("Uitgaven (bedragen x € 1.000)", "2024", "1.250,5", "1250500", "EUR"),
        ("Uitgaven", "2024 (in € mln)", "4,1", "4100000", "EUR"),
        ("Uitgaven (x € 1.000)", "2024", "€ 5", "5000", "EUR"),
        ("Uitgaven (x € 1.000)", "2024", "2 mln", "2000000", "EUR"),
        ("Uitgaven (x € 1.000)", "Aandeel (%)", "12,5", "12.5", "percent"),
        ("Uitgaven (x € 1.000)", "Aantal", "12", "12", "count"),
        ("Leerlingen (x 1.000)", "2024", "12,5", "12500", "count"),
        ("Leerlingen", "2024", "-/- 3", "-3", "count"),
        ("Leerlingen", "2024", "1.234*", "1234", "count"),
        ("Wachttijd (in weken)", "2024", "18", "18", "weeks"),
        ("Vlees", "Export (x 1.000 kg)", "4,5", "4500", "kg"),
    ],
)
def test_unit_and_scale_come_from_the_nearest_heading_that_has_them(
    title: str, column: str, cell: str, value: str, unit: str
) -> None:
    (figure,) = figures([title], [["Soort", column], ["Basis", cell]])
    assert (str(figure.value), figure.unit) == (value, unit)
    assert figure.value_text in cell


def test_hedged_cell_is_a_bound() -> None:
    (figure,) = figures(["Meldingen"], [["Soort", "2024"], ["Overig", "<5"]])
    assert (figure.value, figure.qualifier, figure.upper) == (Decimal(5), Qualifier.AT_MOST, Decimal(5))


@pytest.mark.parametrize("cell", ["–", "n.v.t.", "PM", "*", "", "(5)", "1 januari 2020", "088-1234567", "artikel 12"])
def test_what_holds_no_value_is_no_figure(cell: str) -> None:
    assert len(figures(["Meldingen"], [["Soort", "2024"], ["Overig", cell], ["Rest", "7"]])) == 1


def test_brackets_are_negative_where_the_paper_says_so() -> None:
    found = figures(["Uitgaven", "Bedragen tussen haakjes zijn negatief."], [["Soort", "2024"], ["Overig", "(5)"]])
    assert [(figure.value, figure.value_text) for figure in found] == [(Decimal(-5), "(5)")]


def test_share_in_brackets_behind_a_number_is_a_figure_of_its_own() -> None:
    found = figures(["Meldingen"], [["Soort", "2024"], ["Overig", "300 (12%)"]])
    assert named(found) == [("300", "meldingen", "overig"), ("12", "aandeel meldingen", "overig")]


def test_number_that_looks_like_a_year_counts_among_other_counts() -> None:
    found = figures(["Leerlingen"], [["Soort", "2024"], ["vmbo", "1950"], ["havo", "2.020"], ["vwo", "880"]])
    assert [str(figure.value) for figure in found] == ["1950", "2020", "880"]


def test_numbers_of_rows_are_no_figures() -> None:
    assert paper(["Stappen"], [["1", "Aanvraag indienen"], ["2", "Toets"], ["3", "Besluit"]]).statistics == ()


# --- time, status, source ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "start", "end"),
    [
        ("2024 t/m sept.", date(2024, 1, 1), date(2024, 9, 30)),
        ("2024 (tot 1 juni 2024)", date(2024, 1, 1), date(2024, 5, 31)),
        ("Q1 2025", date(2025, 1, 1), date(2025, 3, 31)),
        ("1-1-2025", date(2025, 1, 1), date(2025, 1, 1)),
        ("2009-2012", date(2009, 1, 1), date(2012, 12, 31)),
        ("Schooljaar 2023/2024", date(2023, 8, 1), date(2024, 7, 31)),
        ("Realisatie 2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_column_says_when(heading: str, start: date, end: date) -> None:
    (figure,) = figures(["Meldingen"], [["Soort", heading], ["Overig", "7"]])
    assert figure.period == Period(start, end)
    assert (figure.indicator, figure.breakdown) == ("meldingen", "overig")


def test_years_that_go_back_are_no_time() -> None:
    (figure,) = figures(["Meldingen"], [["Soort", "Zaak 2024/2023"], ["Overig", "7"]])
    assert figure.period == Period()


def test_month_of_the_row_is_of_the_year_of_the_column() -> None:
    found = figures(["Meldingen"], [["Maand", "2023", "2024"], ["Januari", "7", "8"]])
    assert [figure.period.start for figure in found] == [date(2023, 1, 1), date(2024, 1, 1)]
    assert {figure.breakdown for figure in found} == {None}


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Begroot 2023", Status.BUDGETED),
        ("Raming 2025", Status.BUDGETED),
        ("Realisatie 2023", Status.REALISED),
        ("2026", Status.EXPECTED),
        ("2023", Status.REALISED),
    ],
)
def test_heading_says_whether_it_has_happened(heading: str, status: Status) -> None:
    (figure,) = figures(["Uitgaven"], [["Soort", heading], ["Overig", "7"]])
    assert figure.status is status


def test_note_below_says_who_counted_and_how_it_was_rounded() -> None:
    found = figures(["Meldingen"], [["Soort", "2024"], ["Overig", "70"]], "Bron: IND, afgerond op tientallen.")
    assert [(f.source.slug if f.source else None, f.rounded_to) for f in found] == [("ind", Decimal(10))]


# --- words around, words inside ---------------------------------------------------------------------------------------


def test_words_of_an_explanation_are_read_as_sentences() -> None:
    understood = paper(
        ["Uitgaven (x € 1.000)"],
        [["Ministerie", "Uitgaven", "Toelichting"], ["EZK", "35", "Er zijn in 2024 in totaal 5 adviseurs ingehuurd."]],
    )
    assert [(s.value_text, "table-cell" in s.rules) for s in understood.statistics] == [("35", True), ("5", False)]


def test_quote_is_the_number_and_nothing_is_unread() -> None:
    understood = paper(["Meldingen"], [["Soort", "2023", "2024"], ["Overig", "7", "8%"], ["Rest", "9", "10%"]])
    source = understood.report.source
    assert [source.quote(figure.span) for figure in understood.statistics] == ["7", "8%", "9", "10%"]
    assert understood.report.unread == ()


def test_mark_of_a_note_is_no_part_of_its_cell() -> None:
    rows = "".join(
        f"<row><entry><al>{label}{note}</al></entry><entry><al>{value}{note}</al></entry></row>"
        for label, value, note in (
            ("Soort", "2024", ""),
            ("Overig", "70", '<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>Voorlopig.</noot.al></noot>'),
            ("Rest", "80", ""),
        )
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?><officiele-publicatie><metadata/><kamerstuk><stuk><algemeen>'
        '<vrije-tekst><tekst status="goed"><al>36 999 XX Vaststelling</al><al>Nr. 7 LIJST VAN VRAGEN EN ANTWOORDEN</al>'
        "<tussenkop>Vraag 1</tussenkop><al>Hoeveel?</al><tussenkop>Antwoord 1</tussenkop><al>Meldingen</al>"
        f'<table><tgroup cols="2"><tbody>{rows}</tbody></tgroup></table></tekst></vrije-tekst></algemeen></stuk>'
        "</kamerstuk></officiele-publicatie>"
    )
    found = understand(xml.encode(), "kst-36999-XX-7.xml", registers()).statistics
    assert named(found) == [("70", "meldingen", "overig"), ("80", "meldingen", "rest")]


# --- every cell -------------------------------------------------------------------------------------------------------

NUMBERS = st.integers(0, 9_999_999).map(lambda n: f"{n:,}".replace(",", "."))
CELLS = st.one_of(
    NUMBERS,
    NUMBERS.map("€ {}".format),
    st.decimals(0, 100, places=1).map(lambda n: f"{n}%".replace(".", ",")),
    st.sampled_from(["–", "n.v.t.", "PM", "<5", "12 (5%)", "(7)", "Zie de brief", "2024", "artikel 3", "1-1-2025"]),
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """A table with a heading of years or words and a label for each row, on lines of text."""
    width = draw(st.integers(1, 4))
    head = [
        "Soort",
        *draw(st.lists(st.sampled_from(["2023", "2024", "Man", "Kosten"]), min_size=width, max_size=width)),
    ]
    body = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5))
    rows = [head, *([f"Groep {'abcde'[n]}", *row] for n, row in enumerate(body))]
    text, cells = "", []
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            cells.append(GridCell(len(text), len(text) + len(word), row, column))
            text += word + (" " if column < width else "\n")
    return Grid(text, tuple(cells))


@given(grids())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_cell_holds_figures_or_has_a_reason(grid: Grid) -> None:
    shape = shape_of(grid)
    if shape is None:
        numeric = [grid.words(cell) for cell in grid.cells if cell.row and cell.column]
        assert not any(words.replace(".", "").isdigit() and words != "2024" for words in numeric)
        return
    assert set(shape.cells) == set(grid.cells)
    for cell, held in shape.cells.items():
        if isinstance(held, NoFigure):
            continue
        assert cell.row in shape.body and cell.column in shape.columns
        words = grid.words(cell)
        assert all(words[q.numeral.start : q.numeral.end] == q.numeral.written for q in held)


@given(st.lists(NUMBERS, min_size=1, max_size=4, unique=True), st.sampled_from([1, 1000, 1_000_000]))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_value_is_the_number_of_the_cell_times_the_scale_of_the_table(cells: list[str], scale: int) -> None:
    title = {1: "Uitgaven (€)", 1000: "Uitgaven (x € 1.000)", 1_000_000: "Uitgaven (in € mln)"}[scale]
    rows = [["Soort", "Bedrag"], *([f"Groep {'abcd'[n]}", cell] for n, cell in enumerate(cells))]
    found = figures([title], rows)
    assert [figure.value_text for figure in found] == cells
    assert [figure.value for figure in found] == [number(figure.value_text) * scale for figure in found]
    assert {figure.unit for figure in found} == {"EUR"}


@pytest.mark.parametrize(
    ("title", "cell", "value", "unit"),
    [
        ("Aantal opgelegde dwangsommen", "12", "12", "count"),
        ("Opgelegde dwangsommen", "12", "12", "EUR"),
        ("Bezetting in fte per 31 december 2024", "12", "12", "fte"),
        ("Ziekteverzuim per sector (in procenten)", "4,3", "4.3", "percent"),
        ("Opnamen per 1.000 inwoners", "48", "48", "ratio"),
        ("Uitgaven cultuur (x € 1 miljoen)", "3,1", "3100000", "EUR"),
    ],
)
def test_title_gives_its_table_the_unit(title: str, cell: str, value: str, unit: str) -> None:
    found = paper([f"Tabel 1: {title}"], [["Onderdeel", "Noord"], ["Basis", cell]]).statistics
    assert [(str(figure.value), figure.unit) for figure in found] == [(value, unit)]


def test_percentage_that_says_of_what_is_a_measure() -> None:
    found = figures(["Kerncijfers"], [["Indicator", "2023"], ["Bezettingspercentage", "93,1"]])
    assert [(figure.indicator, figure.unit) for figure in found] == [("bezettingspercentage", "percent")]


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("Eerste halfjaar 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("2025 (t/m juni)", date(2025, 1, 1), date(2025, 6, 30)),
    ],
)
def test_heading_names_a_part_of_a_year(head: str, start: date, end: date) -> None:
    (found,) = figures(["Aantal inspecties"], [["Domein", head], ["Dieren", "12"]])
    assert found.period == Period(start, end)


@pytest.mark.parametrize(
    ("head", "status"), [("Realisatie 2024", Status.REALISED), ("Begroting 2024", Status.BUDGETED)]
)
def test_word_before_a_year_says_whether_it_was_spent(head: str, status: Status) -> None:
    (found,) = figures(["Uitgaven isolatie (x € 1.000)"], [["Regeling", head], ["Subsidie", "12"]])
    assert found.status is status


# --- cells that lost something ----------------------------------------------------------------------------------------


def test_noun_behind_the_number_of_a_cell_leaves_it_its_column() -> None:
    found = figures(
        [], [["Regio", "2023", "2024"], ["Noord", "12 personen", "circa 15 personen"]], question="Hoeveel wachtenden?"
    )
    assert named(found) == [("12", "wachtenden", "noord"), ("15", "wachtenden", "noord")]
    assert [figure.qualifier for figure in found] == [Qualifier.EXACT, Qualifier.ABOUT]


@pytest.mark.parametrize(
    "question",
    [
        "Kunt u een overzicht geven van het aantal vacatures per ministerie?",
        "Hoeveel vacatures zijn er per ministerie?",
    ],
)
def test_table_without_a_title_measures_what_the_question_asks(question: str) -> None:
    found = figures(["Zie hieronder."], [["Ministerie", "2023"], ["Defensie", "12"], ["OCW", "20"]], question=question)
    assert named(found) == [("12", "vacatures", "Defensie"), ("20", "vacatures", "OCW")]


def test_label_that_says_of_whom_is_not_what_is_measured() -> None:
    rows = [["Ministerie", "2023"], ["Defensie", "12"], ["OCW", "20"]]
    assert figures(["Zie hieronder."], rows, question="Kunt u dit toelichten?") == ()


def test_title_does_not_say_again_what_the_corner_says() -> None:
    found = figures(["Vluchten per luchthaven"], [["Luchthaven", "2023"], ["Eelde", "12"], ["Rotterdam", "20"]])
    assert {figure.indicator for figure in found} == {"vluchten"}


def test_key_figures_are_each_their_own_measure() -> None:
    found = figures(
        ["Kerncijfers gevangeniswezen"], [["", "2023"], ["Bezetting (%)", "95,1"], ["Ziekteverzuim (%)", "7"]]
    )
    assert [figure.indicator for figure in found] == ["bezetting", "ziekteverzuim"]


def test_unit_of_the_table_reaches_amounts_in_its_remarks() -> None:
    read = paper(
        ["Bedragen in miljoenen €"],
        [["Ministerie", "Uitgaven", "Toelichting"], ["EZK", "35", "Betreft subsidie, waarvan 2,5 voor pilots."]],
    )
    assert [(str(figure.value), figure.unit) for figure in read.statistics] == [("35000000", "EUR"), ("2500000", "EUR")]
