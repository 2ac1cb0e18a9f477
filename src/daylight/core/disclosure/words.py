"""One line for every kind of act: what it is, in the words of the glossary."""

from __future__ import annotations

from daylight.core.values.text import Text

WORDS: dict[str, Text] = {
    "RegisterPerson": Text("人员登记", "A person registers"),
    "RegisterOrganisation": Text("单位登记", "An organisation is registered"),
    "GrantMandate": Text("授权", "A mandate is granted"),
    "RevokeMandate": Text("撤回授权", "A mandate is revoked"),
    "DefineRequirement": Text("确定采购需求", "The requirement is defined"),
    "ReviewRequirement": Text("审查采购需求", "The requirement is reviewed"),
    "PublishIntention": Text("采购意向公开", "Notice of planned procurement"),
    "ChooseMethod": Text("确定采购方式", "The procurement method is chosen"),
    "ApproveMethod": Text("批复采购方式", "The choice of method is approved or not"),
    "PublishSoleSource": Text("单一来源采购公示", "The only supplier is made public"),
    "ObjectToSoleSource": Text("对单一来源提出异议", "A supplier objects to the only supplier"),
    "AnswerObjection": Text("论证异议", "The objection is argued"),
    "EntrustAgency": Text("委托采购代理机构", "An agency is entrusted"),
    "AppointKeyHolders": Text("确定解密钥持有人", "Key holders are appointed"),
    "InviteSuppliers": Text("邀请供应商", "Suppliers are invited"),
    "IssueSolicitation": Text("采购公告", "Solicitation notice"),
    "ObtainDocuments": Text("获取采购文件", "Documents are obtained"),
    "RaiseEnquiry": Text("供应商询问", "A supplier enquires"),
    "AnswerEnquiry": Text("询问答复", "An enquiry is answered"),
    "IssueClarification": Text("更正公告", "Clarification or amendment"),
    "SubmitBid": Text("提交投标文件", "A bid is submitted"),
    "WithdrawBid": Text("撤回投标", "A bid is withdrawn"),
    "RecordBidSecurity": Text("登记投标保证金", "A bid security is recorded"),
    "ReleaseShares": Text("释放密钥份额", "A holder releases shares"),
    "OpenBids": Text("开标记录", "Opening record"),
    "PrepareDraw": Text("准备抽取", "A draw is prepared"),
    "FormCommittee": Text("组建评标委员会", "The committee is formed"),
    "DeclareRecusal": Text("回避", "A member steps down"),
    "ReviewQualification": Text("资格审查", "Qualification is reviewed"),
    "ReviewConformity": Text("符合性审查", "Conformity is reviewed"),
    "JudgePreferences": Text("认定价格扣除", "Claimed preferences are judged"),
    "CorrectArithmetic": Text("算术修正", "Arithmetic is corrected"),
    "AskAboutLowPrice": Text("要求说明异常低价", "A low price is asked about"),
    "AnswerLowPrice": Text("说明异常低价", "A low price is explained"),
    "JudgeLowPrice": Text("认定异常低价", "A low price is judged"),
    "RecordNegotiation": Text("谈判（磋商）记录", "A negotiation is recorded"),
    "ChangeTerms": Text("变动采购需求或合同条款", "Negotiated terms are changed"),
    "ConfirmTerms": Text("采购人代表确认变动", "A change of terms is confirmed"),
    "CallForFinalOffers": Text("要求提交最后报价", "Final offers are called for"),
    "ScoreBid": Text("评审打分", "A member marks a bid"),
    "ConcludeEvaluation": Text("评审结论", "The evaluation is concluded"),
    "ReopenEvaluation": Text("重新评审", "The evaluation is opened again"),
    "AwardLot": Text("确定中标人", "The winner is confirmed"),
    "NotifyBidders": Text("通知投标人", "Bidders are notified"),
    "PublishAward": Text("中标公告", "Award notice"),
    "FailLot": Text("废标公告", "Notice of failure"),
    "CancelLot": Text("终止公告", "Notice of cancellation"),
    "SignContract": Text("签订合同", "A party signs the contract"),
    "PublishContract": Text("合同公告", "Contract notice"),
}

SILENT: dict[str, Text] = {
    **dict.fromkeys(
        ("RegisterPerson", "RegisterOrganisation", "GrantMandate", "RevokeMandate"),
        Text("登记事项不属于任何采购项目", "the register belongs to no case"),
    ),
    **dict.fromkeys(
        ("DefineRequirement", "ReviewRequirement"),
        Text("随采购意向一并公开", "it is told with the notice of planned procurement"),
    ),
    **dict.fromkeys(
        ("ObtainDocuments", "SubmitBid", "WithdrawBid", "RecordBidSecurity"),
        Text("开标前不公开投标人；开标记录公开", "bidders are unknown until the opening record names them"),
    ),
    **dict.fromkeys(
        ("ChooseMethod", "ApproveMethod"),
        Text("随采购公告公开", "it is told with the solicitation"),
    ),
    "ObjectToSoleSource": Text("论证时公开，不公开异议人", "told when argued; the objector stays unnamed"),
    "InviteSuppliers": Text("不公开被邀请的供应商", "who is invited stays unknown"),
    "RaiseEnquiry": Text("提问者不公开，答复时公开问题", "the asker stays unnamed; the answer quotes"),
    "ReleaseShares": Text("开标记录公开", "the opening record tells it"),
    **dict.fromkeys(
        (
            "PrepareDraw",
            "FormCommittee", "DeclareRecusal", "ReviewQualification", "ReviewConformity", "CorrectArithmetic",
            "JudgePreferences", "ReopenEvaluation",
            "AskAboutLowPrice", "AnswerLowPrice", "JudgeLowPrice", "ScoreBid", "ConcludeEvaluation",
            "RecordNegotiation", "ChangeTerms", "ConfirmTerms", "CallForFinalOffers",
            "AwardLot", "NotifyBidders",
        ),
        Text("评审保密；结果公告公开", "evaluation is secret until the award notice"),
    ),
    "SignContract": Text("随合同公告公开", "it is told with the contract notice"),
}  # fmt: skip
"""Kinds that disclose nothing themselves, and why."""
