"""What a client is told when the pool gives no result: each of its errors as a problem with its status."""

from __future__ import annotations

from typing import Never

from graph.web.negotiation import GRAPHS, RESULTS, Form, media_types
from graph.web.problems import Problem, not_acceptable
from graph.web.process import (
    BusyError,
    DeadlineError,
    LostError,
    PoolError,
    RefusedError,
    StoreUnavailableError,
    TooManyError,
)
from graph.web.running import Limits


def tell(error: PoolError, limits: Limits) -> Never:
    """Raise the problem that a failure of the pool is for the client."""
    match error:
        case RefusedError(reason="syntax"):
            raise Problem("bad-query", error.detail) from error
        case RefusedError(reason="service"):
            raise Problem("service-refused", error.detail) from error
        case RefusedError(reason="too-large"):
            raise Problem("result-too-large", error.detail) from error
        case RefusedError(reason="timeout"):
            raise Problem("query-timeout", f"It gave no result: {error.detail}.") from error
        case RefusedError(reason="unavailable"):
            raise Problem("no-data", error.detail, headers={"Retry-After": "30"}) from error
        case RefusedError(reason="not-acceptable"):
            forms: tuple[Form, ...] = GRAPHS if error.detail == "graph" else RESULTS
            raise not_acceptable(media_types(forms)) from error
        case RefusedError():
            raise Problem("internal", error.detail) from error
        case DeadlineError():
            detail = f"The query was ended after {limits.seconds:g} seconds. It gave no result."
            raise Problem("query-timeout", detail, members={"seconds": limits.seconds}) from error
        case TooManyError():
            raise Problem("too-many-requests", f"There are {error}.", headers={"Retry-After": "5"}) from error
        case BusyError():
            raise Problem("busy", f"Come back later: {error}.", headers={"Retry-After": "10"}) from error
        case StoreUnavailableError():
            raise Problem("no-data", str(error), headers={"Retry-After": "30"}) from error
        case LostError():
            raise Problem("worker-lost", f"The query gave no result: {error}.") from error
    raise Problem("internal", str(error)) from error
