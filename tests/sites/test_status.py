"""How the house stands is a page in both languages, and intake stops when the log can't go on."""

import time

import httpx
import pytest

from daylight.core.values.text import Text
from daylight.wiring import the_watch
from served import founded, serving

SOON = 20


@pytest.fixture
def watch(portal):
    the_watch.cache_clear()
    yield the_watch()
    the_watch.cache_clear()


@pytest.mark.parametrize(("lang", "words"), [("zh", "正常"), ("en", ">open<")])
def test_the_page_says_that_intake_is_open_and_how_old_the_last_checkpoint_is(portal, watch, lang, words):
    page = portal.get(f"/{lang}/status/")
    assert page["Cache-Control"] == "no-store"
    assert words in page.content.decode()
    assert f'href="/{lang}/status/" aria-current="page"' in page.content.decode()


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "已暂停</span> 日志损坏"), ("en", "stopped</span> damaged")]
)
def test_the_page_says_why_intake_is_stopped_and_what_is_wrong_with_the_time(portal, watch, lang, words):
    watch.ended(Text("日志损坏", "damaged"))
    watch.compare(0, 60_000)
    page = portal.get(f"/{lang}/status/").content.decode()
    assert words in page
    assert "60000" in page


def test_the_world_says_its_age_and_whether_intake_is_open(portal, watch):
    told = portal.get("/api/world").json()
    assert (told["checkpoint"]["size"], told["intake_open"]) == (0, True)
    assert told["checkpoint"]["age_seconds"] >= 0
    watch.ended(Text("日志损坏", "damaged"))
    assert portal.get("/api/world").json()["intake_open"] is False


def test_a_log_damaged_while_it_is_served_stops_intake_and_nothing_else(tmp_path):
    home = founded(tmp_path / "world")
    with serving(home) as (base, _):

        def told():
            return httpx.get(f"{base}/api/world").json()

        wait(lambda: told()["checkpoint"]["size"] > 0)
        assert httpx.post(f"{base}/api/intents", content=b"{}").status_code == 400
        for tile in (home / "log" / "tile" / "0").rglob("*"):
            if tile.is_file():
                tile.write_bytes(bytes(tile.stat().st_size))
        wait(lambda: not told()["intake_open"])
        answer = httpx.post(f"{base}/api/intents", content=b"{}")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
        assert answer.json()["zh"] == "暂停接收" and "damaged" in answer.json()["detail"]
        assert httpx.get(f"{base}/en/status/").status_code == 200
        assert httpx.get(f"{base}/zh/").status_code == 200


def wait(true):
    until = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < until
        time.sleep(0.1)
