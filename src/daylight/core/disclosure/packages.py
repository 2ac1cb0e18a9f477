"""OCDS packages: releases or records with who published them, when, and under which licence; and the feed.

The feed follows the gap-free sequence of publications, never a clock, so a reader who follows ``links.next``
misses nothing and sees nothing twice. Every page has one; where a page is empty, the reader has all there is.
Shown by ``tests/core/disclosure/test_packages.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from daylight.core.disclosure.merge import Json
from daylight.core.values.instant import Instant

VERSION = "1.1"


@dataclass(frozen=True)
class Publisher:
    """Who publishes, under which licence, with which extensions, all by address."""

    name: str
    uri: str
    license: str
    policy: str
    extensions: tuple[str, ...] = ()


@dataclass(frozen=True)
class FeedPage:
    """Some publications in order, and the address of what follows them, now or later."""

    releases: tuple[Json, ...]
    next: str


def release_package(
    releases: Sequence[Json], *, uri: str, publisher: Publisher, at: Instant
) -> dict[str, object]:
    """A package of releases."""
    return {**_head(uri, publisher, at), "releases": list(releases)}


def record_package(
    records: Sequence[Json], *, uri: str, publisher: Publisher, at: Instant
) -> dict[str, object]:
    """A package of records."""
    return {**_head(uri, publisher, at), "records": list(records)}


def feed_page(
    numbered: Sequence[tuple[int, Json]], *, after: int, most: int, address: Callable[[int], str]
) -> FeedPage:
    """A page of at most ``most`` releases of those that follow the number ``after`` in the sequence.

    ``numbered`` are releases with their numbers, in order; ``address`` gives the address of what follows a
    number. An empty page leads to itself: there the reader asks again when he wants what came since.
    """
    shown = numbered[:most]
    last = shown[-1][0] if shown else after
    return FeedPage(tuple(release for _, release in shown), address(last))


def with_links(package: dict[str, object], page: FeedPage) -> dict[str, object]:
    """The package with the link of the extension pagination."""
    return {**package, "links": {"next": page.next}}


def _head(uri: str, publisher: Publisher, at: Instant) -> dict[str, object]:
    head: dict[str, object] = {
        "uri": uri,
        "version": VERSION,
        "publishedDate": at.iso(),
        "publisher": {"name": publisher.name, "uri": publisher.uri},
        "license": publisher.license,
        "publicationPolicy": publisher.policy,
    }
    return head | ({"extensions": list(publisher.extensions)} if publisher.extensions else {})
