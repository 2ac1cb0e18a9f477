"""How acts of framework become public."""

from __future__ import annotations

from daylight.core.acts.framework import (
    BuyOffList,
    CallOff,
    EndListing,
    GiveBackQuota,
    ListSuppliers,
    OpenCallOff,
    OpenCompetition,
    OpenListing,
    SignFramework,
)
from daylight.core.disclosure.notices import framework as notices
from daylight.core.disclosure.row import (
    AT_ONCE,
    HOST,
    Files,
    Publication,
    Reader,
    Right,
    lots_bought,
    tells,
    the_lot_named,
)
from daylight.core.values.text import Text

THE_BUNDLE_SHOWS = Text("入围结果已公告，验证包中可见", "the list was published; the bundle shows it")


ROWS: tuple[Publication, ...] = (
    Publication(
        ListSuppliers,
        Text("入围结果公告", "Notice of the suppliers listed"),
        AT_ONCE,
        notice=tells(ListSuppliers, notices.suppliers_listed),
        decides=the_lot_named,
    ),
    Publication(
        SignFramework,
        Text("签订框架协议", "A party signs the framework agreement"),
        AT_ONCE,
        silent=THE_BUNDLE_SHOWS,
        files=(Files("text", (HOST, Right(Reader.CONCERNED))),),
    ),
    Publication(OpenListing, Text("登记入围", "A listing opens"), AT_ONCE, silent=THE_BUNDLE_SHOWS),
    Publication(
        CallOff,
        Text("从入围供应商中确定成交", "A purchaser calls off from a listing"),
        AT_ONCE,
        silent=Text("随成交公告公开", "it is told with the notice of the call-off"),
    ),
    Publication(
        OpenCallOff,
        Text("框架协议成交公告", "Notice of a call-off"),
        AT_ONCE,
        notice=tells(OpenCallOff, notices.call_off_opened),
        decides=lots_bought,
    ),
    Publication(
        OpenCompetition,
        Text("二次竞价公告", "Listed suppliers are to compete"),
        AT_ONCE,
        notice=tells(OpenCompetition, notices.competition_opened),
    ),
    Publication(
        GiveBackQuota, Text("退回协议额度", "A quota is given back"), AT_ONCE, silent=THE_BUNDLE_SHOWS
    ),
    Publication(
        BuyOffList,
        Text("协议外采购成交公告", "Notice of a purchase off the list"),
        AT_ONCE,
        notice=tells(BuyOffList, notices.bought_off_list),
        decides=lots_bought,
        files=(Files("offer", (HOST,)),),
    ),
    Publication(
        EndListing,
        Text("退出或清退入围供应商", "A supplier leaves the list"),
        AT_ONCE,
        silent=THE_BUNDLE_SHOWS,
        files=(Files("evidence", (HOST, Right(Reader.OWN))),),
    ),
)
