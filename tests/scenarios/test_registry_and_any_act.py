"""Who is there and who may act for whom; and what can be wrong with any act."""

from dataclasses import replace

import pytest

from daylight.client.device import Capacity, new_device
from daylight.client.session import Party
from daylight.core.acts.award import CancelLot
from daylight.core.acts.common import Identifier
from daylight.core.acts.dockets import organisation_docket
from daylight.core.acts.opening import ReleaseShares
from daylight.core.acts.planning import ReviewRequirement
from daylight.core.acts.registry import GrantMandate, RegisterOrganisation, RegisterPerson, RevokeMandate
from daylight.core.acts.solicitation import IssueClarification, RaiseEnquiry
from daylight.core.values.instant import DAY_MS
from daylight.core.values.keys import LOW_ORDER
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.practice import play
from daylight.practice.town import register_person
from scenarios.asking import codes
from scripts import SMALL, to_issue

FINE = Text("可以", "fine")


def nothing(made, script):
    return None


def planned(made, script):
    return play.prepare(made.stage, made.town, script)


@pytest.fixture
def made(at):
    return at(nothing)[0]


def person(made, **changes):
    device = new_device(made.stage.randomness, OPENSSL)
    number, _ = made.stage.private("identity_number", "370100")
    phone, _ = made.stage.private("phone", "000")
    deed = RegisterPerson("新人", made.stage.crypto.ed25519_public(device.seed), number, phone)
    return device, replace(deed, **changes)


def test_a_person_registers_with_a_key_of_her_own_and_once(made):
    device, deed = person(made)
    party = Party("新人", device)
    assert codes(made, party, deed, device.person) == []
    assert codes(made, party, deed, device.person) == ["acts.docket-taken"]


def test_nobody_takes_a_number_that_does_not_follow_from_her_key(made):
    device, deed = person(made)
    other = replace(device, person=made.stage.new_docket("person"))
    assert codes(made, Party("新人", other), deed, other.person) == ["registry.not-the-docket-of-the-key"]


def test_nobody_registers_another_person(made):
    device, deed = person(made)
    other = made.stage.new_docket("person")
    refused = codes(made, Party("新人", device), deed, other)
    assert refused == ["acts.bad-signature", "registry.not-the-docket-of-the-key"]


@pytest.mark.parametrize("key", sorted(LOW_ORDER), ids=lambda key: key.hex()[:8])
def test_a_weak_key_is_refused_at_registration(made, key):
    device, deed = person(made, public_key=key)
    assert "registry.weak-key" in codes(made, Party("新人", device), deed, device.person)


def test_a_key_of_the_wrong_length_is_no_key(made):
    device, deed = person(made, public_key=b"short")
    assert "registry.weak-key" in codes(made, Party("新人", device), deed, device.person)


def test_who_answers_has_a_name(made):
    device, deed = person(made, name=" ")
    assert codes(made, Party("新人", device), deed, device.person) == ["registry.no-name"]


def organisation(made, representative, **changes):
    phone, _ = made.stage.private("phone", "000")
    identifier = Identifier("XX-PRACTICE", "ABC")
    fields = {
        "name": FINE, "identifier": identifier, "roles": ("supplier",), "territory": "CN-37",
        "scale": "small", "address": FINE, "representative": representative.device.person, "phone": phone,
    }  # fmt: skip
    return RegisterOrganisation(**(fields | changes)), organisation_docket(identifier)


@pytest.fixture
def somebody(made):
    party = Party("某人", new_device(made.stage.randomness, OPENSSL))
    register_person(made.stage, party)
    return party


def test_a_supplier_registers_itself_at_once_and_only_once(made, somebody):
    deed, docket = organisation(made, somebody)
    assert codes(made, somebody, deed, docket) == []
    assert codes(made, somebody, deed, docket) == ["acts.docket-taken"]


def test_public_roles_are_entered_by_the_registrar(made, somebody):
    deed, docket = organisation(made, somebody, roles=("purchaser",))
    assert codes(made, somebody, deed, docket) == ["registry.only-the-registrar"]
    assert codes(made, made.town.registrar, deed, docket) == []


def test_an_organisation_has_the_docket_of_its_number(made, somebody):
    deed, _ = organisation(made, somebody)
    assert codes(made, somebody, deed, made.stage.new_docket("org")) == ["registry.wrong-docket"]


NUMBER = "91350100M000100Y43"


@pytest.mark.parametrize(
    ("scheme", "number", "code"),
    [
        ("CN-USCC", "91350100M000100Y44", "registry.number-check"),
        ("CN-USCC", "1", "registry.number-length"),
        ("CN-USCC", "91350100M0001O0Y43", "registry.number-characters"),
        ("CN-USCC", "91A50100M000100Y43", "registry.number-digits"),
        ("CN-USCC", "\u200b", "registry.no-number"),
        ("HK-CR", " ", "registry.no-number"),
        ("", NUMBER, "registry.unknown-register"),
        ("CN-OTHER", NUMBER, "registry.unknown-register"),
        ("CN-RIC", "11010519491231002X", "registry.unknown-register"),
        ("ZZ-CR", "123", "registry.unknown-register"),
    ],
)
def test_a_wrong_number_is_refused_with_what_is_wrong(made, somebody, scheme, number, code):
    deed, _ = organisation(made, somebody, identifier=Identifier(scheme, number))
    assert codes(made, somebody, deed, organisation_docket(deed.identifier)) == [code]


def test_one_company_under_many_spellings_is_entered_once(made, somebody):
    deed, _ = organisation(made, somebody, identifier=Identifier("cn-uscc", f" {NUMBER.lower()}"))
    docket = organisation_docket(Identifier("CN-USCC", NUMBER))
    assert codes(made, somebody, deed, docket) == []
    entered = made.office.views.of(docket, fresh=True).state.registration
    assert entered.identifier == Identifier("CN-USCC", NUMBER)
    for spelled in (
        NUMBER,
        "９１３５０１００Ｍ０００１００Ｙ４３",
        "9135 0100 M000 100Y 43",
        f"{NUMBER}\ufeff",
    ):
        again = replace(deed, identifier=Identifier("CN-USCC", spelled))
        assert codes(made, somebody, again, organisation_docket(again.identifier)) == ["acts.docket-taken"]


def test_a_supplier_from_abroad_names_its_own_register_and_no_territory_here(made, somebody):
    abroad = Identifier("HK-CR", "12345678-000-03-24-5")
    deed, _ = organisation(made, somebody, identifier=abroad, territory="")
    assert codes(made, somebody, deed, organisation_docket(abroad)) == []
    home = replace(deed, identifier=Identifier("CN-USCC", NUMBER))
    refused = codes(made, somebody, home, organisation_docket(home.identifier))
    assert refused == ["registry.no-territory"]


def test_an_entry_says_who_and_where_and_who_represents(made, somebody):
    deed, docket = organisation(made, somebody, name=Text("", ""), territory="ZZ", roles=())
    assert codes(made, somebody, deed, docket) == [
        "acts.nothing-said",
        "registry.no-role",
        "registry.unknown-territory",
    ]
    ghost = Party("无", new_device(made.stage.randomness, OPENSSL))
    deed, docket = organisation(made, ghost)
    assert codes(made, made.town.registrar, deed, docket) == ["acts.unknown-person"]


def mandate(made, organisation_id, party, **changes):
    now = made.clock.now()
    fields = {"functions": ("planning.define",), "valid_from": now, "valid_until": now.later_by(DAY_MS)}
    return GrantMandate(organisation_id, party.device.person, **(fields | changes))


def test_only_the_representative_gives_mandates(made, somebody):
    purchaser = made.town.buyer.organisation
    docket = made.stage.new_docket("mandate")
    deed = mandate(made, purchaser, somebody)
    assert codes(made, somebody, deed, docket) == ["registry.not-the-representative"]
    nobody = Party("无", new_device(made.stage.randomness, OPENSSL))
    assert codes(made, made.town.registrar, mandate(made, purchaser, nobody), docket) == [
        "acts.unknown-person"
    ]
    assert codes(made, made.town.registrar, mandate(made, "org-none", somebody), docket) == [
        "acts.unknown-organisation"
    ]
    empty = mandate(made, purchaser, somebody, functions=())
    assert codes(made, made.town.registrar, empty, docket) == ["registry.no-function"]
    assert codes(made, made.town.registrar, deed, docket) == []


def acting(made, somebody, **changes):
    """Somebody with a mandate for defining requirements at the purchaser."""
    purchaser = made.town.buyer.organisation
    docket = made.stage.new_docket("mandate")
    made.stage.acts(made.town.registrar, mandate(made, purchaser, somebody, **changes), docket)
    return replace(somebody, capacity=Capacity(purchaser, docket))


def define(made, party):
    return codes(made, party, play.requirement_of(SMALL), made.stage.new_docket("case"))


def test_a_mandate_covers_its_functions_and_its_time(made, somebody):
    party = acting(made, somebody)
    assert define(made, party) == []
    review = ReviewRequirement(True, FINE, FINE)
    assert codes(made, party, review, made.acts[-1].docket)[0] == "acts.function-not-mandated"
    made.clock.move_to(made.clock.now().later_by(DAY_MS + 1))
    assert define(made, party) == ["acts.mandate-over"]


def test_a_mandate_that_was_taken_back_covers_nothing(made, somebody):
    party = acting(made, somebody)
    revoke = RevokeMandate(made.town.buyer.organisation, "调离")
    elsewhere = RevokeMandate(made.town.agent.organisation, "调离")
    docket = party.capacity.mandate
    assert codes(made, somebody, revoke, docket) == ["registry.not-the-representative"]
    assert codes(made, made.town.registrar, elsewhere, docket) == ["registry.no-such-mandate"]
    assert codes(made, made.town.registrar, revoke, docket) == []
    assert codes(made, made.town.registrar, revoke, docket) == ["registry.revoked-before"]
    assert define(made, party) == ["acts.mandate-revoked"]


def test_a_mandate_of_another_person_covers_nothing(made, somebody):
    stolen = replace(somebody, capacity=made.town.buyer.capacity)
    assert define(made, stolen) == ["acts.no-mandate"]


def test_an_act_goes_to_a_docket_of_its_kind_that_is_there(at):
    made, _ = at(planned)
    deed = ReviewRequirement(True, FINE, FINE)
    assert codes(made, made.town.reviewer, deed, made.stage.new_docket("bid")) == ["acts.wrong-docket-kind"]
    assert codes(made, made.town.reviewer, deed, made.stage.new_docket("case")) == ["acts.unknown-docket"]


def test_a_case_or_lot_that_is_not_there_is_said_to_be_missing(at):
    made, played = at(planned)
    assert codes(made, made.town.buyer, CancelLot("9", FINE), played.case, confirms=True) == [
        "acts.unknown-subject"
    ]
    supplier = play.register_supplier(made.stage, FINE, territory="CN-37")
    enquiry = RaiseEnquiry("case-none", "有吗？")
    assert codes(made, supplier, enquiry, made.stage.new_docket("enquiry")) == ["acts.unknown-subject"]


def test_before_the_solicitation_there_is_nothing_to_clarify(at):
    made, played = at(planned)
    deed = IssueClarification(FINE, False)
    assert codes(made, made.town.agent, deed, played.case) == ["solicitation.not-issued"]


def test_some_deeds_nobody_does_for_an_organisation(at):
    made, played = at(to_issue)
    holder, _ = played.keys[0]
    told = codes(made, holder, ReleaseShares(()), played.case)
    assert told == ["acts.personal", "opening.too-early"]


def test_where_the_law_is_silent_the_act_is_refused_and_the_gap_named(at):
    made, played = at(to_issue)
    made.clock.move_to(made.stage.case(played.case, made.town.buyer).tendering.deadline)
    play.call(made.stage, made.town, played)
    book = made.stage.book
    silent = replace(book, parameters=tuple(p for p in book.parameters if p.id != "bidding.minimum_bidders"))
    made.office.rules = replace(made.office.rules, book=silent)
    holder, _ = played.keys[0]
    assert codes(made, holder.in_person(), ReleaseShares(()), played.case) == ["acts.law-gap"]
