"""What the server writes down: one line an event, for people as key=value or for programs as JSON, on standard error.

Nothing personal: no address of a visitor, no name of a browser; what was asked only where the operator wants it.
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime

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
    known = {key: value for key, value in fields.items() if value is not None}
    log.log(level, name, extra={"fields": known})


def start(settings: Settings) -> logging.Handler | None:
    """Begin to write; gives what `stop` takes, None where nothing is to be written or somebody writes already."""
    log = logging.getLogger(ROOT)
    if settings.log_format is LogFormat.NONE or any(isinstance(each.formatter, Lines) for each in log.handlers):
        return None
    handler = logging.StreamHandler()
    handler.setFormatter(Lines(as_json=settings.log_format is LogFormat.JSON))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return handler


def stop(handler: logging.Handler | None) -> None:
    """Stop writing."""
    if handler is not None:
        logging.getLogger(ROOT).removeHandler(handler)
        logging.getLogger(ROOT).setLevel(logging.NOTSET)


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
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **(fields if isinstance(fields, Mapping) else {}),
        }
        trace = "".join(traceback.format_exception(record.exc_info[1])) if record.exc_info else ""
        if self._as_json:
            return json.dumps({**told, **({"traceback": trace} if trace else {})}, ensure_ascii=True, default=str)
        line = " ".join([str(told.pop("time")), str(told.pop("level")), *(f"{k}={_value(v)}" for k, v in told.items())])
        return f"{line}\n{trace}".rstrip("\n")


def _value(value: object) -> str:
    r"""Write a value so that the line stays one line, with one space between two fields.

    >>> _value("/doc"), _value("a b"), _value("a\nb"), _value(12.5), _value(True)
    ('/doc', '"a b"', '"a\\nb"', '12.5', 'true')
    """
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text)


_PLAIN = re.compile("[!#-<>-~]+")
"""What needs no quotes: printable ASCII without a space, a quote and an equals sign."""
