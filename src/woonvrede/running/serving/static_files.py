# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What browsers fetch: collected once, with a digest in each name."""

import fcntl

from woonvrede.running import keys, places, stamps, steps

# The packages bring sources for tools that no browser asks for.
NOT_FOR_BROWSERS = ["*.json", "*.scss", "*.less", "*.cjs", "*.mjs", "*.ts", "*.md"]


def collect() -> None:
    """
    Collect our files and those of the packages, unless none of them changed.

    :raises Problem: if they cannot be collected
    """
    keys.make_missing()
    made_from = stamps.digest(
        [
            places.CHECKOUT / "src" / "woonvrede" / "web" / "static",
            places.CHECKOUT / "package-lock.json",
            places.CHECKOUT / "requirements" / "base.txt",
        ]
    )
    stamp = places.state() / "static-made-from"
    with (places.state() / "static.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamps.fresh(stamp, made_from):
            ignored = [word for pattern in NOT_FOR_BROWSERS for word in ("--ignore", pattern)]
            steps.take("static files", "django", "collectstatic", "--no-input", *ignored)
            stamps.leave(stamp, made_from)
