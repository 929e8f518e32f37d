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
    for stretch in (*report.questions, *report.answers, *report.footnotes, *report.unread):
        assert 0 <= stretch.span.start <= stretch.span.end <= len(report.source.text)
    return None
