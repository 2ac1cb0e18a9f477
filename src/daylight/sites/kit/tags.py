"""What templates may call: words by key, the address of an asset, and the other small things they need."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.template import Library
from django.template.context import Context

from daylight.sites.kit.here import settings
from daylight.sites.words import WORDS

register = Library()
STATIC = Path(__file__).parents[1] / "static"


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, **facts: Any) -> str:
    """The words of a key in the language of the page, facts in their places; an unknown key is an error."""
    words = WORDS[key].of(context["lang"])
    return words.format(**facts) if facts else words


@register.simple_tag
def asset(name: str) -> str:
    """The address of a file of ours; it changes with the file, so a browser may keep it."""
    return f"{settings().prefix}/static/{name}?v={_digest(name)}"


@cache
def _digest(name: str) -> str:
    return sha256(Path(f"{STATIC}/{name}").read_bytes()).hexdigest()[:12]
