"""The figures of a sentence and its phrases of time: which phrase is the time of which figure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph.extract.figures.asked import is_standing
from graph.extract.figures.carried import NO_TIMES, Times, goes_on, inherited
from graph.extract.figures.figure import Figure
from graph.extract.figures.periods import PeriodPhrase, merged
from graph.extract.figures.tokens import Tag, Token
from graph.model import Period

_FROM_AND_TO = ("van", "naar", "tot")
_AGAINST = frozenset(("tegen", "tegenover"))
_PARTS = frozenset(("waarvan", "waaronder"))
_SOURCES = frozenset(("volgens", "blijkens"))
_MIDDLE = frozenset(("medio", "halverwege"))
"""A time of its own that tells no dates: what stands beside it has no other."""

_NEAR = 3
_BESIDE = 2
_ENDS = frozenset((Tag.NUMBER, Tag.STOP, Tag.COMMA))


@dataclass(frozen=True)
class Told:
    """The figures of a sentence, its tokens and its phrases of time, each in the order of the text."""

    figures: Sequence[Figure]
    sequence: Sequence[Token]
    phrases: Sequence[PeriodPhrase]

    @cached_property
    def starts(self) -> list[int]:
        """Where the figures begin."""
        return [figure.quantity.start for figure in self.figures]

    @cached_property
    def words(self) -> list[int]:
        """Where the tokens begin."""
        return [token.start for token in self.sequence]

    @cached_property
    def spoken(self) -> list[int]:
        """Where the phrases of time begin."""
        return [phrase.start for phrase in self.phrases]

    @cached_property
    def respective(self) -> dict[int, int]:
        """The figures that "respectievelijk" gives out, or that share their noun with the next, with their order."""
        return {i: k for k, i in enumerate(i for i in range(len(self.figures)) if self._is_respective(i))}

    @cached_property
    def reference(self) -> PeriodPhrase | None:
        """The phrase that names the reference date of the whole sentence."""
        return next((phrase for phrase in self.phrases if phrase.reference), None)

    @cached_property
    def levels(self) -> list[int]:
        """Which of the figures a change goes from and to: "van 120 naar 101 kiloton"."""
        at = [i for i, f in enumerate(self.figures) if f.framing.rule == "new-level" and self._lead(i) in _FROM_AND_TO]
        paired = len(at) == 2 and self._lead(at[0]) == "van" != self._lead(at[1])
        return at if paired else []

    def times(self, i: int) -> Times:
        """Give the periods that the sentence itself has for its i-th figure."""
        phrase = self._nearest(i)
        if phrase is None or not self._reaches(i, phrase):
            return NO_TIMES
        if len(phrase.periods) == 1:
            period = self._end_of_range(i, phrase) or phrase.periods[0]
            return (period,), phrase.rule
        if i in self.respective and len(self.respective) == len(phrase.periods):
            return (phrase.periods[self.respective[i]],), phrase.rule
        if phrase.each:
            return phrase.periods, phrase.rule
        if len(self.figures) == len(phrase.periods):
            return (phrase.periods[i],), phrase.rule
        return (merged(phrase.periods),), phrase.rule

    def carried(self, i: int, last: Figure | None, total: Figure | None, *, led_in: bool) -> Times:
        """Give the periods that a figure has from those before it; "Volgens X heeft ..." opens another story."""
        if self.sequence[0].low in _SOURCES and not self.goes_on:
            return NO_TIMES
        if self._tells_no_dates:
            return NO_TIMES
        return inherited(last, total, self.figures[i], told_on=self.goes_on, led_in=led_in)

    def is_standing(self, i: int) -> bool:
        """Whether an amount holds for as long as a rule does: "een vaste bijdrage van € 7.000 per woning"."""
        figure = self.figures[i]
        if figure.framing.relation or self.goes_on:
            return False
        at = self._token(i)
        low = next((j for j in range(at - 1, -1, -1) if self.sequence[j].tag is Tag.NUMBER), -1) + 1
        high = next((j for j in range(at + 1, len(self.sequence)) if self.sequence[j].tag in _ENDS), None)
        words = " ".join(token.text for token in self.sequence[low:high])
        return is_standing(words, figure.quantity.unit)

    def is_compared(self, i: int, last: Figure | None, periods: tuple[Period, ...]) -> bool:
        """Whether a figure is only set beside another: "tegenover 17,6% in 2022", "In 2024 waren dat er 80"."""
        at = self._token(i)
        if not _AGAINST.isdisjoint(token.low for token in self.sequence[max(0, at - _NEAR) : at]):
            return True
        if [token.low for token in self.sequence[:2]] == ["ter", "vergelijking"]:
            return True
        before = last.periods[-1].start if last and last.periods else None
        end = periods[-1].end
        return self.figures[i].framing.relation == "same" and bool(before and end and end < before)

    def _reaches(self, i: int, phrase: PeriodPhrase) -> bool:
        """Whether a phrase behind a figure is its time, not that of another set beside it: "tegenover 94 in 2015"."""
        low, high = self._token(i) + 1, bisect_left(self.words, phrase.start)
        for j, token in enumerate(self.sequence[low:high], low):
            if token.text == ";" or (token.low in _PARTS and self._is_of_part(j, high)):
                return False
            if token.low in _AGAINST and any(t.tag is Tag.NUMBER for t in self.sequence[j : min(high, j + _NEAR + 1)]):
                return False
        return True

    def _is_of_part(self, marker: int, phrase: int) -> bool:
        """Whether a phrase is right beside a part: "waarvan tot nu toe € 39 miljoen", "waarvan € 2 mln. in 2026"."""
        if marker + 1 == phrase:
            return True
        part = next((j for j in range(phrase - 1, marker, -1) if self.sequence[j].tag is Tag.NUMBER), None)
        return part is not None and phrase - part <= _BESIDE

    def is_structural(self, i: int) -> bool:
        """Whether "structureel" takes a figure out of the years before it: "€ 8 in 2027 en € 15 structureel"."""
        behind = bisect_right(self.words, self.starts[i])
        joined = i > 0 and behind < len(self.sequence) and self.sequence[behind].low == "structureel"
        return joined and (behind + 1 >= len(self.sequence) or self.sequence[behind + 1].tag is not Tag.TIME)

    def is_part_of(self, i: int, total: Figure | None) -> bool:
        """Whether a part has the time of its total in the sentence: no other stands between them or behind the part."""
        if self.figures[i].framing.relation != "part" or total is None or not total.periods or self.reference:
            return False
        if total.sentence != self.figures[i].sentence:
            return False
        low = bisect_right(self.spoken, total.quantity.start)
        high = bisect_left(self.spoken, self.starts[i])
        return low == high and self._behind(i) is None and self._first_behind(total) is None

    def _first_behind(self, total: Figure) -> PeriodPhrase | None:
        """Give the phrase between a total and its first part."""
        at = bisect_left(self.starts, total.quantity.start)
        return self._behind(at)

    @cached_property
    def goes_on(self) -> bool:
        """Whether the sentence goes on with what the one before tells: it points back, or tells of the past too."""
        return goes_on(self.sequence)

    @cached_property
    def _tells_no_dates(self) -> bool:
        """Whether the sentence names the middle of a year."""
        return any(token.low in _MIDDLE for token in self.sequence)

    def _token(self, i: int) -> int:
        """Give the index of the token that a figure is."""
        return bisect_left(self.words, self.starts[i])

    def _lead(self, i: int) -> str:
        at = self._token(i)
        return self.sequence[at - 1].low if at else ""

    def _is_respective(self, i: int) -> bool:
        if self.figures[i].framing.rule in ("respectively", "shared-noun"):
            return True
        at = self._token(i)
        return any(token.low == "respectievelijk" for token in self.sequence[max(0, at - 8) : at])

    def _end_of_range(self, i: int, phrase: PeriodPhrase) -> Period | None:
        """Give the year at its end of a range: "tussen 2018 en 2023 gedaald van 120 naar 101 kiloton"."""
        period = phrase.periods[0]
        if i not in self.levels or phrase.rule != "period-range" or period.start is None or period.end is None:
            return None
        first, last = _year(period.start), _year(period.end)
        if first.start != period.start or last.end != period.end:
            return None
        return first if i == self.levels[0] else last

    def _adjacent(self, i: int) -> PeriodPhrase | None:
        """Give the phrase right behind a number, where each of several has its own: "46 zaken in 2024, 33 in 2023"."""
        phrase = self._behind(i)
        if phrase is None or len(self.figures) < 2:
            return None
        low, high = bisect_right(self.words, self.starts[i]), bisect_left(self.words, phrase.start)
        between = self.sequence[low : min(high, low + 4)]
        named = all(token.tag in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE) for token in between)
        return phrase if named and len(between) < 4 else None

    def _bracket_of(self, i: int) -> PeriodPhrase | None:
        """Give the phrase in whose bracket a figure stands: "2026 (€ 91 mln.)"."""
        before = bisect_left(self.spoken, self.starts[i])
        at = self._token(i)
        opened = at > 0 and self.sequence[at - 1].tag is Tag.OPEN
        last = self.phrases[before - 1] if before else None
        return last if last and opened and last.end + 1 == self.sequence[at - 1].start else None

    def _behind(self, i: int) -> PeriodPhrase | None:
        """Give the first phrase between a figure and the next."""
        at = bisect_right(self.spoken, self.starts[i])
        ends = self.starts[i + 1] if i + 1 < len(self.starts) else None
        if at < len(self.phrases) and (ends is None or self.spoken[at] < ends):
            return self.phrases[at]
        return None

    def _nearest(self, i: int) -> PeriodPhrase | None:
        """Choose among phrases: the last before a number, or, where numbers come first, the next behind it."""
        if self.reference or len(self.phrases) <= 1:
            return self.reference or (self.phrases[0] if self.phrases else None)
        if own := self._bracket_of(i) or self._adjacent(i):
            return own
        before = bisect_left(self.spoken, self.starts[i])
        last = self.phrases[before - 1] if before else None
        if self.spoken[0] < self.starts[0]:
            return last
        return self._behind(i) or last


def _year(day: date) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))
