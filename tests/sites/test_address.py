"""Permanent addresses begin with the public address that was set, whatever a request says about itself."""

import json
import re

import pytest
from pydantic import ValidationError

from daylight.settings import Settings
from daylight.sites.kit import here
from daylight.store import board
from sites.conftest import opened
from sites.reading import tell

PUBLIC = "https://buy.example.gov.cn/sub"
LOCAL = re.compile(r'(?:href|src|action)="(/[^"]*)"')


@pytest.fixture
def below(database, world_home, monkeypatch):
    """A reader of a portal whose public address is below a path."""
    yield from opened(world_home, monkeypatch, DAYLIGHT_ADDRESS=PUBLIC)


def addresses_in(said):
    """Every address of ours in a package."""
    return {
        one
        for one in re.findall(r'"(https?://[^"]*)"', json.dumps(said))
        if "testserver" in one or PUBLIC in one
    }


def test_packages_the_feed_and_its_links_begin_with_the_public_address(below, monkeypatch):
    monkeypatch.setattr("daylight.sites.machine.ocds.PAGE", 2)
    ocid = tell("full")
    release = board.releases(ocid)[0]["id"]
    for place in ("/ocds/feed", f"/ocds/records/{ocid}.json", f"/ocds/releases/{ocid}/{release}.json"):
        said = json.loads(below.get(place, headers={"X-Forwarded-Host": "evil.example"}).content)
        assert said["uri"] == f"{PUBLIC}{place}"
        assert all(one.startswith(f"{PUBLIC}/") or one == PUBLIC for one in addresses_in(said))
    assert json.loads(below.get("/ocds/feed").content)["links"]["next"].startswith(
        f"{PUBLIC}/ocds/feed?after="
    )


def test_every_link_of_a_page_stays_below_the_path_and_leads_somewhere(below):
    case = f"/zh/cases/{tell('full')}/"
    for path in ("/zh/", case, f"{case}print/", "/en/data/", "/en/law/", "/zh/law/methods/", "/zh/no/"):
        page = below.get(path)
        links = {link.partition("#")[0] for link in LOCAL.findall(page.content.decode())}
        assert links
        for link in links:
            assert link.startswith("/sub/"), link
            if "/static/" not in link and not link.endswith(("/bundle.zip", "/checkpoint", "/no/")):
                assert below.get(link.removeprefix("/sub")).status_code == 200, link


def test_style_sheets_are_served_below_the_path(below):
    link = re.search(r'href="(/sub/static/[^"]*)"', below.get("/zh/").content.decode())[1]
    assert below.get(link.removeprefix("/sub")).status_code == 200


def test_a_page_names_its_canonical_address_and_paper_prints_it(below):
    ocid = tell("full")
    page = below.get(f"/en/cases/{ocid}/print/").content.decode()
    assert f'<link rel="canonical" href="{PUBLIC}/en/cases/{ocid}/print/">' in page
    assert f"<code>{PUBLIC}/en/cases/{ocid}/</code>" in page
    assert "canonical" not in below.get("/en/nothing/").content.decode()


@pytest.mark.parametrize("path", ["/", "/zh"])
def test_redirects_stay_below_the_path(below, path):
    assert below.get(path)["Location"] == "/sub/zh/"


def test_without_the_setting_addresses_are_as_the_request_says(portal):
    assert here.settings().address == ""
    assert json.loads(portal.get("/ocds/feed").content)["uri"] == "http://testserver/ocds/feed"


@pytest.mark.parametrize(
    "address",
    [
        "buy.example.gov.cn",
        "ftp://buy.example.gov.cn",
        "https://",
        "https://u:p@buy.example.gov.cn",
        "https://buy.example.gov.cn/?x=1",
        "https://buy.example.gov.cn/#x",
        "https://buy.example.gov.cn:port",
        "https://buy.example.gov.cn//x",
        "https://buy.example.gov.cn/a b",
    ],
)
def test_what_is_no_public_address_is_refused_in_both_languages(address):
    with pytest.raises(ValidationError, match=r"公开地址.* A public address"):
        Settings(address=address)


def test_an_address_is_kept_without_its_last_slash():
    assert Settings(address=" https://buy.example.gov.cn/ ").address == "https://buy.example.gov.cn"
    assert Settings(address="https://buy.example.gov.cn").prefix == ""
    assert Settings(address="https://[2001:db8::1]:8443/a").names == [
        "127.0.0.1",
        "localhost",
        "[2001:db8::1]",
    ]


def test_blanks_in_lists_are_no_part_of_names():
    names = Settings(host="::1", hosts=" a.example , b.example,, ", address=PUBLIC).names
    assert names == ["[::1]", "localhost", "a.example", "b.example", "buy.example.gov.cn"]


def test_a_proxy_is_an_address_or_a_network():
    assert Settings(proxies="10.0.0.0/8, ::1").proxies == "10.0.0.0/8, ::1"
    with pytest.raises(ValidationError, match=r"不是.* no address"):
        Settings(proxies="10.0.0.0/8, nginx")
