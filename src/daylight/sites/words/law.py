"""Words of the pages of law."""

from daylight.core.values.text import Text

WORDS = {
    "law.title": Text("法规", "Law"),
    "law.lead": Text(
        "平台按日期适用的全部规定：文件、条款和每个数值的历史。条款内容是我们的概括，以原文为准。",
        "All the law this platform applies, by date: instruments, articles, and the history of every value. "
        "Articles are given in our own words; the official text prevails.",
    ),
    "law.instruments": Text("文件", "Instruments"),
    "law.name": Text("名称", "Name"),
    "law.number": Text("文号", "Number"),
    "law.issuer": Text("发布机关", "Issued by"),
    "law.place": Text("地区", "Place"),
    "law.force": Text("施行", "In force since"),
    "law.until": Text("至 {day} 废止", "repealed on {day}"),
    "law.values": Text("数值及其历史", "Values and their history"),
    "law.parameter": Text("事项", "What"),
    "law.value": Text("数值", "Value"),
    "law.since": Text("自", "Since"),
    "law.source": Text("出处", "Source"),
    "law.confidence": Text("核实程度", "How sure we are"),
    "law.articles": Text("条款", "Articles"),
    "law.article": Text("条", "Article"),
    "law.says": Text("内容（概括）", "What it says, in our words"),
    "law.ours": Text("内容为概括，以原文为准。", "These are summaries; the official text prevails."),
    "law.digest": Text("规则版本摘要：", "Digest of this rulebook:"),
    "law.unconfirmed": Text("待核实", "unconfirmed"),
    "confidence.V-law": Text("已核对原文", "read in the text itself"),
    "confidence.V-94": Text("已核对原文引文", "read in a verbatim quotation"),
    "confidence.V-exam": Text("有考试题库佐证", "borne out by an examination bank"),
    "confidence.V-press": Text("有官方或媒体报道佐证", "borne out by a press or official page"),
    "confidence.S": Text("仅见于评论，待核实", "from a commentary, unconfirmed"),
    "confidence.unverified": Text("待核实", "unconfirmed"),
    "confidence.what-if": Text("假设，不是法律", "supposed, not law"),
}
