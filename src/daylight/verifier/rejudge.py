"""Third step: judge every act again, on the very states its judge saw, and compare what the law gives now.

An audit is the office's way backwards: any refusal is a finding, and so is any other provision, warning or
clock. An act comes after everything it saw, and only one that holds moves its docket on: conditions, effects
and releases are never asked about a state that cannot be, so an exception is a fault of the verifier. What
rests on an act that does not hold is not judged but counted. Shown by ``tests/verifier/test_forgeries.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from graphlib import TopologicalSorter

from daylight.core.acts.act import Act, Seen
from daylight.core.acts.edition import EDITIONS, is_known, reaches
from daylight.core.dockets.impossible import Impossible
from daylight.core.judgement.fold import apply
from daylight.core.judgement.judge import Admission, judge
from daylight.core.judgement.register import REGISTER
from daylight.core.procedures.matter import Matter, UnknownDocket, Unseen
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import LawGap
from daylight.core.values.crypto import Crypto
from daylight.core.values.docket import is_docket
from daylight.verifier.chains import Chained
from daylight.verifier.findings import Notebook
from daylight.verifier.seen import Docket, Dockets, Judged, facets_seen


def judged(chained: Chained, known: Dockets, crypto: Crypto, book: Notebook) -> Judged:
    """Judge all acts of a shelf again, each after what it rests on."""
    return judged_together((chained,), known, crypto, book)[0]


def judged_together(
    shelves: Sequence[Chained], known: Dockets, crypto: Crypto, book: Notebook
) -> tuple[Judged, ...]:
    """The same of several shelves at once, whose acts may rest on one another's."""
    everywhere = {id: Docket(chain) for chained in shelves for id, chain in chained.chains.items()}
    records = tuple(
        Judged(one, {id: everywhere[id] for id in one.chains}, {**known, **everywhere}) for one in shelves
    )
    on = {id: record for record in records for id in record.dockets}
    for id, seq in _in_order(shelves):
        record, docket = on[id], everywhere[id]
        act = docket.chain.acts[seq]
        if len(docket.states) == seq + 1 and _rests_on_acts_that_hold(record, act):
            docket.states.extend(_state_after(record, act, crypto, book))
        else:
            book.counts["unjudged"] += 1
    return records


def _in_order(shelves: Sequence[Chained]) -> Iterable[tuple[str, int]]:
    """All acts, each after those it saw: heads are digests, so no act can have seen one that saw it."""
    order: TopologicalSorter[tuple[str, int]] = TopologicalSorter()
    everywhere = {id: (chain, chained) for chained in shelves for id, chain in chained.chains.items()}
    chains = {id: chain for id, (chain, _) in everywhere.items()}
    for id, (chain, chained) in sorted(everywhere.items(), key=lambda item: item[0]):
        for act in chain.acts:
            rests_on = (reached for one in act.seen for reached in chained.rests_on(one, chains))
            seen = {(docket, length - 1) for docket, length in rests_on}
            before = {(id, act.seq - 1)} if act.seq else set()
            order.add((id, act.seq), *sorted(before | seen))
    return order.static_order()


def _rests_on_acts_that_hold(record: Judged, act: Act) -> bool:
    reached = [one for seen in act.seen for one in record.chained.rests_on(seen, record.elsewhere)]
    above = ((seen.docket, seen.length) for seen in act.seen if seen.docket in record.known)
    dockets = ((record.docket(id), length) for id, length in (*reached, *above))
    return all(docket is None or _holds(docket, length) for docket, length in dockets)


def _holds(docket: Docket, length: int) -> bool:
    """Whether a docket was judged so far; what is not shown at all is another matter."""
    return length < len(docket.states) or length >= len(docket.chain.heads)


def _state_after(record: Judged, act: Act, crypto: Crypto, book: Notebook) -> Iterator[object]:
    """The state the act makes of its docket, if it holds; else the docket ends here with a finding."""
    law = _law(record, act, book)
    facets = facets_seen(record, act, book) if law else None
    if law is None or facets is None:
        return
    docket = record.dockets[act.docket]
    state, head = docket.states[act.seq], Seen(act.docket, act.seq, docket.chain.heads[act.seq])
    matter = Matter(
        act.intent, act.signature, act.received_at, record.bundle.world, law, crypto, state, head, facets,
        act.edition,
    )  # fmt: skip
    try:
        verdict = judge(matter)
        if not isinstance(verdict, Admission):
            book.against(act, "act.refused", "依法不应受理", "the law does not admit it", refusals=verdict)
        elif _agrees(act, verdict, book):
            yield apply(state, act)
    except LawGap as gap:
        book.against(act, "act.no-law", f"没有适用的法律：{gap.text.zh}", f"no law governs it: {gap.text.en}")
    except (Impossible, UnknownDocket, Unseen) as error:  # what would refuse it rests on what is withheld
        book.against(act, "act.names-nothing", f"所指不存在：{error}", f"names what does not exist: {error}")


def _law(record: Judged, act: Act, book: Notebook) -> Rulebook | None:
    """The rulebook an act was judged by; a finding where that cannot be, or is not here."""
    law = record.bundle.rulebook(act.rulebook)
    chain = record.dockets[act.docket].chain
    if not is_docket(act.docket, REGISTER[act.intent.kind].docket):
        book.against(act, "act.misplaced", "行为不属于此类案卷", "belongs in a docket of another kind")
    elif not is_known(act.edition) or law is None:
        has = ", ".join(EDITIONS)
        book.miss(
            "act.other-edition",
            f"{act.docket}/{act.seq}",
            f"依审查规则版本 {act.edition}、规则库 {act.rulebook[:12]} 作出；本验证器具备 {has}",
            f"judged by edition {act.edition} and rulebook {act.rulebook[:12]}; this verifier has {has}",
        )
    elif act.seq and not reaches(act.edition, chain.acts[act.seq - 1].edition):
        book.against(
            act,
            "act.edition-went-back",
            f"审查规则版本 {act.edition} 早于同一案卷的前一行为",
            f"judged by edition {act.edition}, older than that of the act before it",
        )
    else:
        return law
    return None


def _agrees(act: Act, verdict: Admission, book: Notebook) -> bool:
    """Compare what was drawn from the law; whether its clocks, which the state holds, are the lawful ones."""
    book.counts["judgements"] += 1
    book.editions[act.edition] += 1
    book.laws[act.rulebook] += 1
    book.counts["signatures"] += 1
    book.counts["clocks"] += len(act.clocks)
    unwarned = tuple(one for one in verdict.warnings if one not in act.warnings)
    for what, zh, said, true, refusals in (
        ("provisions", "法律依据", act.provisions, verdict.provisions, ()),
        ("warnings", "提示", act.warnings, verdict.warnings, unwarned),
        ("clocks", "法定期限", act.clocks, verdict.clocks, ()),
    ):
        if said != true:
            book.against(
                act,
                f"act.{what}-differ",
                f"{zh}与重新审查的结果不符",
                f"its {what} differ from those computed again",
                refusals=refusals,
            )
    return act.clocks == verdict.clocks
