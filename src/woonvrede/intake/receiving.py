# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""When a report came in: now, or on an earlier day with who reports it."""

from datetime import date, datetime, time

from django.utils.timezone import localdate, make_aware

from ..access.actor import Actor
from ..access.books import in_force
from ..access.refusals import Invalid
from ..agreement.book import Agreement


def agreement_for(received: date | None, *, actor: Actor, at: datetime) -> Agreement:
    """
    Return the agreement for what came in on a day, or else now.

    :raises Invalid: if that day lies ahead, or the actor's circle worked under none then
    """
    if received is None:
        return in_force(localdate(at), actor.party_key)
    if received > localdate(at):
        raise Invalid({"received": "Deze datum ligt in de toekomst."})
    try:
        return in_force(received, actor.party_key)
    except LookupError as none:
        why = "Op deze dag gold er geen overeenkomst. Klopt de datum?"
        raise Invalid({"received": why}) from none


def moment_of(received: date | None, at: datetime) -> datetime:
    """Return when a report came in: of an earlier day, noon."""
    if received is None or received == localdate(at):
        return at
    return make_aware(datetime.combine(received, time(12)))
