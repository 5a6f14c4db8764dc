# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Periods leave no day out; the examples in the module hold."""

import doctest
from datetime import date, timedelta

import pytest

from woonvrede.insight import period
from woonvrede.insight.period import after, before, months_of, named, period_of


def test_the_examples_hold() -> None:
    done = doctest.testmod(period)
    assert done.attempted
    assert done.failed == 0


@pytest.mark.parametrize("months", [1, 2, 3, 4, 6, 12])
def test_every_day_lies_in_one_period_that_bears_its_name(months: int) -> None:
    day = date(2023, 12, 1)
    while day < date(2025, 2, 1):
        found = period_of(day, months=months)
        assert found.first <= day <= found.last < found.after
        assert named(found.name, months=months) == found
        assert before(after(found)) == found
        assert len(months_of(found)) == months
        day += timedelta(days=9)


@pytest.mark.parametrize("months", [0, -6, 5, 7, 24])
def test_a_year_must_hold_whole_periods(months: int) -> None:
    with pytest.raises(ValueError, match="cannot be divided"):
        period_of(date(2026, 1, 1), months=months)
