# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The only way in to case data, and the only writer of readings.

Whoever comes through sees a case with the rights of this moment (:class:`Standing`), and a reading
is written in the same transaction: who, for which circle, which case, which categories, for which
purpose, and by which section.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import localdate

from ..records.case import Case, Involvement
from ..records.dwelling import Tenure
from ..records.report import Report
from .actor import Actor
from .books import books
from .given import SEE, Given
from .reporting import judged_by, may_report
from .rights import Standing, may, standing
from .session import write_down

PROCESS = "process"
UNKNOWN = "unknown"
READING = """
    insert into records_reading (account, party, system, action, case_ids, report_ids, categories,
                                 purposes, why, refused)
    values (%(account)s, %(party)s, %(system)s, %(action)s, %(case_ids)s::bigint[],
            %(report_ids)s::bigint[], %(categories)s::text[], %(purposes)s::text[], %(why)s,
            %(refused)s)
"""
NOBODY: dict[str, Any] = {"account": None, "party": None, "system": ""}
NOTHING: dict[str, Any] = {"case_ids": [], "report_ids": [], "categories": [], "purposes": []}
NOTHING_TOLD = NOBODY | NOTHING | {"why": "", "refused": False}


def known_to(actor: Actor, *, at: datetime) -> QuerySet[Involvement]:
    """
    Return the actor's involvements in cases of whose existence they may know.

    Involvement alone shows nothing: that a case exists is itself a right.
    """
    return Involvement.objects.filter(may(actor, SEE, PROCESS, at))


def enter(
    actor: Actor,
    reference: str,
    *,
    at: datetime,
    action: str,
    shows: Callable[[Standing], Iterable[str]] = lambda place: place.things(SEE),
) -> Standing:
    """
    Open one case to read it.

    ``shows`` names the categories that the page will show, where it shows not all that may be
    seen; no other is then to be read.

    :raises ObjectDoesNotExist: if there is no such case, or none that the actor may know of
    """
    case = _with_tenure(Case.objects.select_related("dwelling", "lead"), at).get(
        reference=reference
    )
    place = _judge(actor, case, at)
    told = place.things(SEE).intersection({PROCESS, *shows(place)})
    why = [right for right in place.rights if right.verb == SEE and right.thing in told]
    _note(actor, action, told, why, case_ids=[case.pk])
    held = vars(case)
    return replace(place, tenure=held["tenure_kind"] or UNKNOWN, landlord=held["tenure_landlord"])


def enter_to_change(actor: Actor, reference: str, *, at: datetime, action: str) -> Standing:
    """
    Open one case to change it: locked until the transaction ends.

    :raises ObjectDoesNotExist: if there is no such case, or none that the actor may know of
    """
    case = Case.objects.select_for_update().get(reference=reference)
    place = _judge(actor, case, at)
    _note(actor, action, [PROCESS], place.rights, case_ids=[case.pk])
    return place


def reports_known_to(actor: Actor) -> QuerySet[Report]:
    """
    Return the reports that the actor's functions let them see: those their circle made, and those
    it has to judge.  Who takes part in the case of a report sees it there.
    """
    seen = Q(pk__in=[])
    for agreement in books().values():
        seen |= Q(agreement=agreement.key) & _reports_under(actor, agreement.key)
    found = Report.objects.filter(seen)
    return found.filter(district__in=actor.districts) if actor.districts else found


def note_list(
    actor: Actor, action: str, *, cases: Iterable[int] = (), reports: Iterable[int] = ()
) -> None:
    """Write down that a list carried these cases or reports."""
    case_ids, report_ids = sorted(set(cases)), sorted(set(reports))
    if case_ids or report_ids:
        _note(actor, action, [PROCESS, "dwelling"], (), case_ids=case_ids, report_ids=report_ids)


def note_report(
    actor: Actor,
    report: Report,
    action: str,
    categories: Iterable[str],
    *,
    cases: Iterable[int] = (),
) -> None:
    """
    Write down that this report was opened, which kinds of data of it were shown, and of which
    cases it told that they are there.
    """
    ids = sorted(cases)
    told = [*categories, PROCESS] if ids else categories
    _note(actor, action, told, (), case_ids=ids, report_ids=[report.pk])


def note_system(name: str, action: str) -> None:
    """Write down that a system actor took figures out."""
    _insert(action, system=name)


def note_refusal(actor: Actor, action: str, why: str) -> None:
    """Write down an attempt that was refused, in a transaction of its own."""
    _insert(action, account=actor.account, party=actor.party, why=why[:200], refused=True)


def _with_tenure(cases: QuerySet[Case], at: datetime) -> QuerySet[Case]:
    day = localdate(at)
    held = Tenure.objects.filter(
        Q(until=None) | Q(until__gt=day), dwelling=OuterRef("dwelling"), since__lte=day
    )
    return cases.annotate(
        tenure_kind=Subquery(held.values("kind")[:1]),
        tenure_landlord=Subquery(held.values("landlord__label")[:1]),
    )


def _judge(actor: Actor, case: Case, at: datetime) -> Standing:
    seats = Involvement.objects.filter(case=case).select_related("party", "account")
    place = standing(actor, case, list(seats.order_by("pk")), at)
    if not place.allows(SEE, PROCESS):
        raise ObjectDoesNotExist
    return place


def _reports_under(actor: Actor, key: str) -> Q:
    agreement = books()[key]
    judged = judged_by(actor, agreement)
    mine = Q(judge=actor.party, proposed__in=judged) | Q(judge=actor.party, decided__in=judged)
    return (mine | Q(reporter=actor.party)) if may_report(actor, agreement) else mine


def _note(
    actor: Actor,
    action: str,
    categories: Iterable[str],
    rights: Sequence[Given],
    *,
    case_ids: Sequence[int] = (),
    report_ids: Sequence[int] = (),
) -> None:
    _insert(
        action,
        account=actor.account,
        party=actor.party,
        case_ids=list(case_ids),
        report_ids=list(report_ids),
        categories=sorted(set(categories)),
        purposes=sorted({right.purpose for right in rights} - {""}),
        why="; ".join(sorted({right.because for right in rights})),
    )


def _insert(action: str, **told: Any) -> None:
    """Insert a reading, in plain SQL: the application may add one but never read one back."""
    write_down(READING, {**NOTHING_TOLD, **told, "action": action})
