# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The variables that may be set, and a refusal of every other. Standard library only."""

import difflib
import os
from collections.abc import Mapping

from woonvrede.running.problem import Problem

PREFIX = "WOONVREDE_"

KNOWN = {
    "WOONVREDE_AGREEMENTS": "folder with the agreements; default agreements/ of the checkout",
    "WOONVREDE_DATABASE_ROLE": "app, worker, owner or maintenance; each command sets its own",
    "WOONVREDE_DEMO": "1 opens the role switcher of the demo; only on a loopback address",
    "WOONVREDE_DEMO_WORLD": "small: make demo begins with the scenes alone; default large",
    "WOONVREDE_HASH_KEY": "key for the keyed digests of addresses; else hash-key in the state",
    "WOONVREDE_HOSTS": "extra host names that are answered, separated by commas",
    "WOONVREDE_ORIGIN": "the address that people type; default http://localhost:8000",
    "WOONVREDE_SECRET_KEY": "key for sessions and forms; else secret-key in the state folder",
    "WOONVREDE_STATE": "folder for keys, static files and data; default .woonvrede/",
}

DATABASE_URLS = {
    "app": "DATABASE_URL",
    "worker": "DATABASE_WORKER_URL",
    "owner": "DATABASE_OWNER_URL",
    "maintenance": "DATABASE_MAINTENANCE_URL",
}


def refuse_unknown(environment: Mapping[str, str] = os.environ) -> None:
    """
    Refuse a misspelled variable, which would otherwise silently do nothing.

    :raises Problem: if a variable with our prefix is not one of ours
    """
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in KNOWN:
            nearest = difflib.get_close_matches(name, KNOWN, n=1, cutoff=0)[0]
            raise Problem(f"{name} is not a known setting: did you mean {nearest}? Unset it.")
