"""Looks for figures that contradict one another; what it finds keeps nothing out, it deserves a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from graph.check.contradictions import contradictions
from graph.check.finding import Finding
from graph.check.shares import shares
from graph.check.sums import sums
from graph.check.table_sums import table_sums
from graph.describe.claims import Claim, claims_of
from graph.model import Understanding


def consistency(papers: Iterable[Understanding]) -> list[Finding]:
    """Compare the figures of papers with one another; see `compare`."""
    return compare([claim for paper in papers for claim in claims_of(paper)])


def compare(claims: Sequence[Claim]) -> list[Finding]:
    """Check sums within each answer, and that one thing has one value over all papers.

    Parts add up to a total within rounding: half of what each figure is rounded to, by the text or by its last
    digit. Figures that are hedged, or whose period the text does not give, are left alone. It says nothing rather
    than something that a careful reader would wave aside.
    """
    return [*within_answers(claims), *contradictions(claims)]


def within_answers(claims: Sequence[Claim]) -> list[Finding]:
    """Check sums and shares: all that a paper tells about itself, whatever other papers say."""
    return [*sums(claims), *table_sums(claims), *shares(claims)]


def without_period(claims: Iterable[Claim]) -> dict[str, int]:
    """Count the figures of each paper whose period could not be fixed; a paper with figures has at least a 0."""
    counts: Counter[str] = Counter()
    for claim in claims:
        counts[claim.document] += not (claim.start or claim.end)
    return dict(counts)
