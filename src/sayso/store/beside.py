"""The rows beside a story, written with it."""

from __future__ import annotations

import sqlite3
from dataclasses import astuple

from sayso.store.rows import NewStory


def keep_said(db: sqlite3.Connection, story: str, new: NewStory) -> None:
    """Insert the claims, statements, names, what is due and the processes of a story, inside the transaction that writes it."""
    db.executemany(f"INSERT INTO claim VALUES ({', '.join('?' * 12)})", map(astuple, new.claims))
    db.executemany(f"INSERT INTO said VALUES ({', '.join('?' * 9)})", map(astuple, new.said))
    db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)", [(story, *name) for name in new.names])
    db.executemany("INSERT INTO due VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(astuple, new.due))
    db.executemany("INSERT INTO process VALUES (?, ?, ?)", new.processes)
