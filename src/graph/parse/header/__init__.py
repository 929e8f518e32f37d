"""What a paper says about itself before its first question, and of questions that it does not answer.

`face` are its words, `kinds` say what it is, `dates` when, `roles` who, `relations` which other papers it names,
`notices` what it says of questions that are not answered; `merge` compares all this with the metadata beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import Header, Identity, Metadata, Span
from graph.parse.header.dates import dates_of
from graph.parse.header.face import LONGEST, Face, face_of, is_notice
from graph.parse.header.kinds import PIECE, kind_of, title_of
from graph.parse.header.merge import disagreements
from graph.parse.header.notices import find_postponement, find_withdrawal
from graph.parse.header.relations import papers_in, relations_of
from graph.parse.header.roles import (
    addressed_to,
    answered_by,
    answering_words,
    asked_about,
    asked_by,
    committee_of,
    notice_by,
    signed_by,
)

__all__ = ["ENDING", "Face", "Reading", "dates_of", "face_of", "header_end", "is_notice", "read_header", "says_answers"]

ENDING = 1500
"""The characters at the end of a paper in which its signatures are sought."""
_DATED_LINE = re.compile(
    r"\((?:ontvangen|ingezonden)\b[^)]*\)|^[ \t]*(?:Vastgesteld|Voorgesteld)\b[^\n]*", re.MULTILINE
)
_SESSION = re.compile(r"^[ \t#*]*[Vv]ergaderjaar (\d{4})\s?[–-]\s?(\d{4})\b", re.MULTILINE)
_SESSION_OF = re.compile(r"[a-z]+-[te]k-(\d{4})(\d{4})-.*")
_NOTICE = re.compile(r"^[ \t*_#]*Mededeling[ \t*_:]*$", re.MULTILINE)
_EXPLANATION = re.compile(r"^[ \t*_#]*Toelichting[ \t*_]*:.{0,600}?(?=\n[ \t]*\n|\s*\Z)", re.MULTILINE | re.DOTALL)
_CLOSING = re.compile(
    r"\s*(?:Hoogachtend\b|Met vriendelijke groet|[Mm]ede namens\b|[Dd]e (?:[Mm]inister|[Ss]taatssecretaris)\b)"
    r".{0,400}\s*\Z",
    re.DOTALL,
)


@dataclass(frozen=True)
class Reading:
    """A header that was read: where it stands, and what else of the paper was read with it.

    Attributes:
        header: what it says.
        span: from the beginning of the paper to the end of its header.
        also: stretches elsewhere that the header accounts for: a notice of postponement, how it is signed, a note that
            names earlier questions.
    """

    header: Header
    span: Span
    also: tuple[Span, ...] = ()


def header_end(text: str) -> int:
    """Give where the header ends of a paper without questions: after its title or the last line with a date, else 0."""
    title = PIECE.search(text, 0, LONGEST)
    ends = [match.end() for match in _DATED_LINE.finditer(text, 0, LONGEST)]
    return max([*ends, *([title.end()] if title else [])], default=0)


def says_answers(face: Face) -> bool:
    """Whether the header says that answers follow."""
    return not is_notice(face) and re.search(r"antwoord", face.text, re.IGNORECASE) is not None


def read_header(
    text: str,
    face: Face,
    identity: Identity,
    *,
    opening: Span,
    outside: Sequence[Span],
    answered: bool,
    number: int | None = None,
    dossier: str | None = None,
    metadata: Metadata | None = None,
) -> Reading:
    """Read the header of a paper.

    Args:
        text: the layer.
        face: the words of the header.
        identity: which document it is.
        opening: where the header stands; all of the paper where it has no questions.
        outside: all stretches outside questions, answers, notes and furniture, in order.
        answered: whether the paper holds answers.
        number: its number in its dossier or session, as its text states it.
        dossier: such as ``36800-XX``, as its text states it.
        metadata: what stands beside it; it wins for title, dates and dossier.
    """
    known = metadata or Metadata()
    kind = kind_of(face)
    dates = dates_of(face)
    alone = opening.end >= len(text)
    postponed = None if answered else find_postponement(text, outside, dates["answered"], notice_by(face))
    withdrawn = None if answered else find_withdrawal(text, outside)
    if postponed or (is_notice(face) and not answered):
        dates["answered"] = None
    addressed = addressed_to(face)
    headings = [match.span() for place in outside for match in _NOTICE.finditer(text, place.start, place.end)]
    notes = [match for match in _EXPLANATION.finditer(text, opening.end) if any(papers_in(match.group()))]
    aside = "\n".join(match.group() for match in notes)
    notice = text[postponed.span.start : postponed.span.end] if postponed else ""
    named = relations_of(face, f"{aside}\n\n{notice}", notice, identity.identifier, known.dossier or dossier)
    title = title_of(face, kind) or (asked_about(face) if postponed else None)
    session = _session(face, identity)
    header = Header(
        identity=identity,
        kind=kind,
        title=known.title or title or answering_words(face),
        dossier=known.dossier or dossier,
        number=number if number is not None else known.number,
        session_year=session or known.session_year,
        adopted=known.adopted or dates["adopted"],
        submitted=known.submitted or dates["submitted"],
        answered=None if postponed and not answered else known.answered or dates["answered"],
        committee=committee_of(face, kind),
        asked_by=asked_by(face),
        addressed_to=addressed,
        answered_by=() if postponed else answered_by(face, addressed, "" if alone else text[opening.end :]),
        signed_by=signed_by(face, kind),
        question_numbers=named.question_numbers,
        references=tuple(dict.fromkeys((*named.references, *known.replaces))),
        follows=named.follows,
        replaces=tuple(dict.fromkeys((*known.replaces, *named.replaces))),
        postponed=postponed,
        withdrawn=withdrawn,
        disagreements=tuple(
            disagreements(known, title=title, dossier=dossier, number=number, session_year=session, dates=dates)
        ),
    )
    reading = _reading(text, header, opening, tuple(Span(*each) for each in headings), alone)
    return replace(reading, also=(*reading.also, *(Span(*match.span()) for match in notes)))


def _session(face: Face, identity: Identity) -> str | None:
    """Give the session of parliament that a paper names, or that its own number holds."""
    found = _SESSION_OF.fullmatch(identity.identifier) or _SESSION.search(face.raw)
    return f"{found[1]}-{found[2]}" if found else None


def _reading(text: str, header: Header, opening: Span, headings: Sequence[Span], alone: bool) -> Reading:
    """Say where the header stands, and what else was read: the notice, its heading, and how it is signed."""
    notices = [one.span for one in (header.postponed, header.withdrawn) if one]
    if not alone or not notices:
        end = header_end(text) if alone else opening.end
        return Reading(header, Span(opening.start, end), (*(headings if notices else ()), *notices))
    last = max(notice.end for notice in notices)
    closing = _CLOSING.match(text, last)
    return Reading(
        header,
        Span(0, min(notice.start for notice in notices)),
        (*notices, *([Span(last, len(text))] if closing else ())),
    )
