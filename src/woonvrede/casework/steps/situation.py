# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a guard judges: a case, or a report before there is a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Q
from django.utils.timezone import localdate

from ...access.books import book
from ...agreement.book import Agreement, Intervention, Parameter
from ...agreement.vocabulary import UNKNOWN
from ...records.case import Case, HandOver
from ...records.dwelling import Tenure
from ...records.entry import Entry
from ...records.permission import Permission
from ...records.report import Report


@dataclass(frozen=True)
class Situation:
    """The facts, the tenure and the moment on which conditions are judged."""

    agreement: Agreement
    at: datetime
    case: Case | None = None
    report: Report | None = None

    @property
    def intervention(self) -> Intervention:
        """The intervention of the case."""
        assert self.case is not None
        return self.agreement.interventions[self.case.intervention]

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """What was recorded in the case, or answered in the report, by key."""
        if self.report is not None:
            answers: Mapping[str, Any] = self.report.answers
            return answers
        facts = Entry.objects.filter(case=self.case, kind=Entry.FACT, until=None)
        return {key: values["value"] for key, values in facts.values_list("key", "values")}

    @cached_property
    def registers(self) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """The rows of each register as they stand, in the order of writing."""
        rows = Entry.objects.filter(case=self.case, kind=Entry.ROW, until=None).order_by("pk")
        found: dict[str, list[Mapping[str, Any]]] = {}
        for key, values in rows.values_list("key", "values"):
            found.setdefault(key, []).append(values)
        return found

    def rows(self, register: str) -> Sequence[Mapping[str, Any]]:
        """Return the rows of one register as they stand."""
        return self.registers.get(register, ())

    def number(self, key: str) -> Parameter | None:
        """Return a parameter of the agreement, if it has one of this name."""
        return next((each for each in self.agreement.parameters if each.key == key), None)

    @cached_property
    def held(self) -> Tenure | None:
        """How the dwelling of the case is held on this day."""
        assert self.case is not None
        day = localdate(self.at)
        current = Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))
        found = Tenure.objects.filter(current, dwelling=self.case.dwelling_id)
        return found.select_related("landlord").first()

    @property
    def tenure(self) -> str:
        """The key of the tenure, or that nobody knows it."""
        if self.report is not None:
            return self.report.tenure
        return self.held.kind if self.held else UNKNOWN

    @property
    def of_a_corporation(self) -> bool:
        """Is this a dwelling for which a landlord that is party to the agreement is known?"""
        return any(each.landlords for each in self.agreement.tenures if each.key == self.tenure)

    @cached_property
    def reporters(self) -> frozenset[str]:
        """The circles whose reports the case has, as far as who acts may know of these."""
        reports = Report.objects.filter(case=self.case)
        return frozenset(reports.values_list("reporter__key", flat=True))

    @cached_property
    def permission(self) -> Permission | None:
        """The last permission that was asked."""
        return Permission.objects.filter(case=self.case).order_by("-asked_at", "-pk").first()

    @cached_property
    def hand_over(self) -> HandOver | None:
        """The request that closing this case put to another party."""
        return HandOver.objects.filter(case=self.case).first()

    @cached_property
    def beside(self) -> bool:
        """
        Does another case still run, beside which this one was opened, or could have been at this
        home?  The database tells it, whoever takes part in the other; see records_runs_beside in
        the walls.
        """
        assert self.case is not None
        return _runs("select records_runs_beside(%s)", self.case.pk)

    def has_opened(self, intervention: str) -> bool:
        """
        Was a case of this intervention opened beside this one, and does it still run?  The database
        tells it likewise; see records_runs_opened in the walls.
        """
        assert self.case is not None
        return _runs("select records_runs_opened(%s, %s)", self.case.pk, intervention)


def _runs(question: str, *about: int | str) -> bool:
    """Ask the database whether a case runs; without an answer it does: only a plain no is one."""
    with connection.cursor() as cursor:
        cursor.execute(question, about)
        return bool(cursor.fetchone() != (False,))


def situation_of(case: Case, at: datetime) -> Situation:
    """Return the situation of a case, judged by its own agreement."""
    return Situation(book(case.agreement), at, case=case)
