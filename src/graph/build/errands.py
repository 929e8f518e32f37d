"""What is sent to a Dask cluster to be run, and whether the machines of one understand each other.

The functions stand inside others so that they are sent as they are: a scheduler then needs Dask alone, and a worker
without kamergraaf can say so.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

_ALIKE = ("dask", "distributed", "cloudpickle", "msgpack")
"""The packages that speak with one another."""


def making() -> Callable[[dict[str, str], bytes, float], tuple[str, bytes]]:
    """Give what makes a paper on a worker (`graph.build.there.answer`)."""

    def kamergraaf(here: dict[str, str], parcel: bytes, seconds: float) -> tuple[str, bytes]:
        from distributed import get_worker

        at = get_worker().address
        try:
            from graph.build.there import answer
        except ImportError as error:
            return "differs", f"{at} has no kamergraaf like this one ({error})".encode()
        became, content = answer(here, parcel, seconds)
        return became, f"{at} has ".encode() + content if became == "differs" else content

    return kamergraaf


def comparing() -> Callable[[dict[str, str]], Awaitable[str]]:
    """Give what a worker is asked before the first paper: in what its software differs."""

    async def kamergraaf(here: dict[str, str]) -> str:
        from asyncio import to_thread

        try:
            from graph.build.there import compare
        except ImportError as error:
            return f"no kamergraaf like this one ({error})"
        return await to_thread(compare, here)

    return kamergraaf


def dialect(here: Mapping[str, object], there: Mapping[str, object] | None) -> str:
    """Say in what another Python or Dask differs from the one here; empty where it does not.

    Args:
        here: what `distributed.Client.get_versions` tells of this side.
        there: likewise, of the other; None where it told nothing.
    """
    ours, theirs = _spoken(here), _spoken(there or {})
    names = [name for name in ours if ours[name] != theirs[name]]
    return ", ".join(f"{name} {theirs[name]} (here {ours[name]})" for name in names)


def _spoken(told: Mapping[str, object]) -> dict[str, str]:
    host, packages = told.get("host"), told.get("packages")
    python = str(host.get("python")) if isinstance(host, Mapping) else ""
    known = packages if isinstance(packages, Mapping) else {}
    return {"Python": ".".join(python.split(".")[:2]), **{name: str(known.get(name)) for name in _ALIKE}}
