# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a report of one's own tells, by whatever statement, of a case that one may not know."""

import pytest
from psycopg import errors

from tests.access import rows
from tests.access.furnished import House
from tests.access.looking import APP, Settings, refused, sample, speaking_as
from tests.access.rows import Connection, insert

NO_CASE = 2**40


@pytest.fixture
def own(house: House, administrator: Connection) -> tuple[Settings, int]:
    """The police, with a report that they made; no case of the house is theirs to know."""
    police, account = rows.party_ids(administrator)["politie"], rows.account(administrator)
    report = rows.report(
        administrator, reporter=police, judge=police, by=account, proposed="last_chance"
    )
    return {"app.party": police, "app.account": account}, report


def test_no_report_is_moved_to_a_case_that_is_hidden_or_not_there(
    house: House, own: tuple[Settings, int], administrator: Connection
) -> None:
    """Both answer the same; the case would tell who is excluded from it."""
    settings, report = own
    ask = "update records_report set case_id = %s where id = %s returning excluded_ids"
    said = set()
    with speaking_as(APP, settings, administrator):
        for case in (house.ours.case, NO_CASE):
            with pytest.raises(errors.InsufficientPrivilege) as no, administrator.transaction():
                administrator.execute(ask, [case, report])
            said.add(str(no.value))
        assert administrator.execute(ask, [None, report]).fetchall() == [([],)]
    assert len(said) == 1


def test_no_report_begins_in_a_case(
    house: House, own: tuple[Settings, int], administrator: Connection
) -> None:
    settings, report = own
    found = administrator.execute(
        "select dwelling_id, reporter_id from records_report where id = %s", [report]
    ).fetchone()
    assert found is not None
    row = sample("records_report", house.ours, administrator) | {
        "dwelling_id": found[0],
        "complainant_dwelling_id": None,
        "reporter_id": found[1],
        "judge_id": found[1],
        "party_ids": [found[1]],
        "reported_by_id": settings["app.account"],
        "excluded_ids": [],
    }
    with speaking_as(APP, settings, administrator):
        for case in (house.ours.case, NO_CASE):
            with refused(administrator):
                insert(administrator, "report", **row | {"reference": "R-new", "case_id": case})
        insert(administrator, "report", **row | {"reference": "R-new", "case_id": None})
