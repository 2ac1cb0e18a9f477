"""Words for refusals of prequalification."""

from daylight.core.values.text import Text

WORDS = {
    "prequalification.not-here": (
        Text("采购方式 {method} 不设资格预审", "the method {method} knows no prequalification"),
        Text("请直接发布采购文件", "issue the solicitation"),
    ),
    "prequalification.issued-before": (
        Text("已发布资格预审、邀请或采购文件", "prequalification, invitations or a solicitation came before"),
        Text("如需变更，请澄清", "clarify it instead"),
    ),
    "prequalification.no-documents": (
        Text(
            "没有资格预审文件或资格条件，或文件缺名称、摘要",
            "documents or qualifications are missing, or a document lacks name or digest",
        ),
        Text("请附上文件并写明资格条件", "attach documents and state what qualifies"),
    ),
    "prequalification.number-invited": (
        Text(
            "邀请 {invited} 家不合法（至少 {least}；公开招标向全部合格供应商提供文件，填零）",
            "inviting {invited} is not lawful: {least} at least; where everybody may bid it is zero",
        ),
        Text("请改正邀请数量", "mend the number invited"),
    ),
    "prequalification.period-too-short": (
        Text(
            "申请截止日 {asked} 早于最早日 {earliest}",
            "applications close on {asked}; the earliest day is {earliest}",
        ),
        Text("请推迟截止时间", "set a later deadline"),
    ),
    "prequalification.supply-too-short": (
        Text(
            "资格预审文件提供至 {asked}，最早应至 {earliest}",
            "documents are offered until {asked}; the earliest end is {earliest}",
        ),
        Text("请延长提供期限", "offer them longer"),
    ),
    "prequalification.not-issued": (
        Text("没有资格预审公告", "no prequalification was announced"),
        Text("请先发布资格预审公告", "announce it first"),
    ),
    "prequalification.after-deadline": (
        Text(
            "申请截止时间为 {deadline}，收到时间为 {received}",
            "applications closed at {deadline}; this arrived at {received}",
        ),
        Text("截止后不再受理", "nothing is taken after the deadline"),
    ),
    "prequalification.too-early": (
        Text(
            "申请截止时间 {deadline} 未到，不得开启、审查",
            "applications are open until {deadline} and are not looked at before",
        ),
        Text("请在截止后办理", "do it after the deadline"),
    ),
    "prequalification.deadline-earlier": (
        Text("截止时间只能推迟（现为 {standing}）", "the deadline only moves later; it stands at {standing}"),
        Text("请填写更晚的时间", "name a later instant"),
    ),
    "prequalification.not-sealed": (
        Text("申请文件未按密钥组密封：{wrong}", "the application is not sealed to the key set: {wrong}"),
        Text("请用客户端重新密封", "seal it anew with the client"),
    ),
    "prequalification.not-uploaded": (
        Text("申请文件缺 {missing} 个密封文件", "{missing} sealed files of the application are missing"),
        Text("请先上传全部文件", "upload all files first"),
    ),
    "prequalification.nothing-to-withdraw": (
        Text("没有本单位有效的申请", "no application of yours stands"),
        Text("无需撤回", "there is nothing to withdraw"),
    ),
    "prequalification.wrong-share": (
        Text(
            "释放的份额不是该申请密封时所承诺的，或已释放过",
            "the share is not the one this application promised, or was released before",
        ),
        Text("请核对申请和密钥", "check the application and the key"),
    ),
    "prequalification.not-to-be-opened": (
        Text(
            "没有可开启的申请，或份额不足（{released} 份）",
            "there is no application to be opened, or too few shares ({released})",
        ),
        Text(
            "请待足够的持钥人释放份额，每份申请开启一次",
            "wait for enough holders; each application is opened once",
        ),
    ),
    "prequalification.part-differs": (
        Text("读出的内容与密封时不一致", "what is read is not what was sealed"),
        Text(
            "请按密封内容开启，或写明不能开启的证据",
            "open what was sealed, or give the evidence that it can't be",
        ),
    ),
    "prequalification.not-to-be-reviewed": (
        Text("申请未开启或已审查", "the application is not opened, or was reviewed before"),
        Text("每份申请开启后审查一次", "open it first; each is reviewed once"),
    ),
    "prequalification.no-reason": (
        Text(
            "审查没有双语理由，或不能开启的申请被认定合格",
            "the review has no reason in both languages, or passes what could not be opened",
        ),
        Text("请写明理由", "give the reason"),
    ),
    "prequalification.wrong-docket": (
        Text("资格预审结论应记入案卷 {docket}", "the conclusion belongs into the docket {docket}"),
        Text("请改用该案卷", "use that docket"),
    ),
    "prequalification.review-open": (
        Text("还有 {open} 份申请未审查", "{open} applications are not reviewed"),
        Text("请先审查全部申请", "review all of them first"),
    ),
    "prequalification.miscounted": (
        Text(
            "合格 {passed} 家，法定至少 {least} 家，与结论不符",
            "{passed} passed and {least} are needed; the conclusion says otherwise",
        ),
        Text("请按实际数量作结论", "conclude as counted"),
    ),
    "prequalification.admitted-differ": (
        Text(
            "准予投标的 {admitted} 家不是全部合格者，也不是随机抽取的结果",
            "the {admitted} admitted are neither all who passed nor those chance called",
        ),
        Text("请列明全部合格者，或按准备好的抽取结果", "admit all who passed, or those of the prepared draw"),
    ),
    "prequalification.not-to-be-told": (
        Text("没有可告知的结论，或已告知", "there is nothing to tell here, or it was told"),
        Text("每位申请人在结论后告知一次", "tell each applicant once, after the conclusion"),
    ),
    "prequalification.told-wrongly": (
        Text(
            "告知的结果与结论不符，或没有双语理由",
            "what is told is not what was concluded, or lacks a reason in both languages",
        ),
        Text("请按结论告知，未准予的写明理由", "tell the conclusion, and why somebody may not bid"),
    ),
    "prequalification.not-concluded": (
        Text(
            "资格预审未作出足够合格者的结论，或采购文件未写明以其为依据",
            "the prequalification did not end with enough, or the solicitation does not rest on it",
        ),
        Text("请先作出结论；合格不足的，作废标处理", "conclude first; where too few passed, the lot fails"),
    ),
    "prequalification.not-admitted": (
        Text(
            "只有经告知通过资格预审的供应商可以获取采购文件",
            "only suppliers told that they passed obtain the documents",
        ),
        Text("请等待资格预审结果", "wait for the result of the prequalification"),
    ),
}
