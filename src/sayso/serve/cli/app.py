"""The command `sayso`: its sub-commands put together, and every foreseeable failure turned into one line.

Exit codes: 0 done, 1 some inputs could not be read or a part is missing, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from sayso import __version__
from sayso.errors import SaysoError, UsageError
from sayso.serve.cli import (
    add,
    backup,
    brief,
    check,
    claims,
    demo,
    diff,
    doctor,
    export,
    find,
    judge,
    mcp,
    paste,
    query,
    read,
    rebuild,
    restore,
    serve,
    stories,
    verify,
    who,
)
from sayso.serve.cli.say import complain
from sayso.serve.cli.sink import ClosedPipe

WIDTH = 96
INTERRUPTED = 130
EPILOG = "Exit codes: 0 done; 1 some inputs could not be read; 2 wrong usage; 130 interrupted."

app = typer.Typer(
    name="sayso",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDTH},
)
app.command("read", epilog=EPILOG)(read.read)
app.command("stories", epilog=EPILOG)(stories.stories)
app.command("brief", epilog=EPILOG)(brief.brief)
app.command("add", epilog=EPILOG)(add.add)
app.command("serve", epilog=EPILOG)(serve.serve)
app.command("claims", epilog=EPILOG)(claims.claims)
app.command("who", epilog=EPILOG)(who.who)
app.command("find", epilog=EPILOG)(find.find)
app.command("diff", epilog=EPILOG)(diff.diff)
app.command("ask", epilog=EPILOG)(query.ask)
app.command("verify", epilog=EPILOG)(verify.verify)
app.command("judge", epilog=EPILOG)(judge.judge)
app.command("check", epilog=EPILOG)(check.check)
app.command("backup", epilog=EPILOG)(backup.backup)
app.command("restore", epilog=EPILOG)(restore.restore)
app.command("rebuild", epilog=EPILOG)(rebuild.rebuild)
app.command("export", epilog=EPILOG)(export.export)
app.command("paste", epilog=EPILOG)(paste.paste)
app.command("mcp", epilog=EPILOG)(mcp.mcp)
app.command("demo", epilog=EPILOG)(demo.demo)
app.command("doctor", epilog=EPILOG)(doctor.doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit(0)


@app.callback(invoke_without_command=True, epilog=EPILOG)
def root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read many reports of one event and say what is said to have happened, and on whose word.

    \b
    sayso demo                                brief the example reports that come with sayso
    sayso brief reports/                      brief a folder of reports, for a person to read
    sayso brief reports/ --format json        the same as data, with every statement and its span
    sayso export reports/ -o tables           the same as tables, for a spreadsheet or statistics
    sayso paste                               brief reports that you paste into the terminal
    sayso read report.txt                     what each report says, one line of JSON a report
    sayso stories reports/                    which reports are about one event
    sayso add reports/                        keep reports in a library that grows; then sayso stories, sayso brief --story ID
    sayso serve                               that library as pages in the browser
    sayso doctor                              whether everything is set up

    Everything runs on this machine; nothing is sent anywhere.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


def run(arguments: Sequence[str]) -> int:
    """Carry out the command line; the exit code. Errors that can be foreseen are one line on standard error."""
    try:
        code = app(args=list(arguments), prog_name="sayso", standalone_mode=False)
    except ClosedPipe:
        return 0
    except typer.TyperException as error:
        complain(f"{error.format_message()} (see sayso --help)")
        return error.exit_code
    except UsageError as error:
        complain(str(error))
        return 2
    except SaysoError as error:
        complain(str(error))
        return 1
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{error.strerror or error}")
        return 1
    # Typer turns Ctrl-C into this code by itself.
    if code == INTERRUPTED:
        complain("interrupted")
    return code if isinstance(code, int) else 0


def main() -> None:
    """The entry point of the command; ends the process. What is printed is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))
