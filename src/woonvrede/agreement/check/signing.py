# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nobody takes part in what it did not sign: partial signing is a ceiling (§1, §6)."""

from collections.abc import Iterator, Mapping, Set
from datetime import date

from ..book import Agreement, Carry, Grant, Intervention, Invitation, Move, Role, Triage
from ..fault import Fault
from ..places import Place, places, places_in
from ..proof.signing import strangers
from ..proof.wording import since

REMEDY = "Haal de naam hier weg, of zet bij “signatories” wie waarvoor tekende."


def signing(agreement: Agreement) -> Iterator[Fault]:
    """
    Find entries of a part for who is there on a day without being bound to it: a party that judges,
    a role of which that goes for every party, and else each party of a role that has a say there.
    """
    for intervention in agreement.interventions.values():
        unsigned = strangers(agreement, intervention.key)
        whole = {each.key for each in agreement.roles if unsigned.keys() >= set(each.parties)}
        having: set[str] = set()
        for place in places_in(intervention):
            if isinstance(place.of, Triage) and place.of.party in unsigned:
                yield place.fault("unsigned_role", _nobody(place.of.party), REMEDY)
            having.update(_roles_of(place))
            for key in whole.intersection(_roles_of(place)):
                yield from _unsigned(place, agreement.role(key))
        yield from _beside_who_signed(agreement, intervention.key, having - whole, unsigned)


def _beside_who_signed(
    agreement: Agreement, part: str, having: Set[str], unsigned: Mapping[str, date]
) -> Iterator[Fault]:
    for place in places(agreement):
        if isinstance(place.of, Role) and place.of.key in having:
            for circle in unsigned.keys() & set(place.of.parties):
                problem = f"“{circle}” tekende niet voor “{part}” ({since(unsigned[circle])})."
                yield place.fault("unsigned_role", problem, REMEDY)


def _roles_of(place: Place) -> tuple[str, ...]:
    entry = place.of
    if isinstance(entry, Move):
        return (*entry.by, *([entry.role] if entry.role else []))
    if isinstance(entry, Intervention):
        return (entry.lead, *entry.opens_with)
    if isinstance(entry, Invitation):
        return (entry.role, *entry.by)
    if isinstance(entry, Triage):
        return (entry.party,)
    if isinstance(entry, Carry):
        return (entry.asks,)
    return (entry.role,) if isinstance(entry, Grant) else ()


def _unsigned(place: Place, role: Role) -> Iterator[Fault]:
    if isinstance(place.of, Move) and role.key in place.of.by:
        for party in role.parties:
            yield place.fault("unsigned_move", _nobody(party), REMEDY)
    else:
        yield place.fault("unsigned_role", _nobody(role.key), REMEDY)


def _nobody(who: str) -> str:
    return f"“{who}” tekende niet voor dit deel."
