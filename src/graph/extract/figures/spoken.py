"""The times that the sentences of an answer speak of, each in its own words or in those of a sentence before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.extract.figures.calendar import elements
from graph.extract.figures.figure import Context, Figure
from graph.extract.figures.periods import PeriodPhrase, period_phrases
from graph.extract.figures.sentences import Sentence, sentences
from graph.extract.figures.shifted import names_another_time, with_shifted
from graph.extract.figures.timewords import ASIDE, DAY, POINTS_BACK, THAT_TIME

FAR_BACK = 8
"""How many sentences back a reader still knows what time was spoken of."""


@dataclass(frozen=True)
class Spoken:
    """The sentences of a text and their times; `figures` are those found so far, in the order of the text."""

    text: str
    context: Context
    figures: Sequence[Figure]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in order."""
        return sentences(self.text)

    @cached_property
    def _yearly(self) -> bool:
        return any(element.year for element in elements(self.context.question))

    def words(self, index: int) -> str:
        """Give the words of a sentence."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]

    def phrases(self, index: int, *, row: bool = False, back: int = FAR_BACK) -> list[PeriodPhrase]:
        """Give the phrases of time of a sentence; "in die periode" is the last one of the sentence before.

        Args:
            index: the index of the sentence.
            row: whether it is a row of a list.
            back: how many sentences before it may be asked.
        """
        start, words = self.sentences[index].start, self.words(index)
        found = [
            replace(phrase, start=phrase.start + start, end=phrase.end + start)
            for phrase in period_phrases(words, self.context.day, row=row, yearly=self._yearly)
        ]
        if names_another_time(words):
            found = with_shifted(words, start, found, self._last_before(index, back=back))
        that = THAT_TIME.search(words) or (not found and self._points_back(index) and POINTS_BACK.match(words))
        if index == 0 or not that or back <= 0 or (found and found[0].start < that.end() + start):
            return found
        before = self._pointed_to(index, that.group(), back=back)
        begin, end = that.start() + start, that.end() + start
        return [*([replace(before, start=begin, end=end, rule="period-carried")] if before else []), *found]

    def _pointed_to(self, index: int, words: str, *, back: int) -> PeriodPhrase | None:
        """Give the time that "in die periode" points to: that of the sentence before; "op die datum" the last day."""
        if DAY.search(words):
            for earlier in range(index - 1, max(-1, index - 1 - back), -1):
                for phrase in reversed(self.phrases(earlier, back=0)):
                    if all(period.start == period.end for period in phrase.periods):
                        return phrase
        aside = index > 1 and ASIDE.match(self.words(index - 1)) is not None
        before = self.phrases(index - 1 - aside, back=back - 1 - aside)
        return before[-1] if before else None

    def _last_before(self, index: int, *, back: int) -> PeriodPhrase | None:
        """Give the last time spoken of before a sentence, in its paragraph; of the sentence right before in any."""
        for earlier in range(index - 1, max(-1, index - 1 - back), -1):
            if earlier < index - 1 and self.sentences[earlier].line != self.sentences[index].line:
                break
            if not ASIDE.match(self.words(earlier)) and (
                said := self.phrases(earlier, back=back - 1 if earlier == index - 1 else 0)
            ):
                return said[-1]
        return None

    def of_heading(self, heading: int | None) -> list[PeriodPhrase]:
        """Give the time in the last sentence of the line that a row stands under."""
        if heading is None:
            return []
        last = bisect_right(self.sentences, heading, key=lambda sentence: sentence.line) - 1
        return self.phrases(last) if last >= 0 and self.sentences[last].line == heading else []

    def led_in(self, index: int) -> bool:
        """Whether the sentence before ends in a colon: "... waren er 78.640 werkzaam:"."""
        return index > 0 and self.words(index - 1).rstrip().endswith(":")

    def _points_back(self, index: int) -> bool:
        """Whether the sentence before, in the same paragraph, has no figure of its own that this one goes on from."""
        if index == 0 or self.sentences[index - 1].line != self.sentences[index].line:
            return False
        at = bisect_left(self.figures, index - 1, key=lambda figure: figure.sentence)
        return at == len(self.figures) or self.figures[at].sentence != index - 1
