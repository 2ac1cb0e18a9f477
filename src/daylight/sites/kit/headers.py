"""Headers of every answer: what a browser may do with it, who may keep it, and for whom it may be kept.

What depends on who asks is kept by nobody; what is open data may be read from any page. Shown by
``tests/sites/test_headers.py``.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from daylight.sites.kit.here import settings

YEAR_SECONDS = 365 * 24 * 60 * 60
OPEN_DATA = ("/ocds/", "/log/", "/api/world", "/api/rulebook")
POWERS = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "fullscreen", "geolocation", "gyroscope",
    "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{power}=()" for power in POWERS),
}
"""A page of ours uses none of a device's powers."""


def headers(
    answered: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """The middleware that sets them; outermost, so files of style have them too."""

    def with_headers(request: HttpRequest) -> HttpResponseBase:
        answer = answered(request)
        path = request.path_info
        for name, value in common_headers(path).items():
            answer.headers.setdefault(name, value)
        if path.startswith("/api/"):
            personal = "Authorization" in request.headers or request.method != "GET"
            answer.headers.setdefault("Cache-Control", "no-store" if personal else "no-cache")
            patch_vary_headers(answer, ["Authorization"])
        return answer

    return with_headers


def common_headers(path: str) -> dict[str, str]:
    """The headers of an answer that do not depend on what it says."""
    found = {**ALWAYS, "Cross-Origin-Resource-Policy": "same-origin"}
    if path.startswith(OPEN_DATA):
        found["Cross-Origin-Resource-Policy"] = "cross-origin"
    if settings().address.startswith("https://"):
        found["Strict-Transport-Security"] = f"max-age={YEAR_SECONDS}"
    return found
