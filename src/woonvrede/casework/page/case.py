# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading one case: a fixed number of questions to the database, then words."""

from datetime import datetime

from ...access.actor import Actor
from ...access.books import intervention
from ...access.door import enter
from ...access.given import SEE
from ...records.entry import Entry
from ...records.person import Person
from ..letters.lines import letters, letters_to_make
from ..persons import people_of
from ..terms.lengths import near
from ..terms.pausing import waits_until
from .around import around, linked_to
from .asking.invitations import invitations
from .asking.look import head
from .asking.photos import photos_to_see
from .asking.prompting import prompts
from .dutch import in_words
from .facts import fact_groups, note_forms, notes
from .objects import CasePage, LinkLine
from .people import (
    at_hand,
    dwelling,
    hand_over,
    parties,
    people,
    permission,
    person_roles,
    referrals,
    reports,
)
from .registers import tables
from .sections import sections
from .stages import bar
from .steps import steps
from .tasks import first_day, tasks
from .timeline import events_of, timeline
from .view import View
from .why import why


def read_case(
    reference: str, *, actor: Actor, at: datetime, before: datetime | None = None
) -> CasePage:
    """
    Return one case as this actor may see it; writes down that they looked.

    :raises ObjectDoesNotExist: if there is no such case, or none that the actor may know of
    """
    view = _read(reference, actor=actor, at=at)
    days, older = timeline(events_of(view.place, before))
    facts, lists, written = fact_groups(view), tables(view), notes(view)
    here = parties(view)
    return CasePage(
        reference=view.case.reference,
        title=head(view).title,
        intervention=view.intervention.label,
        stage=view.intervention.stage(view.case.stage).label,
        badge=_badge(view),
        version=view.case.version,
        closed=view.case.closed_at is not None,
        bar=bar(view),
        at_hand=at_hand(view),
        steps=steps(view),
        tasks=tasks(view),
        facts=facts,
        tables=lists,
        notes=written,
        sections=sections(view, facts, lists, written),
        may_write_note=bool(note_forms(view)),
        prompts=prompts(view),
        letters=letters(view),
        letters_to_make=letters_to_make(view),
        timeline=days,
        older=older,
        people=people(view),
        may_add_person=bool(person_roles(view)),
        dwelling=dwelling(view),
        parties=here,
        may_change_parties=bool(invitations(view)) or any(party.key for party in here),
        permission_label=view.agreement.labels["categories"]["permission"],
        permission=permission(view),
        hand_over=hand_over(view),
        outcome=_outcome(view),
        reports=reports(view),
        links=_links(view),
        referrals=referrals(view),
        photos=photos_to_see(view),
        why=why(view),
    )


def _read(reference: str, *, actor: Actor, at: datetime) -> View:
    place = enter(actor, reference, at=at, action="case")
    case = place.case
    standing = Entry.objects.filter(place.rows(SEE), case=case, until=None)
    entries = list(standing.select_related("party").order_by("pk"))
    persons = Person.objects.filter(people_of(case), place.people(SEE))
    linked = linked_to(case.pk, actor=actor, at=at)
    return View(place, at, entries, around(case.pk), list(persons.order_by("pk")), linked)


def _outcome(view: View) -> str:
    named = {each.key: each.label for each in view.intervention.outcomes}
    return named.get(view.case.outcome, "") if view.sees("outcome") else ""


def _links(view: View) -> tuple[LinkLine, ...]:
    """Return the linked cases of which this actor may know as well."""
    found = {seat.case.reference: (seat.agreement, seat.intervention) for seat in view.linked}
    return tuple(
        LinkLine(reference, intervention(*place).label) for reference, place in found.items()
    )


def _badge(view: View) -> tuple[str, str] | None:
    case = view.case
    if case.closed_at:
        return ("Afgesloten", "neutral")
    first = first_day(view)
    if first and first < view.today:
        return (f"Te laat sinds {in_words(first)}", "error")
    if waits := waits_until(case, view.intervention, view.values, view.today):
        return (f"Opgeschort tot en met {in_words(waits)}", "neutral")
    if first is None:
        return None
    is_near = first <= near(view.agreement, view.today)
    return ("Termijn loopt af", "warning") if is_near else None
