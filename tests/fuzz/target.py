"""The target: bytes go the whole way to facts; what comes out is a result, or one clear error."""

from __future__ import annotations

from graph.build.work import registers
from graph.deadline import deadline
from graph.errors import KamergraafError, ReadError
from graph.pipeline import understand

SECONDS = 10
"""What one input may take."""


def read_whole(data: bytes, name: str) -> str | None:
    """Understand an input; gives the error, or None where there was a result.

    Raises:
        AssertionError: when the error has more than one line, does not name the file, or says that time ran out.
        Exception: any other error is a finding.
    """
    try:
        with deadline(SECONDS, name):
            report = understand(data, name, registers()).report
    except KamergraafError as error:
        message = str(error)
        assert message.startswith(name) and "\n" not in message, message
        assert not (isinstance(error, ReadError) and "seconds" in error.reason), message
        return message
    spans = [one.span for one in report.questions] + [one.span for one in report.answers]
    spans += [note.span for note in report.footnotes] + [stretch.span for stretch in report.unread]
    assert all(0 <= span.start <= span.end <= len(report.source.text) for span in spans)
    return None
