"""Lies in how a bundle is put together: what is left out of it, or stands in the wrong place."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from bundles import bundle, bundler
from daylight.core.acts.act import Act, Seen
from daylight.core.ledger.note import read_note
from daylight.core.values.docket import REGISTRY, DocketKind, is_docket
from daylight.core.values.plain import canonical_bytes
from daylight.office.bundle import Wish
from daylight.office.keys import TOLERANCE_MS
from daylight.verifier.shape import INDEX, NOTE, read_listing
from forgery import forged, listed, resealed
from lies import WORLDS, Lie, acts_in, bought, copied
from lies_of_server import admitting_everything
from scenarios.bought import CENTRAL, three_purchases, to_choice
from world import TestWorld


def list_made_before(chance: random.Random) -> Lie:
    """The list is dated before the last act, so that the register may be cut short."""
    world, case = bought(chance.randrange(WORLDS))
    last = max((act.received_at for act in world.acts if acts_in(case, act)), key=lambda at: at.utc_ms)
    created = last.later_by(-TOLERANCE_MS - chance.randrange(1, 86_400_000))
    return Lie(bundler(world).bundle(Wish((case,), "public"), created), "bundle.made-before")


def list_of_another_world(chance: random.Random) -> Lie:
    """The list says that the bundle is of another world."""
    files = bundle(*bought(chance.randrange(WORLDS)))
    listing = read_listing(read_note(files[NOTE]).text)
    other = f"world-{chance.randbytes(32).hex()}"
    whole = {path: content for path, content in files.items() if path != NOTE}
    return Lie(listed(replace(listing, world=other), whole), "bundle.other-world")


def bid_not_in_the_index(chance: random.Random) -> Lie:
    """The index leaves out a bid that is shown."""
    files = bundle(*bought(chance.randrange(WORLDS)))
    links = json.loads(files[INDEX])
    gone = chance.choice(sorted({link["docket"] for link in links}))
    left = canonical_bytes([link for link in links if link["docket"] != gone])
    return Lie(resealed(files, **{INDEX: left}), "index.incomplete")


def mandate_not_shown(chance: random.Random) -> Lie:
    """A mandate by which somebody acted is not shown."""
    files = bundle(*bought(chance.randrange(WORLDS)))
    mandates = {path.split("/")[1] for path in files if path.startswith(f"acts/{DocketKind.MANDATE}-")}
    gone = chance.choice(sorted(mandates))
    return Lie(resealed(files, **{path: None for path in files if f"/{gone}/" in path}), "docket.missing")


def proof_of_another(chance: random.Random) -> Lie:
    """An act is shown with the proof of another."""
    files = bundle(*bought(chance.randrange(WORLDS)))
    mine, other = chance.sample(sorted(path for path in files if path.startswith("proofs/")), 2)
    return Lie(resealed(files, **{mine: files[other]}), "log.not-included")


@cache
def bought_thrice(seed: int) -> tuple[TestWorld, tuple[str, ...]]:
    """Three purchases of one purchaser, of which the last adds up the others."""
    return three_purchases(seed)


def purchases_not_shown(chance: random.Random) -> Lie:
    """An auditor is not shown the earlier purchases that were added up."""
    world, cases = bought_thrice(chance.randrange(WORLDS))
    case = chance.choice(cases[1:])
    files = bundle(world, case, scope="auditor")
    gone = {path: None for path in files if "/case-" in path and f"/{case}/" not in path}
    index = {path: None for path in files if path.startswith("purchases/")}
    return Lie(resealed(files, **gone, **index), "docket.missing")


def purchase_not_added_up(chance: random.Random) -> Lie:
    """The office admits a choice of method that leaves out what was bought before."""
    world, _ = bought_thrice(chance.randrange(WORLDS))
    twin = copied(world)
    stated = chance.randrange(570_000_000)
    with admitting_everything():
        case = to_choice(twin, replace(CENTRAL, chosen=replace(CENTRAL.chosen, bought_before=stated))).case
    return Lie(bundle(twin, case, scope="auditor"), "choice.not-added-up")


def follows_another(chance: random.Random) -> Lie:
    """An act of the case says that it follows one that is not there."""
    return _changed(
        chance,
        lambda act: act.seq > 0,
        lambda act: replace(act, previous=chance.randbytes(32).hex()),
        "docket.broken",
    )


def saw_what_is_not_there(chance: random.Random) -> Lie:
    """An act saw a head of the register that the register never had."""

    def otherwise(act: Act) -> Act:
        last = [one for one in act.seen if is_docket(one.docket, *REGISTRY)][-1]
        other = replace(last, digest=chance.randbytes(32).hex())
        return replace(act, seen=tuple(other if one == last else one for one in act.seen))

    return _changed(
        chance, lambda act: is_docket(act.seen[-1].docket, *REGISTRY), otherwise, "act.saw-otherwise"
    )


def saw_what_it_need_not(chance: random.Random) -> Lie:
    """An act names a docket that acts of its kind do not rest on."""
    beside = Seen(f"person-{chance.randbytes(16).hex()}", 0, "")

    def more(act: Act) -> Act:
        return replace(act, seen=tuple(sorted((*act.seen, beside), key=lambda one: one.docket)))

    return _changed(chance, lambda act: True, more, "act.seen-differ")


def _changed(
    chance: random.Random, able: Callable[[Act], bool], change: Callable[[Act], Act], code: str
) -> Lie:
    """One act of the case is changed, after the last by which a person signed for the state before it."""
    world, case = bought(chance.randrange(WORLDS))
    acts = [act for act in world.acts if act.docket == case]
    since = max(act.seq for act in acts if act.intent.shown)
    chosen = chance.choice([act for act in acts[since:] if able(act)])
    place = (chosen.docket, chosen.seq)
    twin = forged(world, lambda act: change(act) if (act.docket, act.seq) == place else act)
    return Lie(bundle(twin, case), code)


OF_BUNDLE: dict[str, Callable[[random.Random], Lie]] = {
    lie.__name__: lie
    for lie in (
        list_made_before,
        list_of_another_world,
        bid_not_in_the_index,
        mandate_not_shown,
        purchases_not_shown,
        purchase_not_added_up,
        proof_of_another,
        follows_another,
        saw_what_is_not_there,
        saw_what_it_need_not,
    )
}
