# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A party's own figures, for its members: one period beside the one before it, month by month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localdate

from ..access.actor import Actor
from ..access.books import holding, partnership_of
from ..access.reporting import judged_by
from ..agreement.book import Agreement, Indicator
from ..agreement.told.counting import in_words
from .count import Figure, Part, Told, ask, figures, reported, shown_to, spans
from .period import Period, after, before, months_of, named, period_of

ANSWERS = ("accepted", "declined", "waiting")


@dataclass(frozen=True)
class Month:
    """One month of an indicator."""

    first: date
    value: int


@dataclass(frozen=True)
class Bar:
    """A month as a bar: how far to the right it begins, how far down, and how high it is."""

    left: int
    top: int
    height: int


@dataclass(frozen=True)
class Answer:
    """How many of the parties that were asked to go on answered so (``key``)."""

    key: str
    value: int


@dataclass(frozen=True)
class PartRow:
    """One part in both periods, with what became of it where a party was asked to go on."""

    label: str
    value: int
    earlier: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Row:
    """One indicator in both periods, and the rule by which it counts."""

    id: str
    label: str
    value: int
    earlier: int
    parts: tuple[PartRow, ...]
    months: tuple[Month, ...]
    bars: tuple[Bar, ...]
    rule: str
    source: str


@dataclass(frozen=True)
class Group:
    """The indicators of one intervention."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class FiguresPage:
    """
    The figures of one party; without ``groups`` it reports nothing under the agreement.
    ``judges`` says whether the reader is one of those who decide on what is ``undecided``
    of what was received ``undecided_since``.
    """

    party: str
    period: Period
    earlier: Period
    next: str
    groups: tuple[Group, ...]
    undecided: int
    undecided_since: date
    judges: bool


def read_figures(period: str, *, actor: Actor, at: datetime) -> FiguresPage:
    """
    Return the figures of the actor's legal party; an empty name means the period of today.

    Figures hold codes and numbers only, so there is nothing to write down.

    :raises ObjectDoesNotExist: if there is no such period, or it has not begun
    """
    now, agreement = asked_period(period, at, partnership=partnership_of(actor.party_key))
    earlier, months = before(now), months_of(now)
    party = shown_to(actor, agreement)
    mine = reported(party, agreement)
    over = spans(now) | spans(earlier) | {f"{first}": (first, end) for first, end in months}
    told = ask(actor.legal, agreement, over) if mine else {name: {} for name in over}
    counted, former = (figures(party, agreement, p, told) for p in (now, earlier))
    rows = [
        (key, _row(rule, value, old, told, now))
        for (key, rule), value, old in zip(mine, counted.indicators, former.indicators, strict=True)
    ]
    groups = {key: tuple(row for of, row in rows if of == key) for key, _ in rows}
    labels = {key: each.label for key, each in agreement.interventions.items()}
    return FiguresPage(
        party=agreement.labels["parties"].get(actor.legal_key, actor.party_name),
        period=now,
        earlier=earlier,
        next=after(now).name if now.after <= localdate(at) else "",
        groups=tuple(Group(labels[key], found) for key, found in groups.items()),
        undecided=counted.undecided,
        undecided_since=counted.undecided_since,
        judges=bool(judged_by(actor, agreement)),
    )


def asked_period(name: str, at: datetime, *, partnership: str) -> tuple[Period, Agreement]:
    """
    Return a period that has begun, by its name, and the agreement of the partnership that holds on
    its last day.

    :raises ObjectDoesNotExist: if there is none
    """
    today = localdate(at)
    try:
        months = holding(today, partnership).reporting.months
        period = named(name, months=months) if name else period_of(today, months=months)
        agreement = holding(period.last, partnership)
    except (ValueError, LookupError) as absent:
        raise ObjectDoesNotExist from absent
    if period.first > today:
        raise ObjectDoesNotExist
    return period, agreement


def _row(rule: Indicator, value: Figure, old: Figure, told: Mapping[str, Told], now: Period) -> Row:
    months = [
        Month(first, sum(n for (key, _), n in told[f"{first}"].items() if key == rule.key))
        for first, _ in months_of(now)
    ]
    return Row(
        id=value.id,
        label=value.label,
        value=value.value,
        earlier=old.value,
        parts=_parts(value, old, told[now.name]),
        months=tuple(months),
        bars=_bars([month.value for month in months]),
        rule=in_words(rule),
        source=rule.source,
    )


def _parts(value: Figure, old: Figure, told: Told) -> tuple[PartRow, ...]:
    now, then = ({part.key: part for part in each.parts} for each in (value, old))
    either: dict[str, Part] = {**then, **now}
    return tuple(
        PartRow(
            label=part.label,
            value=now[key].value if key in now else 0,
            earlier=then[key].value if key in then else 0,
            answers=_answers(value.id, key, told),
        )
        for key, part in sorted(either.items(), key=lambda pair: pair[1].label)
    )


def _answers(indicator: str, part: str, told: Told) -> tuple[Answer, ...]:
    """Return how the parties that were asked answered; nothing where nobody was asked."""
    found = {key: told.get(("hand_over", f"{indicator}:{part}:{key}"), 0) for key in ANSWERS}
    if not any(found.values()):
        return ()
    return tuple(Answer(key, value) for key, value in found.items())


def _bars(values: Sequence[int]) -> tuple[Bar, ...]:
    """Return a bar per month, 24 high at the most; a month without anything has none."""
    most = max(*values, 1)
    heights = [round(24 * max(value, 0) / most) for value in values]
    return tuple(Bar(30 * at, 24 - height, height) for at, height in enumerate(heights))
