# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms by the Algemene termijnenwet, and those that parties agreed, against a table by hand."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonvrede.access.books import book
from woonvrede.agreement.book import Parameter
from woonvrede.casework.terms.lengths import due_day, last_day
from woonvrede.casework.terms.working_days import after_working_days, holidays, is_working_day

TABLE = tomllib.loads(Path(__file__).with_name("holidays.toml").read_text(encoding="utf-8"))
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 1))


def of(value: int, unit: str) -> Parameter:
    """Return a length, as the file of an agreement has it."""
    return Parameter.model_validate(
        {"key": "length", "label": "Termijn", "value": value, "unit": unit, "source": "test"}
    )


@pytest.mark.parametrize("year", sorted(TABLE))
def test_the_holidays_of_a_year_are_those_of_the_table(year: str) -> None:
    by_hand = {date.fromisoformat(day): why for day, why in TABLE[year].items()}
    assert holidays(int(year)) == by_hand


@pytest.mark.parametrize(
    ("first", "value", "unit", "agreed", "by_law"),
    [
        # Six weeks to object, of which the last day is Second Easter Day.
        ("2026-02-23", 6, "weeks", "2026-04-06", "2026-04-07"),
        # Good Friday, the weekend and Easter Monday.
        ("2026-03-20", 2, "weeks", "2026-04-03", "2026-04-07"),
        # The fifth of May, also in a year in which few have it off.
        ("2026-04-07", 4, "weeks", "2026-05-05", "2026-05-06"),
        # Ascension Day, the Friday of the decree and a weekend.
        ("2026-04-16", 4, "weeks", "2026-05-14", "2026-05-18"),
        # Three days over Christmas and a weekend: two working days must lie in it.
        ("2026-12-24", 3, "days", "2026-12-27", "2026-12-29"),
        # Two days need none.
        ("2026-12-24", 2, "days", "2026-12-26", "2026-12-28"),
        # Three days from Friday end on Monday, with one working day in it: Tuesday.
        ("2026-11-20", 3, "days", "2026-11-23", "2026-11-24"),
        # Longer than twelve weeks, three months or ninety days: the very day.
        ("2026-02-02", 13, "weeks", "2026-05-04", "2026-05-04"),
        ("2026-02-03", 13, "weeks", "2026-05-05", "2026-05-05"),
        ("2026-01-05", 4, "months", "2026-05-05", "2026-05-05"),
        ("2026-02-05", 3, "months", "2026-05-05", "2026-05-06"),
        ("2026-02-03", 91, "days", "2026-05-05", "2026-05-05"),
        ("2026-02-04", 90, "days", "2026-05-05", "2026-05-06"),
        # The last day of a shorter month.
        ("2026-01-31", 1, "months", "2026-02-28", "2026-03-02"),
        # Working days are counted over holidays, whoever set the term.
        ("2026-05-13", 3, "workdays", "2026-05-20", "2026-05-20"),
    ],
)
def test_a_term_ends_on(first: str, value: int, unit: str, agreed: str, by_law: str) -> None:
    begun, length = date.fromisoformat(first), of(value, unit)
    assert last_day(begun, length).isoformat() == agreed
    assert last_day(begun, length, statutory=True).isoformat() == by_law


def test_how_long_something_may_last_ends_on_the_very_day() -> None:
    """A ban of ten days from a Thursday ends on a Sunday (Gemeentewet art. 151d lid 3)."""
    utrecht = book("utrecht-2019")
    terms = {term.key: term for term in utrecht.interventions["mayoral_measure"].deadlines}
    ban = terms["presence_ban"]
    begun = date(2026, 2, 12)
    assert due_day(begun, ban, utrecht.parameter(ban.length)) == date(2026, 2, 22)
    as_a_term = ban.model_copy(update={"kind": "statutory"})
    assert due_day(begun, as_a_term, utrecht.parameter(ban.length)) == date(2026, 2, 23)


@given(DAYS, st.integers(1, 90))
def test_a_term_of_a_law_is_never_shorter_and_ends_on_a_working_day(first: date, days: int) -> None:
    agreed = last_day(first, of(days, "days"))
    by_law = last_day(first, of(days, "days"), statutory=True)
    assert by_law >= agreed
    assert is_working_day(by_law)
    inside = [first + timedelta(days=n) for n in range(1, (by_law - first).days + 1)]
    assert days < 3 or sum(map(is_working_day, inside)) >= 2


@given(DAYS, st.integers(1, 30))
def test_so_many_working_days_lie_between(first: date, days: int) -> None:
    last = after_working_days(first, days)
    inside = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    assert is_working_day(last)
    assert sum(map(is_working_day, inside)) == days
