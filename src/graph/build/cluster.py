"""Papers made on a Dask cluster: the same steps on other machines, while the store and what is published stay here.

A worker that goes away loses nothing: the scheduler gives its papers to others. `graph.build.there` makes them.
"""

from __future__ import annotations

import logging
import pickle
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, NoReturn, TypedDict, cast

from graph.build.errands import comparing, dialect, making
from graph.build.inputs import Paper
from graph.build.there import DIFFERS, LATE, MADE, Software, installed, packed
from graph.build.work import Made, Recipe
from graph.build.workers import Workers, ended
from graph.errors import ClusterError, ReadError
from graph.store.origin import Origin

if TYPE_CHECKING:
    import distributed

_AHEAD = 8
"""How many papers are under way for each thread of the workers."""
_LOOK = 2.0
"""How often, in seconds, it is looked which workers there are."""
_ANSWER = 15.0
"""How long the scheduler may take to answer, in seconds."""


class _Versions(TypedDict):
    """What Dask tells of who has which versions."""

    client: dict[str, object]
    scheduler: dict[str, object] | None
    workers: dict[str, dict[str, object]]


class Cluster(Workers):
    """The workers of a Dask cluster. It is asked for the first paper only: a build in which nothing changed needs none.

    Args:
        address: of the scheduler, as `tcp://host:port` or `tls://host:port`.
        patience: how long to wait for the scheduler, and for a worker where there is none, in seconds.

    Raises:
        ClusterError: where Dask is not installed here.
    """

    def __init__(self, address: str, patience: float = 60.0) -> None:
        if find_spec("distributed") is None:
            raise ClusterError("--dask needs Dask, which is not installed: pip install 'kamergraaf[dask]'")
        self.ahead = _AHEAD
        self._address = address
        self._patience = patience
        self._software: Software = {}
        self._client: distributed.Client | None = None
        self._quiet = ExitStack()
        self._looked = self._alone_since = 0.0

    def begin(self, paper: Paper, recipe: Recipe) -> Future[Made]:
        """Give it to the cluster."""
        import dask

        with self._reachable():
            client = self._connected()
            if client.status != "running":
                raise ClusterError(self._lost())
            if time.monotonic() - self._looked > _LOOK:
                self._look(client)
            # Papers can be larger than what Dask takes for a mistake.
            with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"}):
                return _Sent(
                    client.submit(
                        making(), dict(self._software), packed(paper, recipe), recipe.seconds, pure=False, retries=0
                    )
                )

    def result(self, paper: Paper, recipe: Recipe, begun: Future[Made]) -> Made:
        """Wait for it.

        Raises:
            ClusterError: when the cluster went away, or the worker has other software.
        """
        if not isinstance(begun, _Sent):
            raise TypeError("this paper was not begun here")
        with self._reachable():
            became, content = self._settled(begun.there, paper)
        if became == MADE:
            made: Made = pickle.loads(content)  # noqa: S301 - whoever may connect to a cluster runs code there anyway
            origin = made.origin and Origin(str(paper.path.absolute()), made.origin.digest)
            return replace(made, path=paper.path, origin=origin)
        if became == DIFFERS:
            self._differs(content.decode())
        if became == LATE:
            limit = f"it takes more than {recipe.seconds:g} seconds: split it into its papers, or raise the limit"
            return Made(paper.path, problem=str(ReadError(paper.path.name, limit)))
        return ended(paper.path)

    def close(self) -> None:
        """Take back what is not done, and leave the cluster."""
        client, self._client = self._client, None
        with self._quiet, suppress(OSError, RuntimeError):
            if client is not None:
                client.close(timeout=_ANSWER)

    def _connected(self) -> distributed.Client:
        """Give the connection; the first time, see that the workers can do what they are asked."""
        if self._client is None:
            import distributed

            self._see_certificates()
            self._quiet.enter_context(_silence())
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of other versions: we say it ourselves
                client = distributed.Client(self._address, timeout=min(self._patience, _ANSWER), set_as_default=False)
            self._client = client
            try:
                client.wait_for_workers(1, timeout=self._patience)
            except TimeoutError as error:
                raise self._without_workers() from error
            self._alone_since = time.monotonic()
            self._compare(client)
            self._look(client)
        return self._client

    def _see_certificates(self) -> None:
        """Refuse an address that does not go with the certificates that are set: Dask itself hangs."""
        from distributed import Security

        safe = self._address.startswith("tls:")
        try:
            security = Security()
            missing = security.get_connection_args("client").get("ssl_context") is None
        except (OSError, RuntimeError, ValueError) as error:
            raise ClusterError(f"{self._address}: the certificates of Dask cannot be used ({error})") from error
        if safe and missing:
            needed = "set DASK_DISTRIBUTED__COMM__TLS__CA_FILE and the others (docs/operating.md)"
            raise ClusterError(f"{self._address}: tls needs certificates: {needed}")
        if security.require_encryption and not safe:
            raise ClusterError(f"{self._address}: the settings of Dask here want encryption: give an address of tls")

    def _compare(self, client: distributed.Client) -> None:
        """Refuse a cluster that speaks another dialect, or whose workers run other software."""
        versions = cast(_Versions, client.get_versions())
        others = {"the scheduler": versions["scheduler"], **versions["workers"]}
        for name, found in others.items():
            if different := dialect(versions["client"], found):
                raise ClusterError(f"{self._address}: {name} has {different}: install the same versions everywhere")
        self._software = installed()
        told = client.run(comparing(), dict(self._software), on_error="return")
        for worker, different in told.items():
            if isinstance(different, str) and different:  # an error is of a worker that is just going away
                self._differs(f"{worker} has {different}")

    def _look(self, client: distributed.Client) -> None:
        """See how many workers there are now.

        Raises:
            ClusterError: when there have been none for too long.
        """
        if client.scheduler is None:
            raise ClusterError(self._lost())
        told = client.sync(client.scheduler.identity, n_workers=0, callback_timeout=_ANSWER)
        self._looked = time.monotonic()
        self.ahead = _AHEAD * max(1, int(told["total_threads"]))
        if told["total_threads"]:
            self._alone_since = self._looked
        elif self._looked - self._alone_since > self._patience:
            raise self._without_workers()

    def _settled(self, sent: distributed.Future[tuple[str, bytes]], paper: Paper) -> tuple[str, bytes]:
        """Wait for what became of a paper, as long as there are workers."""
        from distributed import KilledWorker

        client = self._connected()
        while True:
            try:
                error = sent.exception(timeout=_LOOK)
                if sent.cancelled():
                    raise ClusterError(self._lost())
                if isinstance(error, KilledWorker):
                    return "", b""
                if error is not None:
                    reason = f"{type(error).__name__}: {error}"
                    raise ClusterError(f"{self._address}: a worker cannot make {paper.path.name} ({reason})")
                return sent.result(timeout=self._patience)
            except TimeoutError:
                self._look(client)

    @contextmanager
    def _reachable(self) -> Iterator[None]:
        """Turn what Dask says of a scheduler that went away into one line."""
        known = self._software
        try:
            yield
        except (OSError, RuntimeError, ImportError) as error:
            if known:
                raise ClusterError(self._lost()) from error
            reason = str(error).partition("\n")[0]
            message = f"{self._address}: no Dask scheduler answers ({reason}): start one, or check the address"
            raise ClusterError(message) from error

    def _lost(self) -> str:
        return (
            f"{self._address}: the Dask scheduler went away, or gave up this build; nothing was published: "
            "start it again, and build again"
        )

    def _without_workers(self) -> ClusterError:
        start = f"start one: dask worker {self._address}"
        return ClusterError(f"{self._address}: there was no worker for {self._patience:g} seconds; {start}")

    def _differs(self, what: str) -> NoReturn:
        raise ClusterError(
            f"{self._address}: worker {what}: install the same there, with the same registers imported, and build again"
        )


class _Sent(Future[Made]):
    """A paper that was given to the cluster."""

    def __init__(self, there: distributed.Future[tuple[str, bytes]]) -> None:
        super().__init__()
        self.there = there

    def done(self) -> bool:
        """Whether the cluster is done with it."""
        return bool(self.there.done())


@contextmanager
def _silence() -> Iterator[None]:
    """Keep the log of Dask from what we say ourselves."""
    logs = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [log.level for log in logs]
    for log in logs:
        log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for log, level in zip(logs, levels, strict=True):
            log.setLevel(level)
