# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""§5, all fifteen: what is counted is what an independent recount finds, in any world."""

import psycopg
import pytest
from tests.insight.counting import counted, figures
from tests.insight.random_worlds import PERIODS, tales
from tests.insight.recount import recount
from tests.world import START, told

from woonvrede.access.books import in_force
from woonvrede.casework.story import marks
from woonvrede.insight.period import named

# What a world must have seen before it proves anything, beside something for every indicator.
HAPPENED = """
    select distinct kind from records_event
    where kind in ('PassedOn', 'NoRouteFits', 'ReportJoined', 'PermissionRefused', 'Reopened')
    union all select 'a second assignment' from records_event where kind = 'Assigned'
    group by case_id having count(*) > 1
"""
NEEDED = {
    "PassedOn",
    "NoRouteFits",
    "ReportJoined",
    "PermissionRefused",
    "Reopened",
    "a second assignment",
}
ONCE_MORE = """
    insert into records_tally (event_id, case_id, report_id, agreement, indicator, party_id, day,
                               unit, part, sign)
    select event_id, case_id, report_id, agreement, indicator, party_id, day, unit, part, 1
    from records_tally where indicator = %s order by id limit 1
"""
MOST = 300  # tales after which a world that still lacks something never had it in it


def compare(maintenance: "psycopg.Connection") -> tuple[set[str], set[str]]:
    """Return for which indicators something counts, and which the recount finds otherwise."""
    seen: set[str] = set()
    wrong: set[str] = set()
    for party in in_force(START.date(), "u_centraal").labels["parties"]:
        for name in PERIODS:
            period = named(name, months=6)
            mine = counted(figures(party, name))
            theirs = recount(maintenance, party, period.first, period.after)
            seen |= set(theirs)
            wrong |= {key for key in mine.keys() | theirs if mine.get(key) != theirs.get(key)}
    return seen, wrong


def indicators() -> set[str]:
    """Return every indicator of the agreement."""
    interventions = in_force(START.date(), "u_centraal").interventions.values()
    return {each.key for intervention in interventions for each in intervention.indicators}


@pytest.mark.usefixtures("fresh_world")
@pytest.mark.parametrize(
    ("seed", "least"),
    [
        (41, 20),
        *(pytest.param(seed, 150, marks=pytest.mark.full) for seed in range(2, 8)),
    ],
)
def test_an_independent_recount_agrees_in_any_world(
    seed: int, least: int, maintenance: "psycopg.Connection"
) -> None:
    """For every party and period; and of each indicator one mark too many is noticed."""
    assert len(indicators()) == 15
    for number in tales(seed, maintenance):
        if number % 10:
            continue
        seen, wrong = compare(maintenance)
        assert (number, wrong) == (number, set())
        happened = {kind for (kind,) in maintenance.execute(HAPPENED)}
        missing = (indicators() - seen) | (NEEDED - happened)
        if number >= least and not missing:
            break
        assert number < MOST, missing
    for indicator in sorted(indicators()):
        maintenance.execute(ONCE_MORE, [indicator])
        assert indicator in compare(maintenance)[1], indicator


@pytest.mark.usefixtures("people")
def test_counting_the_second_assignment_is_noticed(
    maintenance: "psycopg.Connection", monkeypatch: pytest.MonkeyPatch
) -> None:
    """Planted: whatever counted already counts again."""
    story = told("taken_up")  # before it is planted: what is told once is put back as it was
    assert compare(maintenance)[1] == set()
    monkeypatch.setattr(marks, "_stands", lambda _: False)
    story.step("lead", "reassign", colleague=str(story.as_("other_manager").account))
    assert compare(maintenance)[1] == {"EW-3"}
