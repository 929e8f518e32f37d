"""The gate: what fits passes, what does not is told with document, page and sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.check import check
from graph.check.report import CheckReport
from graph.check.shacl import validate
from graph.describe import Posts, describe, shared
from graph.describe.fact_iris import fact_iris
from graph.model import DocumentKind, Header, IdentifierBasis, Identity, Report, Rule, SourceText, Span, Understanding

BASE = "https://w3id.org/kamergraaf/"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
Change = Callable[[Quad], Quad | None]


@pytest.fixture(scope="module")
def quads(invented: Understanding, invented_posts: Posts) -> list[Quad]:
    return describe(invented, invented_posts, BASE)


@pytest.fixture(scope="module")
def context(invented_rules: tuple[Rule, ...]) -> list[Quad]:
    """What is known of the things that the invented paper names: no register has them."""
    graph = NamedNode(f"{BASE}graph/authorities")
    org = "http://www.w3.org/ns/org#"
    invented = {
        "id/organisation/dijkdienst": f"{org}FormalOrganization",
        "id/post/minister-van-water-en-wind": f"{org}Post",
        "id/membership/minister-van-water-en-wind--a-golf--2023": f"{org}Membership",
    }
    made = [Quad(NamedNode(BASE + name), TYPE, NamedNode(kind), graph) for name, kind in invented.items()]
    graphs = shared([], BASE, invented_rules)
    del graphs[f"{BASE}graph/catalogue"]  # no paper names what stands there
    return [quad for part in graphs.values() for quad in part if quad.predicate == TYPE] + made


def _verdict(quads: list[Quad], context: list[Quad], change: Change) -> CheckReport:
    changed = (change(quad) for quad in quads)
    return validate([quad for quad in changed if quad is not None], context, BASE)


def test_the_invented_paper_conforms(quads: list[Quad], context: list[Quad]) -> None:
    report = validate(quads, context, BASE)
    assert [str(violation) for violation in (*report.violations, *report.warnings)] == []
    assert report.conforms


def test_the_shipped_paper_conforms(shipped: Understanding) -> None:
    from graph.link import Authorities

    report = check(describe(shipped, Authorities.load(), BASE))
    assert [str(violation) for violation in report.violations] == []


def test_a_figure_without_its_period_is_told_with_page_and_sentence(
    quads: list[Quad], context: list[Quad], invented: Understanding
) -> None:
    figure = fact_iris(invented, BASE).statistics[6]

    def without(quad: Quad) -> Quad | None:
        gone = quad.subject == NamedNode(figure) and quad.predicate.value == f"{BASE}def/period"
        return None if gone else quad

    report = _verdict(quads, context, without)
    assert not report.conforms
    (violation,) = report.violations
    assert (violation.component, violation.path) == ("MinCount", f"{BASE}def/period")
    assert (violation.document, violation.page, violation.focus) == ("ah-tk-20232024-1", 2, figure)
    assert violation.sentence.startswith("Naar verwachting kost dit € 1,5 mln per jaar;")
    assert violation.sentence.endswith("nr. 3469 en www.dijk.nl/a b.")
    assert violation.message_nl == "Een cijfer heeft precies één periode als adres van de voorgeschreven vorm."
    assert "ah-tk-20232024-1, page 2: A statistic has exactly one period" in str(violation)


def test_a_quote_that_is_not_the_slice_is_told_at_its_passage(
    quads: list[Quad], context: list[Quad], invented: Understanding
) -> None:
    def shifted(quad: Quad) -> Quad:
        if quad.subject.value.endswith("/passage/1250-1/position") and quad.predicate.value.endswith("#end"):  # type: ignore[union-attr]
            value = Literal(str(int(quad.object.value) + 1), datatype=quad.object.datatype)  # type: ignore[union-attr]
            return Quad(quad.subject, quad.predicate, value, quad.graph_name)
        return quad

    (violation,) = _verdict(quads, context, shifted).violations
    assert (violation.component, violation.page) == ("SPARQL", 1)
    assert violation.value.endswith("/answer/1/passage/1250-1")
    assert violation.sentence == "1.250 dijken"


def test_an_organisation_that_no_register_has_is_a_guess(quads: list[Quad], context: list[Quad]) -> None:
    report = validate(quads, [quad for quad in context if "dijkdienst" not in str(quad.subject)], BASE)
    said = [each for each in report.violations if each.component == "Class"]
    named = [each for each in report.violations if each.component == "SPARQL"]
    assert len(said) + len(named) == len(report.violations)
    assert {violation.value for violation in said} == {f"{BASE}id/organisation/dijkdienst"}
    assert len(named) == 4
    assert all("/mention/dijkdienst-" in each.value and each.page and "Dijkdienst" in each.sentence for each in named)


def test_an_answer_is_told_with_its_page_and_first_sentence(quads: list[Quad], context: list[Quad]) -> None:
    broken = [
        quad
        for quad in quads
        if not (quad.subject.value.endswith("/answer/3") and quad.predicate.value == f"{BASE}def/key")  # type: ignore[union-attr]
    ]
    (violation,) = validate(broken, context, BASE).violations
    assert (violation.shape, violation.page) == ("Answer-kg-key", 2)
    assert violation.sentence.startswith("Zie het antwoord op vraag 1.")


def test_a_rule_that_is_not_published_is_a_violation(quads: list[Quad], context: list[Quad]) -> None:
    report = validate(quads, [quad for quad in context if not str(quad.subject).endswith("rule/invented>")], BASE)
    assert {violation.path for violation in report.violations} == {f"{BASE}def/rule"}


def test_a_property_that_nobody_described_is_refused(quads: list[Quad], context: list[Quad]) -> None:
    extra = Quad(quads[0].subject, NamedNode(f"{BASE}def/guess"), Literal("x"), quads[0].graph_name)
    (violation,) = validate([*quads, extra], context, BASE).violations
    assert (violation.component, violation.shape, violation.document) == ("Closed", "Document", "ah-tk-20232024-1")


def test_a_paper_without_answering_post_deserves_a_look_but_passes(quads: list[Quad], context: list[Quad]) -> None:
    def without(quad: Quad) -> Quad | None:
        return None if quad.predicate.value == f"{BASE}def/answeredBy" else quad

    report = _verdict(quads, context, without)
    assert report.conforms
    assert [warning.shape for warning in report.warnings] == ["AnsweredDocument"]


def test_shapes_hold_for_another_base(
    invented: Understanding, invented_posts: Posts, context: list[Quad], quads: list[Quad]
) -> None:
    base = "http://localhost:8000/kg/"

    def moved(quad: Quad) -> Quad:
        subject, value = (str(node.value).replace(BASE, base) for node in (quad.subject, quad.object))  # type: ignore[union-attr]
        return Quad(NamedNode(subject), quad.predicate, NamedNode(value), quad.graph_name)

    there = describe(invented, invented_posts, base)
    assert validate(there, [moved(quad) for quad in context], base).conforms
    assert not validate(quads, [moved(quad) for quad in context], base).conforms


def test_a_paper_of_which_nearly_nothing_is_known_conforms(invented_posts: Posts) -> None:
    digest = "ab" * 32
    header = Header(Identity("doc-0123456789ab", IdentifierBasis.HASH), DocumentKind.OTHER)
    report = Report(SourceText("Beste, é.", "a b.txt", "text/plain", digest), header, Span(0, 0), (), ())
    verdict = check(describe(Understanding(report, (), (), ()), invented_posts, BASE), rules=())
    assert verdict.conforms, [str(violation) for violation in verdict.violations]
    assert [warning.shape for warning in verdict.warnings] == ["AnsweredDocument", "Document-dcterms-issued-warning"]
