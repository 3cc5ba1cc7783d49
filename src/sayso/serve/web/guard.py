"""Who may ask: pages of this machine only, from this machine only; and what a browser may do with an answer."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset(("127.0.0.1", "localhost", "::1"))
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
          "base-uri 'none'; frame-ancestors 'none'")
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode()), (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"), (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"), (b"x-frame-options", b"DENY"))


class Guard:
    """ASGI middleware: refuses what another site, or another machine by a name of its own, asks of this one.

    A page of another site can make a browser ask 127.0.0.1: its requests have that site's Origin. A name that another
    site lets lead here has that name as Host. Both are refused with 403.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if refused := _refusal(scope["method"], scope["headers"]):
            await _refuse(refused, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        await self.app(scope, receive, guarded)


def _refusal(method: str, headers: Iterable[tuple[bytes, bytes]]) -> str | None:
    """Why a request is refused; None where it is not."""
    found = {name.decode("latin-1"): value.decode("latin-1") for name, value in headers}
    host = found.get("host", "")
    if _name(host) not in LOOPBACK:
        return "sayso answers on this machine only: open it as http://127.0.0.1 with its port"
    origin = found.get("origin")
    # A form of our own page sends its origin, or "null" where its page kept it back.
    if origin is not None and origin != f"http://{host}":
        return "this was asked by a page of another site, and sayso does not answer those"
    if method not in SAFE and origin is None and found.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return "this was asked by a page of another site, and sayso does not answer those"
    return None


def _name(host: str) -> str | None:
    """The name in a Host header, its port left off; None where it is not one."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    return parts.hostname if not (parts.username or parts.path or parts.query) else None


async def _refuse(why: str, send: Send) -> None:
    body = (why + "\n").encode()
    await send({"type": "http.response.start", "status": 403, "headers": [
        (b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()), *HEADERS]})
    await send({"type": "http.response.body", "body": body})
