"""Footnotes and the marks that call them."""

from __future__ import annotations

from graph.model import Report
from graph.parse import parse
from graph.read import read

FOOTER = "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel {}\n"


def paper(text: str) -> Report:
    return parse(read(text.encode(), "vraag.txt"))


def notes(report: Report) -> dict[str, str]:
    return {note.mark: report.source.quote(note.span) for note in report.footnotes}


def called(report: Report) -> list[str]:
    return [report.source.text[max(0, call.start - 6) : call.end] for call in report.calls]


def test_notes_at_the_foot_of_a_page_and_calls_in_four_places() -> None:
    report = paper(
        "Vraag 1\nKent u het bericht?\n1\nAntwoord 1\nJa. Ik heb de Kamer2 geschreven.3 "
        "Verder is\n4 in dit antwoord alles gezegd.\n"
        "1RTV Noord, 9 oktober 2024\n2Kamerstuk 19 637, nr. 1\n32024Z15585/2024D37938\n4De "
        "andere uitspraken\nzijn anders.\n" + FOOTER.format(1)
    )
    assert notes(report) == {
        "1": "1RTV Noord, 9 oktober 2024",
        "2": "2Kamerstuk 19 637, nr. 1",
        "3": "32024Z15585/2024D37938",
        "4": "4De andere uitspraken\nzijn anders.",
    }
    assert called(report) == ["icht?\n1", " Kamer2", "reven.3", "er is\n4"]
    assert [report.source.quote(one.span) for one in report.questions] == ["Kent u het bericht?"]
    assert report.source.quote(report.answers[0].span).endswith("alles gezegd.")


def test_notes_between_two_pages_of_one_answer_leave_it_whole() -> None:
    report = paper(
        "Vraag 1\nHoeveel?\nAntwoord 1\nEr zijn 2.580 beslissingen1 ingediend\n1Algemeen ambtsbericht\n"
        + FOOTER.format(2)
        + "door vrouwen.\n"
        + FOOTER.format(3)
    )
    words = report.source.quote(report.answers[0].span)
    assert words.startswith("Er zijn")
    assert words.endswith("door vrouwen.")
    assert notes(report) == {"1": "1Algemeen ambtsbericht"}


def test_notes_at_the_end_with_brackets() -> None:
    report = paper("Vraag 1\nKent u het artikel? 1)\n\nAntwoord 1\nJa.\n\n\n1) Telegraaf, 3 mei 2024\n")
    assert notes(report) == {"1": "1) Telegraaf, 3 mei 2024"}
    assert called(report) == ["ikel? 1)"]
    assert report.source.quote(report.answers[0].span) == "Ja."


def test_calls_in_square_brackets_may_hold_two_marks() -> None:
    report = paper(
        "Vraag 1\nWaarom?\n\nAntwoord 1\nDat staat in de regeling.[1 2 ] De NZa zegt het "
        "ook.\n\n1 Standaard voor zorg.\n\n2 Regeling voor zorg.\n\n-----\n"
    )
    assert [note.call is not None for note in report.footnotes] == [True, True]


def test_figures_and_units_are_no_calls() -> None:
    report = paper(
        "Vraag 1\nHoeveel?\nAntwoord 1\nHet is 20 m2 en 3 m3, met CO2 en covid19, op 1,5 km2 "
        "en blz.3 van artikel 2.1 en nr.12 en 2.580 mensen.\n"
        "5 mensen bleven.\n"
    )
    assert report.calls == ()


def test_call_without_its_note_is_believed_after_a_full_stop() -> None:
    report = paper(
        "Vraag 1\nHoeveel?\nAntwoord 1\nDat staat in de keten (VRIS).1 DTenV registreert niet.2 De IND wel.\n"
    )
    assert called(report) == ["VRIS).1", " niet.2"]


def test_calls_on_indented_lines_are_found() -> None:
    report = paper(
        "Vraag 1\nKent u het bericht?\n  1\nAntwoord 1\nVerder is\n   2 in dit antwoord alles gezegd.\n"
        "1RTV Noord, 9 oktober 2024\n2Kamerstuk 19 637, nr. 1\n" + FOOTER.format(1)
    )
    assert [report.source.quote(note.call) for note in report.footnotes if note.call] == ["1", "2"]
    assert [report.source.quote(one.span) for one in report.questions] == ["Kent u het bericht?"]


def test_call_behind_an_abbreviation_or_a_year_is_believed_of_a_note_that_has_no_other() -> None:
    report = paper(
        "Vraag 1\nWat verwacht RIOOL1 van het plan 2024–20272 hiervan, en de NAVO3?\nAntwoord 1\nWeinig. Zie dijk3.\n"
        "1Dijkbode, 9 mei\n2Kamerstuk 19 637\n3Kamerstuk 19 638\n" + FOOTER.format(1)
    )
    assert called(report) == [" RIOOL1", "4–20272", "e dijk3"]


def test_note_that_only_the_title_above_the_questions_calls() -> None:
    report = paper(
        "Antwoorden bij vragen1 van de Tweede Kamer\n\nVraag 1\nHoeveel?\n\nAntwoord 1\nTien.\n\n1 De vragen zijn "
        "weergegeven zoals ze zijn gesteld.\n"
    )
    assert called(report) == ["vragen1"]


def test_list_behind_a_colon_and_a_page_in_brackets_are_no_calls() -> None:
    report = paper(
        "Vraag 1\nHoeveel?\nAntwoord 1\nEr zijn stappen:1. Bekostiging op maat (zie blz. 1) en meer.\n"
        "1Dijkbode, 9 mei\n" + FOOTER.format(1)
    )
    assert notes(report) == {"1": "1Dijkbode, 9 mei"}
    assert report.calls == ()


def test_a_grouped_number_at_a_line_start_is_no_call() -> None:
    report = paper(
        "Vraag 1\nHoeveel?\nAntwoord 1\nVan de dijken zijn er 12 van de\n1.065 zwak.\n1Jaarverslag Dijkdienst 2024\n"
        + FOOTER.format(3)
    )
    assert [report.source.quote(call) for call in report.calls] == []
