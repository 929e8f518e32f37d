"""What has to be known of a figure to compare it with others: small enough to be kept beside the graph of its paper."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal

from graph.describe.fact_iris import fact_iris
from graph.describe.statements import plain
from graph.model import Qualifier, Statistic, Understanding

_HALF = Decimal(2)


@dataclass(frozen=True)
class Claim:
    """A figure as one paper gives it.

    Attributes:
        iri: of the figure, below the base IRI: ``id/document/…``.
        document: the identifier of its paper.
        key: of the answer.
        indicator, breakdown, unit, place, status: what it is about; empty where the text says nothing.
        start, end: of its period, ISO; empty for an open end.
        value: in base units.
        slack: how far the truth may be from it by its rounding: half of what it is rounded to.
        firm: whether it is one exact number, neither a range nor hedged: others say too little to be contradicted.
        page: 1-based.
        quote: its words.
    """

    iri: str
    document: str
    key: str
    indicator: str
    breakdown: str
    unit: str
    start: str
    end: str
    place: str
    status: str
    value: Decimal
    slack: Decimal
    firm: bool
    page: int
    quote: str

    def plain(self) -> dict[str, object]:
        """Give it as JSON values."""
        return {**asdict(self), "value": plain(self.value), "slack": plain(self.slack)}

    @classmethod
    def read(cls, said: Mapping[str, object]) -> Claim:
        """Read what `plain` gave."""
        texts = ("iri", "document", "key", "indicator", "breakdown", "unit", "start", "end", "place", "status", "quote")
        return cls(
            **{name: str(said[name]) for name in texts},
            value=Decimal(str(said["value"])),
            slack=Decimal(str(said["slack"])),
            firm=said["firm"] is True,
            page=int(str(said["page"])),
        )


def claims_of(understanding: Understanding) -> tuple[Claim, ...]:
    """Give the figures of a paper, in its order."""
    iris = fact_iris(understanding, "").statistics
    return tuple(_claim(understanding, fact, iri) for fact, iri in zip(understanding.statistics, iris, strict=True))


def claims_in(extracts: Iterable[bytes]) -> list[Claim]:
    """Give the figures of all papers, from what `graph.describe.extract` gave for each."""
    return [Claim.read(each) for known in extracts for each in json.loads(known)["figures"]]


def _claim(understanding: Understanding, fact: Statistic, iri: str) -> Claim:
    report = understanding.report
    start, end = fact.period.start, fact.period.end
    return Claim(
        iri=iri,
        document=report.header.identity.identifier,
        key=fact.key,
        indicator=fact.indicator,
        breakdown=fact.breakdown or "",
        unit=fact.unit,
        start=start.isoformat() if start else "",
        end=end.isoformat() if end else "",
        place=fact.place.slug if fact.place else "",
        status=str(fact.status),
        value=fact.value,
        slack=(fact.rounded_to or Decimal(0)) / _HALF,
        firm=fact.qualifier is Qualifier.EXACT and fact.value_max is None,
        page=report.source.page(fact.span.start),
        quote=report.source.quote(fact.span),
    )
