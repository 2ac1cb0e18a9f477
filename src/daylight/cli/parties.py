"""What the commands of participants share: their home, the way into the world, and words for a refusal."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes
from typing import Any, TypeVar

import click
import httpx

from daylight.cli.language import chosen, failed, lang_of_words, misused, say
from daylight.cli.names import NO_CASE, address, case_named, command
from daylight.client.door import HttpDoor, ServerSaysNo, the_time, the_world
from daylight.client.home import Home
from daylight.client.lies import Lied
from daylight.client.receipt import kept_refusal
from daylight.client.session import Party, Refused, Session
from daylight.client.verified import Trust, VerifiedDoor, law_of
from daylight.clocks import PracticeClock, SystemClock
from daylight.core.acts.answer import RefusalNote
from daylight.core.acts.world import World
from daylight.core.disclosure.rights import Who
from daylight.core.dockets.case.case import Case
from daylight.core.judgement.words import remedy, wrong
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import law_in_force
from daylight.core.values.instant import EPOCH
from daylight.core.values.plain import Misshapen, build
from daylight.core.values.text import Text, Told
from daylight.crypto.openssl import OPENSSL
from daylight.store.versions import published_laws

T = TypeVar("T")
CLOCK = "DAYLIGHT_PRACTICE_CLOCK"
REFUSED_EXIT = 3
LIED_EXIT = 4


@dataclass(frozen=True)
class Participant:
    """A participant at the door of a world."""

    home: Home
    party: Party
    session: Session
    wire: HttpDoor
    door: VerifiedDoor


NOT_PINNED = Text(
    "本目录尚未指定平台。请先运行 {pin} --world world-…（标识须从平台以外的渠道取得）。",
    "No world is pinned in this folder. First run {pin} --world world-…, with the id from another source than"
    " the platform.",
)
NOT_REGISTERED = Text(
    "本目录尚未登记单位。请先运行 {register} --name 中文名称 --name-en 英文名称 --territory {territory}。",
    "No organisation is registered from this folder. First run {register} --name CHINESE-NAME"
    " --name-en ENGLISH-NAME --territory {territory}.",
)


def participant(base: str, home: Path) -> Participant:
    """The participant of a home, at the door under an address: the world is the one he pinned."""
    base, kept = address(base), Home(home, OPENSSL)
    try:
        pin = kept.pin()
    except FileNotFoundError:
        raise failed(NOT_PINNED.fill(pin=command("pin", home=home, base=base))) from None
    world, digest = the_world(base)
    if world != pin.world:
        raise Lied("world.other")
    device, capacity = kept.device(), kept.capacity()
    wire = HttpDoor(base, world.id, OPENSSL, SystemClock(0).now, device, {device.person: capacity})
    book = law_of(wire, pin, published_laws(), digest)
    clock = clock_of(world, book, base)
    wire = replace(wire, now=clock.now)
    trust = Trust(pin, published_laws(), clock.now, OPENSSL)
    door = VerifiedDoor(wire, trust, lambda _: kept, lambda _: Who(device.person, capacity.organisation))
    session = Session(door, clock, world, book, OPENSSL, token_bytes)
    return Participant(kept, Party(home.name, device, capacity), session, wire, door)


def clock_of(world: World, book: Rulebook, base: str) -> PracticeClock | SystemClock:
    """The participant's own clock; of a practice world, the one that can be set, or as far ahead as that.

    A practice world says itself what day it plays; of a real one nobody believes the time but his own clock.
    """
    practice = os.environ.get(CLOCK)
    offset = law_in_force(book, world.territory, EPOCH.date()).territory.offset_minutes
    if not world.practice:
        return SystemClock(offset)
    if practice:
        return PracticeClock(Path(practice), offset)
    return SystemClock(offset, the_time(base).utc_ms - SystemClock(offset).now().utc_ms)


def supplier(who: Participant) -> Party:
    """The participant acting for its organisation; in words where none is registered from this home."""
    if not who.party.organisation:
        register = command("bidder", "register", home=who.home.folder, base=who.wire.base)
        place = who.session.world.territory
        raise failed(NOT_REGISTERED.fill(register=register, territory=place))
    return who.party


def case_shown(who: Participant, case: str) -> Case:
    """The case as the participant sees it; in words where it is not shown to him."""
    try:
        return who.session.case(case, who.party)
    except (ServerSaysNo, LookupError) as no:
        if isinstance(no, ServerSaysNo) and no.status not in (403, 404):
            raise
        if not who.home.registered:
            supplier(who)
        raise failed(NO_CASE.fill(said=case, base=who.wire.base)) from None


NOT_REACHED = Text(
    "无法连接平台：{why}。请核对 --base 地址，并确认平台正在运行。",
    "The platform cannot be reached: {why}. Check the address in --base, and that the platform is running.",
)


@contextmanager
def plain_words() -> Iterator[None]:
    """Say what went wrong, and exit with a code that tells a refusal from a failure."""
    try:
        yield
    except Refused as refused:
        for line in refused_lines(refused.note):
            click.echo(line, err=True)
        raise SystemExit(REFUSED_EXIT) from None
    except Lied as lie:
        for line in lines_in(LIED.fill(code=lie.code, said=lie.text)):
            click.echo(line, err=True)
        raise SystemExit(LIED_EXIT) from None
    except Told as error:
        raise failed(error.text) from None
    except (httpx.TransportError, httpx.InvalidURL) as error:
        raise failed(NOT_REACHED.fill(why=str(error))) from None


LIED = Text(
    "平台失信 [{code}] {said}。此后未再提交任何内容。",
    "the server lied [{code}] {said}. Nothing more was sent.",
)
REFUSED = Text("不予受理 [{code}] {said}\n  → {better}", "refused  [{code}] {said}\n  → {better}")


def lines_in(text: Text) -> Iterator[str]:
    """Words in the reader's language; where he chose none, in both, each on a line of its own."""
    lang = chosen()
    yield from (text.of(lang),) if lang else (text.zh, text.en)


def refused_lines(note: RefusalNote) -> Iterator[str]:
    """Each reason of a refusal, and what would mend it."""
    for refusal in note.refusals:
        yield from lines_in(REFUSED.fill(code=refusal.code, said=wrong(refusal), better=remedy(refusal)))


KEPT = Text("拒绝通知已保存：{place}。", "The signed refusal is kept in {place}.")


@contextmanager
def refusals_kept(home: Home) -> Iterator[None]:
    """Keep a signed refusal in the home, as receipts are, and say where."""
    try:
        yield
    except Refused as refused:
        name = sha256(refused.note.note).hexdigest()[:12]
        place = home.keep_refusal(name, kept_refusal(refused.note, refused.sent))
        say(KEPT.fill(place=str(place)), err=True)
        raise


NOT_READ = Text(
    "{place} 读不出：{why}。未发送任何内容。请对照 docs/take-part.md 中的样式改正后再试。",
    "{place} cannot be read: {why}. Nothing was sent. Compare it with the form in docs/take-part.md, mend it,"
    " and try again.",
)


def read_file(kind: type[T], place: Path) -> T:
    """What a participant wrote into a JSON file; wrong use, in words, where it is not what is asked for."""
    try:
        return build(kind, json.loads(place.read_bytes()))
    except Misshapen as error:
        why = f"{error.path}: {error.wrong}"
    except OSError as error:
        why = str(error.strerror)
    except (ValueError, RecursionError) as error:
        why = f"JSON: {error}"
    raise unreadable(place, why)


def unreadable(place: Path, why: str) -> click.UsageError:
    """Wrong use: what a participant wrote cannot be read."""
    return misused(NOT_READ.fill(place=str(place), why=why))


def at_the_door(does: Callable[..., Any]) -> Callable[..., Any]:
    """A command of a participant: ``--home`` and ``--base`` become the participant, ``--case`` a docket."""

    @click.option("--home", type=click.Path(path_type=Path), required=True, help="Your folder. 本人目录。")
    @click.option("--base", required=True, help="Address of the world. 平台地址。")
    @lang_of_words
    @wraps(does)
    def with_participant(home: Path, base: str, **options: Any) -> None:
        with plain_words():
            who = participant(base, home)
            if options.get("case"):
                options["case"] = case_named(options["case"], who.wire)
            with refusals_kept(who.home):
                does(who, **options)
            for said in who.door.said:
                say(said, err=True)

    return with_participant
