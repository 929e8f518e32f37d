"""`/card`: what is known of a figure, name or non-answer, as the piece of a page that is shown beside its words."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from graph.web import things
from graph.web.passages import KINDS
from graph.web.problems import Problem
from graph.web.responses import send
from graph.web.server import add, server_of
from graph.web.signposts import published
from graph.web.site import is_absolute_iri

router = APIRouter()


def card(request: Request, iri: str) -> Response:
    """Give the card of a figure, mention or non-answer as HTML.

    Args:
        request: what was asked.
        iri: of the figure, mention or non-answer.
    """
    server = server_of(request)
    if not is_absolute_iri(iri):
        raise Problem("bad-request", "The parameter `iri` has to be an absolute IRI.")
    document = server.site.document_of(iri)
    with server.snapshots.reading() as reader:
        known = server.site.collection(iri) in KINDS and bool(reader.query(f"ASK {{ <{iri}> ?p ?o }}"))
        if document is None or not known:
            raise Problem("not-found", "There is no figure, mention or non-answer of this IRI.")
        body = things.card(request, server, reader, document, iri)
        return send(request, body, "text/html", modified=published(reader), headers={"X-Robots-Tag": "noindex"})


add(router, "/card", card, "What is known of a figure, mention or non-answer, as a piece of a page", schema=False)
