# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede account reset-factors``"""

import sys

from woonvrede.jobs.commands import Asked, Commands


def register(commands: Commands) -> None:
    """Add the command."""
    does = "take away the password, all second factors and all sessions of who lost a factor"
    parser = commands.add("account reset-factors", run, does=does, role="owner")
    parser.add_argument("email", metavar="EMAIL", help="the address to sign in with")


def run(asked: Asked) -> int:
    """Take them away, and print the address where a password is chosen, as for an invitation."""
    from woonvrede.access.lost_factors import take_factors_away
    from woonvrede.access.refusals import Refused
    from woonvrede.jobs.invitation import address_for

    try:
        account = take_factors_away(asked.email)
    except Refused as refusal:
        print(f"woonvrede: {refusal}", file=sys.stderr)
        return 1
    print(address_for(account))
    return 0
