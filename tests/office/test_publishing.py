import copy

import pytest

import scripts
from daylight.core.disclosure.writing import json_bytes
from daylight.office import publishing
from daylight.office.publishing import MisshapenRelease, release_faults
from played import releases
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
