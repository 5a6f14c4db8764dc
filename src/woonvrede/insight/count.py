# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of one party over one period: page and command count here, and nowhere else."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import connection

from ..access.actor import Actor
from ..access.books import books
from ..agreement.book import Agreement, Indicator
from ..records.party import Party
from .period import Period, year_of

# What the database tells, by indicator and part; see records_figures in the walls.
Told = Mapping[tuple[str, str], int]
Span = tuple[date, date]

QUESTION = """
    select stretch.first, told.indicator, told.part, told.value
    from unnest(%s::date[], %s::date[]) as stretch (first, after)
    cross join unnest(%s::text[]) as version (agreement)
    cross join lateral records_figures(%s, version.agreement, stretch.first, stretch.after) as told
"""


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
    """
    What one party reports over one period, and how many reports still wait for a decision, of
    those received ``undecided_since``: where a figure counts the year so far, they all do.
    """

    party: str
    period: Period
    agreement: str
    indicators: tuple[Figure, ...]
    undecided: int
    undecided_since: date

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
    told = ask(Party.objects.get(key=party).legal_id, agreement, spans(period))
    return figures(party, agreement, period, told)


def spans(period: Period) -> dict[str, Span]:
    """
    Return what must be asked for one period: itself, and the year so far, for yearly figures.

    Every span counts up to, not including, its second day.
    """
    return {
        period.name: (period.first, period.after),
        f"{period.name} year": (year_of(period).first, period.after),
    }


def ask(party: int, agreement: Agreement, over: Mapping[str, Span]) -> Mapping[str, Told]:
    """
    Ask the database for the numbers over several spans at once, by the name of the span: those of
    an agreement, and of the versions from and to which its cases came (decision record 17).

    Spans overlap, so what is asked is each stretch between two of their days, once.
    """
    told: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in over}
    days = sorted({day for span in over.values() for day in span})
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, [days[:-1], days[1:], versions(agreement), party])
        for day, indicator, part, value in cursor.fetchall():
            for name, (first, after) in over.items():
                if first <= day < after:
                    told[name][indicator, part] += int(value)
    return told


def versions(agreement: Agreement) -> list[str]:
    """
    Return under which agreements what it counts was marked: itself, and every version from which
    its cases came or to which they went.

    Also later ones: there a mark gets its day, and that may lie in the time of this one.
    """
    own = [each for each in books().values() if each.partnership == agreement.partnership]
    others = books().keys() - {each.key for each in own}
    steps = [(each.key, way.former) for each in own for way in each.migrations]
    found, size = {agreement.key}, 0
    while size < len(found):
        size = len(found)
        found.update(key for step in steps if found.intersection(step) for key in step)
    return sorted(found - others)


def figures(party: str, agreement: Agreement, period: Period, told: Mapping[str, Told]) -> Figures:
    """Put what the database told of a period into the words of the agreement."""
    so_far = {False: told[period.name], True: told[f"{period.name} year"]}
    found = tuple(
        _figure(indicator, key, agreement, so_far[indicator.per_year])
        for key, indicator in reported(party, agreement)
    )
    yearly = any(indicator.per_year for _, indicator in reported(party, agreement))
    undecided = so_far[yearly].get(("undecided", ""), 0)
    since = (year_of(period) if yearly else period).first
    return Figures(party, period, agreement.key, found, undecided, since)


def reported(party: str, agreement: Agreement) -> list[tuple[str, Indicator]]:
    """Return the indicators that a legal party reports, each with its intervention."""
    return [
        (key, indicator)
        for key, intervention in agreement.interventions.items()
        for indicator in intervention.indicators
        if _reports(party, indicator, agreement)
    ]


def shown_to(actor: Actor, agreement: Agreement) -> str:
    """Return the legal party whose figures somebody sees: by function, else nobody's."""
    return actor.legal_key if actor.functions.intersection(agreement.reporting.functions) else ""


def _figure(indicator: Indicator, intervention: str, agreement: Agreement, told: Told) -> Figure:
    mine = {part: n for (name, part), n in told.items() if name == indicator.key and n}
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
