"""Whether what is shown now continues what was seen before: the log, and each docket as far as it is read.

Rights can end, so a docket may be shown shorter than before: but no shorter than its reader may read it, by
the very function the server asks. Shown by ``tests/client/test_lying_door.py``.
"""

from __future__ import annotations

from daylight.client.lies import Lied
from daylight.client.pin import Seen
from daylight.core.acts.act import act_digest, read_act
from daylight.core.disclosure.rights import Who, length_shown, readers
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case
from daylight.core.judgement.fold import fold
from daylight.core.ledger.checkpoint import Checkpoint
from daylight.core.ledger.tree import verify_consistency
from daylight.core.values.docket import REGISTRY, DocketKind, is_docket
from daylight.verifier.shape import place_of
from daylight.verifier.view import Looked, View

Acts = tuple[str, ...]
"""The acts of a docket, each as the text of its canonical bytes."""


def continues(looked: Looked, since: Checkpoint) -> None:
    """Raise ``Lied`` where the log is shorter than it was, or does not begin with what it was."""
    now = looked.checkpoint
    if now is None or now.size < since.size:
        raise Lied("log.shorter")
    if not verify_consistency(looked.since, since.root, now.root, old=since.size, new=now.size):
        raise Lied("log.forked")


def is_no_shorter(looked: Looked, docket: str, before: Acts, who: Who) -> None:
    """Raise ``Lied`` where a docket is not what it was before, as far as ``who`` may read it."""
    heads = next((chain.heads for chain in looked.chains if chain.id == docket), ("",))
    known = ("", *(act_digest(text.encode()) for text in before))
    both = min(len(heads), len(known))
    if heads[:both] != known[:both]:
        raise Lied("docket.shorter", docket=docket)
    if len(heads) < len(known) and len(heads) - 1 < _readable(docket, before, who):
        raise Lied("docket.shorter", docket=docket)


def must_be_shown(docket: str, before: Acts, who: Who, case: str, beside: str) -> bool:
    """Whether a docket seen before belongs in the view: the case, the world's own, the reader's own bid.

    Beside all bids every bid belongs in it.
    """
    if docket == case or is_docket(docket, DocketKind.WORLD):
        return True
    if not is_docket(docket, DocketKind.BID) or beside == "applications":
        return False
    state = fold(tuple(read_act(text.encode()) for text in before))
    if not isinstance(state, BidFile) or state.case != case:
        return False
    return beside == "bids" or who.organisation in state.bidders


def _readable(docket: str, before: Acts, who: Who) -> int:
    """How much of what was seen may still be read: of a case by its state, of any other docket all of it."""
    acts = tuple(read_act(text.encode()) for text in before)
    if not is_docket(docket, DocketKind.CASE):
        return len(acts)
    state = fold(acts)
    return length_shown(docket, acts, readers(who, state if isinstance(state, Case) else None))


def texts(looked: Looked, view: View) -> dict[str, Acts]:
    """The acts of each docket beyond the register, and of the world's own, as they were shown."""
    files = {one.path: one.text for one in view.files}
    return {
        chain.id: tuple(files[place_of("acts", chain.id, seq)] for seq in range(len(chain.acts)))
        for chain in looked.chains
        if is_docket(chain.id, DocketKind.WORLD) or not is_docket(chain.id, *REGISTRY)
    }


def remembered(looked: Looked, view: View, seen: Seen) -> Seen:
    """What was seen before, with the dockets of which this view shows more, and its checkpoint."""
    longer = {
        id: acts for id, acts in texts(looked, view).items() if len(acts) > len(seen.dockets.get(id, ()))
    }
    return Seen(looked.note or seen.checkpoint, {**seen.dockets, **longer})
