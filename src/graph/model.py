"""What a paper says, as plain values: whoever reads this page knows the product.

Frozen dataclasses without I/O. Offsets are code points into the one text layer of a paper, 0-based, end exclusive
(DESIGN section 3): whatever is found is found as a `Span` of that layer, so that its words can always be shown.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text layer.

    >>> Span(3, 7).holds(Span(4, 7)), Span(3, 7).overlaps(Span(7, 9))
    (True, False)
    """

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


# --- read -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SourceText:
    """The one text layer of a file: NFC, line feeds for line ends, otherwise as read; never rewritten afterwards.

    Attributes:
        text: the layer.
        file_name: the name of the file it was read from, without folders.
        media_type: what the file turned out to be, by its content.
        file_sha256: hex digest of the bytes.
        page_starts: the offset at which each page begins; the first is 0. One entry when pages are not known.
        dropped: how many characters were left out because XML 1.0 cannot carry them.
    """

    text: str
    file_name: str
    media_type: str
    file_sha256: str
    page_starts: tuple[int, ...] = (0,)
    dropped: int = 0

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the layer in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def quote(self, span: Span) -> str:
        """Give the words of a span, literally."""
        return self.text[span.start : span.end]

    def page(self, offset: int) -> int:
        """Give the page, 1-based, on which an offset lies."""
        return bisect_right(self.page_starts, offset)


# --- parse ------------------------------------------------------------------------------------------------------------


class IdentifierBasis(StrEnum):
    """How it is known which document a file is (DESIGN section 4)."""

    STATED = "stated"
    METADATA = "metadata"
    DERIVED = "derived"
    FILENAME = "filename"
    HASH = "hash"
    GIVEN = "given"


class DocumentKind(StrEnum):
    """The kinds of paper, by the name their readers use."""

    REPORT = "verslag"
    LIST = "lijst van vragen en antwoorden"
    QUESTIONS = "kamervragen"
    CONSULTATION = "schriftelijk overleg"
    LETTER = "brief"
    OTHER = "overig"


@dataclass(frozen=True)
class Identity:
    """Which document a file is, how that is known, and, for a derived one, why."""

    identifier: str
    basis: IdentifierBasis
    note: str | None = None


@dataclass(frozen=True)
class Asker:
    """A member who asks, with the party where the paper gives it."""

    name: str
    party: str | None = None


@dataclass(frozen=True)
class Signatory:
    """Who signed, and as what: ``fungerend voorzitter``, ``Vijlbrief``."""

    role: str
    name: str


@dataclass(frozen=True)
class Header:
    """What a paper says about itself. Posts are full titles: ``minister van Asiel en Migratie``."""

    identity: Identity
    kind: DocumentKind
    title: str | None = None
    dossier: str | None = None
    number: int | None = None
    session_year: str | None = None
    adopted: date | None = None
    submitted: date | None = None
    answered: date | None = None
    committee: str | None = None
    asked_by: tuple[Asker, ...] = ()
    addressed_to: tuple[str, ...] = ()
    answered_by: tuple[str, ...] = ()
    signed_by: tuple[Signatory, ...] = ()
    references: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day on which the answers speak: what "dit jaar" and "de minister" are resolved against."""
        return self.answered or self.adopted or self.submitted


@dataclass(frozen=True)
class Question:
    """A question. `key` tells series apart where numbering restarts: ``3``, then ``2-3``."""

    number: int
    key: str
    span: Span


@dataclass(frozen=True)
class Answer:
    """An answer, with the keys of all questions that it covers, lowest first, and of the answers that it refers to."""

    questions: tuple[str, ...]
    number: int
    span: Span
    refers_to: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the lowest question."""
        return self.questions[0]


@dataclass(frozen=True)
class Footnote:
    """A note at the foot of a page: its mark, where it is called (the mark itself, if found) and its text."""

    mark: str
    span: Span
    call: Span | None = None


@dataclass(frozen=True)
class Unread:
    """A stretch of the text that no step accounts for."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Report:
    """A paper, taken apart.

    `furniture` are page footers, headers and page numbers: no part of what anyone says, wherever they stand.
    `calls` are the footnote marks in running text, glued to a word or alone, whether or not their note was found.
    """

    source: SourceText
    header: Header
    header_span: Span
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    footnotes: tuple[Footnote, ...] = ()
    calls: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    unread: tuple[Unread, ...] = ()

    def question(self, key: str) -> Question:
        """Give the question with a key; `KeyError` when there is none."""
        return next(question for question in self.questions if question.key == key)


# --- link -------------------------------------------------------------------------------------------------------------


class Kind(StrEnum):
    """What a mention names (DESIGN section 5)."""

    ORGANISATION = "organisation"
    POST = "post"
    PERSON = "person"
    LAW = "law"
    BILL = "bill"
    TREATY = "treaty"
    EU_ACT = "eu-act"
    CASE = "case"
    DOCUMENT = "document"
    URL = "url"
    PLACE = "place"


@dataclass(frozen=True)
class Authority:
    """A thing in the registers that names lead to; its IRI is ``{base}id/{collection}/{slug}``.

    Attributes:
        code: the abbreviation of an organisation, alpha-2 of a country, BWB id, CELEX or ECLI of law.
        aliases: all other names as they are used in text.
        same_as: IRIs elsewhere of the same thing; only verified ones.
        begin, end: the first and the last day on which it existed; None where not known.
    """

    kind: Kind
    slug: str
    label: str
    code: str | None = None
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    page: str | None = None
    begin: date | None = None
    end: date | None = None

    @property
    def collection(self) -> str:
        """The folder of its IRI: bills, treaties and EU acts are laws there (DESIGN section 6)."""
        return "law" if self.kind in (Kind.LAW, Kind.BILL, Kind.TREATY, Kind.EU_ACT) else str(self.kind)

    def exists_on(self, day: date | None) -> bool:
        """Whether it existed on a day; an unknown day or an unknown bound excludes nothing."""
        return day is None or not ((self.begin and day < self.begin) or (self.end and day > self.end))


@dataclass(frozen=True)
class Membership:
    """Who held a post, and from the first to the last day that is known; its IRI is ``{base}id/membership/{slug}``."""

    slug: str
    post: Authority
    person: Authority
    begin: date | None = None
    end: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Whether it lasted on a day; on the day of a change both the old and the new holder hold the post."""
        return day is not None and not ((self.begin and day < self.begin) or (self.end and day > self.end))


# --- facts ------------------------------------------------------------------------------------------------------------


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
        address: of a URL, or the official page of a cited paper.
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
        source: who counted: the authority, or `source_name` where it is not in the registers.
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
