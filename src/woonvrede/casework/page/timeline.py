# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The timeline of a case, by day."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

from ...access.books import intervention
from ...access.given import SEE
from ...access.rights import Standing
from ...agreement.telling import tells_of
from ...records.event import Event
from ..story.happenings import KINDS, DeadlineMissed, TermEscalated
from .dutch import clock, day_of, in_words
from .objects import Day, Happened

SHOWN = 30
OF_TERMS = (DeadlineMissed.__name__, TermEscalated.__name__)


def events_of(place: Standing, before: datetime | None) -> list[Event]:
    """Return one more event than fits, newest first, of what this actor sees."""
    found = Event.objects.filter(place.rows(SEE), case=place.case)
    if hidden := _terms_out_of_sight(place):
        found = found.exclude(kind__in=OF_TERMS, facts__key__in=hidden)
    if before is not None:
        found = found.filter(at__lt=before)
    return list(found.select_related("party").order_by("-at", "-pk")[: SHOWN + 1])


def _terms_out_of_sight(place: Standing) -> list[str]:
    """Return the terms that tell of more than one kind of data of which this actor lacks one."""
    described = intervention(place.case.agreement, place.case.intervention)
    told = {term.key: tells_of(term, described) for term in described.deadlines}
    return [key for key, of in told.items() if len(of) > 1 and not place.sees_all_of(*of)]


def timeline(events: Sequence[Event]) -> tuple[tuple[Day, ...], str]:
    """Return the days, and the moment before which older events lie (or an empty string)."""
    shown, older = list(events[:SHOWN]), ""
    if len(events) > SHOWN:
        whole = [event for event in shown if event.at > events[SHOWN].at]
        shown = whole or shown
        older = shown[-1].at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    days = groupby(shown, key=lambda event: day_of(event.at))
    return tuple(Day(in_words(day), tuple(_of_a_day(group))) for day, group in days), older


def _of_a_day(events: Iterable[Event]) -> Iterator[Happened]:
    """Tell what one act brought about once: the moment with the first, by whom with the last."""
    for _, act in groupby(events, key=lambda event: (event.at, event.party_id)):
        acts = list(act)
        for place, event in enumerate(acts, start=1):
            words = KINDS[event.kind](**event.facts, **event.personal).words()
            by = event.party.label if event.party else "automatisch"
            yield Happened(
                clock(event.at) if place == 1 else "", words, by if place == len(acts) else ""
            )
