# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is bound to a part on a day: signatures end, and parties succeed one another."""

from collections.abc import Iterator
from datetime import date, timedelta

from ..book import Agreement

Able = frozenset[tuple[str, str]]


def days(agreement: Agreement) -> tuple[date, ...]:
    """Return the first day of the agreement, and each on which it changes who is bound."""
    first = agreement.term.since
    changes = {each.until for each in agreement.signatories if each.until}
    changes |= {each.since for each in agreement.successors}
    return (first, *sorted(day for day in changes if day > first))


def bound(agreement: Agreement, part: str, day: date) -> frozenset[str]:
    """
    Return the legal parties bound to a part on a day: by their own signature or their group's, in
    the place of one that was bound until then, or by the order of one that is bound.
    """
    entries = [
        each
        for each in agreement.signatories
        if part in each.parts and (each.until is None or day < each.until)
    ]
    found = {each.party for each in entries if not each.signs_through and not each.by_order_of}
    found |= {each.party for each in entries if each.signs_through in found}
    for each in agreement.successors:
        if each.since <= day and each.of in bound(agreement, part, each.since - timedelta(1)):
            found.add(each.by)
    ordered = {each.party for each in entries if found.intersection(each.by_order_of)}
    return frozenset(found | ordered)


def is_there(agreement: Agreement, party: str, day: date) -> bool:
    """Is there such a party on this day: not yet succeeded, or already in the place of another?"""
    signed = {each.party for each in agreement.signatories}
    if any(each.of == party and each.since <= day for each in agreement.successors):
        return False
    since = [each.since for each in agreement.successors if each.by == party]
    return party in signed or not since or min(since) <= day


def may_take_part(agreement: Agreement, part: str, circle: str, day: date) -> bool:
    """Is the party of this circle there on a day, and bound to a part (§1)?"""
    party = agreement.circles[circle]
    return is_there(agreement, party, day) and party in bound(agreement, part, day)


def able(agreement: Agreement, day: date) -> Able:
    """Return for each part the roles that a party which is bound on this day can play."""
    return frozenset(
        (part, role.key)
        for part in agreement.interventions
        for role in agreement.roles
        if set(legal(agreement, role.key, day)) & bound(agreement, part, day)
    )


def legal(agreement: Agreement, role: str, day: date) -> Iterator[str]:
    """Yield the legal parties that are there on a day and can play a role."""
    for circle in agreement.role(role).parties:
        party = agreement.circles[circle]
        if is_there(agreement, party, day):
            yield party
