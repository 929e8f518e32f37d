"""What goes wrong, in one shape: problem details (RFC 9457), as text or as a page for who asks for nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus

from fastapi import Request, Response

from graph.web.negotiation import HTML, Form, accept_of, choose, with_charset
from graph.web.responses import CONTENT_SECURITY_POLICY

PROBLEM_JSON = Form("json", "application/problem+json", "JSON", ("application/json",))
PLAIN = Form("txt", "text/plain", "tekst")


@dataclass(frozen=True)
class Kind:
    """A kind of problem: its address is ``/problems#slug``, where it is explained."""

    slug: str
    status: int
    title: str
    explanation: str


KINDS = (
    Kind(
        "bad-query",
        400,
        "The query cannot be run",
        "It is not valid SPARQL (the detail says where), or it is an update. Nothing was evaluated.",
    ),
    Kind(
        "bad-request",
        400,
        "The request is not valid",
        "A parameter is missing, is given twice or has a value that it cannot have.",
    ),
    Kind("read-only", 403, "This endpoint only reads", "SPARQL Update and every other way of writing is refused."),
    Kind(
        "service-refused",
        403,
        "SERVICE is refused",
        "The server makes no requests for a visitor, except to endpoints that its operator has listed.",
    ),
    Kind(
        "result-too-large",
        403,
        "The result is larger than a result may be",
        "The detail says which limit it went beyond. Ask with a LIMIT or in parts, or take the whole dataset.",
    ),
    Kind(
        "not-found",
        404,
        "There is nothing at this address",
        "The address, or the IRI that it stands for, is not known here.",
    ),
    Kind(
        "withdrawn",
        410,
        "This was withdrawn",
        "It was published here and has been withdrawn; the detail says why and when.",
    ),
    Kind("method-not-allowed", 405, "This method is not allowed here", "The Allow header names the methods that are."),
    Kind(
        "not-acceptable", 406, "None of the accepted formats can be sent", "The member `formats` lists those that can."
    ),
    Kind("too-large", 413, "The request is too large", "The detail gives the limit."),
    Kind("range-not-satisfiable", 416, "There is no such part of the file", "The detail says how many bytes it has."),
    Kind(
        "unsupported-media-type",
        415,
        "The body has a type that cannot be read",
        "The member `formats` lists those that can.",
    ),
    Kind(
        "too-many-requests",
        429,
        "Too many queries at once",
        "You have as many queries running or waiting as one visitor may have.",
    ),
    Kind("internal", 500, "Something went wrong here", "The fault is in the server. It has been logged."),
    Kind("busy", 503, "All workers are busy", "The queue of queries is full. Retry-After says when to come back."),
    Kind(
        "worker-lost",
        503,
        "The query was ended",
        "It took more memory than a query may have, or it is nested too deeply.",
    ),
    Kind("being-made", 503, "The file is being made", "Retry-After says when to ask for it again."),
    Kind("no-data", 503, "There is no data yet", "The store is empty or cannot be opened: run `kamergraaf build`."),
    Kind(
        "query-timeout",
        504,
        "The query ran past its limit",
        "It was ended and gave no result. Ask for less: a LIMIT, fewer patterns.",
    ),
)

_KINDS = {kind.slug: kind for kind in KINDS}
_BY_STATUS = {404: "not-found", 405: "method-not-allowed", 413: "too-large", 500: "internal"}


@dataclass
class Problem(Exception):  # noqa: N818 - named as in RFC 9457
    """A request that cannot be answered.

    Args:
        slug: the kind, one of `KINDS`.
        detail: what happened this time, in one line for the person who asked.
        headers: of the response, such as ``Retry-After``.
        members: further members of the problem details, such as ``formats``.
    """

    slug: str
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, object] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """What kind of problem it is."""
        return _KINDS[self.slug]

    def __str__(self) -> str:
        return f"{self.kind.title}: {self.detail}"


def not_acceptable(forms: list[str]) -> Problem:
    """Make the problem of a client that accepts none of the formats there are."""
    return Problem("not-acceptable", f"Ask for one of {', '.join(forms)}.", members={"formats": forms})


def withdrawn(iri: str, reason: str, at: datetime) -> Problem:
    """Make the problem of what was published once and is not any more: 410 with the reason and the day."""
    because = f": {reason}" if reason else ""
    return Problem("withdrawn", f"{iri} is no longer described since {at.date().isoformat()}{because}.")


def slug_of_status(status: int) -> str:
    """Give the kind of problem that a bare HTTP status stands for."""
    return _BY_STATUS.get(status, "bad-request" if status < 500 else "internal")


def details(problem: Problem, root: str, instance: str) -> dict[str, object]:
    """Give the problem details as RFC 9457 names them.

    Args:
        problem: what went wrong.
        root: the address of the server without a slash at its end, for the address of the kind.
        instance: the path that was asked.
    """
    kind = problem.kind
    return {
        "type": f"{root}/problems#{kind.slug}",
        "title": kind.title,
        "status": kind.status,
        "detail": problem.detail,
        "instance": instance,
        **problem.members,
    }


def respond(request: Request, problem: Problem, root: str, page: str | None = None) -> Response:
    """Answer with a problem: as JSON, as plain text for who accepts that and no JSON, as `page` for a browser.

    Args:
        request: what was asked.
        problem: what went wrong.
        root: see `details`.
        page: the page for people, where there is one.
    """
    found = details(problem, root, request.url.path)
    forms = [PROBLEM_JSON, PLAIN] if page is None else [PROBLEM_JSON, HTML, PLAIN]
    chosen = choose(accept_of(request), forms)
    form = chosen.form if chosen else PROBLEM_JSON
    if form is HTML and page is not None:
        body = page
    elif form is PLAIN:
        body = (
            f"{problem.kind.status} {HTTPStatus(problem.kind.status).phrase}: {problem.kind.title}\n{problem.detail}\n"
        )
    else:
        body = json.dumps(found, ensure_ascii=False)
    headers = {"Vary": "Accept", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", **problem.headers}
    if form is HTML:
        headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    content = b"" if request.method == "HEAD" else body.encode("utf-8", "replace")
    response = Response(content, problem.kind.status, headers)
    response.headers["Content-Type"] = with_charset(form.media_type)
    return response
