"""Describes what a paper says of questions that it does not answer: postponed or withdrawn, and in which words."""

from __future__ import annotations

from graph.describe.passages import describe_passage
from graph.describe.scene import Scene
from graph.model import Postponement, Span, Withdrawal
from graph.views import view_of


def describe_notices(scene: Scene) -> None:
    """Describe the notice of postponement and the withdrawal of a paper, where it has one."""
    if (postponed := scene.header.postponed) is not None:
        _postponement(scene, postponed, f"{scene.document}/postponement")
    if (withdrawn := scene.header.withdrawn) is not None:
        _withdrawal(scene, withdrawn, f"{scene.document}/withdrawal")


def _postponement(scene: Scene, notice: Postponement, iri: str) -> None:
    to = scene.to
    to.say(scene.document, "kg:postponed", iri)
    to.a(iri, "kg:Postponement")
    to.say(iri, "rdfs:label", to.text("Uitstel van beantwoording", "nl"))
    to.say(iri, "dcterms:isPartOf", scene.document)
    to.say(iri, "dcterms:issued", to.day(notice.day))
    to.say(iri, "kg:statedBy", *map(scene.post, notice.stated_by))
    to.say(iri, "kg:reason", to.text(_words(scene, notice.reason), "nl"))
    to.say(iri, "kg:announced", to.text(_words(scene, notice.announced), "nl"))
    to.say(iri, "kg:expectedBy", to.day(notice.until))
    _passages(scene, iri, {"notice": notice.span, "reason": notice.reason, "announced": notice.announced})


def _withdrawal(scene: Scene, notice: Withdrawal, iri: str) -> None:
    to = scene.to
    to.say(scene.document, "kg:withdrawn", iri)
    to.a(iri, "kg:Withdrawal")
    to.say(iri, "rdfs:label", to.text("Intrekking van de vragen", "nl"))
    to.say(iri, "dcterms:isPartOf", scene.document)
    to.say(iri, "kg:reason", to.text(_words(scene, notice.reason), "nl"))
    _passages(scene, iri, {"notice": notice.span, "reason": notice.reason})


def _passages(scene: Scene, iri: str, spans: dict[str, Span | None]) -> None:
    """Describe the passages of a notice: all of it, and the words in it that say why and when."""
    for name, span in spans.items():
        if span is not None:
            scene.to.say(iri, "kg:passage", f"{iri}/passage/{name}")
            describe_passage(scene, f"{iri}/passage/{name}", span)


def _words(scene: Scene, span: Span | None) -> str | None:
    """Give words as one reads them; what stands in the layer literally is in their passage."""
    return view_of(scene.report, span).text if span else None
