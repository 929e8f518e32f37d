"""Small papers to read figures from: one question, one answer, and the names that stand in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graph.extract.statistics import find_statistics
from graph.model import (
    Answer,
    Authority,
    DocumentKind,
    Header,
    IdentifierBasis,
    Identity,
    Kind,
    Mention,
    Part,
    Question,
    Report,
    SourceText,
    Span,
    Statistic,
    Words,
)

IND = Authority(Kind.ORGANISATION, "ind", "Immigratie- en Naturalisatiedienst", "IND")
COA = Authority(Kind.ORGANISATION, "coa", "Centraal Orgaan opvang asielzoekers", "COA")
SYRIA = Authority(Kind.PLACE, "sy", "Syrië", "SY")
TK = Authority(Kind.ORGANISATION, "tweede-kamer", "Tweede Kamer der Staten-Generaal", "TK")
NAMES = {"uw Kamer": TK, "IND": IND, "COA": COA, "Syrië": SYRIA, "Syrische": SYRIA}

ReadAnswer = Callable[..., tuple[Statistic, ...]]


def paper(answer: str, question: str = "Hoeveel?", day: date | None = date(2025, 11, 12), title: str = "") -> Report:
    """Make a paper of one question and one answer."""
    text = f"{question}\n\n{answer}"
    start = len(question) + 2
    header = Header(Identity("kst-1-2", IdentifierBasis.STATED), DocumentKind.REPORT, title=title or None, answered=day)
    return Report(
        SourceText(text, "paper.txt", "text/plain", "0" * 64),
        header,
        Span(0, 0),
        (Question(1, "1", Span(0, len(question))),),
        (Answer(("1",), 1, Span(start, len(text))),),
    )


def mentions_of(report: Report) -> tuple[Mention, ...]:
    """Find the few names that these tests use."""
    found = []
    for part, span in ((Part.QUESTION, report.questions[0].span), (Part.ANSWER, report.answers[0].span)):
        for name, authority in NAMES.items():
            at = report.source.text.find(name, span.start, span.end)
            if at >= 0:
                where = Span(at, at + len(name))
                found.append(
                    Mention(1, "1", part, authority.kind, where, Words(name, 1), authority.label, "name", authority)
                )
    return tuple(sorted(found, key=lambda mention: mention.span))


@pytest.fixture
def read_answer() -> ReadAnswer:
    """Read the figures of an answer; keyword arguments as of `paper`."""

    def read(answer: str, **about: object) -> tuple[Statistic, ...]:
        report = paper(answer, **about)  # type: ignore[arg-type]
        return find_statistics(report, mentions_of(report))

    return read


@pytest.fixture
def make_paper() -> Callable[..., Report]:
    """Make a paper of one question and one answer, as `paper` does."""
    return paper
