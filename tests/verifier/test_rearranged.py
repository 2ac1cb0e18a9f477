"""Acts left out, done twice, moved or emptied, and signed by all: the verifier finds it and never fails."""

import copy
import random
from contextlib import suppress
from dataclasses import fields, replace

import pytest

from bundles import bundle, full_world
from daylight.core.acts.act import Seen, act_bytes, act_digest, read_act
from daylight.core.acts.intent import intent_id
from daylight.core.judgement import judge
from daylight.core.ledger.leaf import commitment
from daylight.core.values.plain import Misshapen
from daylight.crypto.openssl import OPENSSL
from daylight.office import bundle as bundling
from daylight.office.memory import MemoryJournal
from daylight.office.views import Views
from daylight.verifier.verify import verify

SEEDS = range(20)


def chained_anew(world, drafts):
    """A world with these acts in this order: each follows the one before it, and saw what stood there."""
    journal, receipts = MemoryJournal(), world.office.receipts
    for draft in drafts:
        act = draft.act
        own = head(journal, act.docket)
        seen = tuple(head(journal, one.docket) for one in act.seen)
        act = replace(act, seq=own.length, previous=own.digest, seen=seen, intent=replace(act.intent))
        source = act_bytes(act)
        note = receipts.note(act, commitment(draft.salt, source))
        id, digest = intent_id(act.intent), act_digest(source)
        journal._append(replace(draft, act=act, source=source, digest=digest, intent_id=id, note=note))
    office = copy.copy(world.office)
    office.journal, office.views = journal, Views(journal)
    return replace(world, office=office)


def head(journal, docket):
    if ":" in docket:
        links = journal.links(docket)
        return Seen(docket, len(links), links[-1].head if links else "")
    entries = journal.entries(docket)
    return Seen(docket, len(entries), act_digest(entries[-1].source) if entries else "")


def rearranged(drafts, chance):
    """What was done, and the acts after it; one of a case or a bid is concerned."""
    places = [at for at, one in enumerate(drafts) if one.act.docket.startswith(("case-", "bid-"))]
    at, way = chance.choice(places), chance.choice(("left out", "twice", "moved", "emptied"))
    acts, one = list(drafts), drafts[at]
    said = f"{one.act.intent.kind} {way}"
    if way == "left out":
        del acts[at]
    elif way == "twice":
        acts.insert(at, one)
    elif way == "moved":
        acts.insert(chance.choice(places), acts.pop(at))
    elif shapes := list(emptied(one.act)):
        acts[at] = replace(one, act=chance.choice(shapes))
    return said, acts


def emptied(act):
    """The act with one field of its deed empty, where that is an act at all."""
    for field in fields(act.intent.deed):
        value = getattr(act.intent.deed, field.name)
        if value and type(value) in (str, tuple):
            deed = replace(act.intent.deed, **{field.name: type(value)()})
            with suppress(Misshapen):
                yield read_act(act_bytes(replace(act, intent=replace(act.intent, deed=deed))))


@pytest.mark.parametrize("seed", SEEDS)
def test_rearranged_acts_are_found_and_the_verifier_does_not_fail(seed, monkeypatch):
    monkeypatch.setattr(judge, "EVERY_ACT", judge.EVERY_ACT[:-1])  # whoever has to sign, signs
    monkeypatch.setattr(bundling, "_evaluations", lambda case: iter(()))
    world, case = full_world()
    drafts, chance = world.office.journal.drafts, random.Random(seed)
    said, acts = rearranged(drafts, chance)
    made = chained_anew(world, acts)
    same = [draft.act for draft in made.office.journal.drafts] == world.acts
    verdict = verify(bundle(made, case, scope=chance.choice(("public", "auditor"))), OPENSSL)
    assert verdict.exit_code == 1 or same, said
    assert "verifier.failed" not in {one.code for one in (*verdict.contradictions, *verdict.gaps)}, said
