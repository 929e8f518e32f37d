"""Many spans, asked quickly: which of them touch a stretch of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from graph.model import Span


class Spans:
    """Stretches of a text, in order, those that overlap joined into one.

    >>> found = Spans([Span(8, 9), Span(1, 4), Span(3, 6)])
    >>> found.apart
    (Span(start=1, end=6), Span(start=8, end=9))
    >>> found.touching(Span(5, 8)), bool(found.touching(Span(6, 8)))
    ((Span(start=1, end=6),), False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        apart: list[Span] = []
        for span in sorted(spans):
            if apart and span.start < apart[-1].end:
                apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
            else:
                apart.append(span)
        self.apart = tuple(apart)
        self._ends = [span.end for span in apart]

    def touching(self, span: Span) -> tuple[Span, ...]:
        """Give the stretches that share at least one character with a span."""
        at = first = bisect_left(self._ends, span.start + 1)
        while at < len(self.apart) and self.apart[at].start < span.end:
            at += 1
        return self.apart[first:at]
