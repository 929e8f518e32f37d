"""Which papers and figures a feed is about: all, of a kind of paper, an organisation, an indicator, or with words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph.store.base import Reader
from graph.store.touch import How
from graph.web.feeds.changes import Event, What
from graph.web.problems import Problem
from graph.web.site import Site, is_absolute_iri

LONGEST = 200
"""How many characters the words may have together."""

_PREFIXES = "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX dcterms: <http://purl.org/dc/terms/> "


@dataclass(frozen=True)
class Choice:
    """What is asked of a feed; all that is given has to hold.

    Attributes:
        of: ``papers``, ``figures`` or ``all``.
        kind: a kind of paper, the end of its IRI: ``verslag``.
        organisation: the end of its IRI: ``coa``.
        indicator: the end of its IRI.
        q: what is searched for, as on the page of the search.
    """

    of: str = "all"
    kind: str = ""
    organisation: str = ""
    indicator: str = ""
    q: str = ""

    def parameters(self) -> list[tuple[str, str]]:
        """Give the parameters of the address of the feed, in an order that stays; what is as usual is left out."""
        names = ("of", "kind", "organisation", "indicator", "q")
        pairs = [(name, str(getattr(self, name))) for name in names]
        return [(name, value) for name, value in pairs if value and (name, value) != ("of", "all")]


@dataclass(frozen=True)
class Chosen:
    """The events of a feed, and its title."""

    title: str
    events: tuple[Event, ...]


_SUBJECTS = (
    ("kind", "def/document-kind/", "There is no kind of paper of this name."),
    ("organisation", "id/organisation/", "There is no organisation of this name; /organisations lists them."),
    ("indicator", "id/indicator/", "There is no indicator of this name."),
)
"""The parameters that name a thing: where its IRI stands, and what is said when there is none."""

_TITLES = {"all": "documenten en cijfers", "papers": "documenten", "figures": "cijfers"}

_PATTERNS = {
    "kind": "?paper dcterms:type <{iri}> . {{ BIND(?paper AS ?thing) }} UNION "
    "{{ ?answer dcterms:isPartOf ?paper . ?thing <{kg}answer> ?answer ; a <{kg}Statistic> }}",
    "organisation": "{{ ?thing <{kg}countedBy> <{iri}> ; <{kg}answer>/dcterms:isPartOf ?paper }} UNION "
    "{{ ?mention oa:hasBody <{iri}> ; dcterms:isPartOf/dcterms:isPartOf ?paper }}",
    "indicator": "?thing <{kg}indicator> <{iri}> ; <{kg}answer>/dcterms:isPartOf ?paper",
}
"""What belongs to a thing: ``?paper`` and ``?thing`` are the papers and figures of the feed."""


def choose(
    events: Iterable[Event], reader: Reader, site: Site, choice: Choice, search: Callable[[str], set[str]]
) -> Chosen:
    """Choose the events of a feed.

    Args:
        events: all there are.
        reader: of the publication.
        site: for the IRIs.
        choice: what is asked.
        search: gives the IRIs of what is found by words.

    Raises:
        Problem: ``not-found`` when there is no such thing, ``bad-request`` when there are too many words.
    """
    words = choice.q.split()
    if len(choice.q) > LONGEST:
        raise Problem("bad-request", f"`q` may have {LONGEST} characters.")
    wanted = {"papers": {What.PAPER}, "figures": {What.FIGURE}}.get(choice.of, set(What))
    kept = [event for event in events if event.what in wanted]
    title = f"Kamergraaf: {_TITLES[choice.of]}"
    for name, folder, unknown in _SUBJECTS:
        if slug := getattr(choice, name):
            iri = f"{site.base}{folder}{slug}"
            label = _label(reader, iri) if is_absolute_iri(iri) else None
            if label is None:
                raise Problem("not-found", unknown)
            kept = _about(kept, reader, site, name, iri)
            title += f", {label}"
    if words:
        kept = _with_words(kept, site, words, search(choice.q))
        title += f", “{' '.join(words)}”"
    return Chosen(title, tuple(kept))


def _label(reader: Reader, iri: str) -> str | None:
    """Give the label of a thing, its last name where it has none, None where there is no such thing."""
    query = (
        f"SELECT ?label {{ <{iri}> <http://www.w3.org/2004/02/skos/core#prefLabel>|"
        f"<http://www.w3.org/2000/01/rdf-schema#label> ?label }} ORDER BY (LANG(?label) != 'nl') ?label LIMIT 1"
    )
    for (label,) in reader.query(query).rows():
        if isinstance(label, Literal):
            return label.value
    known = bool(reader.query(f"ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }}"))
    return iri.rpartition("/")[2] if known else None


def _about(events: list[Event], reader: Reader, site: Site, name: str, iri: str) -> list[Event]:
    pattern = _PATTERNS[name].format(iri=iri, kg=f"{site.base}def/")
    members = _things(reader, f"SELECT DISTINCT ?paper ?thing {{ {pattern} }}")
    gone = {event.iri for event in events if event.what is What.PAPER and event.how is How.GONE and iri in event.links}
    return [
        event
        for event in events
        if (event.iri in members if event.how is not How.GONE else _was_about(event, name, iri, members, gone))
    ]


def _was_about(event: Event, name: str, iri: str, members: set[str], gone: set[str]) -> bool:
    """Whether something that is gone belonged to a thing: by what it named, or for a kind by its paper."""
    return iri in event.links or (name == "kind" and (event.paper in members or event.paper in gone))


def _with_words(events: list[Event], site: Site, words: list[str], found: set[str]) -> list[Event]:
    """Keep what was found, and the papers of what was found in them; of what is gone only its IRI is left."""
    members = found | {document for iri in found if (document := site.document_of(iri))}
    named = [word.casefold() for word in words]
    return [
        event
        for event in events
        if event.iri in members or (event.how is How.GONE and all(word in event.iri.casefold() for word in named))
    ]


def _things(reader: Reader, query: str) -> set[str]:
    rows = reader.query(_PREFIXES + query).rows()
    return {cell.value for row in rows for cell in row if isinstance(cell, NamedNode)}
