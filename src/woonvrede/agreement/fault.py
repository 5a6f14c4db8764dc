# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with an agreement, said so that a lawyer can mend it."""

from dataclasses import dataclass
from typing import Literal

Rule = Literal[
    "unreadable",
    "broken_seal",
    "missing_source",
    "unknown_name",
    "unfit_key",
    "duplicate_key",
    "unreachable_stage",
    "inescapable_stage",
    "unseen_stage",
    "unmoved_stage",
    "unsigned_move",
    "unsigned_role",
    "unclear_party",
    "forbidden_fact",
    "category_without_ground",
    "unwritable_fact",
    "untimely_condition",
    "two_reasons",
    "write_without_see",
    "indicator_without_reporter",
    "hand_over_tenure",
    "seen_too_long",
    "unread_parameter",
    "broken_promise",
    "missing_paragraph",
    "unmapped_paragraph",
    "moved_to_end",
    "moved_ahead",
    "moved_elsewhere",
    "lost_term",
    "unfit_order",
    "unseen_term",
    "unwritten_letter",
    "unsayable",
    "unfit_volunteers",
]


@dataclass(frozen=True, order=True)
class Fault:
    """
    One thing that is wrong: where it stands, what it is, and what to do about it; of a broken
    promise also by which ``steps``.  ``line`` is that of its entry in the file, 0 if not known.
    """

    file: str
    entry: str
    rule: Rule
    problem: str
    remedy: str
    steps: tuple[str, ...] = ()
    line: int = 0

    def __str__(self) -> str:
        """Put the fault in one line, and below it each of its steps in one."""
        where = f"{self.file}, regel {self.line}" if self.line else self.file
        told = f"{where}, {self.entry}: {self.problem} {self.remedy}"
        return "\n".join((told, *(f"  {at}. {step}" for at, step in enumerate(self.steps, 1))))


class Unreadable(Exception):
    """The folder does not hold an agreement; ``faults`` are all the reasons."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
