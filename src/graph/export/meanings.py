"""What the columns of the tables say, and the property of the graph that says the same: for the metadata of a table."""

from __future__ import annotations

from dataclasses import dataclass

from graph.export.tables import Column, Table


@dataclass(frozen=True)
class Meaning:
    """What a column says.

    Attributes:
        words: for people, in English.
        term: the property of the graph that says the same, abbreviated; empty where a chain of several says it.
        about: what the property is said of, as a template of RFC 6570 where it is not the thing of the row.
        thing: the IRI that the cell stands for, as a template, where the graph has a thing instead of a word.
    """

    words: str
    term: str = ""
    about: str = ""
    thing: str = ""


_PAPER = "{base}id/document/{{document}}"

_EVERYWHERE = {
    "document": Meaning("the identifier of the paper", "dcterms:identifier", _PAPER),
    "question": Meaning("the lowest number of the questions that the answer covers"),
    "key": Meaning("tells series of questions apart where the numbering restarts", "kg:key"),
    "answered": Meaning("the day of the answer", "kg:answered", _PAPER),
    "quote": Meaning("the words that say it, as they stand in the text of the paper"),
    "start": Meaning("where the words begin, in code points of the text, from 0"),
    "end": Meaning("where the words end, in code points of the text, not included"),
    "iri": Meaning("the IRI of what the row is about"),
}

_OF_TABLE = {
    "documents": {
        "document": Meaning("the identifier of the paper", "dcterms:identifier"),
        "identifier_basis": Meaning(
            "how the identifier is known: stated, metadata, filename, derived, hash",
            "kg:identifierBasis",
            thing="{base}def/identifier-basis/{{identifier_basis}}",
        ),
        "kind": Meaning("the kind of paper, in Dutch"),
        "title": Meaning("the title", "dcterms:title"),
        "number": Meaning("the number within its dossier or session", "kg:number"),
        "adopted": Meaning("the day on which the committee adopted it", "kg:adopted"),
        "submitted": Meaning("the day on which the questions were sent", "kg:submitted"),
        "answered": Meaning("the day of the answer", "kg:answered"),
        "committee": Meaning("the committee that asked", "kg:committee"),
        "dossier": Meaning("the dossier", "dcterms:isPartOf", thing="{base}id/dossier/{{dossier}}"),
        "questions": Meaning("how many questions there are"),
        "answers": Meaning("how many answers there are"),
        "statistics": Meaning("how many figures were found in the answers"),
        "text_sha256": Meaning("the SHA-256 of the text into which all offsets point"),
        "page": Meaning("the official page of the paper", "foaf:page", thing="{{+page}}"),
    },
    "questions": {
        "question": Meaning("the number of the question", "kg:number"),
        "text": Meaning("the words of the question", "schema:text"),
        "answer_key": Meaning("the key of the answer", "kg:key", "{{+answer_iri}}"),
        "answer": Meaning("the words of the answer", "schema:text", "{{+answer_iri}}"),
        "answer_iri": Meaning("the IRI of the answer"),
    },
    "statistics": {
        "key": Meaning("the key of the answer, which tells series of questions apart"),
        "value": Meaning("the figure, in base units; of a range the lower end", "sdmx-measure:obsValue"),
        "value_max": Meaning("the upper end of a range", "kg:valueMax"),
        "value_text": Meaning("the figure as written", "kg:valueText"),
        "unit": Meaning("the unit in a word", "sdmx-attribute:unitMeasure", thing="{{+unit_iri}}"),
        "indicator": Meaning("what is measured, in the words of the text", "skos:prefLabel", "{{+indicator_iri}}"),
        "breakdown": Meaning("the part of it that is measured; empty for all of it"),
        "period_start": Meaning("the first day of the period"),
        "period_end": Meaning("the last day of the period; equal to the first for a reference date"),
        "qualifier": Meaning(
            "exact, about, at-least or at-most", "kg:qualifier", thing="{base}def/qualifier/{{qualifier}}"
        ),
        "rounded_to": Meaning("the unit that the text says it is rounded to", "kg:roundedTo"),
        "lower": Meaning("the least that it can be", "kg:lowerBound"),
        "upper": Meaning("the most that it can be", "kg:upperBound"),
        "source": Meaning("who counted"),
        "source_iri": Meaning("the IRI of who counted", "kg:countedBy", thing="{{+source_iri}}"),
        "place": Meaning("the country that the figure is about, ISO 3166-1 alpha-2"),
        "forecast": Meaning("whether it is expected, required or budgeted, and not realised"),
        "status": Meaning(
            "realised, expected, required or budgeted", "kg:figureStatus", thing="{base}def/status/{{status}}"
        ),
        "page": Meaning("the page of the paper on which the words stand"),
        "unit_iri": Meaning("the IRI of the unit"),
        "indicator_iri": Meaning("the IRI of what is measured", "kg:indicator", thing="{{+indicator_iri}}"),
    },
    "mentions": {
        "part": Meaning("whether a question or an answer names it"),
        "key": Meaning("the key of the question or answer"),
        "kind": Meaning("the kind of thing", "kg:mentionKind", thing="{base}def/kind/{{kind}}"),
        "label": Meaning("the official name, or the words where the thing is not settled", "rdfs:label"),
        "code": Meaning("the code by which registers know the thing"),
        "thing_iri": Meaning("the IRI of the thing; empty where unsettled", "oa:hasBody", thing="{{+thing_iri}}"),
        "resolved": Meaning("whether it is settled what is meant"),
    },
    "nonanswers": {
        "key": Meaning("the key of the answer"),
        "reason": Meaning("why there is no answer, in the minister's words", "kg:reason"),
        "holder": Meaning("which body would know"),
        "holder_iri": Meaning("the IRI of the body that would know", "kg:holder", thing="{{+holder_iri}}"),
    },
}  # fmt: skip

TITLES = {
    "documents": "The papers",
    "questions": "Questions with their answers",
    "statistics": "Figures in answers",
    "mentions": "Names in questions and answers",
    "nonanswers": "What could not be answered",
}
"""What each table is called."""


def meaning(table: Table, column: Column) -> Meaning:
    """Give what a column of a table says; a column that nothing is said of is an error of ours (KeyError)."""
    own = _OF_TABLE[table.name]
    return own[column.name] if column.name in own else _EVERYWHERE[column.name]
