"""Fold each docket once: every prefix has its state and head, so any act can be judged where it stood.

Shown by ``tests/verifier/test_forgeries.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from daylight.core.acts.act import Act, Seen, act_digest
from daylight.core.disclosure.visibility import bids_are_public
from daylight.core.judgement.fold import apply, index_link, index_of
from daylight.core.values.docket import DocketKind, IndexKind, index_name, is_docket
from daylight.core.values.plain import Misshapen, build, read_plain
from daylight.verifier.findings import Notebook
from daylight.verifier.opened import Bundle
from daylight.verifier.shape import INDEX
from daylight.verifier.shelves import Shelf


@dataclass(frozen=True)
class Chain:
    """A docket: its acts, and state and head digest after each of them, beginning with none."""

    id: str
    acts: tuple[Act, ...]
    states: tuple[Any, ...]
    heads: tuple[str, ...]

    @property
    def length(self) -> int:
        """How many of its acts can be folded."""
        return len(self.states) - 1


@dataclass(frozen=True)
class Link:
    """A link of the index of bids: which act it enters."""

    docket: str
    seq: int


@dataclass(frozen=True)
class Index:
    """The index of a case's bids: what each link entered, and the head after it, beginning with none."""

    id: str
    links: tuple[Link, ...]
    heads: tuple[str, ...]


def chain_of(docket: str, placed: list[tuple[Act, bytes]], book: Notebook) -> Chain:
    """Fold a docket act by act; a gap, a broken link or an impossible effect ends it."""
    states: list[Any] = [None]
    heads = [""]
    for place, (act, source) in enumerate(placed):
        if act.seq != place:
            book.miss("docket.gap", f"{docket}/{place}", "案卷缺少此行为", "the docket lacks this act")
            break
        if act.previous != heads[-1]:
            book.against(act, "docket.broken", "与前一行为的链接断开", "does not follow the act before it")
            break
        try:
            states.append(apply(states[-1], act))
        except Exception as error:  # a forged act may break an effect in any way
            book.against(act, "act.impossible", "此行为不可能发生在此状态", f"cannot be applied: {error!r}")
            break
        heads.append(act_digest(source))
    return Chain(docket, tuple(act for act, _ in placed), tuple(states), tuple(heads))


def index_of_bids(bundle: Bundle, shelf: Shelf, chains: Mapping[str, Chain], book: Notebook) -> Index | None:
    """The index of the case's bids as the bundle has it: every act of every bid, each once, in its order."""
    case, path = shelf.case, shelf.home + INDEX
    try:
        links = build(tuple[Link, ...], read_plain(bundle.contents[path]))
    except Misshapen as error:
        book.contradict("index.unreadable", path, f"索引不可读：{error}", f"cannot be read: {error}", path)
        return None
    shown = [
        Link(chain.id, act.seq) for chain in chains.values() if _bids_for(chain, case) for act in chain.acts
    ]
    nothing_to_show = not shown and not (case in chains and bids_are_public(chains[case].acts))
    if not links and (bundle.listing.scope == "party" or nothing_to_show):
        return None
    seen: Counter[str] = Counter()
    heads = [""]
    for link in links:
        chain = chains.get(link.docket)
        if chain is None or link.seq != seen[link.docket] or link.seq >= len(chain.heads) - 1:
            book.contradict(
                "index.order",
                f"{link.docket}/{link.seq}",
                "索引与投标案卷不符",
                "the index differs from the bids",
                path,
            )
            return None
        seen[link.docket] += 1
        heads.append(index_link(heads[-1], chain.heads[link.seq + 1]))
    if sorted((link.docket, link.seq) for link in links) != sorted((link.docket, link.seq) for link in shown):
        book.contradict("index.incomplete", path, "有投标行为未列入索引", "a bid is not in the index", path)
        return None
    return Index(index_name(IndexKind.BIDS, case), links, tuple(heads))


def bids_at(index: Index, length: int, chains: Mapping[str, Chain]) -> Any:
    """The state of the index after so many links."""
    entered = Counter(link.docket for link in index.links[:length])
    files = [chains[docket].states[count] for docket, count in sorted(entered.items())]
    return index_of(index.id.partition(":")[2], files, Seen(index.id, length, index.heads[length]))


def _bids_for(chain: Chain, case: str) -> bool:
    return is_docket(chain.id, DocketKind.BID) and any(
        getattr(act.intent.deed, "case", "") == case for act in chain.acts
    )
