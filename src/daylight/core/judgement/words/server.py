"""Refusals about the keys and the time of the server."""

from __future__ import annotations

from daylight.core.values.text import Text

WORDS: dict[str, tuple[Text, Text]] = {
    "server.only-the-registrar": (
        Text("{person} 不是本平台的登记人", "{person} is not the registrar of this world"),
        Text("平台的密钥和时间由登记人更改", "ask the registrar: keys and time of the server are his to change"),
    ),
    "server.other-docket": (
        Text("此案卷不是以本平台标识命名的案卷", "this is not the docket named by the world's id"),
        Text(
            "请写入以平台标识命名的案卷；没有标识的旧平台没有此案卷",
            "enter it in the docket of the world's id; a world older than its id has none",
        ),
    ),
    "server.no-key": (
        Text("“{key}”不是以 {name} 为名的可用公钥", "“{key}” is no sound public key under the name {name}"),
        Text("请用 daylight keys new 生成密钥并原样填写", "make one with daylight keys new, and copy what it prints"),
    ),
    "server.key-had-before": (
        Text("密钥 {key} 正在使用或已被更换过", "the key {key} is in force, or was replaced before"),
        Text("请用 daylight keys new 生成新的密钥", "make a new one with daylight keys new"),
    ),
    "server.key-of-another-role": (
        Text("密钥 {key} 已用于平台的另一用途", "the key {key} serves the server in another role"),
        Text("每种用途各用一把密钥，请另行生成", "each role has a key of its own; make another"),
    ),
    "server.time-not-fallen": (
        Text(
            "所称的错误时间 {false_from} 并不明显晚于现在的 {at}",
            "the time said to be false, {false_from}, is not well ahead of now, {at}",
        ),
        Text(
            "请先校正系统时钟；相差不足容许范围的，等待即可",
            "set the clock right first; a step within what the world tolerates passes by itself",
        ),
    ),
    "server.other-acts": (
        Text(
            "所列 {count} 个行为不是错误时间以来收到的全部行为，有 {differing} 个不符",
            "the {count} acts named are not those received since the false time: {differing} differ",
        ),
        Text("请运行 daylight clock 并使用其清单，按序、不重复", "run daylight clock, and use its list as it is"),
    ),
    "server.time-fell-before": (
        Text("本平台的时间已于 {at} 校正过一次", "the time of this world was set right once already, at {at}"),
        Text(
            "不能再次校正：请等待时钟追上，或另建平台",
            "it can't be done twice: wait until the clock has caught up, or found another world",
        ),
    ),
}  # fmt: skip
