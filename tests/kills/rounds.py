# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Round after round: teams work, one service is killed at a random moment, all is counted."""

import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from tests.kills import stuck, told
from tests.kills.half_done import DONE_TWICE, answers, half_done
from tests.kills.services import Command, Database, NotBack, Service, kill, looking, web, worker
from tests.kills.team import Team, cast_of
from woonvrede.jobs.demo import cast
from woonvrede.running import steps, within
from woonvrede.running.problem import Problem

TEAMS = 3
SECONDS_BEFORE = (0.1, 1.5)
COLUMNS = ("lost", "half-done", "doubled", "stuck", "errors")
CALM = 20  # times that a worker is asked to do all that is due


@dataclass
class Rounds:
    """What runs, who works, and what was found: per column of the table, a line for each."""

    teams: list[Team]
    services: list[Service]
    chance: random.Random
    killed: Counter[str] = field(default_factory=Counter)
    found: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in COLUMNS})

    def play(self, number: int) -> Iterator[int]:
        """
        Play this many rounds, and return the number of each when it has been played.  Of three
        after each other each kills another service; when one does not come back, this ends.
        """
        order: list[Service] = []
        for played in range(number):
            order = order or self.chance.sample(self.services, len(self.services))
            try:
                self._round(order.pop())
            except NotBack as absent:
                self._find("stuck", [str(absent)])
                return
            yield played + 1

    def _round(self, victim: Service) -> None:
        self._recover()  # the worker notices late that its database was killed
        with looking() as asked:
            stuck.let_days_pass(asked)
        stop = Event()
        with ThreadPoolExecutor(len(self.teams)) as pool:
            try:
                working = [pool.submit(team.work, stop) for team in self.teams]
                time.sleep(self.chance.uniform(*SECONDS_BEFORE))
                kill(victim, self.chance)
                self.killed[victim.name] += 1
                self._recover()
            finally:
                stop.set()
        for each in working:
            each.result()
        self.count()

    def _recover(self) -> None:
        for service in self.services:
            service.recover()

    def count(self) -> None:
        """Count what can be counted while the worker works."""
        said = sum((team.told for team in self.teams), Counter[tuple[str, str]]())
        with looking() as asked:
            self._find("lost", told.lost(said, asked))
            self._find("doubled", [*told.doubled(said, asked), *answers(DONE_TWICE, asked)])
            self._find("half-done", half_done(asked))
            self._find("stuck", stuck.held(asked))
        self._find("stuck", (line for team in self.teams for line in team.given_up))
        self._find("errors", (line for team in self.teams for line in team.errors))

    def look_around(self) -> None:
        """Let everybody open a page: whatever was killed, it opens."""
        for team in self.teams:
            team.look_around()
        self.count()

    def count_left_behind(self) -> None:
        """Count what a worker leaves behind that takes up everything; no other may run."""
        with looking() as asked:
            stuck.let_days_pass(asked)
            stuck.forget_workers(asked)
        for _ in range(CALM):
            steps.take("worker", "woonvrede.cli", "worker", "--once")
            with looking() as asked:
                left = list(stuck.left_behind(asked))
            if not left:
                break
        self._find("stuck", left)
        self.count()
        try:
            steps.take("log", "woonvrede.cli", "verify-log")
        except Problem as broken:
            self._find("half-done", [f"the sealed log: {broken}"])

    def _find(self, column: str, lines: Iterable[str]) -> None:
        self.found[column].update(lines)


@contextmanager
def prepared(folder: Path, port: int, seed: int) -> Iterator[Rounds]:
    """Have the services run, and everybody signed in, on a database that was made ready."""
    now = datetime.now(UTC)
    cast.make_cast([each for number in range(TEAMS) for each in cast_of(number + 1)], now)
    teams = [Team(number + 1, port, _manager(number + 1, now)) for number in range(TEAMS)]
    within.close_connections()
    with ExitStack() as held:
        ours = [held.enter_context(_ending(web(folder, port)))]
        ours.append(held.enter_context(_ending(worker(folder))))
        for each in ours:
            each.recover()
        services: list[Service] = [Database(), *ours]
        yield Rounds(teams, services, random.Random(seed))


@contextmanager
def _ending(command: Command) -> Iterator[Command]:
    try:
        yield command
    finally:
        command.end()


def _manager(number: int, at: datetime) -> int:
    return cast.actor(f"manager-{number}", at).account
