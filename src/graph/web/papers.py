"""The page about a paper, or one question or answer of it: the words with marks, and what was found beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from graph.store.base import Reader
from graph.web import figures, words
from graph.web.facts import Value, facts
from graph.web.figures import Figure, natural
from graph.web.gaps import gaps_of
from graph.web.marking import Mark, Piece, marked, sentence_around
from graph.web.resources import parts_of, statements_of
from graph.web.server import Server
from graph.web.site import Site
from graph.web.view import View

HEADER = (
    ("Nummer", "kg:number"),
    ("Dossier", "dcterms:isPartOf"),
    ("Vergaderjaar", "kg:sessionYear"),
    ("Vastgesteld", "kg:adopted"),
    ("Ingediend", "kg:submitted"),
    ("Beantwoord", "kg:answered"),
    ("Stand", "kg:state"),
    ("Commissie", "kg:committee"),
    ("Vragen van", "kg:askedBy"),
    ("Gericht aan", "kg:addressedTo"),
    ("Antwoorden van", "kg:answeredBy"),
    ("Ondertekend door", "kg:signedBy"),
    ("Vraagnummer", "kg:questionNumber"),
    ("Uitstel", "kg:postponed"),
    ("Intrekking", "kg:withdrawn"),
    ("Vervolg op", "kg:follows"),
    ("Vervangt", "dcterms:replaces"),
    ("Verwijst naar", "dcterms:references"),
    ("Officiële pagina", "foaf:page"),
)


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


def whole(reader: Reader, site: Site, document: str) -> View:
    """Give all that is said in a paper."""
    return View(reader.graph(site.graph_of(document)), site.base)


def part(reader: Reader, site: Site, document: str, iri: str) -> View:
    """Give what a page about one exchange needs: its questions and answers with all that stands below them."""
    answer = iri.partition("/statistic/")[0]
    link = f"<{site.base}def/answers>"
    related = reader.query(f"SELECT ?a ?q {{ VALUES ?x {{ <{answer}> }} ?a {link} ?x, ?q }}").rows()
    asked = reader.query(f"SELECT ?q {{ <{answer}> {link} ?q }}").rows()
    parts = {answer, *(term.value for row in [*related, *asked] for term in row if isinstance(term, NamedNode))}
    below = " || ".join(f'STRSTARTS(STR(?s), "{part}/")' for part in sorted(parts))
    query = f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH <{site.graph_of(document)}> {{ ?s ?p ?o FILTER({below}) }} }}"
    view = View([*reader.query(query).triples(), *statements_of(reader, sorted({document, *parts}))], site.base)
    view.add(statements_of(reader, view.layers(parts)))
    return view


def document_page(server: Server, reader: Reader, view: View, document: str, iri: str) -> dict[str, object]:
    """Give what the page of a paper shows; for a question or an answer, only that exchange."""
    base = server.site.base
    found = figures.figures_of(_with_periods(view, reader, base), server.site, view.of_type("kg:Statistic"))
    answers = sorted(view.of_type("kg:Answer"), key=lambda answer: natural(view.one(answer, "kg:key") or ""))
    if iri != document:
        answers = [answer for answer in answers if answer == iri or iri in view.all(answer, "kg:answers")]
    shown = tuple(_exchange(view, answer, found) for answer in answers)
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
        "gaps": gaps_of(view) if iri == document else (),
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


def _exchange(view: View, answer: str, found: Sequence[Figure]) -> Exchange:
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
    """Cut the words of a question or an answer at its marks: the literal ones of the layer, where marks stand."""
    span = view.span(view.one(iri, "prov:wasQuotedFrom"))
    layer = next(iter(view.layers([iri])), None)
    text = view.one(layer, "schema:text")
    if span is None or text is None:
        return (Piece(view.one(iri, "schema:text") or ""),)
    return tuple(marked(text[slice(*span)], span[0], marks))


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


def figure_page(server: Server, reader: Reader, view: View, iri: str) -> dict[str, object]:
    """Give what the page of a figure shows: the figure, and the sentence with its words marked."""
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
