"""The page about a paper, or one question or answer of it: the words with marks, and what was found beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from graph.store.base import Reader
from graph.web import figures
from graph.web.facts import Value, facts
from graph.web.figures import Figure, natural
from graph.web.gaps import gaps_of
from graph.web.languages import Language, nl
from graph.web.marking import Mark, Piece, marked
from graph.web.marks import KINDS, figure_marks, mention_marks, silent_marks
from graph.web.resources import parts_of, statements_of
from graph.web.server import Server
from graph.web.site import Site
from graph.web.verdicts import of_document
from graph.web.view import View

HEADER = (
    (nl("Nummer"), "kg:number"),
    (nl("Dossier"), "dcterms:isPartOf"),
    (nl("Vergaderjaar"), "kg:sessionYear"),
    (nl("Vastgesteld"), "kg:adopted"),
    (nl("Ingediend"), "kg:submitted"),
    (nl("Beantwoord"), "kg:answered"),
    (nl("Stand"), "kg:state"),
    (nl("Commissie"), "kg:committee"),
    (nl("Vragen van"), "kg:askedBy"),
    (nl("Gericht aan"), "kg:addressedTo"),
    (nl("Antwoorden van"), "kg:answeredBy"),
    (nl("Ondertekend door"), "kg:signedBy"),
    (nl("Vraagnummer"), "kg:questionNumber"),
    (nl("Uitstel"), "kg:postponed"),
    (nl("Intrekking"), "kg:withdrawn"),
    (nl("Vervolg op"), "kg:follows"),
    (nl("Vervangt"), "dcterms:replaces"),
    (nl("Verwijst naar"), "dcterms:references"),
    (nl("Officiële pagina"), "foaf:page"),
)


_BELOW = re.compile(r"/(statistic|mention|non-answer|passage)/.*")


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


def whole(reader: Reader, site: Site, document: str, language: Language) -> View:
    """Give all that is said in a paper."""
    return View(reader.graph(site.graph_of(document)), site.base, language)


def part(reader: Reader, site: Site, document: str, iri: str, language: Language) -> View:
    """Give what a page about one exchange needs: its questions and answers with all that stands below them."""
    answer = _BELOW.sub("", iri)
    link = f"<{site.base}def/answers>"
    related = reader.query(f"SELECT ?a ?q {{ VALUES ?x {{ <{answer}> }} ?a {link} ?x, ?q }}").rows()
    asked = reader.query(f"SELECT ?q {{ <{answer}> {link} ?q }}").rows()
    parts = {answer, *(term.value for row in [*related, *asked] for term in row if isinstance(term, NamedNode))}
    below = " || ".join(f'STRSTARTS(STR(?s), "{part}/")' for part in sorted(parts))
    query = f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH <{site.graph_of(document)}> {{ ?s ?p ?o FILTER({below}) }} }}"
    said = [*reader.query(query).triples(), *statements_of(reader, sorted({document, *parts}))]
    view = View(said, site.base, language)
    view.add(statements_of(reader, view.layers(parts)))
    return view


def document_page(server: Server, reader: Reader, view: View, document: str, iri: str) -> dict[str, object]:
    """Give what the page of a paper shows; for a question or an answer, only that exchange."""
    base = server.site.base
    found = figures.figures_of(with_periods(view, reader, base), server.site, view.of_type("kg:Statistic"))
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
                view.words.count(len(view.of_type("kg:Question")), "vraag", "vragen"),
                view.words.count(len(answers), "antwoord", "antwoorden"),
                view.words.count(len(found), "cijfer", "cijfers"),
                view.words.count(len(view.of_type("kg:Mention")), "vermelding", "vermeldingen"),
            ]
        ),
        "graph": server.site.graph_of(document),
        "note": view.one(document, "kg:identifierNote"),
        "gaps": gaps_of(view) if iri == document else (),
        "legend": KINDS,
        "verdicts": of_document(reader, server.site, document, view.words.language) if iri == document else (),
        "valid_since": version.at if (version := reader.version(server.site.graph_of(document))) else None,
        "layer": next(iter(view.of_type("kg:TextLayer")), None),
    }


def with_periods(view: View, reader: Reader, base: str) -> View:
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
    document = answer.partition("/answer/")[0]
    marks = [
        *figure_marks(view, document, mine),
        *mention_marks(view, document, mentions),
        *silent_marks(view, document, silent),
    ]
    questions = sorted(view.all(answer, "kg:answers"), key=lambda iri: natural(view.one(iri, "kg:key") or ""))
    return Exchange(
        iri=answer,
        key=view.one(answer, "kg:key") or "",
        questions=tuple(
            _question(view, iri, mention_marks(view, document, _below(view, "kg:Mention", iri))) for iri in questions
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


def _names(view: View, mentions: Iterable[str]) -> tuple[Value, ...]:
    """Give what is named, each once."""
    found = {view.one(iri, "oa:hasBody") or iri: view.name(iri) for iri in mentions}
    return tuple(Value(name, iri) for iri, name in sorted(found.items(), key=lambda item: (item[1].lower(), item[0])))
