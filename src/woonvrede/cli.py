# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The console script ``woonvrede``: one module per command, in ``jobs/commands``."""

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

from woonvrede.jobs import commands
from woonvrede.running import environment
from woonvrede.running.problem import Problem


def main(words: Sequence[str] | None = None) -> int:
    """
    Carry out one command.

    Returns 0 when done and 1 when refused or failed, unless the command says another code for
    that; wrong use ends with 2.
    """
    # As an exception, so that whoever started the embedded server also stops it.
    signal.signal(signal.SIGTERM, _end)
    asked = commands.parser().parse_args(words)
    command: commands.Command = asked.command
    try:
        environment.refuse_unknown()
        code = _carry_out(command, asked)
        sys.stdout.flush()
    except Problem as problem:
        return _complain(str(problem), command.unable)
    except KeyboardInterrupt:
        return _complain("interrupted", command.unable)
    except BrokenPipeError:
        # Whoever read the output, such as head, has enough of it; nor can the rest be flushed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _carry_out(command: commands.Command, asked: commands.Asked) -> int:
    if command.role is None:
        return command.run(asked)
    os.environ["WOONVREDE_DATABASE_ROLE"] = command.role
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "woonvrede.settings")
    # Only now, because the settings read what was set just above.
    from woonvrede.running import within  # noqa: PLC0415

    return within.django(lambda: command.run(asked))


def _end(_: int, __: FrameType | None) -> None:
    sys.exit(1)


def _complain(problem: str, code: int) -> int:
    print(f"woonvrede: {problem}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
