"""A text layer taken apart: header, questions, answers, footnotes, page furniture; no dictionary of names here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model import Metadata, Reason, Report, SourceText, Span, Unread
from graph.parse.exchange import Exchange, pair
from graph.parse.furniture import find_furniture
from graph.parse.header import ENDING, dates_of, face_of, is_notice, read_header, says_answers
from graph.parse.identity import dossier_of, identify, stated_in
from graph.parse.lines import lines_of
from graph.parse.markers import find_markers
from graph.parse.notes import find_notes
from graph.spans import Spans

__all__ = ["Metadata", "parse"]

_WORDS = re.compile(r"\w")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " "))
"""Spaces of other widths, which a header uses between numbers: as wide as a letter in the layer."""


def parse(source: SourceText, *, metadata: Metadata | None = None, identifier: str | None = None) -> Report:
    """Take a paper apart.

    Args:
        source: its text layer.
        metadata: what stands beside the document about it.
        identifier: settles which document it is, above all else.

    Returns:
        The report; its source has the pages that page footers show, where the layer itself showed none.

    Raises:
        IdentityError: when two statements of its identity disagree.
    """
    source, found = find_furniture(source)
    furniture = Spans((*found, *(source.layout.furniture if source.layout else ()))).apart
    lines = lines_of(source, furniture)
    markers = find_markers(source, lines)
    notes = find_notes(source, lines, markers, furniture)
    plain = _plain(source)
    opening = plain[: markers[0].span.start] if markers else plain
    face = face_of(opening, plain[max(len(opening), len(plain) - ENDING) :])
    holes = Spans((*furniture, *notes.calls, *(note.span for note in notes.footnotes)))
    exchange = pair(source, lines, markers, holes, answered=says_answers(face))
    stated = stated_in(source.text.translate(_SPACES), opening, dates_of(face)["answered"])
    identity = identify(source, stated, metadata, identifier)
    said = [*holes.apart, *(one.span for one in exchange.questions), *(one.span for one in exchange.answers)]
    head = read_header(
        plain,
        face,
        identity,
        opening=Span(0, len(opening)),
        outside=_between(said, len(source.text)),
        answered=bool(exchange.answers),
        number=stated.number,
        dossier=stated.dossier or dossier_of(identity.identifier),
        metadata=metadata,
    )
    known = [head.span, *head.also, *holes.apart, *(marker.span for marker in markers)]
    return Report(
        source=source,
        header=head.header,
        header_span=head.span,
        questions=exchange.questions,
        answers=exchange.answers,
        footnotes=notes.footnotes,
        calls=notes.calls,
        furniture=furniture,
        unread=tuple(_unread(source, exchange, known, is_notice(face))),
    )


def _plain(source: SourceText) -> str:
    """Give the layer as a header is read: any space is a space, real notes and furniture are white; same offsets."""
    text = source.text.translate(_SPACES)
    if source.layout is None:
        return text
    layout = source.layout
    letters = list(text)
    for span in (*layout.calls, *layout.furniture, *(note.span for note in layout.notes)):
        letters[span.start : span.end] = (
            letter if letter == "\n" else " " for letter in letters[span.start : span.end]
        )
    return "".join(letters)


def _between(spans: Iterable[Span], end: int) -> tuple[Span, ...]:
    """Give the stretches of a text that lie between spans."""
    apart = Spans(spans).apart
    starts, ends = (0, *(span.end for span in apart)), (*(span.start for span in apart), end)
    return tuple(Span(*each) for each in zip(starts, ends, strict=True) if each[0] < each[1])


def _unread(source: SourceText, exchange: Exchange, known: Iterable[Span], notice: bool) -> Iterator[Unread]:
    """Give the stretches with words that belong to nothing, with what is known of them."""
    spans = [*known, *(one.span for one in exchange.questions), *(one.span for one in exchange.answers)]
    reasons = exchange.unread
    otherwise = Reason.POSTPONED if notice and not exchange.questions else Reason.OUTSIDE
    at = 0
    for span in [*sorted(spans), Span(len(source.text), len(source.text))]:
        stretch = source.text[at : span.start]
        if _WORDS.search(stretch):
            start = at + len(stretch) - len(stretch.lstrip())
            end = at + len(stretch.rstrip())
            reason = next((one.reason for one in reasons if one.span.start <= start < one.span.end), otherwise)
            yield Unread(Span(start, end), reason)
        at = max(at, span.end)
