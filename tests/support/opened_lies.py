"""Lies a server could tell to who opens: the record to be signed, and the files it is opened again from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from answered_lies import other_share_file
from daylight.core.acts.opening import Disposition
from wires import OfficeWire


def record_with_another_secret(wire, chance):
    """The record to be signed discloses a secret that names no bid."""
    true = wire.opening
    wire.opening = lambda case, device: replace(true(case, device), secret=chance.randbytes(32))


def record_with_other_bidders(wire, chance):
    """The record to be signed names one bidder for another."""
    true = wire.opening

    def opening(case, device):
        record = true(case, device)
        turned = chance.randrange(1, len(record.bidders))
        names = [one.bidders for one in record.bidders]
        names = names[turned:] + names[:turned]
        return replace(
            record,
            bidders=tuple(replace(one, bidders=to) for one, to in zip(record.bidders, names, strict=True)),
        )

    wire.opening = opening


def disposed(wire: OfficeWire, chance, change: Callable[[Disposition], Disposition]) -> None:
    """The record to be signed says something else of one envelope."""
    true = wire.opening

    def opening(case, device):
        record = true(case, device)
        at = chance.randrange(len(record.dispositions))
        changed = change(record.dispositions[at])
        return replace(
            record, dispositions=(*record.dispositions[:at], changed, *record.dispositions[at + 1 :])
        )

    wire.opening = opening


def record_calls_a_good_bid_unopenable(wire, chance):
    """An envelope that opens is said not to, for a reason an envelope may have."""
    why = chance.choice(
        ["shares.too-few", "share.does-not-decrypt", "shares.do-not-fit", "body.does-not-decrypt",
         "body.malformed", "part.differs", "part.unreadable", "vault.missing", "坏"]
    )  # fmt: skip
    disposed(wire, chance, lambda one: replace(one, kind="unopenable", parts=(), evidence=why))


def record_reads_out_another_price(wire, chance):
    """A digit of what is read out of an envelope is another one."""

    def dearer(one):
        declared, price = one.parts
        content = price.content.replace('"amount_minor":', f'"amount_minor":{chance.randrange(1, 9)}')
        return replace(one, parts=(declared, replace(price, content=content)))

    disposed(wire, chance, dearer)


def record_reads_out_of_another_bid(wire, chance):
    """What one bidder offers is read out as the offer of another."""
    true = wire.opening

    def opening(case, device):
        record = true(case, device)
        parts = [one.parts for one in record.dispositions]
        turned = chance.randrange(1, len(parts))
        pairs = zip(record.dispositions, parts[turned:] + parts[:turned], strict=True)
        return replace(record, dispositions=tuple(replace(one, parts=to) for one, to in pairs))

    wire.opening = opening


def record_rests_on_a_body_that_is_not_given(wire, chance):
    """The server read a body, calls it broken, and has none for the presider."""
    true, gone = wire.stream, chance.choice(wire.office.views.index(case_of(wire)).state.files)
    body = gone.standing.envelopes[0].manifest.files[0]

    def stream(case, digest, device):
        if digest == body:
            raise KeyError(digest)
        return true(case, digest, device)

    wire.stream = stream
    opening = wire.opening

    def broken(case, device):
        record = opening(case, device)
        return replace(
            record,
            dispositions=tuple(
                replace(one, kind="unopenable", parts=(), evidence="body.malformed")
                if one.bid == gone.id
                else one
                for one in record.dispositions
            ),
        )

    wire.opening = chance.choice([opening, broken])


def other_body(wire, chance):
    """The presider is given other bytes than were sealed."""
    other_share_file(wire, chance)


def record_gives_another_fault(wire, chance):
    """An envelope that does not open is laid to the platform, or to nobody, instead of its bidder."""

    def otherwise(one):
        why = chance.choice(["vault.missing", "shares.too-few", "body.differs", "body.malformed"])
        return replace(one, evidence=why) if one.kind == "unopenable" else one

    everywhere(wire, otherwise)


def record_says_that_a_broken_bid_opened(wire, chance):
    """What another bidder offers is read out for one whose envelope does not open."""

    def opened(one):
        lent = next(other.parts for other in wire.record.dispositions if other.parts)
        return replace(one, kind="opened", parts=lent, evidence="") if one.kind == "unopenable" else one

    everywhere(wire, opened)


def everywhere(wire: OfficeWire, change: Callable[[Disposition], Disposition]) -> None:
    """The record to be signed says something else of every envelope that is concerned."""
    true = wire.opening

    def opening(case, device):
        wire.record = record = true(case, device)
        return replace(record, dispositions=tuple(map(change, record.dispositions)))

    wire.opening = opening


def case_of(wire: OfficeWire) -> str:
    """The case whose opening was called last."""
    calls = (draft.act for draft in wire.office.journal.drafts if draft.act.intent.kind == "CallOpening")
    return list(calls)[-1].docket


def record_without(wire, chance):
    """The record to be signed leaves a bid out."""
    true = wire.opening

    def opening(case, device):
        record = true(case, device)
        place = chance.randrange(len(record.dispositions))
        return replace(record, dispositions=(*record.dispositions[:place], *record.dispositions[place + 1 :]))

    wire.opening = opening


def application_called_unopenable(wire, chance):
    """An application that opens is said not to."""
    why = chance.choice(["shares.too-few", "body.malformed", "vault.missing"])
    true = wire.application
    wire.application = lambda *asked: replace(true(*asked), parts=(), evidence=why)


def application_that_declares_another(wire, chance):
    """Another name is read out of an application."""
    true = wire.application

    def application(*asked):
        record = true(*asked)
        (part,) = record.parts
        name = chr(chance.randrange(0x4E00, 0x9FA5))
        return replace(record, parts=(replace(part, content=f'"{name}"'),))

    wire.application = application
