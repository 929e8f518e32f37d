"""The whole way of a document on one page: bytes, text, report, facts, linked facts, RDF, verdict.

    bytes ──read──▶ SourceText ──parse──▶ Report ──extract──▶ names ──link──▶ mentions ──extract──▶ figures
          ──describe──▶ RDF ──check──▶ store

Names are found and linked before figures, because who counted and about which country is said with a name.
"""

from __future__ import annotations

from dataclasses import replace

from graph.extract import find_mentions, find_non_answers, find_statistics, find_unread
from graph.link import Authorities, link
from graph.model import Metadata, Understanding
from graph.parse import parse
from graph.read import Progress, read, silent
from graph.read.metadata import with_head


def understand(
    data: bytes,
    file_name: str,
    authorities: Authorities,
    *,
    metadata: Metadata | None = None,
    identifier: str | None = None,
    progress: Progress = silent,
) -> Understanding:
    """Understand one document.

    Args:
        data: the bytes of the file; what they are is decided by content.
        file_name: its name, for messages and as the last resort for an identifier.
        authorities: the registers that names lead to.
        metadata: what stands beside the document about it, such as ``NAME.meta.json``; it goes before the file's head.
        identifier: settles which document it is, above all else.
        progress: told of every page of a PDF that was read, with the number of pages.

    Raises:
        ReadError: when the bytes are no paper; `IdentityError` when two statements of its identity disagree.
    """
    source = read(data, file_name, progress=progress)
    report = parse(source, metadata=with_head(metadata, source), identifier=identifier)
    mentions = link(find_mentions(report, authorities.names), report.header, authorities)
    statistics = find_statistics(report, mentions)
    non_answers = find_non_answers(report, mentions)
    unread = sorted([*report.unread, *find_unread(report)], key=lambda stretch: stretch.span)
    return Understanding(replace(report, unread=tuple(unread)), mentions, statistics, non_answers)
