"""What was published must be what the acts disclose, byte for byte; the act that disclosed it is named."""

from dataclasses import replace

import pytest

from bundles import bundle, full_bundle, full_world
from daylight.crypto.openssl import OPENSSL
from daylight.verifier.verify import verify
from forgery import forged, resealed
from known import KNOWN
from scripts import SMALL, to_opening
from world import found

RELEASES = sorted(path for path in full_bundle() if path.startswith("releases/"))


def findings(verdict):
    assert verdict.exit_code != 0
    return [(each.code, each.where.rpartition(" ")[2]) for each in (*verdict.contradictions, *verdict.gaps)]


def test_every_publication_of_the_case_is_made_again():
    world, case = full_world()
    assert sorted(full_bundle()[path] for path in RELEASES) == sorted(world.office.journal.published(case))
    assert dict(verify(full_bundle(), KNOWN).counts)["releases"] == len(RELEASES) == 9


@pytest.mark.parametrize("path", RELEASES)
def test_a_release_that_tells_otherwise_is_found(path):
    release = full_bundle()[path]
    told = release.replace(b'"tag":["', b'"tag":["x', 1)
    assert told != release
    (found,) = findings(verify(resealed(full_bundle(), **{path: told}), OPENSSL))
    assert found[0] == "release.differs"


def test_a_price_told_otherwise_to_the_public_is_found():
    path = next(path for path in RELEASES if b"2900000" in full_bundle()[path])
    told = full_bundle()[path].replace(b"2900000", b"2800000")
    verdict = verify(resealed(full_bundle(), **{path: told}), OPENSSL)
    assert findings(verdict) == [("release.differs", "OpenBids")]
    assert path in verdict.contradictions[0].paths


def test_a_release_no_act_disclosed_is_found():
    verdict = verify(resealed(full_bundle(), **{"releases/0.json": full_bundle()[RELEASES[0]]}), OPENSSL)
    assert findings(verdict) == [("release.unfounded", "releases/0.json")]


def test_a_release_left_out_lets_nothing_be_concluded():
    world, case = full_world()
    silent = forged(world, lambda act: act)
    for draft in silent.office.journal.drafts:
        if draft.act.intent.kind == "OpenBids":
            object.__setattr__(draft, "published", ())
    verdict = verify(bundle(silent, case), KNOWN)
    assert (verdict.exit_code, [code for code, _ in findings(verdict)]) == (2, ["bundle.missing"])


def test_the_prefix_is_the_publishers_to_choose_but_one_for_a_case():
    world = found()
    world.office.rules = replace(world.office.rules, ocid_prefix="ocds-a1b2c3")
    files = bundle(world, to_opening(world, SMALL).case)
    assert b'"ocid":"ocds-a1b2c3-' in files["releases/2.json"]
    assert verify(files, KNOWN).exit_code == 0
    mixed = {RELEASES[0]: full_bundle()[RELEASES[0]].replace(b"ocds-xxxxxx", b"ocds-a1b2c3")}
    codes = {code for code, _ in findings(verify(resealed(full_bundle(), **mixed), OPENSSL))}
    assert codes == {"release.differs"}
