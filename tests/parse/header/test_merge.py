"""Text and metadata: the metadata wins for title, dates and dossier, and what differs is reported."""

from __future__ import annotations

from datetime import date

from graph.model import Disagreement, Metadata
from graph.parse import parse
from graph.read import read

TEXT = (
    "36 820 XX Wijziging van de begrotingsstaten\nNr. 3 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN "
    "ANTWOORDEN\nVastgesteld 3 "
    "juni 2025\n\nVraag 1\nA?\nAntwoord 1\nJa.\n"
)


def test_what_agrees_is_no_disagreement() -> None:
    metadata = Metadata(
        "kst-36820-XX-3",
        title="Wijziging; Verslag houdende een lijst van vragen en antwoorden over de begroting",
        dossier="36820-XX",
        number=3,
        adopted=date(2025, 6, 3),
    )
    header = parse(read(TEXT.encode(), "a.txt"), metadata=metadata).header
    assert header.disagreements == ()
    assert header.title == metadata.title


def test_metadata_wins_and_every_difference_is_reported() -> None:
    metadata = Metadata(
        title="Brief over molens",
        dossier="36820",
        number=4,
        session_year="2023-2024",
        adopted=date(2025, 6, 4),
        submitted=date(2025, 5, 1),
    )
    text = f"Vergaderjaar 2024–2025\n{TEXT}"
    header = parse(read(text.encode(), "a.txt"), metadata=metadata).header
    assert (header.title, header.dossier, header.adopted) == ("Brief over molens", "36820", date(2025, 6, 4))
    assert (header.number, header.session_year) == (3, "2024-2025")
    assert header.submitted == date(2025, 5, 1)
    assert header.disagreements == (
        Disagreement("title", "Verslag houdende een lijst van vragen en antwoorden", "Brief over molens"),
        Disagreement("dossier", "36820-XX", "36820"),
        Disagreement("number", "3", "4"),
        Disagreement("session_year", "2024-2025", "2023-2024"),
        Disagreement("adopted", "2025-06-03", "2025-06-04"),
    )
    assert str(header.disagreements[2]) == "the text says number '3', the metadata '4'"


def test_answer_line_that_stands_in_for_a_title_disagrees_with_none() -> None:
    text = (
        "AH 614\n2024Z14815\nAntwoord van minister X (Defensie) (ontvangen 20 november 2024)\n\n"
        "Vraag 1\nA?\nAntwoord 1\nJa.\n"
    )
    assert parse(read(text.encode(), "a.txt")).header.title == "Antwoord van minister X (Defensie)"
    header = parse(read(text.encode(), "a.txt"), metadata=Metadata(title="Antwoord op vragen over schepen")).header
    assert header.title == "Antwoord op vragen over schepen"
    assert header.disagreements == ()
