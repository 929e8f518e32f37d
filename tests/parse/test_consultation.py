"""Written consultations: the questions of each party in prose, the reaction later or at once."""

from __future__ import annotations

import pytest

from graph.model import Report
from graph.parse import parse
from graph.read import read

HEAD = """27 625 Waterbeleid

Nr. 500 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vastgesteld 16 april 2025

De vaste commissie voor Water heeft een aantal vragen en opmerkingen voorgelegd aan de Minister van Water over de brief
van 7 april 2025 inzake het waterpeil. Bij brief van 15 april 2025 zijn de vragen beantwoord.

De voorzitter van de commissie,
Jansen

Adjunct-griffier van de commissie,
Pietersen

"""
CONTENTS = """Inhoudsopgave	blz.

I Vragen en opmerkingen vanuit de fracties	2
Vragen en opmerkingen van de leden van de VVD-fractie	2
Vragen en opmerkingen van de leden van de GroenLinks-PvdA-fractie	3
II Antwoord/Reactie van de Minister	4
III Volledige agenda	6

"""
VVD = "De leden van de VVD-fractie hebben kennisgenomen van de brief. Zij vragen hoe hoog het peil is."
LEFT = (
    "De leden van de GroenLinks-PvdA-fractie lezen de brief met zorg.\n\nKan de minister zeggen waarom het peil daalt?"
)
HIGH = "Het peil is nu 3 meter, zo is gemeten."
DRY = "Het peil daalt door de droogte.\n\nDat blijft zo tot de herfst."


def paper(text: str) -> Report:
    return parse(read(text.encode(), "paper.txt"))


def exchange(report: Report) -> list[tuple[tuple[str, ...], list[str], str]]:
    asked = {one.key: report.source.quote(one.span) for one in report.questions}
    return [
        (one.questions, [asked[key] for key in one.questions], report.source.quote(one.span)) for one in report.answers
    ]


APART = (
    ("Vragen en opmerkingen van de leden van de {}-fractie", "Vragen en opmerkingen van de leden van de {}-fractie"),
    ("Vragen en opmerkingen van de leden van de {}-fractie", "Reactie op de vragen van de leden van de {}-fractie"),
    ("Inbreng van de leden van de fractie van {}", "Antwoord op vragen van de {}-fractie"),
    ("Vragen van de {}-fractie", "{}-fractie"),
    ("Vragen en opmerkingen van de leden van de {}-fractie", "{}"),
    ("**Vragen en opmerkingen van de leden van de {}-fractie**", "**{}-fractie**"),
)


@pytest.mark.parametrize(("asking", "answering"), APART)
@pytest.mark.parametrize("contents", ["", CONTENTS])
def test_questions_of_a_party_belong_to_the_reaction_to_that_party(contents: str, asking: str, answering: str) -> None:
    report = paper(
        f"{HEAD}{contents}I Vragen en opmerkingen vanuit de fracties\n\n"
        f"{asking.format('VVD')}\n\n{VVD}\n\n{asking.format('GroenLinks-PvdA')}\n\n{LEFT}\n\n"
        f"II Antwoord/Reactie van de Minister\n\n{answering.format('VVD')}\n\n{HIGH}\n\n"
        f"{answering.format('GroenLinks-PvdA')}\n\n{DRY}\n\nIII Volledige agenda\n\nBrief van 7 april 2025.\n"
    )
    assert exchange(report) == [(("1",), [VVD], HIGH), (("2",), [LEFT], DRY)]


def test_parties_answered_in_another_order() -> None:
    heading = "Vragen en opmerkingen van de leden van de {}-fractie"
    report = paper(
        f"{HEAD}I Vragen en opmerkingen vanuit de fracties\n\n{heading.format('VVD')}\n\n{VVD}\n\n"
        f"{heading.format('GroenLinks-PvdA')}\n\n{LEFT}\n\nII Reactie van de bewindspersoon\n\n"
        f"{heading.format('GroenLinks-PvdA')}\n\n{DRY}\n\n{heading.format('VVD')}\n\n{HIGH}\n"
    )
    assert exchange(report) == [(("2",), [LEFT], DRY), (("1",), [VVD], HIGH)]


def test_reaction_that_names_no_party_answers_all() -> None:
    heading = "Vragen en opmerkingen van de leden van de {}-fractie"
    report = paper(
        f"{HEAD}I Vragen en opmerkingen vanuit de fracties\n\n{heading.format('VVD')}\n\n{VVD}\n\n"
        f"{heading.format('GroenLinks-PvdA')}\n\n{LEFT}\n\nII Reactie van de Minister van Water\n\n{HIGH}\n\n{DRY}\n"
    )
    assert exchange(report) == [(("1", "2"), [VVD, LEFT], f"{HIGH}\n\n{DRY}")]


def test_party_without_a_reaction_stays_without_an_answer() -> None:
    heading = "Vragen en opmerkingen van de leden van de {}-fractie"
    report = paper(
        f"{HEAD}I Vragen en opmerkingen vanuit de fracties\n\n{heading.format('VVD')}\n\n{VVD}\n\n"
        f"{heading.format('GroenLinks-PvdA')}\n\n{LEFT}\n\nII Reactie van de Minister van Water\n\n"
        f"{heading.format('VVD')}\n\n{HIGH}\n"
    )
    assert [one.key for one in report.questions] == ["1", "2"]
    assert exchange(report) == [(("1",), [VVD], HIGH)]


def test_reaction_that_follows_each_question_at_once() -> None:
    report = paper(
        f"{HEAD}Vragen en opmerkingen vanuit de fracties en reactie van de bewindspersoon\n\n"
        f"Vragen en opmerkingen van de leden van de VVD-fractie\n\n{VVD}\n\nAntwoord\n\n{HIGH}\n\n"
        "De leden van de VVD-fractie vragen ook waar dat is.\n\nAntwoord\n\nIn Assen.\n\n"
        f"Vragen en opmerkingen van de leden van de GroenLinks-PvdA-fractie\n\n{LEFT}\n\nAntwoord\n\n{DRY}\n"
    )
    assert exchange(report) == [
        (("1",), [VVD], HIGH),
        (("2",), ["De leden van de VVD-fractie vragen ook waar dat is."], "In Assen."),
        (("3",), [LEFT], DRY),
    ]


def test_reaction_without_a_word_that_marks_it() -> None:
    report = paper(
        f"{HEAD}Vragen en opmerkingen vanuit de fracties en reactie van de minister\n\n"
        f"Vragen en opmerkingen van de leden van de VVD-fractie\n\n{VVD}\n\n{HIGH}\n\n"
        "Deze leden vragen ook waar dat is.\n\nDat is in Assen.\n"
    )
    assert exchange(report) == [
        (("1",), [VVD], HIGH),
        (("2",), ["Deze leden vragen ook waar dat is."], "Dat is in Assen."),
    ]


def test_numbered_questions_of_a_consultation_keep_their_numbers() -> None:
    report = paper(
        f"{HEAD}I Vragen en opmerkingen vanuit de fracties\n\nVragen en opmerkingen van de leden van de VVD-fractie\n\n"
        "Vraag 1\nHoe hoog is het peil?\n\nAntwoord 1\nDrie meter.\n\n"
        "Vraag 2\nWaarom daalt het?\n\nAntwoord 2\nDroogte.\n"
    )
    assert exchange(report) == [
        (("1",), ["Hoe hoog is het peil?"], "Drie meter."),
        (("2",), ["Waarom daalt het?"], "Droogte."),
    ]
