"""The release of a contract, its secrets taken out by those who sign."""

from __future__ import annotations

from daylight.core.acts.contracting import PublishContract
from daylight.core.disclosure import ocds
from daylight.core.disclosure.award import winner_of
from daylight.core.disclosure.fallen import award_id, price_of
from daylight.core.disclosure.occasion import Occasion, Told
from daylight.core.disclosure.parts import document, fact, items, value


def contract_published(occasion: Occasion[PublishContract]) -> Told:
    """The contract with its public text."""
    case, lot, deed = occasion.after, occasion.lot, occasion.deed
    if lot.contract.signed_at is None:
        raise LookupError(f"the contract of lot {lot.id!r} is published but not signed")
    price = price_of(winner_of(lot))
    contract = ocds.Contract(
        id=f"{occasion.ocid}-contract-{lot.id}",
        awardID=award_id(occasion, lot),
        title=lot.title.zh,
        title_en=lot.title.en,
        status="active",
        value=value(price),
        date_signed=lot.contract.signed_at,
        items=items(case, lot.id),
        documents=(document(deed.public_text, "contractSigned", occasion.act.received_at),),
    )
    facts = (
        fact("采购包", "Lot", lot.title),
        fact("合同金额", "Contract price", price),
        fact("签订时间", "Signed", lot.contract.signed_at),
    )
    return Told(occasion.release("contract", contracts=(contract,)), facts)
