"""An imported intention as the first deeds of a case: the requirement, and the notice of it.

What a list never tells, such as the kind of object or the English words, is asked for, not guessed.
Shown by ``tests/imports/test_requirement.py``.
"""

from __future__ import annotations

from daylight.core.acts.planning import DefineRequirement, Item, LotPlan, ObjectKind, PublishIntention
from daylight.core.values.text import Text
from daylight.imports.fault import ImportFault
from daylight.imports.intentions import Intention

LOT = "1"
ONE = Text("项", "lot")


def requirement_of(
    intention: Intention,
    territory: str,
    *,
    object: ObjectKind,
    english: str = "",
    standard: bool = False,
    suppliers_surveyed: int = 0,
) -> DefineRequirement:
    """The requirement of one lot and one line; ``source`` names the intention it came from."""
    if intention.amount is None:
        raise ImportFault(
            Text(f"“{intention.item}”没有预算金额。", f"“{intention.item}” has no budget."),
            Text("请先向采购人核实金额。", "Ask the purchaser for the amount first."),
        )
    title = _title(intention, english)
    return DefineRequirement(
        title=title,
        object=object,
        standard=standard,
        territory=territory,
        lots=(LotPlan(LOT, title, intention.amount),),
        items=(Item(f"{LOT}-1", LOT, _need(intention, english), 1, ONE),),
        suppliers_surveyed=suppliers_surveyed,
        source=f"intention:{intention.identity}",
    )


def notice_of(
    intention: Intention, *, english: str = "", reserved_for_smes: bool | None = None
) -> PublishIntention:
    """The notice to the market; a list that doesn't say whether it is reserved for SMEs needs an answer."""
    reserved = intention.reserved_for_smes if reserved_for_smes is None else reserved_for_smes
    if reserved is None:
        zh, en = (
            (f"（原文：{words}）", f" (it says {words})") if (words := intention.reserved_words) else ("", "")
        )
        raise ImportFault(
            Text(
                f"“{intention.item}”未说明是否面向中小企业预留{zh}。",
                f"“{intention.item}” doesn't say whether it is reserved for SMEs{en}.",
            ),
            Text("请由采购人说明。", "Let the purchaser say so."),
        )
    return PublishIntention(intention.month, reserved, _need(intention, english))


def _title(intention: Intention, english: str) -> Text:
    return Text(intention.item, english or intention.item)


def _need(intention: Intention, english: str) -> Text:
    told = intention.need or intention.item
    return Text(told, english or told)
