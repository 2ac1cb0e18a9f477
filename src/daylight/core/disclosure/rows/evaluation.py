"""How acts of evaluation become public."""

from __future__ import annotations

from daylight.core.acts.act import Act
from daylight.core.acts.evaluation import (
    AnswerLowPrice,
    AskAboutLowPrice,
    CallForFinalOffers,
    ChangeTerms,
    ConcludeEvaluation,
    ConfirmTerms,
    CorrectArithmetic,
    DeclareRecusal,
    FormCommittee,
    JudgeLowPrice,
    JudgePreferences,
    PrepareDraw,
    RecordNegotiation,
    ReviewConformity,
    ReviewQualification,
    ScoreBid,
)
from daylight.core.disclosure.row import AWARD, INSIDERS, Files, Publication, Reader, Right
from daylight.core.values.text import Text

EVALUATION_IS_SECRET = Text("评审保密；结果公告公开", "evaluation is secret until the award notice")


INVITATION = "/invitation"


def is_an_invitation(act: Act) -> bool:
    """A draw of those who are invited names nobody: handles and salted digests."""
    return act.deed(PrepareDraw).rules.draw_id.endswith(INVITATION)


ROWS: tuple[Publication, ...] = (
    Publication(
        PrepareDraw,
        Text("准备抽取", "A draw is prepared"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
        early=is_an_invitation,
    ),
    Publication(
        FormCommittee, Text("组建评标委员会", "The committee is formed"), AWARD, silent=EVALUATION_IS_SECRET
    ),
    Publication(DeclareRecusal, Text("回避", "A member steps down"), AWARD, silent=EVALUATION_IS_SECRET),
    Publication(
        ReviewQualification, Text("资格审查", "Qualification is reviewed"), AWARD, silent=EVALUATION_IS_SECRET
    ),
    Publication(
        ReviewConformity, Text("符合性审查", "Conformity is reviewed"), AWARD, silent=EVALUATION_IS_SECRET
    ),
    Publication(
        JudgePreferences,
        Text("认定价格扣除", "Claimed preferences are judged"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
    ),
    Publication(
        CorrectArithmetic,
        Text("算术修正", "Arithmetic is corrected"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
        files=(Files("confirmation", (INSIDERS, Right(Reader.CONCERNED))),),
    ),
    Publication(
        AskAboutLowPrice,
        Text("要求说明异常低价", "A low price is asked about"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
    ),
    Publication(
        AnswerLowPrice,
        Text("说明异常低价", "A low price is explained"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
        files=(Files("evidence", (INSIDERS,)),),
    ),
    Publication(
        JudgeLowPrice, Text("认定异常低价", "A low price is judged"), AWARD, silent=EVALUATION_IS_SECRET
    ),
    Publication(
        RecordNegotiation,
        Text("谈判（磋商）记录", "A negotiation is recorded"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
    ),
    Publication(
        ChangeTerms,
        Text("变动采购需求或合同条款", "Negotiated terms are changed"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
        files=(Files("documents", (INSIDERS, Right(Reader.BIDDER))),),
    ),
    Publication(
        ConfirmTerms,
        Text("采购人代表确认变动", "A change of terms is confirmed"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
    ),
    Publication(
        CallForFinalOffers,
        Text("要求提交最后报价", "Final offers are called for"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
    ),
    Publication(ScoreBid, Text("评审打分", "A member marks a bid"), AWARD, silent=EVALUATION_IS_SECRET),
    Publication(
        ConcludeEvaluation,
        Text("评审结论", "The evaluation is concluded"),
        AWARD,
        silent=EVALUATION_IS_SECRET,
    ),
)
