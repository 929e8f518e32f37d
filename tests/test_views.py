"""A view reads as one would read the page aloud, and maps back to the layer to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Report, SourceText, Span
from graph.parse import parse
from graph.read import read, read_file
from graph.read.metadata import load_metadata
from graph.views import view, view_of

SHIPPED = Path(__file__).parents[1] / "data" / "documents" / "kst-36800-XX-7.txt"
WRAPPED = "Dit is een regel die zo lang is als alle andere regels hier\n" * 3


def words(text: str, *leave_out: tuple[int, int]) -> str:
    source = read(text.encode(), "a.txt")
    return view(source, Span(0, len(text)), [Span(*pair) for pair in leave_out]).text


def reading(report: Report, key: str) -> str:
    return next(view_of(report, one.span).text for one in report.answers if one.key == key)


@pytest.fixture(scope="module")
def shipped() -> Report:
    return parse(read_file(SHIPPED), metadata=load_metadata(SHIPPED))


def test_page_break_in_mid_sentence_reads_on(shipped: Report) -> None:
    assert "De landelijke maatregelen zijn te onderscheiden" in reading(shipped, "3")


def test_footnote_mark_is_left_out(shipped: Report) -> None:
    assert "(VRIS). DTenV registreert niet" in reading(shipped, "9")


def test_rows_of_a_list_stay_apart(shipped: Report) -> None:
    assert "\nNoodopvang 29.790\nReguliere amv plekken 2.160\n" in reading(shipped, "11")


def test_hyphens_at_line_ends(shipped: Report) -> None:
    assert words("de asiel-\nketen\n" + WRAPPED).startswith("de asielketen")
    assert words("in de EU-\nminimumstandaarden\n" + WRAPPED).startswith("in de EU-minimumstandaarden")
    assert words("het EU Asiel- en\nmigratiepact en jeugd-\nen gezinszorg\n" + WRAPPED).startswith(
        "het EU Asiel- en migratiepact en jeugd- en gezinszorg"
    )
    assert "zonder asielprocedure/-verleden." in reading(shipped, "25")


def test_stop_after_a_raised_mark_joins_the_word_before_it() -> None:
    text = "van natuurbranden\n3. Hiermee wordt het beter\n" + WRAPPED
    assert words(text, (18, 19)).startswith("van natuurbranden. Hiermee wordt")


def test_text_with_flattened_line_ends_has_its_lines_again() -> None:
    prose = "Dit is een regel die zo lang is als alle andere  regels hier en dan gaat de vaardig- heden nog  door.    "
    text = prose * 20 + "Zie het overzicht.    Jaar Aantal  2011 3  2012 2    " + prose * 20
    read_aloud = words(text)
    assert "alle andere regels hier en dan gaat de vaardigheden nog door.\n" in read_aloud
    assert "Zie het overzicht.\nJaar Aantal\n2011 3\n2012 2\n" in read_aloud


@given(st.text(alphabet="ab1.-A \n", min_size=1, max_size=80))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_every_character_of_a_view_but_its_joints_stands_in_the_layer(text: str) -> None:
    source = SourceText(text, "a.txt", "text/plain", "")
    seen = view(source, Span(0, len(text)))
    assert len(seen.text) == len(seen.offsets)
    assert list(seen.offsets) == sorted(seen.offsets)
    for character, offset in zip(seen.text, seen.offsets, strict=True):
        assert character == text[offset] or character in " \n"


def test_a_short_line_that_ends_in_a_number_is_a_row() -> None:
    rows = words(WRAPPED + "Reguliere plekken in gebouwen van de gemeenten\nNoodopvang 29.790")
    assert rows.split("\n")[-1] == "Noodopvang 29.790"


def test_the_last_line_of_a_sentence_that_ends_in_a_number_is_no_row() -> None:
    prose = words(WRAPPED + "De voorraad procedures op grond van de bekende\nChavez-uitspraak op 1 mei betreft 300.")
    assert prose.endswith("bekende Chavez-uitspraak op 1 mei betreft 300.")
