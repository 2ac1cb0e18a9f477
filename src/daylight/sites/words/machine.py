"""Words of the page on open data."""

from daylight.core.values.text import Text

WORDS = {
    "data.title": Text("开放数据", "Open data"),
    "data.lead": Text(
        "您在网页上看到的一切，机器也能读到：OCDS 1.1 格式，无需注册，无需密钥。",
        "A machine can read everything you read here: OCDS 1.1, no registration, no key.",
    ),
    "data.caption": Text("地址", "Addresses"),
    "data.what": Text("内容", "What"),
    "data.address": Text("地址", "Address"),
    "data.feed": Text("更新流", "Feed"),
    "data.feed.about": Text(
        "编号 N 之后的公告数据，按发布顺序；沿 links.next 读下去，不漏也不重。",
        "Releases that follow number N in the order of publication. Follow links.next: you miss nothing "
        "and get nothing twice.",
    ),
    "data.record": Text("项目记录", "Record"),
    "data.record.about": Text(
        "一个项目的全部公告数据与合并结果。", "All releases of a purchase, and the record compiled from them."
    ),
    "data.release": Text("公告数据", "Release"),
    "data.release.about": Text(
        "一份公告，发布后不再改变；地址永久有效。",
        "One notice; it never changes, and neither does its address.",
    ),
    "data.extension": Text("扩展", "Extension"),
    "data.extension.about": Text(
        "标准没有位置的内容：行为与条款、密钥持有单位、评审、文件指纹。",
        "What the standard has no place for: acts and articles, key holders, evaluation, "
        "and the fingerprints of documents.",
    ),
    "data.log": Text("公开日志", "Public log"),
    "data.log.about": Text(
        "C2SP tlog-tiles 格式的签名检查点与哈希瓦片。",
        "Signed checkpoint and tiles as C2SP tlog-tiles has them.",
    ),
    "data.rulebook": Text("规则库", "Rulebook"),
    "data.rulebook.about": Text(
        "平台适用的全部法律数据，审查即据此进行。", "All the law as data; every act is judged by it."
    ),
    "data.start": Text("从这里开始", "Start here"),
    "data.keep": Text(
        "记住最后读到的编号，下次从它继续。更新流依发布编号，不依时钟。",
        "Remember the last number you read and continue from there. The feed is ordered by number, never by time.",
    ),
    "data.license": Text("数据许可：", "Licence of the data:"),
}
