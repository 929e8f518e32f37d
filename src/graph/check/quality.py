"""The consistency report as data (W3C Data Quality Vocabulary), in the named graph ``{base}graph/quality``.

Each finding is a quality annotation on its figures, whose passages they lead to; how many figures of a paper have no
period is a quality measurement on the paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from pyoxigraph import Quad

from graph.check.finding import Finding
from graph.describe.iris import Iris
from graph.describe.statements import Statements
from graph.describe.terms import Terms
from graph.describe.units import unit_iri


def quality(findings: Iterable[Finding], base: str, timeless: Mapping[str, int] | None = None) -> list[Quad]:
    """Describe findings and counts.

    Args:
        findings: what `consistency` found.
        base: the base IRI.
        timeless: for each paper how many of its figures have no period, as `without_period` counts them.
    """
    iris = Iris(base)
    to = Statements(Terms(base), iris.graph("quality"))
    for finding in findings:
        _annotate(to, iris, finding)
    for document, count in (timeless or {}).items():
        _measure(to, iris, document, count)
    return sorted(to.quads(), key=str)


def _annotate(to: Statements, iris: Iris, finding: Finding) -> None:
    figures = sorted({iris.base + claim.iri for claim in finding.figures})
    name = hashlib.sha256("\n".join([finding.kind, *figures]).encode()).hexdigest()[:16]
    iri = iris.thing("finding", name)
    to.a(iri, "dqv:QualityAnnotation", "oa:Annotation")
    to.say(iri, "oa:motivatedBy", to.terms["dqv:qualityAssessment"])
    to.say(iri, "oa:hasTarget", *figures)
    to.say(iri, "rdfs:label", to.text(finding.message_nl, "nl"), to.text(finding.message_en, "en"))
    to.say(iri, "dcterms:description", to.text(str(finding), "en"))
    to.say(iri, "dcterms:type", iris.term(f"finding/{finding.kind}"))
    to.say(iri, "schema:value", to.decimal(finding.difference))
    to.say(iri, "sdmx-attribute:unitMeasure", unit_iri(finding.unit, iris))


def _measure(to: Statements, iris: Iris, document: str, count: int) -> None:
    iri = iris.thing("measurement", f"{document}--without-period")
    to.a(iri, "dqv:QualityMeasurement")
    to.say(iri, "dqv:computedOn", iris.document(document))
    to.say(iri, "dqv:isMeasurementOf", iris.term("metric/without-period"))
    to.say(iri, "dqv:value", to.integer(count))
