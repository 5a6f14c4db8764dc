# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What time does to a case: a term passes, a seat ends.  A named system actor does it."""

from datetime import datetime

from django.db.models import F
from django.utils.timezone import localdate

from ...access.books import book
from ...agreement.telling import tells_of
from ...agreement.vocabulary import PROCESS
from ...records.case import Case, Involvement
from ...records.task import Deadline
from ..story.happenings import DeadlineMissed
from ..story.timeline import record


def miss_term(case: int, term: int, *, system: str, at: datetime) -> None:
    """
    Mark a term as missed, unless it was met, or marked before; again is harmless.

    Told as what the term tells of: of several categories as one of them, and the timeline keeps it
    from who does not see the others.
    """
    found = Case.objects.select_for_update().get(pk=case)
    running = Deadline.objects.filter(case=found, ended_at=None, missed_at=None)
    missed = running.filter(pk=term, due__lt=localdate(at)).first()
    if missed is None:
        return
    missed.missed_at = at
    missed.save(update_fields=["missed_at"])
    intervention = book(found.agreement).interventions[found.intervention]
    agreed = next(each for each in intervention.deadlines if each.key == missed.key)
    category = min(tells_of(agreed, intervention), default=PROCESS)
    words = DeadlineMissed(agreed.label, key=agreed.key)
    record(words, case=found, actor=None, at=at, category=category, system=system)


def end_seat(case: int, seat: int, *, at: datetime) -> None:
    """
    Let the database forget that a party takes part, once the end of its seat has passed.

    Rights end by themselves; this keeps the coarse net below them as narrow.  A trigger does the
    work: it judges every seat of the case again when an end is written.
    """
    Case.objects.select_for_update().get(pk=case)
    ended = Involvement.objects.filter(pk=seat, case=case, until__lte=at)
    ended.update(until=F("until"))
