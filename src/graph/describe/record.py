"""The JSON object of one document (DESIGN section 5): the same facts as its graph, for programs that want no RDF."""

from __future__ import annotations

from graph.describe.fact_iris import FactIris, fact_iris
from graph.describe.front import document_of
from graph.describe.iris import Iris
from graph.describe.values import Json, day, number, stretch
from graph.model import Answer, Kind, Mention, NonAnswer, Question, Report, Span, Statistic, Understanding
from graph.views import notes_of


def record(understanding: Understanding, base: str, with_text: bool = False) -> dict[str, object]:
    """Give all that is understood of a paper as one object of JSON values.

    Args:
        understanding: the paper and its facts.
        base: the base IRI, ending in a slash.
        with_text: whether the whole text layer goes along.
    """
    report = understanding.report
    iris, names = Iris(base), fact_iris(understanding, base)
    return {
        "document": document_of(report, with_text),
        "questions": [_question(report, question) for question in report.questions],
        "answers": [_answer(report, answer) for answer in report.answers],
        "statistics": [_statistic(report, iris, *each) for each in _pairs(understanding, names)],
        "mentions": [_mention(report, iris, mention) for mention in understanding.mentions],
        "non_answers": [_non_answer(report, non_answer) for non_answer in understanding.non_answers],
        "unread": [{"start": u.span.start, "end": u.span.end, "reason": str(u.reason)} for u in report.unread],
    }


def _pairs(understanding: Understanding, names: FactIris) -> list[tuple[Statistic, str]]:
    return list(zip(understanding.statistics, names.statistics, strict=True))


def _question(report: Report, question: Question) -> Json:
    return {"number": question.number, "key": question.key, **_text(report, question.span)}


def _answer(report: Report, answer: Answer) -> Json:
    numbers = {question.key: question.number for question in report.questions}
    return {
        "questions": [numbers.get(key, number_of(key)) for key in answer.questions],
        "key": answer.key,
        **_text(report, answer.span),
        "refers_to": list(answer.refers_to),
    }


def _statistic(report: Report, iris: Iris, fact: Statistic, iri: str) -> Json:
    return {
        "question": fact.question,
        "key": fact.key,
        "value": number(fact.value),
        "value_max": number(fact.value_max),
        "value_text": fact.value_text,
        "unit": fact.unit,
        "indicator": fact.indicator,
        "breakdown": fact.breakdown,
        "period_start": day(fact.period.start),
        "period_end": day(fact.period.end),
        "qualifier": str(fact.qualifier),
        "rounded_to": number(fact.rounded_to),
        "lower": number(fact.lower),
        "upper": number(fact.upper),
        "source": fact.counted_by,
        "source_iri": iris.authority(fact.source) if fact.source else None,
        "place": (fact.place.code or fact.place.slug).upper() if fact.place else None,
        "forecast": fact.forecast,
        "status": str(fact.status),
        "rule": " ".join(fact.rules),
        "page": report.source.page(fact.span.start),
        **stretch(report, fact.span),
        "iri": iri,
    }


def _mention(report: Report, iris: Iris, mention: Mention) -> Json:
    authority = mention.authority
    return {
        "question": mention.question,
        "key": mention.key,
        "part": str(mention.part),
        "kind": str(mention.kind),
        "label": mention.label,
        "aliases": list(authority.aliases) if authority else [],
        "code": code_of(mention),
        "iri": iris.named_in(mention),
        "same_as": list(authority.same_as) if authority else [],
        "rule": mention.rule,
        **stretch(report, mention.span),
    }


def _non_answer(report: Report, fact: NonAnswer) -> Json:
    return {
        "question": fact.question,
        "key": fact.key,
        **stretch(report, fact.span),
        "holder": (fact.holder.code or fact.holder.label) if fact.holder else None,
        "rule": fact.rule,
    }


def _text(report: Report, span: Span) -> Json:
    """Give a question or an answer: its words as they stand in the layer, then the notes that it calls elsewhere."""
    notes = (note.span for note in notes_of(report, span) if not span.holds(note.span))
    words = "\n\n".join(map(report.source.quote, (span, *notes)))
    return {"start": span.start, "end": span.end, "text": words}


def code_of(mention: Mention) -> str | None:
    """Give the code of what a mention names: a paper's number, an abbreviation, BWB id, CELEX, ECLI or alpha-2."""
    code = mention.code or (mention.authority.code if mention.authority else None)
    return code.upper() if code and mention.kind is Kind.PLACE else code


def number_of(key: str) -> int:
    """Give the number of a question that has no text of its own in this paper, from its key."""
    return int(key.rsplit("-", 1)[-1])
