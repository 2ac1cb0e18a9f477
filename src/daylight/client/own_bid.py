"""The docket of one's own bid: only the opening proves its name, so until then it stays what it was once.

Shown by ``tests/client/test_own_docket.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.client.lies import Lied
from daylight.client.pin import Seen
from daylight.core.acts.act import Act, read_act
from daylight.core.acts.dockets import ID_LENGTH, bid_docket
from daylight.core.acts.opening import OpenBids
from daylight.core.dockets.bid import BidFile
from daylight.core.judgement.fold import fold
from daylight.core.values.docket import DocketKind, is_docket

NAME = re.compile(rf"{DocketKind.BID}-[0-9a-f]{{{ID_LENGTH}}}")


def check_name(told: str, case: str, bidders: tuple[str, ...], seen: Seen) -> None:
    """Raise ``Lied`` where a name is none, is that of another bid, or was another before."""
    if not NAME.fullmatch(told):
        raise Lied("docket.misnamed")
    mine = (case, tuple(sorted(bidders)))
    for file in _bids(seen):
        if (file.id == told) != ((file.case, tuple(sorted(file.bidders))) == mine):
            raise Lied("docket.renamed")
    for act in map(_read, seen.dockets.get(case, ())):
        deed = act.intent.deed
        if isinstance(deed, OpenBids) and deed.secret and told != bid_docket(case, bidders, deed.secret):
            raise Lied("docket.renamed")


def with_own(seen: Seen, act: Act) -> Seen:
    """What was seen, and the act of a receipt where it goes on with the own bid of one organisation."""
    before = seen.dockets.get(act.docket, ())
    if not is_docket(act.docket, DocketKind.BID) or act.seq != len(before):
        return seen
    acts = (*before, act.spelled.decode())
    file = fold(map(_read, acts))
    if not isinstance(file, BidFile) or file.bidders != (act.intent.organisation,):
        return seen
    return Seen(seen.checkpoint, {**seen.dockets, act.docket: acts})


def _bids(seen: Seen) -> Iterator[BidFile]:
    for docket, acts in seen.dockets.items():
        if is_docket(docket, DocketKind.BID):
            file = fold(map(_read, acts))
            if isinstance(file, BidFile):
                yield file


def _read(text: str) -> Act:
    return read_act(text.encode())
