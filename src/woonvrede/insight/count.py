# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of one party over one period: page and command count here, and nowhere else."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import connection

from ..agreement.book import Agreement, Indicator
from ..records.party import Party
from .period import Period, named


@dataclass(frozen=True)
class Part:
    """One part of a figure: a party, or a next trajectory."""

    key: str
    label: str
    value: int


@dataclass(frozen=True)
class Figure:
    """One indicator of §5; ``parts`` add up to ``value``, and may be empty."""

    id: str
    intervention: str
    label: str
    value: int
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Figures:
    """What one party reports over one period, and how many reports still wait for a decision."""

    party: str
    period: Period
    agreement: str
    indicators: tuple[Figure, ...]
    undecided: int

    def as_json(self) -> dict[str, Any]:
        """Return the figures as the command prints them."""
        return {
            "party": self.party,
            "period": self.period.name,
            "agreement": self.agreement,
            "indicators": [asdict(figure) for figure in self.indicators],
        }


def count(party: str, agreement: Agreement, period: Period) -> Figures:
    """
    Count what a legal party reports over a period (§5).

    The database gives codes and numbers only, whoever takes part in the cases today; it answers
    the party itself, or a named system actor.
    """
    rows = _rows(Party.objects.get(key=party).legal_id, agreement, period)
    figures = tuple(
        _figure(indicator, key, agreement, rows)
        for key, intervention in agreement.interventions.items()
        for indicator in intervention.indicators
        if _reports(party, indicator, agreement)
    )
    undecided = rows.get(("undecided", ""), 0)
    return Figures(party, period, agreement.key, figures, undecided)


def _rows(party: int, agreement: Agreement, period: Period) -> Mapping[tuple[str, str], int]:
    year_first = named(f"{period.first.year}-J1", months=12).first
    found = [(*row, False) for row in _ask(party, agreement, period.first, period.after)]
    found += [(*row, True) for row in _ask(party, agreement, year_first, period.after)]
    yearly = {
        indicator.key
        for each in agreement.interventions.values()
        for indicator in each.indicators
        if indicator.per_year
    }
    return {(name, part): n for name, part, n, year in found if year == (name in yearly)}


def _ask(party: int, agreement: Agreement, first: date, after: date) -> list[tuple[str, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select indicator, part, value from records_figures(%s, %s, %s, %s)",
            [party, agreement.key, first, after],
        )
        return [(name, part, int(value)) for name, part, value in cursor.fetchall()]


def _figure(
    indicator: Indicator,
    intervention: str,
    agreement: Agreement,
    rows: Mapping[tuple[str, str], int],
) -> Figure:
    mine = {part: n for (name, part), n in rows.items() if name == indicator.key and n}
    parts: tuple[Part, ...] = ()
    if indicator.parts:
        labels = _labels(indicator, intervention, agreement)
        parts = tuple(Part(key, labels.get(key, key), n) for key, n in sorted(mine.items()))
    return Figure(indicator.key, intervention, indicator.label, sum(mine.values()), parts)


def _labels(indicator: Indicator, intervention: str, agreement: Agreement) -> Mapping[str, str]:
    if indicator.parts == "reporting_party":
        return agreement.labels["parties"]
    fact = agreement.interventions[intervention].fact(indicator.parts)
    return agreement.code_list(fact.options).codes


def _reports(party: str, indicator: Indicator, agreement: Agreement) -> bool:
    if indicator.reported_by:
        return agreement.circles[indicator.reported_by] == party
    parties = agreement.role(indicator.reported_by_role).parties
    return party in {agreement.circles[each] for each in parties}
