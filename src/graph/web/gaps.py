"""What was not read of a paper, as its page shows it: on which page, why, and the words."""

from __future__ import annotations

from dataclasses import dataclass

from graph.web.view import View

_LONG = 400


@dataclass(frozen=True)
class Gap:
    """A stretch that was not read; `page` is None where the text has no pages, `cut` that the words are not all."""

    iri: str
    page: str | None
    reason: str
    quote: str
    cut: bool


def gaps_of(view: View) -> tuple[Gap, ...]:
    """Give what was not read, in the order of the text."""
    found = view.of_type("kg:UnreadStretch")
    places = {iri: view.span(view.one(iri, "kg:passage")) or (0, 0) for iri in found}
    return tuple(_gap(view, iri) for iri in sorted(found, key=lambda iri: (places[iri], iri)))


def _gap(view: View, iri: str) -> Gap:
    passage = view.one(iri, "kg:passage")
    selectors = view.all(passage, "oa:hasSelector")
    quote = next((text for selector in selectors for text in view.all(selector, "oa:exact")), "")
    reason = view.name(view.one(iri, "kg:unreadReason"))
    return Gap(iri, view.one(passage, "kg:page"), reason, quote[:_LONG].rstrip(), len(quote) > _LONG)
