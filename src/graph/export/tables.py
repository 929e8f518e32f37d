"""The tables that can be exported: their columns and the SPARQL that fills them.

The names of columns are those of `kamergraaf read --format json` (DESIGN section 5) where both say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


@dataclass(frozen=True)
class Column:
    """A column: its name, which is that of the query's variable, and what stands in it."""

    name: str
    type: Type = Type.TEXT


@dataclass(frozen=True)
class Table:
    """A table: its columns in order, and the pattern that binds them."""

    name: str
    columns: tuple[Column, ...]
    where: str
    order: tuple[str, ...]


def _columns(text: str) -> tuple[Column, ...]:
    """Read a list of columns: ``name`` is text, ``name:type`` says what else."""
    return tuple(Column(name, Type(kind or "text")) for name, _, kind in (item.partition(":") for item in text.split()))


_DOCUMENT = "?about dcterms:isPartOf ?paper . ?paper a kg:Document ; dcterms:identifier ?document ."

_QUOTE = """?passage oa:hasSelector ?selector , ?position .
    ?selector oa:exact ?quote . ?position oa:start ?start ; oa:end ?end ."""

DOCUMENTS = Table(
    "documents",
    _columns(
        "document identifier_basis kind title number:integer adopted:date submitted:date answered:date committee"
        " dossier questions:integer answers:integer statistics:integer text_sha256 page iri"
    ),
    """?iri a kg:Document ; dcterms:identifier ?document ; kg:identifierBasis ?basis_iri ; dcterms:type ?kind_iri .
    FILTER(STRSTARTS(STR(?kind_iri), "{base}def/document-kind/"))
    BIND(STRAFTER(STR(?kind_iri), "{base}def/document-kind/") AS ?kind_slug)
    OPTIONAL { ?kind_iri skos:prefLabel ?kind_label . FILTER(LANG(?kind_label) = "nl") }
    BIND(COALESCE(?kind_label, ?kind_slug) AS ?kind)
    BIND(STRAFTER(STR(?basis_iri), "{base}def/identifier-basis/") AS ?identifier_basis)
    ?layer a kg:TextLayer ; dcterms:isPartOf ?iri ; kg:sha256 ?text_sha256 .
    OPTIONAL { ?iri dcterms:title ?title }
    OPTIONAL { ?iri kg:number ?number }
    OPTIONAL { ?iri kg:adopted ?adopted }
    OPTIONAL { ?iri kg:submitted ?submitted }
    OPTIONAL { ?iri kg:answered ?answered }
    OPTIONAL { ?iri kg:committee ?committee }
    OPTIONAL { ?iri dcterms:isPartOf ?d . BIND(STRAFTER(STR(?d), "{base}id/dossier/") AS ?dossier) }
    OPTIONAL { ?iri foaf:page ?page }
    { SELECT ?iri (COUNT(DISTINCT ?q) AS ?questions) (COUNT(DISTINCT ?a) AS ?answers) {
        ?iri a kg:Document . OPTIONAL { ?q dcterms:isPartOf ?iri ; a kg:Question }
        OPTIONAL { ?a dcterms:isPartOf ?iri ; a kg:Answer } } GROUP BY ?iri }
    { SELECT ?iri (COUNT(?s) AS ?statistics) {
        ?iri a kg:Document . OPTIONAL { ?x dcterms:isPartOf ?iri ; a kg:Answer . ?s kg:answer ?x ; a kg:Statistic } }
      GROUP BY ?iri }""",
    ("document", "iri"),
)

QUESTIONS = Table(
    "questions",
    _columns("document question:integer key text answer_key answer answered:date iri answer_iri"),
    """?iri a kg:Question ; kg:number ?question ; kg:key ?key ; schema:text ?text ; dcterms:isPartOf ?paper .
    ?paper a kg:Document ; dcterms:identifier ?document .
    ?iri prov:wasQuotedFrom ?stretch . BIND(xsd:integer(STRBEFORE(STRAFTER(STR(?stretch), "#char="), ",")) AS ?start)
    OPTIONAL { ?paper kg:answered ?answered }
    OPTIONAL { ?answer_iri kg:answers ?iri ; kg:key ?answer_key ; schema:text ?answer }""",
    ("document", "start", "iri"),
)

STATISTICS = Table(
    "statistics",
    _columns(
        "document question:integer key value:number value_max:number value_text unit indicator breakdown"
        " period_start:date period_end:date qualifier rounded_to:number lower:number upper:number source source_iri"
        " place forecast:boolean status page:integer quote start:integer end:integer unit_iri indicator_iri iri"
    ),
    """?iri a kg:Statistic ; kg:answer ?about ; kg:passage ?passage ; sdmx-measure:obsValue ?value ;
        kg:valueText ?value_text ; sdmx-attribute:unitMeasure ?unit_iri ; kg:indicator ?indicator_iri ;
        kg:breakdown ?breakdown_iri ; kg:period ?period ; kg:place ?place_iri ; kg:qualifier ?qualifier_iri ;
        kg:figureStatus ?status_iri .
    ?about a kg:Answer ; kg:number ?question ; kg:key ?key . """
    + _DOCUMENT
    + _QUOTE
    + """
    OPTIONAL { ?passage kg:page ?page }
    OPTIONAL { ?indicator_iri skos:prefLabel ?indicator . FILTER(LANG(?indicator) = "nl") }
    OPTIONAL { ?breakdown_iri skos:prefLabel ?breakdown .
        FILTER(LANG(?breakdown) = "nl" && ?breakdown_iri != <{base}id/breakdown/total>) }
    OPTIONAL { ?period kg:periodStart ?period_start }
    OPTIONAL { ?period kg:periodEnd ?period_end }
    OPTIONAL { ?place_iri skos:notation ?place . FILTER(?place_iri != <{base}id/place/not-stated>) }
    OPTIONAL { ?iri kg:valueMax ?value_max }
    OPTIONAL { ?iri kg:roundedTo ?rounded_to }
    OPTIONAL { ?iri kg:lowerBound ?lower }
    OPTIONAL { ?iri kg:upperBound ?upper }
    OPTIONAL { ?iri kg:countedBy ?source_iri .
        OPTIONAL { ?source_iri skos:notation ?code }
        OPTIONAL { ?source_iri skos:prefLabel ?label . FILTER(LANG(?label) = "nl") } }
    OPTIONAL { ?iri dc:source ?named . FILTER(isLiteral(?named)) }
    BIND(COALESCE(?named, ?code, ?label) AS ?source)
    BIND(STRAFTER(STR(?qualifier_iri), "{base}def/qualifier/") AS ?qualifier)
    BIND(STRAFTER(STR(?status_iri), "{base}def/status/") AS ?status)
    BIND(?status != "realised" AS ?forecast)
    BIND(?unit_iri AS ?unit)""",
    ("document", "start", "end", "iri"),
)

MENTIONS = Table(
    "mentions",
    _columns("document part key kind label code thing_iri resolved:boolean quote start:integer end:integer iri"),
    """?iri a kg:Mention ; dcterms:isPartOf ?about ; kg:mentionKind ?kind_iri ; rdfs:label ?label ;
        oa:hasTarget ?passage .
    ?about kg:key ?key . """
    + _DOCUMENT
    + _QUOTE
    + """
    BIND(IF(EXISTS { ?about a kg:Question }, "question", "answer") AS ?part)
    BIND(STRAFTER(STR(?kind_iri), "{base}def/kind/") AS ?kind)
    OPTIONAL { ?iri kg:code ?own }
    OPTIONAL { ?iri oa:hasBody ?thing_iri .
        OPTIONAL { ?thing_iri skos:notation ?notation } OPTIONAL { ?thing_iri dcterms:identifier ?identifier } }
    BIND(COALESCE(?own, ?notation, ?identifier) AS ?code)
    BIND(BOUND(?thing_iri) AS ?resolved)""",
    ("document", "start", "end", "iri"),
)

NON_ANSWERS = Table(
    "nonanswers",
    _columns("document key reason holder holder_iri quote start:integer end:integer iri"),
    """?iri a kg:NonAnswer ; kg:answer ?about ; kg:reason ?reason ; kg:passage ?passage .
    ?about a kg:Answer ; kg:key ?key . """
    + _DOCUMENT
    + _QUOTE
    + """
    OPTIONAL { ?iri kg:holder ?holder_iri . OPTIONAL { ?holder_iri skos:notation ?code }
        OPTIONAL { ?holder_iri skos:prefLabel ?name . FILTER(LANG(?name) = "nl") } }
    BIND(COALESCE(?code, ?name) AS ?holder)""",
    ("document", "start", "end", "iri"),
)

TABLES = {table.name: table for table in (DOCUMENTS, QUESTIONS, STATISTICS, MENTIONS, NON_ANSWERS)}
"""By the name that the command line uses."""
