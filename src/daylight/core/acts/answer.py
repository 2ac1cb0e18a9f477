"""What the door answers: a receipt for an act, or a note of refusal; both signed by the gateway.

A receipt holds the intake note of ``daylight.core.ledger.intake`` with the salt and the act, so its owner can
show offline that the log owes him this leaf. A refusal note names the intent and the instant it arrived,
so late is provably late; typed facts travel beside it. Shown by ``tests/office/test_perform.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.core.values.fact import build_fact, plain_fact
from daylight.core.values.plain import Misshapen
from daylight.core.values.refusal import Refusal

REFUSAL_HEADING = "daylight-refusal/v1"


@dataclass(frozen=True)
class Receipt:
    """The signed intake note of an act, with what opens its commitment."""

    note: bytes
    salt: bytes
    act: bytes


@dataclass(frozen=True)
class RefusalNote:
    """Every reason why an intent was not admitted, and the signed note of it."""

    note: bytes
    intent: str
    refusals: tuple[Refusal, ...]


def plain_facts(note: RefusalNote) -> list[dict[str, object]]:
    """The typed facts of each refusal, as the interface gives them beside the note."""
    return [{name: plain_fact(fact) for name, fact in one.values.items()} for one in note.refusals]


def with_facts(note: RefusalNote, said: object) -> RefusalNote:
    """The note with the typed facts that came beside it: one for each that is spelled in it."""
    if not isinstance(said, list) or len(said) != len(note.refusals):
        raise Misshapen(".facts", "the facts of each refusal are expected")
    pairs = zip(note.refusals, said, strict=True)
    return replace(note, refusals=tuple(_typed(one, facts) for one, facts in pairs))


def _typed(refusal: Refusal, said: object) -> Refusal:
    if not isinstance(said, dict) or said.keys() != dict(refusal.facts).keys():
        raise Misshapen(".facts", f"the facts spelled for {refusal.code} are expected")
    return replace(refusal, values={name: build_fact(fact, f".{name}") for name, fact in said.items()})
