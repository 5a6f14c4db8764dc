# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Several agreements beside each other: successive ones of a partnership share their circles, those
of two partnerships share none (decision record 15).
"""

from collections.abc import Iterable
from itertools import combinations

from .book import Agreement


class Entangled(Exception):
    """Two agreements cannot live in one installation."""


def keep_apart(agreements: Iterable[Agreement]) -> None:
    """
    Go on only when everybody acts within one partnership.

    A legal party may take part in two, when in both nobody acts for it but through its units.

    :raises Entangled: naming the first circle that two partnerships have
    """
    for one, other in combinations(agreements, 2):
        if one.key == other.key:
            raise Entangled(f"Two folders hold an agreement called {one.key}: rename one.")
        if one.partnership != other.partnership:
            _share_nothing(one, other)


def _share_nothing(one: Agreement, other: Agreement) -> None:
    for key in sorted(one.circles.keys() & other.circles.keys()):
        if not (_acts_through_units(key, one) and _acts_through_units(key, other)):
            raise Entangled(
                f"{key} stands in two partnerships, {one.partnership} ({one.key}) and "
                f"{other.partnership} ({other.key}): give it a unit with a key of its own in each."
            )
        if one.labels["circles"][key] != other.labels["circles"][key]:
            raise Entangled(f"{key} has two names, in {one.key} and in {other.key}: choose one.")


def _acts_through_units(key: str, agreement: Agreement) -> bool:
    """Is this a legal party for which people act in its units alone?"""
    if key not in {unit.of for unit in agreement.units}:
        return False
    acting = {party for role in agreement.roles for party in role.parties}
    acting |= {reporter.party for reporter in agreement.reporters}
    acting |= {each.triage.party for each in agreement.interventions.values()}
    return key not in acting
