"""Words for refusals of open frameworks."""

from daylight.core.values.text import Text

WORDS = {
    "framework.not-open": (
        Text("该采购方式（{method}）不随时接受申请", "the method “{method}” does not accept applications at any time"),
        Text("请发出采购文件，或选择开放式框架协议", "issue a solicitation, or choose an open framework"),
    ),
    "framework.open-terms": (
        Text("各采购包（{lots}）应各有一个不高于预算的付费标准和有效额度", "each of these lots needs one price of a unit, within its budget, and a quota above zero: {lots}"),
        Text("请逐包写明付费标准", "state the price for each lot"),
    ),
    "framework.call-over": (
        Text("征集须在有效期内（至 {until}）", "the call is not open (until {until})"),
        Text("请在征集有效期内申请", "apply while the call is open"),
    ),
    "framework.application-differs": (
        Text("对采购包 {lot} 的申请与征集条件不一致", "the application for lot {lot} differs from the terms of the call"),
        Text("请照征集的价格、额度、文本和期限申请", "use the price, quota, text and term of the call"),
    ),
    "framework.no-applicant": (
        Text("申请人 {suppliers} 应为已登记、不组织本项目的供应商，并使用自己的入围案卷", "applicants are registered suppliers that do not run the framework, in their own docket: {suppliers}"),
        Text("请由供应商本人申请", "the supplier itself applies"),
    ),
    "framework.applied-before": (
        Text("{listing}的申请在审或已入围", "{listing} has an application already"),
        Text("被拒绝或退出后可再次申请", "apply again after a refusal, or after leaving the list"),
    ),
    "framework.nothing-to-review": (
        Text("采购包 {lot} 没有待审的申请", "no application for lot {lot} waits for review"),
        Text("每项申请审核一次", "review each application once"),
    ),
    "framework.not-accepted": (
        Text("只公告审核通过、内容一致且尚未公告的申请（{listing}）", "only an accepted application is published, once and as it was made ({listing})"),
        Text("审核通过后按申请内容公告", "publish the application as it was accepted"),
    ),
    "framework.unpublished": (
        Text("{listing}尚未公告，协议未成立", "{listing} is not published yet, so there is no agreement"),
        Text("请先公告入围", "publish the listing first"),
    ),
    "framework.fixed-price": (
        Text("开放式框架协议按统一付费标准成交（{price}）", "an open framework pays one price to all suppliers: {price}"),
        Text("请按付费标准成交", "call off at that price"),
    ),
}  # fmt: skip
