"""A document in plain words for a terminal: what `kamergraaf read` shows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from decimal import Decimal

from graph.cli.common import count
from graph.model import (
    Mention,
    NonAnswer,
    Period,
    Postponement,
    Question,
    Span,
    Statistic,
    Understanding,
    Unread,
    Withdrawal,
)
from graph.views import view_of

WIDTH = 100


def summary(understanding: Understanding) -> Iterator[str]:
    """Give the lines of a summary: header, totals, each question with its facts, what was not read."""
    report = understanding.report
    yield from _header(understanding)
    yield ""
    yield _totals(understanding)
    answered = {key: answer.key for answer in report.answers for key in answer.questions}
    for question in report.questions:
        yield ""
        yield from _question(understanding, question)
        if answered.get(question.key, question.key) != question.key:
            yield f"  answered with question {answered[question.key]}"
        else:
            yield from _facts(understanding, question.key)
    yield from _unread(understanding, report.unread)


def _header(understanding: Understanding) -> Iterator[str]:
    header, identity = understanding.report.header, understanding.report.header.identity
    yield f"{identity.identifier} ({header.kind}; identifier {identity.basis})"
    days = {"adopted": header.adopted, "submitted": header.submitted, "answered": header.answered}
    number = f"{header.number}" if header.number is not None else ""
    rows = {
        "title": header.title,
        "number": ", ".join(filter(None, (number, header.session_year))),
        "dossier": header.dossier,
        "dates": ", ".join(f"{name} {day}" for name, day in days.items() if day),
        "committee": header.committee,
        "asked by": ", ".join(f"{one.name} ({one.party})" if one.party else one.name for one in header.asked_by),
        "addressed to": ", ".join(header.addressed_to),
        "answered by": ", ".join(header.answered_by),
        "signed by": ", ".join(f"{one.name}, {one.role}" for one in header.signed_by),
        "questions": ", ".join(header.question_numbers),
        "follows": ", ".join(header.follows),
        "replaces": ", ".join(header.replaces),
        "refers to": ", ".join(code for code in header.references if code not in (*header.follows, *header.replaces)),
        "postponed": _notice(understanding, header.postponed),
        "withdrawn": _notice(understanding, header.withdrawn),
        "note": identity.note,
        "differs": "; ".join(map(str, header.disagreements)),
    }
    for name, value in rows.items():
        if value:
            yield from _wrapped(str(value), f"  {name:<14}", " " * 16)


def _notice(understanding: Understanding, notice: Postponement | Withdrawal | None) -> str:
    """Put in one line what a paper says of questions that it does not answer: when, and the words."""
    if notice is None:
        return ""
    until = f" (until {notice.until})" if isinstance(notice, Postponement) and notice.until else ""
    return f"“{_running(understanding, notice.span)}”{until}"


def _totals(understanding: Understanding) -> str:
    report = understanding.report
    linked = sum(1 for mention in understanding.mentions if mention.authority or mention.code)
    return ", ".join(
        (
            count(len(report.questions), "question"),
            count(len(report.answers), "answer"),
            count(len(understanding.statistics), "figure"),
            f"{count(len(understanding.mentions), 'name')} ({linked:,} linked)",
            count(len(understanding.non_answers), "non-answer"),
            f"{count(sum(u.span.end - u.span.start for u in report.unread), 'character')} not read",
        )
    )


def _question(understanding: Understanding, question: Question) -> Iterator[str]:
    page = understanding.report.source.page(question.span.start)
    yield f"Question {question.key} (page {page})"
    yield from _wrapped(_running(understanding, question.span), "  ", "  ")


def _facts(understanding: Understanding, key: str) -> Iterator[str]:
    figures = [fact for fact in understanding.statistics if fact.key == key]
    for fact in figures:
        yield from _wrapped(_figure(understanding, fact), "  - ", "    ")
    names = _names(mention for mention in understanding.mentions if mention.key == key)
    if names:
        yield from _wrapped(names, "  names: ", "         ")
    for gap in understanding.non_answers:
        if gap.key == key:
            yield from _wrapped(_non_answer(understanding, gap), "  not answered: ", "    ")


def _figure(understanding: Understanding, fact: Statistic) -> str:
    """Put a figure in one line: value, unit, what, when, who counted, and the words."""
    hedge = "" if fact.qualifier == "exact" else f"{fact.qualifier} "
    value = amount(fact.value) + (f" to {amount(fact.value_max)}" if fact.value_max is not None else "")
    what = fact.indicator + (f" [{fact.breakdown}]" if fact.breakdown else "")
    counted = fact.source.label if fact.source else fact.source_name
    details = [
        period(fact.period),
        fact.place.label if fact.place else "",
        f"counted by {counted}" if counted else "",
        str(fact.status) if fact.forecast else "",
        f"p. {understanding.report.source.page(fact.span.start)}",
    ]
    words = _running(understanding, fact.span)
    return f"{hedge}{value} {fact.unit}: {what} ({', '.join(filter(None, details))}) “{words}”"


def _names(mentions: Iterable[Mention]) -> str:
    """Name each thing once; a question mark stands behind what could not be settled."""
    labels = (m.label if m.authority or m.code or m.address else f"{m.label} (?)" for m in mentions)
    return ", ".join(dict.fromkeys(labels))


def _non_answer(understanding: Understanding, fact: NonAnswer) -> str:
    holder = f" (held by {fact.holder.label})" if fact.holder else ""
    return f"“{_running(understanding, fact.span)}”{holder}"


def _unread(understanding: Understanding, unread: tuple[Unread, ...]) -> Iterator[str]:
    if unread:
        yield ""
        yield "Not read"
    for stretch in unread:
        words = textwrap.shorten(understanding.report.source.quote(stretch.span), 60, placeholder=" …")
        page = understanding.report.source.page(stretch.span.start)
        yield f"  p. {page}, {stretch.span.start}-{stretch.span.end}: {stretch.reason}: “{words}”"


def _running(understanding: Understanding, span: Span) -> str:
    return view_of(understanding.report, span).text.replace("\n", " ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def amount(value: Decimal) -> str:
    """Give a number with its thousands apart.

    >>> amount(Decimal("431600000")), amount(Decimal("113.80"))
    ('431,600,000', '113.8')
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def period(period: Period) -> str:
    """Give a period in few characters; empty where the text gives none."""
    if not period or period.start == period.end:
        return str(period.start or "")
    return f"{period.start or '…'} to {period.end or '…'}"
