"""What the register says is put right by acts: an entry is corrected, a wrong number is replaced."""

from dataclasses import replace

import pytest

from bundles import bundle
from daylight.core.acts.planning import DefineRequirement
from daylight.core.acts.registry import GrantMandate, ReplaceOrganisation
from daylight.core.acts.solicitation import IssueClarification, ObtainDocuments
from daylight.core.dockets.registry import TOLD_AFTER_MS
from daylight.core.values.instant import DAY_MS
from daylight.core.values.text import Text
from daylight.practice import play
from daylight.practice.town import register_person, register_supplier
from daylight.verifier.verify import verify
from known import KNOWN
from scenarios.asking import codes
from scenarios.entries import WHY, correction, device, twice_entered
from scripts import SMALL, to_issue

NEW_NAME = Text("晴川新材料有限公司", "Qingchuan New Materials Ltd")


@pytest.fixture
def made(at):
    return at(to_issue, SMALL)[0]


@pytest.fixture
def party(made):
    return register_supplier(made.stage, Text("甲", "A"), territory="CN-37")


def entry(made, organisation):
    return made.office.views.of(organisation, fresh=True).state


def test_a_supplier_corrects_its_own_entry(made, party):
    deed = correction(made, party, name=NEW_NAME, scale="medium")
    assert codes(made, party.in_person(), deed, party.organisation) == []
    stands = entry(made, party.organisation)
    assert (stands.registration.name, stands.registration.scale) == (NEW_NAME, "medium")
    assert stands.registration.identifier == stands.earlier[0][1].identifier
    assert codes(made, party.in_person(), deed, party.organisation) == ["registry.nothing-corrected"]


def test_nobody_else_corrects_it_but_the_registrar(made, party):
    other = register_supplier(made.stage, Text("乙", "B"), territory="CN-37")
    deed = correction(made, party, name=NEW_NAME)
    refused = codes(made, other.in_person(), deed, party.organisation)
    assert refused == ["registry.not-the-representative"]
    assert codes(made, made.town.registrar, deed, party.organisation) == []


def test_a_purchaser_and_a_role_are_corrected_by_the_registrar_alone(made, party):
    deed = correction(made, party, roles=("agency", "supplier"))
    refused = codes(made, party.in_person(), deed, party.organisation)
    assert refused == ["registry.only-the-registrar-corrects"]
    assert codes(made, made.town.registrar, deed, party.organisation) == []
    body = correction(made, made.town.buyer, name=NEW_NAME)
    refused = codes(made, made.town.buyer.in_person(), body, made.town.purchaser)
    assert refused == ["registry.only-the-registrar-corrects"]
    assert codes(made, made.town.registrar, body, made.town.purchaser) == []


def test_a_correction_says_all_that_an_entry_says_and_why(made, party):
    said = {"name": Text("甲", ""), "territory": "ZZ", "representative": "person-x", "reason": Text("", "")}
    wrong = correction(made, party, **said)
    assert codes(made, party.in_person(), wrong, party.organisation) == [
        "acts.nothing-said",
        "acts.one-language",
        "acts.unknown-person",
        "registry.unknown-territory",
    ]


def test_who_represents_a_supplier_from_now_on_acts_for_it_and_he_before_no_more(at):
    made, played = at(to_issue, SMALL)
    party = register_supplier(made.stage, Text("甲", "A"), territory="CN-37")
    heir = replace(party, name="继任", device=device(made))
    register_person(made.stage, heir.in_person())
    deed = correction(made, party, representative=heir.device.person)
    assert codes(made, party.in_person(), deed, party.organisation) == []
    obtain = ObtainDocuments(played.case, (party.organisation,))
    docket = made.office.bid_docket(played.case, (party.organisation,))
    assert codes(made, party, obtain, docket) == ["acts.no-mandate"]
    assert codes(made, heir, obtain, docket) == []


def test_whoever_was_entered_under_a_wrong_number_begins_nothing_new_and_finishes_what_he_began(at):
    made, played = at(to_issue, SMALL)
    old, new = twice_entered(made)
    play.obtain(made.stage, played, SMALL.bidders[0], old)
    other = register_supplier(made.stage, Text("乙", "B"), territory="CN-37")
    replaced = ReplaceOrganisation(new.organisation, WHY)
    assert codes(made, other.in_person(), replaced, old.organisation) == ["registry.not-of-both"]
    assert codes(made, old.in_person(), replaced, old.organisation) == []
    assert codes(made, old.in_person(), replaced, old.organisation) == ["registry.replaced-before"]
    changed = correction(made, old, scale="micro")
    assert codes(made, old.in_person(), changed, old.organisation) == ["registry.replaced"]
    joint = tuple(sorted((old.organisation, other.organisation)))
    obtain, docket = ObtainDocuments(played.case, joint), made.office.bid_docket(played.case, joint)
    assert codes(made, old, obtain, docket) == ["registry.replaced"]
    play.bid_all(made.stage, made.town, played)
    until = made.stage.clock.now().later_by(DAY_MS)
    now = made.stage.clock.now()
    granted = GrantMandate(old.organisation, old.device.person, ("bidding.bid",), now, until)
    mandate = made.stage.new_docket("mandate")
    assert codes(made, old.in_person(), granted, mandate) == ["registry.replaced"]


def test_what_takes_the_place_of_an_entry_is_another_that_stands_and_may_do_as_much(made, party):
    itself = ReplaceOrganisation(party.organisation, WHY)
    assert codes(made, party.in_person(), itself, party.organisation) == ["registry.no-successor"]
    nobody = ReplaceOrganisation("org-" + "0" * 32, WHY)
    assert codes(made, made.town.registrar, nobody, party.organisation) == ["registry.no-successor"]
    old, new = twice_entered(made)
    made.stage.acts(old.in_person(), ReplaceOrganisation(new.organisation, WHY), old.organisation)
    again = ReplaceOrganisation(old.organisation, WHY)
    assert codes(made, made.town.registrar, again, party.organisation) == ["registry.no-successor"]
    lesser = ReplaceOrganisation(party.organisation, WHY)
    refused = codes(made, made.town.registrar, lesser, made.town.purchaser)
    assert refused == ["registry.successor-lacks-roles"]


def test_a_replaced_purchaser_defines_nothing_new(made):
    town, stage = made.town, made.stage
    purchaser = entry(made, town.purchaser)
    body = correction(made, town.buyer, roles=("purchaser", "supplier"))
    _, new = twice_entered(made)
    assert codes(made, town.registrar, correction(made, new, roles=body.roles), new.organisation) == []
    stage.acts(town.registrar, ReplaceOrganisation(new.organisation, WHY), purchaser.id)
    played = play.requirement_of(SMALL)
    assert isinstance(played, DefineRequirement)
    assert codes(made, town.author, played, stage.new_docket("case")) == ["registry.replaced"]


def test_a_notice_calls_a_body_as_the_register_did_ten_minutes_before_and_so_does_whoever_makes_it_again(at):
    made, played = at(to_issue, SMALL)
    old = entry(made, made.town.purchaser).registration.name
    deed = correction(made, made.town.buyer, name=NEW_NAME)
    made.stage.acts(made.town.registrar, deed, made.town.purchaser)
    made.stage.clock.move_to(made.stage.clock.now().later_by(TOLD_AFTER_MS // 2))
    made.stage.acts(made.town.agent, IssueClarification(Text("一", "one"), False), played.case)
    made.stage.clock.move_to(made.stage.clock.now().later_by(TOLD_AFTER_MS // 2 + 1))
    made.stage.acts(made.town.agent, IssueClarification(Text("二", "two"), False), played.case)
    *_, issued, soon, later = (release.decode() for release in made.office.journal.published(played.case))
    assert old.zh in issued and old.zh in soon and NEW_NAME.zh not in soon
    assert NEW_NAME.zh in later and old.zh not in later
    verdict = verify(bundle(made, played.case), KNOWN)
    assert (verdict.exit_code, verdict.contradictions) == (0, ())


def test_what_an_entry_said_before_it_was_corrected_is_known_for_good(made, party):
    deadline = made.stage.clock.now().later_by(1)
    made.stage.clock.move_to(deadline.later_by(1))
    made.stage.acts(party.in_person(), correction(made, party, scale="micro"), party.organisation)
    stands = entry(made, party.organisation)
    assert (stands.registration.scale, stands.entered(deadline).scale) == ("micro", "small")
