# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The only way in to case data, and the only writer of readings.

Whoever comes through sees a case with the rights of this moment (:class:`Standing`), and a reading
is written in the same transaction: who, for which circle, which case, which categories, for which
purpose, and by which section.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.timezone import localdate

from ..agreement.vocabulary import PROCESS, UNKNOWN
from ..records.case import Case, Involvement
from ..records.report import Report
from .actor import Actor
from .books import books
from .given import SEE
from .readings import Reading, Told, add, readings_of
from .reporting import judged_by, may_report, rights_to
from .rights import Standing, may, standing

CALLED = """
    select array(select id from records_case where reference = %(reference)s),
           array(select id from records_report where reference = %(reference)s)
"""
# How a dwelling is held on a day, and by which landlord.  In plain SQL, as almost every page of a
# case asks it.
TENURE = """
    select array[t.kind, p.label] from records_tenure t
    left join records_party p on p.id = t.landlord_id
    where t.dwelling_id = records_case.dwelling_id
      and t.since <= %s and (t.until is null or t.until > %s)
    limit 1
"""
NOTHING: Mapping[Any, Any] = {}
Kinds = Iterable[str]


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
    day = localdate(at)
    held = RawSQL(TENURE, [day, day])  # noqa: S611 - nothing of what was asked is in the text
    case = Case.objects.annotate(held=held).get(reference=reference)
    place = _judge(actor, case, at)
    note_list(actor, action, cases={case.pk: place.told(PROCESS, *shows(place))})
    tenure, landlord = vars(case)["held"] or (UNKNOWN, None)
    return replace(place, tenure=tenure, landlord=landlord)


def enter_to_change(actor: Actor, reference: str, *, at: datetime, action: str) -> Standing:
    """
    Open one case to change it: locked until the transaction ends.

    :raises ObjectDoesNotExist: if there is no such case, or none that the actor may know of
    """
    case = Case.objects.select_for_update().get(reference=reference)
    place = _judge(actor, case, at)
    note_list(actor, action, cases={case.pk: place.told(PROCESS)})
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
    actor: Actor, action: str, *, cases: Told = NOTHING, reports: Mapping[Report, Kinds] = NOTHING
) -> None:
    """
    Write down of which cases and reports a list told: of a case by which rights, of a report which
    kinds of data.
    """
    seen = {report.pk: rights_to(actor, report, kinds) for report, kinds in reports.items()}
    add(readings_of(actor, action, cases=cases, reports=seen))


def note_report(
    actor: Actor, report: Report, action: str, categories: Kinds, *, cases: Told = NOTHING
) -> None:
    """
    Write down that this report was opened, which kinds of data of it were shown, and of which
    cases it told that they are there.
    """
    note_list(actor, action, cases=cases, reports={report: categories})


def note_system(name: str, action: str, *, cases: Iterable[int] = ()) -> None:
    """Write down that a system actor took figures out, or looked at where these cases are."""
    found = sorted(cases)
    things = [PROCESS] if found else []
    add([Reading(action[:60], system=name, case_ids=found, categories=things)])


def note_figures(actor: Actor, action: str) -> None:
    """Write down that somebody took figures out: codes and numbers, of no case in particular."""
    add([Reading(action, account=actor.account, party=actor.party)])


def note_register(actor: Actor, action: str) -> None:
    """Write down that somebody looked in, or changed, the register of their circle's volunteers."""
    add([Reading(action[:60], account=actor.account, party=actor.party)])


def note_export(actor: Actor, action: str, *, cases: Told, purpose: str, why: str) -> None:
    """
    Write down that somebody took cases out of the house: which, which kinds of data, for which
    purpose, and why, in codes and words of the house and the agreement alone.
    """
    add(
        replace(each, purposes=[purpose], why=f"{why}; {each.why}")
        for each in readings_of(actor, action[:60], cases=cases, reports=NOTHING)
    )


def note_refusal(actor: Actor, action: str, why: str, *, reference: str = "") -> None:
    """
    Write down an attempt that was refused, in a transaction of its own; and of which case or
    report, where there is one that this circle can reach, also if this person may not know of it.
    """
    with connection.cursor() as cursor:
        cursor.execute(CALLED, {"reference": reference})
        cases, reports = cursor.fetchone()
    add(
        [
            Reading(
                action,
                account=actor.account,
                party=actor.party,
                case_ids=cases,
                report_ids=reports,
                why=why[:200],
                refused=True,
            )
        ]
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
