"""Pictures of the portal for the README: plays the demonstration, then photographs the page of its case.

Needs Chromium on the machine; the pictures go to ``docs/images``. Run: ``python benchmarks/screenshots.py``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
os.environ["PYTHONPATH"] = str(ROOT / "src")

from browser.driving import browser
from daylight.cli.demo import BEGIN, script_from
from daylight.cli.run import free_port
from daylight.practice.demonstration import Demonstration, perform_all
from daylight.practice.server import open_world

IMAGES = ROOT / "docs" / "images"
WIDTH, HEIGHT = 1200, 1000


def main() -> None:
    """Play the demonstration, then photograph the page of its case."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place, port = Path(folder) / "world", free_port("127.0.0.1")
        world = open_world(place, port=port, country="daylight_cn", territory="CN-37", begin=BEGIN)
        try:
            perform_all(Demonstration(world, script_from(world, Path(folder)), print))
            photograph(world.base)
        finally:
            world.stop()


def photograph(base: str) -> None:
    """The head of the case in Chinese, its evaluation in English."""
    with browser() as driven:
        page = driven.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"{base}/zh/")
        page.locator("ol.cases a").first.click()
        page.screenshot(path=IMAGES / "case.zh.png")
        page.goto(page.url.replace("/zh/", "/en/"))
        page.evaluate("document.querySelector('.evaluation').scrollIntoView({behavior: 'instant'})")
        page.screenshot(path=IMAGES / "evaluation.en.png")


if __name__ == "__main__":
    main()
