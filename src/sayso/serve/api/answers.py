"""How the API answers: JSON with an ETag, pages of a list with the way to the next, and errors as problem details (RFC 9457)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from sayso.errors import InputError, MissingError, SaysoError, UsageError
from sayso.model.encode import encode

PROBLEM = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong: `title` of the status, `detail` what it was here and what to do, `instance` what was asked."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


def answer(request: Request, value: object) -> Response:
    """The value as JSON; 304 without a body where the asker has it already."""
    body = json.dumps(encode(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in (t.strip().removeprefix("W/") for t in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, "application/json")


def paged(request: Request, items: Sequence[object], total: int, offset: int, limit: int) -> dict[str, Any]:
    """A page of a list: its items, how many there are in all, and the way to the next page, None on the last."""
    after = offset + limit
    following = str(request.url.include_query_params(offset=after)) if after < total else None
    return {"items": items, "total": total, "next": following}


def problem(request: Request, status: int, detail: str) -> Response:
    """An error as problem details."""
    found = Problem("about:blank", HTTPStatus(status).phrase, status, detail, request.url.path)
    return JSONResponse(encode(found), status, media_type=PROBLEM)


def handle_errors(api: FastAPI) -> None:
    """Tell every foreseeable failure as problem details."""
    def told(request: Request, error: Exception) -> Response:
        status = 404 if isinstance(error, MissingError) else 400 if isinstance(error, UsageError) else 503
        said = f"{error.why}; {error.mend}" if isinstance(error, InputError) else str(error).removeprefix("--")
        return problem(request, status, said)

    def plain(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return problem(request, error.status_code, str(error.detail))

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        parts = [f"{'.'.join(str(x) for x in e['loc'][1:])}: {e['msg']}" for e in error.errors()]
        return problem(request, 422, "; ".join(parts))

    api.add_exception_handler(SaysoError, told)
    api.add_exception_handler(HTTPException, plain)
    api.add_exception_handler(RequestValidationError, invalid)
