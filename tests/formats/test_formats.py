"""The same paper from any format gives the same questions, answers and facts, and the same IRIs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from tests.formats import render
from tests.formats.papers import PAPERS, Paper
from tests.formats.pdf import to_pdf

from graph.build.work import registers
from graph.describe.record import record
from graph.model import Understanding
from graph.pipeline import understand
from graph.views import notes_of, view_of

FORMATS: dict[str, Callable[[Paper], bytes]] = {
    **render.FORMATS,
    "pdf": to_pdf,
    "short.pdf": lambda paper: to_pdf(paper, most=7),
}
"""How a paper is rendered; a PDF also with pages so short that most paragraphs run over two."""

BASE = "https://w3id.org/kamergraaf/"
PLACE = {"quote", "start", "end", "page", "text"}
"""What tells where words stand in a layer, and differs from format to format (DESIGN section 6)."""


@cache
def understood(paper: Paper, ending: str) -> Understanding:
    return understand(FORMATS[ending](paper), f"{paper.identifier}.{ending.rpartition('.')[2]}", registers())


def facts(paper: Paper, ending: str, name: str) -> list[dict[str, object]]:
    """The facts of one kind without their places; in no order, because notes stand elsewhere in some formats."""
    found = record(understood(paper, ending), BASE)[name]
    assert isinstance(found, list)
    plain = [{key: value for key, value in fact.items() if key not in PLACE} for fact in found]
    return sorted(plain, key=repr)


def exchange(paper: Paper, ending: str) -> list[tuple[object, ...]]:
    """Questions and answers as people read them, with their notes."""
    report = understood(paper, ending).report
    both = [
        *((one.key, "", one.span) for one in report.questions),
        *((a.key, a.questions, a.span) for a in report.answers),
    ]
    return [
        (key, covers, view_of(report, span).text, [view_of(report, note.span).text for note in notes_of(report, span)])
        for key, covers, span in both
    ]


@pytest.mark.parametrize("ending", [ending for ending in FORMATS if ending != "xml"])
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.identifier)
class TestSamePaper:
    def test_has_the_same_questions_and_answers(self, paper: Paper, ending: str) -> None:
        assert exchange(paper, ending) == exchange(paper, "xml")

    @pytest.mark.parametrize("name", ["statistics", "mentions", "non_answers"])
    def test_has_the_same_facts_with_the_same_iris(self, paper: Paper, ending: str, name: str) -> None:
        assert facts(paper, ending, name) == facts(paper, "xml", name)

    def test_has_the_same_header(self, paper: Paper, ending: str) -> None:
        def header(ending: str) -> dict[str, object]:
            found = record(understood(paper, ending), BASE)["document"]
            assert isinstance(found, dict)
            return {key: value for key, value in found.items() if key != "text_sha256"}

        assert header(ending) == header("xml")

    def test_leaves_nothing_unread(self, paper: Paper, ending: str) -> None:
        assert understood(paper, ending).report.unread == ()


def test_papers_have_facts_to_compare() -> None:
    counts = {paper.identifier: len(facts(paper, "txt", "statistics")) for paper in PAPERS}
    assert counts["kst-36999-XX-7"] >= 8
    assert all(count >= 3 for count in counts.values())
