"""Second step: each docket is one chain, and the index of bids enters every act of every bid.

Shown by ``tests/verifier/test_forgeries.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from daylight.core.acts.act import Act, Seen, act_digest
from daylight.core.disclosure.visibility import bids_are_public
from daylight.core.judgement.fold import index_link
from daylight.core.values.docket import DocketKind, IndexKind, index_name, is_docket
from daylight.core.values.plain import Misshapen, build, read_plain
from daylight.verifier.authentic import Authentic
from daylight.verifier.findings import Notebook
from daylight.verifier.shape import INDEX


@dataclass(frozen=True)
class Chain:
    """A docket: acts that follow one another, and the head digest after each, beginning with none."""

    id: str
    acts: tuple[Act, ...]
    heads: tuple[str, ...]


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

    def entered(self, length: int) -> Mapping[str, int]:
        """How many acts of each bid the first links enter."""
        return Counter(link.docket for link in self.links[:length])


@dataclass(frozen=True)
class Chained:
    """The dockets of a shelf as chains; ``index`` is nothing where no bids are shown.

    ``purchases`` are the indexes of purchases by name, of the whole bundle.
    """

    authentic: Authentic
    chains: Mapping[str, Chain]
    index: Index | None
    purchases: Mapping[str, Index] = field(default_factory=dict)

    @property
    def case(self) -> Chain:
        """The case the shelf is about."""
        return self.chains[self.authentic.shelf.case]

    def reached(self, seen: Seen) -> Iterable[tuple[str, int]]:
        """The dockets of the shelf, with their lengths, behind a head that was seen; none if it is none."""
        if self.index and self.index.id == seen.docket:
            return self.index.entered(seen.length).items() if stands(self.index.heads, seen) else ()
        return _reached(self.chains, seen)

    def rests_on(self, seen: Seen, everywhere: Mapping[str, Chain]) -> Iterator[tuple[str, int]]:
        """The same, and the dockets of other shelves, and purchases, wherever they are."""
        yield from self.reached(seen)
        if seen.docket not in self.chains:
            yield from _reached(everywhere, seen)
        bought = self.purchases.get(seen.docket)
        if bought and stands(bought.heads, seen):
            yield from (
                (link.docket, link.seq + 1)
                for link in bought.links[: seen.length]
                if link.docket in everywhere and link.seq < len(everywhere[link.docket].acts)
            )


def _reached(chains: Mapping[str, Chain], seen: Seen) -> Iterable[tuple[str, int]]:
    chain = chains.get(seen.docket)
    return ((chain.id, seen.length),) if chain and seen.length and stands(chain.heads, seen) else ()


NO_PURCHASES: Mapping[str, Index] = {}


def stands(heads: tuple[str, ...], seen: Seen) -> bool:
    """Whether what was seen is one of these heads."""
    return seen.length < len(heads) and heads[seen.length] == seen.digest


def chained(
    authentic: Authentic, book: Notebook, purchases: Mapping[str, Index] = NO_PURCHASES
) -> Chained | None:
    """The chains of a shelf; nothing where the case it is about is not there."""
    chains = {docket: _chain(docket, placed, book) for docket, placed in authentic.acts.items()}
    case = authentic.shelf.case
    if not case:
        return Chained(authentic, chains, None, purchases)
    if case not in chains:
        book.miss("docket.missing", case, "缺少案卷本身", "the case itself is missing")
        return None
    return Chained(authentic, chains, _index(authentic, chains, book), purchases)


def _chain(docket: str, placed: list[tuple[Act, bytes]], book: Notebook) -> Chain:
    """A docket act by act; a gap or a broken link ends it."""
    acts: list[Act] = []
    heads = [""]
    for place, (act, source) in enumerate(placed):
        if act.seq != place:
            book.miss("docket.gap", f"{docket}/{place}", "案卷缺少此行为", "the docket lacks this act")
            break
        if not _follows(act, heads[-1]):
            book.against(act, "docket.broken", "与前一行为的链接断开", "does not follow the act before it")
            break
        acts.append(act)
        heads.append(act_digest(source))
    return Chain(docket, tuple(acts), tuple(heads))


def _follows(act: Act, head: str) -> bool:
    """Whether an act is signed for as the next of this head."""
    return act.previous == head


def _index(authentic: Authentic, chains: Mapping[str, Chain], book: Notebook) -> Index | None:
    """The index of the case's bids as the bundle has it: every act of every bid, each once, in its order."""
    bundle, case, path = authentic.bundle, authentic.shelf.case, authentic.shelf.home + INDEX
    if path not in bundle.contents:
        return None  # only a view has none
    try:
        links = build(tuple[Link, ...], read_plain(bundle.contents[path]))
    except Misshapen as error:
        book.contradict("index.unreadable", path, f"索引不可读：{error}", f"cannot be read: {error}", path)
        return None
    placed = {docket: [act for act, _ in acts] for docket, acts in authentic.acts.items()}
    shown = [Link(act.docket, act.seq) for acts in placed.values() if _bid_for(case, acts) for act in acts]
    party = bundle.listing.scope == "party"
    if not (links or bundle.young) and (party or not (shown or bids_are_public(placed[case]))):
        return None
    seen: Counter[str] = Counter()
    heads = [""]
    for link in links:
        chain = chains.get(link.docket)
        if chain is None or link.seq != seen[link.docket] or link.seq >= len(chain.acts):
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
    if not _enters_all(links, shown):
        book.contradict("index.incomplete", path, "有投标行为未列入索引", "a bid is not in the index", path)
        return None
    return Index(index_name(IndexKind.BIDS, case), links, tuple(heads))


def _enters_all(links: Iterable[Link], shown: Iterable[Link]) -> bool:
    """Whether an index enters every act of every bid that is shown, and no other."""
    return Counter(links) == Counter(shown)


def _bid_for(case: str, acts: list[Act]) -> bool:
    return is_docket(acts[0].docket, DocketKind.BID) and any(
        getattr(act.intent.deed, "case", "") == case for act in acts
    )
