"""An auditor takes nothing on anybody's word: purchases, questions and other cases are in the bundle."""

import json
import tarfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bundles import bundle, bundler, full_bundle
from daylight.cli.bundle import write_folder
from daylight.cli.demo import pick, script_of, sheets_of
from daylight.core.disclosure.visibility import framework_above
from daylight.core.values.plain import canonical_bytes
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.crypto.pure import PURE
from daylight.imports.form import read_form
from daylight.imports.preview import preview_of
from daylight.office.bundle import Wish
from daylight.practice import judging
from daylight.practice.script import MethodScript
from daylight.store.countries import country_folder
from daylight.verifier.__main__ import main
from daylight.verifier.verify import verify
from forgery import forged, resealed
from known import KNOWN
from lies_of_server import admitting_everything
from scenarios.bought import CENTRAL, NEGOTIATED, three_purchases, to_choice
from scenarios.test_matrix import PLAYS
from scenarios.test_matrix import world as world_of
from scripts import SMALL, bidder, to_bids, to_contract, to_opening
from world import found

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def codes(verdict):
    return {one.code for one in (*verdict.contradictions, *verdict.gaps)} | {
        refusal.code for one in verdict.contradictions for refusal in one.refusals
    }


@pytest.mark.parametrize("name", PLAYS)
def test_whatever_the_method_nothing_is_taken_on_word(name):
    world = world_of(name)()
    played = PLAYS[name](world)
    verdict = verify(bundle(world, played.case, scope="auditor"), KNOWN)
    assert (codes(verdict), verdict.on_word) == (set(), ())


three = cache(three_purchases)


def audit(world, *cases):
    return bundler(world).bundle(Wish(cases, "auditor"), world.clock.now())


def index_of_purchases(files):
    (path,) = (path for path in files if path.startswith("purchases/"))
    return path, json.loads(files[path])


def test_the_addition_of_earlier_purchases_is_judged_again():
    world, (first, second, third) = three()
    files = audit(world, third)
    verdict = verify(files, KNOWN)
    assert (codes(verdict), verdict.on_word, verdict.listing.cases) == (set(), (), (third,))
    assert [link["docket"] for link in index_of_purchases(files)[1]] == [first, second]
    acts = sum(path.startswith("acts/") for path in files)
    assert dict(verdict.counts)["judgements"] == acts
    assert verify(files, PURE).exit_code == 0


def test_of_an_earlier_purchase_no_more_is_shown_than_its_choice_rests_on():
    world, (first, _, third) = three()
    files = audit(world, third)
    kinds = [
        json.loads(files[path])["intent"]["kind"]
        for path in sorted(files)
        if path.startswith(f"acts/{first}/")
    ]
    assert kinds[-1] == "ChooseMethod"
    assert not any(path.startswith("releases/") and first in files[path].decode() for path in files)


def test_several_cases_that_rest_on_one_another_are_proved_together():
    world, cases = three()
    verdict = verify(audit(world, *cases), KNOWN)
    assert (codes(verdict), verdict.on_word) == (set(), ())
    assert verdict.listing.cases == tuple(sorted(cases))


def test_an_earlier_purchase_that_is_not_shown_lets_nothing_be_concluded():
    world, (first, _, third) = three()
    files = audit(world, third)
    without = resealed(files, **{path: None for path in files if f"/{first}/" in path})
    assert "bundle.missing" in codes(verify(without, KNOWN))


def test_an_index_without_a_purchase_differs_from_what_the_choice_saw():
    world, (_, _, third) = three()
    files = audit(world, third)
    path, links = index_of_purchases(files)
    assert "docket.missing" in codes(verify(resealed(files, **{path: spelled(links[:-1])}), OPENSSL))
    assert "act.saw-otherwise" in codes(verify(resealed(files, **{path: spelled(links[::-1])}), OPENSSL))
    assert "index.unreadable" in codes(verify(resealed(files, **{path: b"{}"}), KNOWN))
    assert "docket.missing" in codes(verify(resealed(files, **{path: None}), KNOWN))


def test_purchases_that_were_stated_falsely_are_refused_though_the_choice_was_admitted():
    """The office left out the second purchase when it judged the third; the auditor is shown both."""
    world = found(territory="CN-central")
    to_choice(world, CENTRAL)
    with admitting_everything():
        case = to_choice(world, CENTRAL).case
    assert "choice.not-added-up" in codes(verify(audit(world, case), KNOWN))


def test_a_choice_that_saw_less_than_was_bought_before_is_found():
    world, (_, second, third) = three()
    journal = world.office.journal
    name = next(
        index for draft in journal.drafts for index in draft.indexes if index.startswith("purchases:")
    )
    one = journal.links(name)[0]

    def blind(act):
        if (act.docket, act.intent.kind) != (third, "ChooseMethod"):
            return act
        seen = tuple(replace(it, length=1, digest=one.head) if it.docket == name else it for it in act.seen)
        return replace(act, seen=seen, received_at=act.received_at.later_by(86_400_000))

    twin = forged(world, blind)
    assert "act.saw-less" in codes(verify(audit(twin, second, third), KNOWN))


def test_an_earlier_case_that_a_choice_rests_on_is_shown_whole():
    world = found()
    tender = replace(
        NEGOTIATED,
        chosen=None,
        bid_days=25,
        bidders=(
            bidder("甲", 1_800_000),
            bidder("乙", 1_750_000),
            bidder("丙", 1_700_000, conforms=Text("技术参数不满足", "the parameters are not met")),
        ),
    )
    failed = to_opening(world, tender)
    judging.form_committee(world.stage, world.town, failed)
    judging.review(world.stage, world.town, failed, "1")
    why = Text("公开招标后符合要求的只有两家", "an open tender left two")
    chosen = MethodScript(
        "competitive_negotiation", ("tender_left_two",), why, earlier=failed.case, earlier_lot="1"
    )
    played = to_choice(world, replace(NEGOTIATED, chosen=chosen))
    verdict = verify(audit(world, played.case), KNOWN)
    assert (codes(verdict), verdict.on_word) == (set(), ())
    assert set(verdict.listing.cases) == {failed.case, played.case}


def test_a_framework_is_audited_with_the_call_offs_its_listings_rest_on():
    world = world_of("second_competition")()
    call = PLAYS["second_competition"](world).case
    above = framework_above(next(act for act in world.acts if act.docket == call))
    verdict = verify(audit(world, above), KNOWN)
    assert (codes(verdict), verdict.on_word) == (set(), ())
    assert {above, call} <= set(verdict.listing.cases)


def test_a_lot_that_failed_for_too_few_bidders_is_audited_with_its_bids():
    world = found()
    played = to_bids(world, replace(SMALL, bidders=SMALL.bidders[:2]))
    judging.fail(world.stage, world.town, played, "1")
    verdict = verify(audit(world, played.case), KNOWN)
    assert (codes(verdict), verdict.on_word) == (set(), ())
    assert dict(verdict.counts)["acts"] > 0


def test_before_the_opening_an_auditor_too_is_shown_no_bidder():
    world = found()
    played = to_bids(world, SMALL)
    files = audit(world, played.case)
    assert verify(files, KNOWN).exit_code == 0
    assert not any(path.startswith("acts/bid-") for path in files)


@cache
def demonstrated():
    """The purchase of ``daylight demo``, played in memory."""
    country = country_folder("daylight_cn")
    intention = pick(preview_of(sheets_of(country, ()), read_form(country)))
    world = found()
    return world, to_contract(world, script_of(intention, "CN-37")).case


@pytest.mark.parametrize(("scope", "lines"), [("auditor", 0), ("public", 1)])
def test_verify_prints_nothing_on_word_of_an_auditors_bundle_of_the_demonstration(
    scope, lines, tmp_path, capsys
):
    world, case = demonstrated()
    with_question = full_bundle(scope) if scope == "public" else bundle(world, case, scope=scope)
    write_folder(tmp_path / "bundle", with_question.items())
    assert main([str(tmp_path / "bundle"), "--lang", "en"]) == 0
    assert capsys.readouterr().out.count("on the word of") == lines


def test_a_choice_of_an_older_edition_may_rest_on_purchases_that_are_not_shown():
    with tarfile.open(CORPUS / "2026.12.4" / "audited-third-purchase.tar.xz") as archive:
        files = {entry.name: archive.extractfile(entry).read() for entry in archive}
    verdict = verify(files, KNOWN)
    assert verdict.exit_code == 0
    assert [line.rpartition("← ")[2].partition(":")[0] for line in verdict.on_word] == ["purchases"]


def spelled(links):
    return canonical_bytes(links)
