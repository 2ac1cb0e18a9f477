"""Words for refusals of prequalification."""

from daylight.core.values.text import Text

WORDS = {
    "prequalification.not-here": (
        Text("采购方式“{method}”不设资格预审", "the method “{method}” has no prequalification"),
        Text("请直接发布采购文件", "issue the solicitation"),
    ),
    "prequalification.issued-before": (
        Text("已发布资格预审、邀请或采购文件", "suppliers were already called for in this case"),
        Text("如需变更，请澄清", "clarify the call instead"),
    ),
    "prequalification.number-invited": (
        Text("邀请 {invited} 家不合法（至少 {least}；公开招标向全部合格供应商提供文件，填零）", "{invited} suppliers cannot be invited: at least {least} are needed, and where everyone may bid the number is zero"),
        Text("请改正邀请数量", "correct the number"),
    ),
    "prequalification.period-too-short": (
        Text("申请截止日 {asked} 早于最早日 {earliest}", "applications close on {asked}; the earliest day is {earliest}"),
        Text("请推迟截止时间", "set a later deadline"),
    ),
    "prequalification.supply-too-short": (
        Text("资格预审文件提供至 {asked}，最早应至 {earliest}", "documents are offered until {asked}; they must be offered until {earliest} at least"),
        Text("请延长提供期限", "offer them longer"),
    ),
    "prequalification.not-issued": (
        Text("没有资格预审公告", "no prequalification is announced"),
        Text("请先发布资格预审公告", "announce it first"),
    ),
    "prequalification.after-deadline": (
        Text("申请截止时间为 {deadline}，收到时间为 {received}", "applications closed at {deadline}; this arrived at {received}"),
        Text("截止后不再受理", "applications are not accepted after the deadline"),
    ),
    "prequalification.too-early": (
        Text("申请截止时间 {deadline} 未到，不得开启、审查", "applications are accepted until {deadline} and are not opened or reviewed before"),
        Text("请在截止后办理", "do it after the deadline"),
    ),
    "prequalification.deadline-earlier": (
        Text("截止时间只能推迟（现为 {standing}）", "a deadline only moves later; now it is {standing}"),
        Text("请填写更晚的时间", "choose a later time"),
    ),
    "prequalification.not-sealed": (
        Text("申请文件未按密钥组密封：{wrong}", "the application is not sealed to the keys of this case: {wrong}"),
        Text("请用客户端重新密封", "seal it again with the client"),
    ),
    "prequalification.not-uploaded": (
        Text("申请文件缺 {missing} 个密封文件", "sealed files of the application that have not arrived: {missing}"),
        Text("请先上传全部文件", "upload all files first"),
    ),
    "prequalification.nothing-to-withdraw": (
        Text("没有本单位有效的申请", "your organisation has no valid application"),
        Text("无需撤回", "nothing needs to be done"),
    ),
    "prequalification.wrong-share": (
        Text("释放的份额须为该申请密封时所承诺的，且只释放一次", "the share must be the one promised for this application, and is released once"),
        Text("请核对申请和密钥", "check the application and the key"),
    ),
    "prequalification.not-to-be-opened": (
        Text("没有份额足够、待开启的申请（现有 {released} 份）", "no application with enough released shares is waiting to be opened (released: {released})"),
        Text("请待足够的持钥人释放份额，每份申请开启一次", "wait for enough key holders; each application is opened once"),
    ),
    "prequalification.part-differs": (
        Text("读出的内容与密封时不一致", "what is read out differs from what was sealed"),
        Text("请按密封内容开启，或写明不能开启的证据", "open what was sealed, or give the evidence that it cannot be opened"),
    ),
    "prequalification.wrong-evidence": (
        Text("申请的开启结果与持钥人所释放的不符：完好份额 {good} 份，需 {needed} 份", "what is said of the application does not follow from what holders released: {good} good shares, {needed} needed"),
        Text("请重新取得开启记录并重新开启", "get the record of opening again and open again"),
    ),
    "prequalification.not-to-be-reviewed": (
        Text("没有已开启、待审查的申请", "no opened application is waiting for review"),
        Text("每份申请开启后审查一次", "open the application first; each one is reviewed once"),
    ),
    "prequalification.no-reason": (
        Text("审查须有双语理由，不能开启的申请不得认定合格", "a review needs a reason in both languages, and an application that cannot be opened does not pass"),
        Text("请写明理由", "give the reason"),
    ),
    "prequalification.wrong-docket": (
        Text("资格预审结论应记入本项目的资格预审案卷", "the conclusion belongs in the prequalification docket of this case"),
        Text("请改用该案卷", "use that docket"),
    ),
    "prequalification.review-open": (
        Text("还有 {open} 份申请未审查", "applications that are not reviewed yet: {open}"),
        Text("请先审查全部申请", "review all applications first"),
    ),
    "prequalification.miscounted": (
        Text("合格 {passed} 家，法定至少 {least} 家，与结论不符", "{passed} suppliers passed and {least} are needed; the conclusion differs from that"),
        Text("请按实际数量作结论", "conclude by the number that passed"),
    ),
    "prequalification.admitted-differ": (
        Text("准予投标的 {admitted} 家须为全部合格者，或随机抽取的结果", "the {admitted} admitted suppliers must be all who passed, or those who were drawn"),
        Text("请列明全部合格者，或按准备好的抽取结果", "admit all who passed, or those of the prepared draw"),
    ),
    "prequalification.not-to-be-told": (
        Text("没有待告知的结论", "this applicant has no open result"),
        Text("每位申请人在结论后告知一次", "inform each applicant once, after the conclusion"),
    ),
    "prequalification.told-wrongly": (
        Text("告知的结果须与结论一致，并有双语理由", "the result must be the one concluded, with a reason in both languages"),
        Text("请按结论告知，未准予的写明理由", "give the concluded result, and the reason where a supplier may not bid"),
    ),
    "prequalification.not-concluded": (
        Text("采购文件须以合格者足够的资格预审结论为依据", "the solicitation must rest on a prequalification that enough suppliers passed"),
        Text("请先作出结论；合格不足的，作废标处理", "conclude it first; where too few passed, let the lot fail"),
    ),
    "prequalification.not-admitted": (
        Text("只有经告知通过资格预审的供应商可以获取采购文件", "only suppliers informed that they passed can obtain the documents"),
        Text("请等待资格预审结果", "wait for the result of the prequalification"),
    ),
}  # fmt: skip
