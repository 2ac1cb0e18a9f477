"""A real browser for tests: the machine's own Chromium, which fetches nothing from anywhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: pages are not driven")


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium without a window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only the few who drive a browser pay

    with sync_playwright() as driver:
        driven = driver.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield driven
        driven.close()
