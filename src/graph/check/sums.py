"""Parts against their total in the sentences of an answer: do they add up, within what rounding explains?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.check.finding import Finding, sum_found
from graph.check.phrases import (
    AVAILABLE,
    DIVIDED,
    EACH,
    IN_TOTAL,
    MEAN,
    NOT_ALL,
    OF_SOME,
    PARTS_OF_IT,
    SPENT_ON,
    TOGETHER,
)
from graph.check.rounding import slack_of_sum
from graph.describe.claims import Claim
from graph.describe.concepts import concept_key

NOT_ADDED = frozenset(
    ("percent", "percentage points", "ratio", "°C", "days", "weeks", "months", "years", "hours", "minutes")
)
_ALL = Decimal("0.25")
"""How far, as a share of the total, parts that the text calls complete may be off: beyond it the reading is wrong."""
NEARLY_ALL = Decimal("0.05")
"""Likewise for parts that are not called complete: only those that nearly add up were meant to."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """A total with its parts, and how far off they may be to be taken for all its parts."""

    total: Claim
    parts: tuple[Claim, ...]
    within: Decimal


def sums(claims: Iterable[Claim]) -> Iterator[Finding]:
    """Give the totals in running text that their parts do not add up to.

    Args:
        claims: figures of any papers; those in cells of tables are passed over.
    """
    answers: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.sentence and "table-cell" not in claim.rules and claim.unit not in NOT_ADDED:
            answers[claim.document, claim.key, claim.unit].append(claim)
    for each in answers.values():
        found: set[tuple[str, ...]] = set()
        for whole in _wholes(each):
            finding = check_sum(whole.total, whole.parts, whole.within)
            names = tuple(sorted(claim.iri for claim in (whole.total, *whole.parts)))
            if finding and names not in found:
                found.add(names)
                yield finding


def check_sum(total: Claim, parts: Sequence[Claim], within: Decimal = _ALL) -> Finding | None:
    """Compare a total with the sum of its parts.

    Args:
        total: the stated total.
        parts: all its parts.
        within: how far off they may be, as a share of the total, to be taken for its parts at all.
    """
    figures = (total, *parts)
    if len(parts) < 2 or total.value <= 0 or not all(claim.firm and claim.value >= 0 for claim in figures):
        return None
    difference = sum((part.value for part in parts), Decimal(0)) - total.value
    # A single part that exceeds the total is none.
    if max(part.value for part in parts) > total.value or abs(difference) > within * total.value:
        return None
    return sum_found(total, parts, difference) if abs(difference) > slack_of_sum(figures) else None


def _wholes(claims: Sequence[Claim]) -> Iterator[_Whole]:
    """Give the totals of an answer with their parts, all in one unit."""
    by_sentence: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.at):
        by_sentence[claim.sentence].append(claim)
    for number, here in by_sentence.items():
        before = by_sentence.get(number - 1, [])
        for whole in (*_parts_after(here, before), *_total_after(here, before), *_spent(here, before)):
            if _is_read_whole(whole):
                yield whole
    yield from filter(_is_read_whole, _listed(by_sentence))


def _parts_after(here: Sequence[Claim], before: Sequence[Claim]) -> Iterator[_Whole]:
    """Parts behind their total: "20.120, namelijk 16.490 en 3.630"; "Hiervan zijn er 900 ... en 350 ..."."""
    for n, part in enumerate(here):
        link = DIVIDED.search(part.before) or PARTS_OF_IT.search(part.before)
        total = here[n - 1] if n else before[-1] if len(before) == 1 else None
        if link and total:
            within = _ALL if DIVIDED.search(part.before) else NEARLY_ALL
            yield _Whole(total, (part, *_coordinated(here[n + 1 :], part)), within)
            return


def _coordinated(rest: Iterable[Claim], first: Claim) -> Iterator[Claim]:
    """Give the parts that follow a first one: of the same time and place, until a next division begins."""
    for claim in rest:
        if DIVIDED.search(claim.before) or PARTS_OF_IT.search(claim.before) or TOGETHER.search(claim.before):
            return
        if (claim.start, claim.end, claim.place) != (first.start, first.end, first.place):
            return
        yield claim


def _total_after(here: Sequence[Claim], before: Sequence[Claim]) -> Iterator[_Whole]:
    """A total behind its parts: "€ 3 mln en € 4 mln, samen € 7 mln"; "In totaal is dat € 7 mln"."""
    begin = 0
    for n, total in enumerate(here):
        together, in_total = TOGETHER.search(total.before), IN_TOTAL.search(total.before)
        if together or in_total:
            parts = here[begin:n] if n else before
            yield _Whole(total, tuple(parts), _ALL if together and n else NEARLY_ALL)
            begin = n + 1


def _spent(here: Sequence[Claim], before: Sequence[Claim]) -> Iterator[_Whole]:
    """What an available amount goes to: "beschikbaar is € 9 mln. € 4 mln wordt besteed aan ... en € 5 mln aan ..."."""
    for total, parts in [*([(before[0], here)] if len(before) == 1 else ()), *([(here[0], here[1:])] if here else ())]:
        told = f"{total.indicator} {total.before} {total.after}"
        goes = [SPENT_ON.search(f"{part.before} {part.after} {part.indicator}") for part in parts]
        if AVAILABLE.search(told) and goes and goes[0] and sum(map(bool, goes)) * 2 >= len(goes):
            yield _Whole(total, tuple(parts), NEARLY_ALL)


def _listed(by_sentence: dict[int, list[Claim]]) -> Iterator[_Whole]:
    """Give totals and the items of the list that follows: one thing, of which the items are parts."""
    alike: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claims in by_sentence.values():
        for claim in claims:
            about = (concept_key(claim.indicator), claim.start, claim.end, claim.place, claim.status)
            alike[about].append(claim)
    for group in alike.values():
        totals = [claim for claim in group if not claim.breakdown]
        parts = [claim for claim in group if claim.breakdown]
        if len(totals) == 1 and len({concept_key(part.breakdown) for part in parts}) == len(parts):
            yield _Whole(totals[0], tuple(parts), NEARLY_ALL)


def _is_read_whole(whole: _Whole) -> bool:
    """Whether nothing says that these are not all parts, that they overlap, or that they cannot be added."""
    for claim in (whole.total, *whole.parts):
        if MEAN.search(f"{claim.indicator} {claim.breakdown}") or NOT_ALL.search(f"{claim.before} {claim.after}"):
            return False
        if OF_SOME.search(claim.after) or EACH.search(claim.after):
            return False
    times = {(part.start, part.end) for part in whole.parts}
    total = (whole.total.start, whole.total.end)
    # One year each, and all years together, is a sum as well; a total of another time is not that of these parts.
    return len(times) > 1 or times == {total} or ("", "") in (total, *times)
