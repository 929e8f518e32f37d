"""Asks the services: slowly, again after a fault, and only the hosts that the settings name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from graph.errors import HarvestError, ReadError
from graph.harvest.clock import Clock, SystemClock
from graph.harvest.manners import Manners, origin_of, shown

_REDIRECTS = 5
_LONGEST = 900
"""The seconds that a service may ask to wait; one that asks for more is left for the next run."""

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 522, 524})
"""Answers after which the same question may do."""

_PACKINGS = frozenset({"", "identity", "gzip", "deflate"})
"""The ``Content-Encoding`` that an answer may have."""


class GoneError(HarvestError):
    """What was asked for is not there (404, 410)."""


class FaultError(HarvestError):
    """A fault that did not pass, however often the service was asked."""


class DamagedError(FaultError):
    """What came was damaged or something else, however often it was asked for."""


@dataclass(frozen=True)
class Answer:
    """What a service answered.

    Attributes:
        body: the bytes; None when nothing has changed since (304).
        etag, modified: what to send along the next time.
    """

    body: bytes | None
    etag: str = ""
    modified: str = ""


class _PassingError(Exception):
    """A fault that may pass; `wait` are the seconds that the service asks for, `damage` is one of what came."""

    def __init__(self, reason: str, wait: float | None = None, *, damage: bool = False) -> None:
        super().__init__(reason)
        self.wait = wait
        self.damage = damage


class Client:
    """Asks services; a context manager."""

    def __init__(self, manners: Manners, clock: Clock | None = None) -> None:
        self._manners = manners
        self._clock = clock or SystemClock()
        self._next: dict[str, float] = {}
        self._http = httpx.Client(
            timeout=manners.timeout,
            headers={"User-Agent": manners.agent, "Accept-Encoding": "gzip"},
            follow_redirects=False,
        )
        backoff = wait_exponential_jitter(initial=1, max=60, jitter=1)

        def wait(state: RetryCallState) -> float:
            fault = state.outcome.exception() if state.outcome else None
            asked = fault.wait if isinstance(fault, _PassingError) else None
            return backoff(state) if asked is None else asked

        self._retrying = Retrying(
            sleep=self._clock.sleep,
            stop=stop_after_attempt(manners.attempts),
            wait=wait,
            retry=retry_if_exception_type(_PassingError),
            reraise=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def get(
        self,
        address: str,
        *,
        etag: str = "",
        modified: str = "",
        check: Callable[[bytes], object] = lambda body: None,
    ) -> Answer:
        """Fetch what is at an address.

        Args:
            address: where.
            etag: of what is there already, then only what differs comes.
            modified: likewise, where there is no etag.
            check: refuses a body with a `HarvestError` or a `ReadError`; then it is asked for again.

        Raises:
            GoneError: when it is not there.
            FaultError: when a fault does not pass; a `DamagedError` when what comes is damaged.
            HarvestError: when the address may not be asked, or the service refuses.
        """
        conditions = {"If-None-Match": etag} if etag else {"If-Modified-Since": modified} if modified else {}
        try:
            return self._retrying(self._ask, self._moved(address), conditions, check)
        except _PassingError as error:
            kind = DamagedError if error.damage else FaultError
            raise kind(f"{shown(address)}: {error}") from error

    def _moved(self, address: str) -> str:
        """Give where an official address is fetched from."""
        for official, place in self._manners.moved.items():
            if address.startswith(official):
                return place + address.removeprefix(official)
        return address

    def _ask(self, address: str, conditions: dict[str, str], check: Callable[[bytes], object]) -> Answer:
        for _ in range(_REDIRECTS + 1):
            self._may_ask(address)
            self._keep_pace(urlsplit(address).netloc)
            try:
                with self._http.stream("GET", address, headers=conditions) as response:
                    if response.status_code == httpx.codes.NOT_MODIFIED:
                        response.read()  # or the connection would not be used again
                        if conditions:
                            return Answer(None)
                        raise _PassingError("the service answers 304 to a question without a condition")
                    if response.has_redirect_location:
                        address = self._moved(urljoin(address, response.headers.get("Location", "")))
                        continue
                    return self._answer(address, response, check)
            except httpx.TimeoutException as error:
                raise _PassingError(f"no answer within {self._manners.timeout:g} seconds") from error
            except (httpx.TransportError, httpx.DecodingError) as error:
                raise _PassingError(f"the connection broke ({str(error) or type(error).__name__})") from error
        raise HarvestError(f"{shown(address)}: redirected more than {_REDIRECTS} times")

    def _answer(self, address: str, response: httpx.Response, check: Callable[[bytes], object]) -> Answer:
        status = response.status_code
        if status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
            raise GoneError(f"{shown(address)}: not there ({status})")
        if status in _PASSING or status >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise _PassingError(f"the service answers {status}", self._asked_to_wait(response))
        if status != httpx.codes.OK:
            raise HarvestError(f"{shown(address)}: the service refuses ({status} {response.reason_phrase})")
        body = self._body(address, response)
        try:
            check(body)
        except ReadError as error:
            raise _PassingError(error.reason, damage=True) from error
        except HarvestError as error:
            raise _PassingError(str(error), damage=True) from error
        return Answer(body, response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""))

    def _body(self, address: str, response: httpx.Response) -> bytes:
        """Read a body, no further than the limit; one that is shorter than it says breaks the connection."""
        begun = self._clock.monotonic()
        packing = response.headers.get("Content-Encoding", "").strip().lower()
        if packing not in _PACKINGS:
            # One packing makes a piece a thousand times as large; one inside another, a million times.
            raise HarvestError(f"{shown(address)}: packed in a way that was not asked for ({packing[:40]})")
        said = response.headers.get("Content-Length", "")
        parts = bytearray()
        self._check_size(address, int(said) if said.isdecimal() else 0)
        for part in response.iter_bytes():
            parts += part
            self._check_size(address, len(parts))
            if self._clock.monotonic() - begun > 10 * self._manners.timeout:
                raise _PassingError("the answer comes too slowly")
        return bytes(parts)

    def _check_size(self, address: str, size: int) -> None:
        if size > self._manners.size:
            raise HarvestError(
                f"{shown(address)}: larger than {self._manners.size:,} bytes, the setting harvest_megabytes"
            )

    def _asked_to_wait(self, response: httpx.Response) -> float | None:
        """Give the seconds of ``Retry-After``, a number or a date (RFC 9110, 10.2.3); None when it has none."""
        value = response.headers.get("Retry-After", "").strip()
        try:
            seconds = (
                float(value)
                if value.isdecimal()
                else (parsedate_to_datetime(value) - self._clock.now()).total_seconds()
            )
        except (ValueError, TypeError):
            return None
        if seconds > _LONGEST:
            raise FaultError(
                f"{shown(str(response.url))}: the service asks to wait {seconds:,.0f} seconds: run again later"
            )
        return max(seconds, 0.0)

    def _may_ask(self, address: str) -> None:
        """Refuse addresses that the settings do not name: nothing that a service says leads anywhere else."""
        if origin_of(address) not in self._manners.origins:
            raise HarvestError(f"{shown(address)}: not an address of a service in the settings, so it is not asked")

    def _keep_pace(self, host: str) -> None:
        """Wait until the host may be asked again."""
        now = self._clock.monotonic()
        at = max(now, self._next.get(host, now))
        if at > now:
            self._clock.sleep(at - now)
        self._next[host] = at + 1 / self._manners.rate
