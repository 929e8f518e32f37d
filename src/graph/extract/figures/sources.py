"""Who counted: a note behind the figures ("Bron: IND"), an agency in the sentence, the data an answer rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from graph.extract.figures.figure import Figure, Name
from graph.extract.figures.notes import asides, is_source_note, rounding, rounding_of_all
from graph.extract.figures.sentences import Sentence, sentences
from graph.extract.figures.sourcenames import BODY, names_of_sources
from graph.extract.figures.surveys import surveyor
from graph.extract.figures.timewords import POINTS_BACK
from graph.joints import BREAK
from graph.model import Kind, Mention

_REPORTED_BY = re.compile(
    r"(?:volgens|aldus|volgens (?:[^\s,;.]+ ){1,6}van"
    r"|(?:cijfers|gegevens|caseload|registraties?|systeem|systemen|opgaven?"
    r"|bestand(?:en)?|onderzoek(?:en)?|(?:eerste )?analyses?|evaluaties?|berekening(?:en)?"
    r"|inventarisaties?|metingen|meting|tellingen|telling|studies?"
    r"|rapportages?|administraties?|ramingen|raming|prognoses?|statistieken|monitor|jaarverslag"
    r"|schatting(?:en)?|enquête) van"
    r"|met (?:de )?(?:hulp|ondersteuning) van|bron"
    r"|(?:inventarisatie|analyse|evaluatie|steekproef|enquête|studie|meting|onderzoek|peiling) (?:die|dat))"
    r"[: ]+(?:de |het )?(?:stichting )?$",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"(?: zelf)? (?:heeft|had|beheert|beheerde|meldt|meldde|rapporteer(?:t|de)|schat(?:te)?|raamt|raamde|registreert"
    r"|registreerde|telt|telde|constateert|constateerde|berekende|becijfert|becijferde|concludeert|concludeerde|publiceerde"
    r"|publiceert|verwacht|geeft aan|gaf aan|ontving|behandelt|behandelde)\b",
)
_DOES = re.compile(r"\b(?:heeft|had|beheert|beheerde|telt|ontving|behandelt) (?:de |het )?$", re.IGNORECASE)
_UNDERGOES = re.compile(
    r"\b(?:(?:ontving|ontvangt) [^.;]*\b(?:subsidie|bijdrage|budget|financiering)"
    r"|gekregen|opgelegd|toegekend|krijgt|ontvangen van|wil|willen"
    r"|besloten|afgesproken|ingestemd|toegezegd|uitgetrokken|vrijgemaakt|gereserveerd|beloofd)\b"
)
_SHOWS = re.compile(
    r"(?:[- ](?:rapport|onderzoek|studie|publicatie|analyse|evaluatie|rapportage|monitor|enquête)),?"
    r" (?:waar)?uit (?:blijkt|bleek|volgt|komt naar voren)\b"
    r"|-(?:overzicht|onderzoek|rapport|cijfers|raming|monitor|publicatie)\b"
    r"|(?:[- ](?:rapport|onderzoek|studie|publicatie|analyse|evaluatie|rapportage|monitor|enquête)),? (?:waaruit )?"
    r"(?:blijkt|bleek|volgt)\b"
)
"""What a body published, and that it shows: "een OESO-rapport waaruit blijkt dat"."""

_DATA_OF = re.compile(
    r"-(?:gegevens|cijfers|data|registratie|systemen)\b"
    r"|(?: \([^()]*\))? (?:publiceert|rapporteert|berekent|registreert|registreerde|monitort|houdt)\b"
    r"|(?:gegevens|cijfers|registratie|\w*telling) van (?:de |het )?$",
    re.IGNORECASE,
)
_TAKEN_FROM = re.compile(
    r"(?:cijfers|gegevens|aantallen|bedragen) (?:komen|zijn afkomstig|zijn ontleend|stammen) (?:uit|van|aan) "
    r"(?:[^.;]{0,40} (?:van|bij) )?(?:de |het )?$",
    re.IGNORECASE,
)
"""Where the figures of an answer were taken from: "Deze cijfers komen uit de administratie van X"."""

_NO_COUNTERS = re.compile(r"ministerie|Kamer\b|Staten-Generaal|kabinet|Europese Unie", re.IGNORECASE)


_OF_ANOTHER = re.compile(r"\d[^\d.;]{0,20} (?:die|dat) (?:de |het )?$")
"""A body that counted a later figure: "€ 12 miljoen, tegen de € 9 miljoen die de | Inspectie heeft berekend"."""

_SAID = frozenset(("source-sentence", "source-carried"))
_TELLING = 5
"""How many letters a noun has at least that two sentences must share to speak of the same thing."""


@dataclass(frozen=True)
class Note:
    """A source note: its line, the body that it names and the rounding that it tells."""

    line: int
    source: Name | None
    rounded_to: Decimal | None
    start: int
    end: int


class Sources:
    """The bodies and roundings that an answer gives for its figures."""

    def __init__(self, text: str, names: Sequence[Name], elsewhere: Sequence[Note] = ()) -> None:
        self._text = text
        named = names_of_sources(text, names)
        self._counting = {name.start for name in named}
        known = [name for name in names if name.mention.kind is Kind.ORGANISATION]
        self._bodies = sorted({*known, *named}, key=lambda name: name.start)
        self._sentences = sentences(text)
        self._asides: dict[int, Name | None] = {}
        self._steps: dict[int, Decimal | None] = {}
        self._step_of_all = rounding_of_all(text)
        self._notes = [*self._find_notes(), *elsewhere]

    @property
    def notes(self) -> Sequence[Note]:
        """The notes, in the order of the text."""
        return self._notes

    def note(self, figure: Figure) -> Note | None:
        """Give the note that covers a figure: the first behind it, else the last there is."""
        behind = [note for note in self._notes if note.line >= figure.line]
        return behind[0] if behind else self._notes[-1] if self._notes else None

    def source(self, figure: Figure) -> tuple[Name | None, str]:
        """Give who counted a figure and the rule that says so."""
        note = self.note(figure)
        if note and note.source:
            return note.source, "source-note"
        if in_sentence := self._in_sentence(self._sentences[figure.sentence], figure):
            return in_sentence, "source-sentence"
        surveyed = surveyor(self._text, self._sentences, figure.sentence, self._bodies)
        return surveyed, "source-carried" if surveyed else ""

    def tells_on(self, last: Figure, figure: Figure) -> bool:
        """Whether a sentence goes on with what the one before counts: it points back, or names the thing again."""
        if last.line != figure.line or figure.sentence - last.sentence != 1 or _SAID.isdisjoint(last.rules):
            return False
        sentence = self._sentences[figure.sentence]
        words = self._text[sentence.start : sentence.end]
        again = len(last.head) >= _TELLING and last.head in words.lower().split()
        return again or POINTS_BACK.match(words) is not None

    def of_the_data(self) -> Name | None:
        """Give the one body whose data the answer says that it rests on."""
        named = [
            b
            for b in self._bodies
            if b.mention.rule != BODY
            and (
                _DATA_OF.match(self._text, b.end)
                or _DATA_OF.search(self._text, max(0, b.start - 40), b.start)
                or _TAKEN_FROM.search(self._text, max(0, b.start - 100), b.start)
            )
        ]
        return named[0] if len({body.mention.label for body in named}) == 1 else None

    def rounding(self, figure: Figure) -> Decimal | None:
        """Give the step to which a count is rounded, by its note or sentence; None where the number belies it."""
        if figure.quantity.unit not in ("count", "fte"):
            return None
        if figure.sentence not in self._steps:
            sentence = self._sentences[figure.sentence]
            self._steps[figure.sentence] = rounding(self._text[sentence.start : sentence.end])
        note = self.note(figure)
        step = self._steps[figure.sentence] or (note.rounded_to if note else None) or self._step_of_all
        return step if step and figure.quantity.numeral.value % step == 0 else None

    def _find_notes(self) -> list[Note]:
        found = []
        for sentence in self._sentences:
            words = self._text[sentence.start : sentence.end]
            if is_source_note(words) and not any(asides(words)):
                end = self._text.find(BREAK, sentence.start)
                end = len(self._text) if end < 0 else end
                words = self._text[sentence.start : end]
                bodies = [body for body in self._bodies if sentence.start <= body.start and body.end <= end]
                found.append(Note(sentence.line, bodies[0] if bodies else None, rounding(words), sentence.start, end))
        return found

    def _in_sentence(self, sentence: Sentence, figure: Figure) -> Name | None:
        bodies = [
            b
            for b in self._bodies
            if sentence.start <= b.start and b.end <= sentence.end and not _NO_COUNTERS.search(b.mention.label)
        ]
        if sentence.start not in self._asides:
            self._asides[sentence.start] = self._in_brackets(sentence, bodies)
        if aside := self._asides[sentence.start]:
            return aside
        before = [body for body in bodies if body.end <= figure.quantity.start]
        after = [body for body in bodies if body.start >= figure.quantity.end]
        for body in (*reversed(before), *after):
            if _OF_ANOTHER.search(self._text[figure.quantity.end : max(figure.quantity.end, body.start)]):
                continue
            lead = self._text[max(sentence.start, body.start - 60) : body.start]
            tail = re.sub(r"^ \([^)]*\)", "", self._text[body.end : body.end + 60])
            if body.start in self._counting or _REPORTED_BY.search(lead):
                return body
            if body in after:
                continue
            if _SHOWS.match(self._text, body.end):
                return body
            acts = _REPORTS.match(tail) or _DOES.search(lead)
            if acts and not _UNDERGOES.search(self._text, sentence.start, sentence.end):
                return body
        return None

    def _in_brackets(self, sentence: Sentence, bodies: Sequence[Name]) -> Name | None:
        """Give the body of "(peildatum 20 oktober 2025 - COA)"."""
        for aside in re.compile(r"\([^()]*\)").finditer(self._text, sentence.start, sentence.end):
            if re.search(r"peildatum|bron|stand", aside.group(), re.IGNORECASE):
                return next((b for b in bodies if aside.start() < b.start < aside.end()), None)
        return None


def called(body: Mention, text: str) -> str:
    """Give the name by which a paper calls a body: its abbreviation where the paper uses that, else as written.

    Args:
        body: the mention.
        text: the text of the paper.
    """
    code = body.code or (body.authority.code if body.authority else None)
    if code and _uses(code, text):
        return code
    if body.rule == BODY:
        return body.label
    return " ".join(text[body.span.start : body.span.end].split())


@lru_cache(maxsize=256)
def _uses(code: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(code)}(?![\w])", text) is not None


def with_sources(figures: list[Figure], sources: Sources) -> list[Figure]:
    """Say of each figure who counted it; a part has its source from the total before it."""
    data = sources.of_the_data()
    told: list[Figure] = []
    for figure in figures:
        body, rule = sources.source(figure)
        if body is None and told and sources.tells_on(told[-1], figure):
            body, rule = told[-1].source, "source-carried" if told[-1].source else ""
        if body is None and figure.framing.relation and told:
            body, rule = told[-1].source, "source-sentence" if told[-1].source else ""
        if body is None and told and _goes_on(told[-1], figure):
            body, rule = told[-1].source, "source-carried" if told[-1].source else ""
        if body is None and data:
            body, rule = data, "source-data"
        step = sources.rounding(figure)
        rules = (*figure.rules, *((rule,) if rule else ()), *(("rounded",) if step else ()))
        told.append(replace(figure, source=body, rounded_to=step, rules=rules))
    return told


def _goes_on(last: Figure, figure: Figure) -> bool:
    """Whether a figure goes on from the one in the sentence before, whose time and source it has: "In dat jaar ..."."""
    near = last.line == figure.line and figure.sentence - last.sentence <= 1
    carried = "period-carried" in figure.rules and last.periods == figure.periods
    return near and carried and not _SAID.isdisjoint(last.rules)
