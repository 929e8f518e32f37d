"""Settles what each name leads to, on the day on which the paper speaks."""

from __future__ import annotations

from graph.model import Header, Mention


def link(mentions: tuple[Mention, ...], header: Header) -> tuple[Mention, ...]:
    """Settle each mention on the day of the paper; what cannot be settled keeps no authority."""
    return mentions
