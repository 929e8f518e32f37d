"""The pages about single things: a paper, an answer, a figure, an organisation, and anything else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fastapi import Request
from pyoxigraph import Literal, NamedNode, Triple

from graph.store.base import Reader
from graph.web import figures, words
from graph.web.figures import Figure, natural
from graph.web.marking import Mark, Piece, marked, sentence_around
from graph.web.negotiation import FORMS
from graph.web.resources import INCOMING, parts_of, statements_of
from graph.web.server import Server
from graph.web.view import View

KINDS = {
    "document": "Document",
    "question": "Vraag",
    "answer": "Antwoord",
    "statistic": "Cijfer",
    "mention": "Vermelding",
    "non-answer": "Niet beantwoord",
    "passage": "Passage",
    "text": "Tekst",
    "organisation": "Organisatie",
    "post": "Ambt",
    "person": "Persoon",
    "law": "Wet of regeling",
    "case": "Uitspraak",
    "place": "Land",
    "indicator": "Indicator",
    "breakdown": "Uitsplitsing",
    "period": "Periode",
    "dossier": "Dossier",
    "membership": "Ambtsvervulling",
}

HEADER = (
    ("Nummer", "kg:number"),
    ("Dossier", "dcterms:isPartOf"),
    ("Vergaderjaar", "kg:sessionYear"),
    ("Vastgesteld", "kg:adopted"),
    ("Ingediend", "kg:submitted"),
    ("Beantwoord", "kg:answered"),
    ("Commissie", "kg:committee"),
    ("Vragen van", "kg:askedBy"),
    ("Gericht aan", "kg:addressedTo"),
    ("Antwoorden van", "kg:answeredBy"),
    ("Ondertekend door", "kg:signedBy"),
    ("Verwijst naar", "dcterms:references"),
    ("Officiële pagina", "foaf:page"),
)

SHARED = (
    ("Ook bekend als", "skos:altLabel"),
    ("Omschrijving", "skos:definition"),
    ("Kenmerk", "dcterms:identifier"),
    ("Begin", "kg:periodStart"),
    ("Einde", "kg:periodEnd"),
    ("Onderdeel van", "dcterms:isPartOf"),
    ("Pagina", "foaf:page"),
    ("Zelfde als", "owl:sameAs"),
)

_LONG = 2000
_DATE = "http://www.w3.org/2001/XMLSchema#date"


@dataclass(frozen=True)
class Value:
    """A value on a page: what is shown, where it leads, in which language it is."""

    text: str
    iri: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Fact:
    """A property on a page, with its values."""

    label: str
    iri: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Exchange:
    """An answer as a page shows it: the questions before it, its text with marks, and what was found in it."""

    iri: str
    key: str
    questions: tuple[Text, ...]
    pieces: tuple[Piece, ...]
    figures: tuple[Figure, ...]
    names: tuple[Value, ...]
    non_answers: tuple[Value, ...]
    refers_to: tuple[Value, ...]


@dataclass(frozen=True)
class Text:
    """A question as a page shows it."""

    iri: str
    key: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Place:
    """A question or an answer in which a thing is named: how often, and the words around the first time."""

    part: str
    name: str
    times: int
    start: int
    prefix: str
    exact: str
    suffix: str


def page(request: Request, server: Server, reader: Reader, iri: str, statements: Sequence[Triple]) -> str:
    """Render the page about a thing.

    Args:
        request: what was asked.
        server: for site and templates.
        reader: of the publication.
        iri: of the thing.
        statements: its description.
    """
    view = View(statements, server.site.base).learn_labels(reader)
    kind = server.site.collection(iri)
    common: dict[str, object] = {
        "iri": iri,
        "kind": KINDS.get(kind, "Term" if iri.startswith(f"{server.site.base}def") else "Beschrijving"),
        "title": title_of(view, iri),
        "suffixes": _suffixes(figures.scope(server.site, iri) is not None, kind),
        "local": server.site.path(iri) is not None,
        "statements": facts(view, iri, [(view.name(prop), prop) for prop, _ in view.properties(iri)]),
    }
    document = server.site.document_of(iri)
    own_graph = document is not None and reader.version(server.site.graph_of(document)) is not None
    if document is not None and own_graph and kind in ("document", "answer", "question", "statistic"):
        common["document"] = document
        graph = View(reader.graph(server.site.graph_of(document)), server.site.base).learn_labels(reader)
        common["document_title"] = graph.name(document)
        if kind == "statistic":
            return server.page(request, "statistic.html", **common, **_statistic(server, reader, graph, iri))
        return server.page(request, "document.html", **common, **_document(server, reader, graph, document, iri))
    return server.page(request, "thing.html", **common, **_shared(server, reader, view, iri))


def title_of(view: View, iri: str) -> str:
    """Give the heading of the page about a thing."""
    return view.name(iri)


def facts(view: View, iri: str, wanted: Iterable[tuple[str, str]]) -> list[Fact]:
    """Give the properties of a thing that it has, in the order wanted.

    Args:
        view: what is said.
        iri: of the thing.
        wanted: labels and properties.
    """
    found = []
    for label, name in wanted:
        if values := tuple(_value(view, term) for term in view.terms(iri, name)):
            found.append(Fact(label, view.iri(name), values))
    return found


def _value(view: View, term: NamedNode | Literal) -> Value:
    if isinstance(term, NamedNode):
        name = view.one(term.value, "schema:name")
        role = view.one(term.value, "schema:roleName")
        shown = ", ".join(part for part in (name, role) if part) or view.name(term.value)
        return Value(shown, term.value)
    if term.datatype.value == _DATE:
        return Value(words.day(term.value))
    text = term.value if len(term.value) <= _LONG else term.value[:_LONG] + " … (ingekort; zie de andere vormen)"
    return Value(text, None, term.language)


def _suffixes(has_figures: bool, kind: str) -> list[tuple[str, str]]:
    names = [
        "ttl",
        "jsonld",
        "nt",
        "rdf",
        "json",
        *(["csv"] if has_figures else []),
        *(["txt"] if kind == "text" else []),
    ]
    return [(name, FORMS[name].label) for name in names]


# --- a paper, or one answer of it ------------------------------------------------------------------------------------


def _document(server: Server, reader: Reader, view: View, document: str, iri: str) -> dict[str, object]:
    """Give what the page of a paper shows; for a question or an answer, only that exchange."""
    base = server.site.base
    found = figures.figures_of(_with_periods(view, reader, base), server.site, view.of_type("kg:Statistic"))
    answers = sorted(view.of_type("kg:Answer"), key=lambda answer: natural(view.one(answer, "kg:key") or ""))
    if iri != document:
        answers = [answer for answer in answers if answer == iri or iri in view.all(answer, "kg:answers")]
    shown = tuple(_exchange(view, answer, found, server) for answer in answers)
    answered = {question.iri for exchange in shown for question in exchange.questions}
    open_questions = [question for question in view.of_type("kg:Question") if question not in answered]
    if iri != document:
        open_questions = [question for question in open_questions if question == iri]
    return {
        "whole": iri == document,
        "facts": facts(view, document, HEADER),
        "exchanges": shown,
        "open_questions": sorted(
            (_question(view, question, ()) for question in open_questions), key=lambda question: natural(question.key)
        ),
        "counts": ", ".join(
            [
                words.count(len(view.of_type("kg:Question")), "vraag", "vragen"),
                words.count(len(answers), "antwoord", "antwoorden"),
                words.count(len(found), "cijfer", "cijfers"),
                words.count(len(view.of_type("kg:Mention")), "vermelding", "vermeldingen"),
            ]
        ),
        "graph": server.site.graph_of(document),
        "note": view.one(document, "kg:identifierNote"),
        "layer": next(iter(view.of_type("kg:TextLayer")), None),
    }


def _with_periods(view: View, reader: Reader, base: str) -> View:
    """Add the periods, which stand in a graph of their own."""
    said = [
        Triple(NamedNode(iri), NamedNode(prop), value)
        for iri in view.of_type("kg:Statistic")
        for prop, values in view.properties(iri)
        for value in values
    ]
    view.add(statements_of(reader, parts_of(said, base)))
    return view.learn_labels(reader)


def _exchange(view: View, answer: str, found: Sequence[Figure], server: Server) -> Exchange:
    mine = tuple(item for item in found if item.answer == answer)
    mentions = _below(view, "kg:Mention", answer)
    silent = [iri for iri in view.of_type("kg:NonAnswer") if view.one(iri, "kg:answer") == answer]
    marks = [*_figure_marks(mine), *_mention_marks(view, mentions), *_silent_marks(view, silent)]
    questions = sorted(view.all(answer, "kg:answers"), key=lambda iri: natural(view.one(iri, "kg:key") or ""))
    return Exchange(
        iri=answer,
        key=view.one(answer, "kg:key") or "",
        questions=tuple(
            _question(view, iri, _mention_marks(view, _below(view, "kg:Mention", iri))) for iri in questions
        ),
        pieces=_pieces(view, answer, marks),
        figures=mine,
        names=_names(view, mentions),
        non_answers=tuple(Value(view.one(iri, "kg:reason") or "", iri) for iri in silent),
        refers_to=tuple(Value(view.name(other), other) for other in view.all(answer, "kg:refersTo")),
    )


def _question(view: View, iri: str, marks: Iterable[Mark]) -> Text:
    return Text(iri, view.one(iri, "kg:key") or "", _pieces(view, iri, marks))


def _pieces(view: View, iri: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut the words of a question or an answer at its marks."""
    text = view.one(iri, "schema:text") or ""
    span = view.span(view.one(iri, "prov:wasQuotedFrom"))
    return tuple(marked(text, span[0], marks)) if span else (Piece(text),)


def _below(view: View, kind: str, iri: str) -> list[str]:
    return [thing for thing in view.of_type(kind) if thing.startswith(f"{iri}/")]


def _figure_marks(found: Iterable[Figure]) -> list[Mark]:
    marks = []
    for item in found:
        if item.start is not None and item.end is not None:
            about = ", ".join(part for part in (item.indicator, item.breakdown, item.period) if part)
            marks.append(Mark(item.start, item.end, "figure", item.iri, f"Cijfer: {item.amount} ({about})"))
    return marks


def _mention_marks(view: View, mentions: Iterable[str]) -> list[Mark]:
    marks = []
    for iri in mentions:
        span = view.span(view.one(iri, "oa:hasTarget"))
        if span is not None:
            target = view.one(iri, "oa:hasBody") or iri
            marks.append(
                Mark(*span, "mention", target, f"{view.name(view.one(iri, 'kg:mentionKind'))}: {view.name(iri)}")
            )
    return marks


def _silent_marks(view: View, silent: Iterable[str]) -> list[Mark]:
    spans = [(iri, view.span(view.one(iri, "kg:passage"))) for iri in silent]
    return [Mark(*span, "non-answer", iri, "Hier wordt niet geantwoord") for iri, span in spans if span]


def _names(view: View, mentions: Iterable[str]) -> tuple[Value, ...]:
    """Give what is named, each once."""
    found = {view.one(iri, "oa:hasBody") or iri: view.name(iri) for iri in mentions}
    return tuple(Value(name, iri) for iri, name in sorted(found.items(), key=lambda item: (item[1].lower(), item[0])))


# --- a figure --------------------------------------------------------------------------------------------------------


def _statistic(server: Server, reader: Reader, view: View, iri: str) -> dict[str, object]:
    item = figures.figure(_with_periods(view, reader, server.site.base), server.site, iri)
    layer = view.one(view.one(iri, "kg:passage"), "oa:hasSource")
    text = view.one(layer, "schema:text")
    pieces: tuple[Piece, ...] = (Piece(item.quote, Mark(0, 0, "figure", iri, "")),)
    if text is not None and item.start is not None and item.end is not None:
        begin, end = sentence_around(text, item.start, item.end)
        pieces = tuple(marked(text[begin:end], begin, [Mark(item.start, item.end, "figure", iri, "")]))
    return {
        "figure": item,
        "pieces": pieces,
        "answer_name": view.name(item.answer),
        "unit_name": words.UNITS.get(item.unit, item.unit) or "aantal",
        "layer": layer,
    }


# --- a thing that papers share ---------------------------------------------------------------------------------------


def _shared(server: Server, reader: Reader, view: View, iri: str) -> dict[str, object]:
    pattern = figures.scope(server.site, iri)
    found = figures.find(reader, server.site, pattern) if pattern else []
    named = [(mention, server.site.document_of(mention)) for mention in view.subjects("oa:hasBody", iri)]
    return {
        "facts": facts(view, iri, SHARED),
        "figures": found,
        "figures_at_most": figures.AT_MOST,
        "named": _places(server, reader, [mention for mention, document in named if document]),
        "incoming": _incoming(server, view, iri),
        "incoming_at_most": INCOMING,
    }


def _places(server: Server, reader: Reader, mentions: Sequence[str]) -> list[Place]:
    """Give where a thing is named, each question and answer once, with the words around the first time."""
    view = figures.view_of(reader, server.site, mentions) if mentions else View([], server.site.base)
    found: dict[str, Place] = {}
    for mention in mentions:
        part = mention.rpartition("/mention/")[0]
        passage = view.one(mention, "oa:hasTarget")
        start = (view.span(passage) or (0, 0))[0]
        other = found.get(part)
        times = other.times + 1 if other else 1
        if other and other.start <= start:
            found[part] = replace(other, times=times)
            continue
        around = [_selected(view, passage, name) for name in ("prefix", "exact", "suffix")]
        found[part] = Place(part, _called(server, part), times, start, *around)
    return sorted(found.values(), key=lambda place: (server.site.document_of(place.part) or "", place.start))


def _selected(view: View, passage: str | None, name: str) -> str:
    texts = (text for selector in view.all(passage, "oa:hasSelector") for text in view.all(selector, f"oa:{name}"))
    return next(texts, "")


def _called(server: Server, part: str) -> str:
    """Name a question or an answer by its paper: ``kst-36800-XX-7, antwoord 4``."""
    document = server.site.document_of(part) or ""
    kind = KINDS.get(server.site.collection(part), "").lower()
    return f"{document.rsplit('/', 1)[-1]}, {kind} {part.rsplit('/', 1)[-1]}"


def _incoming(server: Server, view: View, iri: str) -> list[Fact]:
    """Give what links to a thing, apart from figures and mentions, which have lists of their own."""
    by_property: dict[str, list[Value]] = {}
    for subject in sorted(view.objects()):
        if subject == iri or server.site.collection(subject) in ("mention", "statistic"):
            continue
        for prop, values in view.properties(subject):
            if any(value.value == iri and isinstance(value, NamedNode) for value in values):
                by_property.setdefault(prop, []).append(Value(view.name(subject), subject))
    return [Fact(view.name(prop), prop, tuple(values)) for prop, values in sorted(by_property.items())]
