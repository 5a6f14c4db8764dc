# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Kill web, worker and database while people work, and count what was lost, half-done, doubled, stuck,
and which pages failed otherwise than by being away.

On a database, a folder and a port of its own, all thrown away afterwards.  ``ROUNDS`` says how
often (100), ``SEED`` which service, when and which of its processes (else drawn, and told).
"""

import os
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

import django  # noqa: E402
from tests.support.checkout import plain  # noqa: E402

from woonvrede.running import keys, ports  # noqa: E402
from woonvrede.running.database import addresses, cluster  # noqa: E402
from woonvrede.running.demo import prepare  # noqa: E402

if TYPE_CHECKING:
    from tests.kills.rounds import Rounds

ROUNDS_PER_LINE = 10


def main() -> int:
    """Play the rounds; return 0 only if nothing was found."""
    number = int(os.environ.get("ROUNDS") or 100)
    seed = int(os.environ.get("SEED") or random.randrange(10**6))  # noqa: S311 - no secret
    port = ports.free()
    with tempfile.TemporaryDirectory() as state:
        settings = plain(WOONVREDE_STATE=state, PORT=str(port))
        os.environ.clear()
        os.environ.update(settings)
        keys.make_missing()
        try:
            return _play(Path(state), port, number, seed)
        finally:
            cluster.forget(cluster.DEMO)


def _play(folder: Path, port: int, number: int, seed: int) -> int:
    with addresses.reachable():
        prepare.migrate()
        prepare.publish_agreements()
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "woonvrede.settings",
            "WOONVREDE_DATABASE_ROLE": "app",
        }
        django.setup()
        from tests.kills import rounds  # noqa: PLC0415 - models can be read once Django is set up

        print(f"{number} rounds, SEED={seed}", flush=True)
        with rounds.prepared(folder, port, seed) as played:
            for each in played.play(number):
                if each % ROUNDS_PER_LINE == 0:
                    print(f"{each}/{number} rounds", flush=True)
            played.look_around()
        played.count_left_behind()
    _tell(played, folder)
    return 1 if any(played.found.values()) else 0


def _tell(played: "Rounds", folder: Path) -> None:
    done = Counter[str]()
    for team in played.teams:
        for (_, kind), times in team.told.items():
            done[kind] += times
    print(f"done: {_in_words(done)}")
    print(f"answers: {_in_words(sum((team.answers for team in played.teams), Counter()))}")
    counted = {name: len(lines) for name, lines in played.found.items()}
    killed = {name: played.killed[name] for name in ("web", "worker", "database")}
    row = {"rounds": played.killed.total(), **killed, **counted}
    print(*(f"{name:>9}" for name in row))
    print(*(f"{value:>9}" for value in row.values()))
    for name, lines in played.found.items():
        for line in sorted(lines):
            print(f"{name}: {line}")
    for line in (folder / "web.log").read_text(encoding="utf-8").splitlines():
        if "page failed" in line:
            print(line)


def _in_words(counted: Counter[str]) -> str:
    return ", ".join(f"{times} {name}" for name, times in sorted(counted.items()))


if __name__ == "__main__":
    sys.exit(main())
