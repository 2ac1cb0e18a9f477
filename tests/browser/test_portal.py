"""Pages in a real browser: their own policy refuses nothing, phones need no sideways scroll, paper works."""

import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from browser.driving import browser, needs_chromium
from sites.reading import tell

pytestmark = [pytest.mark.browser, needs_chromium]
LANGS = ("zh", "en")
VALUE = "law/values/bidding.period/"


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        """Requests are not news."""


@pytest.fixture
def served(portal):
    """The address of a served portal, and the path of its case."""
    place = f"cases/{tell('two lots')}/"
    with override_settings(ALLOWED_HOSTS=["127.0.0.1"]):
        server = make_server("127.0.0.1", 0, WSGIHandler(), handler_class=Quiet)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", place
        server.shutdown()
        thread.join()
        server.server_close()


def opened(driven, address, **options):
    """A page, with what its console complained of and what it asked for."""
    page, complaints, asked = driven.new_page(**options), [], []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    return page, complaints, asked


def test_pages_fit_a_phone_break_no_policy_and_ask_nobody_else(served):
    base, place = served
    with browser() as driven:
        for lang in LANGS:
            for path in ("", place, f"{place}print/", "data/", "law/", "law/cn-gpl/", VALUE, "nowhere/"):
                page, complaints, asked = opened(
                    driven, f"{base}/{lang}/{path}", viewport={"width": 360, "height": 800}
                )
                wide = page.evaluate("document.documentElement.scrollWidth")
                said = [one for one in complaints if "404" not in one]
                elsewhere = [one for one in asked if not one.startswith(base)]
                assert (lang, path, wide, said, elsewhere) == (lang, path, 360, [], [])
                page.close()


def test_the_first_key_shows_the_way_past_the_menu(served):
    base, place = served
    with browser() as driven:
        page, *_ = opened(driven, f"{base}/en/{place}")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"


def test_paper_shows_every_reason_and_no_menu(served):
    base, place = served
    with browser() as driven:
        for lang in LANGS:
            page, *_ = opened(driven, f"{base}/{lang}/{place}print/")
            assert page.pdf(prefer_css_page_size=True)[:5] == b"%PDF-"
            page.emulate_media(media="print")
            assert page.locator("header.site nav").is_hidden()
            reasons = page.locator("details .reason > p")
            assert [n for n in range(reasons.count()) if not reasons.nth(n).is_visible()] == []


def test_in_the_dark_the_paper_is_dark(served):
    base, place = served
    with browser() as driven:
        page, *_ = opened(driven, f"{base}/zh/{place}", color_scheme="dark")
        assert (
            page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(21, 24, 27)"
        )
