"""What an auditor's bundle has beside the cases asked for: whatever acts in them rest on.

Cases they name come whole. A purchaser's earlier purchases, which are added up when a method is chosen, come
as the index of then and each case up to its choice; whole, where that rests on more than the register.
Shown by ``tests/verifier/test_audited.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from daylight.core.acts.act import Act, Seen
from daylight.core.disclosure.visibility import framework_above
from daylight.core.values.docket import REGISTRY, DocketKind, IndexKind, is_docket, is_index
from daylight.verifier.chains import Link

Dockets = Mapping[str, tuple[Act, ...]]


@dataclass(frozen=True)
class Audited:
    """The cases that are shown whole, the indexes of purchases by name, and cases up to a choice."""

    cases: tuple[str, ...]
    purchases: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    begun: Dockets = field(default_factory=dict)


def audited(
    cases: Iterable[str],
    dockets: Callable[[str], Dockets],
    entered: Callable[[str, int], tuple[Link, ...]],
    read: Callable[[str], tuple[Act, ...]],
) -> Audited:
    """All that these cases rest on; ``dockets`` are those of a case, ``entered`` the first of an index."""
    found: set[str] = set()
    wanted, lengths = set(cases), dict[str, int]()
    while True:
        for case in sorted(wanted - found):
            acts = [act for shown in dockets(case).values() for act in shown]
            seen = [one for act in acts for one in act.seen if one.length]
            wanted |= {one.docket for one in seen if is_docket(one.docket, DocketKind.CASE)}
            wanted |= {
                above
                for act in acts
                if act.docket == case and not act.seq and (above := framework_above(act))
            }
            _note_lengths(lengths, acts)
            found.add(case)
        purchases = {name: entered(name, length) for name, length in sorted(lengths.items())}
        begun = _begun(purchases, found, read)
        wanted |= {case for case, acts in begun.items() if not all(map(_stands_alone, acts))}
        if wanted <= found:
            return Audited(tuple(sorted(found)), purchases, begun)


def _note_lengths(lengths: dict[str, int], acts: Iterable[Act]) -> None:
    for one in (one for act in acts for one in act.seen if is_index(one.docket, IndexKind.PURCHASES)):
        lengths[one.docket] = max(one.length, lengths.get(one.docket, 0))


def _begun(
    purchases: Mapping[str, tuple[Link, ...]], whole: set[str], read: Callable[[str], tuple[Act, ...]]
) -> Dockets:
    """The cases that are entered, each up to its last choice of method that is."""
    ends: dict[str, int] = {}
    for link in (link for links in purchases.values() for link in links if link.docket not in whole):
        ends[link.docket] = max(link.seq + 1, ends.get(link.docket, 0))
    return {case: read(case)[:end] for case, end in sorted(ends.items())}


def _stands_alone(act: Act) -> bool:
    """Whether an act rests on the register, its own case and earlier purchases alone."""
    return all(one.docket == act.docket or _is_beside(one) for one in act.seen if one.length)


def _is_beside(seen: Seen) -> bool:
    return is_docket(seen.docket, *REGISTRY) or is_index(seen.docket, IndexKind.PURCHASES)
