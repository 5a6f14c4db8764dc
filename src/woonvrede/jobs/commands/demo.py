# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede demo``: what ``make demo`` and its sisters call."""

from woonvrede.jobs.commands import Asked, Commands
from woonvrede.running.demo import supervise


def register(commands: Commands) -> None:
    """Add the command."""
    does = "run the demo, or stop or reset it; see make demo"
    parser = commands.add("demo", run, does=does, role=None)
    parser.add_argument("what", nargs="?", choices=["run", "stop", "reset"], default="run")


def run(asked: Asked) -> int:
    """Run, stop or reset."""
    if asked.what == "run":
        supervise.run()
    elif asked.what == "stop":
        print(told(supervise.stop()))
    else:
        supervise.reset()
        print("The demo is empty; make demo begins again.")
    return 0


def told(ended: int) -> str:
    """Return how many demos have ended, as a sentence."""
    if not ended:
        return "No demo was running."
    return f"{ended} demo has ended." if ended == 1 else f"{ended} demos have ended."
