"""Describes the exchange: who asked what, in which words, and what was answered."""

from __future__ import annotations

from graph.describe.passages import describe_stretch
from graph.describe.record import number_of
from graph.describe.scene import Scene
from graph.model import Answer, Part


def describe_exchange(scene: Scene) -> None:
    """Describe the questions and answers of a paper."""
    to, report = scene.to, scene.report
    asked = [scene.post(title) for title in scene.header.addressed_to]
    for question in report.questions:
        iri = scene.part(Part.QUESTION, question.key)
        to.a(iri, "kg:Question")
        to.say(iri, "rdfs:label", to.text(f"Vraag {question.key}", "nl"), to.text(f"Question {question.key}", "en"))
        to.say(iri, "kg:number", to.integer(question.number))
        to.say(iri, "kg:key", to.text(question.key))
        to.say(iri, "schema:text", to.text(report.source.quote(question.span), "nl"))
        to.say(iri, "dcterms:isPartOf", scene.document)
        to.say(iri, "kg:askedBy", *scene.asking)
        to.say(iri, "kg:addressedTo", *asked)
        to.say(iri, "kg:submitted", to.day(scene.header.submitted))
        to.say(iri, "prov:wasQuotedFrom", describe_stretch(scene, f"{iri}/passage", question.span))
    for answer in report.answers:
        _answer(scene, answer)


def _answer(scene: Scene, answer: Answer) -> None:
    to = scene.to
    iri = scene.part(Part.ANSWER, answer.key)
    keys = [question.key for question in scene.report.questions]
    to.a(iri, "kg:Answer")
    to.say(iri, "rdfs:label", to.text(f"Antwoord {answer.key}", "nl"), to.text(f"Answer {answer.key}", "en"))
    to.say(iri, "kg:number", to.integer(number_of(answer.key)))
    to.say(iri, "kg:key", to.text(answer.key))
    to.say(iri, "schema:text", to.text(scene.report.source.quote(answer.span), "nl"))
    to.say(iri, "dcterms:isPartOf", scene.document)
    to.say(iri, "kg:answers", *(scene.part(Part.QUESTION, key) for key in answer.questions if key in keys))
    to.say(iri, "kg:answeredBy", *scene.answering)
    to.say(iri, "kg:answered", to.day(scene.header.answered))
    for other in scene.report.answers:
        if other is not answer and set(other.questions) & set(answer.refers_to):
            to.say(iri, "kg:refersTo", scene.part(Part.ANSWER, other.key))
    to.say(iri, "prov:wasQuotedFrom", describe_stretch(scene, f"{iri}/passage", answer.span))
