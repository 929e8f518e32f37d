"""An answer read from beginning to end: what each number measures, when, by whose count, with what went before in mind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from graph.extract.figures.exclusions import exclusions
from graph.extract.figures.frames import Framing, Scene, frame
from graph.extract.figures.notes import is_source_note
from graph.extract.figures.periods import PeriodPhrase, merged, period_phrases
from graph.extract.figures.quantities import Quantity, quantities
from graph.extract.figures.sentences import Sentence, sentences
from graph.extract.figures.standing import status_of
from graph.extract.figures.tokens import Tag, Token, tokens
from graph.model import Authority, Kind, Mention, Period, Status
from graph.views import BREAK, View

PAPER_KINDS = frozenset({Kind.DOCUMENT, Kind.URL, Kind.LAW, Kind.BILL, Kind.TREATY, Kind.EU_ACT, Kind.CASE})
"""Kinds of mention whose numbers are part of a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A mention, in the offsets of a view."""

    start: int
    end: int
    mention: Mention


@dataclass(frozen=True)
class Context:
    """What a reader of an answer knows beforehand: the question, the day of the paper, the names in both."""

    question: str
    day: date | None
    places: tuple[Authority, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A number that has been read, in the offsets of the view; `periods` has one entry for each fact that it is."""

    quantity: Quantity
    sentence: int
    line: int
    framing: Framing
    indicator: str
    breakdown: str | None
    end: int
    periods: tuple[Period, ...] = ()
    rules: tuple[str, ...] = ()
    status: Status = Status.REALISED
    rounded_to: Decimal | None = None
    source: Name | None = None
    place: Authority | None = None
    head: str = ""


@dataclass
class Reading:
    """One pass over a view; `figures` grows as it goes."""

    view: View
    names: Sequence[Name]
    context: Context
    figures: list[Figure] = field(default_factory=list)

    def read(self) -> list[Figure]:
        """Read all sentences and give the figures."""
        text = self.view.text
        papers = [(n.start, n.end) for n in self.names if n.mention.kind in PAPER_KINDS]
        barred = sorted(exclusions(text, papers))
        found = [q for q in quantities(text) if not any(a < q.numeral.end and q.numeral.start < b for a, b in barred)]
        whole = sentences(text)
        lines = text.split(BREAK)
        for index, sentence in enumerate(whole):
            phrases = tuple(
                replace(p, start=p.start + sentence.start, end=p.end + sentence.start)
                for p in period_phrases(text[sentence.start : sentence.end], self.context.day)
            )
            inside = [q for q in found if sentence.start <= q.start and q.end <= sentence.end]
            if inside and not is_source_note(text[sentence.start : sentence.end]):
                self._sentence(index, sentence, inside, phrases, _is_row(lines[sentence.line]))
        return self.figures

    def _sentence(
        self, index: int, sentence: Sentence, inside: list[Quantity], phrases: tuple[PeriodPhrase, ...], row: bool
    ) -> None:
        text = self.view.text
        sequence = tokens(text, sentence.start, sentence.end, self._fixed(sentence, inside, phrases))
        first = len(self.figures)
        for quantity in inside:
            at = next((i for i, t in enumerate(sequence) if t.tag is Tag.NUMBER and t.start == quantity.start), None)
            if at is not None:
                self._figure(Scene(sequence, at, quantity, row), index, sentence.line, len(self.figures) - first)
        self._times(first, sequence, phrases)
        for i in range(first, len(self.figures)):
            figure = self.figures[i]
            status = status_of(
                text[sentence.start : sentence.end],
                figure.quantity.start - sentence.start,
                figure.periods,
                self.context.day,
            )
            self.figures[i] = replace(figure, status=status, place=self._place(sentence, figure))

    def _fixed(
        self, sentence: Sentence, inside: list[Quantity], phrases: Iterable[PeriodPhrase]
    ) -> list[tuple[int, int, Tag]]:
        """Give the stretches that are one token each: quantities, times outside them, names of organisations and laws."""
        fixed = [(q.start, q.end, Tag.NUMBER) for q in inside]
        fixed += [
            (p.start, p.end, Tag.TIME) for p in phrases if not any(q.start < p.end and p.start < q.end for q in inside)
        ]
        taken = [(a, b) for a, b, _ in fixed]
        fixed += [
            (n.start, n.end, Tag.NAME)
            for n in self.names
            if n.mention.kind is not Kind.PLACE and sentence.start <= n.start and n.end <= sentence.end
            and not any(a < n.end and n.start < b for a, b in taken)
            and (n.end >= len(self.view.text) or not re.match(r"[\w-]", self.view.text[n.end]))
            and (n.start == 0 or not re.match(r"[\w-]", self.view.text[n.start - 1]))
        ]  # fmt: skip
        return fixed

    # --- what is measured ---------------------------------------------------------------------------------------------

    def _figure(self, scene: Scene, index: int, line: int, ordinal: int) -> None:
        framing = frame(scene)
        if framing.relation == "part" and not self._earlier(framing, scene, index, ordinal, ""):
            framing = frame(scene, alone=True)
        label = framing.subject.label if framing.subject else ""
        head = framing.subject.head if framing.subject else ""
        indicator, breakdown = label, None
        earlier = self._earlier(framing, scene, index, ordinal, head)
        if earlier and framing.relation == "part":
            indicator, breakdown = earlier.indicator, label or None
        elif earlier and framing.relation == "same":
            indicator, breakdown = earlier.indicator, earlier.breakdown
            if head and head != earlier.head and label:
                breakdown = label
        elif earlier:
            indicator, breakdown = earlier.indicator, earlier.breakdown
        elif framing.subject is None:
            return
        else:
            indicator = self._complete(label, head)
        end = (
            framing.subject.end
            if framing.subject and framing.subject.end - scene.quantity.end < 60
            else scene.quantity.end
        )
        rules = (
            scene.quantity.numeral.rule,
            *((scene.quantity.qualifier.value,) if scene.quantity.qualifier != "exact" else ()),
            framing.rule,
        )
        self.figures.append(
            Figure(
                scene.quantity,
                index,
                line,
                framing,
                indicator,
                breakdown,
                max(end, scene.quantity.end),
                rules=rules,
                head=head,
            )
        )

    def _earlier(self, framing: Framing, scene: Scene, index: int, ordinal: int, head: str) -> Figure | None:
        """Find the figure before that a frame points back to."""
        if not self.figures:
            return None
        if framing.relation == "twin":
            return self.figures[-1]
        if framing.relation == "part":
            total = next((f for f in reversed(self.figures) if f.framing.relation != "part"), None)
            return total if total and _can_hold(total, scene, index) else None
        alike = [f for f in self.figures if f.quantity.unit == scene.quantity.unit and f.sentence < index]
        if framing.relation == "same":
            if head and (same := [f for f in alike if f.head == head]):
                alike = same
            if framing.rule == "respectively" or (alike and ordinal):
                last = [f for f in alike if f.sentence == alike[-1].sentence]
                return last[min(ordinal, len(last) - 1)] if last else None
            return alike[-1] if alike else None
        pointed = framing.subject is not None and re.search(
            r"\b(?:dit|dat) (?:type|soort)\b|\b(?:deze|dezelfde|dergelijke)\b", framing.subject.label
        )
        return next((f for f in reversed(alike) if f.head == head), None) if pointed else None

    def _complete(self, label: str, head: str) -> str:
        """Make a noun as specific as the question has it: "plekken" where it asks for "opvangplekken"."""
        if len(head) < 5 or not label.endswith(head):
            return label
        longer = re.search(rf"(?<![\w-])([a-zà-ÿ-]+{re.escape(head)})(?!\w)", self.context.question)
        return label[: -len(head)] + longer.group(1) if longer and " " not in label else label

    # --- when ---------------------------------------------------------------------------------------------------------

    def _times(self, first: int, sequence: Sequence[Token], phrases: tuple[PeriodPhrase, ...]) -> None:
        mine = self.figures[first:]
        for i, figure in enumerate(mine):
            periods, rule = self._time(i, mine, phrases, sequence)
            if not periods:
                periods, rule = self._inherited(first + i)
            self.figures[first + i] = replace(figure, periods=periods, rules=(*figure.rules, *([rule] if rule else [])))

    def _time(
        self, i: int, mine: list[Figure], phrases: tuple[PeriodPhrase, ...], sequence: Sequence[Token]
    ) -> tuple[tuple[Period, ...], str]:
        """Give the periods that a sentence itself has for its i-th figure."""
        if not phrases:
            return (), ""
        start = mine[i].quantity.start
        phrase = _nearest(start, [f.quantity.start for f in mine], phrases)
        if phrase is None:
            return (), ""
        if len(phrase.periods) == 1:
            return phrase.periods, phrase.rule
        respectively = [
            f for f in mine if f.framing.rule in ("respectively", "shared-noun") or _is_respective(sequence, f)
        ]
        if mine[i] in respectively and len(respectively) == len(phrase.periods):
            return (phrase.periods[respectively.index(mine[i])],), phrase.rule
        if phrase.each:
            return phrase.periods, phrase.rule
        if len(mine) == len(phrase.periods):
            return (phrase.periods[i],), phrase.rule
        return (merged(phrase.periods),), phrase.rule

    def _inherited(self, index: int) -> tuple[tuple[Period, ...], str]:
        """Give the periods of the figure that this one belongs to, or goes on from in the same paragraph."""
        figure = self.figures[index]
        earlier = self.figures[:index]
        if not earlier:
            return (), ""
        if figure.framing.relation in ("part", "twin"):
            total = next((f for f in reversed(earlier) if f.framing.relation != "part"), None)
            return (total.periods, "period-carried") if total and total.periods else ((), "")
        last = earlier[-1]
        goes_on = (
            last.line == figure.line
            and figure.sentence - last.sentence <= 1
            and last.quantity.unit == figure.quantity.unit
        )
        if goes_on or (figure.framing.relation == "same" and last.indicator == figure.indicator):
            return (last.periods, "period-carried") if last.periods else ((), "")
        return (), ""

    # --- where --------------------------------------------------------------------------------------------------------

    def _place(self, sentence: Sentence, figure: Figure) -> Authority | None:
        """Give the country that a figure is about: the only one of its sentence, else the nearest after it, else the question's."""
        here = [
            n
            for n in self.names
            if n.mention.kind is Kind.PLACE
            and sentence.start <= n.start
            and n.end <= sentence.end
            and is_foreign(n.mention.authority)
        ]
        settled = {n.mention.authority.slug: n.mention.authority for n in here if n.mention.authority}
        if len(settled) == 1:
            return next(iter(settled.values()))
        if settled:
            after = [n for n in here if figure.quantity.end <= n.start < figure.quantity.end + 60]
            return after[0].mention.authority if after else None
        return self.context.places[0] if len(self.context.places) == 1 else None


def _can_hold(total: Figure, scene: Scene, index: int) -> bool:
    """Whether a figure can be the total of which another is a part: the same unit, or a share of it, and near."""
    unit = scene.quantity.unit
    return unit in ("percent", total.quantity.unit) and (scene.row or index - total.sentence <= 2)


def is_foreign(authority: Authority | None) -> bool:
    """Whether a place is a country other than the Netherlands."""
    return authority is not None and authority.code is not None and len(authority.code) == 2 and authority.code != "NL"


def _is_row(line: str) -> bool:
    return len(line.split()) <= 12 and bool(re.search(r"\d%?\s*$", line))


def _is_respective(sequence: Sequence[Token], figure: Figure) -> bool:
    """Whether "respectievelijk" stands shortly before a number of the same list."""
    at = next((i for i, t in enumerate(sequence) if t.tag is Tag.NUMBER and t.start == figure.quantity.start), 0)
    return any(token.low == "respectievelijk" for token in sequence[max(0, at - 4) : at])


def _nearest(start: int, starts: list[int], phrases: tuple[PeriodPhrase, ...]) -> PeriodPhrase | None:
    """Choose among the phrases of a sentence: the last before a number, or, where numbers come first, the next after it."""
    plain = [p for p in phrases if not p.reference]
    reference = next((p for p in phrases if p.reference), None)
    if reference:
        return reference
    if len(plain) <= 1:
        return plain[0] if plain else None
    if plain[0].start < starts[0]:
        return [p for p in plain if p.start < start][-1]
    following = next((other for other in starts if other > start), None)
    after = [p for p in plain if p.start > start and (following is None or p.start < following)]
    before = [p for p in plain if p.start < start]
    return after[0] if after else before[-1] if before else None
