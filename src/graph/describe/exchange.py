"""Describes the exchange: who asked what, in which words, and what was answered.

The text of a question or an answer is for people to read: without page furniture and footnote marks, words that were
split at a line end whole again. What it stands for literally is a stretch of the layer, which it names.
"""

from __future__ import annotations

from graph.describe.record import number_of
from graph.describe.scene import Scene
from graph.model import Answer, Part, Span
from graph.views import view_of


def describe_exchange(scene: Scene) -> None:
    """Describe the questions and answers of a paper."""
    to, report = scene.to, scene.report
    asked = [scene.post(title) for title in scene.header.addressed_to]
    for question in report.questions:
        iri = scene.part(Part.QUESTION, question.key)
        to.a(iri, "kg:Question")
        to.say(iri, "rdfs:label", to.text(f"Vraag {question.key}", "nl"))
        to.say(iri, "kg:number", to.integer(question.number))
        to.say(iri, "kg:key", to.text(question.key))
        to.say(iri, "schema:text", to.text(view_of(report, question.span).text, "nl"))
        to.say(iri, "dcterms:isPartOf", scene.document)
        to.say(iri, "kg:askedBy", *scene.asking)
        to.say(iri, "kg:addressedTo", *asked)
        to.say(iri, "kg:submitted", to.day(scene.header.submitted))
        _stretch(scene, iri, question.span)
    for answer in report.answers:
        _answer(scene, answer)


def _answer(scene: Scene, answer: Answer) -> None:
    to = scene.to
    iri = scene.part(Part.ANSWER, answer.key)
    keys = [question.key for question in scene.report.questions]
    to.a(iri, "kg:Answer")
    to.say(iri, "rdfs:label", to.text(f"Antwoord {answer.key}", "nl"))
    to.say(iri, "kg:number", to.integer(number_of(answer.key)))
    to.say(iri, "kg:key", to.text(answer.key))
    to.say(iri, "schema:text", to.text(view_of(scene.report, answer.span).text, "nl"))
    to.say(iri, "dcterms:isPartOf", scene.document)
    to.say(iri, "kg:answers", *(scene.part(Part.QUESTION, key) for key in answer.questions if key in keys))
    to.say(iri, "kg:answeredBy", *scene.answering)
    to.say(iri, "kg:answered", to.day(scene.header.answered))
    for other in scene.report.answers:
        if other is not answer and set(other.questions) & set(answer.refers_to):
            to.say(iri, "kg:refersTo", scene.part(Part.ANSWER, other.key))
    _stretch(scene, iri, answer.span)


def _stretch(scene: Scene, iri: str, span: Span) -> None:
    """Say which stretch of the layer a question or an answer is, and on which page it begins."""
    to, source = scene.to, scene.report.source
    to.say(iri, "prov:wasQuotedFrom", scene.iris.stretch(scene.layer, span))
    to.say(iri, "kg:page", to.integer(source.page(span.start)) if len(source.page_starts) > 1 else None)
