"""A text layer taken apart: header, questions, answers, footnotes, page furniture; no dictionary of names here."""

from __future__ import annotations

from graph.model import DocumentKind, Header, IdentifierBasis, Identity, Report, SourceText, Span
from graph.parse.metadata import Metadata, load_metadata

__all__ = ["Metadata", "load_metadata", "parse"]


def parse(source: SourceText, *, metadata: Metadata | None = None, identifier: str | None = None) -> Report:
    """Take a paper apart."""
    basis = IdentifierBasis.GIVEN if identifier else IdentifierBasis.HASH
    name = identifier or (metadata.identifier if metadata else None) or f"doc-{source.sha256[:12]}"
    header = Header(Identity(name, basis), DocumentKind.OTHER)
    return Report(source, header, Span(0, 0), (), ())
