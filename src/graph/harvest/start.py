"""Starts a harvest with what the settings say: which services, how they are asked, which folder; one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph import __version__
from graph.errors import HarvestError
from graph.harvest.client import Client
from graph.harvest.clock import Clock, SystemClock
from graph.harvest.folder import OWN, Folder
from graph.harvest.listed import Choice, Source
from graph.harvest.listing import Listings, Services
from graph.harvest.manners import Manners, origin_of
from graph.harvest.outcome import Telling, Totals
from graph.harvest.run import Harvest
from graph.harvest.state import FILE, State
from graph.harvest.taking import Taking
from graph.store.locks import Lock

if TYPE_CHECKING:
    from graph.settings import Settings


def harvest(
    choice: Choice,
    sources: Sequence[Source],
    settings: Settings,
    telling: Telling,
    *,
    into: Path | None = None,
    dry: bool = False,
    full: bool = False,
    clock: Clock | None = None,
) -> Totals:
    """Harvest papers into a folder.

    Args:
        choice: which papers.
        sources: from which services, in this order: of one paper that several have, the official one counts.
        settings: where the services are, and how they are asked.
        telling: who is told of each paper.
        into: the folder; of the settings when None.
        dry: nothing is written, no paper is fetched.
        full: read the listings from their beginning, ask for each file whether it has changed, and for papers that are
            no longer listed whether they are still there.
        clock: what time it is.

    Raises:
        HarvestError: when another harvest works in the folder, or what stands there is of another version.
    """
    clock = clock or SystemClock()
    root = (into or settings.harvest_folder).expanduser()
    own = root / OWN
    lock = None if dry else _lock(own)
    try:
        state = State(own / FILE, keep=not dry)
        try:
            with Client(manners_of(settings), clock) as client:
                listings = Listings(client, Services(settings.sru_url, settings.odata_url, settings.syncfeed_url))
                taking = Taking(client, Folder(root), state, dry=dry, full=full)
                return Harvest(listings, taking, state, clock, telling, full=full).run(choice, sources)
        finally:
            state.close()
    finally:
        if lock is not None:
            lock.close()


def gone(into: Path) -> list[tuple[str, str]]:
    """Give the papers that a harvest withdrew from a folder, each with why; `build` leaves them in a store."""
    file = into.expanduser() / OWN / FILE
    if not file.is_file():
        return []
    state = State(file, keep=False)
    try:
        return sorted({(paper.name, paper.note) for paper in state.withdrawn()})
    finally:
        state.close()


def manners_of(settings: Settings) -> Manners:
    """Give how the services of the settings are asked: only their hosts, and no more often than is polite."""
    places = (settings.repository_url, settings.publications_url)
    officials = ("repository.overheid.nl", "zoek.officielebekendmakingen.nl")
    contact = f" (+mailto:{settings.contact_email})" if settings.contact_email else ""
    return Manners(
        origins=frozenset(map(origin_of, (settings.sru_url, settings.odata_url, settings.syncfeed_url, *places))),
        moved={
            f"{scheme}://{official}/": place
            for official, place in zip(officials, places, strict=True)
            for scheme in ("https", "http")
        },
        rate=settings.harvest_rate,
        attempts=settings.harvest_attempts,
        timeout=settings.harvest_seconds,
        size=settings.harvest_megabytes * 1_000_000,
        agent=f"kamergraaf/{__version__}{contact}",
    )


def _lock(own: Path) -> Lock:
    """Keep other harvests out of a folder."""
    own.mkdir(parents=True, exist_ok=True)
    try:
        return Lock(own / "lock")
    except (BlockingIOError, PermissionError) as error:
        raise HarvestError(f"{own.parent}: another harvest works in this folder; try again when it is done") from error
