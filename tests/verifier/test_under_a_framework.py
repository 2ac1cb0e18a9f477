"""A bundle of what was called off proves its listing: it carries the framework and every listing of it."""

from dataclasses import replace
from functools import cache

import pytest

from bundles import CREATED, bundle, bundler
from daylight.client.device import sign_intent
from daylight.core.acts.edition import EDITIONS
from daylight.core.acts.intent import read_signed
from daylight.crypto.openssl import OPENSSL
from daylight.office import bundle as bundling
from daylight.office.bundle import Wish
from daylight.practice import framework, judging
from daylight.verifier.shape import NOTE
from daylight.verifier.verify import verify
from forgery import forged, resealed
from known import KNOWN
from scenarios import competing
from scenarios.listed import FIVE, listings, opened, supplier_of
from scenarios.test_call_offs import PENS, calling
from world import found


@cache
def called_off():
    """A call-off with its contract: the world, the framework, the listing, the call-off."""
    made = found()
    played = opened(made, FIVE)
    deed, listing = calling(made, played)
    made.stage.acts(made.town.buyer, deed, listing.id)
    made.stage.acts(made.town.buyer, framework.opening_of(played, listing, deed, PENS), deed.call)
    framework.contract_of_call_off(made.stage, made.town.buyer, supplier_of(played, listing), deed.call)
    return made, played.case, listing.id, deed.call


@cache
def shown(scope="public"):
    made, _, _, call = called_off()
    return bundle(made, call, scope=scope)


def codes(verdict):
    return sorted({one.code for one in (*verdict.contradictions, *verdict.gaps)})


def without(files, part):
    return resealed({path: content for path, content in files.items() if part not in path or path == NOTE})


@pytest.mark.parametrize("scope", ["public", "auditor"])
def test_a_call_off_is_proved_with_its_listing_and_nothing_of_it_is_taken_on_word(scope):
    _, above, listing, call = called_off()
    verdict = verify(shown(scope), KNOWN)
    assert (verdict.exit_code, verdict.listing.cases) == (0, tuple(sorted((above, call))))
    assert f"acts/{listing}/1.json" in shown(scope)
    assert [one for one in verdict.on_word if one.startswith(call)] == []


def test_a_bundle_of_the_framework_needs_no_call_off():
    made, above, _, _ = called_off()
    verdict = verify(bundle(made, above), KNOWN)
    assert (verdict.exit_code, verdict.listing.cases) == (0, (above,))


def test_a_call_off_asked_for_with_its_framework_is_the_same_bundle():
    made, above, _, call = called_off()
    both = bundler(made).bundle(Wish((call, above), "public"), CREATED)
    assert sorted(both) == sorted(shown())


def test_without_its_listing_nothing_can_be_concluded():
    _, _, listing, _ = called_off()
    verdict = verify(without(shown(), f"/{listing}/"), OPENSSL)
    assert verdict.exit_code == 2 and "docket.missing" in codes(verdict)


def test_a_listing_that_ends_before_the_call_off_proves_nothing():
    _, _, listing, _ = called_off()
    files = shown()
    for folder, suffix in (("acts", "json"), ("proofs", "tlog-proof"), ("receipts", "note")):
        files = without(files, f"{folder}/{listing}/1.{suffix}")
    verdict = verify(files, KNOWN)
    assert verdict.exit_code == 2 and "docket.missing" in codes(verdict)


def test_another_quantity_in_the_case_than_in_the_listing_is_a_contradiction():
    _, _, _, call = called_off()
    path = f"acts/{call}/0.json"
    changed = shown()[path].replace(b'"quantity":10', b'"quantity":11')
    assert changed != shown()[path]
    assert verify(resealed(shown(), **{path: changed}), OPENSSL).exit_code == 1


def test_a_competition_is_proved_with_all_who_could_compete():
    made = found()
    above, played = competing.won(made)
    judging.contract(made.stage, made.town, played, "1")
    verdict = verify(bundle(made, played.case), KNOWN)
    assert verdict.exit_code == 0
    assert [one for one in verdict.on_word if one.startswith(played.case)] == []
    missing = listings(made, above)[3].id
    assert verify(without(bundle(made, played.case), f"/{missing}/"), OPENSSL).exit_code == 2


def test_a_call_off_whose_supplier_never_acted_is_proved_as_well():
    made = found()
    played = opened(made, FIVE)
    deed, listing = calling(made, played)
    made.stage.acts(made.town.buyer, deed, listing.id)
    made.stage.acts(made.town.buyer, framework.opening_of(played, listing, deed, PENS), deed.call)
    assert verify(bundle(made, deed.call), KNOWN).exit_code == 0


def test_a_call_off_of_nothing_is_found_where_its_listing_is_withheld(monkeypatch):
    made, _, listing, call = called_off()

    def of_nothing(act):
        if act.intent.kind != "OpenCallOff":
            return act
        need = replace(act.intent.deed.requirement, lots=())
        intent = replace(act.intent, deed=replace(act.intent.deed, requirement=need))
        signed = read_signed(sign_intent(intent, made.town.buyer.device, OPENSSL))
        return replace(act, intent=intent, signature=signed.signature, edition=EDITIONS[0])

    monkeypatch.setattr(bundling, "_evaluations", lambda case: iter(()))
    verdict = verify(without(bundle(forged(made, of_nothing), call), f"/{listing}/"), OPENSSL)
    assert [finding.code for finding in verdict.contradictions] == ["act.names-nothing"]
