"""Invited tendering: chance invites, nobody learns who else is, and nobody uninvited gets the documents."""

from dataclasses import replace

import pytest

from daylight.client.session import Refused
from daylight.core.acts.solicitation import Invitation, Invitee, InviteSuppliers
from daylight.core.values.text import Text
from daylight.practice import judging, methods, play
from daylight.practice.town import register_supplier
from scenarios.asking import case_of, codes
from scenarios.bought import INVITED, NEGOTIATED, to_choice, verdicts
from world import found

SAID = Text("理由", "a reason")


def pool(made, script=INVITED):
    return tuple(register_supplier(made.stage, one.name, territory="CN-37") for one in script.bidders)


def ready(made, script=INVITED):
    """The method is chosen and there are key holders, who contribute to every draw."""
    played = to_choice(made, script)
    play.appoint_holders(made.stage, made.town, played)
    return played


def respond(made, played, invited):
    """The invited obtain the documents and bid."""
    scripts = {one.name.zh: one for one in played.script.bidders}
    for one in invited:
        name = one.party.name.removesuffix("代表")
        play.obtain(made.stage, played, scripts[name], one.party, one.invitation)
    play.bid_all(made.stage, made.town, played)
    play.open_all(made.stage, made.town, played)


def test_chance_invites_three_of_six_and_the_best_of_them_wins():
    made = found()
    played = ready(made)
    invited = methods.invite_by_draw(made.stage, made.town, played, pool(made), 3)
    play.solicit(made.stage, made.town, played)
    respond(made, played, invited)
    methods.judge_and_contract(made.stage, made.town, played)
    assert case_of(made, played).lot("1").stage == "contracted"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_the_record_of_the_invitation_names_nobody():
    made = found()
    played = ready(made)
    suppliers = pool(made)
    methods.invite_by_draw(made.stage, made.town, played, suppliers, 3)
    acts = [draft.source for draft in made.office.journal.drafts if draft.act.docket == played.case]
    assert not [one for one in suppliers for source in acts if one.organisation.encode() in source]


def test_without_an_invitation_nothing_is_issued():
    made = found()
    played = ready(made)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = play.solicitation_of(made.stage, played)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["choice.nobody-invited"]


def test_two_are_too_few_and_a_pool_must_leave_chance_a_choice():
    made = found()
    played = ready(made)
    with pytest.raises(Refused) as refused:
        methods.invite_by_draw(made.stage, made.town, played, pool(made), 2)
    assert [r.code for r in refused.value.note.refusals] == ["choice.too-few-invited"]
    made = found()
    played = ready(made)
    methods.invite_by_draw(made.stage, made.town, played, pool(made)[:5], 3)
    last = made.office.journal.drafts[-1].act
    assert [warning.code for warning in last.warnings] == ["choice.pool-too-small"]


def test_the_invited_are_those_chance_called():
    made = found()
    played = ready(made)
    suppliers = pool(made)
    methods.invite_by_draw(made.stage, made.town, played, suppliers, 3)
    drawn = case_of(made, played).tendering.invitation
    again = codes(made, made.town.agent, drawn, played.case)
    assert again == ["choice.no-invitation"]
    made = found()
    played = ready(made)
    chosen = InviteSuppliers("library", drawn.invited, SAID)
    assert codes(made, made.town.agent, chosen, played.case) == ["choice.not-drawn"]
    foreign = replace(drawn, invited=drawn.invited[::-1])
    assert codes(made, made.town.agent, foreign, played.case) == ["choice.not-drawn"]


def test_nobody_uninvited_obtains_the_documents_nor_with_the_invitation_of_another():
    made = found()
    played = ready(made)
    suppliers = pool(made)
    invited = methods.invite_by_draw(made.stage, made.town, played, suppliers, 3)
    play.solicit(made.stage, made.town, played)
    stranger = next(one for one in suppliers if one not in [i.party for i in invited])
    for shown in (None, invited[0].invitation, Invitation(invited[0].invitation.handle, bytes(32))):
        with pytest.raises(Refused) as refused:
            play.obtain(made.stage, played, INVITED.bidders[0], stranger, shown)
        assert [r.code for r in refused.value.note.refusals] == ["choice.not-invited"]


def test_in_a_negotiation_suppliers_may_be_recommended_and_the_purchaser_half_of_them_at_most():
    made = found()
    played = ready(made, NEGOTIATED)
    suppliers = pool(made, replace(NEGOTIATED, bidders=INVITED.bidders))
    with pytest.raises(Refused) as refused:
        methods.recommend(made.stage, made.town, played, suppliers[:2], suppliers[2:3])
    assert [r.code for r in refused.value.note.refusals] == ["choice.one-sided"]
    unsigned = tuple(Invitee(str(one) * 64, "0" * 64) for one in range(3))
    deed = InviteSuppliers("recommendation", unsigned, Text("书面推荐", "in writing"))
    assert codes(made, made.town.agent, deed, played.case) == ["choice.nobody-recommends"]
    methods.recommend(made.stage, made.town, played, suppliers[:2], suppliers[2:4])
    assert len(case_of(made, played).tendering.invitation.invited) == 4


def test_those_recommended_negotiate_to_the_contract():
    made = found()
    played = ready(made, NEGOTIATED)
    suppliers = pool(made, NEGOTIATED)
    invited = methods.recommend(made.stage, made.town, played, suppliers[:1], suppliers[1:])
    play.solicit(made.stage, made.town, played)
    respond(made, played, invited)
    methods.judge_and_contract(made.stage, made.town, played)
    assert case_of(made, played).lot("1").stage == "contracted"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}
    assert judging.MEETS.zh
