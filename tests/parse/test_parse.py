"""The shipped paper, to the letter; and what holds for any text."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import IdentityError
from graph.model import Answer, DocumentKind, IdentifierBasis, Question, Report, Signatory, Span
from graph.parse import parse
from graph.read import read, read_file
from graph.read.metadata import load_metadata

SHIPPED = Path(__file__).parents[2] / "data" / "documents" / "kst-36800-XX-7.txt"
CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"


@cache
def shipped() -> Report:
    return parse(read_file(SHIPPED), metadata=load_metadata(SHIPPED))


def parts(report: Report) -> list[Question | Answer]:
    return [*report.questions, *report.answers]


def answer(key: str) -> str:
    report = shipped()
    return next(report.source.quote(one.span) for one in report.answers if one.key == key)


def test_shipped_paper_says_who_it_is() -> None:
    header = shipped().header
    assert header.identity.identifier == "kst-36800-XX-7"
    assert header.identity.basis is IdentifierBasis.DERIVED
    assert header.identity.note is not None
    assert header.kind is DocumentKind.REPORT
    assert header.title == "Verslag houdende een lijst van vragen en antwoorden"
    assert header.number == 7
    assert (header.adopted, header.submitted, header.answered) == (
        date(2025, 11, 14),
        date(2025, 10, 2),
        date(2025, 11, 12),
    )
    assert header.committee == "vaste commissie voor Asiel en Migratie"
    posts = ("minister van Asiel en Migratie", "minister voor Asiel en Migratie")
    assert header.addressed_to == posts
    assert header.answered_by == posts
    assert header.signed_by == (Signatory("fungerend voorzitter", "Vijlbrief"), Signatory("adjunct-griffier", "Nouse"))


def test_shipped_paper_has_25_questions_with_one_answer_each() -> None:
    report = shipped()
    assert [one.number for one in report.questions] == list(range(1, 26))
    assert [one.questions for one in report.answers] == [(str(number),) for number in range(1, 26)]
    assert report.unread == ()
    for one in parts(report):
        words = report.source.quote(one.span)
        assert words == words.strip()


@pytest.mark.parametrize(
    ("key", "begins", "ends"),
    [
        ("1", "De inzet van het kabinet", "daarvoor nodig zijn."),
        ("3", "Het Rijk en de gemeenten", "overlast en criminaliteit"),
        ("9", "Asielzoekers of statushouders", "afgerond op tientallen)"),
        ("11", "Het COA beheert per 1 januari 2025 69.630", "(peildatum: 14 oktober 2025)"),
        ("25", "Voor de ca 2.100 vreemdelingen", "instroomde bij DTenV."),
    ],
)
def test_page_break_in_mid_sentence_keeps_the_answer_whole(key: str, begins: str, ends: str) -> None:
    assert answer(key).startswith(begins)
    assert answer(key).endswith(ends)


def test_footnote_digits_glued_to_words_are_calls() -> None:
    report = shipped()
    text = report.source.text
    assert [text[call.start - 3 : call.end + 3] for call in report.calls] == ["S).1 DT", "en.1 Di", "en.1 He"]


def test_given_identifier_settles_it() -> None:
    identity = parse(read_file(SHIPPED), metadata=load_metadata(SHIPPED), identifier="eigen-1").header.identity
    assert (identity.identifier, identity.basis) == ("eigen-1", IdentifierBasis.GIVEN)


PIECES = (
    "Vraag 1\n",
    "Vraag 2 en 3\n",
    "Vraag (4):\n",
    "Antwoord 1\n",
    "Antwoord:\n",
    "Antwoord op vragen 2, 3\n",
    "1. ",
    "2\n",
    "3 ",
    "1\n",
    "Kunt u dat zeggen?",
    "Ja.",
    "Het zijn er 10.1 Dat is veel.\n",
    "1Kamerstuk 29 383\n",
    "Zie vraag 1.\n",
    "\n",
    "\n\n\n\n\n\n\n\n",
    "  ",
    "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 2",
    "-----\n",
    "3/12 ",
    "Toelichting: x\n",
    "Vragen van het lid X (Y) aan de Minister van Z over w\n",
    "Aanhangsel van de Handelingen",
    "Nr. 7 VERSLAG",
    "(ontvangen 3 mei 2024)",
    "[1 ]",
    "é",
    "«",
    "lange regel zonder einde " * 9,
    "V1: ",
    "A1: ",
    "Vraag\n",
    "Antwoord op vraag 2 en\n",
    "**Vraag 5a**\n",
    "Vragen en antwoorden\n\n",
    "I Vragen en opmerkingen vanuit de fracties\n\n",
    "Vragen en opmerkingen van de leden van de VVD-fractie\n\n",
    "De leden van de VVD-fractie vragen hoe dat zit.\n\n",
    "II Reactie van de minister\n\n",
    "VVD-fractie\n\n",
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_any_paper_is_taken_apart_without_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    if text.strip():
        check(parse(read(text.encode(), "a.txt")))


@given(st.text(min_size=1, max_size=200))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_any_text_parses(text: str) -> None:
    if text.strip() and text.isprintable():
        check(parse(read(text.encode(), "a.txt")))


def check(report: Report) -> None:
    length = len(report.source.text)
    spans = [one.span for one in parts(report)]
    spans += [*(note.span for note in report.footnotes), *(one.span for one in report.unread)]
    for span in (*spans, *report.calls, *report.furniture):
        assert 0 <= span.start < span.end <= length
    for one in parts(report):
        words = report.source.quote(one.span)
        assert words == words.strip() != ""
    answers = sorted(one.span for one in report.answers)
    assert all(earlier.end <= later.start for earlier, later in pairwise(answers))
    keys = [key for one in report.answers for key in one.questions]
    assert len(keys) == len(set(keys))
    assert {*keys} <= {one.key for one in report.questions}
    assert list(report.furniture) == sorted(report.furniture)
    assert list(report.calls) == sorted(report.calls)
    starts = report.source.page_starts
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    assert Span(0, length).holds(report.header_span)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of papers is not beside this checkout")
def test_every_paper_of_the_corpus_is_taken_apart() -> None:
    for path in sorted(CORPUS.glob("*/*.txt")):
        try:
            report = parse(read_file(path), metadata=load_metadata(path))
        except IdentityError as error:
            pytest.fail(f"{path.name}: {error}")
        check(report)
        assert bool(report.answers) is (path.parent.name != "questions_only"), path.name
