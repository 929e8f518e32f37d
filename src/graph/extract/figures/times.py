"""Which of the times that a sentence names holds for which of its figures, and what a figure has from those before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.figures.figure import Figure
from graph.extract.figures.periods import PeriodPhrase, merged
from graph.extract.figures.tokens import Tag, Token
from graph.model import Period

Times = tuple[tuple[Period, ...], str]
"""The periods of a figure, one for each fact that it is, and the rule that gives them."""

NO_TIMES: Times = ((), "")


def with_times(
    figures: Sequence[Figure], first: int, sequence: Sequence[Token], phrases: Sequence[PeriodPhrase]
) -> list[Figure]:
    """Give the figures of a sentence their periods.

    Args:
        figures: all figures so far.
        first: the index of the first one of the sentence.
        sequence: the tokens of the sentence.
        phrases: its phrases of time, in order.
    """
    mine = figures[first:]
    found: list[Figure] = []
    for i, figure in enumerate(mine):
        periods, rule = _own(i, mine, phrases, sequence)
        if not periods:
            periods, rule = _inherited([*figures[:first], *found], figure)
        found.append(replace(figure, periods=periods, rules=(*figure.rules, *([rule] if rule else []))))
    return found


def _own(i: int, mine: Sequence[Figure], phrases: Sequence[PeriodPhrase], sequence: Sequence[Token]) -> Times:
    """Give the periods that a sentence itself has for its i-th figure."""
    phrase = _nearest(mine[i].quantity.start, [figure.quantity.start for figure in mine], phrases, sequence)
    if phrase is None:
        return NO_TIMES
    if len(phrase.periods) == 1:
        return phrase.periods, phrase.rule
    respective = [figure for figure in mine if _is_respective(sequence, figure)]
    if mine[i] in respective and len(respective) == len(phrase.periods):
        return (phrase.periods[respective.index(mine[i])],), phrase.rule
    if phrase.each:
        return phrase.periods, phrase.rule
    if len(mine) == len(phrase.periods):
        return (phrase.periods[i],), phrase.rule
    return (merged(phrase.periods),), phrase.rule


def _inherited(earlier: Sequence[Figure], figure: Figure) -> Times:
    """Give the periods of the figure that this one belongs to, or goes on from in the same paragraph."""
    if not earlier:
        return NO_TIMES
    last = earlier[-1]
    if figure.framing.relation in ("part", "twin"):
        last = next((total for total in reversed(earlier) if total.framing.relation != "part"), last)
    elif not (_goes_on(last, figure) or (figure.framing.relation == "same" and last.indicator == figure.indicator)):
        return NO_TIMES
    return (last.periods, "period-carried") if last.periods else NO_TIMES


def _goes_on(last: Figure, figure: Figure) -> bool:
    near = last.line == figure.line and figure.sentence - last.sentence <= 1
    return near and last.quantity.unit == figure.quantity.unit


def _is_respective(sequence: Sequence[Token], figure: Figure) -> bool:
    """Whether a number is one of those that "respectievelijk" gives out, or shares its noun with the next."""
    if figure.framing.rule in ("respectively", "shared-noun"):
        return True
    start = figure.quantity.start
    at = next((i for i, token in enumerate(sequence) if token.tag is Tag.NUMBER and token.start == start), 0)
    return any(token.low == "respectievelijk" for token in sequence[max(0, at - 8) : at])


def _adjacent(
    start: int, starts: Sequence[int], phrases: Sequence[PeriodPhrase], sequence: Sequence[Token]
) -> PeriodPhrase | None:
    """Give the phrase right behind a number, where each of several has its own: "46 zaken in 2024, 33 in 2023"."""
    if len(starts) < 2:
        return None
    following = min((other for other in starts if other > start), default=None)
    for phrase in phrases:
        if phrase.start > start and (following is None or phrase.start < following):
            between = [t for t in sequence if start < t.start < phrase.start]
            if len(between) < 4 and all(t.tag in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE) for t in between):
                return phrase
    return None


def _nearest(
    start: int, starts: Sequence[int], phrases: Sequence[PeriodPhrase], sequence: Sequence[Token]
) -> PeriodPhrase | None:
    """Choose among phrases: the last before a number, or, where numbers come first, the next behind it."""
    reference = next((phrase for phrase in phrases if phrase.reference), None)
    if reference or len(phrases) <= 1:
        return reference or (phrases[0] if phrases else None)
    if own := _adjacent(start, starts, phrases, sequence):
        return own
    before = [phrase for phrase in phrases if phrase.start < start]
    if phrases[0].start < starts[0]:
        return before[-1]
    following = next((other for other in starts if other > start), None)
    after = [phrase for phrase in phrases if phrase.start > start and (following is None or phrase.start < following)]
    return after[0] if after else before[-1] if before else None
