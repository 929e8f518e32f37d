"""Heads of invented papers, and what a paper's questions and answers come to in a few words."""

from __future__ import annotations

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
