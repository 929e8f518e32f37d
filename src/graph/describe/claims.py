"""What has to be known of a figure to compare it with others: small enough to be kept beside the graph of its paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal

from graph.describe.around import Around, around
from graph.describe.fact_iris import fact_iris
from graph.describe.statements import plain
from graph.model import Qualifier, Statistic, Understanding

_DIGITS = re.compile(r"\d")
_WRITTEN_IN_FULL = 1000
"""From here on a number in words ("anderhalf miljoen") is a round one, not one that was counted."""


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
        step: what it is rounded to, by the text or by its last written digit: 100,000 for "113,8 mln"; 0 for a count
            that is written in full. The truth may be half a step away.
        firm: whether it is one exact number, neither a range nor hedged: others say too little to be contradicted.
        page: 1-based.
        quote: its words.
        at: where its number stands in the text layer.
        rules: the slugs of the rules that made it.
        sentence, before, after: where it stands in its answer; see `Around`.
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
    step: Decimal
    firm: bool
    page: int
    quote: str
    at: int
    rules: tuple[str, ...]
    sentence: int
    before: str
    after: str

    def plain(self) -> dict[str, object]:
        """Give it as JSON values."""
        return {**asdict(self), "value": plain(self.value), "step": plain(self.step), "rules": " ".join(self.rules)}

    @classmethod
    def read(cls, said: Mapping[str, object]) -> Claim:
        """Read what `plain` gave."""
        texts = {name: str(said[name]) for name in _TEXTS}
        places = {name: int(str(said[name])) for name in _PLACES}
        value, step = Decimal(str(said["value"])), Decimal(str(said["step"]))
        rules = tuple(str(said["rules"]).split())
        return cls(value=value, step=step, firm=said["firm"] is True, rules=rules, **texts, **places)  # type: ignore[arg-type]


_PLACES = ("page", "at", "sentence")
_TEXTS = tuple("iri document key indicator breakdown unit start end place status quote before after".split())


def claims_of(understanding: Understanding) -> tuple[Claim, ...]:
    """Give the figures of a paper, in its order."""
    iris = fact_iris(understanding, "").statistics
    each = zip(understanding.statistics, iris, around(understanding), strict=True)
    return tuple(_claim(understanding, *one) for one in each)


def claims_in(extracts: Iterable[bytes]) -> list[Claim]:
    """Give the figures of all papers, from what `graph.describe.extract` gave for each."""
    return [Claim.read(each) for known in extracts for each in json.loads(known)["figures"]]


def _claim(understanding: Understanding, fact: Statistic, iri: str, words: Around) -> Claim:
    report = understanding.report
    start, end = fact.period.start, fact.period.end
    step = written_step(fact.value, fact.value_text, fact.unit)
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
        step=max(step or Decimal(0), fact.rounded_to or Decimal(0)),
        firm=step is not None and fact.qualifier is Qualifier.EXACT and fact.value_max is None,
        page=report.source.page(fact.span.start),
        quote=report.source.quote(fact.span),
        at=fact.number.start,
        rules=fact.rules,
        sentence=words.sentence,
        before=words.before,
        after=words.after,
    )


def written_step(value: Decimal, written: str, unit: str) -> Decimal | None:
    """Give what the last digit of a number as written stands for; 0 for a count that is written in full.

    Args:
        value: in base units.
        written: the number as the text has it, with its scale word; one in a table may have its scale elsewhere.
        unit: of the value.

    Returns:
        The step in base units; None where the number is not written out: a share in words, "een op de drie".

    >>> written_step(Decimal("113800000"), "113,8mln", "EUR"), written_step(Decimal(20120), "20.120", "count")
    (Decimal('1E+5'), Decimal('0'))
    >>> written_step(Decimal(47), "47", "percent"), written_step(Decimal(50), "helft", "percent")
    (Decimal('1'), None)
    """
    digits = int("".join(_DIGITS.findall(written)) or "0")
    if value == 0:
        return Decimal(0)
    if not digits:
        return Decimal(0) if unit == "count" and value < _WRITTEN_IN_FULL else None
    step = (abs(value) / digits).normalize()
    if step.as_tuple().digits != (1,):
        return None
    return Decimal(0) if unit == "count" and step == 1 else step
