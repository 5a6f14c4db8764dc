# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a move does besides moving: the closed list of effects that an agreement may name."""

from collections.abc import Callable

from django.utils.timezone import localdate

from ...access.given import SEE
from ...access.refusals import Refused
from ...agreement.vocabulary import PROCESS
from ...records.case import Case
from ...records.party import Party
from ...records.permission import Permission
from ...records.person import Person
from ..persons import people_of
from ..referring import referral
from ..seats import current_seats, end_seats, involve
from ..story.happenings import (
    Assigned,
    CalledIn,
    Happening,
    OrderGiven,
    PermissionAsked,
    PermissionGranted,
    PermissionRefused,
    PermissionReminded,
)
from ..story.timeline import record
from ..volunteers.pairing import assign_pair
from .closing import close, reopen
from .colleagues import colleague
from .hand_over import accept, decline, open_beside
from .taken import Taken

PERMISSION = "permission"


def ask_permission(taken: Taken) -> None:
    """Ask the corporation of this dwelling, which takes part from now on."""
    held = taken.situation.held
    if held is None or held.landlord is None:
        raise Refused("Van deze woning is niet bekend van welke partij zij is.")
    involve(taken.case, taken.role, held.landlord, actor=taken.actor, at=taken.at)
    Permission.objects.create(case=taken.case, party=held.landlord, asked_at=taken.at)
    _tell(taken, PermissionAsked(party=held.landlord.label), PERMISSION)


def remind_permission(taken: Taken) -> None:
    """Remind the corporation of the open question."""
    permission = _open_permission(taken)
    permission.reminded_at = taken.at
    permission.save(update_fields=["reminded_at"])
    _tell(taken, PermissionReminded(party=permission.party.label), PERMISSION)


def grant_permission(taken: Taken) -> None:
    """Give the permission: only the corporation that was asked can."""
    permission = _answer(taken, "granted", "")
    _tell(taken, PermissionGranted(party=permission.party.label), PERMISSION)


def refuse_permission(taken: Taken) -> None:
    """Refuse the permission, with a reason from the list."""
    fact = taken.intervention.fact(taken.step.requires[0])
    code = str(taken.situation.values[fact.key])
    permission = _answer(taken, "refused", code)
    reason = taken.agreement.code_list(fact.options).codes[code]
    _tell(taken, PermissionRefused(party=permission.party.label, reason=reason), PERMISSION)


def assign(taken: Taken) -> None:
    """
    Give one colleague a personal seat in place of whoever had it.

    :raises Refused: if that is all the step does, and it is theirs already
    """
    chosen = taken.given.get("colleague", "")
    given = colleague(chosen, taken.role, taken.case, taken.actor, taken.at)
    case, role = taken.case, taken.agreement.role(taken.role)
    former = [seat for seat in current_seats(case) if seat.role == role.key]
    if taken.step.to is None and given.account_id in {seat.account_id for seat in former}:
        # Without the name: what was refused is written down.
        raise Refused("Deze casus is al van deze collega.")
    end_seats(case, former, actor=taken.actor, at=taken.at)
    involve(
        case,
        role.key,
        given.party,
        actor=taken.actor,
        at=taken.at,
        account=given.account_id,
    )
    _tell(
        taken,
        Assigned(given.account.name, role.label, role_key=role.key, party_key=given.party.key),
    )


def give_order(taken: Taken) -> None:
    """Give the order to the party that carries it out, which takes part from now on."""
    party = _brought_in(taken)
    _tell(taken, OrderGiven(party=party.label))


def call_in(taken: Taken) -> None:
    """Let the party that plays the role take part from now on; nobody gives it an order."""
    party = _brought_in(taken)
    _tell(taken, CalledIn(party=party.label))


def refer(taken: Taken) -> None:
    """Refer somebody outside the agreement, with only what may go along."""
    place = taken.place
    seen = Person.objects.filter(people_of(taken.case), place.people(SEE))
    told = referral(
        taken.agreement,
        taken.agreement.referral_target(taken.step.refers),
        taken.given,
        sees=lambda category: place.allows(SEE, category),
        people=list(seen.order_by("pk")),
        day=localdate(taken.at),
    )
    _tell(taken, told, "outcome")


# Where an effect opened another case, that is what it returns.
EFFECTS: dict[str, Callable[[Taken], Case | None]] = {
    "ask_permission": ask_permission,
    "remind_permission": remind_permission,
    "grant_permission": grant_permission,
    "refuse_permission": refuse_permission,
    "assign": assign,
    "assign_pair": lambda taken: assign_pair(
        taken.case, taken.given, actor=taken.actor, at=taken.at
    ),
    "give_order": give_order,
    "call_in": call_in,
    "close": lambda taken: close(taken.case, actor=taken.actor, at=taken.at),
    "reopen": lambda taken: reopen(taken.case, actor=taken.actor, at=taken.at),
    "accept_hand_over": lambda taken: accept(taken.case, actor=taken.actor, at=taken.at),
    "decline_hand_over": lambda taken: decline(
        taken.case, taken.step.requires[0], actor=taken.actor, at=taken.at
    ),
    "open_beside": lambda taken: open_beside(
        taken.case, taken.step.opens, actor=taken.actor, at=taken.at
    ),
    "refer": refer,
}


def _tell(taken: Taken, happening: Happening, category: str = PROCESS) -> None:
    record(happening, case=taken.case, actor=taken.actor, at=taken.at, category=category)


def _brought_in(taken: Taken) -> Party:
    party = Party.objects.get(key=taken.agreement.role(taken.role).parties[0])
    involve(taken.case, taken.role, party, actor=taken.actor, at=taken.at)
    return party


def _open_permission(taken: Taken) -> Permission:
    permission = taken.situation.permission
    if permission is None or permission.answer:
        raise Refused("Er is geen open vraag om toestemming.")
    return permission


def _answer(taken: Taken, answer: str, reason: str) -> Permission:
    permission = _open_permission(taken)
    if permission.party_id != taken.actor.party:
        raise Refused(
            f"Alleen {permission.party.label} kan deze vraag beantwoorden ({taken.step.source})."
        )
    permission.answer, permission.reason = answer, reason
    permission.answered_at, permission.answered_by_id = taken.at, taken.actor.account
    permission.save(update_fields=["answer", "reason", "answered_at", "answered_by"])
    return permission
