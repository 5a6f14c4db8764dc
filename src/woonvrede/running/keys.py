# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two secrets of an installation, made at set-up and kept in the state folder."""

import os
import secrets

from woonvrede.running import places
from woonvrede.running.problem import Problem

FILES = {"WOONVREDE_SECRET_KEY": "secret-key", "WOONVREDE_HASH_KEY": "hash-key"}


def make_missing() -> None:
    """Make the keys that are not there yet; only this user may read them."""
    folder = places.make_private(places.state())
    for file in FILES.values():
        try:
            handle = os.open(folder / file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        with os.fdopen(handle, "w") as target:
            target.write(secrets.token_urlsafe(50))


def key(name: str, given: str) -> str:
    """
    Return a key: the one given in the environment, else the one made at set-up.

    :raises Problem: if there is neither
    """
    file = places.state() / FILES[name]
    found = given or (file.read_text().strip() if file.is_file() else "")
    if len(found) < 32:
        raise Problem(f"{name} is missing or shorter than 32 characters: set it or run make setup.")
    return found
