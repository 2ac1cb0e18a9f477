"""Everything public about one case, read once: three queries, whatever its size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from daylight.core.disclosure.merge import compiled
from daylight.core.disclosure.page import Page
from daylight.core.disclosure.shown import OpenedBid, ShownEvaluation, ShownLot
from daylight.core.values.plain import build
from daylight.core.values.text import Text
from daylight.sites.kit.here import offset_of
from daylight.store import board, models


@dataclass(frozen=True)
class CaseFile:
    """A case with its notices, its releases and what they add up to."""

    row: models.CaseRow
    pages: tuple[Page, ...]
    releases: tuple[dict[str, Any], ...]

    @cached_property
    def compiled(self) -> dict[str, Any]:
        """The compiled release."""
        return compiled(self.releases)

    @property
    def tender(self) -> dict[str, Any]:
        """The tender of the compiled release."""
        found: dict[str, Any] = self.compiled.get("tender", {})
        return found

    @property
    def offset(self) -> int:
        """Minutes east of Greenwich where the case is."""
        return offset_of(self.row.territory)

    @cached_property
    def lots(self) -> tuple[ShownLot, ...]:
        """The lots as they were told last."""
        return next((page.shown.lots for page in reversed(self.pages) if page.shown.lots), ())

    @cached_property
    def opened(self) -> tuple[OpenedBid, ...]:
        """The bids as they were read out, each once; none before the opening."""
        return tuple({(bid.lot, bid.id): bid for page in self.pages for bid in page.shown.opened}.values())

    @cached_property
    def evaluations(self) -> tuple[ShownEvaluation, ...]:
        """The published evaluations, lot by lot; a second award tells the same one again."""
        told = (page.shown.evaluation for page in self.pages if page.shown.evaluation)
        return tuple({one.lot: one for one in told}.values())

    def award(self, lot: str) -> dict[str, Any] | None:
        """The last award of a lot, whether it stands or its winner was passed over."""
        awards = (one for one in self.compiled.get("awards", ()) if lot in one["relatedLots"])
        return next(reversed(tuple(awards)), None)

    @cached_property
    def bidder_names(self) -> dict[str, Text]:
        """Who stands behind each opened bid."""
        return {
            bid.id: Text("、".join(one.zh for one in bid.bidders), ", ".join(one.en for one in bid.bidders))
            for bid in self.opened
        }

    @cached_property
    def parties(self) -> dict[str, Text]:
        """Names of the public parties by their ids."""
        return {one["id"]: Text(one["name"], one["name_en"]) for one in self.compiled.get("parties", ())}

    def party(self, reference: dict[str, Any], lang: str) -> str:
        """The name of a referenced party."""
        known = self.parties.get(reference["id"])
        return known.of(lang) if known else str(reference["name"])


def read_case(ocid: str) -> CaseFile | None:
    """The file of a case; nothing where there is no such case."""
    found = board.case_page(ocid)
    if found is None:
        return None
    pages = tuple(build(Page, notice.page) for notice in found.notices)
    return CaseFile(found.row, pages, board.releases(ocid))
