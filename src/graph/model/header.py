"""What a paper says about itself, what is known of it from outside, and what became of its questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.model.text import Span


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
class Metadata:
    """What is known of a document from outside its text: a file beside it, or the machine-readable head of the file.

    Attributes:
        identifier: such as ``kst-36800-XX-7``.
        basis: how it is known: ``metadata`` (an official register says so) or ``derived`` (with a note why).
        note: in Dutch, why a derived identifier is right.
        title, dossier, number, session_year, adopted, submitted, answered: what the text may leave out.
        replaces: identifiers of the papers that it corrects.
        issued: the day that the paper carries, whatever it is called there.
        question_number: under which the questions were put, ``2024Z15432``; a holding reply has it as well.
        replaced_by: identifiers of the papers that correct it.
        notice_about: identifiers of the papers whose answers a notice of postponement puts off.
        withdrawn: in Dutch, why it was withdrawn.
    """

    identifier: str | None = None
    basis: IdentifierBasis = IdentifierBasis.METADATA
    note: str | None = None
    title: str | None = None
    dossier: str | None = None
    number: int | None = None
    session_year: str | None = None
    adopted: date | None = None
    submitted: date | None = None
    answered: date | None = None
    replaces: tuple[str, ...] = ()
    issued: date | None = None
    question_number: str | None = None
    replaced_by: tuple[str, ...] = ()
    notice_about: tuple[str, ...] = ()
    withdrawn: str | None = None


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


class State(StrEnum):
    """What has become of the questions of a paper."""

    ANSWERED = "answered"
    OPEN = "open"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Postponement:
    """A notice that the answers come later.

    Attributes:
        span: the notice.
        reason: the words that say why, where it says so.
        announced: the words that say when the answers are to come: ``zo spoedig mogelijk``, ``uiterlijk 12 mei 2025``.
        until: the last day that those words allow, where they name a day.
        day: the day of the notice.
        stated_by: the posts that give it, as full titles.
    """

    span: Span
    reason: Span | None = None
    announced: Span | None = None
    until: date | None = None
    day: date | None = None
    stated_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Withdrawal:
    """Where a paper says that its questions were withdrawn, and the words that say why, where it says so."""

    span: Span
    reason: Span | None = None


@dataclass(frozen=True)
class Disagreement:
    """Where the text of a paper and the metadata beside it say different things of one field of the header."""

    field: str
    text: str
    metadata: str

    def __str__(self) -> str:
        return f"the text says {self.field} {self.text!r}, the metadata {self.metadata!r}"


@dataclass(frozen=True)
class Header:
    """What a paper says about itself. Posts are full titles: ``minister van Asiel en Migratie``.

    Attributes:
        question_numbers: the numbers of its questions in the register of the chamber: ``2024Z14815``.
        references: the identifiers of all papers that the header names, also those below.
        follows: of earlier papers on the same questions that the header points back to, such as a holding reply.
        replaces: of papers that this one corrects.
        disagreements: where text and metadata differ; for title, dates and dossier the metadata stands in the header.
    """

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
    question_numbers: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    postponed: Postponement | None = None
    withdrawn: Withdrawal | None = None
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def day(self) -> date | None:
        """The day on which the paper speaks: what "dit jaar" and "de minister" are resolved against."""
        notice = self.postponed.day if self.postponed else None
        return self.answered or self.adopted or notice or self.submitted
