"""Shares of one whole that cannot be: those of all its parts that do not make 100%, or of outcomes that exceed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from graph.check.finding import Finding, shares_found
from graph.check.phrases import DIVIDED, EXCLUSIVE, NOT_ALL, REST
from graph.check.rounding import slack_of_sum
from graph.describe.claims import Claim

_HUNDRED = Decimal(100)
_FURTHEST = Decimal(25)
"""How many percentage points off shares may be; beyond it they are not of one whole."""


def shares(claims: Iterable[Claim]) -> Iterator[Finding]:
    """Give the percentages in running text that do not make a whole.

    Args:
        claims: figures of any papers; those in cells of tables are passed over.
    """
    sentences: defaultdict[tuple[str, str, int, str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.document, claim.at)):
        if claim.unit == "percent" and claim.sentence and "table-cell" not in claim.rules:
            sentences[claim.document, claim.key, claim.sentence, claim.start, claim.end].append(claim)
    for here in sentences.values():
        firm = all(claim.firm and claim.value >= 0 for claim in here)
        if len(here) > 1 and firm and not any(NOT_ALL.search(f"{claim.before} {claim.after}") for claim in here):
            if finding := _checked(here):
                yield finding


def _checked(here: Sequence[Claim]) -> Finding | None:
    """Compare the shares of a sentence with 100%."""
    difference = sum((claim.value for claim in here), Decimal(0)) - _HUNDRED
    if not slack_of_sum(here) < abs(difference) <= _FURTHEST:
        return None
    complete = DIVIDED.search(here[0].before) or REST.search(here[-1].before)
    return shares_found(here, difference) if complete or (difference > 0 and _exclude_each_other(here)) else None


def _exclude_each_other(here: Sequence[Claim]) -> bool:
    """Whether two shares are of outcomes that exclude each other: "95% is ingewilligd en 6% afgewezen"."""
    if len(here) != 2:
        return False
    told = [f"{claim.after} {claim.breakdown}" for claim in here]
    return any(one.search(told[n]) and other.search(told[1 - n]) for one, other in EXCLUSIVE for n in (0, 1))
