"""Answers the front gives itself: JSON in both languages, with the headers of every answer."""

from __future__ import annotations

import json

from daylight.core.values.plain import canonical_bytes
from daylight.sites.front.asked import Refused, Send
from daylight.sites.kit.headers import common_headers


async def answer_refused(send: Send, path: str, refused: Refused) -> None:
    """Say why not; a client that is to come again is told when."""
    said = {"zh": refused.zh, "en": refused.en, "detail": refused.detail}
    more = {"Retry-After": str(refused.again)} if refused.again else {}
    await _answer(send, path, refused.status, json.dumps(said, ensure_ascii=False).encode(), more)


async def answer_json(send: Send, path: str, status: int, said: object) -> None:
    """Say something."""
    await _answer(send, path, status, canonical_bytes(said), {})


async def _answer(send: Send, path: str, status: int, body: bytes, more: dict[str, str]) -> None:
    headers = {
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Cache-Control": "no-store",
        "Vary": "Authorization",
        **common_headers(path),
        **more,
    }
    spelled = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": spelled})
    await send({"type": "http.response.body", "body": body, "more_body": False})
