# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The jobs that people do most, what the stories counted of them, and the table in docs/jobs.md.

Clicks, characters and pages are counted in a real browser and are the same each time.  A person's
seconds are not measured: they are put together out of times that others measured and published (the
keystroke-level model), and so are the same each time too.  Waiting is measured, and differs.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

DOC = Path(__file__).resolve().parents[2] / "docs/jobs.md"
KEPT = "JOBS_FOLDER"  # the folder in which make jobs finds what was counted
BEGIN, END = "<!-- counted -->\n", "<!-- /counted -->\n"
HEAD = (
    "| Who | Job | On | Clicks | Characters | Pages | Waiting, measured (s) |"
    " Person, estimated (s) | Aim |\n|---|---|---|---:|---:|---:|---:|---:|---|\n"
)


@dataclass(frozen=True)
class Hand:
    """
    How long a person takes, in seconds: to point and press (``click``), for a character
    (``key``), and to move a hand to the keyboard and back (``home``).
    """

    on: str
    click: float
    key: float
    home: float


# Where these come from stands in docs/jobs.md.
THINK = 1.35
DESK = Hand("a desk", click=1.3, key=0.28, home=0.8)
PHONE = Hand("a phone", click=0.57, key=0.33, home=0.0)


@dataclass
class Count:
    """What a person did and saw: ``texts`` are fields typed in, ``thoughts`` choices made."""

    clicks: int = 0
    characters: int = 0
    texts: int = 0
    thoughts: int = 0
    pages: int = 0
    waited: float = 0.0

    def since(self, before: "Count") -> "Count":
        """Return what was added to an earlier count."""
        return Count(**{name: mine - getattr(before, name) for name, mine in asdict(self).items()})

    def seconds(self, hand: Hand) -> int:
        """Return for how many seconds a person is busy with it, by the keystroke-level model."""
        return round(
            self.clicks * hand.click
            + self.characters * hand.key
            + self.texts * hand.home
            + self.thoughts * THINK
        )


@dataclass(frozen=True)
class Job:
    """
    A job of a persona of domain §6, and its aim, if it has one: within how many seconds
    (``within``), or on how many screens, before the page with what came of it (``screens``).
    """

    who: str
    what: str
    hand: Hand = DESK
    within: int = 0
    screens: int = 0

    @property
    def aim(self) -> str:
        """The aim in words."""
        return f"{self.within} s" if self.within else "1 screen" if self.screens else ""

    def reached(self, count: Count) -> bool:
        """Is it done as it should be?"""
        in_time = not self.within or count.seconds(self.hand) <= self.within
        return in_time and (not self.screens or count.pages == self.screens + 1)

    def row(self, count: Count) -> str:
        """Return its line of the table, but for what differs each time."""
        counted = (count.clicks, count.characters, count.pages, "{}", count.seconds(self.hand))
        cells = (self.who, self.what, self.hand.on, *counted, self.aim)
        return f"| {' | '.join(map(str, cells))} |\n"


COORDINATOR, MEDIATOR = "P1, coordinator of mediation", "P2, volunteer mediator"
CONSULTANT, TEAM = "P4, consultant of a corporation", "P5, worker of a team"
OFFICER, EXPERT = "P7, police officer of a district", "P11, expert on housing hygiene"
JOBS: Mapping[str, Job] = {
    "triage": Job(COORDINATOR, "Judge a report, and open the case"),
    "duo": Job(COORDINATOR, "Match a duo, and write down the intake"),
    "still": Job(COORDINATOR, "See which cases stand still"),
    "visit": Job(MEDIATOR, "See where to go, when, with whom, and what to mind", PHONE),
    "result": Job(MEDIATOR, "Write down the result of a talk", PHONE, within=120),
    "help": Job(MEDIATOR, "Ask the coordinator for help", PHONE),
    "report-p4": Job(CONSULTANT, "Report nuisance in a dwelling of the corporation", within=180),
    "permission": Job(CONSULTANT, "Answer a request for permission"),
    "heard-p4": Job(CONSULTANT, "Read what came of a report"),
    "asked": Job(TEAM, "See what is asked, by when, and say that it is done"),
    "report-p5": Job(TEAM, "Report a polluted dwelling"),
    "pass-on": Job(TEAM, "Pass a polluted dwelling on to the expert"),
    "report-p7": Job(OFFICER, "Report nuisance", PHONE, within=60),
    "heard-p7": Job(OFFICER, "Read what came of a report", PHONE),
    "who-leads": Job(OFFICER, "See who leads, and what was agreed for the police", PHONE),
    "colour": Job(EXPERT, "Triage a dwelling: its colour, why, and what follows", screens=1),
    "photo": Job(EXPERT, "Keep a photo, on the spot", PHONE),
    "costs": Job(EXPERT, "Plan the cleaning, with the costs agreed"),
}


def tell(key: str, count: Count) -> None:
    """Keep what was counted of a job for make jobs, or else hold the document to it."""
    job = JOBS[key]
    assert job.reached(count), f"{job.what}: {count.seconds(job.hand)} s, {count.pages} pages"
    if folder := os.environ.get(KEPT):
        Path(folder, f"{key}.json").write_text(json.dumps(asdict(count)), encoding="utf-8")
    else:
        wanted = job.row(count)
        rows = DOC.read_text(encoding="utf-8").partition(BEGIN)[2].splitlines(keepends=True)
        assert wanted in map(without_waiting, rows), f"run make jobs: {wanted}"


def without_waiting(row: str) -> str:
    """Return a line of the table without what was measured."""
    cells = row.split(" | ")
    return " | ".join([*cells[:6], "{}", *cells[7:]]) if len(cells) > 7 else row


def table(folder: Path) -> str:
    """Return the table of what was counted in the stories."""
    rows = []
    for key, job in JOBS.items():
        count = Count(**json.loads((folder / f"{key}.json").read_text(encoding="utf-8")))
        rows.append(job.row(count).format(f"{count.waited:.1f}"))
    return HEAD + "".join(rows)
