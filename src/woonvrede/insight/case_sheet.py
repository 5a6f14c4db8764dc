# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A list of cases as a spreadsheet, with who took it out, when, and for what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate, localtime

from ..access.actor import Actor
from ..casework.lists.lines import CaseLine
from .workbook import Cells, Sheet, workbook

# In the watermark, so that two names, each sign of which may count twice, fit below a page.
LONGEST_NAME = 50
HANDLE_WITH_CARE = (
    "Vertrouwelijk. Alleen voor het doel dat hier staat. Deel dit bestand niet, en gooi het weg "
    "zodra u het niet meer nodig hebt."
)
HEADS = (
    *("Casus", "Aanpak", "Fase", "Adres", "Wijk", "Onze rol"),
    *("Laatst iets gedaan", "Eerste termijn"),
)


@dataclass(frozen=True)
class Taken:
    """One time that a list was taken out; ``number`` finds it in the log again."""

    number: str
    actor: Actor
    at: datetime
    purpose: str
    reason: str
    words: tuple[str, ...]

    @property
    def mark(self) -> str:
        """Who took it out, when, and under which number."""
        when = localtime(self.at).strftime("%d-%m-%Y %H:%M")
        who = (_cut(self.actor.name), _cut(self.actor.party_name))
        return ", ".join((*who, when, f"nummer {self.number}"))


def sheet_of_cases(shown: Sequence[CaseLine], taken: Taken) -> bytes:
    """Return a sheet with a line a case, and one with what may be done with it."""
    return workbook(
        (
            Sheet("Casussen", (16, 34, 26, 34, 18, 34, 18, 14), _cases(shown), footer=taken.mark),
            Sheet("Doel en regels", (24, 90), _rules(len(shown), taken), footer=taken.mark),
        ),
        made=localdate(taken.at),
    )


def _cases(shown: Sequence[CaseLine]) -> Iterator[Cells]:
    yield HEADS
    for line in shown:
        roles = ", ".join(line.roles)
        where = (line.address, line.district)
        what = (line.reference, line.intervention, line.stage)
        quiet_since = None if line.closed else line.quiet_since
        yield *what, *where, roles, quiet_since, line.due


def _rules(cases: int, taken: Taken) -> Iterator[Cells]:
    yield "Gemaakt door", taken.actor.name
    yield "Namens", taken.actor.party_name
    yield "Gemaakt op", localtime(taken.at).strftime("%d-%m-%Y %H:%M")
    yield "Doel", taken.purpose
    yield "Waarvoor", taken.reason
    for number, line in enumerate(taken.words):
        yield "" if number else "Keuze", line
    yield "Aantal casussen", cases
    yield "Watermerk", taken.mark
    yield "Let op", HANDLE_WITH_CARE


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
