"""Words for refusals of open frameworks."""

from daylight.core.values.text import Text

WORDS = {
    "framework.not-open": (
        Text("该采购方式（{method}）不随时接受申请", "the method ({method}) does not admit suppliers at any time"),
        Text("请发出采购文件，或选择开放式框架协议", "issue a solicitation, or choose an open framework"),
    ),
    "framework.open-terms": (
        Text("各采购包（{lots}）应各有一个不高于预算的付费标准和有效额度", "each of the lots ({lots}) has one price of a unit, within its budget, and a sound quota"),
        Text("请逐包写明付费标准", "state the price lot by lot"),
    ),
    "framework.open-documents": (
        Text("征集文件、协议文本或资格条件不完整（文件 {documents} 份）", "documents ({documents}), agreement or qualification are not complete"),
        Text("请补充征集文件、协议文本和资格条件", "attach documents and agreement, and state the qualification"),
    ),
    "framework.call-over": (
        Text("征集未开始或已于 {until} 截止", "there is no call, or it ended on {until}"),
        Text("请在征集有效期内申请", "apply while the call is open"),
    ),
    "framework.application-differs": (
        Text("申请与采购包 {lot} 的征集条件不一致，或缺少证明材料", "the application for lot {lot} does not take the terms of the call, or shows no evidence"),
        Text("请按征集文件的价格、额度、协议文本和期限申请，并附证明", "take price, quota, text and time as the call states them, and attach what it asks for"),
    ),
    "framework.no-applicant": (
        Text("申请人 {suppliers} 应为已登记、不组织本项目的供应商，并使用自己的入围案卷", "applicants ({suppliers}) are registered suppliers that do not run the framework, in the docket that is theirs"),
        Text("请由供应商本人申请", "let the supplier itself apply"),
    ),
    "framework.applied-before": (
        Text("入围记录 {listing} 的申请在审或已入围", "an application in {listing} waits, or is listed"),
        Text("被拒绝或退出后可再次申请", "apply again after a refusal, or after leaving"),
    ),
    "framework.nothing-to-review": (
        Text("采购包 {lot} 没有待审的申请，或未说明理由", "no application for lot {lot} waits for review, or no reason is given"),
        Text("请用两种语言说明理由，每个申请审核一次", "review each application once, with reasons in both languages"),
    ),
    "framework.not-accepted": (
        Text("入围记录 {listing} 未通过审核、内容不符或已公告", "{listing} was not accepted, is not as applied for, or is published"),
        Text("审核通过后按申请内容公告", "publish as applied for, once accepted"),
    ),
    "framework.unpublished": (
        Text("入围记录 {listing} 尚未公告，协议未成立", "{listing} is not published yet, so there is no agreement"),
        Text("请先公告入围", "publish the listing first"),
    ),
    "framework.fixed-price": (
        Text("开放式框架协议按统一付费标准成交（{price} 分）", "an open framework pays one price to all ({price} minor units)"),
        Text("请按付费标准成交", "call off at that price"),
    ),
}  # fmt: skip
