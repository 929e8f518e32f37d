"""Looks for figures that contradict one another; what it finds keeps nothing out, it deserves a look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.describe.claims import Claim, claims_of
from graph.model import Understanding


@dataclass(frozen=True)
class Finding:
    """Figures that do not fit together.

    Attributes:
        kind: ``sum`` (parts that do not add up to their total) or ``contradiction`` (one thing, several values).
        figures: what they claim, the first being the one that the others are held against.
        difference: of the parts' sum from the total, or of the highest from the lowest value, in their unit.
        message_nl, message_en: what is the matter.
    """

    kind: str
    figures: tuple[Claim, ...]
    difference: Decimal
    message_nl: str
    message_en: str

    @property
    def document(self) -> str:
        """The identifier of the paper that the first figure stands in."""
        return self.figures[0].document

    @property
    def page(self) -> int:
        """The page of the first figure."""
        return self.figures[0].page

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words of each figure."""
        return tuple(claim.quote for claim in self.figures)

    def __str__(self) -> str:
        words = "», «".join(" ".join(quote.split()) for quote in self.quotes)
        return f"{self.document}, page {self.page}: {self.message_en} «{words}»"


def consistency(papers: Iterable[Understanding]) -> list[Finding]:
    """Compare the figures of papers with one another; see `compare`."""
    return compare([claim for paper in papers for claim in claims_of(paper)])


def compare(claims: Sequence[Claim]) -> list[Finding]:
    """Check sums within each answer, and that one thing has one value over all papers.

    Parts add up to a total within rounding: half of what each figure is rounded to. Approximate figures are left
    alone, because the text does not bound them.
    """
    return [*_sums(claims), *_contradictions(claims)]


def _sums(claims: Iterable[Claim]) -> Iterable[Finding]:
    groups: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        about = (claim.indicator, claim.unit, claim.start, claim.end, claim.place, claim.status)
        groups[claim.document, claim.key, *about].append(claim)
    for group in groups.values():
        totals = [claim for claim in group if not claim.breakdown]
        parts = [claim for claim in group if claim.breakdown]
        if len(totals) != 1 or len(parts) < 2 or not all(claim.firm for claim in group):
            continue
        difference = sum((part.value for part in parts), Decimal(0)) - totals[0].value
        if abs(difference) > sum((claim.slack for claim in group), Decimal(0)):
            message = ("De delen tellen niet op tot het totaal", "The parts do not add up to the total")
            yield _finding("sum", [totals[0], *parts], difference, message)


def _contradictions(claims: Iterable[Claim]) -> Iterable[Finding]:
    groups: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.firm and (claim.start or claim.end):
            about = (claim.indicator.casefold(), claim.breakdown.casefold(), claim.unit)
            groups[*about, claim.start, claim.end, claim.place, claim.status].append(claim)
    for group in groups.values():
        lowest = min(group, key=lambda claim: claim.value)
        highest = max(group, key=lambda claim: claim.value)
        difference = highest.value - lowest.value
        if difference > lowest.slack + highest.slack:
            message = ("Hetzelfde cijfer heeft verschillende waarden", "The same figure has different values")
            yield _finding("contradiction", group, difference, message)


def _finding(kind: str, figures: Sequence[Claim], difference: Decimal, message: tuple[str, str]) -> Finding:
    what = f" ({figures[0].indicator}: {difference:+f})"
    return Finding(kind, tuple(figures), difference, message[0] + what, message[1] + what)
