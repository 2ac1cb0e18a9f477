"""The notice of a contract, its secrets taken out by those who sign."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from daylight.core.acts.common import Document
from daylight.core.acts.contracting import PublishContract
from daylight.core.disclosure import ocds
from daylight.core.disclosure.notices.fallen import award_id, price_of, winner_of
from daylight.core.disclosure.notices.notice import LotNotice, Says
from daylight.core.disclosure.occasion import Occasion
from daylight.core.disclosure.parts import document, item, value
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money


@dataclass(frozen=True)
class Contract(LotNotice):
    """The contract with its public text."""

    award: str
    price: Annotated[Money, Says("合同金额", "Contract price")]
    signed_at: Annotated[Instant, Says("签订时间", "Signed")]
    text: Document

    def release(self) -> ocds.Release:
        contract = ocds.Contract(
            id=f"{self.case.ocid}-contract-{self.lot.id}",
            awardID=self.award,
            title=self.lot.title.zh,
            title_en=self.lot.title.en,
            status="active",
            value=value(self.price),
            date_signed=self.signed_at,
            items=tuple(item(one) for one in self.case.items(self.lot.id)),
            documents=(document(self.text, "contractSigned", self.act.at),),
        )
        return replace(self.released("contract"), contracts=(contract,))


def contract_published(occasion: Occasion[PublishContract]) -> Contract:
    """The contract is published."""
    lot = occasion.lot
    if lot.contract.signed_at is None:
        raise LookupError(f"the contract of lot {lot.id!r} is published but not signed")
    award, price = award_id(occasion, lot), price_of(winner_of(lot))
    return Contract(*occasion.about_lot, award, price, lot.contract.signed_at, occasion.deed.public_text)
