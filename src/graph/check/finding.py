"""What does not fit together: the figures, where they stand, and by how much they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.describe.claims import Claim
from graph.describe.statements import plain

_SYMBOLS = {"count": "", "percent": "%", "percentage points": " percentage points"}


@dataclass(frozen=True)
class Finding:
    """Figures that do not fit together.

    Attributes:
        kind: ``sum`` (parts that do not add up to their total), ``percentages`` (shares of one whole that do not make
            100%) or ``contradiction`` (one thing, several values).
        figures: what they claim, the first being the one that the others are held against.
        difference: of the parts' sum from the total (or from 100), or of the highest from the lowest value, in their
            unit.
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
    def unit(self) -> str:
        """What the difference is counted in."""
        return "percentage points" if self.figures[0].unit == "percent" else self.figures[0].unit

    @property
    def page(self) -> int:
        """The page of the first figure."""
        return self.figures[0].page

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words of each figure."""
        return tuple(claim.quote for claim in self.figures)

    def __str__(self) -> str:
        words = ", ".join(map(self._words, self.figures))
        return f"{self.document}, page {self.page}: {self.message_en}: {words}"

    def _words(self, claim: Claim) -> str:
        """Give the words of a figure, and where they stand if not where the first stands."""
        where = []
        if claim.document != self.document:
            where.append(claim.document)
        if where or claim.page != self.page:
            where.append(f"page {claim.page}")
        return f"«{' '.join(claim.quote.split())}»" + (f" ({', '.join(where)})" if where else "")


def sum_found(total: Claim, parts: Sequence[Claim], difference: Decimal) -> Finding:
    """Say that parts do not add up to a total."""
    added, stated, by = (amount(value, total.unit) for value in (total.value + difference, total.value, difference))
    about = total.indicator
    return Finding(
        "sum",
        (total, *parts),
        difference,
        f"De delen tellen niet op tot het totaal ({about}: samen {added}, vermeld {stated}, verschil {by})",
        f"The parts do not add up to the total ({about}: together {added}, stated {stated}, difference {by})",
    )


def shares_found(shares: Sequence[Claim], difference: Decimal) -> Finding:
    """Say that shares of one whole do not make 100%."""
    added, by = amount(100 + difference, "percent"), amount(difference, "percentage points")
    about = shares[0].indicator
    return Finding(
        "percentages",
        tuple(shares),
        difference,
        f"De percentages maken samen geen 100% ({about}: samen {added}, verschil {by})",
        f"The percentages do not make 100% ({about}: together {added}, difference {by})",
    )


def contradiction_found(figures: Sequence[Claim], difference: Decimal) -> Finding:
    """Say that one thing has several values."""
    one = figures[0]
    about = ", ".join(filter(None, (one.indicator, one.breakdown, one.place)))
    about += (
        f", {one.start or '…'}/{one.end or '…'}: verschil " if one.start != one.end else f", {one.start}: verschil "
    )
    by = amount(difference, one.unit)
    return Finding(
        "contradiction",
        tuple(figures),
        difference,
        f"Hetzelfde cijfer heeft verschillende waarden ({about}{by})",
        f"The same figure has different values ({about.replace('verschil', 'difference')}{by})",
    )


def amount(value: Decimal, unit: str) -> str:
    """Write a value with its unit.

    >>> amount(Decimal("-4.6E+6"), "EUR"), amount(Decimal("95"), "percent"), amount(Decimal(10), "count")
    ('-4600000 EUR', '95%', '10')
    """
    return plain(value) + _SYMBOLS.get(unit, f" {unit}")
