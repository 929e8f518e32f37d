"""For operators: whether the server lives and can answer, what it holds, what it counts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from fastapi import APIRouter, Request, Response

from graph import __version__
from graph.build.session import quarantine_of
from graph.store.quarantine import Rejected
from graph.web.census import KINDS, Counted
from graph.web.languages import nl
from graph.web.metrics import of_store
from graph.web.negotiation import HTML, JSON, accept_of, choose, media_types
from graph.web.problems import not_acceptable
from graph.web.responses import send
from graph.web.server import add, server_of

router = APIRouter()
_FRESH = {"Cache-Control": "no-store"}


def alive(request: Request) -> Response:
    """Say that the process answers, whatever the store."""
    return send(request, json.dumps({"status": "ok", "version": __version__}), "application/json", headers=_FRESH)


def ready(request: Request) -> Response:
    """Say that the store can be read, and which publication is served; otherwise a problem of kind ``no-data``."""
    with server_of(request).snapshots.reading() as reader:
        bool(reader.query("ASK { ?s ?p ?o }"))
        found = {"status": "ok", "version": __version__, "publication": reader.number, "graphs": len(reader.graphs())}
    return send(request, json.dumps(found), "application/json", headers=_FRESH)


def status(request: Request) -> Response:
    """Tell what is published, how complete it is, when that was, and what was kept out as not valid."""
    server = server_of(request)
    chosen = choose(accept_of(request), (HTML, JSON))
    if chosen is None:
        raise not_acceptable(media_types((HTML, JSON)))
    with server.snapshots.reading() as reader:
        counted = server.census.get(reader, server.site.base)
    found = told(counted, quarantine_of(server.settings).all())
    if chosen.form is HTML:
        body = server.page(request, "status.html", status=found, names=_NAMES)
    else:
        body = json.dumps(found, ensure_ascii=False, indent=1)
    return send(request, body, chosen.media_type, vary=["Accept"], headers=_FRESH)


def metrics(request: Request) -> Response:
    """Give what was counted since the server started, and what it measures now, for Prometheus."""
    server = server_of(request)
    server.metrics.look(server.pool)
    now = of_store(server.snapshots, server.census, server.site.base, len(quarantine_of(server.settings).all()))
    body, media_type = server.metrics.text(accept_of(request) or "", now)
    return Response(b"" if request.method == "HEAD" else body, headers={**_FRESH, "Content-Type": media_type})


def told(counted: Counted, rejected: Sequence[Rejected]) -> dict[str, object]:
    """Tell of a publication, and of what was kept out of it, as data."""
    things, complete = counted.things, counted.complete
    return {
        "version": __version__,
        "publication": {
            "number": counted.number,
            "at": counted.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "documents_changed": counted.changed,
            "documents_withdrawn": counted.withdrawn,
        },
        "counts": {"graphs": counted.graphs, "triples": counted.triples, **things},
        "completeness": {
            name: {"number": complete[name], "of": things[kind], "share": _share(complete[name], things[kind])}
            for name, kind in _WHOLE.items()
        },
        "unread": {
            "characters": sum(each.characters for each in counted.coverage.unread),
            "of": counted.coverage.characters,
            "reasons": [asdict(each) for each in counted.coverage.unread],
        },
        "validation": {
            "valid": things["documents"],
            "kept_out": [{"identifier": each.identifier, "violations": len(each.reasons)} for each in rejected],
        },
    }


_NAMES = {
    "graphs": nl("grafen"),
    "triples": nl("beweringen"),
    "documents": nl("documenten"),
    "questions": nl("vragen"),
    "answers": nl("antwoorden"),
    "statistics": nl("cijfers"),
    "mentions": nl("vermeldingen"),
    "nonanswers": nl("keer niet geantwoord"),
    "questions_answered": nl("vragen met een antwoord"),
    "statistics_with_period": nl("cijfers met een periode"),
    "mentions_settled": nl("vermeldingen waarvan vaststaat wat zij noemen"),
    "unread": nl("tekens die niet gelezen zijn"),
}
"""How people are told what is counted."""

_WHOLE: Mapping[str, str] = {
    "questions_answered": KINDS["Question"],
    "statistics_with_period": KINDS["Statistic"],
    "mentions_settled": KINDS["Mention"],
}


def _share(number: int, whole: int) -> float | None:
    return round(number / whole, 4) if whole else None


add(router, "/health", ready, "Whether the server can answer")
add(router, "/health/ready", ready, "Whether the server can answer")
add(router, "/health/live", alive, "Whether the process lives")
add(router, "/status", status, "What is published, how complete and how valid it is")
add(router, "/metrics", metrics, "What the server counts, for Prometheus")
