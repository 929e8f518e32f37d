"""What every part of a description needs at hand: the paper, its addresses and where statements go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from graph.describe.fact_iris import FactIris, fact_iris
from graph.describe.iris import Iris, slug
from graph.describe.statements import Statements
from graph.model import Authority, Header, Membership, Part, Report, Span, Understanding

Day = date | None


class Posts(Protocol):
    """The register of posts, as far as a description needs it (`graph.link.Authorities` is one)."""

    def post(self, title: str, day: Day = None, /) -> Authority | None:
        """Find the post with a title."""

    def holders(self, post: Authority, day: Day, /) -> tuple[Membership, ...]:
        """Give who held a post on a day."""


@dataclass(frozen=True)
class Scene:
    """One paper under description."""

    understanding: Understanding
    base: str
    posts: Posts
    to: Statements
    settings: str = ""

    @cached_property
    def iris(self) -> Iris:
        """The addresses below the base."""
        return Iris(self.base)

    @cached_property
    def facts(self) -> FactIris:
        """The addresses of the facts."""
        return fact_iris(self.understanding, self.base)

    @property
    def report(self) -> Report:
        """The paper, taken apart."""
        return self.understanding.report

    @property
    def header(self) -> Header:
        """What the paper says about itself."""
        return self.understanding.report.header

    @property
    def identifier(self) -> str:
        """Which paper it is."""
        return self.header.identity.identifier

    @cached_property
    def document(self) -> str:
        """The IRI of the paper."""
        return self.iris.document(self.identifier)

    @cached_property
    def layer(self) -> str:
        """The IRI of its text layer."""
        return self.iris.text(self.identifier, self.report.source.sha256)

    def part(self, part: Part, key: str) -> str:
        """Give the IRI of a question or an answer."""
        return self.iris.part(self.identifier, part, key)

    def passage(self, part: Part, key: str, span: Span) -> str:
        """Give the IRI of a passage that a fact stands on."""
        return self.facts.passages[part, key, span]

    def post(self, title: str) -> str:
        """Give the IRI of a post: that of the register, or one below the paper where no register knows the title."""
        known = self.posts.post(title, self.header.day)
        return self.iris.authority(known) if known else f"{self.document}/post/{slug(title)}"

    @cached_property
    def answering(self) -> tuple[str, ...]:
        """The IRIs of the posts that answer."""
        return tuple(self.post(title) for title in self.header.answered_by)

    @cached_property
    def asking(self) -> tuple[str, ...]:
        """The IRIs of the members who ask, as this paper names them."""
        return tuple(f"{self.document}/asker/{slug(asker.name)}" for asker in self.header.asked_by)
