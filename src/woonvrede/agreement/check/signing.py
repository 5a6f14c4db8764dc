# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nobody takes part in what it did not sign: partial signing is a ceiling."""

from collections.abc import Iterator

from ..book import Agreement, Grant, Intervention, Invitation, Move, Role, Triage
from ..fault import Fault
from ..places import Place, places_in


def signing(agreement: Agreement) -> Iterator[Fault]:
    """Find moves of parties that did not sign, and other entries for roles of which nobody did."""
    roles = {role.key: role for role in agreement.roles}
    for intervention in agreement.interventions.values():
        signed = signed_by(agreement, intervention.key)
        circles = {circle for circle, legal in agreement.circles.items() if legal in signed}
        for place in places_in(intervention):
            if (
                isinstance(place.of, Triage)
                and place.of.party in agreement.circles.keys() - circles
            ):
                yield place.fault("unsigned_role", *_nobody(place.of.party))
            for key in _roles_of(place):
                if key in roles:
                    yield from _unsigned(place, roles[key], circles)


def signed_by(agreement: Agreement, part: str) -> set[str]:
    """
    Return the legal parties bound to one part: by their own signature or succeeding to one,
    through their group's, or by the order of a party that is bound.
    """
    entries = [entry for entry in agreement.signatories if part in entry.parts]
    bound = {entry.party for entry in entries if not entry.signs_through and not entry.by_order_of}
    bound |= {entry.party for entry in entries if entry.signs_through in bound}
    bound |= {each.by for each in agreement.successors if each.of in bound}
    return bound | {entry.party for entry in entries if bound.intersection(entry.by_order_of)}


def _roles_of(place: Place) -> tuple[str, ...]:
    entry = place.of
    if isinstance(entry, Move):
        return (*entry.by, *([entry.role] if entry.role else []))
    if isinstance(entry, Intervention):
        return (entry.lead, *entry.opens_with)
    if isinstance(entry, Invitation):
        return (entry.role, *entry.by)
    return (entry.role,) if isinstance(entry, Grant) else ()


def _unsigned(place: Place, role: Role, circles: set[str]) -> Iterator[Fault]:
    if isinstance(place.of, Move) and role.key in place.of.by:
        for party in role.parties:
            if party not in circles:
                yield place.fault("unsigned_move", *_nobody(party))
    elif not circles.intersection(role.parties):
        yield place.fault("unsigned_role", *_nobody(role.key))


def _nobody(who: str) -> tuple[str, str]:
    remedy = "Haal de naam hier weg, of zet bij “signatories” wie waarvoor tekende."
    return f"“{who}” tekende niet voor dit deel.", remedy
