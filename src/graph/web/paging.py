"""The addresses of the pages of a long answer: the one before and the one after."""

from __future__ import annotations

from fastapi import Request

from graph.web.server import server_of
from graph.web.site import raw_path


def pages(request: Request, page: int, last: int) -> list[tuple[str, str]]:
    """Give the addresses of the pages before and after, with their relations (RFC 8288).

    Args:
        request: what was asked.
        page: which page it is, from 1.
        last: the number of the last page.
    """
    numbers = {"prev": page - 1, "next": page + 1}
    return [(relation, address_of(request, number)) for relation, number in numbers.items() if 1 <= number <= last]


def address_of(request: Request, page: int) -> str:
    """Give the address that was asked, with another page."""
    query = request.url.include_query_params(page=page).query
    return f"{server_of(request).site.prefix(request)}{raw_path(request)}?{query}"
