"""Who may read a sealed file or a released share, and from when, by the rows of the kinds that bring them.

Shown by ``tests/sites/test_api.py``, ``tests/client/test_lying_door.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from daylight.core.acts.bidding import SubmitBid
from daylight.core.acts.kinds import kind_name
from daylight.core.acts.opening import ReleaseShares
from daylight.core.acts.prequalification import ReleaseApplication, SubmitApplication
from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.disclosure.rights import Who, readers
from daylight.core.disclosure.row import Reader, Since
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.indexes import BidIndex
from daylight.core.procedures.opening import Sealed, deadline_of
from daylight.core.values.instant import Instant

Lying = tuple[type, Since]
"""The kind that brought a file, and a moment of it that has come."""


def sealed_shown(sha256: str, case: Case, who: Who, *, at: Instant, index: Callable[[], BidIndex]) -> bool:
    """Whether somebody may read a sealed file or a released share.

    For who is neither holder nor presider, or comes before every deadline, the index is not looked at.
    """
    reading, of = readers(who, case), tuple(one for one in _OF if _is_due(case, one, at))
    if not of or not reading.intersection((Reader.HOLDER, Reader.PRESIDER)):
        return False
    return any(
        right.reader in reading and right.since is since
        for kind, since in _lies(sha256, case, of, index())
        for right in PUBLICATIONS[kind_name(kind)].sealed
    )


_OF: tuple[Sealed, ...] = ("bids", "applications")


def _is_due(case: Case, of: Sealed, at: Instant) -> bool:
    deadline = deadline_of(case, of)
    return deadline is not None and at.utc_ms >= deadline.utc_ms


def _lies(sha256: str, case: Case, of: tuple[Sealed, ...], index: BidIndex) -> Iterator[Lying]:
    for one in index.sealed.get(sha256, ()):
        kind = SubmitApplication if one.applicant else SubmitBid
        if ("applications" if one.applicant else "bids") not in of:
            continue
        yield kind, Since.DEADLINE
        opens = (
            _application_opens(case, one.applicant)
            if one.applicant
            else one.manifest.digest().hex() in {manifest for manifest, _ in _released(case)}
        )
        if opens and sha256 == one.manifest.files[0]:
            yield kind, Since.RELEASE
    if any(sha256 == share for _, share in _released(case)):
        yield ReleaseShares, Since.RELEASE
    for file in index.files:
        released = file.application.released if file.application else ()
        if any(sha256 == share for _, share, _ in released) and _application_opens(case, file):
            yield ReleaseApplication, Since.RELEASE


def _released(case: Case) -> Iterator[tuple[str, str]]:
    """Manifests and shares of the bids that the presider is to open now: enough holders have released."""
    opening, keys = case.opening, case.planning.key_set
    if keys and opening.opened_at is None and len(opening.released) >= keys.threshold:
        yield from ((manifest, share) for _, shares in opening.released for manifest, share, _ in shares)


def _application_opens(case: Case, file: BidFile) -> bool:
    """Whether the presider is to open an application now."""
    application, keys = file.application, case.planning.key_set
    if application is None or keys is None or application.opened_at:
        return False
    return len(application.released) >= keys.threshold
