# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which running cases a report can join, also after they came under a later version."""

from ..access.books import book, books, intervention
from ..agreement.moving.live import names_later
from ..records.case import Case
from ..records.report import Report


def routes_to(case: Case, report: Report) -> list[str]:
    """
    Return the routes of a report by which it joins this case: those that are the intervention of
    the case, by its name under the version to which the case came since, and for the same purpose;
    for another dwelling none.
    """
    agreement = book(report.agreement)
    purpose = intervention(case.agreement, case.intervention).purpose
    return [
        key
        for key, route in agreement.interventions.items()
        if case.dwelling_id == report.dwelling_id
        and names_later(agreement, key, books().values()).get(case.agreement) == case.intervention
        and route.purpose == purpose
    ]
