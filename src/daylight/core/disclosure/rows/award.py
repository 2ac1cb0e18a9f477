"""How acts of award become public."""

from __future__ import annotations

from daylight.core.acts.award import (
    AwardLot,
    CancelLot,
    DeemFirstAwarded,
    DeliverReport,
    FailLot,
    NotifyBidders,
    ObjectToReport,
    PassOverWinner,
    PublishAward,
)
from daylight.core.disclosure.notices import award as notices
from daylight.core.disclosure.notices import fallen
from daylight.core.disclosure.row import (
    AT_ONCE,
    AWARD,
    INSIDERS,
    SUPERVISED,
    Files,
    Publication,
    Reader,
    Right,
    tells,
    the_lot_named,
)
from daylight.core.values.text import Text

EVALUATION_IS_SECRET = Text("评审保密；结果公告公开", "evaluation is secret until the award notice")


ROWS: tuple[Publication, ...] = (
    Publication(
        DeliverReport,
        Text("送交评审报告", "The evaluation report is delivered"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
        files=(Files("report", (INSIDERS,)),),
    ),
    Publication(
        ObjectToReport,
        Text("采购人对评审报告提出异议", "The purchaser objects to the report"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
        files=(Files("evidence", SUPERVISED),),
    ),
    Publication(
        DeemFirstAwarded,
        Text("逾期视同确定第一名", "Silence confirms the first in rank"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
    ),
    Publication(AwardLot, Text("确定中标人", "The winner is confirmed"), AWARD, silent=EVALUATION_IS_SECRET),
    Publication(
        NotifyBidders, Text("通知投标人", "Bidders are notified"), AWARD, silent=EVALUATION_IS_SECRET
    ),
    Publication(
        PublishAward,
        Text("中标公告", "Award notice"),
        AT_ONCE,
        notice=tells(PublishAward, notices.award_published),
        decides=the_lot_named,
    ),
    Publication(
        PassOverWinner,
        Text("中标人未签约公告", "Notice of a winner who did not sign"),
        AWARD,
        notice=tells(PassOverWinner, fallen.winner_passed_over),
        files=(Files("evidence", (*SUPERVISED, Right(Reader.CONCERNED))),),
    ),
    Publication(
        FailLot,
        Text("废标公告", "Notice of failure"),
        AT_ONCE,
        notice=tells(FailLot, notices.lot_failed),
        decides=the_lot_named,
    ),
    Publication(
        CancelLot,
        Text("终止公告", "Notice of cancellation"),
        AT_ONCE,
        notice=tells(CancelLot, notices.lot_cancelled),
        decides=the_lot_named,
    ),
)
