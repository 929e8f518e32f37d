"""Describes passages: a stretch of the layer, found again by its words and by its position (W3C Web Annotation)."""

from __future__ import annotations

from graph.describe.scene import Scene
from graph.model import Span

_CONTEXT = 32


def describe_passages(scene: Scene) -> None:
    """Describe the passages that the facts of a paper stand on, each once."""
    for (_, _, span), iri in scene.facts.passages.items():
        describe_passage(scene, iri, span)


def describe_passage(scene: Scene, iri: str, span: Span) -> None:
    """Describe a passage.

    Args:
        scene: the paper.
        iri: of the passage; its selectors get ``/quote`` and ``/position`` below it.
        span: where it stands in the layer, in code points.
    """
    to, source = scene.to, scene.report.source
    to.a(iri, "kg:Passage")
    to.say(iri, "oa:hasSource", scene.layer)
    to.say(iri, "oa:hasSelector", f"{iri}/quote", f"{iri}/position")
    to.say(iri, "kg:page", to.integer(source.page(span.start)) if len(source.page_starts) > 1 else None)
    to.a(f"{iri}/quote", "oa:TextQuoteSelector")
    to.say(f"{iri}/quote", "oa:exact", to.text(source.quote(span)))
    to.say(f"{iri}/quote", "oa:prefix", to.text(source.text[max(0, span.start - _CONTEXT) : span.start]))
    to.say(f"{iri}/quote", "oa:suffix", to.text(source.text[span.end : span.end + _CONTEXT]))
    to.a(f"{iri}/position", "oa:TextPositionSelector")
    to.say(f"{iri}/position", "oa:start", to.integer(span.start))
    to.say(f"{iri}/position", "oa:end", to.integer(span.end))
