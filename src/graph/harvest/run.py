"""One harvest: lists what the sources have, takes each paper, and remembers how far it came."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from graph.errors import HarvestError
from graph.harvest.beginning import begin
from graph.harvest.client import DamagedError, FaultError, GoneError
from graph.harvest.clock import Clock
from graph.harvest.cursors import again, passed
from graph.harvest.listed import Choice, Listed, Source, Standing
from graph.harvest.listing import Listings
from graph.harvest.outcome import Fate, Outcome, Telling, Totals
from graph.harvest.state import Listing, State
from graph.harvest.taking import Taking

_REPEATED = 3
"""Pages one after another that hold nothing new before a listing counts as endless."""

_DOWN = 5
"""Papers one after another that a service does not answer for before it counts as down."""


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
        self._not_there: set[str] = set()
        self._whole: set[Source] = set()
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
                self._again(source)
            except HarvestError as error:
                self.totals.failures.append(f"{source}: {error}")
            except (OSError, sqlite3.Error) as error:
                # Nothing that follows could be kept either; what is there is whole, and the next run goes on from it.
                self.totals.failures.append(f"{source}: {_told(error)}: see to it and run again")
                break
        return self.totals

    def _read(self, source: Source, choice: Choice) -> None:
        """Read a listing to its end and take its papers."""
        old = self._state.listing(source, choice.key)
        beginning = begin(source, choice, old, self._clock.now(), full=self._full)
        if beginning.note:
            self._telling.say(f"{source}: {beginning.note}")
        self.totals.fresh = self.totals.fresh or beginning.fresh
        listing, since = beginning.listing, beginning.since
        choice = replace(choice, since=since)
        whole = listing.cursor is None
        cursor = again(source, listing.cursor) if listing.cursor else self._listings.first(source, choice)
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
            self._whole.add(source)
        leaves_out = listing.complete and listing.since > listing.complete[:10]
        complete = listing.complete if leaves_out else listing.begun
        self._state.read_to(replace(listing, cursor=None, complete=complete))

    def _pages(self, listing: Listing, choice: Choice, first: str) -> tuple[int, int | None]:
        """Read pages to the last; gives how many papers they list, and how many the source counts."""
        cursor: str | None = first
        seen: set[str] = set()
        before = passed(listing.source, first)
        repeated = 0
        total: int | None = None
        while cursor is not None:
            page = self._listings.page(listing.source, choice, cursor)
            total = total if page.total is None else page.total
            repeated = repeated + 1 if seen.issuperset(page.keys) and page.next else 0
            if repeated >= _REPEATED:
                raise HarvestError("the listing repeats itself and does not end: try again later")
            whole = None if total is None or before is None else total
            papers = {each.key: each for each in page.papers if each.key not in seen}
            for position, listed in enumerate(papers.values(), (before or 0) + len(seen) + 1):
                self._take(listing.source, listed)
                self._telling.at(listing.source, position, whole)
            problems = (f"{listing.source}: {problem}" for problem in page.problems)
            self.totals.failures.extend(line for line in problems if line not in self.totals.failures)
            seen.update(page.keys)
            self._telling.at(listing.source, (before or 0) + len(seen), whole)
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
        entries = 0
        while cursor not in visited:
            visited.add(cursor)
            changes = self._listings.changes(choice, cursor)
            for key in changes.deleted:
                self._take(source, Listed(key, "", deleted=True))
            for key in changes.changed:
                self._look_up(source, key)
            entries += changes.entries
            self._telling.at(source, entries, None)
            following = changes.next if changes.entries else None
            self._state.read_to(replace(listing, cursor=following or changes.resume or cursor))
            if following is None:
                return
            cursor = following
        raise HarvestError("the feed leads back to a page that was read: try again later")

    def _again(self, source: Source) -> None:
        """Take the papers that failed before; after a whole list those that are nowhere are done."""
        for listed in self._state.failed(source):
            if listed.key in self._taken:
                continue
            self._take(source, listed)
            if source in self._whole and listed.key in self._not_there:
                self._state.forget(listed.key)
                self._telling.say(f"{listed.name}: no longer listed, and not there: it is not tried again")

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
            if isinstance(error, GoneError):
                self._not_there.add(listed.key)
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
            if outcome.fate is Fate.WITHDRAWN and self._state.holder(outcome.name) is None:
                self._take_up(outcome.name)

    def _take_up(self, name: str) -> None:
        """Take the papers of the Tweede Kamer that had given way to one that is gone: they are all there is of it."""
        for paper in self._state.gave_way(name):
            if paper.standing is Standing.CHAMBER:
                self._look_up(Source.ODATA, paper.key)


def _told(error: OSError | sqlite3.Error) -> str:
    """Say what the machine refuses to write, and why."""
    if isinstance(error, OSError):
        return f"{error.filename or 'the folder'}: {error.strerror or error}"
    return f"what the harvest remembers cannot be written ({error})"
