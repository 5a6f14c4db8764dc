# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping the register of volunteers: putting somebody in it, changing what it says, taking out."""

from datetime import datetime

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.door import note_register
from ...access.refusals import Invalid, Refused
from ...records.account import Volunteer
from .keeper import keeper_of
from .typed import Typed, columns_of

CHANGED = "Iemand anders wijzigde dit intussen. Kijk na wat er nu staat, en sla het opnieuw op."


def add_volunteer(account: int, typed: Typed, *, actor: Actor, at: datetime) -> Volunteer:
    """
    Put somebody in the register whose function in the circle gives the role.

    :raises ObjectDoesNotExist: if this actor keeps no register
    :raises Invalid: if it is none of those, or something cannot be kept
    """
    keeper = keeper_of(actor, at=at)
    note_register(actor, "volunteer:add")
    kept = keeper.register().values("account")
    errors = {}
    if not keeper.working(at).filter(account=account).exclude(account__in=kept).exists():
        errors["account"] = "Kies een vrijwilliger uit de lijst."
    try:
        columns = columns_of(typed, keeper, of=account, day=localdate(at), known=False)
    except Invalid as invalid:
        raise Invalid({**errors, **invalid.errors}) from invalid
    if errors:
        raise Invalid(errors)
    return Volunteer.objects.create(
        party_id=actor.party, role=keeper.words.role, account_id=account, **columns
    )


def change_volunteer(
    number: int, typed: Typed, *, actor: Actor, at: datetime, version: int
) -> Volunteer:
    """
    Change what the register says of a volunteer; what was left empty of their home stays.

    :raises ObjectDoesNotExist: if this actor keeps no register, or nobody in it has this number
    :raises Refused: if somebody changed it since version ``version``
    :raises Invalid: if something cannot be kept
    """
    keeper = keeper_of(actor, at=at)
    note_register(actor, f"volunteer:change:{number}")
    found = keeper.register().select_for_update().get(pk=number)
    if found.version != version:
        raise Refused(CHANGED)
    columns = columns_of(typed, keeper, of=found.account_id, day=localdate(at), known=True)
    for name, value in {**columns, "version": found.version + 1}.items():
        setattr(found, name, value)
    found.save(update_fields=[*columns, "version"])
    return found


def strike_volunteer(number: int, *, actor: Actor, at: datetime) -> None:
    """
    Take a volunteer out of the register, with all that it says; cases go on as they are.

    :raises ObjectDoesNotExist: if this actor keeps no register, or nobody in it has this number
    """
    keeper = keeper_of(actor, at=at)
    note_register(actor, f"volunteer:strike:{number}")
    keeper.register().get(pk=number).delete()
