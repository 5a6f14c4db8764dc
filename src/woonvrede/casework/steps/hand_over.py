# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Handing over, or opening beside: a new case for another purpose, which carries only what was agreed.
"""

from collections.abc import Mapping
from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.refusals import Refused
from ...agreement.book import Carry
from ...records.case import Case, HandOver, Link
from ...records.entry import Entry
from ...records.person import Person
from ..beside import know
from ..persons import people_of
from ..story.happenings import HandOverAccepted, HandOverDeclined, OpenedBeside
from ..story.timeline import record
from ..terms.deadlines import follow_facts
from .opening import open_case
from .situation import situation_of


def accept(case: Case, *, actor: Actor, at: datetime) -> Case:
    """
    Open the case that was asked for, linked, with only what ``carries`` names; return it.

    :raises Refused: if this actor was not asked, or the dwelling cannot arrive there
    """
    hand_over = _asked_of(case, actor)
    intervention = book(case.agreement).interventions[case.intervention]
    carry = next(each for each in intervention.carries if each.asks and each.to == hand_over.to)
    opened = _open_linked(case, carry, actor=actor, at=at)
    _answer(hand_over, "accepted", "", at)
    to = book(case.agreement).interventions[hand_over.to].label
    words = HandOverAccepted(party=actor.party_name, to=to)
    record(words, case=case, actor=actor, at=at, category="outcome")
    return opened


def decline(case: Case, fact: str, *, actor: Actor, at: datetime) -> None:
    """
    Do not start what was asked, with a reason; the figures keep the next trajectory.

    :raises Refused: if this actor was not asked
    """
    hand_over = _asked_of(case, actor)
    situation = situation_of(case, at)
    code = str(situation.values[fact])
    _answer(hand_over, "declined", code, at)
    codes = situation.agreement.code_list(situation.intervention.fact(fact).options).codes
    to = situation.agreement.interventions[hand_over.to].label
    words = HandOverDeclined(party=actor.party_name, to=to, reason=codes[code])
    record(words, case=case, actor=actor, at=at, category="outcome")


def open_beside(case: Case, to: str, *, actor: Actor, at: datetime) -> Case:
    """
    Open a case beside this one, linked, with only what ``carries`` names, and that this one runs.

    This one goes on as it is, under its own lead, and is told no more than that the other is there.

    :raises Refused: if one runs beside it already, or the dwelling cannot arrive there
    """
    agreement = book(case.agreement)
    label = agreement.interventions[to].label
    if situation_of(case, at).has_opened(to):
        raise Refused(runs_already(label))
    carries = agreement.interventions[case.intervention].carries
    carry = next(each for each in carries if each.tells and each.to == to)
    opened = _open_linked(case, carry, actor=actor, at=at)
    know(opened, actor=actor, at=at)
    words = OpenedBeside(party=actor.party_name, to=label)
    record(words, case=case, actor=actor, at=at, category=carry.tells)
    return opened


def runs_already(label: str) -> str:
    """Say why no case of this intervention can be opened beside this one."""
    return f"Er loopt naast deze casus al een andere: {label}."


def _open_linked(case: Case, carry: Carry, *, actor: Actor, at: datetime) -> Case:
    if situation_of(case, at).tenure not in carry.tenures:
        raise Refused(f"Dit kan niet bij deze woning ({carry.source}).")
    facts = Entry.objects.filter(
        case=case, kind=Entry.FACT, until=None, key__in=carry.facts.values()
    )
    standing = {entry.key: entry for entry in facts}
    carried = tuple(to for to, origin in carry.facts.items() if origin in standing)
    opened = open_case(case, carry.to, actor=actor, at=at, carried=carried)
    _carry_over(case, opened, carry, standing)
    follow_facts(opened, at)
    Link.objects.create(case=case, other=opened, since=at)
    return opened


def _asked_of(case: Case, actor: Actor) -> HandOver:
    hand_over = HandOver.objects.filter(case=case, answer="").first()
    if hand_over is None or hand_over.asked_id != actor.party:
        raise Refused("Deze vraag is niet aan uw organisatie gesteld.")
    return hand_over


def _answer(hand_over: HandOver, answer: str, reason: str, at: datetime) -> None:
    hand_over.answer, hand_over.reason, hand_over.answered_at = answer, reason, at
    hand_over.save(update_fields=["answer", "reason", "answered_at"])


def _carry_over(case: Case, opened: Case, carry: Carry, standing: Mapping[str, Entry]) -> None:
    arriving = book(case.agreement).interventions[opened.intervention]
    for to, origin in carry.facts.items():
        if origin in standing:
            former = standing[origin]
            Entry.objects.create(
                case=opened,
                kind=Entry.FACT,
                key=to,
                category=arriving.fact(to).category,
                values=former.values,
                party_id=former.party_id,
                account_id=former.account_id,
                at=former.at,
            )
    for person in Person.objects.filter(people_of(case), role__in=carry.persons):
        person.pk, person.report_id, person.case_id = None, None, opened.pk
        person.save(force_insert=True)
