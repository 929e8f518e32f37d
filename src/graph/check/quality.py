"""The consistency report as data: each finding a quality annotation (W3C Data Quality Vocabulary) on its figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import Quad

from graph.check.consistency import Finding
from graph.describe.iris import Iris
from graph.describe.statements import Statements
from graph.describe.terms import Terms


def quality(findings: Iterable[Finding], base: str) -> list[Quad]:
    """Describe findings in the named graph ``{base}graph/quality``.

    Args:
        findings: what `consistency` found.
        base: the base IRI.
    """
    iris = Iris(base)
    to = Statements(Terms(base), iris.graph("quality"))
    for finding in findings:
        figures = sorted({base + claim.iri for claim in finding.figures})
        name = hashlib.sha256("\n".join([finding.kind, *figures]).encode()).hexdigest()[:16]
        iri = iris.thing("finding", name)
        to.a(iri, "dqv:QualityAnnotation", "oa:Annotation")
        to.say(iri, "oa:motivatedBy", to.terms["dqv:qualityAssessment"])
        to.say(iri, "oa:hasTarget", *figures)
        to.say(iri, "rdfs:label", to.text(finding.message_nl, "nl"), to.text(finding.message_en, "en"))
        to.say(iri, "dcterms:type", iris.term(f"finding/{finding.kind}"))
        to.say(iri, "schema:value", to.decimal(finding.difference))
    return sorted(to.quads(), key=str)
