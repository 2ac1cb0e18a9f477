"""Two worlds from one seed, one without a bid and one with forty: before the opening nobody tells them apart.

Compared are all public bytes (publications, log, what a stranger and what purchaser and agency may read);
only the random values of the leaves differ.
"""

from dataclasses import replace
from random import Random

from daylight.core.disclosure.rights import Who
from daylight.core.values.plain import canonical_bytes
from daylight.core.values.text import Text
from daylight.office.access import NOBODY, acts_shown
from daylight.office.memory import MemoryJournal, MemoryLog
from daylight.practice import play, prequalifying
from logs import sequencer
from scripts import SMALL, bidder
from world import found

BIDDERS = 40
TICKS = 30
LEAVES = 16


def before_the_opening(bidders: int):
    """A world up to the last minute, with its log; bidders draw on chance of their own."""
    journal = MemoryJournal()
    world = found(journal=journal)
    officials = Random(7).randbytes
    stage = replace(world.stage, randomness=officials)
    played = play.plan(stage, world.town, SMALL)
    play.solicit(stage, world.town, played)
    theirs = replace(world.stage, randomness=Random(8).randbytes)
    for number in range(bidders):
        script = bidder(f"绝密供应商{number:02d}", 3_000_000 + number)
        party = play.register_supplier(theirs, script.name, territory="CN-37")
        play.obtain(theirs, played, script, party)
    play.pass_days(stage, SMALL.bid_days - 20)
    clarified = Text("技术参数澄清", "technical parameters clarified")
    stage.acts(world.town.agent, play.IssueClarification(clarified, True), played.case)
    case = stage.case(played.case, world.town.buyer)
    world.clock.move_to(case.tendering.deadline.later_by(-60_000))
    for docket in played.bidders:
        play.submit(theirs, played, docket, case.planning.key_set)
    log = MemoryLog(journal)
    for tick in range(TICKS):
        sequencer(log, leaves=LEAVES, seed=f"tick {tick}").tick()
    return world, played, log


def readable(world, played):
    """What a stranger, the purchaser and the agency may read of the case."""
    readers = (NOBODY, Who("-", world.town.buyer.organisation), Who("-", world.town.agent.organisation))
    return [[canonical_bytes(act) for act in acts_shown(world.office, played.case, one)] for one in readers]


def published(world):
    """Every publication, byte for byte, with its kind and instant."""
    return [
        (draft.act.intent.kind, draft.act.received_at, one.ocid, one.release, one.page)
        for draft in world.office.journal.drafts
        for one in draft.published
    ]


def test_without_looking_at_leaves_nobody_can_tell_none_from_forty():
    empty, full = before_the_opening(0), before_the_opening(BIDDERS)
    assert len(full[0].acts) - len(empty[0].acts) == 4 * BIDDERS
    assert published(empty[0]) == published(full[0])
    assert len(published(full[0])) > 4
    assert readable(*empty[:2]) == readable(*full[:2])
    assert shape_of_log(empty[2]) == shape_of_log(full[2])


def prequalified_and_solicited(applicants: int):
    """A world in which so many passed, solicited; what concerns one of them draws on chance apart."""
    journal = MemoryJournal()
    world = found(journal=journal)
    names = tuple(bidder(f"绝密供应商{number:02d}", 3_000_000 + number) for number in range(applicants))
    script = replace(SMALL, bidders=names)
    stage = replace(world.stage, randomness=Random(7).randbytes)
    hidden = replace(world.stage, randomness=Random(8).randbytes)
    played = play.plan(stage, world.town, script)
    prequalifying.call(stage, world.town, played)
    applied = prequalifying.apply_all(hidden, world.town, played)
    prequalifying.open_and_review(hidden, world.town, played)
    prequalifying.conclude(hidden, world.town, played)
    prequalifying.tell_all(hidden, world.town, played)
    deed = replace(play.solicitation_of(stage, played), prequalified=True)
    stage.confirms(world.town.agent, deed, played.case)
    prequalifying.obtain_admitted(hidden, world.town, played, applied)
    case = stage.case(played.case, world.town.buyer)
    world.clock.move_to(case.tendering.deadline.later_by(-60_000))
    log = MemoryLog(journal)
    for tick in range(TICKS):
        sequencer(log, leaves=LEAVES, seed=f"tick {tick}").tick()
    return world, played, log


def shapes(world, played):
    """Kinds and sizes of what is published and readable: digests follow from what is hidden."""
    told = [(kind, at, ocid, len(release), len(page)) for kind, at, ocid, release, page in published(world)]
    return told, [[len(act) for act in acts] for acts in readable(world, played)]


def test_nobody_can_tell_three_applicants_from_twenty():
    few, many = prequalified_and_solicited(3), prequalified_and_solicited(20)
    assert len(many[0].acts) - len(few[0].acts) == 17 * 10
    assert shapes(*few[:2]) == shapes(*many[:2])
    assert shape_of_log(few[2]) == shape_of_log(many[2])
    world, played, log = many
    everything = b"".join(
        [
            *(part for one in published(world) for part in one[3:]),
            *(act for acts in readable(world, played) for act in acts),
            *log.files.values(),
        ]
    )
    secrets = [script.name.zh.encode() for script, _ in played.bidders.values()]
    secrets += [docket.encode() for docket in played.bidders]
    assert len(secrets) == 40
    assert [secret for secret in secrets if secret in everything] == []


def shape_of_log(log):
    """Paths and sizes of every public file of the log: all that does not depend on the leaves."""
    return {path: len(content) for path, content in log.files.items()}


def test_no_bidder_is_named_anywhere_before_the_opening():
    world, played, log = before_the_opening(3)
    everything = b"".join(
        [
            *(part for one in published(world) for part in one[3:]),
            *(act for acts in readable(world, played) for act in acts),
            *log.files.values(),
        ]
    )
    secrets = [script.name.zh.encode() for script, _ in played.bidders.values()]
    secrets += [docket.encode() for docket in played.bidders]
    secrets += [party.organisation.encode() for _, party in played.bidders.values()]
    assert [secret for secret in secrets if secret in everything] == []
    assert SMALL.title.zh.encode() in everything
