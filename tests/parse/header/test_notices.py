"""What papers say of questions that they do not answer, in the wordings that were seen and their like."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Postponement, Report, State
from graph.parse import parse
from graph.read import read

NOTICE = "AH 600\n2024Z17067\nMededeling van minister Wiersma (Natuur) (ontvangen 20 november 2024)\n\n"
APPENDIX = (
    "Vergaderjaar 2024–2025 Aanhangsel van de Handelingen\n545\nVragen van het lid Podt (D66) aan de "
    "Minister van Natuur "
    "over kinderen (ingezonden 24 oktober 2024).\nMededeling van Minister Faber (Natuur) (ontvangen 14 "
    "november 2024).\n"
    "Vraag 1\nHoeveel?\n"
)


def paper(text: str) -> Report:
    return parse(read(text.encode(), "vraag.txt"))


def postponed(text: str) -> tuple[Report, Postponement]:
    report = paper(text)
    assert report.header.postponed is not None
    assert report.state is State.POSTPONED
    return report, report.header.postponed


def words(report: Report, notice: Postponement) -> tuple[str | None, str | None]:
    spans = (notice.reason, notice.announced)
    reason, announced = (report.source.quote(span) if span else None for span in spans)
    return reason, announced


def test_notice_alone_is_read_whole_with_reason_and_promise() -> None:
    report, notice = postponed(
        NOTICE
        + "De vragen van het lid Flach (SGP) over stallen (2024Z17067) kunnen niet binnen de gebruikelijke termijn "
        "worden beantwoord, omdat de afstemming meer tijd behoeft. Ik zal uw Kamer zo spoedig mogelijk de antwoorden "
        "doen toekomen.\n"
    )
    assert words(report, notice) == ("de afstemming meer tijd behoeft", "zo spoedig mogelijk")
    assert (notice.day, notice.until, notice.stated_by) == (date(2024, 11, 20), None, ("minister van Natuur",))
    assert report.header.answered is None
    assert report.header.day == date(2024, 11, 20)
    assert report.header.title == "Vragen van het lid Flach (SGP) over stallen"
    assert report.unread == ()


def test_notice_below_questions_is_read_and_its_notes_are_not_in_it() -> None:
    report, notice = postponed(
        APPENDIX + "Mededeling\nHierbij deel ik u mede dat de vragen niet binnen de gebruikelijke termijn kunnenworden "
        "beantwoord, aangezien nog niet alle informatie isontvangen.Ik streef ernaar de vragen voor 1 februari te "
        "beantwoorden.\n"
    )
    assert words(report, notice) == ("nog niet alle informatie isontvangen", "voor 1 februari")
    assert notice.until == date(2025, 1, 31)
    assert report.source.quote(notice.span).startswith("Hierbij")
    assert [one.key for one in report.questions] == ["1"]
    assert report.unread == ()


def test_notice_that_first_tells_who_asked() -> None:
    report, notice = postponed(
        NOTICE + "Op 6 november jl. hebben de leden Gabriëls en Bromet (beiden GroenLinks-PvdA) schriftelijke vragen "
        "gesteld aan de minister van Natuur over buffels.\n\nVanwege de nodige afstemming kunnen de vragen "
        "niet binnen de "
        "gebruikelijke termijn van drie weken worden beantwoord.\n"
    )
    assert words(report, notice) == ("de nodige afstemming", None)
    header = report.header
    assert header.title == (
        "Vragen van de leden Gabriëls en Bromet (beiden GroenLinks-PvdA) aan de minister van Natuur over buffels"
    )
    assert [(one.name, one.party) for one in header.asked_by] == [
        ("Gabriëls", "GroenLinks-PvdA"),
        ("Bromet", "GroenLinks-PvdA"),
    ]
    assert header.addressed_to == ("minister van Natuur",)
    assert header.submitted == date(2024, 11, 6)
    assert report.unread == ()


def test_letter_that_postpones_is_read_to_its_signature() -> None:
    report, notice = postponed(
        "Datum 3 april 2025\nBetreft Uitstel beantwoording Kamervragen\n\nUw kenmerk\n2025Z05555\n\nGeachte "
        "voorzitter,\n\n"
        "De vragen van het lid Dobbe (SP) over de zorg kunnen niet binnen de gestelde termijn worden "
        "beantwoord.\n\nDe reden "
        "van het uitstel is dat afstemming meer tijd vergt. Ik streef ernaar u de antwoorden uiterlijk 12 "
        "mei 2025 te doen "
        "toekomen.\n\nHoogachtend,\n\nde minister van Zorg,\n\nFleur Agema\n"
    )
    assert words(report, notice) == ("afstemming meer tijd vergt", "uiterlijk 12 mei 2025")
    assert (notice.day, notice.until) == (date(2025, 4, 3), date(2025, 5, 12))
    assert notice.stated_by == ("minister van Zorg",)
    assert report.header.question_numbers == ("2025Z05555",)
    assert report.header.title == "Uitstel beantwoording Kamervragen"
    assert report.unread == ()


@pytest.mark.parametrize(
    ("promise", "announced", "until"),
    [
        ("vóór het kerstreces", "vóór het kerstreces", None),
        ("binnen zes weken", "binnen zes weken", None),
        ("in januari 2025", "in januari 2025", None),
        ("in de week van 3 maart 2025", "in de week van 3 maart 2025", date(2025, 3, 3)),
        ("in het eerste kwartaal van 2025", "in het eerste kwartaal van 2025", None),
        ("tot en met 5 mei 2025", "tot en met 5 mei 2025", date(2025, 5, 5)),
        ("tot 5 mei 2025", "tot 5 mei 2025", date(2025, 5, 4)),
        ("vóór 31 februari 2025", "vóór 31 februari 2025", None),
    ],
)
def test_what_is_announced(promise: str, announced: str | None, until: date | None) -> None:
    report, notice = postponed(
        NOTICE
        + f"De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord. Ik zal u {promise} informeren.\n"
    )
    assert words(report, notice)[1] == announced
    assert notice.until == until


def test_paper_with_answers_is_not_postponed() -> None:
    report = paper(
        APPENDIX.replace("Mededeling van", "Antwoord van")
        + "Antwoord 1\nTien. De overige vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.\n"
    )
    assert report.header.postponed is None
    assert report.state is State.ANSWERED
    assert report.header.answered == date(2024, 11, 14)


def test_question_that_asks_about_a_term_is_no_notice() -> None:
    report = paper(
        "2024Z18885\n\n(ingezonden 20 november 2024)\n\nVragen van het lid Podt (D66) aan de minister van "
        "Financiën over "
        "geld\n\nVraag 1\nKlopt het dat vragen niet binnen de gebruikelijke termijn worden beantwoord?\n"
    )
    assert report.header.postponed is None
    assert report.state is State.OPEN


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Deze vragen zijn ingetrokken.", None),
        (
            "Deze vragen zijn op 20 november 2024 ingetrokken, omdat ze in het debat zijn beantwoord.",
            "ze in het debat zijn beantwoord",
        ),
        ("Het lid Podt (D66) heeft haar vragen ingetrokken.", None),
        ("INGETROKKEN", None),
    ],
)
def test_withdrawn_questions_stay_with_the_words_that_say_so(sentence: str, reason: str | None) -> None:
    report = paper(
        "2024Z18885\n\nVragen van het lid Podt (D66) aan de minister van Financiën over geld (ingezonden 20 november "
        f"2024).\n\n{sentence}\n\nVraag 1\nHoeveel?\n"
    )
    withdrawn = report.header.withdrawn
    assert withdrawn is not None
    assert report.state is State.WITHDRAWN
    assert report.source.quote(withdrawn.span) == sentence
    assert (report.source.quote(withdrawn.reason) if withdrawn.reason else None) == reason


def test_withdrawn_motion_withdraws_no_questions() -> None:
    report = paper(
        "2024Z18885\n\nVragen van het lid Podt (D66) over moties\n\nDe motie is ingetrokken.\n\nVraag 1\nA?\n"
    )
    assert report.header.withdrawn is None


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    st.lists(
        st.sampled_from([*NOTICE.split(), "niet binnen de", "termijn", "omdat", ".", "\n\n", "zal", "ingetrokken"])
    )
)
def test_what_is_found_can_be_quoted(parts: list[str]) -> None:
    report = paper(NOTICE + " ".join(parts))
    found = report.header.postponed
    spans = [found.span, found.reason, found.announced] if found else []
    assert all(0 <= span.start < span.end <= len(report.source.text) for span in spans if span)
