"""What can be found in one paper: itself, its questions, its answers and its figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.months import MONTHS_NL
from graph.search.item import YES, Item, Kind
from graph.search.statements import Statements, local

_WANTED = (
    "rdf:type rdfs:label schema:text schema:name schema:roleName dc:source dcterms:identifier dcterms:title "
    "dcterms:issued dcterms:type dcterms:isPartOf oa:hasBody oa:hasSelector oa:exact oa:prefix oa:suffix "
    "sdmx:obsValue kg:key kg:answers kg:answer kg:indicator kg:breakdown kg:period kg:valueText kg:countedBy "
    "kg:passage kg:addressedTo kg:answeredBy kg:committee kg:askedBy kg:signedBy kg:questionNumber"
).split()
_ORGANISATION, _PAPER = "/id/organisation/", "/id/document/"


def items_of(triples: bytes, base: str, ministries: Mapping[str, str]) -> tuple[list[Item], set[str]]:
    """Give what can be found in the graph of a paper, and the posts whose ministries it counts for.

    Args:
        triples: the graph as N-Triples.
        base: of the IRIs.
        ministries: the organisations of posts, both by the last part of their IRIs.
    """
    said = Statements(triples, base, _WANTED)
    papers = [_Paper(said, iri, ministries) for iri in said.of_type("Document")]
    items = [item for paper in papers for item in paper.items()]
    return items, {local(post) for paper in papers for post in paper.posts}


@dataclass
class _Paper:
    """One paper, and what of it is looked at for several of its things."""

    said: Statements
    iri: str
    ministries: Mapping[str, str]

    def items(self) -> Iterator[Item]:
        """Give the paper, then its questions, answers and figures."""
        said = self.said
        yield self._paper()
        for answer in said.of_type("Answer"):
            yield self._spoken(answer, Kind.ANSWER, (answer,))
        for question in said.of_type("Question"):
            answers = tuple(answer for answer, asked in self._asked.items() if question in asked)
            yield self._spoken(question, Kind.QUESTION, (question, *answers))
        for figure in said.of_type("Statistic"):
            yield self._figure(figure)

    @cached_property
    def identifier(self) -> str:
        return self.said.one(self.iri, "dcterms:identifier") or local(self.iri)

    @cached_property
    def title(self) -> str:
        return self.said.one(self.iri, "dcterms:title") or self.identifier

    @cached_property
    def posts(self) -> tuple[str, ...]:
        """The posts that the paper is addressed to or answered by."""
        return _once((*self.said.all(self.iri, "kg:addressedTo"), *self.said.all(self.iri, "kg:answeredBy")))

    @cached_property
    def _asked(self) -> dict[str, tuple[str, ...]]:
        """The questions of each answer."""
        return {answer: self.said.all(answer, "kg:answers") for answer in self.said.of_type("Answer")}

    @cached_property
    def _figures(self) -> dict[str, list[str]]:
        """The figures of each answer."""
        found = defaultdict(list)
        for figure in self.said.of_type("Statistic"):
            found[self.said.one(figure, "kg:answer")].append(figure)
        return found

    @cached_property
    def _mentions(self) -> dict[str, list[str]]:
        """The mentions in each question and answer."""
        found = defaultdict(list)
        for mention in self.said.of_type("Mention"):
            found[mention.partition("/mention/")[0]].append(mention)
        return found

    @cached_property
    def _unanswered(self) -> frozenset[str]:
        """The answers that give no answer."""
        return frozenset(self.said.one(iri, "kg:answer") for iri in self.said.of_type("NonAnswer"))

    @cached_property
    def _around(self) -> tuple[str, ...]:
        """What the paper says of itself, for those who type it together with words of an answer."""
        said = self.said
        people = [*said.all(self.iri, "kg:askedBy"), *said.all(self.iri, "kg:signedBy")]
        names = [said.one(person, "schema:name") or _words(person) for person in people]
        return (self.identifier, *said.all(self.iri, "kg:committee"), *map(_words, self.posts), *names)

    @cached_property
    def _shared(self) -> dict[str, tuple[str, ...]]:
        """The facets that all things of the paper have."""
        said = self.said
        issued = said.one(self.iri, "dcterms:issued")
        kinds = [local(kind) for kind in said.all(self.iri, "dcterms:type") if "/def/document-kind/" in kind]
        ministries = [self.ministries[local(post)] for post in self.posts if local(post) in self.ministries]
        return {"year": (issued[:4],) if issued else (), "kind": tuple(kinds), "ministry": _once(ministries)}

    def _paper(self) -> Item:
        said = self.said
        everywhere = (*self._asked, *self._mentions, *said.of_type("Question"))
        numbers = said.all(self.iri, "kg:questionNumber")
        return self._item(
            self.iri,
            Kind.PAPER,
            self.title,
            "",
            everywhere,
            heads=(self.title, *numbers),
            more=self._around,
            identifiers=(self.identifier, *numbers),
        )

    def _spoken(self, iri: str, kind: Kind, about: tuple[str, ...]) -> Item:
        said = self.said
        names = (said.one(mention, "rdfs:label") for mention in self._mentions[iri])
        cited = [local(body) for each in self._mentions[iri] for body in said.all(each, "oa:hasBody") if _PAPER in body]
        return self._item(
            iri,
            kind,
            said.one(iri, "rdfs:label"),
            said.one(iri, "schema:text"),
            about,
            more=_once(names),
            around=(self.title, *self._around),
            identifiers=_once(cited),
        )

    def _figure(self, iri: str) -> Item:
        said = self.said
        answer = said.one(iri, "kg:answer") or iri.partition("/statistic/")[0]
        selectors = said.all(said.one(iri, "kg:passage"), "oa:hasSelector")
        quoting = next((each for each in selectors if said.all(each, "oa:exact")), "")
        words = [said.one(quoting, name) for name in ("oa:prefix", "oa:exact", "oa:suffix")]
        counted = [local(each) for each in said.all(iri, "kg:countedBy") if _ORGANISATION in each]
        indicators = [local(each) for each in said.all(iri, "kg:indicator")]
        own = {"organisation": _once(counted), "indicator": _once(indicators), "figures": (YES,)}
        part = said.one(iri, "kg:breakdown")
        value = said.one(iri, "sdmx:obsValue").removesuffix(".0").replace(".", ",")
        return Item(
            iri=iri,
            kind=Kind.FIGURE,
            title=said.one(iri, "rdfs:label"),
            text=words[1],
            passage=" ".join("".join(words).split()),
            heads=(said.one(iri, "rdfs:label"), _words(part) if local(part) != "total" else ""),
            more=(*map(_words, (*indicators, *counted)), *said.all(iri, "dc:source"), value, *self._times(iri)),
            around=(self.title, *self._around),
            document=self.identifier,
            key=said.one(answer, "kg:key"),
            issued=said.one(self.iri, "dcterms:issued"),
            facets={**self._shared, "what": (Kind.FIGURE,), **own},
        )

    def _times(self, figure: str) -> Iterator[str]:
        """Give the period of a figure as people type it: "1 januari 2025"."""
        for end in local(self.said.one(figure, "kg:period")).split("--"):
            year, _, rest = end.partition("-")
            month, _, day = rest.partition("-")
            if year.isdigit() and month.isdigit() and day.isdigit() and 1 <= int(month) <= 12:
                yield f"{int(day)} {MONTHS_NL[int(month) - 1]} {year}"

    def _item(
        self,
        iri: str,
        kind: Kind,
        title: str,
        text: str,
        about: tuple[str, ...],
        *,
        heads: tuple[str, ...] = (),
        more: tuple[str, ...] = (),
        around: tuple[str, ...] = (),
        identifiers: tuple[str, ...] = (),
    ) -> Item:
        figures = [figure for part in about for figure in self._figures.get(part, ())]
        mentioned = [body for part in about for each in self._mentions.get(part, ()) for body in self._bodies(each)]
        counted = [body for figure in figures for body in self.said.all(figure, "kg:countedBy")]
        facets = {
            **self._shared,
            "what": (kind,),
            "organisation": _once(local(each) for each in (*mentioned, *counted) if _ORGANISATION in each),
            "indicator": _once(local(self.said.one(figure, "kg:indicator")) for figure in figures),
            "figures": (YES,) if figures else (),
            "unanswered": (YES,) if self._unanswered.intersection(about) else (),
        }
        return Item(
            iri=iri,
            kind=kind,
            title=title,
            text=text,
            heads=heads,
            more=more,
            around=around,
            document=self.identifier,
            key=self.said.one(iri, "kg:key"),
            identifiers=identifiers,
            issued=self.said.one(self.iri, "dcterms:issued"),
            facets=facets,
        )

    def _bodies(self, mention: str) -> tuple[str, ...]:
        return self.said.all(mention, "oa:hasBody")


def _words(iri: str) -> str:
    """Give the words in the last part of an IRI: the graph of a paper has no others for what it shares."""
    return local(iri).partition(".")[0].replace("-", " ")


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
