"""Each check of the verifier, switched off, lets exactly its own lies pass; all others are still found."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import pytest

from daylight.crypto.openssl import OPENSSL
from daylight.verifier import authentic, chains, log_order, opened, order, seen
from daylight.verifier import verify as verifying
from daylight.verifier.findings import Notebook
from daylight.verifier.verify import verify
from lies import Lie
from office_lies import LIES

OTHERWISE_SAW = seen._state
PASSES: frozenset[str] = frozenset()


def silent(*_, **__):
    """A check that finds nothing."""


def holds(*_, **__):
    """A question that is answered as it should be."""
    return True


def believed(record, head):
    """What a docket was at the length an act names, whatever head it names."""
    state = OTHERWISE_SAW(record, head)
    docket = record.docket(head.docket)
    return docket.states[head.length] if state is seen.DIFFERS and docket else state


@dataclass(frozen=True)
class Switch:
    """A check, what is in its place while it is off, and its lies: each with what finds it even so."""

    module: ModuleType
    check: str
    off: Callable[..., object]
    lies: Mapping[str, frozenset[str]]


def only(*codes):
    return frozenset(codes)


RELEASED = only("bundle.missing")
"""A release names its act by the digest, so an act that reads otherwise has none."""

SWITCHES = [
    Switch(order, "_follows", silent, {
        "backdated": only("act.refused", "acts.bad-signature"),
        "time_back_without_recovery": only("act.refused", "acts.expired", "bundle.made-before"),
    }),
    Switch(order, "_saw_all", silent, {
        "hidden_revocation": PASSES,
        "stale_case": only(
            "act.refused", "act.saw-otherwise", "bidding.lot-not-open", "solicitation.not-issued"
        ),
        "before_what_it_saw": only("act.saw-otherwise"),
        "bid_left_out": PASSES,
    }),
    Switch(verifying, "check_shown_until", silent, {"list_made_before": PASSES}),
    Switch(verifying, "check_false_time", silent, {
        "act_left_out_of_the_recovery": only("act.saw-later"),
        "true_act_in_the_recovery": PASSES,
    }),
    Switch(verifying, "check_keys", silent, {
        "other_keys": only("receipt.differs"),
        "key_of_nobody": PASSES,
    }),
    Switch(log_order.Leaves, "check", silent, {"bid_dated_back": PASSES, "leaf_held_back": PASSES}),
    Switch(authentic, "_check_proof", silent, {"proof_of_another": only("receipt.differs")}),
    Switch(authentic, "_check_receipt", silent, {
        "renamed_world": only("act.refused", "acts.other-world"),
        "replaced_key_used_on": PASSES,
    }),
    Switch(chains, "_follows", holds, {"follows_another": RELEASED}),
    Switch(chains, "_enters_all", holds, {"bid_not_in_the_index": only("act.saw-otherwise")}),
    Switch(seen, "_names_what_it_rests_on", holds, {"saw_what_it_need_not": RELEASED}),
    Switch(seen, "_state", believed, {"saw_what_is_not_there": RELEASED}),
    Switch(seen, "_may_withhold", holds, {"mandate_not_shown": PASSES, "purchases_not_shown": PASSES}),
    Switch(opened, "_is_of", holds, {"list_of_another_world": PASSES}),
]  # fmt: skip
JUDGED = {
    "other_world",
    "rotation_by_nobody",
    "recovery_by_nobody",
    "second_recovery",
    "purchase_not_added_up",
}
"""Lies that no check finds but the judgement itself."""


class Once(type(OPENSSL)):
    """Primitives that check each signature once."""

    ed25519_verify = cache(type(OPENSSL).ed25519_verify)


ONCE = Once()


@cache
def told(name: str) -> Lie:
    """Each lie is told once."""
    return LIES[name](random.Random(f"{name}/0"))


@cache
def opens(name: str):
    """What opening a bundle gives, and finds."""
    book = Notebook()
    return opened.open_bundle(told(name).files, ONCE, pins=verifying.UNPINNED, book=book), book


def codes(name: str, monkeypatch, *, afresh: bool = False) -> frozenset[str]:
    """What a verification finds; the bundle is opened again only where that is switched."""

    def once(*_, book, **__):
        bundle, before = opens(name)
        book.contradictions += before.contradictions
        book.gaps += before.gaps
        return bundle

    if not afresh:
        monkeypatch.setattr(verifying, "open_bundle", once)
    verdict = verify(told(name).files, ONCE)
    findings = (*verdict.contradictions, *verdict.gaps)
    return frozenset(
        code for one in findings for code in (one.code, *(refusal.code for refusal in one.refusals))
    )


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: f"{switch.module.__name__}.{switch.check}")
def test_a_check_that_is_off_lets_exactly_its_own_lies_pass(switch, monkeypatch):
    monkeypatch.setattr(switch.module, switch.check, switch.off)
    for name in LIES:
        found = codes(name, monkeypatch, afresh=switch.module is opened)
        if name in switch.lies:
            assert (name, found) == (name, switch.lies[name])
        else:
            assert told(name).code in found, name


def test_every_lie_is_found_by_one_check_or_by_the_judgement():
    named = [name for switch in SWITCHES for name in switch.lies]
    assert sorted((*named, *JUDGED)) == sorted(LIES)
