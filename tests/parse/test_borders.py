"""Whose questions are whose, where a question and an answer end, and which answers an answer points to."""

from __future__ import annotations

from textwrap import dedent

import pytest
from tests.parse.exchanges import HEAD, LIST, exchange, paper

PAPER = "Vraag 1\nHoeveel zijn er?\n\nAntwoord 1\nTien.\n\nVraag 2\nWaar is dat?\n\nAntwoord 2\nIn Assen.\n"
TWO = {"1": ("Hoeveel zijn er?", "Tien."), "2": ("Waar is dat?", "In Assen.")}


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
    assert exchange(paper(HEAD + PAPER + "\n" + end + "\n")) == TWO


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
