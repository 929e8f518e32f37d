"""One harvest: lists what the sources have, takes each paper, and remembers how far it came."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from graph.errors import HarvestError
from graph.harvest.client import DamagedError, FaultError, GoneError
from graph.harvest.clock import Clock
from graph.harvest.listed import Choice, Listed, Source
from graph.harvest.listing import Listings
from graph.harvest.outcome import Fate, Outcome, Totals
from graph.harvest.state import Listing, State
from graph.harvest.taking import Taking

_REPEATED = 3
"""Pages one after another that hold nothing new before a listing counts as endless."""

_DOWN = 5
"""Papers one after another that a service does not answer for before it counts as down."""

_STALE = timedelta(days=2)
"""After which a listing that was broken off is read from its beginning: it will have moved too far."""

_OVERLAP = timedelta(days=1)
"""By how much a listing begins before the last one did: days are whole, and their end is not the same everywhere."""


@dataclass(frozen=True)
class Telling:
    """Who is told: of each outcome, and of what else happens."""

    done: Callable[[Outcome], None]
    say: Callable[[str], None]


class Harvest:
    """A harvest of one choice of papers.

    Args:
        listings: reads what the sources list.
        taking: takes papers.
        state: what is remembered.
        clock: what time it is.
        telling: who is told.
        full: read the listings from their beginning, whatever was read before.
    """

    def __init__(
        self, listings: Listings, taking: Taking, state: State, clock: Clock, telling: Telling, *, full: bool = False
    ) -> None:
        self._listings = listings
        self._taking = taking
        self._state = state
        self._clock = clock
        self._telling = telling
        self._full = full
        self._silent = 0
        self._taken: set[str] = set()
        self.totals = Totals()

    def run(self, choice: Choice, sources: Iterable[Source]) -> Totals:
        """Harvest from each source; one that fails does not keep the others out."""
        for source in sources:
            self._silent = 0
            try:
                if source is Source.SYNCFEED:
                    self._follow(choice)
                else:
                    self._read(source, choice)
                for listed in self._state.failed(source):
                    if listed.key not in self._taken:
                        self._take(source, listed)
            except HarvestError as error:
                self.totals.failures.append(f"{source}: {error}")
        return self.totals

    def _begin(self, source: Source, choice: Choice) -> Listing:
        """Say where a listing begins: where one was broken off, else from when the last whole one began."""
        old = self._state.listing(source, choice.key)
        asked = choice.since.isoformat() if choice.since else ""
        now = self._clock.now()
        if old and old.cursor and now - datetime.fromisoformat(old.begun) < _STALE:
            same = asked == old.since if asked or self._full else True
            if same:
                self._telling.say(f"{source}: goes on where the last run stopped")
                return replace(old, cursor=self._listings.again(source, old.cursor))
        complete = old.complete if old else ""
        since = asked
        if complete and not self._full and not asked:
            since = (datetime.fromisoformat(complete) - _OVERLAP).date().isoformat()
        self.totals.fresh = self.totals.fresh or not complete or self._full
        return Listing(source, choice.key, now.isoformat(), since, None, complete)

    def _read(self, source: Source, choice: Choice) -> None:
        """Read a listing to its end and take its papers."""
        listing = self._begin(source, choice)
        since = date.fromisoformat(listing.since) if listing.since else None
        choice = replace(choice, since=since)
        cursor = listing.cursor or self._listings.first(source, choice)
        whole = listing.cursor is None
        listed, total = self._pages(listing, choice, cursor)
        if whole and total is not None and listed < total:
            # Papers that move while a list is read slip through between its pages: read it once more.
            listed, total = self._pages(listing, choice, self._listings.first(source, choice))
            if total is not None and listed < total:
                self._telling.say(
                    f"{source}: counts {total:,} papers and lists {listed:,}; the next run reads the list again"
                )
                self._state.read_to(replace(listing, cursor=None))
                return
        if since is None:
            self._miss(source, listing)
        leaves_out = listing.complete and listing.since > listing.complete[:10]
        complete = listing.complete if leaves_out else listing.begun
        self._state.read_to(replace(listing, cursor=None, complete=complete))

    def _pages(self, listing: Listing, choice: Choice, cursor: str | None) -> tuple[int, int | None]:
        """Read pages to the last; gives how many papers they list, and how many the source counts."""
        seen: set[str] = set()
        repeated = 0
        total: int | None = None
        while cursor is not None:
            page = self._listings.page(listing.source, choice, cursor)
            total = total if page.total is None else page.total
            repeated = repeated + 1 if seen.issuperset(page.keys) and page.next else 0
            if repeated >= _REPEATED:
                raise HarvestError("the listing repeats itself and does not end: try again later")
            for listed in {each.key: each for each in page.papers if each.key not in seen}.values():
                self._take(listing.source, listed)
            problems = (f"{listing.source}: {problem}" for problem in page.problems)
            self.totals.failures.extend(line for line in problems if line not in self.totals.failures)
            seen.update(page.keys)
            cursor = page.next
            with self._state.together():
                for listed in page.papers:
                    if paper := self._state.paper(listed.key):
                        self._state.saw(paper, listing.choice, listing.begun)
                self._state.read_to(replace(listing, cursor=cursor))
        return len(seen), total

    def _miss(self, source: Source, listing: Listing) -> None:
        """Ask for the papers that the whole list no longer has whether they are still there."""
        for paper in self._state.unseen(listing):
            try:
                outcomes = self._taking.check(paper)
            except HarvestError as error:
                outcomes = [Outcome(paper.name, Fate.FAILED, f"no longer listed, and nobody can say why: {error}")]
            self._tell(outcomes)

    def _follow(self, choice: Choice) -> None:
        """Read the feed of changes from where it was left to its end."""
        source = Source.SYNCFEED
        old = self._state.listing(source, choice.key)
        now = self._clock.now().isoformat()
        listing = Listing(source, choice.key, now, cursor=old.cursor if old else None, complete=now)
        cursor = listing.cursor or self._listings.first(source, choice)
        self.totals.fresh = self.totals.fresh or old is None
        visited: set[str] = set()
        while cursor not in visited:
            visited.add(cursor)
            changes = self._listings.changes(choice, cursor)
            for key in changes.deleted:
                if paper := self._state.paper(key):
                    self._tell(self._taking.withdraw(paper))
            for key in changes.changed:
                self._look_up(source, key)
            following = changes.next if changes.entries else None
            self._state.read_to(replace(listing, cursor=following or changes.resume or cursor))
            if following is None:
                return
            cursor = following
        raise HarvestError("the feed leads back to a page that was read: try again later")

    def _look_up(self, source: Source, key: str) -> None:
        """Ask what a changed document is, and take it."""
        try:
            listed = self._listings.document(key)
        except FaultError:
            raise  # the feed is read from this page on again
        except HarvestError as error:
            self.totals.failures.append(f"{source}: {error}")
        else:
            self._take(source, listed)

    def _take(self, source: Source, listed: Listed) -> None:
        """Take a paper; one that fails is tried again in the next run."""
        self._taken.add(listed.key)
        try:
            outcomes = self._taking.take(listed)
        except HarvestError as error:
            self._state.fail(source, listed)
            self._tell([Outcome(listed.name, Fate.FAILED, str(error))])
            down = isinstance(error, FaultError) and not isinstance(error, DamagedError | GoneError)
            self._silent = self._silent + 1 if down else 0
            if self._silent >= _DOWN:
                raise HarvestError(f"the service fails for {_DOWN} papers in a row: run again later") from error
            return
        self._silent = 0
        self._tell(outcomes)
        paper = self._state.paper(listed.key)
        if paper and listed.version and not paper.version and not listed.deleted:
            self._state.fail(source, listed)  # taken in a lesser format: the better one is damaged today

    def _tell(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            self.totals.count(outcome)
            self._telling.done(outcome)
