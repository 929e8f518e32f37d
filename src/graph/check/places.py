"""Finds where a thing of a graph stands in its paper: page and sentence, by its passage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad

from graph.describe.terms import Terms

_DOCUMENT = re.compile(r"id/document/([^/]+)")
_STRETCH = re.compile(r"(.+)#char=(\d+),(\d+)")
_GRAPH = re.compile(r"graph/([^/]+)$")
_SENTENCE_END = re.compile(r"[.!?]\d{0,2}(?=\s+[^\W\d_a-z]|\s*$)|\n\s*\n")
_LONGEST = 400


@dataclass(frozen=True)
class Place:
    """Where a thing stands."""

    document: str
    page: int | None = None
    sentence: str = ""


class Places:
    """The places of the things of one graph.

    Args:
        quads: the statements of a paper.
        base: the base IRI.
    """

    def __init__(self, quads: Iterable[Quad], base: str) -> None:
        terms = Terms(base)
        wanted = (
            *("kg:passage", "oa:hasTarget", "prov:wasQuotedFrom", "oa:hasSource", "oa:hasSelector", "oa:start"),
            *("oa:end", "oa:exact", "kg:page", "schema:text", "prov:wasDerivedFrom"),
        )
        self._names = {terms[name]: name for name in wanted}
        self._quads = list(quads)

    @cached_property
    def _said(self) -> dict[tuple[str, str], list[str]]:
        said: dict[tuple[str, str], list[str]] = {}
        for quad in self._quads:
            name = self._names.get(quad.predicate)
            if name and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                said.setdefault((quad.subject.value, name), []).append(quad.object.value)
        return said

    def _one(self, thing: str, *names: str) -> str | None:
        return next((found[0] for name in names if (found := self._said.get((thing, name)))), None)

    def find(self, *things: str) -> Place:
        """Find where the first of some things that stands anywhere stands.

        Args:
            things: IRIs of figures, mentions, non-answers, questions, answers, passages or selectors.
        """
        document = next((match[1] for thing in things if (match := _DOCUMENT.search(thing))), None)
        document = document or next((match[1] for thing in things if (match := _GRAPH.search(thing))), "")
        for thing in things:
            if stretch := _STRETCH.fullmatch(self._one(thing, "prov:wasQuotedFrom") or ""):
                layer, start, end = stretch.groups()
                text = self._one(layer, "schema:text") or ""
                first = _SENTENCE_END.search(text, int(start), int(end))
                return Place(document, self._page(thing), _tidy(text[int(start) : first.end() if first else int(end)]))
            passage = self._one(thing, "kg:passage", "oa:hasTarget", "prov:wasQuotedFrom")
            passage = passage or re.sub(r"/(?:quote|position)$", "", thing)
            if (passage, "oa:hasSelector") in self._said or (passage, "oa:hasSource") in self._said:
                return Place(document, self._page(passage), self._sentence(passage))
        return Place(document)

    def _page(self, thing: str) -> int | None:
        page = self._one(thing, "kg:page")
        return int(page) if page and page.isdigit() else None

    def _sentence(self, passage: str) -> str:
        """Give the sentence around a passage, or its words where its position does not help."""
        exact = self._one(f"{passage}/quote", "oa:exact") or ""
        layer = self._one(passage, "oa:hasSource")
        text = self._one(layer, "schema:text") if layer else None
        start, end = self._one(f"{passage}/position", "oa:start"), self._one(f"{passage}/position", "oa:end")
        if not (text and start and end and start.isdigit() and end.isdigit() and int(start) < int(end) <= len(text)):
            return _tidy(exact)
        if text[int(start) : int(end)] != exact:
            return _tidy(exact)
        return _sentence_at(text, int(start), int(end))


def _sentence_at(text: str, start: int, end: int) -> str:
    before = [match.end() for match in _SENTENCE_END.finditer(text, max(0, start - _LONGEST), start)]
    after = _SENTENCE_END.search(text, max(start, end - 1), end + _LONGEST)
    return _tidy(text[before[-1] if before else max(0, start - _LONGEST) : after.end() if after else end])


def _tidy(text: str) -> str:
    tidy = " ".join(text.split())
    return tidy if len(tidy) <= 2 * _LONGEST else f"{tidy[: 2 * _LONGEST]} …"
