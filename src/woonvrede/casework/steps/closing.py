# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Closing a case, and opening it again: the outcome is computed, never typed."""

from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.refusals import Refused
from ...agreement.book import Carry, Intervention, Outcome
from ...agreement.vocabulary import NEXT, SUSPENDED
from ...records.case import Case, HandOver, Involvement
from ...records.task import Task
from ..photos.gone import end_photos
from ..seats import current_seats, end_seats, involve
from ..story.happenings import Closed, HandOverAsked, Reopened
from ..story.timeline import record, retract
from ..terms.deadlines import refresh_due
from ..writing import write_facts
from .guards import holds
from .situation import Situation, situation_of

STARTED = "Het vervolgtraject is al gestart. Maak een nieuwe melding."


def close(case: Case, *, actor: Actor, at: datetime) -> None:
    """
    Close a case that has come to its last stage.

    Computes the outcome from the facts, asks the party that the next trajectory names, and ends
    the seats of those who may see nothing of a closed case.  It waits for nothing any more, and its
    photos go.
    """
    intervention = book(case.agreement).interventions[case.intervention]
    situation = situation_of(case, at)
    outcome = _outcome(intervention, situation)
    case.closed_at, case.outcome = at, outcome.key if outcome else ""
    case.save(update_fields=["closed_at", "outcome"])
    if intervention.photos is not None:
        end_photos(case, intervention.photos.category, actor=actor, at=at)
    Task.objects.filter(case=case, finished_at=None).update(finished_at=at)
    refresh_due(case)
    if SUSPENDED in situation.values:
        waited = {SUSPENDED: intervention.fact(SUSPENDED)}
        write_facts(case, waited, {SUSPENDED: None}, actor=actor, at=at)
    words = outcome.label if outcome else intervention.stage(case.stage).label
    record(Closed(words, key=case.outcome), case=case, actor=actor, at=at, category="outcome")
    carry = _carry(intervention, situation)
    if carry is not None:
        _ask(case, carry, situation, actor=actor, at=at)
    end_seats(case, _without_sight(case, intervention), actor=actor, at=at)


def reopen(case: Case, *, actor: Actor, at: datetime) -> None:
    """
    Go on with a closed case: its outcome lapses, also in the figures.

    :raises Refused: if the next trajectory was already started
    """
    hand_over = HandOver.objects.filter(case=case).first()
    if hand_over and hand_over.answer == "accepted":
        raise Refused(STARTED)
    if hand_over and not hand_over.answer:
        hand_over.answer, hand_over.answered_at, hand_over.reason = "declined", at, "reopened"
        hand_over.save(update_fields=["answer", "answered_at", "reason"])
    intervention = book(case.agreement).interventions[case.intervention]
    label = next((o.label for o in intervention.outcomes if o.key == case.outcome), "geen")
    case.closed_at, case.outcome = None, ""
    case.save(update_fields=["closed_at", "outcome"])
    event = record(Reopened(outcome=label), case=case, actor=actor, at=at, category="outcome")
    retract(event, case)


def _outcome(intervention: Intervention, situation: Situation) -> Outcome | None:
    chosen = situation.values.get(NEXT)
    if chosen is None:
        return None
    for outcome in intervention.outcomes:
        if chosen not in outcome.unless_next and all(holds(n, situation) for n in outcome.when):
            return outcome
    return None


def _carry(intervention: Intervention, situation: Situation) -> Carry | None:
    chosen = situation.values.get(NEXT)
    asking = (carry for carry in intervention.carries if carry.asks)
    return next((carry for carry in asking if carry.to == chosen), None)


def _ask(case: Case, carry: Carry, situation: Situation, *, actor: Actor, at: datetime) -> None:
    held = situation.held
    if situation.tenure not in carry.tenures or held is None or held.landlord is None:
        raise Refused(f"Dit vervolgtraject kan niet bij deze woning ({carry.source}).")
    involve(case, carry.asks, held.landlord, actor=actor, at=at)
    HandOver.objects.update_or_create(
        case=case,
        defaults={
            "to": carry.to,
            "asked": held.landlord,
            "asked_at": at,
            "answer": "",
            "answered_at": None,
            "reason": "",
        },
    )
    to = situation.agreement.interventions[carry.to].label
    words = HandOverAsked(party=held.landlord.label, to=to)
    record(words, case=case, actor=actor, at=at, category="outcome")


def _without_sight(case: Case, intervention: Intervention) -> list[Involvement]:
    seeing = {
        grant.role
        for grant in intervention.grants
        if case.stage in grant.stages and "process" in grant.see
    }
    return [seat for seat in current_seats(case) if seat.role not in seeing]
