"""Folded states of dockets, kept as long as they are current.

A kept state may be behind; that is safe for admissions, because the lane re-checks every head an act has
seen, and a refusal is given only on states read afresh. Shown by ``tests/office/test_views.py``.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from daylight.core.acts.act import Act, Seen, act_digest, read_act
from daylight.core.dockets.indexes import BidIndex, PurchaseIndex
from daylight.core.judgement.fold import apply, index_of, purchase_of
from daylight.core.values.docket import IndexKind, index_name
from daylight.office.ports import Entries, Entry, IndexLink

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
        view = self._found(docket)
        if view is None or fresh:
            view = view or View(None, Seen(docket, 0, ""))
            view = _onwards(view, self._journal.entries(docket, view.head.length))
            self.keep(docket, view)
        return view

    def several(self, dockets: Iterable[str]) -> dict[str, View]:
        """The states of several dockets, read afresh together."""
        views = {}
        for docket, entries in self._journal.acts_of(dockets).items():
            view = self._found(docket) or View(None, Seen(docket, 0, ""))
            views[docket] = _onwards(view, entries[view.head.length :])
            self.keep(docket, views[docket])
        return views

    def index(self, case: str) -> View:
        """The index of a case's bids, always read afresh: what was kept of it, and the dockets that moved."""
        before, links, seen = self._extended(index_name(IndexKind.BIDS, case))
        files = {file.id: file for file in (before.files if before else ())}
        lengths = {link.docket: link.seq + 1 for link in links}
        known = {docket: view for docket in lengths if (view := self._found(docket))}
        current = {docket for docket, view in known.items() if view.head.length >= lengths[docket]}
        moved = known | self.several(lengths.keys() - current)
        files |= {docket: view.state for docket, view in moved.items()}
        index: BidIndex = index_of(case, files.values(), seen) if links or not before else before
        return self._kept_index(View(index, seen))

    def purchases(self, name: str) -> View:
        """The index of a purchaser's choices of method, always read afresh: each as it was announced."""
        before, links, seen = self._extended(name)
        acts = self._journal.acts_of({link.docket for link in links})
        found = (purchase_of(_read(acts[link.docket][: link.seq + 1])) for link in links)
        known = before.purchases if before else ()
        index = PurchaseIndex((*known, *found), seen) if links or not before else before
        return self._kept_index(View(index, seen))

    def _extended(self, name: str) -> tuple[Any, tuple[IndexLink, ...], Seen]:
        """What is kept of an index, the links it lacks, and the head with them."""
        kept = self._found(name) or View(None, Seen(name, 0, ""))
        links = self._journal.links(name, kept.head.length)
        length, head = kept.head.length + len(links), links[-1].head if links else kept.head.digest
        return kept.state, links, Seen(name, length, head)

    def _kept_index(self, view: View) -> View:
        self.keep(view.head.docket, view)
        return view

    def at(self, docket: str, length: int) -> Seen:
        """The head a docket had after so many acts."""
        if not length:
            return Seen(docket, 0, "")
        last = self._journal.entries(docket, length - 1)[0]
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

    def _found(self, docket: str) -> View | None:
        with self._lock:
            view = self._views.get(docket)
            if view is not None:
                self._views.move_to_end(docket)
            return view


def _onwards(view: View, entries: Iterable[Entry]) -> View:
    for entry in entries:
        head = Seen(entry.docket, entry.seq + 1, act_digest(entry.source))
        view = View(apply(view.state, read_act(entry.source)), head)
    return view


def _read(entries: Iterable[Entry]) -> tuple[Act, ...]:
    return tuple(read_act(entry.source) for entry in entries)
