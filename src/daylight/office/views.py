"""Folded states of dockets, kept as long as they are current.

A kept state may be behind; that is safe for admissions, because the lane re-checks every head an act has
seen, and a refusal is given only on states read afresh. Shown by ``tests/office/test_views.py``.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from daylight.core.acts.act import Act, Seen, act_digest, read_act
from daylight.core.dockets.indexes import BidIndex, PurchaseIndex
from daylight.core.judgement.fold import apply, index_of, purchase_of
from daylight.core.values.docket import IndexKind, index_name
from daylight.office.ports import Entries

KEPT = 20_000


@dataclass(frozen=True)
class View:
    """A docket's folded state and its head."""

    state: Any
    head: Seen


class Views:
    """The folded states the office looks at: of dockets that exist, the ``kept`` last used."""

    def __init__(self, journal: Entries, kept: int = KEPT) -> None:
        self._journal, self._kept = journal, kept
        self._views: OrderedDict[str, View] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, docket: str, *, fresh: bool) -> View:
        """The state of a docket; ``fresh`` reads what the journal has added since."""
        with self._lock:
            view = self._views.get(docket)
            if view is not None:
                self._views.move_to_end(docket)
        if view is None or fresh:
            view = self._advance(docket, view or View(None, Seen(docket, 0, "")))
            self.keep(docket, view)
        return view

    def index(self, case: str) -> View:
        """The index of a case's bids, always read afresh."""
        name = index_name(IndexKind.BIDS, case)
        links = self._journal.links(name)
        seen = Seen(name, len(links), links[-1].head if links else "")
        dockets = sorted({link.docket for link in links})
        files = [self.of(docket, fresh=True).state for docket in dockets]
        index: BidIndex = index_of(case, files, seen)
        return View(index, seen)

    def purchases(self, name: str) -> View:
        """The index of a purchaser's choices of method, always read afresh: each as it was announced."""
        links = self._journal.links(name)
        seen = Seen(name, len(links), links[-1].head if links else "")
        found = tuple(purchase_of(self._acts(link.docket, link.seq + 1)) for link in links)
        return View(PurchaseIndex(found, seen), seen)

    def _acts(self, docket: str, length: int) -> tuple[Act, ...]:
        return tuple(read_act(entry.source) for entry in self._journal.entries(docket)[:length])

    def at(self, docket: str, length: int) -> Seen:
        """The head a docket had after so many acts."""
        if not length:
            return Seen(docket, 0, "")
        last = self._journal.entries(docket)[length - 1]
        return Seen(docket, length, act_digest(last.source))

    def keep(self, docket: str, view: View) -> None:
        """Keep the view of a docket, unless something newer is kept, and let go of the one longest unused.

        A docket without an act is not kept: anybody may ask for a name he invented, as often as he likes.
        """
        if not view.head.length:
            return
        with self._lock:
            kept = self._views.get(docket)
            if kept is None or kept.head.length <= view.head.length:
                self._views[docket] = view
            self._views.move_to_end(docket)
            while len(self._views) > self._kept:
                self._views.popitem(last=False)

    def _advance(self, docket: str, view: View) -> View:
        for entry in self._journal.entries(docket, view.head.length):
            head = Seen(docket, entry.seq + 1, act_digest(entry.source))
            view = View(apply(view.state, read_act(entry.source)), head)
        return view
