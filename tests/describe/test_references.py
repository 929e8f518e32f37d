"""A paper that is cited is the paper itself, when that is in the store."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import NamedNode, Quad

from graph.describe import Publisher, describe, extract, shared
from graph.describe.iris import Iris
from graph.link import Authorities
from graph.model import Understanding

BASE = "https://w3id.org/kamergraaf/"
REFERENCES = NamedNode("http://purl.org/dc/terms/references")
CITED = "kst-99999-4"


def _called(paper: Understanding, identifier: str, *references: str) -> Understanding:
    """Give the same paper under another number, with other references and no facts."""
    header = paper.report.header
    identity = replace(header.identity, identifier=identifier)
    report = replace(paper.report, header=replace(header, identity=identity, references=references))
    return replace(paper, report=report, mentions=(), statistics=())


def _graph(papers: list[Understanding], name: str) -> list[Quad]:
    return shared([extract(paper) for paper in papers], BASE, (), Publisher())[Iris(BASE).graph(name)]


def test_a_reference_leads_to_the_address_of_the_paper_that_is_cited(shipped: Understanding) -> None:
    citing, cited = _called(shipped, "kst-99999-5", CITED), _called(shipped, CITED)
    quads = describe(citing, Authorities.load(), BASE)
    targets = [quad.object for quad in quads if quad.predicate == REFERENCES]
    own = {quad.subject for quad in describe(cited, Authorities.load(), BASE)}
    assert targets == [NamedNode(Iris(BASE).document(CITED))]
    assert targets[0] in own


def test_a_cited_paper_is_described_for_itself_only_while_it_is_not_there(shipped: Understanding) -> None:
    citing, cited = _called(shipped, "kst-99999-5", CITED), _called(shipped, CITED)
    iri = NamedNode(Iris(BASE).document(CITED))
    assert any(quad.subject == iri for quad in _graph([citing], "indicators"))
    assert not any(quad.subject == iri for quad in _graph([citing, cited], "indicators"))
