"""Many call off at once: no quota is overdrawn, in memory or on the database of the process."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from daylight.core.acts.act import read_act
from daylight.core.acts.framework import Quota
from daylight.office.memory import MemoryJournal
from daylight.practice import competition, framework
from daylight.practice.framework import Wanted
from daylight.store.journal import DatabaseJournal
from scenarios.competing import COMPETING, CONTEST, parties
from scenarios.listed import FIVE, LOT, listed, listings, opened
from world import found

CALLERS = 100
AT_ONCE = 64  # each holds a connection, of which a database gives a hundred
RIVALS = 30  # who call off directly while two competitions draw
EACH = 17  # four listings with less together than a hundred ask for


@pytest.fixture(params=["memory", "database"])
def journal(request):
    if request.param == "memory":
        yield MemoryJournal()
        return
    request.getfixturevalue("database")
    made = DatabaseJournal()
    yield made
    made.close()


def rush(made, played):
    """A hundred call off one unit each, at once, from the listings by turns; the answers."""
    stand, sent = listings(made, played), []
    for number in range(CALLERS):
        listing = stand[number % len(stand)]
        deed = framework.call_off(made.stage, listing, Wanted(1, listing.agreed.price))
        sent.append(made.stage.intent(made.town.buyer, deed, listing.id))
    return at_once(made, sent)


def at_once(made, sent):
    """The answers to intents that arrive together, as many at a time as a server has threads."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(made.office.perform, sent))


def test_a_hundred_call_offs_at_once_never_overdraw_a_quota(journal):
    made = found(journal=journal)
    played = listed(made, FIVE)
    framework.sign_and_open(made.stage, made.town, played, LOT, until=date(2026, 12, 31), quota=Quota(EACH))
    answers = rush(made, played)
    drawn = [one.drawn.quantity for one in listings(made, played)]
    assert (len(answers), drawn) == (CALLERS, [EACH] * 4)
    admitted = [one for one in answers if hasattr(one, "act")]
    told = {refusal.code for one in answers if not hasattr(one, "act") for refusal in one.refusals}
    assert (len(admitted), told) == (4 * EACH, {"framework.quota"})


def test_a_call_off_rests_on_its_own_listing_and_on_no_other(journal):
    made = found(journal=journal)
    played = listed(made, FIVE)
    framework.sign_and_open(made.stage, made.town, played, LOT, until=date(2026, 12, 31), quota=Quota(EACH))
    listing = listings(made, played)[0]
    deed = framework.call_off(made.stage, listing, Wanted(1, listing.agreed.price))
    made.stage.acts(made.town.buyer, deed, listing.id)
    seen = {one.docket for one in read_act(journal.entries(listing.id)[-1].source).seen}
    assert {one for one in seen if one.startswith(("listing-", "listings:"))} == {listing.id}


def test_competitions_and_direct_call_offs_at_once_never_overdraw_a_quota(journal):
    made = found(journal=journal)
    above, contests = ranked_twice(made)
    listing = listings(made, above)[2]  # the one that offers least in both competitions, ten units
    sent = [
        made.stage.intent(made.town.buyer, competition.drawn_of(made.stage, made.town, one)[0], listing.id)
        for one in contests
    ]
    for _ in range(RIVALS):
        deed = framework.call_off(made.stage, listing, Wanted(1, listing.agreed.price))
        sent.append(made.stage.intent(made.town.buyer, deed, listing.id))
    answers = at_once(made, sent)
    drawn = [one for one in answers if hasattr(one, "act")]
    stand = listings(made, above)[2]
    assert stand.drawn.quantity <= 10 and len(drawn) == len(stand.calls)
    assert sum(call.way == "competition" for call in stand.calls) <= 1
    told = {refusal.code for one in answers if not hasattr(one, "act") for refusal in one.refusals}
    assert told == {"framework.quota"}


def ranked_twice(made):
    """Two competitions for eight of ten units, both ranked, the same supplier first in each."""
    above = opened(made, COMPETING)
    played = []
    for _ in range(2):
        one = competition.open_competition(made.stage, made.town, above, listings(made, above), CONTEST)
        competition.offer_all(made.stage, made.town, one, parties(above), CONTEST)
        competition.judge(made.stage, made.town, one)
        played.append(one)
    return above, played
