"""An answer read from beginning to end: what each number measures and when, with what went before in mind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph.extract.figures.backward import pointed_to, total_of
from graph.extract.figures.completed import as_measured, completed, is_open, opening, resumed_topic
from graph.extract.figures.exclusions import exclusions
from graph.extract.figures.figure import Context, Figure, Name
from graph.extract.figures.frames import frame, points_back
from graph.extract.figures.labels import in_brackets, in_unit_of, name_of, shortened, shorter_names
from graph.extract.figures.lists import of_list
from graph.extract.figures.naming import money, what_is_asked, with_rate
from graph.extract.figures.notes import asides, is_source_note
from graph.extract.figures.parts import beside_whole
from graph.extract.figures.periods import PeriodPhrase, merged
from graph.extract.figures.places import place_of, speaks_of_a_region
from graph.extract.figures.quantities import Quantity, quantities
from graph.extract.figures.restricting import group_behind, reason_behind
from graph.extract.figures.rows import heading_of, in_euros_of_table, lost_cells, under_heading
from graph.extract.figures.scene import Framing, Scene
from graph.extract.figures.sentences import Sentence, outside
from graph.extract.figures.spoken import FAR_BACK, Spoken
from graph.extract.figures.standing import status_of
from graph.extract.figures.tables import flattened_tables, holds
from graph.extract.figures.times import with_times
from graph.extract.figures.tokens import Tag, tokens
from graph.extract.figures.topics import is_thin, with_topic
from graph.joints import BREAK
from graph.model import Kind, Qualifier, Span
from graph.spans import Spans
from graph.views import View

PAPER_KINDS = frozenset({Kind.DOCUMENT, Kind.URL, Kind.LAW, Kind.BILL, Kind.TREATY, Kind.EU_ACT, Kind.CASE})
"""Kinds of mention whose numbers are part of a name."""

BARE = frozenset({"number", "number-grouped", "number-word"})
"""The rules of numbers without scale or range: alone they say nothing of what they count."""

_WORD_GOES_ON = re.compile(r"[\w-]")
_NOUN_REACH = 60
_REACH = 150
"""Words on either side of a number that are looked at: more than the longest sentence that anyone reads."""

_TOLD = 3
"""How many sentences back the full name of a thing is looked for."""

_TELLING = 5
"""How many letters a noun has at least that two sentences must share to speak of the same thing."""


@dataclass
class Reading:
    """One pass over a view; `figures` grows as it goes. `tables` are the stretches that are read cell by cell."""

    view: View
    names: Sequence[Name]
    context: Context
    tables: Sequence[tuple[int, int]] = ()
    figures: list[Figure] = field(default_factory=list)
    _total: Figure | None = None
    _lines: list[str] = field(default_factory=list)

    @cached_property
    def _spoken(self) -> Spoken:
        return Spoken(self.view.text, self.context, self.figures)

    @cached_property
    def _shorter(self) -> Sequence[tuple[str, str]]:
        return shorter_names(self.view.text, self.names)

    def read(self) -> list[Figure]:
        """Read all sentences and give the figures."""
        text = self.view.text
        found = quantities(text)
        if not found:
            return []
        papers = [(name.start, name.end) for name in self.names if name.mention.kind in PAPER_KINDS]
        runs = (run for run in flattened_tables(text) if not any(holds(q, run) for q in found))
        barred = [*exclusions(text, papers), *asides(text), *runs, *self.tables]
        closed = Spans(Span(*each) for each in barred if each[0] < each[1])
        found = tuple(q for q in found if not closed.touching(Span(q.numeral.start, q.numeral.end)))
        starts = [quantity.start for quantity in found]
        self._lines = text.split(BREAK)
        for index, sentence in enumerate(self._spoken.sentences):
            words = text[sentence.start : sentence.end]
            if is_source_note(words) and not any(asides(words)):
                continue
            for part in outside(sentence, self.tables):
                near = found[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
                inside = [quantity for quantity in near if quantity.end <= part.end]
                if inside:
                    self._sentence(index, part, inside, whole=part == sentence)
        return self.figures

    def _sentence(self, index: int, sentence: Sentence, inside: list[Quantity], *, whole: bool) -> None:
        heading = heading_of(self._lines, sentence.line) if whole else None
        if heading is not None and lost_cells(self._lines, sentence.line):
            return
        words = self.view.text[sentence.start : sentence.end]
        phrases = self._spoken.phrases(index, row=heading is not None) or self._spoken.of_heading(heading)
        sequence = tokens(self.view.text, sentence.start, sentence.end, self._fixed(sentence, inside, phrases))
        first, before = len(self.figures), self._total
        asked = () if speaks_of_a_region(words) else self.context.places
        begins = {quantity.start: quantity for quantity in reversed(inside)}
        for at, token in enumerate(sequence):
            if token.tag is Tag.NUMBER and (quantity := begins.get(token.start)):
                low = max(0, at - _REACH)
                scene = Scene(sequence[low : at + _REACH], at - low, quantity, heading)
                self._number(scene, index, sentence.line, len(self.figures) - first)
        self.figures[first:] = [
            replace(
                figure,
                status=status_of(
                    words,
                    figure.quantity.start - sentence.start,
                    figure.periods,
                    self.context.day,
                    figure.quantity.unit,
                ),
                place=place_of(
                    sentence, self.view.text, (figure.quantity.start, figure.quantity.end), self.names, asked
                ),
            )
            for figure in map(
                self._of_paragraph,
                with_times(self.figures, first, sequence, phrases, before, led_in=self._spoken.led_in(index)),
            )
        ]
        self._total = total_of(self.figures[first:]) or before

    def _of_paragraph(self, figure: Figure) -> Figure:
        """Give a figure without a time that of the sentence of its paragraph that speaks of the same thing."""
        if figure.periods or len(figure.head) < _TELLING or figure.quantity.unit != "count":
            return figure
        for index in range(figure.sentence - 1, max(-1, figure.sentence - 1 - FAR_BACK), -1):
            sentence = self._spoken.sentences[index]
            if sentence.line != figure.line:
                break
            if figure.head in self.view.text[sentence.start : sentence.end].lower().split():
                if len(phrases := self._spoken.phrases(index)) == 1:
                    rules = (*figure.rules, "period-paragraph")
                    return replace(figure, periods=(merged(phrases[0].periods),), rules=rules)
        return figure

    def _fixed(
        self, sentence: Sentence, inside: Sequence[Quantity], phrases: Sequence[PeriodPhrase]
    ) -> list[tuple[int, int, Tag]]:
        """Give the stretches that are one token each: quantities, times outside them, whole names outside both."""
        fixed = [(quantity.start, quantity.end, Tag.NUMBER) for quantity in inside]
        for phrase in phrases:
            if _is_free(fixed, phrase.start, phrase.end):
                fixed.append((phrase.start, phrase.end, Tag.TIME))
        for name in self.names:
            within = sentence.start <= name.start and name.end <= sentence.end
            whole = not _WORD_GOES_ON.match(self.view.text, name.end) and not _WORD_GOES_ON.match(
                self.view.text[name.start - 1 : name.start]
            )
            if within and whole and name.mention.kind is not Kind.PLACE and _is_free(fixed, name.start, name.end):
                fixed.append((name.start, name.end, Tag.NAME))
        return fixed

    def _number(self, scene: Scene, index: int, line: int, ordinal: int) -> None:
        """Read one number; a bare one that no noun and no verb explains is no figure."""
        scene = in_euros_of_table(self._lines, money(scene))
        if item := of_list(self._lines, line, self.figures, scene.quantity.unit):
            self._keep(scene, Framing("list-item", None, "part"), item, index, line)
            return
        if beside := beside_whole(scene, self._told(index, line), self.context.question):
            self._keep(scene, *beside, index, line)
            return
        framing = frame(scene)
        if framing.relation == "part":
            scene = in_unit_of(self._total, scene)
        if framing.rule == "clause" and scene.is_count and scene.quantity.numeral.rule in BARE:
            return
        earlier = pointed_to(framing, scene, self.figures, index, ordinal, self._total)
        if earlier is None and framing.rule == "row":
            self._keep(scene, framing, under_heading(self._lines, scene, framing), index, line)
            return
        told = self._told(index, line)
        topic = None
        if earlier is None and framing.relation in ("same", "resumed", "of-them"):
            topic = resumed_topic(framing, told, self.context.question)
        if earlier is None and points_back(framing) and topic is None:
            framing = frame(scene, alone=True)
            earlier = pointed_to(framing, scene, self.figures, index, ordinal, self._total)
        named = topic or name_of(framing, earlier, self.figures[-1:], index, opening(scene), self.context.question)
        if named and earlier is None and topic is None and is_open(named[0]):
            named = completed(named[0], scene, self.figures, index, told, self.context.question) or named
        if named and earlier is None and is_thin(named[0], scene):
            named = with_topic(named[0], told[0] if told else "", self.context.question), named[1]
        if named is None and (asked := what_is_asked(self.context.question)):
            framing, named = Framing("asked", None), (asked.label, None)
        if named and named[1] is None:
            reason = reason_behind(scene) if framing.rule == "counted" else None
            named = named[0], reason or group_behind(framing, scene, named[0])
        self._keep(
            scene,
            framing,
            with_rate(in_brackets(named, scene, self.figures[-1:], index, self.view.text), scene),
            index,
            line,
        )

    def _told(self, index: int, line: int) -> list[str]:
        """Give the sentences of a paragraph before one of it, the nearest first."""
        near = range(index - 1, max(-1, index - 1 - _TOLD), -1)
        return [self._spoken.words(i) for i in near if self._spoken.sentences[i].line == line]

    def _keep(
        self, scene: Scene, framing: Framing, named: tuple[str, str | None] | None, index: int, line: int
    ) -> None:
        """Add a figure, where it is known what it measures."""
        if named is None:
            return
        indicator, breakdown = (shortened(words, self._shorter) for words in named)
        indicator = indicator or ""
        quantity, subject = scene.quantity, framing.subject
        if unit := as_measured(scene, (subject.head if subject else "", indicator.split()[0])):
            quantity = replace(quantity, unit=unit)
        near = subject is not None and subject.end - quantity.end < _NOUN_REACH
        hedge = () if quantity.qualifier is Qualifier.EXACT else (quantity.qualifier.value,)
        figure = Figure(
            quantity=quantity,
            sentence=index,
            line=line,
            framing=framing,
            head=subject.head if subject else "",
            indicator=indicator,
            breakdown=breakdown,
            end=max(quantity.end, subject.end) if subject and near else quantity.end,
            rules=(quantity.numeral.rule, *hedge, framing.rule),
        )
        self.figures.append(figure)
        self._total = figure if framing.relation != "part" else self._total


def _is_free(fixed: Sequence[tuple[int, int, Tag]], start: int, end: int) -> bool:
    return not any(a < end and start < b for a, b, _ in fixed)
