# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede serve``"""

from woonvrede.jobs.commands import Asked, Commands
from woonvrede.running import ports


def register(commands: Commands) -> None:
    """Add the command."""
    does = "run the web server"
    parser = commands.add("serve", run, does=does, role="app")
    parser.add_argument("--port", help="default: PORT, or 8000")
    parser.add_argument("--address", default=ports.ADDRESS, help="default: this machine alone")


def run(asked: Asked) -> int:
    """Check that the database holds what the books say, then serve."""
    from woonvrede.jobs.ready import refuse_unready
    from woonvrede.running import within
    from woonvrede.running.serving import server, static_files

    port = ports.read(asked.port, said="--port ") if asked.port else ports.wanted()
    refuse_unready()
    static_files.collect()
    # The processes that are forked off each open their own.
    within.close_connections()
    ports.refuse_taken(port)
    server.serve(asked.address, port)
    return 0
