"""A bundle of several cases has the register once, proves each, and keeps one case's files from another's."""

from functools import cache

import pytest

from bundles import CREATED, bundler, full_bundle, full_world
from daylight.cli.bundle import write_folder
from daylight.core.ledger.note import read_note, sign
from daylight.crypto.openssl import OPENSSL
from daylight.crypto.pure import PURE
from daylight.office.bundle import Wish
from daylight.verifier.contents import read_folder
from daylight.verifier.shape import INDEX, NOTE, OPENINGS, is_known
from daylight.verifier.verify import verify, verify_folder
from forgery import resealed
from known import KNOWN
from logs import BUNDLES
from scripts import FULL, SMALL, to_contract, to_issue, to_opening
from world import found


@cache
def world_of_three():
    world = found()
    opened, issued = to_opening(world, SMALL).case, to_issue(world, SMALL).case
    return world, (to_contract(world, FULL).case, opened, issued)


@cache
def bundle_of_three(scope="public"):
    world, cases = world_of_three()
    return bundler(world).bundle(Wish(cases, scope), CREATED)


def codes(verdict):
    return [finding.code for finding in (*verdict.contradictions, *verdict.gaps)]


@pytest.mark.parametrize("scope", ["public", "auditor"])
def test_several_cases_are_proved_each_as_it_is_proved_alone(scope):
    world, cases = world_of_three()
    one_log = bundler(world)
    alone = [dict(verify(one_log.bundle(Wish((case,), scope), CREATED), OPENSSL).counts) for case in cases]
    together = verify(bundle_of_three(scope), KNOWN)
    assert (together.exit_code, together.listing.cases) == (0, tuple(sorted(cases)))
    for what in ("releases", "evaluations", "dispositions"):
        assert dict(together.counts)[what] == sum(counts.get(what, 0) for counts in alone)
    acts = sum(path.startswith("acts/") for path in bundle_of_three(scope))
    assert dict(together.counts)["judgements"] == acts < sum(counts["judgements"] for counts in alone)


def test_several_cases_are_proved_without_any_library():
    assert verify(bundle_of_three(), PURE).exit_code == 0


def test_the_folder_says_what_the_files_say(tmp_path):
    assert write_folder(tmp_path / "day", bundle_of_three().items()) == len(bundle_of_three())
    assert dict(read_folder(tmp_path / "day")) == bundle_of_three()
    assert verify_folder(tmp_path / "day", OPENSSL) == verify(bundle_of_three(), KNOWN)


@pytest.mark.parametrize("part", ["index", "evaluation", "releases"])
def test_a_file_of_one_case_in_the_place_of_another_is_not_proved(part):
    first, second, _ = world_of_three()[1]
    path = next(path for path in sorted(bundle_of_three()) if path.startswith(f"{first}/{part}/"))
    moved = {path: None, path.replace(first, second): bundle_of_three()[path]}
    assert verify(resealed(bundle_of_three(), **{path: None}), OPENSSL).exit_code == 2
    assert verify(resealed(bundle_of_three(), **moved), OPENSSL).exit_code != 0


def test_a_bid_left_out_of_its_case_is_not_proved():
    bid = next(path.split("/")[1] for path in sorted(bundle_of_three()) if path.startswith("acts/bid-"))
    files = {path: content for path, content in bundle_of_three().items() if f"/{bid}/" not in path}
    assert verify(resealed(files), KNOWN).exit_code != 0


def test_an_act_the_log_does_not_hold_leaves_the_other_cases_looked_at():
    case = world_of_three()[1][0]
    path = f"acts/{case}/0.json"
    changed = resealed(bundle_of_three(), **{path: bundle_of_three()[path].replace(b"CT", b"XT", 1)})
    verdict = verify(changed, KNOWN)
    assert codes(verdict) == ["log.not-included", "receipt.differs"]
    assert dict(verdict.counts)["judgements"] > 0


def test_a_field_shown_of_a_docket_that_is_not_there_is_a_contradiction():
    stray = b'[{"docket":"person-00","path":"phone","salt":"00","seq":0,"value":"1"}]'
    assert codes(verify(resealed(bundle_of_three(), **{OPENINGS: stray}), OPENSSL)) == ["openings.differ"]


def test_files_of_a_case_lie_where_the_list_of_cases_says():
    case = "case-00"
    assert is_known(INDEX) and not is_known(f"{case}/{INDEX}")
    assert is_known(f"{case}/{INDEX}", [f"{case}/"]) and not is_known(INDEX, [f"{case}/"])
    for other in ("case-00 case-00", "case-01 case-00", "case-00  case-01", "case-00 org-01"):
        text = read_note(full_bundle()[NOTE]).text.replace(full_world()[1], other, 1)
        files = {**full_bundle(), NOTE: sign(text, (BUNDLES,), OPENSSL).encoded()}
        assert codes(verify(files, KNOWN)) == ["bundle.malformed"]


class Swapped(dict):
    """Files of which one is exchanged after it was first read."""

    def __getitem__(self, path):
        content = super().__getitem__(path)
        if path.startswith("acts/case-"):
            self[path] = content + b" "
        return content


def test_a_file_that_changes_while_it_is_read_lets_nothing_be_concluded():
    assert codes(verify(Swapped(bundle_of_three()), OPENSSL)) == ["bundle.changed"]
