"""Looks for figures that contradict one another; what it finds keeps nothing out, it deserves a look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from graph.model import Qualifier, Statistic, Understanding

_HALF = Decimal(2)


@dataclass(frozen=True)
class Finding:
    """Figures that do not fit together.

    Attributes:
        kind: ``sum`` (parts that do not add up to their total) or ``contradiction`` (one thing, several values).
        document: the identifier of the paper that the first figure stands in.
        figures: the figures, each with the identifier of its paper.
        difference: of the parts' sum from the total, or of the highest from the lowest value, in their unit.
        message_nl, message_en: what is the matter.
        page: of the first figure.
        quotes: the words of each figure.
    """

    kind: str
    document: str
    figures: tuple[tuple[str, Statistic], ...]
    difference: Decimal
    message_nl: str
    message_en: str
    page: int
    quotes: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.document}, page {self.page}: {self.message_en} «{'», «'.join(self.quotes)}»"


def consistency(papers: Iterable[Understanding]) -> list[Finding]:
    """Check sums within each answer and equal values over all papers.

    Parts add up to a total within rounding: half of what each figure is rounded to, plus the slack of an
    approximation, which the text does not bound, so that approximate figures are left alone.
    """
    known = list(papers)
    found = [finding for paper in known for finding in _sums(paper)]
    return [*found, *_contradictions(known)]


def _sums(paper: Understanding) -> Iterable[Finding]:
    groups: defaultdict[tuple[object, ...], list[Statistic]] = defaultdict(list)
    for fact in paper.statistics:
        groups[fact.key, fact.indicator, fact.unit, fact.period, fact.place, fact.status].append(fact)
    for group in groups.values():
        totals = [fact for fact in group if fact.breakdown is None]
        parts = [fact for fact in group if fact.breakdown is not None]
        if len(totals) != 1 or len(parts) < 2 or any(not _is_plain(fact) for fact in group):
            continue
        difference = sum((part.value for part in parts), Decimal(0)) - totals[0].value
        if abs(difference) > sum(map(_slack, group), Decimal(0)):
            yield _finding(
                "sum",
                [(paper, fact) for fact in (totals[0], *parts)],
                difference,
                ("De delen tellen niet op tot het totaal", "The parts do not add up to the total"),
            )


def _is_plain(fact: Statistic) -> bool:
    return fact.qualifier is Qualifier.EXACT and fact.value_max is None


def _slack(fact: Statistic) -> Decimal:
    """How far a figure may be from the truth by its rounding: half of what it is rounded to."""
    return (fact.rounded_to or Decimal(0)) / _HALF


def _contradictions(papers: list[Understanding]) -> Iterable[Finding]:
    groups: defaultdict[tuple[object, ...], list[tuple[Understanding, Statistic]]] = defaultdict(list)
    for paper in papers:
        for fact in paper.statistics:
            if fact.period and _is_plain(fact):
                about = (fact.indicator.casefold(), (fact.breakdown or "").casefold(), fact.unit)
                groups[about, fact.period, fact.place, fact.status].append((paper, fact))
    for group in groups.values():
        lowest = min(group, key=lambda each: each[1].value)
        highest = max(group, key=lambda each: each[1].value)
        difference = highest[1].value - lowest[1].value
        if difference > _slack(lowest[1]) + _slack(highest[1]):
            yield _finding(
                "contradiction",
                group,
                difference,
                ("Hetzelfde cijfer heeft verschillende waarden", "The same figure has different values"),
            )


def _finding(
    kind: str, figures: list[tuple[Understanding, Statistic]], difference: Decimal, message: tuple[str, str]
) -> Finding:
    paper, first = figures[0]
    what = f" ({first.indicator}: {difference:+f})"
    return Finding(
        kind=kind,
        document=paper.report.header.identity.identifier,
        figures=tuple((each.report.header.identity.identifier, fact) for each, fact in figures),
        difference=difference,
        message_nl=message[0] + what,
        message_en=message[1] + what,
        page=paper.report.source.page(first.span.start),
        quotes=tuple(each.report.source.quote(fact.span) for each, fact in figures),
    )
