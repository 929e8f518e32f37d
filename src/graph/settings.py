"""Every setting in one place: name, default, limits and help; the documentation is made from this table.

A setting is read from, first that has it: the command line, the environment (``KAMERGRAAF_PORT``), ``kamergraaf.toml``
in the working folder (or the file that ``KAMERGRAAF_CONFIG`` names), its default.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from graph.errors import SettingsError

PREFIX = "KAMERGRAAF_"
CONFIG = "CONFIG"
FILE = "kamergraaf.toml"


class Group(StrEnum):
    """The headings of the documentation."""

    DATA = "The data"
    HARVEST = "Harvesting papers"
    PUBLISHER = "Who publishes"
    SERVER = "The server"
    LIMITS = "Limits of the server"


class LogFormat(StrEnum):
    """How the server writes down what happens."""

    TEXT = "text"
    JSON = "json"
    NONE = "none"


def data_folder(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """Give the folder for data of the user, by the rule of the platform (XDG Base Directory Specification on Linux).

    >>> data_folder({"XDG_DATA_HOME": "/home/an/data"}, "linux").as_posix()
    '/home/an/data/kamergraaf'
    """
    env = os.environ if environ is None else environ
    if platform == "win32":
        folder = Path(env.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif platform == "darwin":
        folder = Path.home() / "Library" / "Application Support"
    else:
        home = env.get("XDG_DATA_HOME", "")
        folder = Path(home) if os.path.isabs(home) else Path.home() / ".local" / "share"
    return folder / "kamergraaf"


_NOT_IN_IRI = re.compile(r"""[\x00-\x20<>"{}|\\^`\[\]]|%(?![0-9A-Fa-f]{2})""")
"""What can stand nowhere in an IRI (RFC 3987); an address of IPv6 is of no use as a name."""


def _absolute(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or _NOT_IN_IRI.search(value):
        raise ValueError("must be an absolute http or https address")
    return value


def _folder_iri(value: str) -> str:
    if "?" in _absolute(value) or "#" in value:
        raise ValueError("must have neither ? nor #")
    if not value.endswith("/"):
        raise ValueError("must end with /")
    return value


def _mail(value: str) -> str:
    if value.count("@") != 1 or value.strip() != value or any(c.isspace() for c in value) or value[0] == "@":
        raise ValueError("must be a mail address")
    return value


def _scheduler(value: str) -> str:
    message = "must be the address of a Dask scheduler, as tcp://host:8786 or tls://host:8786"
    try:
        parts = urlsplit(value)
        whole = parts.hostname and parts.port
    except ValueError as error:
        raise ValueError(message) from error
    if not whole or parts.scheme not in ("tcp", "tls") or value != f"{parts.scheme}://{parts.netloc}" or "@" in value:
        raise ValueError(message)
    return value


Address = Annotated[str, AfterValidator(_absolute)]
BaseIri = Annotated[str, AfterValidator(_folder_iri)]
Mail = Annotated[str, AfterValidator(_mail)]
Scheduler = Annotated[str, AfterValidator(_scheduler)]
Addresses = Annotated[tuple[Address, ...], NoDecode, BeforeValidator(lambda v: v.split() if isinstance(v, str) else v)]


def _in(group: Group, *, shown: str = "", wanted: str = "") -> JsonDict:
    """Say under which heading a setting stands, how its default reads, and what is missing without it."""
    return {"group": str(group), "shown": shown, "wanted": wanted}


class Settings(BaseSettings):
    """All settings; see the module for where they are read from."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True, env_ignore_empty=True)

    base_iri: BaseIri = Field(
        default="https://w3id.org/kamergraaf/",
        description="What every IRI of the data begins with. Documents are published under it: settle it before the "
        "first build, a store keeps one base.",
        json_schema_extra=_in(Group.DATA),
    )
    store: Path = Field(
        default_factory=lambda: data_folder() / "store",
        description="The folder of the store, or a SPARQL server as `sparql+https://…`, the address of its endpoint "
        "for queries (docs/stores.md).",
        json_schema_extra=_in(Group.DATA, shown="`kamergraaf/store` in the user's data folder (`$XDG_DATA_HOME`)"),
    )
    store_user: str | None = Field(
        default=None,
        min_length=1,
        description="Whom to be to the SPARQL server that is the store.",
        json_schema_extra=_in(Group.DATA),
    )
    store_password: SecretStr | None = Field(
        default=None,
        description="The password to it; it is neither shown nor logged.",
        json_schema_extra=_in(Group.DATA),
    )
    store_update: Address | None = Field(
        default=None,
        description="The address for SPARQL Update, where the server is neither Virtuoso nor Oxigraph.",
        json_schema_extra=_in(Group.DATA),
    )
    store_graphs: Address | None = Field(
        default=None,
        description="The address of its Graph Store Protocol, likewise; `?graph=` follows it.",
        json_schema_extra=_in(Group.DATA),
    )
    authorities: Path = Field(
        default_factory=lambda: data_folder() / "authorities",
        description="The folder of the registers that `kamergraaf authorities import` keeps; what stands in it goes "
        "before the registers that ship. It may be absent.",
        json_schema_extra=_in(Group.DATA, shown="`kamergraaf/authorities` in the user's data folder"),
    )
    jobs: int = Field(
        default_factory=lambda: os.cpu_count() or 1,
        ge=1,
        le=256,
        description="How many documents `kamergraaf build` understands at the same time.",
        json_schema_extra=_in(Group.DATA, shown="the number of processors"),
    )
    dask: Scheduler | None = Field(
        default=None,
        description="The scheduler of a Dask cluster whose workers understand documents for `kamergraaf build`, as "
        "`tcp://host:8786` or `tls://host:8786` (docs/operating.md). `--jobs` on the command line goes before it.",
        json_schema_extra=_in(Group.DATA),
    )
    read_seconds: float = Field(
        default=60.0,
        ge=0,
        le=86400,
        description="How long reading and understanding one document may take, in seconds, before it is given up; "
        "`0` is no limit.",
        json_schema_extra=_in(Group.DATA),
    )
    shacl_sample: int = Field(
        default=100,
        ge=0,
        description="One document in how many pySHACL, the reference engine, judges as well although the fast SHACL "
        "engine finds no fault with it; `1` is all of them, `0` none. What the fast engine does not pass, pySHACL "
        "always judges.",
        json_schema_extra=_in(Group.DATA),
    )
    harvest_folder: Path = Field(
        default=Path("papers"),
        description="The folder into which `kamergraaf harvest` puts papers, for `kamergraaf build` to read.",
        json_schema_extra=_in(Group.HARVEST),
    )
    sru_url: Address = Field(
        default="https://repository.overheid.nl/sru",
        description="The search service of official publications (SRU 2.0).",
        json_schema_extra=_in(Group.HARVEST),
    )
    repository_url: BaseIri = Field(
        default="https://repository.overheid.nl/",
        description="Where the files of `https://repository.overheid.nl/` are fetched, such as a copy of them.",
        json_schema_extra=_in(Group.HARVEST),
    )
    publications_url: BaseIri = Field(
        default="https://zoek.officielebekendmakingen.nl/",
        description="Where the files of `https://zoek.officielebekendmakingen.nl/` are fetched.",
        json_schema_extra=_in(Group.HARVEST),
    )
    odata_url: Address = Field(
        default="https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0",
        description="The open data of the Tweede Kamer as OData v4.",
        json_schema_extra=_in(Group.HARVEST),
    )
    syncfeed_url: Address = Field(
        default="https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0",
        description="The feed of changes of the Tweede Kamer.",
        json_schema_extra=_in(Group.HARVEST),
    )
    harvest_rate: float = Field(
        default=1.5,
        gt=0,
        le=1000,
        description="How many requests a second one host gets.",
        json_schema_extra=_in(Group.HARVEST),
    )
    harvest_attempts: int = Field(
        default=5,
        ge=1,
        le=20,
        description="How often one thing is asked for before it counts as failed, with longer and longer pauses.",
        json_schema_extra=_in(Group.HARVEST),
    )
    harvest_seconds: float = Field(
        default=60.0,
        gt=0,
        le=3600,
        description="How long a service may send nothing, in seconds, before a request is given up; all of an answer "
        "may take ten times as long.",
        json_schema_extra=_in(Group.HARVEST),
    )
    harvest_megabytes: int = Field(
        default=20,
        ge=1,
        le=1000,
        description="How large a file may be, in megabytes.",
        json_schema_extra=_in(Group.HARVEST),
    )
    publisher_name: str | None = Field(
        default=None,
        min_length=1,
        description="The organisation or person who publishes the data.",
        json_schema_extra=_in(Group.PUBLISHER, wanted="the catalogue has no publisher"),
    )
    publisher_iri: Address | None = Field(
        default=None,
        description="The IRI of the publisher, such as its TOOI identifier.",
        json_schema_extra=_in(Group.PUBLISHER, wanted="the catalogue does not identify its publisher"),
    )
    contact_name: str | None = Field(
        default=None,
        min_length=1,
        description="Whom to ask about the data.",
        json_schema_extra=_in(Group.PUBLISHER, wanted="the catalogue has no contact"),
    )
    contact_email: Mail | None = Field(
        default=None,
        min_length=3,
        description="The mail address for questions about the data.",
        json_schema_extra=_in(Group.PUBLISHER, wanted="nobody can be asked about the data"),
    )
    host: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="The network address to listen on; `0.0.0.0` is all of them.",
        json_schema_extra=_in(Group.SERVER),
    )
    port: int = Field(
        default=8000, ge=0, le=65535, description="The port to listen on.", json_schema_extra=_in(Group.SERVER)
    )
    public_base: BaseIri | None = Field(
        default=None,
        description="The address under which visitors reach the server, when a proxy hides it. Redirects lead there; "
        "without it they lead to the host that was asked.",
        json_schema_extra=_in(Group.SERVER),
    )
    workers: int = Field(
        default=1,
        ge=1,
        le=64,
        description="How many processes serve, each with its own `query_workers`.",
        json_schema_extra=_in(Group.SERVER),
    )
    proxies: int = Field(
        default=0,
        ge=0,
        le=16,
        description="How many proxies of yours stand before the server. With none, `X-Forwarded-For`, `-Proto`, "
        "`-Host` and `-Prefix` are not believed, and a visitor is who connects.",
        json_schema_extra=_in(Group.SERVER),
    )
    service_endpoints: Addresses = Field(
        default=(),
        description="The SPARQL endpoints that `SERVICE` in a visitor's query may reach, separated by "
        "spaces (a list in the file). All others are refused. One whose name leads to a private or loopback address is "
        "reached only when it ends in `#private`, or is such an address itself.",
        json_schema_extra=_in(Group.SERVER),
    )
    log_format: LogFormat = Field(
        default=LogFormat.TEXT,
        description="How the server writes down what it answers, on standard error: `text` (key=value), `json` (an "
        "object a line) or `none`. No address of a visitor stands in it.",
        json_schema_extra=_in(Group.SERVER),
    )
    log_queries: bool = Field(
        default=False,
        description="Whether the log also has what visitors asked: queries and words that they searched for.",
        json_schema_extra=_in(Group.SERVER),
    )
    connections: int = Field(
        default=900,
        ge=8,
        description="How many connections each server process holds open; the next one is answered 503. Keep it below "
        "the number of open files that the system allows (`ulimit -n`).",
        json_schema_extra=_in(Group.LIMITS),
    )
    query_workers: int = Field(
        default=2,
        ge=1,
        le=256,
        description="How many queries run at the same time, each in its own process; as many more may have "
        "been running long.",
        json_schema_extra=_in(Group.LIMITS),
    )
    query_seconds: float = Field(
        default=30.0,
        gt=0,
        le=86400,
        description="How long a query may run, in seconds, before it is killed.",
        json_schema_extra=_in(Group.LIMITS),
    )
    query_queue: int = Field(
        default=64,
        ge=0,
        description="How many queries may wait for a process; the next one is asked to come back later.",
        json_schema_extra=_in(Group.LIMITS),
    )
    query_memory: int = Field(
        default=2048,
        ge=64,
        description="How much memory a query may take, in megabytes, before it is ended.",
        json_schema_extra=_in(Group.LIMITS),
    )
    query_rows: int = Field(
        default=1_000_000,
        ge=0,
        description="How many rows, or triples, a result may have before it is broken off; `0` is no limit.",
        json_schema_extra=_in(Group.LIMITS),
    )
    query_megabytes: int = Field(
        default=512,
        ge=0,
        description="How large a result may become, in megabytes, before it is broken off; `0` is no limit.",
        json_schema_extra=_in(Group.LIMITS),
    )
    query_kilobytes: int = Field(
        default=256,
        ge=1,
        description="How long a query may be, in kilobytes.",
        json_schema_extra=_in(Group.LIMITS),
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the command line before the environment, and the environment before the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, _file())

    @classmethod
    def load(cls, **given: object) -> Self:
        """Read the settings.

        Args:
            given: what the command line says; None counts as not given.

        Raises:
            SettingsError: naming the setting, where it was read and what it should be.
        """
        try:
            return cls(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(map(str, first["loc"][:1]))
            reason = str(first["msg"]).removeprefix("Value error, ")
            raise SettingsError(f"{_where(name, given)}: {_plain(first['type'], reason)}") from error
        except ValueError as error:  # broken TOML
            raise SettingsError(f"{_file()}: {' '.join(str(error).split())}") from error

    def missing(self) -> dict[str, str]:
        """Name the settings that have no default and no value, each with what is missing without it."""
        fields = type(self).model_fields
        return {
            name: wanted
            for name, field in fields.items()
            if (wanted := _extra(field, "wanted")) and getattr(self, name) is None
        }


def unknown(environ: Mapping[str, str] | None = None) -> list[str]:
    """Name the variables of the environment that look like settings and are none: most likely spelling mistakes."""
    known = {(PREFIX + name).upper() for name in [*Settings.model_fields, CONFIG]}
    names = os.environ if environ is None else environ
    return sorted(name for name in names if name.upper().startswith(PREFIX) and name.upper() not in known)


def documentation() -> str:
    """Give the page docs/settings.md; a test compares the two."""
    lines = [
        "# Settings",
        "",
        "Each is read from, first that has it: the command line, the environment, `kamergraaf.toml` in the working",
        f"folder (or the file that `{PREFIX}{CONFIG}` names), its default. `kamergraaf status` says what is missing.",
        "",
        "```toml",
        "# kamergraaf.toml",
        'store = "/srv/kamergraaf"',
        'contact_email = "data@example.org"',
        "```",
    ]
    for group in Group:
        lines += ["", f"## {group}"]
        for name, field in Settings.model_fields.items():
            if _extra(field, "group") == group:
                lines += ["", f"### `{name}`", ""]
                lines += [f"`{PREFIX}{name.upper()}`, default: {_default(field)}.", "", str(field.description)]
    return "\n".join(lines) + "\n"


def _default(field: FieldInfo) -> str:
    if shown := _extra(field, "shown"):
        return shown
    value = field.default
    return "none" if value is None or value == () else f"`{value}`"


def _extra(field: FieldInfo, key: str) -> str:
    extra = field.json_schema_extra
    return str(extra.get(key, "")) if isinstance(extra, dict) else ""


def _file() -> Path:
    named = os.environ.get(PREFIX + CONFIG)
    if named and not Path(named).is_file():
        raise SettingsError(f"{PREFIX}{CONFIG}: there is no file {named}")
    return Path(named or FILE)


def _where(name: str, given: Mapping[str, object]) -> str:
    """Say where a value came from."""
    if given.get(name) is not None:
        return f"--{name.replace('_', '-')}"
    variable = next((key for key in os.environ if key.upper() == (PREFIX + name).upper()), "")
    return variable or f"{_file()}: {name}"


def _plain(kind: str, reason: str) -> str:
    """Put a message of pydantic in our words where it speaks of programs."""
    if kind == "extra_forbidden":
        return "there is no such setting; see docs/settings.md"
    return (reason[:1].lower() + reason[1:]).removeprefix("input ").split(", unable")[0]


if __name__ == "__main__":
    sys.stdout.write(documentation())
