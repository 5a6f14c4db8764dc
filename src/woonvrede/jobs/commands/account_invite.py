# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede account invite``"""

import sys

from woonvrede.jobs.commands import Asked, Commands


def register(commands: Commands) -> None:
    """Add the command."""
    does = "give somebody a membership, and an account if they have none yet"
    parser = commands.add("account invite", run, does=does, role="owner")
    parser.add_argument("email", metavar="EMAIL", help="the address to sign in with")
    parser.add_argument("--name", required=True, help="the name that colleagues see")
    parser.add_argument("--party", required=True, help="key of the party or unit")
    for what in ("function", "intervention", "district"):
        parser.add_argument(
            f"--{what}",
            action="append",
            default=[],
            required=what == "function",
            help=f"key of a {what}; may be repeated",
        )


def run(asked: Asked) -> int:
    """Invite, and print the address where a password is chosen; it works once, for three days."""
    from django.utils import timezone

    from woonvrede.access.accounts import invite
    from woonvrede.access.refusals import Refused
    from woonvrede.jobs.invitation import address_for

    try:
        account = invite(
            asked.email,
            name=asked.name,
            party=asked.party,
            functions=asked.function,
            interventions=asked.intervention,
            districts=asked.district,
            at=timezone.now(),
        )
    except Refused as refusal:
        print(f"woonvrede: {refusal}", file=sys.stderr)
        return 1
    print(address_for(account))
    return 0
