"""What is written down is one line an event, and nothing personal."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.settings import LogFormat, Settings
from graph.web import logs
from graph.web.logs import Lines, event


def line_of(*, as_json: bool, **fields: object) -> str:
    record = logging.LogRecord("graph.x", logging.INFO, "", 0, "request", (), None)
    record.fields = fields
    return Lines(as_json=as_json).format(record)


@given(st.dictionaries(st.from_regex("[a-z]{1,8}", fullmatch=True), st.text() | st.integers() | st.booleans()))
def test_an_event_is_one_line_and_as_json_it_is_read_back(fields: dict[str, object]) -> None:
    assert len(line_of(as_json=False, **fields).splitlines()) == 1
    told = json.loads(line_of(as_json=True, **fields))
    assert told["level"] == "info" or "level" in fields
    assert all(told[name] == value for name, value in fields.items())


def test_for_people_a_value_with_spaces_stands_in_quotes() -> None:
    assert line_of(as_json=False, path="/a b", ms=1.5).endswith('info event=request path="/a b" ms=1.5')


def test_an_error_has_its_traceback() -> None:
    try:
        raise ValueError("broken")
    except ValueError as error:
        record = logging.LogRecord("graph.x", logging.ERROR, "", 0, "failed", (), (ValueError, error, None))
    assert "ValueError: broken" in json.loads(Lines(as_json=True).format(record))["traceback"]
    assert "ValueError: broken" in Lines(as_json=False).format(record)


@pytest.fixture
def quiet() -> Iterator[None]:
    """Nothing else writes meanwhile."""
    log = logging.getLogger(logs.ROOT)
    before = log.handlers[:]
    log.handlers[:] = []
    yield
    log.handlers[:] = before


@pytest.mark.usefixtures("quiet")
def test_writing_begins_once_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr("sys.stderr", out)
    settings = Settings.load(log_format=LogFormat.JSON)
    first, second = logs.start(settings), logs.start(settings)
    event(logging.getLogger("graph.web.x"), logging.INFO, "seen", number=1, nothing=None)
    assert first is not None and second is None
    logs.stop(second)
    logs.stop(first)
    event(logging.getLogger("graph.web.x"), logging.INFO, "unseen")
    told = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [(each["event"], each["number"]) for each in told] == [("seen", 1)]
    assert "nothing" not in told[0]


@pytest.mark.usefixtures("quiet")
def test_nothing_is_written_when_that_is_set() -> None:
    assert logs.start(Settings.load(log_format=LogFormat.NONE)) is None
