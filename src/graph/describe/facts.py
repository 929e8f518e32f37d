"""Describes the facts of a paper: figures, names and what could not be answered, each on its passage."""

from __future__ import annotations

from graph.describe.iris import official_page
from graph.describe.record import code_of
from graph.describe.scene import Scene
from graph.describe.units import unit_iri
from graph.model import Kind, Mention, NonAnswer, Part, Statistic
from graph.views import view_of

_ARTICLES = "https://wetten.overheid.nl/jci1.3:c:"
"""What the address of an article begins with (JuriConnect 1.3)."""


def describe_facts(scene: Scene) -> None:
    """Describe all facts of a paper."""
    known = scene.understanding
    for statistic, iri in zip(known.statistics, scene.facts.statistics, strict=True):
        _statistic(scene, statistic, iri)
    for mention, iri in zip(known.mentions, scene.facts.mentions, strict=True):
        _mention(scene, mention, iri)
    for non_answer, iri in zip(known.non_answers, scene.facts.non_answers, strict=True):
        _non_answer(scene, non_answer, iri)


def _statistic(scene: Scene, fact: Statistic, iri: str) -> None:
    to, iris = scene.to, scene.iris
    to.a(iri, "kg:Statistic")
    to.say(iri, "rdfs:label", to.text(label_of(fact), "nl"))
    to.say(iri, "qb:dataSet", data_set(scene.base))
    to.say(iri, "kg:passage", scene.passage(Part.ANSWER, fact.key, fact.span))
    to.say(iri, "kg:indicator", iris.indicator(fact.indicator, fact.unit, f"{scene.identifier}.{fact.key}"))
    to.say(iri, "kg:breakdown", iris.breakdown(fact.breakdown))
    to.say(iri, "kg:period", iris.period(fact.period))
    to.say(iri, "kg:place", iris.place(fact.place))
    to.say(iri, "sdmx-measure:obsValue", to.decimal(fact.value))
    to.say(iri, "kg:valueMax", to.decimal(fact.value_max))
    to.say(iri, "kg:valueText", to.text(fact.value_text))
    to.say(iri, "sdmx-attribute:unitMeasure", unit_iri(fact.unit, iris))
    to.say(
        iri, "sdmx-attribute:obsStatus", to.terms["sdmx-code:obsStatus-F" if fact.forecast else "sdmx-code:obsStatus-A"]
    )
    to.say(iri, "kg:figureStatus", iris.term(f"status/{fact.status}"))
    to.say(iri, "kg:qualifier", iris.term(f"qualifier/{fact.qualifier}"))
    to.say(iri, "kg:roundedTo", to.decimal(fact.rounded_to))
    to.say(iri, "kg:lowerBound", to.decimal(fact.lower))
    to.say(iri, "kg:upperBound", to.decimal(fact.upper))
    to.say(iri, "kg:answer", scene.part(Part.ANSWER, fact.key))
    to.say(iri, "kg:rule", *map(iris.rule, fact.rules))
    to.say(iri, "kg:countedBy", iris.authority(fact.source) if fact.source else None)
    to.say(iri, "dc:source", to.text(fact.counted_by, "nl"))
    to.say(iri, "kg:statedBy", *scene.answering)


def label_of(fact: Statistic) -> str:
    """Give the words that a figure is listed under: ``35.140 (opvangplekken: regulier)``."""
    part = f": {fact.breakdown}" if fact.breakdown else ""
    return f"{fact.value_text} ({fact.indicator}{part})"


def data_set(base: str) -> str:
    """Give the IRI of the one data set that all figures belong to."""
    return f"{base}id/dataset/figures"


def _mention(scene: Scene, fact: Mention, iri: str) -> None:
    to = scene.to
    body = scene.iris.named_in(fact)
    to.a(iri, "kg:Mention")
    to.say(iri, "rdfs:label", to.text(fact.label, "nl"))
    to.say(iri, "oa:motivatedBy", to.terms["oa:identifying"])
    to.say(iri, "oa:hasTarget", scene.passage(fact.part, fact.key, fact.span))
    to.say(iri, "oa:hasBody", body)
    to.say(iri, "kg:unresolved", None if body else to.boolean(True))
    to.say(iri, "kg:mentionKind", scene.iris.term(f"kind/{fact.kind}"))
    to.say(iri, "kg:rule", scene.iris.rule(fact.rule))
    described = body is not None and body.startswith(scene.base)  # then it has its code itself
    to.say(iri, "kg:code", to.text(None if described else code_of(fact)))
    to.say(iri, "dcterms:isPartOf", scene.part(fact.part, fact.key))
    to.say(iri, "rdfs:seeAlso", page_of_mention(fact))


def page_of_mention(fact: Mention) -> str | None:
    """Give the official page of what a mention names more exactly than its body: a cited paper, an article of a law."""
    if fact.kind is Kind.DOCUMENT:
        return official_page(fact.code) if fact.code else None
    return fact.address if fact.address and fact.address.startswith(_ARTICLES) else None


def _non_answer(scene: Scene, fact: NonAnswer, iri: str) -> None:
    to = scene.to
    answer = next((each for each in scene.report.answers if each.key == fact.key), None)
    keys = {question.key for question in scene.report.questions}
    asked = [key for key in (answer.questions if answer else (fact.key,)) if key in keys]
    to.a(iri, "kg:NonAnswer")
    to.say(iri, "rdfs:label", to.text(f"Niet beantwoord in antwoord {fact.key}", "nl"))
    to.say(iri, "kg:answer", scene.part(Part.ANSWER, fact.key))
    to.say(iri, "kg:asksFor", *(scene.part(Part.QUESTION, key) for key in asked))
    to.say(iri, "kg:reason", to.text(view_of(scene.report, fact.span).text, "nl"))
    to.say(iri, "kg:holder", scene.iris.authority(fact.holder) if fact.holder else None)
    to.say(iri, "kg:passage", scene.passage(Part.ANSWER, fact.key, fact.span))
    to.say(iri, "kg:rule", scene.iris.rule(fact.rule))
