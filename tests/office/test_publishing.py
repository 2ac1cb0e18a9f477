import copy
import json
import re
from dataclasses import replace

import pytest

import scripts
from daylight.core.acts.common import Identifier
from daylight.core.disclosure.occasion import party_id
from daylight.core.disclosure.writing import json_bytes
from daylight.office import publishing
from daylight.office.publishing import MisshapenRelease, release_faults
from daylight.settings import Settings
from played import releases, world_of
from world import found


def test_every_release_fits_the_profile():
    assert [release_faults(json_bytes(release)) for release in releases("full")] == [()] * 9


def test_a_stray_field_fits_nowhere():
    for name in ("tender", "buyer", "daylight"):
        wrong = copy.deepcopy(releases("full")[0])
        wrong[name]["surprise"] = "x"
        assert [fault.split(":")[0] for fault in release_faults(json_bytes(wrong))] == [f"/{name}"]


@pytest.mark.parametrize(
    ("path", "value"),
    [(("date",), "2026-03-02T09:00:00"), (("tag",), ["unknown"]), (("buyer",), {}), (("ocid",), "case-1")],
)
def test_the_profile_refuses(path, value):
    wrong = copy.deepcopy(releases("small")[0])
    wrong[path[0]] = value
    assert release_faults(json_bytes(wrong)) != ()


def test_an_act_whose_release_does_not_fit_is_not_done(monkeypatch):
    world = found(9)
    monkeypatch.setattr(publishing, "release_faults", lambda _: ("/: wrong",))
    with pytest.raises(MisshapenRelease, match="PublishIntention"):
        scripts.to_issue(world)
    kinds = [draft.act.intent.kind for draft in world.office.journal.drafts]
    assert kinds[-2:] == ["DefineRequirement", "ReviewRequirement"]
    assert [draft for draft in world.office.journal.drafts if draft.published] == []


def test_a_publisher_publishes_under_the_prefix_it_set():
    world = found(14)
    world.office.rules = replace(world.office.rules, ocid_prefix="ocds-a1b2c3")
    scripts.to_issue(world)
    ocids = {one.ocid for draft in world.office.journal.drafts for one in draft.published}
    assert [re.sub("[0-9a-f]{20}$", "…", ocid) for ocid in ocids] == ["ocds-a1b2c3-…"]
    with pytest.raises(ValueError, match="ocid_prefix"):
        Settings(ocid_prefix="ocds-A1B2C3")


@pytest.mark.parametrize("price", [-1, 0, 10**400])
def test_no_bidder_blocks_the_opening_with_a_strange_price(price):
    world = found(15)
    strange = scripts.bidder("怪", price)
    scripts.to_opening(world, replace(scripts.SMALL, bidders=(*scripts.SMALL.bidders, strange)))
    release = json.loads(world.office.journal.drafts[-1].published[0].release)
    amounts = [bid["value"]["amount"] for bid in release["bids"]["details"]]
    assert sorted(amounts) == sorted([price, 2_900_000, 2_950_000, 3_000_000])


def test_no_supplier_passes_for_another_by_its_number():
    world = world_of("small")
    known = world.office.views.of(world.town.purchaser, fresh=True).state
    numbers = [
        Identifier("A-B", "C"),
        Identifier("A", "B-C"),
        Identifier("A", "B%2DC"),
        Identifier("A-B%2D", "C"),
    ]
    ids = [party_id(replace(known, registration=replace(known.registration, identifier=n))) for n in numbers]
    assert ids == ["A-B-C", "A-B%2DC", "A-B%252DC", "A-B%2D-C"]
