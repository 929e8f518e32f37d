"""What was not read in the graph: as in the JSON, on passages that are literally in the layer, under lasting names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store
from rdflib import SH, Graph, URIRef
from rdflib.collection import Collection

from graph.check import check
from graph.describe import Posts, describe, record
from graph.describe.iris import Iris
from graph.describe.unread import reason_iri, unread_iris
from graph.model import DocumentKind, Header, IdentifierBasis, Identity, Reason, Report, SourceText, Span, Understanding
from graph.model import Unread as Stretch
from graph.resources import resource

BASE = "https://w3id.org/kamergraaf/"
BELOW = f"{BASE}id/document/ah-tk-20242025-1/unread/"
TEXT = "Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen.\n\nVVD\n\nDe VVD vraagt\n\nVVD\n\n— ___ —\n"
SAID = f"""PREFIX kg: <{BASE}def/> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?iri ?start ?end ?reason ?characters ?exact {{
  ?document kg:unread ?iri .
  ?iri a kg:UnreadStretch ; dcterms:isPartOf ?document ; kg:characters ?characters ; kg:passage ?passage ;
       kg:unreadReason ?reason .
  ?passage oa:hasSelector [ oa:exact ?exact ], [ oa:start ?start ; oa:end ?end ]
}} ORDER BY ?start"""


def _report(*stretches: tuple[Span, Reason], text: str = TEXT, pages: tuple[int, ...] = (0,)) -> Report:
    header = Header(Identity("ah-tk-20242025-1", IdentifierBasis.GIVEN), DocumentKind.OTHER)
    source = SourceText(text, "a.txt", "text/plain", "0" * 64, pages)
    return Report(source, header, Span(0, 0), (), (), unread=tuple(Stretch(*each) for each in stretches))


def _at(words: str, occurrence: int = 1) -> Span:
    start = -1
    for _ in range(occurrence):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


NOTE, FIRST, LAST = _at("Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen."), _at("VVD"), _at("VVD", 3)
PAPER = _report((NOTE, Reason.NOTE), (FIRST, Reason.HEADING), (LAST, Reason.SERIES), pages=(0, FIRST.start))


@pytest.fixture
def said(invented_posts: Posts) -> Callable[[Report], list[Quad]]:
    """Describes a paper that has nothing but what was not read."""

    def make(report: Report) -> list[Quad]:
        return describe(Understanding(report, (), (), ()), invented_posts, BASE)

    return make


def _rows(quads: list[Quad], query: str = SAID) -> list[tuple[str, ...]]:
    store = Store()
    store.extend(quads)
    rows = store.query(query, use_default_graph_as_union=True)
    return [tuple(cell.value for cell in row) for row in rows]  # type: ignore[union-attr]


def _listed(report: Report) -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", record(Understanding(report, (), (), ()), BASE)["unread"])


def test_graph_and_json_say_the_same_of_what_was_not_read(said: Callable[[Report], list[Quad]]) -> None:
    rows = _rows(said(PAPER))
    reasons = {reason_iri(reason, Iris(BASE)): str(reason) for reason in Reason}
    assert [{"start": int(row[1]), "end": int(row[2]), "reason": reasons[row[3]]} for row in rows] == _listed(PAPER)
    assert len(rows) == 3
    for _, start, end, _, characters, exact in rows:
        assert exact == TEXT[int(start) : int(end)]
        assert int(characters) == len(exact)


def test_the_layer_says_how_many_characters_it_has(said: Callable[[Report], list[Quad]]) -> None:
    query = f"SELECT ?n {{ ?layer a <{BASE}def/TextLayer> ; <{BASE}def/characters> ?n }}"
    assert _rows(said(_report(text="Eén 𝟙")), query) == [("5",)]


def test_a_passage_of_what_was_not_read_has_its_page(said: Callable[[Report], list[Quad]]) -> None:
    query = f"SELECT ?page {{ <{BELOW}vvd-1/passage> <{BASE}def/page> ?page }}"
    assert _rows(said(PAPER), query) == [("2",)]


def test_what_is_described_is_valid(said: Callable[[Report], list[Quad]]) -> None:
    report = check(said(PAPER), base=BASE)
    assert [str(one) for one in report.violations] == []


def test_paper_that_was_read_as_a_whole_says_nothing_of_it(said: Callable[[Report], list[Quad]]) -> None:
    assert not [quad for quad in said(_report()) if quad.predicate == NamedNode(f"{BASE}def/unread")]


def test_a_stretch_is_named_by_its_first_words_and_which_of_their_occurrences_they_are() -> None:
    assert unread_iris(PAPER, BASE) == (
        f"{BELOW}toelichtingdezevragendienenteraanvullingopeerdere-1",
        f"{BELOW}vvd-1",
        f"{BELOW}vvd-3",
    )


def test_its_name_stays_when_others_are_found_or_it_ends_elsewhere() -> None:
    *_, last = unread_iris(PAPER, BASE)
    assert unread_iris(_report((LAST, Reason.HEADING)), BASE) == (last,)
    shorter = Span(NOTE.start, NOTE.end - len(" vragen."))
    assert unread_iris(_report((shorter, Reason.OUTSIDE)), BASE) == unread_iris(PAPER, BASE)[:1]


def test_page_numbers_and_line_ends_do_not_change_a_name() -> None:
    text = "Toelichting: Deze vra-\n\nBlad 2\n\ngen dienen"
    there = _report((Span(0, len(text)), Reason.NOTE), text=text)
    hole = Span(text.index("Blad"), text.index("Blad") + len("Blad 2"))
    (name,) = unread_iris(replace(there, furniture=(hole,)), BASE)
    assert name == f"{BELOW}toelichtingdezevragendienen-1"


def test_a_stretch_without_words_has_a_name_too() -> None:
    signs = _at("— ___ —")
    assert unread_iris(_report((signs, Reason.OUTSIDE)), BASE) == (f"{BELOW}--1",)


@given(
    st.text(st.sampled_from("ab1_ -\n"), min_size=2, max_size=40), st.sets(st.integers(0, 39), min_size=2, max_size=8)
)
def test_no_two_stretches_share_a_name(text: str, cuts: set[int]) -> None:
    inside = sorted(cut for cut in cuts if cut < len(text))
    spans = [Span(start, end) for start, end in pairwise(inside)]
    names = unread_iris(_report(*((span, Reason.OUTSIDE) for span in spans), text=text), BASE)
    assert len(set(names)) == len(spans)


def test_the_shape_allows_the_reasons_of_the_model_and_no_others() -> None:
    shapes = Graph().parse(resource("shapes", "unread.ttl"))
    allowed = shapes.value(URIRef(f"{BASE}shapes/UnreadStretch-kg-unreadReason"), SH["in"])
    assert allowed is not None
    assert {str(each) for each in Collection(shapes, allowed)} == {reason_iri(each, Iris(BASE)) for each in Reason}


def test_the_notation_of_a_reason_is_the_word_of_the_json() -> None:
    query = (
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT ?r ?n { ?r skos:inScheme ?s ; skos:notation ?n }"
    )
    rows = Graph().parse(resource("ontology", "concepts.ttl")).query(query)
    found = {str(row[0]): str(row[1]) for row in rows if "/unread-reason/" in str(row[0])}  # type: ignore[index]
    assert found == {reason_iri(each, Iris(BASE)): str(each) for each in Reason}
