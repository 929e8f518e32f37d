"""Which of the times that a sentence names holds for which of its figures, and what a figure has from those before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.figures.carried import ASIDE, COMPARED, NO_TIMES
from graph.extract.figures.figure import Figure
from graph.extract.figures.periods import PeriodPhrase
from graph.extract.figures.tokens import Token
from graph.extract.figures.told import Told

_RECENT = 8
"""How many figures back the time that is told of is looked for."""


def with_times(
    figures: Sequence[Figure],
    first: int,
    sequence: Sequence[Token],
    phrases: Sequence[PeriodPhrase],
    total: Figure | None = None,
    *,
    led_in: bool = False,
) -> list[Figure]:
    """Give the figures of a sentence their periods.

    Args:
        figures: all figures so far.
        first: the index of the first one of the sentence.
        sequence: the tokens of the sentence.
        phrases: its phrases of time, in order.
        total: the last figure before the sentence that is not a part of another.
        led_in: whether the sentence before ends in a colon: "... waren er 78.640 werkzaam:".
    """
    told = Told(figures[first:], sequence, phrases)
    last = figures[first - 1] if first else None
    base = _base(figures[max(0, first - _RECENT) : first])
    total = replace(total, periods=base.periods) if total and base and not ASIDE.isdisjoint(total.rules) else total
    found: list[Figure] = []
    for i, figure in enumerate(told.figures):
        periods, rule = NO_TIMES
        goes_back = figure.framing.relation == "same" or figure.framing.rule == "series"
        if not told.is_structural(i):
            own = NO_TIMES if told.is_part_of(i, total) else told.times(i)
            before = last if goes_back and _is_all_aside(last, [*figures[:first], *found]) else base
            periods, rule = own if own[0] or told.is_standing(i) else told.carried(i, before, total, led_in=led_in)
        goes_on = rule == "period-carried" and goes_back and last is not None and not ASIDE.isdisjoint(last.rules)
        aside = [COMPARED] if periods and (goes_on or told.is_compared(i, base, periods)) else []
        last = replace(figure, periods=periods, rules=(*figure.rules, *([rule] if rule else []), *aside))
        base = replace(last, periods=base.periods) if base and not ASIDE.isdisjoint(last.rules) else last
        total = last if figure.framing.relation != "part" else total
        found.append(last)
    return found


def _is_all_aside(last: Figure | None, earlier: Sequence[Figure]) -> bool:
    """Whether the whole sentence of a figure is set beside what is told: "Ter vergelijking: in 2021 was dat 5%"."""
    near = earlier[-_RECENT:]
    return last is None or not any(f.sentence == last.sentence and ASIDE.isdisjoint(f.rules) for f in near)


def _base(figures: Sequence[Figure]) -> Figure | None:
    """Give the last figure, with the time that is told of: one that is only compared with is left again."""
    plain = next((figure for figure in reversed(figures) if ASIDE.isdisjoint(figure.rules)), None)
    return replace(figures[-1], periods=plain.periods) if plain else figures[-1] if figures else None
