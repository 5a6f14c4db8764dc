# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is counted, and how long it may be kept."""

from typing import Literal

from .entry import Keyed, Keys

Counted = Literal[
    "route_decided", "manager_assigned", "permission_granted", "order_given", "case_closed"
]


class Indicator(Keyed):
    """
    A figure of the half-year report; ``success`` narrows it to cases that ended so.

    It counts on the day that the fact ``dated_by`` names, else on the day it happened.
    """

    unit: Literal["report", "case", "order"]
    counts: Counted
    success: bool | None = None
    parts: Literal["", "reporting_party", "next_trajectory"] = ""
    dated_by: str = ""
    reported_by: str = ""
    reported_by_role: str = ""
    per_year: bool = False


class Retention(Keyed):
    """
    How many months and weeks after closing, or ``after`` the last row of a register, personal data
    may stay: of cases with these outcomes, that were ``followed_by`` one of these, and of which
    all of ``when`` hold; of these categories and these people alone.
    """

    months: int = 0
    weeks: int = 0
    after: str = ""
    outcomes: Keys = ()
    followed_by: Keys = ()
    when: Keys = ()
    categories: Keys = ()
    persons: Keys = ()
