"""Conditions every act meets: the right world, in time, signed, under a mandate; and two editions of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TypeVar

from daylight.core.acts.common import Document, document_is_sound
from daylight.core.acts.edition import reaches
from daylight.core.acts.intent import signing_bytes
from daylight.core.acts.registry import RegisterPerson
from daylight.core.procedures.matter import Matter, UnknownDocket
from daylight.core.values.fact import Code, this
from daylight.core.values.refusal import Refusal, refuse
from daylight.core.values.text import Text

Answer = TypeVar("Answer")


def intent_is_meant_for_this_world(m: Matter) -> Refusal | None:
    """Nothing done in a practice world can be replayed in a real one."""
    if m.intent.world == m.world.id:
        return None
    return refuse("acts.other-world", "registry.identity", meant=this(m.intent.world), here=m.world.origin)


def intent_has_not_expired(m: Matter) -> Refusal | None:
    """An intent is done in time or not at all."""
    if m.at <= m.intent.expires_at:
        return None
    return refuse("acts.expired", "registry.identity", expired=m.intent.expires_at, at=m.at)


def intent_is_signed_by_a_registered_person(m: Matter) -> Refusal | None:
    """The key is the one the person registered; who registers herself signs with the new key."""
    deed = m.intent.deed
    if isinstance(deed, RegisterPerson):
        key = deed.public_key if m.intent.person == m.intent.docket else b""
    elif m.actor is None:
        return refuse("acts.unknown-person", "registry.identity", person=m.named(m.intent.person))
    else:
        key = m.actor.public_key
    if m.crypto.ed25519_verify(key, m.signature, signing_bytes(m.intent)):
        return None
    return refuse("acts.bad-signature", "registry.identity", person=m.named(m.intent.person))


def what_is_said_has_words(m: Matter) -> Refusal | None:
    """A reason, a report or a summary on which others rely is not empty."""
    for name, text in _fields_of(m):
        if isinstance(text, Text) and not (text.zh.strip() or text.en.strip()):
            return refuse("acts.nothing-said", "records.complete", field=Code("field", name))
    return None


def what_is_shown_is_a_document(m: Matter) -> Refusal | None:
    """Evidence, a report or an annex has a title, a size and a digest."""
    shown = (one for _, some in _fields_of(m) for one in (some if isinstance(some, tuple) else (some,)))
    if all(document_is_sound(one) for one in shown if isinstance(one, Document)):
        return None
    return refuse("acts.no-document", "records.complete")


def in_both_languages(text: Text) -> bool:
    """Whether a text has words in Chinese and in English."""
    return bool(text.zh.strip() and text.en.strip())


def unsaid(field: str, text: Text, role: str, *, least: int = 2) -> tuple[Refusal, ...]:
    """What is refused where a text lacks words, in either language or, where one is enough, in Chinese."""
    if in_both_languages(text) or (least == 1 and text.zh.strip()):
        return ()
    if least == 1 or not (text.zh.strip() or text.en.strip()):
        return (refuse("acts.nothing-said", role, field=Code("field", field)),)
    return (refuse("acts.one-language", role, field=Code("field", field)),)


def partial(role: str, *shown: Document) -> tuple[Refusal, ...]:
    """What is refused where a document lacks title, size or digest."""
    return () if all(map(document_is_sound, shown)) else (refuse("acts.no-document", role),)


def unproven(evidence: tuple[Document, ...], role: str, *beside: Document) -> tuple[Refusal, ...]:
    """What is refused where nothing proves what is said."""
    bare = () if evidence else (refuse("acts.no-evidence", role),)
    return (*bare, *partial(role, *evidence, *beside))


def undocumented(documents: tuple[Document, ...], role: str, *beside: Document) -> tuple[Refusal, ...]:
    """What is refused where there is nothing to read, or two things to read have one name."""
    whole = (*documents, *beside)
    twice = len({one.id for one in whole}) < len(whole)
    found = (
        not documents and refuse("solicitation.no-documents", role),
        twice and refuse("solicitation.names-twice", role),
    )
    return (*(one for one in found if one), *partial(role, *whole))


def _fields_of(m: Matter) -> Iterator[tuple[str, object]]:
    deed = m.intent.deed
    return ((name, getattr(deed, name)) for name in vars(deed))


def state_shown_is_current(m: Matter) -> Refusal | None:
    """Who confirms, awards or signs has seen what he decides on."""
    if m.intent.shown == m.head.digest:
        return None
    return refuse("acts.state-moved", "purchaser.responsible", docket=this(m.intent.docket))


def capacity_is_registered(m: Matter) -> Refusal | None:
    """Whom and what the actor names is there: the heads an act has seen tell of no other docket."""
    if m.intent.organisation and m.organisation(m.intent.organisation) is None:
        raise UnknownDocket("organisation")
    if m.intent.mandate and m.mandate is None:
        raise UnknownDocket("mandate")
    return None


def actor_acts_in_person(m: Matter) -> Refusal | None:
    """Some deeds nobody can do for an organisation."""
    if not m.intent.organisation and not m.intent.mandate:
        return None
    return refuse("acts.personal", "registry.identity", kind=Code("act", m.intent.kind))


def mandated(function: str) -> Callable[[Matter], Refusal | None]:
    """The condition that the person may act for the organisation in this function."""

    def person_is_mandated(m: Matter) -> Refusal | None:
        organisation = m.organisation(m.intent.organisation)
        if organisation is None:
            return refuse(
                "acts.unknown-organisation", "registry.identity", organisation=m.known(m.intent.organisation)
            )
        if not m.intent.mandate and organisation.registration.representative == m.intent.person:
            return None
        mandate = m.mandate
        if mandate is None or (mandate.organisation, mandate.person) != (organisation.id, m.intent.person):
            return refuse(
                "acts.no-mandate",
                "mandate.in_force",
                function=Code("function", function),
                person=m.named(m.intent.person),
            )
        if function not in mandate.functions:
            return refuse(
                "acts.function-not-mandated", "mandate.in_force", function=Code("function", function)
            )
        if mandate.revoked_at:
            return refuse("acts.mandate-revoked", "mandate.in_force", at=mandate.revoked_at)
        if m.at < mandate.valid_from:
            return refuse("acts.mandate-not-yet", "mandate.in_force", first=mandate.valid_from)
        if m.at > mandate.valid_until:
            return refuse("acts.mandate-over", "mandate.in_force", until=mandate.valid_until)
        return None

    return person_is_mandated


def acts_by_right(m: Matter, *mandates: Callable[[Matter], Refusal | None]) -> bool:
    """Whether the intent is signed by whom it names, who has one of these mandates.

    All refusals come back at once, so a condition that looks at what not everybody may know asks this first
    and leaves it to the others to refuse.
    """
    signed = intent_is_signed_by_a_registered_person(m) is None
    return signed and any(mandate(m) is None for mandate in mandates)


def since(
    edition: str, now: Callable[[Matter], Answer], *, before: Callable[[Matter], Answer]
) -> Callable[[Matter], Answer]:
    """From an edition on it is asked one way, before it another; the name is that of today."""

    @wraps(now)
    def asked(m: Matter) -> Answer:
        return (now if reaches(m.edition, edition) else before)(m)

    return asked


def not_asked(_: Matter) -> None:
    """What an earlier edition did not ask."""


shown_in_documents = since("2026.12.3", what_is_shown_is_a_document, before=not_asked)
said_in_words = since("2026.12.3", what_is_said_has_words, before=not_asked)
