"""Where things are: from an IRI of the data to an address of this server, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from fastapi import Request
from pyoxigraph import NamedNode

_SCHEME = re.compile(r"https?")
_HOST = re.compile(r"[\w.-]+(:\d{1,5})?|\[[\da-fA-F:]+\](:\d{1,5})?", re.ASCII)
_PREFIX = re.compile(r"(/[\w.~-]+)+/?", re.ASCII)
_SAFE = "/:@!$&'()*+,;=~-._"


@dataclass(frozen=True)
class Site:
    """The base of the IRIs, and the address under which the server is known.

    Attributes:
        base: starts every IRI of the data and ends with a slash.
        public: the address that visitors use, without a slash at its end; None for the one that each asks.
        proxied: whether proxies of the operator stand before the server: then what they say in ``X-Forwarded-Proto``,
            ``-Host`` and ``-Prefix`` of the address that was asked is believed; from anyone else it is not.
    """

    base: str
    public: str | None = None
    proxied: bool = False

    def root(self, request: Request) -> str:
        """Give the address of the server as this visitor sees it, without a slash at its end."""
        if self.public:
            return self.public
        if not self.proxied:
            return str(request.base_url).rstrip("/")
        scheme = _forwarded(request, "proto", _SCHEME) or request.url.scheme
        return f"{scheme}://{_forwarded(request, 'host', _HOST) or request.url.netloc}{self.prefix(request)}"

    def prefix(self, request: Request) -> str:
        """Give what stands before every path in links: nothing, or the folder that a proxy serves us under."""
        if self.public:
            return "/" + self.public.split("://", 1)[-1].partition("/")[2] if "/" in self.public[8:] else ""
        told = _forwarded(request, "prefix", _PREFIX) if self.proxied else ""
        return told.rstrip("/") or str(request.scope.get("root_path", "")).rstrip("/")

    def path(self, iri: str) -> str | None:
        """Give the path of the page about an IRI, percent-encoded; None for an IRI of others.

        >>> Site("https://w3id.org/kamergraaf/").path("https://w3id.org/kamergraaf/id/law/BWBR0011823")
        '/doc/law/BWBR0011823'
        """
        if not iri.startswith(self.base):
            return None
        local = quote(iri[len(self.base) :], safe=_SAFE + "%").removesuffix("/")
        if local.startswith("id/"):
            return f"/doc/{local[3:]}"
        if local.startswith("graph/"):
            return f"/{local}"
        return f"/doc/{local}" if local.startswith("def") else None

    def collection(self, iri: str) -> str:
        """Say what kind of thing an IRI names, by the folder that it stands in; empty for others.

        >>> Site("https://e.org/").collection("https://e.org/id/document/kst-1-2/answer/11/statistic/500-1")
        'statistic'
        """
        local = iri.removeprefix(f"{self.base}id/") if iri.startswith(f"{self.base}id/") else ""
        parts = local.split("/")
        return parts[-2] if len(parts) > 1 else ""

    def document_of(self, iri: str) -> str | None:
        """Give the IRI of the document that a thing is part of, None for a thing that is part of none."""
        start = f"{self.base}id/document/"
        return start + iri[len(start) :].split("/")[0] if iri.startswith(start) else None

    def graph_of(self, document: str) -> str:
        """Give the IRI of the named graph of a document."""
        return f"{self.base}graph/{document.removeprefix(f'{self.base}id/document/')}"

    def candidates(self, folder: str, path: str) -> list[str]:
        """Give the IRIs that a path may stand for: as it was sent, decoded, and encoded anew; the likeliest first.

        Args:
            folder: ``id``, ``def`` or ``graph``.
            path: the rest of the path as the client sent it, percent-encoded.
        """
        decoded = unquote(path)
        found = [path, decoded, quote(decoded, safe=_SAFE)]
        iris = (f"{self.base}{folder}/{local}" for local in dict.fromkeys(found))
        return [iri for iri in iris if is_absolute_iri(iri)]


def _forwarded(request: Request, name: str, pattern: re.Pattern[str]) -> str:
    """Give what the nearest proxy says of the address that was asked; empty where it says nothing that can be."""
    said = request.headers.getlist(f"x-forwarded-{name}")
    last = said[-1].rpartition(",")[2].strip() if said else ""
    return last if pattern.fullmatch(last) else ""


def is_absolute_iri(text: str) -> bool:
    """Whether a text is an absolute IRI that may be asked about, in the judgement of the store that will be asked.

    >>> [is_absolute_iri(text) for text in ("https://example.org/curaçao", "coa", "https://example.org/%zz", "https://[")]
    [True, False, False, False]
    """
    try:
        return bool(NamedNode(text).value)
    except ValueError:  # also half a surrogate, which cannot be encoded
        return False


def raw_path(request: Request) -> str:
    """Give the path as the client sent it: the server's own copy is decoded, which loses ``%2F``."""
    raw = request.scope.get("raw_path")
    sent = raw.decode("ascii", "replace") if isinstance(raw, bytes) else quote(request.url.path)
    root = str(request.scope.get("root_path", ""))
    return sent.partition("?")[0].removeprefix(root)
