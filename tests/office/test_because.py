"""The full because of an act: every value its judge asked for, by the law of its own day and rulebook."""

from dataclasses import replace
from datetime import date

import pytest

from daylight.core.judgement.judge import judge
from daylight.core.rulebook.what_if import with_value
from daylight.core.values.plain import canonical_bytes, plain
from daylight.office.because import because_of
from daylight.office.publishing import LawLost
from daylight.office.recheck import Dockets
from played import world_of
from watching import Watched, watching


@pytest.fixture(scope="module")
def office():
    return world_of("full").office


def acts_of(office):
    return [draft.act for draft in office.journal.drafts]


def act_of(office, kind):
    return next(act for act in acts_of(office) if act.intent.kind == kind)


def why(office, act, **changes):
    rules = replace(office.rules, **changes)
    return because_of(office.journal, office.vault, rules, act.docket, act.seq)


def one(office, kind, id, **changes):
    return next(held for held in why(office, act_of(office, kind), **changes) if held.id == id)


def test_every_value_the_judge_asked_for_is_named(office):
    dockets, spoke = Dockets(office.journal), set()
    for act in acts_of(office):
        m, watched = dockets.matter(act, office.rules), Watched()
        with watching(watched, held=False, real=True):
            judge(m)
        spoken = {name for name, _, _ in watched.asked if m.law.maybe(name) or m.law.cites(name)}
        assert spoken <= {held.id for held in why(office, act)}, act.intent.kind
        spoke |= {act.intent.kind} if spoken else set()
    assert {"IssueSolicitation", "AwardLot", "NotifyBidders", "PublishAward"} <= spoke


def test_of_every_act_each_clock_rests_on_what_is_named(office):
    for act in acts_of(office):
        named = {held.id for held in why(office, act)}
        rules = {part.rule for clock in act.clocks for part in clock.because.parts}
        assert rules & set(office.rules.book.parameter_by_id) <= named, act.intent.kind


def test_a_value_has_its_article_its_day_and_what_it_was_held_against(office):
    period, deed = (
        one(office, "IssueSolicitation", "bidding.period"),
        act_of(office, "IssueSolicitation").intent.deed,
    )
    assert (period.value.zh, period.value.en) == ("20 日", "20 calendar days")
    assert period.since <= act_of(office, "IssueSolicitation").received_at.day
    assert [cite.instrument for cite in period.cites] != []
    assert period.by == ("bidders_get_the_time_the_law_gives", "clocks")
    assert str(deed.bid_deadline.day) in period.against.zh


def test_only_the_figure_of_what_is_bought_is_named(office):
    weights = [
        held.id
        for held in why(office, act_of(office, "IssueSolicitation"))
        if held.id.startswith("evaluation.price_weight_floor")
    ]
    assert weights == ["evaluation.price_weight_floor.goods"]


def test_an_act_of_an_earlier_rulebook_shows_the_values_of_that_one(office):
    later = with_value(office.rules.book, "contract.sign", date(2003, 1, 1), 20)
    before = one(office, "NotifyBidders", "contract.sign").value
    with pytest.raises(LawLost):
        why(office, act_of(office, "NotifyBidders"), book=later)
    office.vault.put(canonical_bytes(plain(office.rules.book)))
    assert one(office, "NotifyBidders", "contract.sign", book=later).value == before
    assert before.en == "30 calendar days"


def test_there_is_no_because_of_what_was_not_done(office):
    with pytest.raises(KeyError):
        because_of(office.journal, office.vault, office.rules, act_of(office, "AwardLot").docket, 999)
