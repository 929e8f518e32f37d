"""Whether a client has already what it asks for: If-None-Match, If-Modified-Since and If-Range (RFC 9110, 13)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from fastapi import Request


def http_date(at: datetime) -> str:
    """Write a time as HTTP headers do (RFC 9110, 5.6.7).

    >>> http_date(datetime(2025, 11, 12, 8, 30, tzinfo=UTC))
    'Wed, 12 Nov 2025 08:30:00 GMT'
    """
    return format_datetime(at.astimezone(UTC), usegmt=True)


def has_it(request: Request, tag: str) -> bool:
    """Whether the client names this tag in If-None-Match, which compares weakly (RFC 9110, 13.1.2)."""
    named = [part.strip() for line in request.headers.getlist("if-none-match") for part in line.split(",")]
    return "*" in named or any(part.removeprefix("W/") == tag for part in named)


def unchanged(request: Request, tag: str, at: datetime | None) -> bool:
    """Whether the client's copy is still good: by its tags, and only without these by its time (13.2.2).

    Args:
        request: GET or HEAD.
        tag: the strong tag of what would be sent, with quotes.
        at: when that last changed; None where it is not known.
    """
    if "if-none-match" in request.headers:
        return has_it(request, tag)
    since = _time(request.headers.get("if-modified-since", ""))
    return at is not None and since is not None and at.replace(microsecond=0) <= since


def range_holds(request: Request, tag: str, at: datetime | None) -> bool:
    """Whether a range is of the bytes that the client has begun to fetch (If-Range, compared strongly, 13.1.5)."""
    named = request.headers.get("if-range", "").strip()
    return not named or named == tag or (at is not None and named == http_date(at))


def _time(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None  # what is no date has no effect
