"""Words of the page that says how the house stands."""

from daylight.core.values.text import Text

WORDS = {
    "status.title": Text("运行状态", "Status"),
    "status.lead": Text(
        "本页显示此刻能否递交、日志是否正常推进、时钟是否一致。",
        "Whether anything can be handed in at this moment, whether the log moves, and whether the clocks agree.",
    ),
    "status.intake": Text("收件", "Intake"),
    "status.open": Text("正常", "open"),
    "status.stopped": Text("已暂停", "stopped"),
    "status.log": Text("公开日志", "Public log"),
    "status.age": Text(
        "最近的检查点在 {age} 秒前公布，日志共 {size} 条。",
        "The last checkpoint was published {age} seconds ago; the log has {size} leaves.",
    ),
    "status.none": Text(
        "服务启动 {age} 秒以来尚未公布检查点。",
        "No checkpoint has been published since the server started {age} seconds ago.",
    ),
    "status.pace": Text("每 {pace} 秒公布一次。", "One is published every {pace} seconds."),
    "status.clock": Text("时钟", "Clock"),
    "status.agree": Text(
        "服务启动以来未发现时钟跳变或不一致。",
        "No jump and no difference has been noticed since the server started.",
    ),
    "status.source": Text(
        "系统时钟与单调时钟、最近的检查点和第二时间源比较。",
        "The clock is compared with one that only runs on, with the last checkpoint, and with a second source.",
    ),
    "status.nosource": Text(
        "系统时钟与单调时钟和最近的检查点比较；未设置第二时间源。",
        "The clock is compared with one that only runs on and with the last checkpoint; no second source is set.",
    ),
}
