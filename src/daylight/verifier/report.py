"""Say a verdict to people, in Chinese or English, and to programs; and pick the smallest evidence of it.

Shown by ``tests/verifier/test_verify.py``.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping

from daylight.core.judgement.words import remedy, wrong
from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.verifier.findings import CONTRADICTED, PROVED, UNDECIDED, Finding, Verdict
from daylight.verifier.shape import Listing

OUTCOME = {
    PROVED: Text("全部成立", "Everything holds"),
    CONTRADICTED: Text("发现矛盾", "There is a contradiction"),
    UNDECIDED: Text("无法得出结论", "Nothing can be concluded"),
}
LAW = Text("{count} 个行为依据法规库 {digest}：{known}", "{count} acts by law {digest}: {known}")
UNCOMPARED = Text("未与任何公布版本比对", "compared with no publication")
UNPUBLISHED = Text(
    "不是所安装的法律包公布过的任何版本", "no version that an installed country package has published"
)
AS_OF = Text("截至 {last}", "as of {last}")
SCOPES = {
    "public": Text("公开范围", "public"),
    "party": Text("当事人范围", "party"),
    "auditor": Text("审计范围", "auditor"),
}
CASES = Text("{count} 个项目", "{count} cases")
COUNTS = {
    "files": Text("文件", "files"),
    "acts": Text("行为", "acts"),
    "signatures": Text("签名", "signatures"),
    "proofs": Text("日志存在性证明", "proofs of inclusion in the log"),
    "judgements": Text("重新审查", "judgements made again"),
    "unjudged": Text("因所依据的行为不成立而未审查", "acts not judged: they rest on one that does not hold"),
    "clocks": Text("法定期限", "legal clocks recomputed"),
    "dispositions": Text("投标处置", "dispositions of submissions"),
    "evaluations": Text("重新计算的评审", "evaluations recomputed"),
    "releases": Text("重新生成的公告", "releases made again"),
    "private": Text("已出示的非公开字段", "private fields shown"),
}
EDITION = Text("依审查规则版本 {edition} 审查", "of them by judgement edition {edition}")
PRACTICE = Text(
    "这是演练环境，不证明任何真实采购。", "This is a practice world: it proves nothing about a real purchase."
)
UNPINNED = Text(
    "未指定可信平台：结论仅相对于包内平台 {world}（日志公钥 {key}）成立。请从平台以外的渠道核对，"
    "并以 --world 指定。",
    "No world was pinned: this holds under the world in the bundle, {world} (log key {key}). Check its id by "
    "another way than the platform, then give it with --world.",
)
ON_WORD = Text(
    "依来源所述、未予公开的依据（{count}）", "taken on the word of their source, not shown ({count})"
)
FALSE_TIMES = Text(
    "收到时间有误、已由登记人列明（{count}）", "received at a false time, named by the registrar ({count})"
)
WITHHELD = {
    "auditor": Text("已删除的非公开字段（{count}）", "private fields that were erased ({count})"),
    "other": Text("未出示的非公开字段（{count}）", "private fields withheld ({count})"),
}


Published = Mapping[str, str]
"""Which publication a rulebook is, by its digest; what is not listed was not published."""


def lines_of(verdict: Verdict, lang: str, published: Published | None = None) -> Iterator[str]:
    """The verdict for a person; ``published`` are the laws it is compared with, if there are any at hand.

    What a bundle says of itself may be made to deceive a terminal, so nothing invisible comes through.
    """
    return (visible(line) for line in _lines(verdict, lang, published))


def visible(line: str) -> str:
    """A line in which every invisible character is spelled out."""
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape", "surrogatepass").decode() for one in line
    )


def _lines(verdict: Verdict, lang: str, published: Published | None) -> Iterator[str]:
    yield OUTCOME[verdict.exit_code].of(lang)
    yield from _laws(verdict, lang, published)
    listing = verdict.listing
    if listing:
        yield f"  {listing.world} · {_about(listing, lang)} · {SCOPES[listing.scope].of(lang)}"
    yield from (f"  {AS_OF.fill(last=last).of(lang)}" for last in verdict.last)
    if verdict.practice:
        yield f"  {PRACTICE.of(lang)}"
    if listing and not verdict.pinned:
        yield f"  {UNPINNED.fill(world=verdict.world, key=verdict.key).of(lang)}"
    for name, text in COUNTS.items():
        if count := dict(verdict.counts).get(name):
            yield f"  {count:>6}  {text.of(lang)}"
        if name == "judgements":
            yield from (
                f"  {count:>6}    {EDITION.fill(edition=edition).of(lang)}"
                for edition, count in verdict.editions
            )
    for finding in (*verdict.contradictions, *verdict.gaps):
        yield from _finding(finding, lang)
    yield from _unshown(verdict, lang)


def program_form(verdict: Verdict) -> dict[str, object]:
    """The verdict for a program."""
    said = dict(plain(verdict))
    if verdict.listing:
        said["listing"] = {name: item for name, item in said["listing"].items() if name != "files"}
    return said | {
        "counts": dict(verdict.counts),
        "editions": dict(verdict.editions),
        "laws": dict(verdict.laws),
        "exit_code": verdict.exit_code,
        "contradictions": [_program_finding(one) for one in verdict.contradictions],
        "gaps": [_program_finding(one) for one in verdict.gaps],
    }


def _program_finding(finding: Finding) -> dict[str, object]:
    words = [{"wrong": plain(wrong(one)), "mend": plain(remedy(one))} for one in finding.refusals]
    return {**plain(finding), "words": words}


def json_of(verdict: Verdict) -> str:
    """The verdict as JSON."""
    return json.dumps(program_form(verdict), ensure_ascii=False, indent=2)


def evidence_of(verdict: Verdict, contents: Mapping[str, bytes]) -> str:
    """The first contradiction and only the files that show it, as JSON with base64."""
    first = verdict.contradictions[0]
    files = {
        path: b64encode(contents[path]).decode() for path in dict.fromkeys(first.paths) if path in contents
    }
    said = {"format": "daylight-evidence/v1", "key": verdict.key, "finding": plain(first), "files": files}
    said["words"] = [plain(wrong(refusal)) for refusal in first.refusals]
    return json.dumps(said, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _laws(verdict: Verdict, lang: str, published: Published | None) -> Iterator[str]:
    """By which law acts were judged, first of all: a world with a law of its own proves nothing else."""
    for digest, count in verdict.laws:
        known = UNCOMPARED.of(lang) if published is None else published.get(digest, UNPUBLISHED.of(lang))
        yield f"  {LAW.fill(count=str(count), digest=digest, known=known).of(lang)}"


def _about(listing: Listing, lang: str) -> str:
    count = len(listing.cases)
    return listing.cases[0] if count == 1 else CASES.fill(count=str(count)).of(lang)


def _unshown(verdict: Verdict, lang: str) -> Iterator[str]:
    """What was taken on somebody's word or named by the registrar, one by one; private fields by kind."""
    if verdict.false_times:
        yield f"  {FALSE_TIMES.fill(count=str(len(verdict.false_times))).of(lang)}"
        yield from (f"    {name}" for name in verdict.false_times)
    if verdict.on_word:
        yield f"  {ON_WORD.fill(count=str(len(verdict.on_word))).of(lang)}"
        yield from (f"    {name}" for name in verdict.on_word)
    if verdict.withheld:
        audited = verdict.listing is not None and verdict.listing.scope == "auditor"
        title = WITHHELD["auditor" if audited else "other"]
        yield f"  {title.fill(count=str(len(verdict.withheld))).of(lang)}"
        kinds = Counter(f"{name.partition('-')[0]} … {name.rpartition('.')[2]}" for name in verdict.withheld)
        yield from (f"    {count:>4} × {kind}" for kind, count in sorted(kinds.items()))


def _finding(finding: Finding, lang: str) -> Iterator[str]:
    yield f"✗ {finding.where}: {finding.text.of(lang)} [{finding.code}]"
    for refusal in finding.refusals:
        yield f"    {wrong(refusal).of(lang)}"
