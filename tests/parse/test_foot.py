"""Notes at the foot of a page: where they begin and end, with lines and without."""

from __future__ import annotations

import pytest

from graph.model import Report
from graph.parse import parse
from graph.read import read

FOOTER = "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel {}"
LONG = "De dijken worden ieder jaar door het waterschap bekeken en zelden afgekeurd. " * 12
SET_WORDS = "De vragen van de Tweede Kamer zijn hier exact weergegeven; aan de formuleringen is niets veranderd."


def paper(text: str) -> Report:
    return parse(read(text.encode(), "vraag.txt"))


def notes(report: Report) -> dict[str, str]:
    return {note.mark: report.source.quote(note.span) for note in report.footnotes}


def last_answer(report: Report) -> str:
    return report.source.quote(report.answers[-1].span)


def flat(*pages: str) -> Report:
    """Read pages of a text that lost its line ends; each ends in a footer."""
    return paper(" ".join(f"{page} {FOOTER.format(number)}" for number, page in enumerate(pages, 1)))


def test_note_that_begins_with_a_year_is_found_behind_its_glued_mark() -> None:
    report = paper(
        "Vraag 1\nHoeveel?1\nAntwoord 1\nDat staat in het verslag.2 Meer niet.\n1Kamerstuk 29 383\n"
        f"22023 Annual report: dijk.eu/en\n{FOOTER.format(1)}\n"
    )
    assert notes(report) == {"1": "1Kamerstuk 29 383", "2": "22023 Annual report: dijk.eu/en"}
    assert last_answer(report).endswith("Meer niet.")


def test_note_that_begins_with_a_range_is_found_behind_another_note() -> None:
    report = paper(
        "Vraag 1\nHoe lang?\n\nAntwoord 1\nOver de levensduur2 van een dijk is weinig bekend.\n\n"
        "1 De vragen staan hier zoals ze zijn gesteld.\n2 30-60 jaar is gangbaar.\n"
    )
    assert notes(report)["2"] == "2 30-60 jaar is gangbaar."


@pytest.mark.parametrize("rest", ["Toelichting: deze vragen vullen eerdere vragen aan.", "De Minister van Water,"])
def test_what_begins_below_the_notes_is_no_part_of_them(rest: str) -> None:
    report = paper(f"Vraag 1\nKent u het artikel? 1)\n\nAntwoord 1\nJa.\n\n1) Dijkbode, 3 mei 2024\n\n{rest}\n")
    assert notes(report) == {"1": "1) Dijkbode, 3 mei 2024"}
    assert last_answer(report) == "Ja."


def test_notes_before_the_footers_of_text_without_line_ends_are_no_part_of_an_answer() -> None:
    report = flat(
        f"Vraag 1 Kent u het? Antwoord 1 {LONG}Dat staat in de brief1 van mei. 1Kamerstuk 29 383 2Stb. 2024, 153",
        f"Vraag 2 Hoeveel? Antwoord 2 {LONG}Zo is het. 3X, 4 mei 2024, dijk.eu",
    )
    assert notes(report) == {"1": "1Kamerstuk 29 383", "2": "2Stb. 2024, 153", "3": "3X, 4 mei 2024, dijk.eu"}
    ends = [report.source.quote(one.span).rsplit(". ", 1)[-1] for one in report.answers]
    assert ends == ["Dat staat in de brief1 van mei.", "Zo is het."]


def test_note_set_apart_by_a_space_is_believed_when_it_is_called() -> None:
    words = "Vraag 1 Hoe oud? Antwoord 1 {long}Wij hebben dat in 2009{mark} onderzocht. 1 ‘De dijk’ (31 300, nr. 13)"
    assert notes(flat(words.format(long=LONG, mark="1"))) == {"1": "1 ‘De dijk’ (31 300, nr. 13)"}
    assert notes(flat(words.format(long=LONG, mark=""))) == {}


def test_slip_of_a_scanner_that_looks_like_a_mark_opens_no_note() -> None:
    report = flat(f"Vraag 1 Hoe oud? Antwoord 1 {LONG}Het toestel, de 1SF, is er nog niet en komt er ook niet.")
    assert notes(report) == {}
    assert last_answer(report).endswith("ook niet.")


@pytest.mark.parametrize("mark", ["", "1 "])
def test_note_with_set_words_is_known_without_its_mark(mark: str) -> None:
    report = flat(f"Vraag 1 Hoe oud? Antwoord 1 {LONG}Zo is het. {mark}{SET_WORDS}", f"Vraag 2 Hoe? Antwoord 2 {LONG}")
    assert notes(report) == {"1": f"{mark}{SET_WORDS}"}
    assert report.source.quote(report.answers[0].span).endswith("Zo is het.")


def test_set_words_in_the_midst_of_an_answer_are_said() -> None:
    assert notes(flat(f"Vraag 1 Hoe oud? Antwoord 1 {SET_WORDS} {LONG}")) == {}
