"""Harvests from the local service that wait for nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.harvest.service import FakeClock, Service

from graph.harvest.kinds import DEFAULT, Kind, Source
from graph.harvest.listed import Choice
from graph.harvest.outcome import Fate, Outcome, Telling, Totals
from graph.harvest.start import harvest
from graph.settings import Settings


@dataclass
class Harvester:
    """Harvests from the local service, and keeps what was told."""

    service: Service
    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    outcomes: list[Outcome] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    killer: Callable[[Outcome], None] = lambda outcome: None

    def settings(self, **more: object) -> Settings:
        base = self.service.base
        return Settings.load(
            sru_url=f"{base}/sru",
            repository_url=f"{base}/repository/",
            publications_url=f"{base}/publications/",
            odata_url=f"{base}/odata",
            syncfeed_url=f"{base}/feed",
            harvest_folder=self.folder,
            harvest_rate=1000.0,
            harvest_seconds=0.3,
            **more,
        )

    def run(
        self,
        *sources: Source,
        kinds: Sequence[Kind] = DEFAULT,
        since: date | None = None,
        dossiers: tuple[str, ...] = (),
        dry: bool = False,
        full: bool = False,
    ) -> Totals:
        """Harvest; what is told replaces what was told before."""
        self.outcomes.clear()

        def done(outcome: Outcome) -> None:
            self.outcomes.append(outcome)
            self.killer(outcome)

        return harvest(
            Choice(tuple(kinds), dossiers, since),
            sources or (Source.SRU,),
            self.settings(),
            Telling(done, self.said.append),
            clock=self.clock,
            dry=dry,
            full=full,
        )

    def fates(self) -> dict[str, Fate]:
        """Give what became of each paper in the last run."""
        return {outcome.name: outcome.fate for outcome in self.outcomes}

    def files(self) -> list[str]:
        """Give the files that `build` sees."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(self.folder).parts)
        )
