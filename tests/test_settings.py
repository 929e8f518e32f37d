"""Settings: where they are read from, what is refused, and that the documentation is the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SettingsError
from graph.settings import Settings, data_folder, documentation, unknown

DOCS = Path(__file__).parents[1] / "docs" / "settings.md"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine that the tests run on reaches them."""
    for name in unknown_and_known():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def unknown_and_known() -> list[str]:
    return [f"KAMERGRAAF_{name.upper()}" for name in Settings.model_fields] + ["KAMERGRAAF_CONFIG"]


def test_documentation_is_made_from_the_settings() -> None:
    assert DOCS.read_text(encoding="utf-8") == documentation(), "run: python -m graph.settings > docs/settings.md"


def test_every_setting_says_what_it_is_for() -> None:
    page = documentation()
    for name, field in Settings.model_fields.items():
        assert field.description and field.description in page
        assert f"### `{name}`" in page


def test_command_line_goes_before_environment_before_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "kamergraaf.toml").write_text('port = 1\nhost = "file"\nquery_queue = 3\n')
    monkeypatch.setenv("KAMERGRAAF_PORT", "2")
    monkeypatch.setenv("KAMERGRAAF_HOST", "environment")
    settings = Settings.load(port=4, host=None)
    assert (settings.port, settings.host, settings.query_queue) == (4, "environment", 3)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("KAMERGRAAF_PORT", "door", "KAMERGRAAF_PORT: should be a valid integer"),
        ("KAMERGRAAF_BASE_IRI", "https://example.org/data", "KAMERGRAAF_BASE_IRI: must end with /"),
        ("KAMERGRAAF_BASE_IRI", "https://example.org/#/", "KAMERGRAAF_BASE_IRI: must have neither ? nor #"),
        (
            "KAMERGRAAF_BASE_IRI",
            "https://example.org/%zz/",
            "KAMERGRAAF_BASE_IRI: must be an absolute http or https address",
        ),
        ("KAMERGRAAF_QUERY_SECONDS", "inf", "KAMERGRAAF_QUERY_SECONDS: should be less than or equal to 86400"),
        ("KAMERGRAAF_BASE_IRI", "data/", "KAMERGRAAF_BASE_IRI: must be an absolute http or https address"),
        ("KAMERGRAAF_CONTACT_EMAIL", "nobody", "KAMERGRAAF_CONTACT_EMAIL: must be a mail address"),
        ("KAMERGRAAF_CONFIG", "nowhere.toml", "KAMERGRAAF_CONFIG: there is no file nowhere.toml"),
    ],
)
def test_a_wrong_value_is_named_with_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    assert str(caught.value) == message


def test_a_misspelt_setting_in_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kamergraaf.toml").write_text("prot = 1\n")
    with pytest.raises(SettingsError, match=r"kamergraaf\.toml: prot: there is no such setting"):
        Settings.load()


def test_a_broken_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "kamergraaf.toml").write_text("port\nhost")
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    assert str(caught.value).startswith("kamergraaf.toml: ") and "\n" not in str(caught.value)


def test_a_misspelt_variable_is_found() -> None:
    assert unknown({"KAMERGRAAF_PROT": "1", "KAMERGRAAF_PORT": "1", "PATH": "x"}) == ["KAMERGRAAF_PROT"]


def test_endpoints_are_separated_by_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMERGRAAF_SERVICE_ENDPOINTS", "https://a.example/sparql  https://b.example/sparql")
    assert Settings.load().service_endpoints == ("https://a.example/sparql", "https://b.example/sparql")


def test_publisher_and_contact_have_no_invented_defaults() -> None:
    assert set(Settings.load().missing()) == {"publisher_name", "publisher_iri", "contact_name", "contact_email"}
    assert "contact_name" not in Settings.load(contact_name="Bureau").missing()


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/kamergraaf"),
        ("linux", {"XDG_DATA_HOME": "relative"}, ".local/share/kamergraaf"),
        ("linux", {}, ".local/share/kamergraaf"),
        ("darwin", {"XDG_DATA_HOME": "/data"}, "Library/Application Support/kamergraaf"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/kamergraaf"),
    ],
)
def test_data_lives_where_the_platform_keeps_it(platform: str, environ: dict[str, str], folder: str) -> None:
    assert data_folder(environ, platform).as_posix().endswith(folder)
