"""Words around every page, and of the pages that say what went wrong."""

from daylight.core.values.text import Text

WORDS = {
    "site.name": Text("日光", "Daylight"),
    "site.tagline": Text(
        "公开的政府采购：每个决定有人负责，每个结果任何人都能核验。",
        "Open government procurement: someone is responsible for every decision, "
        "and anyone can check every result.",
    ),
    "site.skip": Text("跳到正文", "Skip to content"),
    "site.nav": Text("主导航", "Main"),
    "site.cases": Text("采购项目", "Purchases"),
    "site.data": Text("开放数据", "Open data"),
    "site.law": Text("法规", "Law"),
    "site.other": Text("English", "中文"),
    "site.other.hint": Text("Read this page in English", "阅读本页中文版"),
    "site.practice": Text(
        "演练环境：时间、单位、人员均为虚构，任何内容都不具法律效力。",
        "Practice world: times, bodies and people are invented; nothing here has legal effect.",
    ),
    "site.footer": Text(
        "本站不使用 Cookie，不运行脚本，不加载外部资源。",
        "No cookies, no scripts, nothing loaded from elsewhere.",
    ),
    "site.log": Text("公开日志", "Public log"),
    "error.400.title": Text("无法理解这个请求", "This request can't be read"),
    "error.400.text": Text(
        "地址或随附的内容格式有误。请检查后重试。",
        "The address, or what was sent with it, has the wrong form. Please check it and try again.",
    ),
    "error.404.title": Text("没有这个页面", "There is no such page"),
    "error.404.text": Text(
        "地址可能有误，或该项目尚未公开。可以从采购项目列表中查找。",
        "The address may be wrong, or the purchase may not be public yet. You can look for it in the list.",
    ),
    "error.500.title": Text("系统出错", "Something failed on our side"),
    "error.500.text": Text(
        "这是我们的问题，不是您的。您的操作没有丢失任何已受理的内容；请稍后重试。",
        "This is our fault, not yours. Nothing that was accepted is lost; please try again later.",
    ),
    "error.503.title": Text("请稍候", "Not just yet"),
    "error.503.text": Text("内容正在准备。", "What you asked for is being prepared."),
    "error.home": Text("查看采购项目列表", "Go to the list of purchases"),
}
