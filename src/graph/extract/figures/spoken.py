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
from graph.extract.figures.timewords import POINTS_BACK, THAT_TIME

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
            earlier = self.phrases(index - 1, back=back - 1) if index and back else []
            return with_shifted(words, start, found, earlier[-1] if earlier else None)
        that = THAT_TIME.search(words) or (not found and self._points_back(index) and POINTS_BACK.match(words))
        if found or index == 0 or not that or back == 0:
            return found
        before = self.phrases(index - 1, back=back - 1)
        begin, end = that.start() + start, that.end() + start
        return [replace(before[-1], start=begin, end=end, rule="period-carried")] if before else []

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
