"""The files that pages load, and how they come into the package."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import httpx
import pytest

from graph.web import assets

ROOT = Path(__file__).parents[2]
BUILT = pytest.mark.skipif(not assets.built(), reason="the scripts are not built: `make web`")


@pytest.fixture
def make() -> Iterator[ModuleType]:
    """The module `web/make.py`."""
    spec = spec_from_file_location("web_make", ROOT / "web" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["web_make"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["web_make"]


def test_the_name_of_a_written_file_holds_the_digest_of_its_content() -> None:
    for name in ("style.css", "icon.svg"):
        path = assets.asset(name)
        _, content = assets.assets()[path.removeprefix("/static/")]
        assert hashlib.sha256(content).hexdigest()[:12] in path


@BUILT
@pytest.mark.parametrize(
    ("name", "media_type"),
    [("style.css", "text/css"), ("icon.svg", "image/svg+xml"), ("editor.js", "text/javascript"),
     ("editor.css", "text/css"), ("notices.txt", "text/plain")],
)  # fmt: skip
def test_a_file_is_sent_with_its_type_and_may_be_kept_for_ever(
    client: httpx.Client, name: str, media_type: str
) -> None:
    answer = client.get(assets.asset(name))
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == media_type
    assert answer.headers["cache-control"] == "public, max-age=31536000"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "name", ["style.css", "style.000000000000.css", "built", ".sources", "..%2fapp.py", "x.js.map"]
)
def test_no_other_file_is_sent(client: httpx.Client, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(LookupError, match=r"nothing\.css is not among the files"):
        assets.asset("nothing.css")
    assert assets.find_asset("nothing.css") is None


@BUILT
def test_what_scripts_import_is_served_under_the_name_that_they_use(client: httpx.Client) -> None:
    imported = re.compile(rb'(?:from|import)\s*\(?"\./([^"]+\.js)"')
    names = {
        name.decode()
        for media_type, content in assets.assets().values()
        if media_type == "text/javascript"
        for name in imported.findall(content)
    }
    assert names
    for name in names:
        assert client.get(f"/static/{name}").headers["content-type"] == "text/javascript; charset=utf-8"


@BUILT
def test_the_licences_of_all_that_is_bundled_go_along(make: ModuleType) -> None:
    _, content = assets.assets()[assets.asset("notices.txt").removeprefix("/static/")]
    notices = content.decode()
    for package in ("@codemirror/view", "@lezer/lr", "codemirror-lang-sparql", "chart.js"):
        assert re.search(rf"^{re.escape(package)} [\d.]+ \(MIT\)$", notices, re.MULTILINE)
    for section in notices.split("-" * 80):
        head, _, text = section.strip().partition("\n\n")
        assert re.fullmatch(r"\S+ \d+\.\d+\.\d+ \((MIT|ISC|BSD-[23]-Clause|Apache-2\.0)\)", head), head
        assert "Copyright" in text


def test_the_lock_file_holds_digests_and_no_address() -> None:
    lock = (ROOT / "web" / "package-lock.json").read_text("utf-8")
    assert "://" not in re.sub(r'"url": "[^"]*"', "", lock)
    assert lock.count('"integrity"') >= 10


@BUILT
def test_what_is_built_is_of_the_sources_that_are_here(make: ModuleType) -> None:
    assert make.up_to_date(), "run `make web`"


def test_a_changed_source_is_not_up_to_date(make: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "src").mkdir()
    monkeypatch.setattr(make, "HERE", tmp_path)
    monkeypatch.setattr(make, "STAMP", tmp_path / ".sources")
    (tmp_path / "src" / "page.ts").write_text("export {};")
    assert not make.up_to_date()
    make.STAMP.write_text(make.digest())
    assert make.up_to_date()
    (tmp_path / "src" / "more.ts").write_text("")
    assert not make.up_to_date()


def test_where_no_node_can_be_had_it_is_said_in_one_line(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make, "up_to_date", lambda: False)
    monkeypatch.setattr(make, "machine_node", lambda: None)
    monkeypatch.setattr(make, "packaged_node", lambda: None)
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert make.main(["--try"]) == 0
    assert re.fullmatch(r"The scripts of the pages are not built: there is no Node 20 .*\n", capsys.readouterr().err)
    assert make.main([]) == 1


def test_a_mistake_in_a_source_is_never_tolerated(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(node: object) -> None:
        raise make.BuildError("the bundler failed:\npage.ts:3")

    monkeypatch.setattr(make, "up_to_date", lambda: False)
    monkeypatch.setattr(make, "find_node", lambda: None)
    monkeypatch.setattr(make, "build", fail)
    assert make.main(["--try"]) == 1
    assert "page.ts:3" in capsys.readouterr().err


def test_a_node_that_is_too_old_is_passed_over(
    make: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho v18.20.1\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert make.machine_node() is None
    (tmp_path / "node").write_text("#!/bin/sh\necho v24.1.0\n")
    assert make.machine_node() is not None


@BUILT
def test_a_wheel_contains_what_is_built(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = {name.removeprefix("graph/web/static/built/") for name in wheel.namelist() if "/built/" in name}
        assert not any("node_modules" in name for name in wheel.namelist())
    assert names == {file.name for file in (ROOT / "src/graph/web/static/built").iterdir()}


def test_a_server_without_scripts_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    serving = import_module("graph.cli.serve")
    for built, said in ((False, f"{assets.NOT_BUILT}\n"), (True, "")):
        monkeypatch.setattr(assets, "built", lambda built=built: built)
        serving._tell_of_scripts()
        assert capsys.readouterr().err == said


@pytest.mark.skipif(not shutil.which("node"), reason="there is no Node on this machine")
def test_the_node_of_the_machine_is_used_where_there_is_one(make: ModuleType) -> None:
    node = make.machine_node()
    assert node is None or Path(node.program).name.startswith("node")
