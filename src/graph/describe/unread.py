"""Describes what was not read of a paper: each stretch of its text that no step accounts for, and why."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_left
from collections import defaultdict

from graph.describe.fact_iris import settle
from graph.describe.iris import Iris, segment, shorten, slug
from graph.describe.passages import describe_passage
from graph.describe.scene import Scene
from graph.model import Reason, Report, Span, Unread
from graph.views import view_of
from graph.words import normalise

_WORD = re.compile(r"[^\W_]+")
_OPENING = 8
"""How many words name a stretch: its first ones, so that its address stays when a better rule ends it elsewhere."""
_LABEL = 60
_NAMELESS = "-"


def describe_unread(scene: Scene) -> None:
    """Describe every stretch of a paper that was not read, on its passage."""
    for stretch, iri in zip(scene.report.unread, unread_iris(scene.report, scene.base), strict=True):
        _stretch(scene, stretch, iri)


def _stretch(scene: Scene, stretch: Unread, iri: str) -> None:
    to = scene.to
    words = textwrap.shorten(view_of(scene.report, stretch.span).text, _LABEL, placeholder=" …")
    to.say(scene.document, "kg:unread", iri)
    to.a(iri, "kg:UnreadStretch")
    to.say(iri, "rdfs:label", to.text(f"Niet gelezen: “{words}”", "nl"))
    to.say(iri, "dcterms:isPartOf", scene.document)
    to.say(iri, "kg:unreadReason", reason_iri(stretch.reason, scene.iris))
    to.say(iri, "kg:characters", to.integer(stretch.span.end - stretch.span.start))
    to.say(iri, "kg:passage", f"{iri}/passage")
    describe_passage(scene, f"{iri}/passage", stretch.span)


def reason_iri(reason: Reason, iris: Iris) -> str:
    """Give the concept of a reason why a stretch was not read."""
    return iris.term(f"unread-reason/{slug(reason)}")


def unread_iris(report: Report, base: str) -> tuple[str, ...]:
    """Give the IRIs of what was not read, in the order of the report.

    A stretch is named by its first words and which of their occurrences in the readable text of the paper they are, as
    facts are (DESIGN section 6): the number of stretches that were found before it does not matter.
    """
    if not report.unread:
        return ()
    document = Iris(base).document(report.header.identity.identifier)
    return tuple(settle([f"{document}/unread/{segment(name)}" for name in _names(report)], [() for _ in report.unread]))


def _names(report: Report) -> list[str]:
    """Name each stretch; the words of the paper are gone through once for each length of an opening."""
    whole = view_of(report, Span(0, len(report.source.text)))
    found = [(whole.offsets[word.start()], word.group().lower()) for word in _WORD.finditer(whole.text)]
    starts, words = [start for start, _ in found], [word for _, word in found]
    first = [bisect_left(starts, stretch.span.start) for stretch in report.unread]
    openings = [
        tuple(words[at : min(at + _OPENING, bisect_left(starts, stretch.span.end))])
        for at, stretch in zip(first, report.unread, strict=True)
    ]
    wanted, places = set(openings), defaultdict(list)
    for length in {len(opening) for opening in wanted} - {0}:
        for at in range(len(words)):
            if (opening := tuple(words[at : at + length])) in wanted and len(opening) == length:
                places[opening].append(at)
    return [
        f"{shorten(normalise(''.join(opening))) or _NAMELESS}-{bisect_left(places[opening], at) + 1}"
        for at, opening in zip(first, openings, strict=True)
    ]
