"""A small invented paper for every way of marking questions and answers: the words of each, by key."""

# ruff: noqa: E501
# a paper of a few lines is read best on one
from __future__ import annotations

from textwrap import dedent

import pytest

from graph.model import Report
from graph.parse import parse
from graph.read import read

HEAD = """AH 812
2025Z00001
Antwoord van minister Jansen (Water en Wind) (ontvangen 20 november 2024)

"""
LIST = """36 900 XII Vaststelling van de begrotingsstaten
Nr. 4 LIJST VAN VRAGEN EN ANTWOORDEN
Vastgesteld 3 juni 2025

De vragen zijn beantwoord. Vragen en antwoorden zijn hierna afgedrukt.

"""


def paper(text: str) -> Report:
    return parse(read(text.encode(), "paper.txt"))


def exchange(report: Report) -> dict[str, tuple[str, str]]:
    """Give for the keys of each answer the words of its questions, a / between those that differ, and of itself."""
    asked = {one.key: report.source.quote(one.span) for one in report.questions}
    given = {
        " ".join(one.questions): (
            " / ".join(dict.fromkeys(asked[key] for key in one.questions)),
            report.source.quote(one.span),
        )
        for one in report.answers
    }
    answered = {key for one in report.answers for key in one.questions}
    return given | {key: (words, "") for key, words in asked.items() if key not in answered}


TWO = {"1": ("Hoeveel zijn er?", "Tien."), "2": ("Waar is dat?", "In Assen.")}
JOINT = {"1": ("A?", "Ja."), "2 3": ("B? / C?", "Nee.")}

MARKERS = (
    ("Vraag 1\nHoeveel zijn er?\n\nAntwoord 1\nTien.\n\nVraag 2\nWaar is dat?\n\nAntwoord 2\nIn Assen.\n", TWO),
    ("Vraag 1.\nHoeveel zijn er?\nAntwoord 1.\nTien.\nVraag 2.\nWaar is dat?\nAntwoord 2.\nIn Assen.\n", TWO),
    ("Vraag 1)\nHoeveel zijn er?\nAntwoord\nTien.\nVraag 2)\nWaar is dat?\nAntwoord\nIn Assen.\n", TWO),
    ("Vraag (1):\nHoeveel zijn er?\nAntwoord:\nTien.\nVraag (2):\nWaar is dat?\nAntwoord:\nIn Assen.\n", TWO),
    ("Vraag 1: Hoeveel zijn er?\nAntwoord 1: Tien.\nVraag 2: Waar is dat?\nAntwoord 2: In Assen.\n", TWO),
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


MEMBERS = dedent(
    """\
    Vragen van het lid Podt (D66)

    {0} 1
    A?
    {1}
    Ja.
    {0} 2
    B?
    {1}
    Nee.

    Vragen van het lid Piri (PvdA)

    {0} 1
    C?
    {1}
    Ooit.
    {0} 2
    D?
    {1}
    Zie het antwoord op vraag 1.
    """
)


@pytest.mark.parametrize(("question", "answer"), [("Vraag", "Antwoord"), ("Vraag", "Antwoord:"), ("", "Antwoord")])
def test_numbering_begins_again_with_each_member(question: str, answer: str) -> None:
    report = paper(HEAD + MEMBERS.format(question, answer))
    assert exchange(report) == {
        "1": ("A?", "Ja."),
        "2": ("B?", "Nee."),
        "2-1": ("C?", "Ooit."),
        "2-2": ("D?", "Zie het antwoord op vraag 1."),
    }
    assert report.answers[-1].refers_to == ("2-1",)


def test_all_questions_of_all_members_first() -> None:
    report = paper(
        HEAD + "Vragen van het lid Podt (D66)\nVraag 1\nA?\nVraag 2\nB?\nVragen van het lid Piri (PvdA)\nVraag 1\nC?\n"
        "Antwoorden op vragen van het lid Podt\nAntwoord 1\nJa.\nAntwoord 2\nNee.\n"
        "Antwoorden op vragen van het lid Piri\nAntwoord 1\nOoit.\n"
    )
    assert exchange(report) == {"1": ("A?", "Ja."), "2": ("B?", "Nee."), "2-1": ("C?", "Ooit.")}


def test_numbering_goes_on_below_the_heading_of_the_next_party() -> None:
    report = paper(
        LIST + "Vragen van de leden van de VVD-fractie\n\n1\nHoeveel zijn er?\n\nAntwoord\nTien.\n\n"
        "Vragen van de leden van de SP-fractie\n\n2\nWaar is dat?\n\nAntwoord\nIn Assen.\n"
    )
    assert exchange(report) == TWO


@pytest.mark.parametrize(
    "heading",
    [
        "VVD-fractie",
        "Artikel 2 Water",
        "II. Financiën",
        "Overige vragen",
        "Vragen van de leden van de fractie van de SP",
    ],
)
def test_heading_above_the_next_question_is_no_part_of_the_answer(heading: str) -> None:
    report = paper(
        HEAD
        + f"Vraag 1\nHoeveel zijn er?\nAntwoord\nTien.\n\n{heading}\n\nVraag 2\nWaar is dat?\nAntwoord\nIn Assen.\n"
    )
    assert exchange(report) == TWO


@pytest.mark.parametrize(
    "end",
    [
        "Toelichting:\nDeze vragen dienen ter aanvulling op eerdere vragen.",
        "Hoogachtend,\n\nDe minister van Water,\n\nJ. Jansen",
        "De Minister van Water en Wind,\nJ. Jansen",
        "De griffier van de commissie,\nJansen",
    ],
)
def test_what_follows_the_last_answer_is_no_part_of_it(end: str) -> None:
    assert exchange(paper(HEAD + MARKERS[0][0] + "\n" + end + "\n")) == TWO


@pytest.mark.parametrize("last", ["- Emmen", "Gemeente Emmen", "Bron: CBS, afgerond op tientallen", "Totaal 1.326"])
def test_last_line_of_a_list_stays_in_the_answer(last: str) -> None:
    report = paper(
        HEAD + f"Vraag 1\nHoeveel zijn er?\nAntwoord\nTien.\n\n{last}\n\nVraag 2\nWaar is dat?\nAntwoord\nIn Assen.\n"
    )
    assert exchange(report)["1"][1] == f"Tien.\n\n{last}"


REFERENCES = (
    ("Zie het antwoord op vraag 2.", ("2",)),
    ("Zie antwoord vraag 2", ("2",)),
    ("Zie mijn antwoord op vraag 3.", ("3",)),
    ("Ik verwijs u naar het antwoord op de vragen 1 en 3.", ("1", "3")),
    ("Zie vraag 2.", ("2",)),
    ("Zie ook het antwoord onder vraag 1 en vraag 3.", ("1", "3")),
    ("Zie de beantwoording van vraag 2 tot en met 3.", ("2", "3")),
    ("Zoals aangegeven bij vraag 2 is dat zo.", ("2",)),
    ("Nee, zie antwoord 3.", ("3",)),
    ("Ik verwijs naar vraag 2.", ("2",)),
    ("Zie het antwoord op vraag 2 van het lid Podt.", ()),
    ("Ja.", ()),
)


@pytest.mark.parametrize(("words", "keys"), REFERENCES)
def test_answer_by_reference(words: str, keys: tuple[str, ...]) -> None:
    rest = "".join(f"Vraag {n}\nWat is {n}?\nAntwoord {n}\nDat is {n}.\n" for n in (1, 2, 3))
    report = paper(HEAD + rest + f"Vraag 4\nHoe zit dat?\nAntwoord 4\n{words}\n")
    assert report.answers[-1].refers_to == keys
