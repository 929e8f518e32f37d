"""Where a listing begins: where one was broken off, else from when the last whole one began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from graph.harvest.kinds import Source
from graph.harvest.listed import Choice
from graph.harvest.state import Listing

_STALE = timedelta(days=2)
"""After which a listing that was broken off is read from its beginning: it will have moved too far."""

_OVERLAP = timedelta(days=1)
"""By how much a listing begins before the last one did: days are whole, and their end is not the same everywhere."""


@dataclass(frozen=True)
class Beginning:
    """Where a listing begins.

    Attributes:
        listing: with where its next page is, if it was broken off.
        fresh: whether it is read from its beginning, not from where the last one ended.
        note: what the user should know; empty for nothing.
    """

    listing: Listing
    fresh: bool = False
    note: str = ""

    @property
    def since(self) -> date | None:
        """From which day on papers are asked for; None for all."""
        return date.fromisoformat(self.listing.since) if self.listing.since else None


def begin(source: Source, choice: Choice, old: Listing | None, now: datetime, *, full: bool) -> Beginning:
    """Say where a listing begins.

    Args:
        source: of which service.
        choice: of which papers.
        old: how far it was read before.
        now: what time it is; a clock that has gone back says nothing of when the last listing was.
        full: read it from its beginning, whatever was read before.
    """
    asked = choice.since.isoformat() if choice.since else ""
    if old and old.cursor and abs(now - datetime.fromisoformat(old.begun)) < _STALE:
        same = asked == old.since if asked or full else True
        if same:
            return Beginning(old, note="goes on where the last run stopped")
    complete = old.complete if old else ""
    fresh = Listing(source, choice.key, now.isoformat(), asked, None, complete)
    if not complete or full or asked:
        return Beginning(fresh, fresh=full or not complete)
    before = datetime.fromisoformat(complete)
    if before > now + _OVERLAP:
        note = f"the clock was at {before:%Y-%m-%d} in the last run and has gone back: the whole list is read"
        return Beginning(Listing(source, choice.key, now.isoformat()), fresh=True, note=note)
    since = (min(before, now) - _OVERLAP).date().isoformat()
    return Beginning(Listing(source, choice.key, now.isoformat(), since, None, complete))
