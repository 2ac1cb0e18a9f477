"""What machines read: the same releases as were published, to the byte, by addresses that stay."""

import json

import pytest

from conformance.ocds import schema_errors
from daylight.core.disclosure.merge import compiled
from daylight.core.values.instant import instant_of
from daylight.store import board
from shared import needs_shared
from sites.reading import tell


def told(portal, place):
    answer = portal.get(place)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    return json.loads(answer.content)


def test_a_release_is_served_to_the_byte(portal):
    ocid = tell("full")
    for release in board.releases(ocid):
        answer = portal.get(f"/ocds/releases/{ocid}/{release['id']}.json")
        assert board.release(ocid, release["id"]) in answer.content
        assert (
            json.loads(answer.content)["uri"]
            == f"http://testserver/ocds/releases/{ocid}/{release['id']}.json"
        )


def test_a_release_says_when_it_was_last_changed(portal):
    ocid = tell("full")
    first = board.releases(ocid)[0]
    answer = portal.get(f"/ocds/releases/{ocid}/{first['id']}.json")
    assert first["date"].startswith("2026-03-02T09:00")
    assert answer["Last-Modified"] == "Mon, 02 Mar 2026 01:00:00 GMT"


def test_a_record_holds_all_releases_and_what_they_add_up_to(portal):
    ocid = tell("two lots")
    (record,) = told(portal, f"/ocds/records/{ocid}.json")["records"]
    assert [one["id"] for one in record["releases"]] == [one["id"] for one in board.releases(ocid)]
    assert record["compiledRelease"] == json.loads(json.dumps(compiled(record["releases"])))


def test_whoever_follows_the_feed_misses_nothing_and_sees_nothing_twice(portal, monkeypatch):
    monkeypatch.setattr("daylight.sites.machine.ocds.PAGE", 4)
    tell("full")
    tell("two lots")
    place, seen = "/ocds/feed?after=0", []
    while place:
        package = told(portal, place)
        seen += [one["id"] for one in package["releases"]]
        following = package["links"]["next"].removeprefix("http://testserver")
        place = following if package["releases"] else ""
    last = board.models.Publication.objects.order_by("seq").last()
    assert following == f"/ocds/feed?after={last.seq}"  # from there he goes on another day
    assert instant_of(package["publishedDate"]).utc_ms == last.published_ms
    assert seen == [release["id"] for _, release in board.feed(0, 1000)]
    assert len(seen) == len(set(seen)) > 16


def test_equal_packages_are_equal_bytes(portal):
    ocid = tell("full")
    answers = [portal.get(f"/ocds/records/{ocid}.json").content for _ in range(2)]
    assert answers[0] == answers[1]


@pytest.mark.parametrize("after", ["x", "-1", "9" * 40, "1.5", "²"])
def test_a_feed_after_nonsense_is_refused(portal, after):
    assert portal.get("/ocds/feed", {"after": after}).status_code == 400


def test_an_empty_feed_is_an_empty_package_of_now_with_a_place_to_go_on_from(portal, monkeypatch):
    monkeypatch.setattr("daylight.sites.machine.ocds.now", lambda: instant_of("2026-03-01T09:00:00+08:00"))
    package = told(portal, "/ocds/feed")
    assert (package["releases"], package["publishedDate"]) == ([], "2026-03-01T09:00:00+08:00")
    assert package["links"] == {"next": "http://testserver/ocds/feed?after=0"}


def test_our_extension_stands_where_packages_say(portal):
    ocid = tell("full")
    package = told(portal, f"/ocds/records/{ocid}.json")
    (own,) = [one for one in package["extensions"] if one.startswith("http://testserver")]
    declared = told(portal, own.removeprefix("http://testserver"))
    assert [told(portal, f"/ocds/extension/{name}")["definitions"] != {} for name in declared["schemas"]] == [
        True
    ]
    assert portal.get("/ocds/extension/profile.json").status_code == 404


@needs_shared
def test_what_is_served_fits_the_standard(portal):
    ocid = tell("two lots")
    package = told(portal, f"/ocds/records/{ocid}.json")
    assert schema_errors(package["records"][0]["releases"]) == []


def test_who_has_it_already_is_told_so_until_something_was_published(portal, world_home):
    ocid = tell("full", until="OpenBids")
    tile = world_home / "log" / "tile/0/000"
    tile.parent.mkdir(parents=True, exist_ok=True)
    tile.write_bytes(b"tile")
    immutable = f"/ocds/releases/{ocid}/{board.releases(ocid)[0]['id']}.json", "/log/tile/0/000"
    moving = f"/ocds/records/{ocid}.json", "/ocds/feed", f"/en/cases/{ocid}/", "/zh/"
    tags = {place: portal.get(place)["ETag"] for place in immutable + moving}
    assert len(set(tags.values())) == len(tags)
    for place, tag in tags.items():
        answer = portal.get(place, HTTP_IF_NONE_MATCH=tag)
        assert (place, answer.status_code, answer.content) == (place, 304, b"")
    for row in board.models.Publication.objects.all():
        row.delete()
    board.models.CaseRow.objects.all().delete()
    tell("full")
    told_again = {place: portal.get(place, HTTP_IF_NONE_MATCH=tag).status_code for place, tag in tags.items()}
    tile.unlink()
    assert told_again == {place: 304 if place in immutable else 200 for place in tags}
