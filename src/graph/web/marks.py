"""What is marked in the words of a question or an answer: figures, names and what is not answered."""

from __future__ import annotations

from collections.abc import Iterable

from graph.web.figures import Figure
from graph.web.languages import nl
from graph.web.marking import Mark
from graph.web.view import View

KINDS = (
    ("figure", nl("cijfer")),
    ("organisation", nl("organisatie")),
    ("post", nl("ambt of persoon")),
    ("law", nl("wet of regeling")),
    ("document", nl("stuk of uitspraak")),
    ("place", nl("plaats")),
    ("non-answer", nl("niet beantwoord")),
)
"""The kinds of marks that readers can tell apart, and what the legend calls them."""

_SHOWN_AS = {
    "organisation": "organisation",
    "post": "post",
    "person": "post",
    "law": "law",
    "bill": "law",
    "treaty": "law",
    "eu-act": "law",
    "case": "document",
    "document": "document",
    "url": "document",
    "place": "place",
}
"""How the kinds of mentions of the model are shown."""


def anchor(document: str, iri: str) -> str:
    """Give the name of a part of a paper within the page of that paper.

    >>> anchor("https://e.org/id/document/kst-1-2", "https://e.org/id/document/kst-1-2/answer/1/statistic/12-1")
    'answer/1/statistic/12-1'
    """
    return iri.removeprefix(f"{document}/")


def figure_marks(view: View, document: str, found: Iterable[Figure]) -> list[Mark]:
    """Mark figures, each with what it says in one line."""
    words = view.words
    kind = words.language.gettext("Cijfer")
    marks = []
    for item in found:
        if item.start is not None and item.end is not None:
            about = ", ".join(part for part in (item.indicator, item.breakdown, words.period_of(item)) if part)
            title = f"{kind}: {words.hedge(item)} {words.amount(item)} ({about})".replace(":  ", ": ")
            marks.append(Mark(item.start, item.end, "figure", item.iri, title, anchor(document, item.iri), item.iri))
    return marks


def mention_marks(view: View, document: str, mentions: Iterable[str]) -> list[Mark]:
    """Mark names; each leads to what it names, or to the mention itself where that is not settled."""
    marks = []
    for iri in mentions:
        span = view.span(view.one(iri, "oa:hasTarget"))
        if span is not None:
            kind = view.one(iri, "kg:mentionKind") or ""
            shown = _SHOWN_AS.get(kind.rsplit("/", 1)[-1], "document")
            title = f"{view.name(kind)}: {view.name(iri)}"
            target = view.one(iri, "oa:hasBody") or iri
            marks.append(Mark(*span, shown, target, title, anchor(document, iri), iri))
    return marks


def silent_marks(view: View, document: str, silent: Iterable[str]) -> list[Mark]:
    """Mark the words that give no answer."""
    title = view.words.language.gettext("Hier wordt niet geantwoord")
    spans = [(iri, view.span(view.one(iri, "kg:passage"))) for iri in silent]
    return [Mark(*span, "non-answer", iri, title, anchor(document, iri), iri) for iri, span in spans if span]
