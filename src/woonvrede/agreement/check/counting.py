# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every figure has one party, or one role of parties, that reports it and knows of it."""

from collections.abc import Iterator

from ..book import Agreement, Indicator, Intervention
from ..fault import Fault
from ..places import places

WITHOUT_A_CASE = "route_decided"


def counting(agreement: Agreement) -> Iterator[Fault]:
    """
    Find indicators that no party reports, or two do, or one that need not be in the case.

    Only who leads surely is; of a report there may be no case, and then only its judge knows.
    """
    for place in places(agreement):
        entry, within = place.of, place.within
        if not isinstance(entry, Indicator) or within is None:
            continue
        if bool(entry.reported_by) == bool(entry.reported_by_role):
            yield place.fault(
                "indicator_without_reporter",
                "Het is niet duidelijk wie dit cijfer opgeeft.",
                "Noem één partij bij “reported_by”, of één rol bij “reported_by_role”.",
            )
        elif _are_named(agreement, entry, within) and not _knows(agreement, entry, within):
            yield place.fault(
                "indicator_without_reporter",
                "Wie dit cijfer opgeeft, hoeft niet in de casus te zijn.",
                "Laat het opgeven door wie de regie heeft, of door wie de meldingen beoordeelt.",
            )


def _are_named(agreement: Agreement, indicator: Indicator, within: Intervention) -> bool:
    """Are there such parties and roles?  If not, another fault tells of it."""
    roles = {role.key for role in agreement.roles}
    wanted = {within.lead, indicator.reported_by_role} - {""}
    return wanted <= roles and indicator.reported_by in {"", *agreement.circles}


def _knows(agreement: Agreement, indicator: Indicator, within: Intervention) -> bool:
    if indicator.reported_by_role:
        return indicator.reported_by_role == within.lead and indicator.counts != WITHOUT_A_CASE
    leads = agreement.role(within.lead).parties
    judges = (within.triage.party,) if indicator.counts == WITHOUT_A_CASE else leads
    known = {agreement.circles.get(key, key) for key in judges}
    return known == {agreement.circles[indicator.reported_by]}
