"""What is understood of a paper: names, figures, non-answers, each with its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from graph.model.report import Report
from graph.model.text import Span
from graph.model.things import Authority, Kind


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the grammar: every fact names those that made it, and they are published as concepts.

    Each module of `extract` keeps its own in a table; `example` is the Dutch phrase that the rule is for.
    """

    slug: str
    label_nl: str
    label_en: str
    example: str


class Part(StrEnum):
    """The side of the exchange on which something is said."""

    QUESTION = "question"
    ANSWER = "answer"


class Qualifier(StrEnum):
    """How the text hedges a number: ``ca.``, ``ruim``, ``maximaal``."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class Status(StrEnum):
    """Whether a figure has happened."""

    REALISED = "realised"
    EXPECTED = "expected"
    REQUIRED = "required"
    BUDGETED = "budgeted"


@dataclass(frozen=True, slots=True)
class Words:
    """The words that make the IRI of a fact: normalised, and which of their occurrences in the text it is (1-based).

    Occurrences count the words of the question or answer, never found facts, so that an IRI survives better rules.
    """

    text: str
    occurrence: int


@dataclass(frozen=True)
class Mention:
    """A name in a question or an answer, and what it leads to.

    Attributes:
        question: the lowest number that the text covers.
        key: the key of that question or answer.
        authority: what the name was settled to; None when it could not be, or when `code` alone identifies it.
        candidates: what the name could be, before the paper's date settles it.
        code: for papers ``kst-19637-3469``, ``brief-2025-10-21``; otherwise that of the authority.
        address: of a URL, the official page of a cited paper, or a cited article of a law (JuriConnect).
        rule: the slug of the rule that found it.
    """

    question: int
    key: str
    part: Part
    kind: Kind
    span: Span
    words: Words
    label: str
    rule: str
    authority: Authority | None = None
    candidates: tuple[Authority, ...] = ()
    code: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a figure is about, inclusive; a reference date has both ends equal; None is an open end."""

    start: date | None = None
    end: date | None = None

    def __bool__(self) -> bool:
        return self.start is not None or self.end is not None


@dataclass(frozen=True)
class Statistic:
    """One figure: a number in an answer, for one thing that it measures.

    Attributes:
        question: the lowest number that the answer covers; `key` is the key of that answer.
        value: in base units: "€ 431,6mln" is 431600000; of a range the lower end, `value_max` the upper.
        value_text: the number as written, with its scale word: ``431,6mln``.
        unit: count, EUR, USD, percent, percentage points, days, weeks, months, years, hours, fte or a plain SI word.
        indicator: what is measured, in the text's words, independent of the sentence.
        breakdown: the part of it, such as ``noodopvang amv``; None for all of it.
        rounded_to: 10 where the text says that figures are rounded to tens.
        lower, upper: bounds that follow from rounding or from at-least and at-most; never from a bare "ca.".
        source: who counted, where it is in the registers; `source_name` is what the paper calls it, in them or not.
        place: the country, other than the Netherlands, that the figure is about.
        rules: the slugs of the rules that made it: of the number, the period, the subject, in that order.
        span: the quote: the number and the few words that it needs. `number` is the number alone.
    """

    question: int
    key: str
    span: Span
    number: Span
    words: Words
    value: Decimal
    value_text: str
    unit: str
    indicator: str
    rules: tuple[str, ...]
    value_max: Decimal | None = None
    breakdown: str | None = None
    period: Period = field(default_factory=Period)
    qualifier: Qualifier = Qualifier.EXACT
    rounded_to: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    source: Authority | None = None
    source_name: str | None = None
    place: Authority | None = None
    status: Status = Status.REALISED

    @property
    def counted_by(self) -> str | None:
        """Who counted, by the name that the paper uses; by that of the register where the paper gave none."""
        if self.source_name or self.source is None:
            return self.source_name
        return self.source.code or self.source.label

    @property
    def forecast(self) -> bool:
        """Whether it is expected, required or budgeted, not realised."""
        return self.status is not Status.REALISED


@dataclass(frozen=True)
class NonAnswer:
    """Where an answer says that what was asked is not registered, cannot be given or is not yet known."""

    question: int
    key: str
    span: Span
    words: Words
    rule: str
    holder: Authority | None = None


@dataclass(frozen=True)
class Understanding:
    """All that is understood of one paper."""

    report: Report
    mentions: tuple[Mention, ...]
    statistics: tuple[Statistic, ...]
    non_answers: tuple[NonAnswer, ...]
