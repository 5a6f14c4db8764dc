# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of cases: by key, with coded filters, never counted."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.books import in_force
from ...access.door import known_to, note_list
from ...access.given import SEE
from ...access.reporting import judged_by
from ...access.rights import may
from ...agreement.book import Agreement
from ...records.case import Involvement
from .cursor import Cursor, read_cursor
from .givers import givers
from .lines import CaseLine, lines
from .work_items import charge_of, in_charge

SHOWN = 25
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Wanted:
    """
    Which cases somebody wants to see: codes of the agreement, those in their charge alone, and
    after which line.
    """

    intervention: str = ""
    stage: str = ""
    district: str = ""
    role: str = ""
    in_charge: bool = False
    closed: bool = False
    after: str = ""


@dataclass(frozen=True)
class Filter:
    """One filter: what can be chosen, and what is."""

    key: str
    chosen: str
    choices: Choices


@dataclass(frozen=True)
class CaseList:
    """
    A page of the list; ``next`` is the key of the last line when there are more, and ``charge``
    how the reader can be in charge of cases.  For who has none: ``given_by`` says of whom they
    get cases, and ``judges`` whether they make cases of reports.
    """

    wanted: Wanted
    filters: tuple[Filter, ...]
    lines: tuple[CaseLine, ...]
    next: str
    today: date
    charge: str
    given_by: tuple[str, ...]
    judges: bool

    @property
    def filtered(self) -> bool:
        """Is this less than all running cases?"""
        wanted = self.wanted
        return wanted.closed or wanted.in_charge or any(each.chosen for each in self.filters)


def list_cases(wanted: Wanted, *, actor: Actor, at: datetime) -> CaseList:
    """
    Return a page of the cases of which this actor may know; writes down that they looked.

    Running cases come by the first day on which a term must be met, closed ones newest first.
    A filter that the agreement does not know is no filter.
    """
    agreement = in_force(localdate(at), actor.party_key)
    filters = _filters(wanted, actor, agreement)
    chosen = {each.key: each.chosen for each in filters if each.chosen}
    all_known = known_to(actor, at=at)
    known = all_known.filter(closed=wanted.closed, **chosen)
    if wanted.in_charge:
        known = known.filter(in_charge(actor))
    if "district" in chosen:
        # Where somebody may not see the dwelling, a district would tell about it.
        known = known.filter(may(actor, SEE, "dwelling", at))
    page = list(_after(known, wanted, all_known).values_list("case_id", "due")[: SHOWN + 1])
    cases = [case for case, _ in page[:SHOWN]]
    found = lines(actor, cases, at=at)
    note_list(actor, "cases", cases={case: line.told() for case, line in found.items()})
    shown = tuple(found[case] for case in cases if case in found)
    more = len(page) > SHOWN and shown
    last = str(Cursor(shown[-1].due, shown[-1].reference)) if more else ""
    return CaseList(
        wanted,
        filters,
        shown,
        last,
        localdate(at),
        charge_of(actor, agreement),
        givers(actor, agreement),
        bool(judged_by(actor, agreement)),
    )


def _after(
    known: QuerySet[Involvement], wanted: Wanted, all_known: QuerySet[Involvement]
) -> QuerySet[Involvement]:
    """
    Put in order, one row a case, and begin after the line that the cursor names.  A case of which
    the actor may not know is looked for among theirs, and is not there.
    """
    order = ("-due", "-case_id") if wanted.closed else ("due", "case_id")
    known = known.order_by(*order).distinct("due", "case_id")
    key = read_cursor(wanted.after)
    if key is None:
        return known
    named = all_known.filter(case__reference=key.reference)
    last = named.order_by("pk").values_list("case_id", flat=True).first() or 0
    if wanted.closed:
        later = Q(case__lt=last)
        none = Q(due=None) & later | Q(due__isnull=False)
        return known.filter(Q(due__lt=key.day) | Q(due=key.day) & later if key.day else none)
    later = Q(case__gt=last)
    some = Q(due__gt=key.day) | Q(due=key.day) & later | Q(due=None)
    return known.filter(some if key.day else Q(due=None) & later)


def _filters(wanted: Wanted, actor: Actor, agreement: Agreement) -> tuple[Filter, ...]:
    played = [
        role.key
        for role in agreement.roles
        if actor.party_key in role.parties and actor.functions.intersection(role.functions)
    ]
    mine = [
        each
        for each in agreement.interventions.values()
        if any(grant.role in played for grant in each.grants)
        and (not actor.interventions or each.key in actor.interventions)
    ]
    of_chosen = [each for each in mine if each.key == wanted.intervention]
    stages = {stage.key: stage.label for each in of_chosen for stage in each.stages}
    districts = agreement.labels["districts"]
    choices = {
        "intervention": {each.key: each.label for each in mine},
        "stage": stages,
        "district": {
            key: label
            for key, label in districts.items()
            if not actor.districts or key in actor.districts
        },
        "role": {key: agreement.role(key).label for key in played},
    }
    given = {each.name: getattr(wanted, each.name) for each in fields(wanted)}
    return tuple(
        Filter(key, given[key] if given[key] in offered else "", tuple(offered.items()))
        for key, offered in choices.items()
    )
