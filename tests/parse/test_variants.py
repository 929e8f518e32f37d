"""A small invented paper for every way of marking questions and answers: the words of each, by key."""

# ruff: noqa: E501
# a paper of a few lines is read best on one
from __future__ import annotations

import pytest
from tests.parse.exchanges import HEAD, LIST, exchange, paper

TWO = {"1": ("Hoeveel zijn er?", "Tien."), "2": ("Waar is dat?", "In Assen.")}
JOINT = {"1": ("A?", "Ja."), "2 3": ("B? / C?", "Nee.")}

MARKERS = (
    ("Vraag 1\nHoeveel zijn er?\n\nAntwoord 1\nTien.\n\nVraag 2\nWaar is dat?\n\nAntwoord 2\nIn Assen.\n", TWO),
    ("Vraag 1.\nHoeveel zijn er?\nAntwoord 1.\nTien.\nVraag 2.\nWaar is dat?\nAntwoord 2.\nIn Assen.\n", TWO),
    ("Vraag 1)\nHoeveel zijn er?\nAntwoord\nTien.\nVraag 2)\nWaar is dat?\nAntwoord\nIn Assen.\n", TWO),
    ("Vraag (1):\nHoeveel zijn er?\nAntwoord:\nTien.\nVraag (2):\nWaar is dat?\nAntwoord:\nIn Assen.\n", TWO),
    ("Vraag 1: Hoeveel zijn er?\nAntwoord 1: Tien.\nVraag 2: Waar is dat?\nAntwoord 2: In Assen.\n", TWO),
    ("Vraag 1 – Hoeveel zijn er?\nAntwoord 1 – Tien.\nVraag 2 - Waar is dat?\nAntwoord 2 - In Assen.\n", TWO),
    ("Vraag 1 Hoeveel zijn er?\nAntwoord op vraag 1 Tien.\nVraag 2 Waar is dat?\nAntwoord vraag 2 In Assen.\n", TWO),
    ("Vraag nr. 1\nHoeveel zijn er?\nAntwoord\nTien.\nVraag nr. 2\nWaar is dat?\nAntwoord\nIn Assen.\n", TWO),
    ("VRAAG 1\nHoeveel zijn er?\nANTWOORD 1\nTien.\nVRAAG 2\nWaar is dat?\nANTWOORD 2\nIn Assen.\n", TWO),
    ("Vraag 1 (VVD)\nHoeveel zijn er?\nAntwoord:\nTien.\nVraag 2 (PvdA):\nWaar is dat?\nAntwoord:\nIn Assen.\n", TWO),
    (
        "Vraag 1 van de VVD-fractie:\nHoeveel zijn er?\nAntwoord van de minister:\nTien.\n"
        "Vraag 2 van het lid Podt:\nWaar is dat?\nAntwoord van de minister:\nIn Assen.\n",
        TWO,
    ),
    (
        "**Vraag 1**\nHoeveel zijn er?\n\n**Antwoord 1**\nTien.\n\n**Vraag 2**\nWaar is dat?\n\n**Antwoord 2**\nIn Assen.\n",
        TWO,
    ),
    ("**Vraag 1: Hoeveel zijn er?**\n\nAntwoord: Tien.\n\n**Vraag 2: Waar is dat?**\n\nAntwoord: In Assen.\n", TWO),
    (
        "### Vraag 1\n**Hoeveel zijn er?**\n\n### Antwoord\nTien.\n\n### Vraag 2\n**Waar is dat?**\n\n### Antwoord\nIn Assen.\n",
        TWO,
    ),
    (
        "> Vraag 1\n> Hoeveel zijn er?\n\nAntwoord 1\nTien.\n\nVraag 2\nWaar is dat?\n\nAntwoord 2\nIn Assen.\n",
        {"1": ("> Hoeveel zijn er?", "Tien."), "2": TWO["2"]},
    ),
    ("1. Vraag:\nHoeveel zijn er?\nAntwoord:\nTien.\n2. Vraag:\nWaar is dat?\nAntwoord:\nIn Assen.\n", TWO),
    ("1) Vraag\nHoeveel zijn er?\nAntwoord\nTien.\n2) Vraag\nWaar is dat?\nAntwoord\nIn Assen.\n", TWO),
    ("1. Hoeveel zijn er?\n\nAntwoord:\nTien.\n\n2. Waar is dat?\n\nAntwoord:\nIn Assen.\n", TWO),
    ("1\nHoeveel zijn er?\n\nAntwoord\nTien.\n\n2\nWaar is dat?\n\nAntwoord\nIn Assen.\n", TWO),
    ("1 Hoeveel zijn er?\nAntwoord\nTien.\n2 Waar is dat?\nAntwoord\nIn Assen.\n", TWO),
    ("V1: Hoeveel zijn er?\nA1: Tien.\nV2: Waar is dat?\nA2: In Assen.\n", TWO),
    ("V1\nHoeveel zijn er?\nA1\nTien.\nV2\nWaar is dat?\nA2\nIn Assen.\n", TWO),
    ("Vraag:\nHoeveel zijn er?\nAntwoord:\nTien.\nVraag:\nWaar is dat?\nAntwoord:\nIn Assen.\n", TWO),
    (
        "Vraag 1\nHoeveel zijn er?\nReactie op vraag 1:\nTien.\nVraag 2\nWaar is dat?\nBeantwoording vraag 2\nIn Assen.\n",
        TWO,
    ),
    ("Vraag 1\nHoeveel zijn er?\nAntwoord 1Tien.\nVraag 2\nWaar is dat?\nAntwoord 2In Assen.\n", TWO),
    ("Vraag 1\nHoeveel zijn er?\nAntwoord 1\nTien.Vraag 2\nWaar is dat?Antwoord 2\nIn Assen.\n", TWO),
    ("Vraag 1\nA?\nAntwoord 1\nJa.\nVraag 2\nB?\nVraag 3\nC?\nAntwoord op de vragen 2 en 3\nNee.\n", JOINT),
    ("Vraag 1\nA?\nAntwoord 1\nJa.\nVraag 2\nB?\nVraag 3\nC?\nAntwoord op de vragen 2 tot en met 3:\nNee.\n", JOINT),
    ("Vraag 1\nA?\nAntwoord 1\nJa.\nVraag 2\nB?\nVraag 3\nC?\nAntwoord op vraag 2 en vraag 3\nNee.\n", JOINT),
    ("Vraag 1\nA?\nAntwoord 1\nJa.\nVraag 2\nB?\nVraag 3\nC?\nAntwoorden 2 & 3:\nNee.\n", JOINT),
    ("1. A?\nAntwoord vraag 1:\nJa.\n2. B?\n3. C?\nAntwoord vraag 2-3:\nNee.\n", JOINT),
    ("1. A?\nAntwoord:\nJa.\n2. B?\n3. C?\nAntwoord:\nNee.\n", JOINT),
    ("Vragen 1 t/m 3\nA? B? C?\nAntwoord 1 t/m 3\nJa.\n", {"1 2 3": ("A? B? C?", "Ja.")}),
    ("Vraag 1, 2, en 3\nA?\nAntwoord op vragen 1, 2, en 3\nJa.\n", {"1 2 3": ("A?", "Ja.")}),
    (
        "Vraag 1a\nA?\nAntwoord 1a\nJa.\nVraag 1b\nB?\nAntwoord 1b\nNee.\nVraag 2\nC?\nAntwoord 2\nOoit.\n",
        {"1a": ("A?", "Ja."), "1b": ("B?", "Nee."), "2": ("C?", "Ooit.")},
    ),
)


@pytest.mark.parametrize(("text", "expected"), MARKERS)
def test_words_that_mark_a_question_and_an_answer(text: str, expected: dict[str, tuple[str, str]]) -> None:
    assert exchange(paper(HEAD + text)) == expected


ORDER = {
    "all questions first, answers by heading": (
        "Vraag 1\nHoeveel zijn er?\n\nVraag 2\nWaar is dat?\n\nAntwoord 1\nTien.\n\nAntwoord 2\nIn Assen.\n",
        TWO,
    ),
    "all questions first, answers under their number alone": (
        "Vragen\n\n1. Hoeveel zijn er?\n2. Waar is dat?\n\nAntwoorden\n\n1. Tien.\n2. In Assen.\n",
        TWO,
    ),
    "all questions first, joint answers under their numbers alone, with a list inside": (
        "1\nA?\n2\nB?\n3\nC?\n4\nD?\n\nAntwoord\n\n1\nJa, want:\n1. dit;\n2. dat.\n2 en 4\nNee.\n3\nOoit.\n",
        {"1": ("A?", "Ja, want:\n1. dit;\n2. dat."), "2 4": ("B? / D?", "Nee."), "3": ("C?", "Ooit.")},
    ),
    "headed questions first, answers under their number alone": (
        "Vraag 1\nHoeveel zijn er?\n\nVraag 2\nWaar is dat?\n\nAntwoorden:\n\n1. Tien.\n\n2. In Assen.\n",
        TWO,
    ),
    "questions listed and asked again before their answers": (
        "Vraag 1\nHoeveel zijn er?\n\nVraag 2\nWaar is dat?\n\n"
        "Vraag 1\nHoeveel zijn er?\n\nAntwoord\nTien.\n\nVraag 2\nWaar is dat?\n\nAntwoord\nIn Assen.\n",
        TWO,
    ),
    "sub-questions under one number": (
        "1. Hoeveel zijn er?\na) In Assen?\nb) In Emmen?\n\nAntwoord\na) Tien.\nb) Twee.\n\n2. Waar?\n\nAntwoord\nHier.\n",
        {
            "1": ("Hoeveel zijn er?\na) In Assen?\nb) In Emmen?", "a) Tien.\nb) Twee."),
            "2": ("Waar?", "Hier."),
        },
    ),
    "question that speaks of an answer, answer that quotes a question": (
        "Vraag 1\nKunt u Antwoord 3 van vorig jaar toelichten?\n\nAntwoord 1\nJa. In uw\nvraag 2 staat dit ook.\n"
        "Vraag 2 gaat daar verder op in.\n\nVraag 2\nWaar is dat?\n\nAntwoord 2\nIn Assen.\n",
        {
            "1": (
                "Kunt u Antwoord 3 van vorig jaar toelichten?",
                "Ja. In uw\nvraag 2 staat dit ook.\nVraag 2 gaat daar verder op in.",
            ),
            "2": TWO["2"],
        },
    ),
    "two answers to one question": (
        "Vraag 1\nHoeveel zijn er?\n\nAntwoord van de minister van Wind:\nTien.\n\nAntwoord van de minister van Water:\nTwee.\n\n"
        "Vraag 2\nWaar is dat?\n\nAntwoord\nIn Assen.\n",
        {
            "1": ("Hoeveel zijn er?", "Tien.\n\nAntwoord van de minister van Water:\nTwee."),
            "2": TWO["2"],
        },
    ),
    "misprinted number of an answer": (
        "Vraag 1\nHoeveel zijn er?\n\nAntwoord 1\nTien.\n\nVraag 2\nWaar is dat?\n\nAntwoord 1\nIn Assen.\n",
        TWO,
    ),
    "misprinted number of a question": (
        "Vraag 1\nHoeveel zijn er?\n\nAntwoord 1\nTien.\n\nVraag 1\nWaar is dat?\n\nAntwoord 2\nIn Assen.\n\n"
        "Vraag 3\nC?\n\nAntwoord 3\nJa.\n",
        TWO | {"3": ("C?", "Ja.")},
    ),
    "numbered list in an answer that asks": (
        "1. Hoeveel zijn er?\n\nAntwoord:\nDrie vragen staan centraal:\n1. Wat is nodig?\n2. Wie doet het?\n3. Waar?\n\n"
        "2. Waar is dat?\n\nAntwoord:\nIn Assen.\n",
        {
            "1": (
                "Hoeveel zijn er?",
                "Drie vragen staan centraal:\n1. Wat is nodig?\n2. Wie doet het?\n3. Waar?",
            ),
            "2": TWO["2"],
        },
    ),
    "request among questions": (
        "1. Hoeveel zijn er?\n\nAntwoord:\nTien.\n\n2. Een overzicht per gemeente.\n\nAntwoord:\nNee.\n\n"
        "3. Waar is dat?\n\nAntwoord:\nIn Assen.\n",
        {"1": TWO["1"], "2": ("Een overzicht per gemeente.", "Nee."), "3": TWO["2"]},
    ),
    "heading that goes on behind the turn of a page": (
        "Vraag 1\nHoeveel zijn er?\n\nAntwoord 1\nTien.\n\nVraag\n"
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 2\n2\nWaar is dat?\n\nAntwoord op vraag\n2\nIn Assen.\n",
        TWO,
    ),
}


@pytest.mark.parametrize("name", ORDER)
def test_order_of_questions_and_answers(name: str) -> None:
    text, expected = ORDER[name]
    assert exchange(paper(HEAD + text)) == expected


UNMARKED = {
    "enumerated": "1. Hoeveel zijn er?\nTien.\n\n2. Waar is dat?\nIn Assen.\n",
    "in one paragraph": "1. Hoeveel zijn er? Tien.\n2. Waar is dat? In Assen.\n",
    "as cells": "1\n\nHoeveel zijn er?\n\nTien.\n\n2\n\nWaar is dat?\n\nIn Assen.\n",
    "as cells without blank lines": "1\nHoeveel zijn er?\nTien.\n2\nWaar is dat?\nIn Assen.\n",
    "as a row": "1\tHoeveel zijn er?\tTien.\n2\tWaar is dat?\tIn Assen.\n",
    "headed": "Vraag 1\nHoeveel zijn er?\n\nTien.\n\nVraag 2\nWaar is dat?\n\nIn Assen.\n",
}


@pytest.mark.parametrize("name", UNMARKED)
def test_answers_that_no_word_marks(name: str) -> None:
    assert exchange(paper(LIST + UNMARKED[name])) == TWO


def test_question_and_answer_without_markers_below_a_heading() -> None:
    report = paper(
        "36 900 Water\nNr. 4 BRIEF VAN DE MINISTER VAN WATER\n\nDe antwoorden op uw vragen.\n\nVragen en antwoorden\n\n"
        "Hoeveel zijn er dit jaar?\n\nDat zijn er tien.\n\nWaar is dat gebeurd?\n\nDat was in Assen.\n"
    )
    assert exchange(report) == {
        "1": ("Hoeveel zijn er dit jaar?", "Dat zijn er tien."),
        "2": ("Waar is dat gebeurd?", "Dat was in Assen."),
    }


FLAT = {
    "headed": "Vraag 1 Hoeveel zijn er? Antwoord 1 Tien. {} Vraag 2 Waar is dat? Antwoord 2 In Assen.",
    "headed, answers without a number": "Vraag 1 Hoeveel zijn er? Antwoord Tien. {} Vraag 2 Waar is dat? Antwoord In Assen.",
    "answers by their question": "Vraag 1 Hoeveel zijn er? Antwoord op vraag 1 Tien. {} Vraag 2 Waar is dat? Antwoord op vraag 2 In Assen.",
    "label behind the number": "1. Vraag: Hoeveel zijn er? Antwoord: Tien. {} 2. Vraag: Waar is dat? Antwoord: In Assen.",
    "label without a number": "Vraag: Hoeveel zijn er? Antwoord: Tien. {} Vraag: Waar is dat? Antwoord: In Assen.",
    "enumerated": "1. Hoeveel zijn er? Antwoord: Tien. {} 2. Waar is dat? Antwoord: In Assen.",
}


@pytest.mark.parametrize("name", FLAT)
def test_everything_in_one_paragraph(name: str) -> None:
    filler = "Wij hebben dat in ons rapport onderzocht. " * 10
    found = exchange(paper(HEAD.replace("\n", " ") + FLAT[name].format(filler)))
    assert {key: (asked, said.removesuffix(f" {filler}".rstrip())) for key, (asked, said) in found.items()} == TWO


def test_title_that_speaks_of_answers_makes_no_answer() -> None:
    report = paper(
        "2024Z18558\nVragen van het lid Jansen (XYZ) aan de Minister van Water over het antwoord op eerdere vragen "
        "(ingezonden 15 november 2024).\nVraag 1\nHoeveel zijn er? Licht toe.\nVraag 2\nWaar is dat?\nVraag 3\nWie?\n"
    )
    assert report.answers == ()
    assert report.source.quote(report.questions[0].span) == "Hoeveel zijn er? Licht toe."


def test_long_list_of_questions_with_lists_in_the_answers() -> None:
    items = "".join(f"{n}. Stap {n} van het plan.\n" for n in range(1, 6))
    text = "".join(f"{n}. Wat is maatregel {n}?\n\nMaatregel {n} is:\n{items}\n" for n in range(1, 131))
    report = paper(LIST + text)
    assert [one.key for one in report.questions] == [str(n) for n in range(1, 131)]
    assert [one.questions for one in report.answers] == [(str(n),) for n in range(1, 131)]
    assert report.source.quote(report.answers[3].span) == f"Maatregel 4 is:\n{items}".rstrip()
