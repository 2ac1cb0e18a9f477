"""Words of the list of purchases."""

from daylight.core.values.text import Text

WORDS = {
    "home.title": Text("采购项目", "Purchases"),
    "home.search": Text("搜索", "Search"),
    "home.search.label": Text("项目、采购人、供应商或编号", "Purchase, purchaser, supplier or number"),
    "home.stage": Text("阶段", "Stage"),
    "home.territory": Text("地区", "Place"),
    "home.all": Text("全部", "All"),
    "home.found": Text("共 {total} 个项目", "{total} purchases"),
    "home.found.one": Text("共 1 个项目", "1 purchase"),
    "home.found.many": Text(
        "多于 {counted} 个项目，最近更新的在前", "More than {counted} purchases, the latest first"
    ),
    "home.none": Text("没有找到符合条件的项目", "Nothing matches"),
    "home.none.hint": Text(
        "试试更短的词，或去掉阶段、地区的限制。", "Try a shorter word, or leave out stage and place."
    ),
    "home.empty": Text("尚无公开的项目", "Nothing is public yet"),
    "home.empty.hint": Text(
        "采购人公开采购意向后，项目就会出现在这里。",
        "A purchase appears here as soon as its purchaser publishes the intention to buy.",
    ),
    "home.clear": Text("清除条件", "Clear"),
    "home.budget": Text("预算", "Budget"),
    "home.deadline": Text("投标截止", "Bids until"),
    "home.updated": Text("更新", "Updated"),
    "home.pages": Text("分页", "Pages"),
    "home.page": Text("第 {page} / {pages} 页", "Page {page} of {pages}"),
    "home.first": Text("首页", "First page"),
    "home.last": Text("末页", "Last page"),
    "home.previous": Text("上一页", "Previous"),
    "home.next": Text("下一页", "Next"),
    "stage.planning": Text("采购意向", "Planned"),
    "stage.prequalification": Text("资格预审", "Prequalification"),
    "stage.solicitation": Text("招标", "Open for bids"),
    "stage.evaluation": Text("评审", "Being evaluated"),
    "stage.award": Text("已公布结果", "Awarded"),
    "stage.contracting": Text("已公布合同", "Contract published"),
    "stage.failed": Text("废标", "Failed"),
    "stage.cancelled": Text("终止", "Cancelled"),
}
