"""The command line: exit codes, one-line errors, what each command prints and writes."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from graph.build.work import Made
from graph.cli import run
from graph.resources import resource
from graph.store.base import Change, n_triples
from graph.store.embedded import EmbeddedStore
from graph.store.quarantine import Quarantine, Rejected

BASE = "https://w3id.org/kamergraaf/"
COMMANDS = (
    "read",
    "build",
    "check",
    "query",
    "export",
    "dump",
    "serve",
    "remove",
    "status",
    "harvest",
    "backup",
    "restore",
)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Commands run in an empty folder, and find no settings but those of the test."""
    for name in [name for name in os.environ if name.startswith("KAMERGRAAF_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KAMERGRAAF_STORE", str(tmp_path / "store"))


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    made = EmbeddedStore(tmp_path / "store")
    names = "".join(f'<{BASE}id/document/{n}> <{BASE}def/p> "{n}" .\n' for n in "ab").encode()
    made.publish([Change(f"{BASE}graph/kst-1", names, identifier="kst-1", source="a.txt")])
    return made


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command that fails; its error is one line on standard error, and nothing else."""
    assert run(arguments) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("kamergraaf: ") and captured.err.count("\n") == 1
    assert "Traceback" not in captured.err
    return captured.err.removeprefix("kamergraaf: ").strip()


def done(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command that succeeds, and give what it printed."""
    code = run(arguments)
    captured = capsys.readouterr()
    assert code == 0, captured.err
    return captured.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(capsys: pytest.CaptureFixture[str], command: str) -> None:
    shown = done(capsys, command, "--help")
    assert "Examples:" in shown and f"\n    kamergraaf {command}" in shown


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    shown = done(capsys, "--help")
    assert all(f"\n  {command} " in shown for command in COMMANDS)


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from graph.cli import run; run(['--help']); print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603
    loaded = set(shown.splitlines()[-1].split())
    assert not loaded & {"pyoxigraph", "rdflib", "pyshacl", "fastapi", "pydantic", "rich", "uvicorn", "pyarrow"}


@pytest.mark.parametrize("arguments", [["frobnicate"], ["read"], ["export", "figures"], ["serve", "--port", "x"]])
def test_wrong_usage_is_exit_code_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(arguments) == 2
    assert "Usage: kamergraaf" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from graph import __version__

    assert done(capsys, "--version") == f"kamergraaf {__version__}\n"


# --- errors -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["status", "query", "export", "dump"])
def test_a_wrong_setting_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("KAMERGRAAF_PORT", "door")
    arguments = {"query": ["ASK {}"], "export": ["statistics"], "dump": ["out.nq"]}.get(command, [])
    assert failed(capsys, command, *arguments) == "KAMERGRAAF_PORT: should be a valid integer"


@pytest.mark.parametrize("arguments", [["query", "ASK {}"], ["export", "statistics"], ["dump", "out.nq"]])
def test_an_empty_store_says_what_to_do(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert "nothing has been published here yet; run: kamergraaf build" in failed(capsys, *arguments)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n\n \t", "empty"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00" * 50, "binary"),
        (b"Vraag 1\nHoeveel plekken zijn er? \xff\xfe\xc3\x28", "UTF-8"),
        (b"x" * 50_000_000, "bytes"),
    ],
    ids=["empty", "blank", "binary", "invalid UTF-8", "50 MB in one line"],
)
def test_reading_what_is_no_paper_is_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "paper.txt").write_bytes(content)
    message = failed(capsys, "read", "paper.txt")
    assert "paper.txt" in message and reason in message and len(message) < 300


def test_a_file_that_never_ends_meets_the_limit_of_time(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KAMERGRAAF_READ_SECONDS", "0.2")
    os.mkfifo(tmp_path / "paper.txt")
    assert "takes more than 0.2 seconds" in failed(capsys, "read", "paper.txt")


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_name_with_a_line_end_stays_on_its_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    (tmp_path / "a\nb.txt").write_bytes(b"")
    assert run([command, "a\nb.txt"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == "a?b.txt: unreadable: the file is empty: give a paper with text"


def test_a_text_that_is_no_paper_is_shown_and_kept_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("melk\nbrood\n", encoding="utf-8")
    assert run(["read", "list.txt"]) == 1
    captured = capsys.readouterr()
    assert "0 questions" in captured.out
    assert (
        captured.err == "kamergraaf: list.txt: no questions or answers were found in it: give a paper that has them\n"
    )
    assert run(["build", "list.txt"]) == 1
    assert "list.txt: unreadable: no questions or answers" in capsys.readouterr().out


def test_reading_what_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert failed(capsys, "read", "nowhere.txt") == "nowhere.txt: there is no such file: check the path"
    assert failed(capsys, "build", "nowhere.txt") == "nowhere.txt: there is no such file or folder: check the path"


def test_interrupting_is_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.build.inputs.find", interrupt)
    monkeypatch.setattr("graph.build.find", interrupt)
    assert run(["check"]) in (1, 130)
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err and captured.err.strip().count("\n") == 0


@pytest.mark.skipif(os.name != "posix", reason="needs pipes")
def test_a_reader_that_has_enough_is_no_error(store: EmbeddedStore) -> None:
    lines = "".join(f"<{BASE}s{n}> <{BASE}p> <{BASE}o> .\n" for n in range(20_000)).encode()
    store.publish([Change(f"{BASE}graph/large", lines)])
    command = f"'{sys.executable}' -c 'from graph.cli import main; main()' dump - | head -1"
    shown = subprocess.run(["/bin/bash", "-c", command], capture_output=True, text=True, check=True)  # noqa: S603
    assert shown.stdout.count("\n") == 1 and shown.stderr == ""


# --- query ------------------------------------------------------------------------------------------------------------


def test_query_shows_a_table(capsys: pytest.CaptureFixture[str], store: EmbeddedStore) -> None:
    shown = done(capsys, "query", "SELECT ?o ?s ?p { ?s ?p ?o } ORDER BY ?o")
    assert shown.splitlines() == [
        "o  s                p",
        "-  ---------------  ----",
        "a  …/id/document/a  kg:p",
        "b  …/id/document/b  kg:p",
        "(2 rows)",
    ]
    assert done(capsys, "query", "ASK { ?s ?p 'a' }") == "yes\n"


def test_query_writes_every_format_of_its_form(capsys: pytest.CaptureFixture[str], store: EmbeddedStore) -> None:
    select, construct = "SELECT ?o { ?s ?p ?o } ORDER BY ?o", "CONSTRUCT WHERE { ?s ?p ?o }"
    found = json.loads(done(capsys, "query", select, "--format", "json"))
    assert [row["o"]["value"] for row in found["results"]["bindings"]] == ["a", "b"]
    assert done(capsys, "query", select, "--format", "csv").splitlines() == ["o", "a", "b"]
    assert done(capsys, "query", select, "--format", "tsv").splitlines() == ["?o", '"a"', '"b"']
    assert "<sparql" in done(capsys, "query", select, "--format", "xml")
    for name in ("turtle", "ntriples", "jsonld", "rdfxml", "trig", "nquads"):
        assert f"{BASE}id/document/a" in done(capsys, "query", construct, "--format", name)
    assert f"@prefix kg: <{BASE}def/>" in done(capsys, "query", construct)
    assert f'<{BASE}id/document/a> kg:p "a"' in done(capsys, "query", construct)
    assert "choose one of turtle" in failed(capsys, "query", construct, "--format", "csv")
    assert "choose one of table, json" in failed(capsys, "query", select, "--format", "turtle")


def test_query_reads_a_file_and_standard_input(
    capsys: pytest.CaptureFixture[str], store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "count.rq").write_text("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", encoding="utf-8")
    assert done(capsys, "query", "count.rq", "-f", "csv").split() == ["n", "2"]
    monkeypatch.setattr("sys.stdin", io.StringIO("ASK {}"))
    assert done(capsys, "query", "-") == "yes\n"
    assert failed(capsys, "query", "nowhere.rq") == "nowhere.rq: there is no such file, and this is no query"


def test_query_settles_its_own_dataset(capsys: pytest.CaptureFixture[str], store: EmbeddedStore) -> None:
    store.publish([Change(f"{BASE}graph/kst-2", f'<{BASE}c> <{BASE}p> "c" .\n'.encode())])
    query = "SELECT ?o FROM <GRAPH> { ?s ?p ?o }".replace("GRAPH", f"{BASE}graph/kst-2")
    assert done(capsys, "query", query, "-f", "csv").split() == ["o", "c"]


def test_query_neither_writes_nor_fetches(capsys: pytest.CaptureFixture[str], store: EmbeddedStore) -> None:
    assert "update" in failed(capsys, "query", "INSERT DATA { <a:a> <a:b> <a:c> }")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(0.05)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        message = failed(
            capsys, "query", f"SELECT * {{ FILTER EXISTS {{ SeRvIcE SILENT <{address}> {{ ?s ?p ?o }} }} }}"
        )
        assert "SERVICE" in message
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_mistake_in_a_query_names_the_place(capsys: pytest.CaptureFixture[str], store: EmbeddedStore) -> None:
    assert "line 1, column" in failed(capsys, "query", "SELECT * { ?s ?p ?o")


# --- dump, export -----------------------------------------------------------------------------------------------------


def test_dump_chooses_the_format_by_the_name(
    capsys: pytest.CaptureFixture[str], store: EmbeddedStore, tmp_path: Path
) -> None:
    done(capsys, "dump", "all.nq")
    assert (tmp_path / "all.nq").read_text(encoding="utf-8").count(f"<{BASE}graph/kst-1> .\n") == 2
    done(capsys, "dump", "all.ttl.gz")
    assert b"@prefix kg:" in gzip.decompress((tmp_path / "all.ttl.gz").read_bytes())
    assert done(capsys, "dump", "-").count("\n") == 2
    assert "endedAtTime" not in done(capsys, "dump", "-") and "endedAtTime" in done(capsys, "dump", "-", "--all")


def test_export_of_an_unfinished_store_is_its_heading(capsys: pytest.CaptureFixture[str], store: EmbeddedStore) -> None:
    for name in ("documents", "questions", "statistics", "mentions", "nonanswers"):
        (heading,) = csv.reader(io.StringIO(done(capsys, "export", name)))
        assert heading[0] == "document" and heading[-1].endswith("iri")
        assert done(capsys, "export", name, "--format", "jsonl") == ""


def test_parquet_without_pyarrow_says_how_to_get_it(
    capsys: pytest.CaptureFixture[str], store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    message = failed(capsys, "export", "statistics", "out.parquet", "--format", "parquet")
    assert "pip install 'kamergraaf[parquet]'" in message
    assert list(tmp_path.glob("*.parquet*")) == []


# --- build, check, remove, status, serve ------------------------------------------------------------------------------


def test_status_of_an_empty_store(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMERGRAAF_PROT", "1")
    shown = done(capsys, "status")
    assert "nothing has been published yet; run: kamergraaf build" in shown
    assert "missing   KAMERGRAAF_CONTACT_EMAIL" in shown
    assert "unknown   KAMERGRAAF_PROT" in shown


def test_status_tells_of_documents_and_of_those_kept_out(
    capsys: pytest.CaptureFixture[str], store: EmbeddedStore, tmp_path: Path
) -> None:
    Quarantine(tmp_path / "store" / "quarantine").keep(Rejected("kst-9", "b.txt", ("p. 3: “ruim 600”: no unit",)))
    shown = done(capsys, "status")
    assert "1 document in 1 graph, 2 triples" in shown
    assert "kst-9: 1 violation, such as: p. 3: “ruim 600”: no unit" in shown


def _gaps(*stretches: tuple[str, int]) -> bytes:
    """Describe stretches that were not read, each with its reason and its number of characters, in a layer of 2,000."""
    layer = f"<{BASE}id/document/kst-1/text/0>"
    lines = [f"{layer} a <{BASE}def/TextLayer> ; <{BASE}def/characters> 2000 ."]
    for at, (reason, characters) in enumerate(stretches):
        lines.append(
            f"<{BASE}id/document/kst-1/unread/{at}> a <{BASE}def/UnreadStretch> ; <{BASE}def/characters> {characters} ;"
            f" <{BASE}def/unreadReason> <{BASE}def/unread-reason/{reason}> ."
        )
    return n_triples(parse("\n".join(lines), RdfFormat.TURTLE))


def test_status_sums_up_what_was_not_read_by_reason_the_most_first(
    capsys: pytest.CaptureFixture[str], store: EmbeddedStore
) -> None:
    found = _gaps(("heading", 1), ("signature", 30), ("signature", 20))
    store.publish([Change(f"{BASE}graph/kst-1", found, identifier="kst-1")])
    lines = done(capsys, "status").splitlines()
    at = lines.index("unread    51 of 2,000 characters (2.5%) in 3 stretches")
    assert lines[at + 1 : at + 3] == [
        "          signature: 2 stretches, 50 characters",
        "          heading: 1 stretch, 1 character",
    ]


def test_what_was_not_read_of_a_paper_reaches_status_and_the_query_that_ships(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows = "28,7 50,4 79,3 73,9"
    text = f"Vraag 1\nHoeveel?\nAntwoord 1\nHieronder de bedragen van 2024. AFM {rows} en dat was het.\n"
    (tmp_path / "kst-1-2.txt").write_text(text, encoding="utf-8")
    done(capsys, "build", "kst-1-2.txt")
    shown = done(capsys, "status")
    assert f"unread    {len(rows)} of {len(text)} characters ({len(rows) / len(text):.1%}) in 1 stretch\n" in shown
    assert f"a table that lost its cells: 1 stretch, {len(rows)} characters\n" in shown
    (row,) = csv.DictReader(
        io.StringIO(done(capsys, "query", str(resource("ontology", "queries", "unread.rq")), "-f", "csv"))
    )
    percent = row.pop("percent")
    assert row == {"paper": "kst-1-2", "why": "tabel zonder cellen", "stretches": "1", "unread": str(len(rows))}
    assert float(percent) == round(100 * len(rows) / len(text), 1)


def test_a_port_in_use_is_known_before_any_work(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"port {port} of 127.0.0.1" in failed(capsys, "serve", "--port", port)
    assert not (tmp_path / "store").exists()


def test_a_folder_without_papers_is_exit_code_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    assert run(["check", "papers"]) == 1
    assert "0 files" in capsys.readouterr().out


def test_violations_are_shown_and_counted() -> None:
    from graph.build import Fate, Outcome
    from graph.cli.build import lines_of
    from graph.cli.check import lines_of as checked

    reasons = tuple(f"p. {page}: “x”: wrong" for page in range(1, 9))
    made = Made(Path("a.txt"), identifier="kst-1", questions=1, figures=2, violations=reasons, warnings=("p. 1: odd",))
    lines = lines_of(Outcome(made, Fate.INVALID, "the last valid version stays", Path("q/kst-1.json")))
    assert lines[0].startswith(
        "kst-1: invalid, kept out: 1 question, 2 figures, 1 warning (the last valid version stays)"
    )
    assert len(lines) == 7 and lines[-1] == "  3 more; report: q/kst-1.json"
    assert len(checked(made)) == 10


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_ctrl_c_ends_the_process_quietly(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    waits = "from graph.cli import main; print('ready', flush=True); main()"
    command = [sys.executable, "-c", waits, "read", "pipe.txt"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    try:
        _, errors = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode in (1, 130) and "Traceback" not in errors


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_serve_fills_an_empty_store_answers_and_stops(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from graph.cli import main; main()", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(3)]
        assert lines[0].startswith("kst-36800-XX-7: new: 25 questions")
        address = lines[2].split()[2]
        with urllib.request.urlopen(f"{address}health", timeout=60) as answer:  # noqa: S310 - our own server
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode in (0, 130) and "Traceback" not in errors
    assert EmbeddedStore(tmp_path / "store").current() == 1


@pytest.mark.parametrize(
    "arguments",
    [("query", "ASK {}"), ("export", "documents"), ("dump", "out.nq"), ("status",), ("serve", "--port", "0")],
)
def test_a_store_of_another_base_is_refused_not_shown_empty(
    capsys: pytest.CaptureFixture[str],
    store: EmbeddedStore,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.setenv("KAMERGRAAF_BASE_IRI", "https://other.example.org/")
    assert run(arguments) == 1
    assert "use another store for another base" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["dump", "export"])
def test_a_folder_is_no_file_to_write(capsys: pytest.CaptureFixture[str], store: EmbeddedStore, command: str) -> None:
    table = ["documents"] if command == "export" else []
    assert "cannot be written" in failed(capsys, command, *table, ".")


def test_the_address_of_a_server_says_how_it_becomes_the_store(capsys: pytest.CaptureFixture[str]) -> None:
    assert "write sparql+https://example.org/sparql" in failed(
        capsys, "status", "--store", "https://example.org/sparql"
    )


@pytest.mark.parametrize("identifier", ["", "../up", "a b", "<script>", "."])
def test_what_cannot_be_an_identifier_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, identifier: str
) -> None:
    (tmp_path / "paper.txt").write_text("Vraag 1\nHoeveel?\nAntwoord 1\nTien.\n")
    assert "is no identifier" in failed(capsys, "read", "paper.txt", "--identifier", identifier)


def test_a_query_in_a_file_may_begin_with_a_mark(
    capsys: pytest.CaptureFixture[str], store: EmbeddedStore, tmp_path: Path
) -> None:
    (tmp_path / "ask.rq").write_text("ASK {}", encoding="utf-8-sig")
    assert "yes" in done(capsys, "query", "ask.rq")


def test_a_function_that_is_not_of_sparql_is_one_line(capsys: pytest.CaptureFixture[str], store: EmbeddedStore) -> None:
    assert "<a:b>" in failed(capsys, "query", "SELECT (<a:b>(1) AS ?x) {}")
