"""How services are asked: pace, patience, and which hosts."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.harvest.harvester import Harvester
from tests.harvest.papers import Record, kamerstuk
from tests.harvest.service import FakeClock, Service

from graph.errors import HarvestError
from graph.harvest.client import Answer, Client, DamagedError, FaultError, GoneError
from graph.harvest.manners import Manners, origin_of


class Asking:
    """A client of the local service, and its clock."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.clock = FakeClock()
        self.manners = Manners(origins=frozenset({origin_of(service.base)}), rate=2, timeout=0.3)
        service.files["/paper"] = b"dijken"

    def get(self, address: str = "/paper", etag: str = "", **more: object) -> Answer:
        where = address if "://" in address else self.service.base + address
        with Client(replace(self.manners, **more), self.clock) as client:  # type: ignore[arg-type]
            return client.get(where, etag=etag)


@pytest.fixture
def asking(service: Service) -> Iterator[Asking]:
    yield Asking(service)


def test_body_comes_with_what_to_send_along_the_next_time(asking: Asking) -> None:
    answer = asking.get()
    assert answer.body == b"dijken" and answer.etag
    assert asking.get(etag=answer.etag).body is None


def test_requests_to_a_host_keep_their_distance(asking: Asking) -> None:
    with Client(asking.manners, asking.clock) as client:
        for _ in range(4):
            client.get(f"{asking.service.base}/paper")
    assert asking.clock.waited == pytest.approx([0.5, 0.5, 0.5])


def test_pauses_after_faults_grow(asking: Asking) -> None:
    asking.service.faults["/paper"] = ["500"] * 4
    asking.get(rate=1000)
    pauses = [wait for wait in asking.clock.waited if wait > 0.01]
    assert len(pauses) == 4 and all(low <= pause <= low + 1 for low, pause in zip((1, 2, 4, 8), pauses, strict=True))


@pytest.mark.parametrize("status", ["429", "503"])
def test_service_that_asks_to_wait_is_given_that_time(asking: Asking, status: str) -> None:
    asking.service.faults["/paper"] = [f"{status} 120"]
    asking.get()
    assert asking.clock.waited == [120.0]


def test_time_to_wait_may_be_a_date(asking: Asking) -> None:
    asking.service.faults["/paper"] = ["429 Sun, 01 Dec 2024 12:01:30 GMT"]
    asking.get()
    assert asking.clock.waited == [90.0]


def test_service_that_asks_for_hours_is_left_for_the_next_run(asking: Asking) -> None:
    asking.service.faults["/paper"] = ["429 7200"]
    with pytest.raises(FaultError, match="run again later"):
        asking.get()
    assert asking.clock.waited == []


@pytest.mark.parametrize("status", ["400", "401", "403", "404", "410", "418"])
def test_refusal_is_not_asked_again(asking: Asking, status: str) -> None:
    asking.service.faults["/paper"] = [status] * 2
    with pytest.raises(HarvestError) as raised:
        asking.get()
    assert isinstance(raised.value, GoneError) == (status in ("404", "410"))
    assert len(asking.service.asked) == 1


@pytest.mark.parametrize("fault", ["500", "drop", "hang", "truncate"])
def test_fault_that_does_not_pass_is_told_with_the_address(asking: Asking, fault: str) -> None:
    asking.service.faults["/paper"] = [fault] * 3
    with pytest.raises(FaultError, match="/paper: "):
        asking.get(attempts=3)
    assert len(asking.service.asked) == 3


def test_body_that_is_refused_is_asked_for_again(asking: Asking) -> None:
    def refuse(body: bytes) -> None:
        raise HarvestError("no paper")

    with Client(asking.manners, asking.clock) as client, pytest.raises(DamagedError, match="no paper"):
        client.get(f"{asking.service.base}/paper", check=refuse)
    assert len(asking.service.asked) == 5


def test_redirect_on_the_same_host_is_followed(asking: Asking) -> None:
    asking.service.faults["/old"] = ["to:/paper"]
    assert asking.get("/old").body == b"dijken"


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/paper", "http://169.254.169.254/", "file:///etc/passwd", "//example.org/x", ""]
)
def test_redirect_to_another_host_is_not_followed(asking: Asking, address: str) -> None:
    asking.service.faults["/old"] = [f"to:{address}"] if address else ["to:http://localhost/"]
    with pytest.raises(HarvestError, match="not an address of a service"):
        asking.get("/old")
    assert len(asking.service.asked) == 1


def test_redirects_end(asking: Asking) -> None:
    asking.service.faults["/old"] = ["to:/old"] * 20
    with pytest.raises(HarvestError, match="redirected more than"):
        asking.get("/old")


@pytest.mark.parametrize(
    "address", ["http://example.org/x", "http://user@127.0.0.1/x", "ftp://127.0.0.1/x", "nonsense"]
)
def test_other_hosts_are_not_asked(asking: Asking, address: str) -> None:
    with Client(asking.manners, asking.clock) as client, pytest.raises(HarvestError, match="not an address"):
        client.get(address)


def test_file_above_the_limit_is_not_read_to_its_end(asking: Asking) -> None:
    asking.service.files["/paper"] = b"x" * 5000
    with pytest.raises(HarvestError, match="larger than 1,000 bytes"):
        asking.get(size=1000)


def test_length_above_the_limit_is_refused_before_anything_is_read(asking: Asking) -> None:
    asking.service.faults["/paper"] = ["says 5000000"]
    with pytest.raises(HarvestError, match="larger than 1,000 bytes"):
        asking.get(size=1000)


def test_packed_body_counts_as_what_it_unpacks_to(asking: Asking) -> None:
    asking.service.files["/paper"] = gzip.compress(bytes(5_000_000))
    asking.service.faults["/paper"] = ["packed gzip"]
    with pytest.raises(HarvestError, match="larger than 1,000,000 bytes"):
        asking.get(size=1_000_000)
    asking.service.files["/paper"] = gzip.compress(b"dijken")
    asking.service.faults["/paper"] = ["packed gzip"]
    assert asking.get().body == b"dijken"


@pytest.mark.parametrize("packing", ["gzip, gzip", "br", "zstd", "gzip,deflate"])
def test_body_that_is_packed_twice_or_in_another_way_is_not_unpacked(asking: Asking, packing: str) -> None:
    asking.service.files["/paper"] = gzip.compress(gzip.compress(bytes(50_000_000)))
    asking.service.faults["/paper"] = [f"packed {packing}"]
    with pytest.raises(HarvestError, match="packed in a way that was not asked for"):
        asking.get()
    assert len(asking.service.asked) == 1


def test_official_address_is_fetched_from_where_the_settings_say(service: Service, harvester: Harvester) -> None:
    record = Record("kst-39999-1", address="https://repository.overheid.nl/frbr/kst-39999-1.xml")
    service.records.append(record)
    service.files["/repository/frbr/kst-39999-1.xml"] = kamerstuk("1")
    assert not harvester.run().failures
    assert service.paths("/repository") == ["/repository/frbr/kst-39999-1.xml"]


def test_listed_address_on_another_host_is_a_failure(service: Service, harvester: Harvester) -> None:
    service.records.append(Record("kst-39999-1", address="http://169.254.169.254/latest/meta-data"))
    assert "not an address of a service" in harvester.run().failures[0]
