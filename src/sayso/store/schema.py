"""The tables of a library, their numbered migrations, and opening a file that may be no library at all.

The version is SQLite's `user_version`, the mark of a library its `application_id`.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import InputError
from sayso.store.near import pack

APPLICATION = 0x5341594F
BUSY_SECONDS = 10.0

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO state VALUES ('stories_written', '0');
    CREATE TABLE article (
        id TEXT PRIMARY KEY, given_id TEXT NOT NULL, url TEXT, outlet TEXT, title TEXT, published TEXT, day INTEGER,
        is_read INTEGER NOT NULL DEFAULT 1, current INTEGER NOT NULL, linked INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX article_url ON article (url);
    CREATE INDEX article_given ON article (given_id);
    CREATE INDEX article_day ON article (day);
    CREATE INDEX article_waiting ON article (linked) WHERE linked = 0;
    CREATE TABLE version (
        n INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
        content TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, captured TEXT NOT NULL, given BLOB NOT NULL);
    CREATE INDEX version_article ON version (article);
    CREATE TABLE reading (version INTEGER PRIMARY KEY REFERENCES version (n), rule TEXT NOT NULL, body BLOB NOT NULL);
    CREATE TABLE sketch (version INTEGER PRIMARY KEY REFERENCES version (n), body BLOB NOT NULL);
    CREATE TABLE vector (text BLOB PRIMARY KEY, model TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE story (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, first TEXT, last TEXT, thread TEXT, reports INTEGER NOT NULL,
        outlets INTEGER NOT NULL, claims INTEGER NOT NULL, disputed INTEGER NOT NULL, made_from TEXT NOT NULL,
        rule TEXT NOT NULL, settings TEXT NOT NULL, changed TEXT NOT NULL, linked BLOB NOT NULL, body BLOB NOT NULL);
    CREATE INDEX story_last ON story (last);
    CREATE TABLE member (
        story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, article TEXT NOT NULL REFERENCES article (id),
        version INTEGER NOT NULL REFERENCES version (n), also INTEGER NOT NULL, PRIMARY KEY (story, article)) WITHOUT ROWID;
    CREATE INDEX member_article ON member (article);
    CREATE TABLE alias (id TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    CREATE TABLE claim (
        story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, n INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL,
        kind TEXT NOT NULL, status TEXT NOT NULL, independent INTEGER NOT NULL, reports INTEGER NOT NULL,
        denied INTEGER NOT NULL, date TEXT, first_seen TEXT, last_seen TEXT, PRIMARY KEY (story, n)) WITHOUT ROWID;
    CREATE INDEX claim_seen ON claim (last_seen);
    CREATE TABLE said (
        story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, statement TEXT NOT NULL, article TEXT NOT NULL,
        actor TEXT NOT NULL, at TEXT, text TEXT NOT NULL, claim TEXT, stance TEXT NOT NULL, shift TEXT);
    CREATE INDEX said_actor ON said (actor, story);
    CREATE INDEX said_article ON said (article);
    CREATE INDEX said_story ON said (story);
    CREATE TABLE name (
        story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, actor TEXT NOT NULL, folded TEXT NOT NULL,
        shown TEXT NOT NULL, PRIMARY KEY (folded, story, actor)) WITHOUT ROWID;
    CREATE INDEX name_actor ON name (actor, story);
    CREATE INDEX name_story ON name (story);
    CREATE TABLE page (
        version INTEGER PRIMARY KEY REFERENCES version (n), title TEXT NOT NULL, text TEXT NOT NULL, meaning BLOB NOT NULL);
    CREATE TABLE place (
        name TEXT NOT NULL, version INTEGER NOT NULL REFERENCES version (n), PRIMARY KEY (name, version)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5 (
        title, text, content = 'page', content_rowid = 'version', tokenize = 'porter unicode61');
    CREATE TRIGGER page_kept AFTER INSERT ON page BEGIN
        INSERT INTO words (rowid, title, text) VALUES (new.version, new.title, new.text); END;
    CREATE TRIGGER page_gone AFTER DELETE ON page BEGIN
        INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.version, old.title, old.text); END;
    UPDATE story SET made_from = '';
    UPDATE article SET linked = 0;
    """,
    """
    CREATE TABLE judgement (
        n INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
        undoes INTEGER REFERENCES judgement (n), body BLOB NOT NULL);
    CREATE TABLE judged (
        article TEXT NOT NULL, judgement INTEGER NOT NULL REFERENCES judgement (n), PRIMARY KEY (article, judgement)) WITHOUT ROWID;
    CREATE INDEX judged_judgement ON judged (judgement);
    """,
    """
    CREATE TABLE question (
        n INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL, statement TEXT NOT NULL UNIQUE, pinned TEXT NOT NULL);
    CREATE TABLE answer (
        n INTEGER PRIMARY KEY, question INTEGER NOT NULL REFERENCES question (n) ON DELETE CASCADE, body BLOB NOT NULL);
    CREATE INDEX answer_question ON answer (question);
    CREATE TABLE due (
        story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, n INTEGER NOT NULL, kind TEXT NOT NULL, first TEXT, date TEXT,
        text TEXT NOT NULL, state TEXT NOT NULL, claim TEXT, PRIMARY KEY (story, n)) WITHOUT ROWID;
    CREATE INDEX due_first ON due (first);
    UPDATE story SET made_from = '';
    UPDATE article SET linked = 0;
    """,
    """
    CREATE INDEX article_current ON article (current);
    CREATE INDEX article_latest ON article (published IS NULL, published DESC, id, current);
    CREATE INDEX article_outlet ON article (outlet, current);
    CREATE INDEX article_published ON article (published, current);
    CREATE TABLE near (
        first INTEGER PRIMARY KEY, last INTEGER NOT NULL, versions BLOB NOT NULL, scales BLOB NOT NULL, rows BLOB NOT NULL);
    CREATE TRIGGER page_came_near AFTER INSERT ON page BEGIN
        DELETE FROM near WHERE first <= new.version AND last >= new.version; END;
    CREATE TRIGGER page_went_near AFTER DELETE ON page BEGIN
        DELETE FROM near WHERE first <= old.version AND last >= old.version; END;
    """,
    """
    CREATE TABLE process (
        story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, n INTEGER NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY (story, n)) WITHOUT ROWID;
    UPDATE story SET made_from = '';
    UPDATE article SET linked = 0;
    """,
)


def connect(path: Path, create: bool = False) -> sqlite3.Connection:
    """The library at this path, brought up to this version's tables; a new one where there is none and `create`.

    Raises InputError for a file that is missing, no library, of a newer version, or that cannot be opened.
    """
    if not path.exists() and not create:
        raise InputError(str(path), "there is no library here", "make one with sayso add, or name another with --library")
    if path.is_dir():
        raise InputError(str(path), "is a folder", "name a file with --library")
    if not path.resolve().parent.is_dir():
        raise InputError(str(path), f"there is no folder {path.parent}", "make it first")
    with told(path):
        # A file that may not be written is opened all the same: it can be looked at.
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _prepare(connection, path, create)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, create: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if mark != APPLICATION and not (empty and create):
        raise InputError(str(path), "is no library of sayso", "name another with --library")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise InputError(str(path), f"is a library of a newer sayso (version {version}, this one knows {len(MIGRATIONS)})",
                         "update sayso")
    if version < len(MIGRATIONS):
        _migrate(connection)


def _migrate(connection: sqlite3.Connection) -> None:
    """All that is missing in one transaction; another process may have done it since."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for script in MIGRATIONS[version:]:
            for statement in _statements(script):
                connection.execute(statement)
        pack(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, whole; a trigger's body holds more than one semicolon."""
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


DAMAGED = "is damaged"
MENDS = (
    ("locked", "is being written by another sayso", "try again when that is done"),
    ("readonly", "cannot be written", "see to its permissions, or name another with --library"),
    ("disk is full", "the disk is full", "make room and run the same command again: what was done is kept"),
    ("disk i/o", "the disk cannot be read or written", "see to the disk and run the same command again"),
    ("not a database", "is no library of sayso", "name another with --library"),
    ("unable to open", "cannot be opened", "see to its permissions, or name another with --library"),
    ("malformed", DAMAGED, "put a backup back with sayso restore"),
)


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Every failure of the database as one InputError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        text = str(error)
        for sign, why, mend in MENDS:
            if sign in text.lower():
                raise InputError(str(path), why, mend) from error
        raise InputError(str(path), f"the library failed: {text}", "run sayso check") from error
