"""Which papers a header names: only by numbers that stand in it, and by what its words say of them."""

from __future__ import annotations

import pytest

from graph.model import Header, IdentifierBasis, Metadata
from graph.parse import parse
from graph.parse.header.relations import papers_in, question_numbers
from graph.read import read

QUESTION = "\nVraag 1\nHoeveel?\nAntwoord 1\nTien.\n"
ANSWER = (
    "Vergaderjaar 2024–2025 Aanhangsel van de Handelingen\n1234\nVragen van het lid Podt (D66) aan de Minister van "
    "Financiën over geld (ingezonden 3 maart 2025).\nAntwoord van Minister Heinen (Financiën) (ontvangen 2 "
    "april 2025). "
)


def header(text: str, metadata: Metadata | None = None) -> Header:
    return parse(read((text + QUESTION).encode(), "vraag.txt"), metadata=metadata).header


def test_see_also_above_answers_is_what_they_follow() -> None:
    found = header(ANSWER + "Zie ook Aanhangsel Handelingen,vergaderjaar 2024–2025, nr. 1100.")
    assert found.follows == ("ah-tk-20242025-1100",)
    assert found.references == ("ah-tk-20242025-1100",)
    assert found.replaces == ()


@pytest.mark.parametrize(
    ("words", "replaced"),
    [
        ("Ter vervanging van Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 1200.", "ah-tk-20242025-1200"),
        ("Dit antwoord vervangt het eerdere antwoord (ah-tk-20242025-1200).", "ah-tk-20242025-1200"),
        ("Rectificatie van Aanhangsel van de Handelingen, vergaderjaar 2023/24, nr. 12.", "ah-tk-20232024-12"),
        ("Gecorrigeerde versie van Kamerstuk 36 800 XX, nr. 7.", "kst-36800-XX-7"),
    ],
)
def test_corrected_paper_is_known_by_its_number(words: str, replaced: str) -> None:
    found = header(ANSWER + words)
    assert found.replaces == (replaced,)
    assert replaced in found.references
    assert found.follows == ()


def test_number_in_the_next_sentence_is_not_replaced() -> None:
    found = header(ANSWER + "Dit antwoord vervangt het eerdere. Het debat staat in Kamerstuk 36 800 XX, nr. 7.")
    assert found.replaces == ()
    assert found.references == ("kst-36800-XX-7",)


def test_paper_of_the_same_dossier_is_replaced_by_its_number_alone() -> None:
    found = header(
        "36 820 Wijziging van iets\nNr. 13 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN\nTer vervanging van dat "
        "gedrukt onder nr. 12\n"
    )
    assert found.replaces == ("kst-36820-12",)


def test_reprint_replaces_the_first_print_that_its_own_identifier_names() -> None:
    text = "36 820 Wijziging van iets\nNr. 5 HERDRUK LIJST VAN VRAGEN EN ANTWOORDEN\n"
    found = header(text + "kst-36820-5-h1\n")
    assert (found.identity.identifier, found.replaces) == ("kst-36820-5-h1", ("kst-36820-5",))
    beside = header(text, Metadata("kst-36820-5-h1"))
    assert beside.identity.basis is IdentifierBasis.METADATA
    assert beside.replaces == ("kst-36820-5",)
    alone = header(text)
    assert alone.identity.basis is IdentifierBasis.HASH
    assert alone.replaces == ()


def test_metadata_adds_what_is_replaced() -> None:
    found = header(ANSWER, Metadata("ah-tk-20242025-1234", replaces=("ah-tk-20242025-1200",)))
    assert found.replaces == ("ah-tk-20242025-1200",)
    assert found.references == ("ah-tk-20242025-1200",)


def test_explanatory_note_names_other_questions_and_follows_none() -> None:
    text = (
        ANSWER + "Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 1100" + QUESTION + "\nToelichting: Deze "
        "vragen dienen ter aanvulling op eerdere vragen terzake van het lid Dijk (SP) (vraagnummer 2024Z14814).\n"
    )
    found = parse(read(text.encode(), "vraag.txt")).header
    assert found.references == ("ah-tk-20242025-1100", "kv-tk-2024Z14814")
    assert found.follows == ("ah-tk-20242025-1100",)
    assert found.question_numbers == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("AH 617\n\n2024Z 17972\n", ("2024Z17972",)),
        ("In antwoord op uw brief van 7 september 2023, nr. 2023Z14759, deel ik u mede", ("2023Z14759",)),
        ("Uw kenmerk\n2025Z05555", ("2025Z05555",)),
        ("U W  K E N M E R K   2025Z05555", ("2025Z05555",)),
        ("In antwoord op uw brief van 5 maart 2024, nr. 5284183, deel ik", ()),
        ("zie de brief (2024Z00081)", ()),
    ],
)
def test_numbers_of_its_own_questions(text: str, numbers: tuple[str, ...]) -> None:
    assert question_numbers(text) == numbers


def test_papers_by_number() -> None:
    text = (
        "Tweede Kamer, vergaderjaar 2017-2018, 33 495, nr. 109; Eerste Kamer, 36 373, H; Kamerstuk 36740, nr. 3; 12,5"
    )
    assert [code for _, code in papers_in(text)] == ["kst-33495-109", "kst-36373-H", "kst-36740-3"]
