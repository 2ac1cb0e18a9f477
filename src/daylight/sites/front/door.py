"""Who brings a body: the signature over its declared digest is checked before a byte of it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from daylight.core.acts.request import digest_header, read_digest, read_header
from daylight.office.access import NotAllowed, reader_of
from daylight.office.gateway import ClockSteppedBack
from daylight.office.perform import Office
from daylight.office.reserve import may_still_bid
from daylight.sites.front.asked import Asked, Refused
from daylight.sites.front.notices import notice

LONGEST_DOCKET = 80
NOTHING = digest_header(sha256(b"").hexdigest())


@dataclass(frozen=True)
class Caller:
    """A person behind a request, the digest she declares for its body, and the bid she says it is for."""

    person: str
    digest: str
    bid: str

    @property
    def reserved(self) -> bool:
        """Whether she may use what is kept for bidders."""
        return bool(self.bid)


def caller_of(office: Callable[[], Office], asked: Asked) -> Caller:
    """Who brings a body; ``Refused`` where nobody registered signed for it. Reads the database."""
    try:
        named = asked.headers.get("content-digest", "" if asked.brings_body else NOTHING)
        digest = read_digest(named)
    except ValueError as error:
        raise Refused(400, "缺少内容摘要", "the digest of the body is not declared", str(error)) from None
    try:
        house = office()
        now = house.gateway.stamp()
        request, signature = read_header(
            asked.headers.get("authorization", ""),
            world=house.rules.world.id,
            method=asked.method,
            path=asked.path,
            declared=digest,
        )
        who = reader_of(house, request, signature, now)
    except (NotAllowed, ValueError) as error:
        notice("signature.bad")
        raise Refused(403, "上传须由已登记人员签名", "uploads are signed", str(error)) from None
    except ClockSteppedBack as error:
        raise Refused(503, "暂停接收", "intake is stopped", str(error), again=60) from None
    bid = asked.headers.get("daylight-bid", "")[:LONGEST_DOCKET]
    return Caller(who.person, digest, bid if bid and may_still_bid(house, bid, who, now) else "")
