# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the forms about who takes part in a case ask: parties, people, tasks, and who stays out."""

from datetime import datetime, timedelta

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localdate

from ....access.actor import Actor
from ....access.given import INVITE
from ....access.refusals import Refused
from ....agreement.book import Intervention
from ...people.exclude import REASONS, others
from ...writing import permitted
from ..people import parties, person_roles
from ..tasks import sees_task, tasks
from .asked import ConsentPage, DonePage, ExclusionPage, PartiesPage, PersonPage, SeatPage, TaskPage
from .invitations import invitations, judging
from .look import head, look

PEOPLE = ("resident", "complainant")
WEEK = timedelta(days=7)


def read_parties(reference: str, *, actor: Actor, at: datetime) -> PartiesPage:
    """
    Return who takes part, and whom this actor may invite.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    """
    view = look(reference, actor=actor, at=at, action="form:parties", shows=judging)
    return PartiesPage(head=head(view), parties=parties(view), invitations=invitations(view))


def read_seat(reference: str, role: str, party: str, *, actor: Actor, at: datetime) -> SeatPage:
    """
    Return what ending a party's part asks.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or there is no such role
    :raises Refused: if it is not this actor's to end, or there is no such seat
    """
    view = look(reference, actor=actor, at=at, action=f"form:release:{role}")
    for seat in parties(view):
        if (seat.role_key, seat.key) == (role, party):
            return SeatPage(head=head(view), seat=seat)
    permitted(view.place, INVITE, role)
    raise Refused("Deze organisatie doet niet mee in deze rol.")


def read_consent(reference: str, role: str, *, actor: Actor, at: datetime) -> ConsentPage:
    """
    Return who can agree that a party in this role takes part.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or there is no such role
    :raises Refused: if the actor may not invite into it here, no consent is asked, or it is
        not possible now
    """
    action = f"form:consent:{role}"

    def shows(described: Intervention) -> set[str]:
        return {*PEOPLE, *judging(described)}

    view = look(reference, actor=actor, at=at, action=action, shows=shows)
    permitted(view.place, INVITE, role)
    found = next((each for each in invitations(view) if each.role == role), None)
    if found is None or found.consent is None:
        raise Refused("Voor deze organisatie is geen instemming nodig.")
    if found.refused and not found.consent:
        raise Refused(f"{found.refused} ({found.source})")
    people = tuple((str(each.pk), each.name) for each in view.people if each.name)
    return ConsentPage(head=head(view), invitation=found, people=people)


def read_task_form(reference: str, *, actor: Actor, at: datetime) -> TaskPage:
    """
    Return the parties to which a task can be given.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if the case is closed
    """
    view = look(reference, actor=actor, at=at, action="form:task")
    if view.case.closed_at:
        raise Refused("De casus is gesloten.")
    seats = {seat.party.key: seat.party.label for seat in view.current}
    due = localdate(at) + WEEK
    return TaskPage(head=head(view), parties=tuple(seats.items()), due=due)


def read_done_form(reference: str, task: int, *, actor: Actor, at: datetime) -> DonePage:
    """
    Return the task that somebody says is done.

    :raises ObjectDoesNotExist: if the actor may not know of the case or of the task
    :raises Refused: if it is another party's
    """
    view = look(reference, actor=actor, at=at, action="form:task_done")
    if not any(row["id"] == task and sees_task(view, row) for row in view.around["task"]):
        raise ObjectDoesNotExist
    mine = [each for each in tasks(view) if each.id == task]
    if not mine:
        raise Refused("Deze taak is van een andere organisatie, of was al klaar.")
    return DonePage(head=head(view), task=mine[0])


def read_person_form(reference: str, *, actor: Actor, at: datetime) -> PersonPage:
    """
    Return what somebody can be whom this actor adds.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if the actor may add nobody
    """
    view = look(reference, actor=actor, at=at, action="form:person")
    roles = person_roles(view)
    if not roles:
        raise Refused("In deze fase kunt u in deze casus niemand toevoegen.")
    return PersonPage(head=head(view), roles=roles)


def read_exclusion(reference: str, *, actor: Actor, at: datetime) -> ExclusionPage:
    """
    Return whom this actor may place outside the case: oneself, and for who leads everybody whose
    party takes part.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    """
    view = look(reference, actor=actor, at=at, action="form:exclude")
    members = {
        str(member.account_id): f"{member.account.name} ({member.party.label})"
        for member in others(view.place, at)
    }
    people = ((str(actor.account), f"{actor.name} (uzelf)"), *members.items())
    return ExclusionPage(head=head(view), people=people, reasons=tuple(REASONS.items()))
