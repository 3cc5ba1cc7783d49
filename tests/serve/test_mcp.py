"""The tools as a client of the SDK sees them, over standard input and output of a program of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters


def program(library: Path) -> StdioServerParameters:
    return StdioServerParameters(command=sys.executable, args=["-m", "sayso", "mcp", "--library", str(library)], env=dict(os.environ))


def asked(library: Path, tool: str, **arguments: Any) -> Any:
    """The answer of a tool: structured where it is, else its text."""
    async def ask() -> Any:
        async with Client(program(library)) as client:
            return await client.call_tool(tool, arguments)
    return run_apart(ask)


def run_apart(ask: Callable[[], Awaitable[Any]]) -> Any:
    """Run in a thread of its own: a browser's event loop may be running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, ask).result(60)


def test_a_client_finds_the_tools_and_what_they_are_for(filled: Path) -> None:
    async def ask() -> Any:
        async with Client(program(filled)) as client:
            return await client.list_tools()
    tools = {t.name: t for t in run_apart(ask).tools}
    assert set(tools) == {"stories", "search", "brief", "claims", "claim", "who_said", "check_sentence"}
    assert all(t.description for t in tools.values())


def test_a_sentence_is_checked_and_a_story_briefed(filled: Path) -> None:
    found = asked(filled, "check_sentence", sentence="Eleven people were injured")
    assert not found.is_error
    assert found.structured_content["verdict"] == "affirmed"
    told = asked(filled, "brief", story="story-cc0")
    assert told.content[0].text.startswith("# Gas train derails at Villach")


def test_what_is_not_there_is_an_error_in_words(filled: Path) -> None:
    found = asked(filled, "brief", story="none")
    assert found.is_error
    assert "no such story" in found.content[0].text


def test_a_library_that_is_not_there_is_said_before_anything_is_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from sayso.serve.cli.app import run

    assert run(["mcp", "--library", str(tmp_path / "none.library")]) == 1
    assert "there is no library here" in capsys.readouterr().err
