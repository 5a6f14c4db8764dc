# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Telling all cases of a city, in several processes at once.

Which of them tells a case makes no difference: each case has dice, a home and people of its own.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import ClassVar

from ....casework.terms.later import carried_out_with
from ....running.demo.offspring import die_with_parent
from ....running.within import close_connections, connection_as, speaking_through
from ..cast import Persona
from .draw import Planned
from .life import Passing
from .telling import City

# The end of the world is written durably, and with it all that was told before it.
IN_HASTE = "set synchronous_commit = off"
PLANNED_ONCE = {"server_side_binding": True, "prepare_threshold": 4}


@dataclass(frozen=True)
class Part:
    """A city, who is there besides the people of its scenes, and the cases that will be told."""

    city: City
    crowd: Sequence[Persona]
    cases: Sequence[Planned]


def fill(part: Part, at: datetime, *, workers: int) -> Iterator[str]:
    """
    Tell every case up to a moment, and yield the title of each when it is told.

    Whoever stops listening ends the processes; what a verb did not finish is undone.
    """
    if workers == 1:
        with ExitStack() as held:
            tell = _teller(part, at, held)
            yield from map(tell, part.cases)
        return
    close_connections()
    processes = multiprocessing.get_context("fork")
    with processes.Pool(workers, _Child.begin, (part, at)) as pool:
        yield from pool.imap_unordered(_Child.tell, range(len(part.cases)), chunksize=4)


class _Child:
    """What one of the processes has: it is forked, so the plan is there already."""

    part: ClassVar[Part]
    at: ClassVar[datetime]
    held: ClassVar[ExitStack] = ExitStack()  # for as long as the process runs

    @classmethod
    def begin(cls, part: Part, at: datetime) -> None:
        """Make ready; the parent alone is interrupted, and ends this process."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        die_with_parent()
        cls.part, cls.at = part, at

    @classmethod
    @cache
    def teller(cls) -> Callable[[Planned], str]:
        """Return what tells a case; made with the first, for a failure is told with a case."""
        return _teller(cls.part, cls.at, cls.held)

    @classmethod
    def tell(cls, number: int) -> str:
        """Tell one case, and return its title."""
        return cls.teller()(cls.part.cases[number])


def _teller(part: Part, at: datetime, held: ExitStack) -> Callable[[Planned], str]:
    """
    Return what tells one case, on connections that wait for no disk and remember how each of the
    few statements is planned, while ``held``.
    """
    app, worker = (connection_as(role, **PLANNED_ONCE) for role in ("app", "worker"))
    for each in (app, worker):
        held.callback(each.close)
        with each.cursor() as cursor:
            cursor.execute(IN_HASTE)
    passing = Passing(at, worker)
    held.enter_context(speaking_through(app))
    held.enter_context(carried_out_with(passing))

    def tell(planned: Planned) -> str:
        part.city.tell(planned, passing)
        return f"{planned.volume.key} {planned.begins:%Y-%m-%d}"

    return tell
