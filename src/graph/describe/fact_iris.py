"""Names each fact by its words, so that no two get one IRI and better rules change none (DESIGN section 6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.describe.iris import Iris, segment, shorten, slug
from graph.model import Mention, NonAnswer, Part, Report, Span, Statistic, Understanding

Fact = Statistic | Mention | NonAnswer


@dataclass(frozen=True)
class FactIris:
    """The IRIs of the facts of one paper, in the order of the understanding, and of the passages they stand on."""

    statistics: tuple[str, ...]
    mentions: tuple[str, ...]
    non_answers: tuple[str, ...]
    passages: dict[tuple[Part, str, Span], str]


def fact_iris(understanding: Understanding, base: str) -> FactIris:
    """Mint the IRIs of all facts of a paper.

    A fact is named by its words and which of their occurrences it is. Where several facts share one name, the first
    mark that tells them apart is added to all of them (for statistics: period, breakdown, indicator, unit); what no
    mark tells apart is counted in the order of the text.
    """
    last = next((names for known, names in _last if known is understanding), None)
    if last is None:
        last = _minted(understanding)
        _last[:] = [(understanding, last)]
    return FactIris(
        statistics=tuple(base + iri for iri in last.statistics),
        mentions=tuple(base + iri for iri in last.mentions),
        non_answers=tuple(base + iri for iri in last.non_answers),
        passages={where: base + iri for where, iri in last.passages.items()},
    )


_last: list[tuple[Understanding, FactIris]] = []
"""The paper that was named last: its graph and what is kept beside that both ask for the names."""


def _minted(understanding: Understanding) -> FactIris:
    """Mint the IRIs without the base."""
    report = understanding.report
    naming = _Naming(Iris(""), report)
    facts: list[Fact] = [*understanding.statistics, *understanding.mentions, *understanding.non_answers]
    spans: dict[tuple[Part, str, Span], str] = {}
    for part, key, span, name in sorted({(part_of(fact), fact.key, fact.span, naming.name(fact)) for fact in facts}):
        spans.setdefault((part, key, span), naming.below(part, key, "passage", name))
    settled = settle(list(spans.values()), [() for _ in spans])
    return FactIris(
        statistics=naming.iris("statistic", understanding.statistics),
        mentions=naming.iris("mention", understanding.mentions),
        non_answers=naming.iris("non-answer", understanding.non_answers),
        passages=dict(zip(spans, settled, strict=True)),
    )


@dataclass(frozen=True)
class _Naming:
    iris_of: Iris
    report: Report

    def name(self, fact: Fact) -> str:
        """Give the words and their occurrence; words of a footnote are counted there, so the note is named as well."""
        name = f"{shorten(fact.words.text)}-{fact.words.occurrence}"
        note = next((note for note in self.report.footnotes if note.span.holds(fact.span)), None)
        return f"{name}-note-{note.mark}" if note else name

    def below(self, part: Part, key: str, collection: str, name: str) -> str:
        identifier = self.report.header.identity.identifier
        return f"{self.iris_of.part(identifier, part, key)}/{collection}/{segment(name)}"

    def iris(self, collection: str, facts: Sequence[Fact]) -> tuple[str, ...]:
        order = sorted(range(len(facts)), key=lambda index: (facts[index].span, _marks(facts[index]), index))
        stems = [
            self.below(part_of(facts[index]), facts[index].key, collection, self.name(facts[index])) for index in order
        ]
        settled = settle(stems, [_marks(facts[index]) for index in order])
        by_index = dict(zip(order, settled, strict=True))
        return tuple(by_index[index] for index in range(len(facts)))


def part_of(fact: Fact) -> Part:
    """Give the side of the exchange on which a fact stands."""
    return fact.part if isinstance(fact, Mention) else Part.ANSWER


def _marks(fact: Fact) -> tuple[str, ...]:
    """Give what may tell apart facts on the same words, the most telling first."""
    if isinstance(fact, Statistic):
        day = fact.period.start or fact.period.end
        breakdown = slug(fact.breakdown) if fact.breakdown else "total"
        return (day.isoformat() if day else "unknown", breakdown, slug(fact.indicator), slug(fact.unit))
    return (str(fact.kind), slug(fact.label)) if isinstance(fact, Mention) else ()


def settle(stems: Sequence[str], marks: Sequence[tuple[str, ...]]) -> list[str]:
    """Give each stem a name of its own, with as few marks as tell it apart.

    >>> settle(["102-1", "102-1", "7-1"], [("2023",), ("2024",), ("2024",)])
    ['102-1-2023', '102-1-2024', '7-1']
    """
    names = list(stems)
    for mark in range(max(map(len, marks), default=0)):
        groups = defaultdict(list)
        for index, name in enumerate(names):
            groups[name].append(index)
        for group in groups.values():
            if len({marks[index][mark] for index in group}) > 1:
                for index in group:
                    names[index] = f"{names[index]}-{marks[index][mark]}"
    settled: list[str] = []
    taken = set(names)
    given: set[str] = set()
    for name in names:
        free, count = name, 1
        while free in given or (count > 1 and free in taken):
            count += 1
            free = f"{name}-{count}"
        given.add(free)
        settled.append(free)
    return settled
