"""What the server writes down: one line an event, for people as key=value or for programs as JSON, on standard error.

Nothing personal: no address of a visitor, no name of a browser; what was asked only where the operator wants it.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import TextIO

from graph.settings import LogFormat, Settings

ROOT = "graph"
"""The logger above all of ours."""


def event(log: logging.Logger, level: int, name: str, **fields: object) -> None:
    """Write an event down.

    Args:
        log: whose event it is.
        level: one of `logging`.
        name: what happened, in one word.
        fields: what there is to know of it; None is left out.
    """
    if not log.isEnabledFor(level):
        return
    known = {key: value for key, value in fields.items() if value is not None}
    # Not through `log`: it walks the stack for the line that calls, which costs more than all the rest.
    log.handle(log.makeRecord(log.name, level, "", 0, name, (), None, extra={"fields": known}))


def start(settings: Settings) -> logging.Handler | None:
    """Begin to write; gives what `stop` takes, None where nothing is to be written or somebody writes already."""
    log = logging.getLogger(ROOT)
    if settings.log_format is LogFormat.NONE or any(isinstance(each.formatter, Lines) for each in log.handlers):
        return None
    handler = Writer()
    handler.setFormatter(Lines(as_json=settings.log_format is LogFormat.JSON))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return handler


def stop(handler: logging.Handler | None) -> None:
    """Stop writing."""
    if handler is not None:
        handler.flush()
        logging.getLogger(ROOT).removeHandler(handler)
        logging.getLogger(ROOT).setLevel(logging.NOTSET)


class Writer(logging.StreamHandler[TextIO]):
    """Writes the lines of one turn of the event loop at once; outside a loop each as it comes."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Take an event."""
        try:
            self._lines.append(self.format(record))
        except (TypeError, ValueError):
            self.handleError(record)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a thread, or a program without a loop
            self.flush()
            return
        if len(self._lines) == 1:
            loop.call_soon(self.flush)

    def flush(self) -> None:
        """Write what was taken."""
        self.acquire()
        try:
            lines, self._lines = self._lines, []
            if lines:
                self.stream.write("\n".join(lines) + self.terminator)
            self.stream.flush()
        finally:
            self.release()


class Lines(logging.Formatter):
    """Writes an event in one line; only a traceback for people has more.

    Args:
        as_json: as JSON, otherwise as key=value.
    """

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        """Give the line of an event."""
        fields = getattr(record, "fields", {})
        told: dict[str, object] = {
            "time": f"{_second(int(record.created))}.{int(record.msecs):03d}+00:00",
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **(fields if isinstance(fields, Mapping) else {}),
        }
        trace = "".join(traceback.format_exception(record.exc_info[1])) if record.exc_info else ""
        if self._as_json:
            return _JSON.encode({**told, "traceback": trace} if trace else told)
        line = f"{told.pop('time')} {told.pop('level')} " + " ".join([f"{k}={_value(v)}" for k, v in told.items()])
        return f"{line}\n{trace}".rstrip("\n") if trace else line


def _value(value: object) -> str:
    r"""Write a value so that the line stays one line, with one space between two fields.

    >>> _value("/doc"), _value("a b"), _value("a\nb"), _value(12.5), _value(True)
    ('/doc', '"a b"', '"a\\nb"', '12.5', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text)


@lru_cache(maxsize=2)
def _second(moment: int) -> str:
    """Give a second of the clock, which many lines share."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S")


_JSON = json.JSONEncoder(ensure_ascii=True, default=str)


_PLAIN = re.compile("[!#-<>-~]+")
"""What needs no quotes: printable ASCII without a space, a quote and an equals sign."""
