"""Takes one listed paper into the folder: whether it has to be fetched, in which format, and what gives way to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from graph.errors import HarvestError
from graph.harvest.bodies import check_body
from graph.harvest.client import Answer, Client, DamagedError, GoneError
from graph.harvest.folder import Folder
from graph.harvest.listed import FORMATS, Listed, Manifestation, Standing
from graph.harvest.outcome import Fate, Outcome
from graph.harvest.reading import stated_name
from graph.harvest.state import GONE, Kept, Paper, State, moved
from graph.model import Metadata

_PUBLISHED = (Standing.OFFICIAL, Standing.PROVISIONAL)
_METADATA = "metadata"
"""What is told of a paper of which only that has changed."""


@dataclass(frozen=True)
class _Fetched:
    """A file that came, and what was wrong with better formats."""

    file: Manifestation
    answer: Answer
    note: str = ""


class Taking:
    """Takes papers.

    Args:
        client: fetches their files.
        folder: where they go.
        state: what is known of them.
        dry: nothing is fetched or written; what is told is what would be done.
        full: each file is asked for, also where the listing says that nothing has changed.
    """

    def __init__(self, client: Client, folder: Folder, state: State, *, dry: bool = False, full: bool = False) -> None:
        self._client = client
        self._folder = folder
        self._state = state
        self._dry = dry
        self._full = full

    def take(self, listed: Listed) -> list[Outcome]:
        """Take one paper; gives what became of it, and of others that give way to it.

        Raises:
            HarvestError: when it cannot be fetched; nothing has changed then.
        """
        return list(self._take(listed))

    def check(self, paper: Paper) -> list[Outcome]:
        """Ask whether a paper that is no longer listed is still there; withdraw it when it is not.

        Raises:
            HarvestError: when nobody can say.
        """
        try:
            self._client.get(paper.address, etag=paper.etag, modified=paper.modified)
        except GoneError:
            return self.withdraw(paper)
        return []

    def withdraw(self, paper: Paper) -> list[Outcome]:
        """Take away the file of a paper that its source took away."""
        return list(self._withdraw(paper, GONE))

    def _take(self, listed: Listed) -> Iterator[Outcome]:
        known = self._state.paper(listed.key)
        if listed.deleted:
            if known is not None:
                yield from self._withdraw(known, GONE)
            self._state.forget(listed.key)
            return
        if known and known.version == listed.version != "" and not self._full and self._holds(known, listed):
            yield Outcome(known.name, Fate.UNCHANGED if known.fate is Kept.STORED else Fate.ELSEWHERE)
        elif holder := self._better(listed):
            yield from self._leave(listed, known, holder)
        elif self._dry:
            stored = known is not None and known.fate is Kept.STORED
            formats = ", ".join(f"{file.suffix} {file.address}" for file in listed.files[:1]) or "no file"
            yield Outcome(listed.name, Fate.CHANGED if stored else Fate.NEW, formats)
        else:
            yield from self._fetch(listed, known)

    def _withdraw(self, paper: Paper, why: str) -> Iterator[Outcome]:
        """Take the file of a paper away, unless another listing gives it."""
        stored = paper.fate is Kept.STORED
        if stored:
            yield Outcome(paper.name, Fate.WITHDRAWN, why)
        if not self._dry:
            if stored:
                self._folder.withdraw(paper.name)
            self._state.keep(replace(paper, fate=Kept.WITHDRAWN if stored else paper.fate, note=why, version=""))

    def _holds(self, known: Paper, listed: Listed) -> bool:
        """Whether what was done with a paper still stands: its file is there, or that of a listing that counts more."""
        if known.fate is Kept.STORED:
            return self._folder.path(known.name, known.suffix).is_file()
        return known.fate is Kept.ELSEWHERE and self._better(listed, known.name) is not None

    def _better(self, listed: Listed, name: str = "") -> Paper | None:
        """Give the paper that stands in the folder already and counts more than this listing."""
        holder = self._state.holder(name or listed.name)
        if holder and holder.key != listed.key:
            mine, other = listed.standing.rank, holder.standing.rank
            if other < mine or (other == mine and holder.version >= listed.version):
                return holder
        if listed.standing is Standing.CHAMBER:
            return next(iter(self._state.answering(listed.question_numbers, _PUBLISHED)), None)
        return None

    def _leave(self, listed: Listed, known: Paper | None, holder: Paper) -> Iterator[Outcome]:
        """Leave a paper that another listing gives."""
        if known and known.fate is Kept.STORED and known.name != holder.name:
            yield from self._withdraw(replace(known, key=f"{known.key} {known.name}"), moved(holder.name))
        yield Outcome(holder.name, Fate.ELSEWHERE, listed.name)
        if not self._dry:
            self._state.keep(Paper(listed.key, holder.name, listed.standing, Kept.ELSEWHERE, listed.version))

    def _fetch(self, listed: Listed, known: Paper | None) -> Iterator[Outcome]:
        """Fetch a paper in its best format and put it into the folder."""
        before = known if known and known.fate is Kept.STORED and known.name == listed.name else None
        if before and not self._folder.path(before.name, before.suffix).is_file():
            before = None
        fetched = self._best(listed, before)
        version = "" if fetched.note else listed.version  # one that came in a lesser format is asked for again
        data = fetched.answer.body
        if before is not None and data is None:
            differs = self._folder.describe(listed.name, listed.metadata, listed.record)
            self._state.keep(replace(before, version=version), listed.question_numbers)
            yield Outcome(listed.name, Fate.CHANGED, _METADATA) if differs else Outcome(listed.name, Fate.UNCHANGED)
            return
        data = data or b""
        metadata = self._identified(listed, data, fetched.file.suffix)
        name = metadata.identifier or listed.name
        if name != listed.name and (holder := self._better(listed, name)):
            yield from self._leave(listed, known, holder)
            return
        if name != listed.name:
            metadata = replace(metadata, identifier=None)  # the paper says so itself
        differs = self._folder.store(name, fetched.file.suffix, data, metadata, listed.record)
        paper = Paper(
            listed.key,
            name,
            listed.standing,
            Kept.STORED,
            version=version,
            suffix=fetched.file.suffix,
            sha256=hashlib.sha256(data).hexdigest(),
            address=fetched.file.address,
            etag=fetched.answer.etag,
            modified=fetched.answer.modified,
        )
        yield from self._settle(paper, known, listed, fetched.note, differs=differs)

    def _identified(self, listed: Listed, data: bytes, suffix: str) -> Metadata:
        """Give the metadata with the identifier that a paper of the chamber states, where only the paper knows it."""
        stated = stated_name(data, suffix, listed.metadata) if listed.standing is Standing.CHAMBER else None
        return replace(listed.metadata, identifier=stated) if stated else listed.metadata

    def _settle(
        self, paper: Paper, known: Paper | None, listed: Listed, note: str, *, differs: bool
    ) -> Iterator[Outcome]:
        """Write down a paper that was stored, and take away what gives way to it.

        What stands in the folder changes first: a run that is killed before this is written down does it again.
        """
        gives_way = list(self._gives_way(paper, known, listed))
        here = known if known and known.fate is Kept.STORED and known.name == paper.name else None
        replaced = here is not None or any(other.name == paper.name for other in gives_way)
        same = here is not None and here.sha256 == paper.sha256
        fate = Fate.UNCHANGED if same and not differs else Fate.CHANGED if replaced else Fate.NEW
        what = _METADATA if same and differs else paper.suffix
        yield Outcome(paper.name, fate, "; ".join(filter(None, (what, note))))
        why = moved(paper.name)
        for other in gives_way:
            if other.name != paper.name:
                self._folder.withdraw(other.name)
                yield Outcome(other.name, Fate.WITHDRAWN, why)
        with self._state.together():
            for other in gives_way:
                gone = Kept.ELSEWHERE if other.name == paper.name else Kept.WITHDRAWN
                self._state.keep(replace(other, fate=gone, note=why))
            self._state.keep(paper, listed.question_numbers)

    def _gives_way(self, paper: Paper, known: Paper | None, listed: Listed) -> Iterator[Paper]:
        """Give the papers that are the same one: under this name, its own former one, or as the chamber received it."""
        holder = self._state.holder(paper.name)
        if holder and holder.key != paper.key:
            yield holder
        if known and known.fate is Kept.STORED and known.name != paper.name:
            yield replace(known, key=f"{known.key} {known.name}")
        if paper.standing is not Standing.CHAMBER:
            answering = self._state.answering(listed.question_numbers, (Standing.CHAMBER,))
            yield from (other for other in answering if other.name != paper.name)

    def _best(self, listed: Listed, before: Paper | None) -> _Fetched:
        """Fetch the best format that is there and whole.

        Where the listing says that the paper is as it was, a lesser format than the one that is here is none better.

        Raises:
            HarvestError: when there is none.
        """
        if not listed.files:
            raise HarvestError("the source lists no file that can be read")
        notes: list[str] = []
        gone: list[str] = []
        as_it_was = before is not None and before.version == listed.version != ""
        for file in listed.files:
            if before and as_it_was and FORMATS.index(before.suffix) < FORMATS.index(file.suffix):
                held = Manifestation(before.suffix, before.address)
                return _Fetched(held, Answer(None), "; ".join(notes))
            same = before is not None and before.address == file.address
            etag, modified = (before.etag, before.modified) if before and same else ("", "")
            try:
                check = partial(check_body, suffix=file.suffix)
                answer = self._client.get(file.address, etag=etag, modified=modified, check=check)
            except GoneError:
                gone.append(file.suffix)
            except DamagedError as error:
                notes.append(str(error))
            else:
                return _Fetched(file, answer, "; ".join(notes))
        if notes:
            raise DamagedError("; ".join(notes))
        raise GoneError(f"listed, but not there in any format ({', '.join(gone)})")
