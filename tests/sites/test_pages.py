"""What holds for every page: two languages, no script or style in it, no cookie, every link resolves."""

import re
from urllib.parse import urljoin, urlsplit

import pytest

from daylight.store.board import models
from sites.reading import read, tell

LANGS = ("zh", "en")
LAW = ("law/", "law/coming/", "law/cn-gpl/", "law/values/bidding.period/")


def broken(request):
    raise RuntimeError("a fault of ours")


def pages_of(address):
    return [
        f"/{lang}/{place}" for lang in LANGS for place in ("", address, f"{address}print/", "data/", *LAW)
    ]


def test_every_page_is_whole_in_both_languages(portal, two_lots):
    for place in pages_of(two_lots):
        answer = portal.get(place)
        tree = read(answer)
        lang = {"zh": "zh-Hans", "en": "en"}[place[1:3]]
        assert (place, answer.status_code, tree.unclosed) == (place, 200, [])
        assert tree.all("html") == [{"lang": lang}]
        assert [len(tree.all(tag)) for tag in ("main", "h1", "title")] == [1, 1, 1]
        assert [one for one in tree.links if one == "#content"] == ["#content"]


def test_the_frame_of_english_pages_holds_no_chinese_but_the_way_to_it(portal):
    for place in ("/en/", "/en/data/", "/en/nowhere/"):
        text = "".join(read(portal.get(place)).text)
        assert re.findall(r"[\u4e00-\u9fff]+", text) == ["中文"]


def test_no_page_has_script_or_style_or_anything_from_elsewhere(portal, two_lots):
    for place in pages_of(two_lots):
        tree = read(portal.get(place))
        assert (tree.all("script"), tree.all("style"), tree.all("iframe")) == ([], [], [])
        assert [
            names for _, names in tree.elements if any(n == "style" or n.startswith("on") for n in names)
        ] == []
        loaded = [one["href"] for one in tree.all("link")] + [one["src"] for one in tree.all("img")]
        assert [one for one in loaded if urlsplit(one).netloc] == []


def test_every_link_inside_leads_somewhere(portal, two_lots):
    seen, waiting = set(), [f"/{lang}/{two_lots}" for lang in LANGS] + ["/zh/", "/en/law/"]
    missing = []
    while waiting:
        place = waiting.pop()
        if place in seen or place.endswith(("bundle.zip", "/log/checkpoint", "/api/rulebook")):
            continue
        seen.add(place)
        answer = portal.get(place)
        if answer.status_code != 200:
            missing.append((place, answer.status_code))
        if answer["Content-Type"].startswith("text/html"):
            tree = read(answer)
            anchors = {one["id"] for _, one in tree.elements if "id" in one}
            missing += [(place, link) for link in tree.links if link[0] == "#" and link[1:] not in anchors]
            inside = (urljoin(place, link) for link in tree.links if not urlsplit(link).netloc)
            waiting += [urlsplit(link)._replace(fragment="").geturl() for link in inside]
    assert missing == []
    assert sum(place.startswith("/ocds/releases/") for place in seen) == 10
    assert sum("/law/" in place for place in seen) > 20


def test_headers_allow_nothing_but_our_own(portal, two_lots):
    answer = portal.get(f"/zh/{two_lots}")
    policy = dict(part.strip().partition(" ")[::2] for part in answer["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"


def test_no_page_sets_a_cookie(portal, two_lots):
    for place in (*pages_of(two_lots), "/", "/zh/nowhere/", "/ocds/feed"):
        assert dict(portal.get(place).cookies) == {}


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_missing_is_said_in_the_language_of_the_path(portal, lang):
    titles = {"zh": "没有这个页面", "en": "There is no such page"}
    for place in ("nowhere/", "cases/ocds-xxxxxx-0/", "law/none/", "cases/ocds-xxxxxx-0/bundle.zip"):
        answer = portal.get(f"/{lang}/{place}")
        assert answer.status_code == 404
        assert titles[lang] in "".join(read(answer).text)


@pytest.mark.parametrize("lang", LANGS)
def test_a_fault_of_ours_is_said_without_its_innards(portal, lang, monkeypatch):
    monkeypatch.setattr("daylight.store.lists.notices", broken)
    answer = portal.get(f"/{lang}/")
    assert answer.status_code == 500
    assert "RuntimeError" not in answer.content.decode()
    assert read(answer).unclosed == []


def test_a_hostile_title_shows_as_text(portal, full):
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    models.CaseRow.objects.update(title_zh=evil, title_en=evil, purchaser_zh=evil, purchaser_en=evil)
    for place in ("/zh/", f"/zh/{full}", f"/en/{full}print/"):
        tree = read(portal.get(place))
        assert tree.all("script") == []
        assert [one for one in tree.all("img") if one.get("src") == "x"] == []
        assert evil in "".join(tree.text)


def test_before_the_opening_no_page_names_a_bidder_or_tells_how_many(portal):
    ocid = tell("full", until="OpenBids")
    for place in pages_of(f"cases/{ocid}/"):
        text = "".join(read(portal.get(place)).text)
        assert [name for name in ("Jia", "甲", "乙", "丙", "丁", "戊", "庚") if name in text] == []
    assert portal.get(f"/zh/cases/{ocid}/evaluation-1.json").status_code == 404
    assert 'id="opening"' not in portal.get(f"/zh/cases/{ocid}/").content.decode()
