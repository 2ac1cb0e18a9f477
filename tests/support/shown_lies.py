"""Lies a server could tell in what it shows. Each takes the wire and chance, and changes what it shows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

from daylight.office.bundle import Bundler
from daylight.verifier.view import Shown, View
from wires import OfficeWire


def shown(wire: OfficeWire, change: Callable[[View], View]) -> None:
    """Every view that is shown is changed first."""
    true = wire.show
    wire.show = lambda case, device, **asked: change(true(case, device, **asked))


def act_changed(kind: str, change: Callable[[str], str]) -> Callable[[View], View]:
    """A view in which the acts of a kind read otherwise."""

    def changed(view: View) -> View:
        return replace(
            view,
            files=tuple(
                replace(one, text=change(one.text))
                if one.path.startswith("acts/") and f'"kind":"{kind}"' in one.text
                else one
                for one in view.files
            ),
        )

    return changed


def other_recipients(wire, chance):
    """The holders' recipients are the operator's own."""
    swap = "".join(chance.sample("qpzry9x8gf2tvdw0s3jn54khce6mua7l", 8))
    shown(wire, act_changed("AppointKeyHolders", lambda text: text.replace("age1", f"age1{swap}", 1)))


def other_deadline(wire, chance):
    """The deadline is another one."""
    minutes = chance.randrange(10, 59)
    shown(
        wire,
        act_changed("IssueSolicitation", lambda text: text.replace(":00:00+08:00", f":{minutes}:00+08:00")),
    )


def other_signature(wire, chance):
    """An act is signed by somebody else."""
    shown(
        wire,
        act_changed(
            "IssueSolicitation",
            lambda text: text.replace('"signature":"', f'"signature":"{chance.randbytes(1).hex()}'),
        ),
    )


def leaf_not_shown(wire, chance):
    """Acts older than their due day are shown without a proof."""

    def without(view):
        path = chance.choice([one.path for one in view.files if one.path.startswith("proofs/")])
        return replace(view, files=tuple(one for one in view.files if one.path != path))

    shown(wire, without)


def proof_of_another(wire, chance):
    """The proof of one act is shown for another."""

    def swapped(view):
        proofs = [one for one in view.files if one.path.startswith("proofs/")]
        first, second = chance.sample(proofs, 2)
        texts = {first.path: second.text, second.path: first.text}
        return replace(
            view, files=tuple(replace(one, text=texts.get(one.path, one.text)) for one in view.files)
        )

    shown(wire, swapped)


def receipt_left_out(wire, chance):
    """An act is shown without its receipt."""

    def without(view):
        path = chance.choice([one.path for one in view.files if one.path.startswith("receipts/")])
        return replace(view, files=tuple(one for one in view.files if one.path != path))

    shown(wire, without)


def act_left_out(wire, chance):
    """An act in the middle of the case is left out."""

    def without(view):
        seqs = [one.path for one in view.files if one.path.startswith("acts/case-")]
        path = chance.choice(seqs[1:-1])
        tail = path.removeprefix("acts/").removesuffix(".json")
        return replace(view, files=tuple(one for one in view.files if tail not in one.path))

    shown(wire, without)


def register_left_out(wire, chance):
    """A docket of the register that acts rest on is not shown."""

    def without(view):
        docket = chance.choice(
            [one.path.split("/")[1] for one in view.files if one.path.startswith("acts/mandate-")]
        )
        return replace(view, files=tuple(one for one in view.files if f"/{docket}/" not in one.path))

    shown(wire, without)


def forked_log(wire, chance):
    """The checkpoint is of another log of the same size under the same key."""
    other = bundler_of_another_log(wire, chance)
    wire.bundler = other


def bundler_of_another_log(wire, chance):
    from daylight.office.memory import MemoryLog  # noqa: PLC0415
    from logs import sequencer  # noqa: PLC0415

    log = sequencer(MemoryLog(wire.office.journal), leaves=50, seed=str(chance.random()))
    log.drain()
    return Bundler(wire.office, log)


def bid_dated_back(wire, chance):
    """The log took up a bid only after what was received after the deadline."""
    from lies_of_log import out_of_order  # noqa: PLC0415

    acts = [draft.act for draft in wire.office.journal.drafts]
    late = chance.choice([act for act in acts if act.intent.kind == "SubmitBid"])
    wire.bundler = out_of_order(wire.office, late, acts[-1])


def no_log(wire, chance):
    """No checkpoint is shown any more."""
    shown(
        wire,
        lambda view: replace(view, files=tuple(one for one in view.files if one.path != "log/checkpoint")),
    )


def shorter_case(wire, chance):
    """The case is shown as it was, every byte of it genuine."""
    gone = chance.randrange(1, 3)

    def earlier(view):
        seqs = sorted(
            int(one.path.split("/")[2].removesuffix(".json"))
            for one in view.files
            if one.path.startswith("acts/case-")
        )
        late = {f"/{seq}." for seq in seqs[-gone:]}
        kept = (
            one for one in view.files if not ("/case-" in one.path and any(tail in one.path for tail in late))
        )
        return replace(view, files=tuple(kept))

    shown(wire, earlier)


def other_law(wire, chance):
    """The law that is given has another figure."""
    true = wire.law

    def relaxed(digest):
        book = true(digest)
        place = chance.randrange(len(book.parameters))
        return replace(book, parameters=(*book.parameters[:place], *book.parameters[place + 1 :]))

    wire.law = relaxed


def other_bid(wire, chance):
    """An act of a bid reads otherwise."""
    digits = chance.randbytes(16).hex()
    other = lambda text: re.sub('"nonce":"[0-9a-f]+"', f'"nonce":"{digits}"', text)  # noqa: E731
    shown(wire, act_changed("SubmitBid", other))


def bid_left_out(wire, chance):
    """A bid that the index enters is not shown."""

    def without(view):
        bids = sorted({one.path.split("/")[1] for one in view.files if one.path.startswith("acts/bid-")})
        gone = f"/{chance.choice(bids)}/" if bids else "/none/"
        return replace(view, files=tuple(one for one in view.files if gone not in one.path))

    shown(wire, without)


def no_index(wire, chance):
    """After the deadline no bid and no index of them is shown, or the bids without their index."""
    bids_too = chance.random() < 1 / 2

    def silent(view):
        view = without(view, "index/bids.json")
        return without(view, "/bid-") if bids_too else view

    shown(wire, silent)


def other_index(wire, chance):
    """The index enters a bid twice."""

    def twice(view):
        return with_index(view, lambda links: [*links, chance.choice(links)])

    shown(wire, twice)


def hiding_bids(view: View, hidden: Callable[[str], bool]) -> View:
    """The view without these bids, also in the index: what is left agrees with itself."""

    kept = (one for one in view.files if "/bid-" not in one.path or not hidden(one.path.split("/")[1]))
    left = replace(view, files=tuple(kept))
    return with_index(left, lambda links: [link for link in links if not hidden(link["docket"])])


def with_index(view: View, change: Callable[[list], list]) -> View:
    """The view with other links in its index of bids."""

    def changed(one: Shown) -> Shown:
        if not one.path.endswith("index/bids.json"):
            return one
        links = change(json.loads(one.text))
        return replace(one, text=json.dumps(links, separators=(",", ":"), sort_keys=True))

    return replace(view, files=tuple(map(changed, view.files)))


def without(view: View, part: str) -> View:
    """The view without the files whose path has this part."""
    return replace(view, files=tuple(one for one in view.files if part not in one.path))


def before_kind(kind: str) -> Callable[[View], View]:
    """A view of the case as it was before its first act of a kind; every byte of it is genuine."""

    def earlier(view: View) -> View:
        first = min(
            int(one.path.split("/")[2].removesuffix(".json"))
            for one in view.files
            if one.path.startswith("acts/case-") and f'"kind":"{kind}"' in one.text
        )

        def stays(one: Shown) -> bool:
            parts = one.path.split("/")
            return not ("/case-" in one.path and int(parts[2].split(".")[0]) >= first)

        return replace(view, files=tuple(filter(stays, view.files)))

    return earlier
