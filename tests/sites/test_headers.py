"""What a browser may do with each answer, and who may keep it: a table of paths."""

import pytest

from daylight.sites.kit.headers import ALWAYS, YEAR_SECONDS
from sites.conftest import opened
from sites.reading import tell

SIGNED = {"Authorization": "Daylight x;;;2026-03-02T09:00:00+08:00;00"}
SAME, ANY = "same-origin", "cross-origin"
TABLE = (
    # path, headers sent, status, who may load it, Cache-Control, Vary
    ("/", {}, 302, SAME, None, "Accept-Language"),
    ("/zh/", {}, 200, SAME, None, None),
    ("/en/cases/OCID/", {}, 200, SAME, None, None),
    ("/en/nothing/", {}, 404, SAME, None, None),
    ("/static/portal.css", {}, 200, SAME, "max-age=86400, public", None),
    ("/ocds/feed", {}, 200, ANY, None, None),
    ("/ocds/records/OCID.json", {}, 200, ANY, None, None),
    ("/log/checkpoint", {}, 404, ANY, None, None),
    ("/api/rulebook", {}, 200, ANY, "no-cache", "Authorization"),
    ("/api/dockets/case-none", {}, 200, SAME, "no-cache", "Authorization"),
    ("/api/dockets/case-none", SIGNED, 403, SAME, "no-store", "Authorization"),
    ("/api/cases/case-none/bids", SIGNED, 403, SAME, "no-store", "Authorization"),
    ("/api/intents", {}, 405, SAME, "no-cache", "Authorization"),
)


@pytest.mark.parametrize(("path", "sent", "status", "loader", "cache", "vary"), TABLE)
def test_the_headers_of_a_path(portal, path, sent, status, loader, cache, vary):
    answer = portal.get(path.replace("OCID", tell("full")), headers=sent)
    assert answer.status_code == status
    assert answer["Cross-Origin-Resource-Policy"] == loader
    assert answer.get("Cache-Control") == cache
    assert answer.get("Vary") == vary
    assert {name: answer[name] for name in ALWAYS} == ALWAYS
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "Strict-Transport-Security" not in answer
    assert "Set-Cookie" not in answer


def test_an_answer_to_an_intent_is_kept_by_nobody(portal):
    answer = portal.post("/api/intents", b"{}", content_type="application/json")
    assert (answer.status_code, answer["Cache-Control"]) == (400, "no-store")


@pytest.mark.parametrize(("address", "strict"), [("https://a.example", True), ("http://a.example", False)])
def test_only_a_world_with_a_secure_address_asks_browsers_to_insist_on_it(
    database, world_home, monkeypatch, address, strict
):
    for reader in opened(world_home, monkeypatch, DAYLIGHT_ADDRESS=address):
        for path in ("/zh/", "/static/portal.css", "/api/world"):
            said = reader.get(path).get("Strict-Transport-Security")
            assert said == (f"max-age={YEAR_SECONDS}" if strict else None)
