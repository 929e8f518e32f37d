"""Lists of sources that a writer typed below the last answer, beside real notes."""

from __future__ import annotations

import pytest

from graph.model import Layout, SourceText, Span
from graph.parse import parse

PAPER = """Vragen van het lid Zonnebloem (PvdZ) aan de Minister van Water en Wind over dijken.

Vraag 1

Kent u het bericht «Dijk lekt»?{one} Kent u ook het rapport{two}?

Antwoord 1

Ja. Er zijn twee oorzaken.¹

{list}

¹ Kamerstuk 36 999, nr. 3."""


def footnotes(paper: str) -> list[tuple[str, str, str]]:
    """The notes of a paper as mark, words and call; the real note of the paper is known by its layout."""
    call, note = paper.index("¹"), paper.rindex("¹")
    layout = Layout(calls=(Span(call, call + 1),))
    source = SourceText(paper[:note].rstrip(), "a.docx", "application/x", "0", layout=layout)
    return [
        (note.mark, source.quote(note.span), source.quote(note.call) if note.call else "")
        for note in parse(source).footnotes
    ]


@pytest.mark.parametrize(
    ("one", "two", "entries", "calls"),
    [
        (" 1)", "2)", ("1) NOS, 6 maart", "2) Bureau Dijk, Lekken"), ("1)", "2)")),
        (" [1]", "[2]", ("[1] NOS, 6 maart", "[2] Bureau Dijk, Lekken"), ("[1]", "[2]")),
        (" 1)", " 2)", ("1. NOS, 6 maart 2024", "2. www.bureaudijk.nl/lekken"), ("1)", "2)")),
        (" [1]", "", ("[1] NOS, 6 maart,\n\n(https://nos.nl/dijk)", "[2] Bureau Dijk"), ("[1]", "")),
    ],
)
def test_entries_of_a_list_are_notes_and_its_calls_are_found(
    one: str, two: str, entries: tuple[str, str], calls: tuple[str, str]
) -> None:
    found = footnotes(PAPER.format(one=one, two=two, list="\n\n".join(entries)))
    assert found == [("1", entries[0], calls[0]), ("2", entries[1], calls[1])]


def test_entry_that_is_glued_to_the_one_before_is_one_of_its_own() -> None:
    found = footnotes(PAPER.format(one=" [1]", two="[2]", list="[1] dijk.nl/lek[2] Bureau Dijk\n\n[4] NOS"))
    assert [(mark, words) for mark, words, _ in found] == [
        ("1", "[1] dijk.nl/lek"),
        ("2", "[2] Bureau Dijk"),
        ("4", "[4] NOS"),
    ]


@pytest.mark.parametrize(
    ("one", "entries"),
    [
        ("", "1) NOS, 6 maart 2024\n\n2) Bureau Dijk"),  # nothing calls them
        (" 1)", "1. De dijk is oud.\n\n2. De dijk is zwak."),  # a list of causes names no sources
        (" 2)", "2) Bureau Dijk, 2024\n\n4) NOS, 2024"),  # no series
    ],
)
def test_list_that_is_part_of_the_answer_is_left_alone(one: str, entries: str) -> None:
    assert footnotes(PAPER.format(one=one, two="", list=entries)) == []


def test_explanation_below_the_list_is_no_part_of_it() -> None:
    found = footnotes(
        PAPER.format(one=" 1)", two="", list="1) NOS, 6 maart\n\nToelichting: dit vult eerdere vragen aan.")
    )
    assert found == [("1", "1) NOS, 6 maart", "1)")]
