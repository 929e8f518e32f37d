"""How far figures may be apart by their rounding."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from graph.describe.claims import Claim

_TEN = Decimal(10)
_HALF = Decimal(2)
_LEAST_ZEROS = 2
"""From how many zeros at its end a single number is taken for a round one: 78.000, but not 1.250."""


def slack_of_sum(figures: Sequence[Claim]) -> Decimal:
    """Give by how much the sum of rounded parts may differ from their rounded total: half a step of each of them.

    A zero is as coarse as the coarsest of the others. Where all figures end in as many zeros they are taken to be
    rounded, though the text does not say so.
    """
    shared = min(_power(figure.value) for figure in figures)
    shared = shared if shared > 1 and len(figures) > 2 else Decimal(0)
    coarsest = max(figure.step for figure in figures)
    steps = (max(shared, figure.step if figure.value else coarsest) for figure in figures)
    return sum(steps, Decimal(0)) / _HALF


def differ(one: Claim, other: Claim) -> bool:
    """Whether two figures of one thing cannot both be right: no number rounds to both.

    A number that is rounded to the same step twice gives the same figure.
    """
    steps = [max(claim.step, _round(claim.value)) for claim in (one, other)]
    apart = abs(one.value - other.value)
    return apart > sum(steps) / _HALF or (apart > 0 and steps[0] == steps[1])


def _round(value: Decimal) -> Decimal:
    """Give what a number looks rounded to; 0 where it does not."""
    power = _power(value)
    return power if power >= _TEN**_LEAST_ZEROS else Decimal(0)


def _power(value: Decimal) -> Decimal:
    """Give the highest power of ten that divides a number; a zero is divided by all."""
    if value == 0:
        return Decimal("Infinity")
    return _TEN ** int(value.normalize().as_tuple().exponent) if value == value.to_integral_value() else Decimal(0)
