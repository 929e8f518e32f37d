"""Servers that are started to be measured, and a client that costs as little as it can."""

from __future__ import annotations

import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from urllib.parse import quote

JSON = "application/sparql-results+json"
SMALLEST = "ASK {}"
_SETTLES = 3.0
"""Seconds after the first answer until a server has started all that it starts."""


@contextmanager
def started(command: list[str], port: int, path: str) -> Iterator[tuple[int, str]]:
    """Run a server until it is no longer needed; gives its port and the path of its endpoint."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(1200):
                if process.poll() is not None:
                    raise RuntimeError(f"{command[0]} ended at once")
                try:
                    with connected(port) as line:
                        ask(line, path, SMALLEST)
                    break
                except (OSError, ValueError):
                    time.sleep(0.05)
            time.sleep(_SETTLES)
            yield port, path
        finally:
            process.terminate()


def connected(port: int) -> socket.socket:
    """Connect to a server of this machine."""
    line = socket.create_connection(("127.0.0.1", port), timeout=120)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def request(path: str, query: str) -> bytes:
    """Give the bytes of a request that leaves the connection open."""
    return f"GET {path}?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\nAccept: {JSON}\r\n\r\n".encode()


def ask(line: socket.socket, path: str, query: str) -> tuple[float, float]:
    """Ask once and read to the end; gives the seconds to the first and to the last byte."""
    start = time.perf_counter()
    line.sendall(request(path, query))
    data = line.recv(65536)
    first = time.perf_counter() - start
    head, _, body = data.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise ValueError(head.decode(errors="replace"))
    lengths = [part for part in head.lower().split(b"\r\n") if part.startswith(b"content-length:")]
    if lengths:
        left = int(lengths[0].split(b":")[1]) - len(body)
        while left > 0:
            left -= len(line.recv(262144))
    else:
        tail = body[-5:]
        while tail != b"0\r\n\r\n":
            tail = (tail + line.recv(262144))[-5:]
    return first, time.perf_counter() - start


def rate(port: int, path: str, query: str, seconds: float, clients: int = 8, anew: bool = False) -> float:
    """Ask over several connections that each wait for their answer; gives the requests per second.

    The client is a process of its own and does as little as it can: it knows the size of the answer.
    """
    code = (
        "import sys; from benchmarks.asking import hammer; "
        f"print(hammer({port}, {path!r}, {query!r}, {seconds}, {clients}, {anew}))"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(found.stdout)


def hammer(port: int, path: str, query: str, seconds: float, clients: int, anew: bool = False) -> float:
    """Do the work of `rate` in this process; with `anew` each query has other words, and no answer is ready for it."""
    asked = count(time.time_ns())  # also other words than those of an earlier run
    message = request(path, query)

    def next_message() -> bytes:
        return request(path, f"{query} # {next(asked)}") if anew else message

    with ExitStack() as stack:
        lines = [stack.enter_context(connected(port)) for _ in range(clients)]
        size = size_of_answer(lines[0], message)
        poll = select.epoll()
        by_number = {line.fileno(): line for line in lines}
        missing = {number: size for number in by_number}
        for line in lines:
            poll.register(line.fileno(), select.EPOLLIN)
            line.sendall(message)
        done, end = 0, time.perf_counter() + seconds
        start = time.perf_counter()
        while time.perf_counter() < end:
            for number, _ in poll.poll(1):
                line = by_number[number]
                missing[number] -= len(line.recv(65536))
                if missing[number] <= 0:
                    done += 1
                    missing[number] = size
                    line.sendall(next_message())
        return done / (time.perf_counter() - start)


def size_of_answer(line: socket.socket, message: bytes) -> int:
    """Ask once and wait until no more comes: a server may send the head and the body on their own."""
    found = bytearray()
    line.sendall(message)
    line.settimeout(0.5)
    try:
        while data := line.recv(65536):
            found += data
    except TimeoutError:
        line.settimeout(120)
    return len(found)


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
