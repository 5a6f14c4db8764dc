# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What time does to a case: a term passes, a seat ends, people are forgotten.  A named system actor
does it.
"""

from collections.abc import Collection
from datetime import datetime

from django.db.models import F, Q
from django.utils.timezone import localdate

from ...access.books import book
from ...agreement.check.presence import seen_by
from ...agreement.telling import tells_of
from ...agreement.vocabulary import PROCESS
from ...records.case import Case, Involvement
from ...records.entry import Entry, LetterFile
from ...records.person import Person
from ...records.task import Deadline
from ..steps.situation import situation_of
from ..story.happenings import DeadlineMissed, Happening, PeopleForgotten, TermEscalated
from ..story.timeline import record
from .keeping import kept_now
from .later import end_of, leave
from .lengths import last_day

NOTHING = {"name": "", "phone": "", "email": "", "contact_note": ""}
NO_WAY = dict.fromkeys(("may_phone", "may_voicemail", "may_post", "may_email"), False)


def miss_term(case: int, term: int, *, system: str, at: datetime) -> None:
    """
    Mark a term as missed and, when it is so for long, as for who leads the case too, unless it was
    met, or marked before; again is harmless.

    Told as what the term tells of: of several categories as one of them, and the timeline keeps it
    from who does not see the others.
    """
    found = Case.objects.select_for_update().get(pk=case)
    running = Deadline.objects.filter(pk=term, case=found, ended_at=None, due__lt=localdate(at))
    passed = running.filter(escalated_at=None).first()
    if passed is None:
        return
    agreement = book(found.agreement)
    intervention = agreement.interventions[found.intervention]
    agreed = next(each for each in intervention.deadlines if each.key == passed.key)
    long_over = end_of(last_day(passed.due, agreement.parameter("escalation_workdays")))
    # How long something lasts is nobody's to meet; and what a term tells may not be for who leads.
    told = tells_of(agreed, intervention)
    elsewhere = (
        agreed.kind != "duration"
        and passed.owner != intervention.lead
        and told <= seen_by(intervention, intervention.lead, found.stage)
    )
    words: list[Happening] = []
    if passed.missed_at is None:
        passed.missed_at = at
        words.append(DeadlineMissed(agreed.label, key=agreed.key))
        if elsewhere and at < long_over:
            leave("term_passes", long_over, case=case, row=term)
    if elsewhere and at >= long_over:
        passed.escalated_at = at
        lead = agreement.role(intervention.lead).label
        words.append(TermEscalated(agreed.label, lead, key=agreed.key))
    passed.save(update_fields=["missed_at", "escalated_at"])
    category = min(told, default=PROCESS)
    for each in words:
        record(each, case=found, actor=None, at=at, category=category, system=system)


def end_seat(case: int, seat: int, *, at: datetime) -> None:
    """
    Let the database forget that a party takes part, once the end of its seat has passed.

    Rights end by themselves; this keeps the coarse net below them as narrow.  A trigger does the
    work: it judges every seat of the case again when an end is written.
    """
    Case.objects.select_for_update().get(pk=case)
    ended = Involvement.objects.filter(pk=seat, case=case, until__lte=at)
    ended.update(until=F("until"))


def forget_people(case: int, row: int, *, system: str, at: datetime) -> None:
    """
    Forget the people whose time came with this row, if it is still the last of its register and
    what their time hangs on is still so; again is harmless.

    Who is meant is of the home that the case is about: when the other neighbour reported as well,
    the same word means somebody else there.
    """
    found = Case.objects.select_for_update().get(pk=case)
    labels = book(found.agreement).labels["person_roles"]
    here = Q(case=found) | Q(report__case=found, report__dwelling=found.dwelling_id)
    for kept, last, until in kept_now(situation_of(found, at)):
        if last != row or localdate(at) <= until:
            continue
        people = Person.objects.filter(here, role__in=kept.persons, forgotten_at=None)
        known = dict(people.values_list("pk", "role"))
        if known:
            gone = Person.objects.filter(pk__in=known)
            gone.update(**NOTHING, **NO_WAY, forgotten_at=at)
            _forget_letters(found, known)
            roles = ", ".join(labels[role] for role in sorted(set(known.values())))
            words = PeopleForgotten(roles, kept.label)
            record(words, case=found, actor=None, at=at, category=PROCESS, system=system)


def _forget_letters(case: Case, people: Collection[int]) -> None:
    """Throw away what was written to these people: their name stands in it."""
    written = Entry.objects.filter(
        case=case, kind=Entry.LETTER, values__person__in=sorted(people)
    ).values_list("values", flat=True)
    LetterFile.objects.filter(case=case, pk__in=[values["file"] for values in written]).delete()
