"""IRIs of facts: by their words, whatever their order, and never one for two."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.describe.fact_iris import fact_iris
from graph.model import (
    DocumentKind,
    Header,
    IdentifierBasis,
    Identity,
    Kind,
    Mention,
    Part,
    Report,
    SourceText,
    Span,
    Understanding,
    Words,
)

BASE = "https://w3id.org/kamergraaf/"
ANSWER = f"{BASE}id/document/ah-tk-20232024-1/answer"


def test_statistics_are_named_by_number_and_occurrence(invented: Understanding) -> None:
    names = fact_iris(invented, BASE).statistics
    assert names[0] == f"{ANSWER}/1/statistic/1250-1"
    assert names[5] == f"{ANSWER}/1/statistic/14-1"


def test_a_number_that_serves_two_periods_is_told_apart_by_their_start(invented: Understanding) -> None:
    names = fact_iris(invented, BASE).statistics
    assert names[3:5] == (f"{ANSWER}/1/statistic/12,5-1-2022-01-01", f"{ANSWER}/1/statistic/12,5-1-2023-01-01")


def test_facts_in_a_footnote_are_counted_apart_from_those_in_the_text(invented: Understanding) -> None:
    names = fact_iris(invented, BASE)
    assert names.statistics[7] == f"{ANSWER}/3/statistic/40-1-note-1"
    assert [name.rpartition("/")[2] for name in names.mentions[5:]] == [
        "dijkdienst-1",
        "dijkdienst-2",
        "dijkdienst-1-note-1",
    ]


def test_facts_on_the_same_words_share_their_passage(invented: Understanding) -> None:
    passages = fact_iris(invented, BASE).passages
    height = invented.statistics[3].span
    assert passages[Part.ANSWER, "1", height] == f"{ANSWER}/1/passage/12,5-1"
    assert len(set(passages.values())) == len(passages)


def test_the_order_of_the_facts_decides_no_iri(invented: Understanding) -> None:
    turned = replace(
        invented,
        statistics=invented.statistics[::-1],
        mentions=invented.mentions[::-1],
        non_answers=invented.non_answers[::-1],
    )
    there, back = fact_iris(invented, BASE), fact_iris(turned, BASE)
    assert there.statistics == back.statistics[::-1]
    assert there.mentions == back.mentions[::-1]
    assert there.passages == back.passages


def test_one_number_for_two_things_is_told_apart_by_the_breakdown_then_by_the_order(invented: Understanding) -> None:
    dikes = invented.statistics[0]
    twice = (dikes, replace(dikes, breakdown="rivierdijken"), dikes)
    names = fact_iris(replace(invented, statistics=twice), BASE).statistics
    assert [name.rpartition("/")[2] for name in names] == ["1250-1-total", "1250-1-rivierdijken", "1250-1-total-2"]


def _bare(mentions: tuple[Mention, ...]) -> Understanding:
    header = Header(Identity("doc", IdentifierBasis.GIVEN), DocumentKind.OTHER)
    report = Report(SourceText("x" * 20, "a.txt", "text/plain", ""), header, Span(0, 0), (), ())
    return Understanding(report, mentions, (), ())


@settings(deadline=None, derandomize=True, max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "a-1", "a-1-2", "é €"]), st.integers(1, 2), st.sampled_from(list(Kind))),
        max_size=9,
    )
)
def test_no_two_facts_get_one_iri(facts: list[tuple[str, int, Kind]]) -> None:
    mentions = tuple(
        Mention(1, "1", Part.ANSWER, kind, Span(at, at + 1), Words(text, occurrence), text, "rule")
        for at, (text, occurrence, kind) in enumerate(facts)
    )
    found = fact_iris(_bare(mentions), BASE)
    assert len(set(found.mentions)) == len(mentions)
    assert len(set(found.passages.values())) == len({mention.span for mention in mentions})
