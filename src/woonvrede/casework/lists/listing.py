# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of cases: by key, with coded filters, never counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.books import books, in_force
from ...access.door import known_to, note_list
from ...access.reporting import judged_by
from ...agreement.book import Agreement
from ...records.case import Involvement
from .cursor import Cursor, read_cursor
from .filters import NEWEST, OLDEST, QUIET, TELLS, Filter, Wanted, chosen_in, matching, offer
from .givers import givers
from .lines import CaseLine, lines
from .reassigning import can_be_given
from .work_items import charge_of, in_charge

SHOWN = 25
LAST = 2**63 - 1


@dataclass(frozen=True)
class CaseList:
    """
    A page of the list; ``next`` is the key of the last line when there are more, and ``charge``
    how the reader can be in charge of cases.  For who has none: ``given_by`` says of whom they
    get cases, and ``judges`` whether they make cases of reports.  ``to_give`` holds the references
    of which they may give the seat to another colleague.
    """

    wanted: Wanted
    filters: tuple[Filter, ...]
    lines: tuple[CaseLine, ...]
    next: str
    today: date
    charge: str
    given_by: tuple[str, ...]
    judges: bool
    to_give: frozenset[str]

    @property
    def filtered(self) -> bool:
        """Is this less than all running cases?"""
        return self.wanted.closed or self.wanted.in_charge or bool(chosen_in(self.filters))


@dataclass(frozen=True)
class Found:
    """
    The actor's involvements in the cases that they want, one row a case, in order: by which column
    (``by``), and whether the last comes first (``back``).  ``things`` is what the filters tell.
    """

    filters: tuple[Filter, ...]
    known: QuerySet[Involvement]
    by: str
    back: bool
    things: tuple[str, ...]
    agreement: Agreement


def list_cases(wanted: Wanted, *, actor: Actor, at: datetime) -> CaseList:
    """
    Return a page of the cases of which this actor may know; writes down that they looked.

    Running cases come by the first day on which a term must be met, closed ones newest first,
    unless another order is asked: by age, or first those in which nobody did anything for longest,
    as far as this actor sees.  A filter that the agreement does not know is no filter.
    """
    found = find_cases(wanted, actor=actor, at=at)
    page: list[tuple[int, date | None]] = []
    for stretch in _after(found, wanted.after, partial(known_to, actor, at=at)):
        if len(page) <= SHOWN:
            page += stretch[: SHOWN + 1 - len(page)]
    days = dict(page[:SHOWN])
    told = lines(actor, days, at=at)
    note_list(actor, "cases", cases={case: line.told(*found.things) for case, line in told.items()})
    shown = [case for case in days if case in told]
    more = len(page) > SHOWN and shown
    return CaseList(
        wanted,
        found.filters,
        tuple(told[case] for case in shown),
        str(Cursor(days[shown[-1]], told[shown[-1]].reference)) if more else "",
        localdate(at),
        charge_of(actor, found.agreement),
        givers(actor, found.agreement),
        bool(judged_by(actor, found.agreement)),
        can_be_given(told.values()),
    )


def find_cases(wanted: Wanted, *, actor: Actor, at: datetime) -> Found:
    """Find the cases of which this actor may know and that answer to what they want, unread."""
    agreement = in_force(localdate(at), actor.party_key)
    filters = offer(wanted, actor, agreement)
    chosen = chosen_in(filters)
    known = _first_due(known_to(actor, at=at), actor)
    known = known.filter(matching(chosen, actor, at), closed=wanted.closed)
    if wanted.in_charge:
        known = known.filter(in_charge(actor))
    by, back = _order(wanted, filters)
    known = _once(known) if by == "quiet_since" else known
    sign = "-" if back else ""
    known = known.order_by(f"{sign}{by}", f"{sign}case_id").distinct(by, "case_id")
    things = tuple(thing for key, thing in TELLS.items() if key in chosen)
    return Found(filters, known, by, back, things, agreement)


def _first_due(known: QuerySet[Involvement], actor: Actor) -> QuerySet[Involvement]:
    """
    Of the actor's seats in one case leave that with the first day: who leads may know of a day of
    which their other seat may not.
    """
    leading = {
        each.lead for agreement in books().values() for each in agreement.interventions.values()
    }
    played = [actor.plays(key) for key in books()]
    if not any(len(roles) > 1 and leading & roles for roles in played):
        return known
    day = Coalesce(OuterRef("due"), Value(date.max))
    return known.exclude(Exists(known.filter(case=OuterRef("case"), due__lt=day)))


def _once(known: QuerySet[Involvement]) -> QuerySet[Involvement]:
    """Of the actor's seats in one case, leave that to which something happened last."""
    later = Q(quiet_since__gt=OuterRef("quiet_since"))
    later |= Q(quiet_since=OuterRef("quiet_since"), pk__gt=OuterRef("pk"))
    return known.exclude(Exists(known.filter(later, case=OuterRef("case"))))


def _order(wanted: Wanted, filters: tuple[Filter, ...]) -> tuple[str, bool]:
    sort = next(each.chosen for each in filters if each.key == "sort")
    if sort in (OLDEST, QUIET):
        return ("opened" if sort == OLDEST else "quiet_since"), False
    return ("opened", True) if wanted.closed or sort == NEWEST else ("due", False)


def _after(
    found: Found, cursor: str, all_known: Callable[[], QuerySet[Involvement]]
) -> Sequence[QuerySet[Involvement, tuple[int, date | None]]]:
    """
    Return case and day of each, after the line that the cursor names: one stretch after another,
    each of which an index can begin where it begins.  A case of which the actor may not know is
    looked for among theirs, and is not there.
    """
    rows = found.known.values_list("case_id", found.by)
    key = read_cursor(cursor)
    if key is None:
        return [rows]
    named = all_known().filter(case__reference=key.reference).order_by("pk")
    last = named.values_list("case_id", flat=True).first() or (LAST if found.back else 0)
    later = Q(case__lt=last) if found.back else Q(case__gt=last)
    if key.day is None:
        return [rows.filter(later, **{found.by: None})]
    way = f"{found.by}__{'lt' if found.back else 'gt'}"
    same = Q(**{found.by: key.day}) & later
    dated = rows.filter(Q(**{way: key.day}) | same, **{f"{way}e": key.day})
    return [dated] if found.back else [dated, rows.filter(**{found.by: None})]
