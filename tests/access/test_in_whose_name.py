# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nobody writes an event in another's name, or a mark that such an event did not make."""

from typing import Any

from psycopg.types.json import Jsonb

from tests.access import rows
from tests.access.furnished import House
from tests.access.looking import APP, WORKER, Settings, refused, speaking_as
from tests.access.rows import Connection, insert
from tests.world import told

EVENT: dict[str, Any] = {
    "kind": "Opened",
    "category": "process",
    "at": rows.LONG_AGO,
    "system": "",
    "facts": Jsonb({}),
    "personal": Jsonb({}),
    "recipient_ids": [],
    "salt": "",
    "digest": "",
}
MARK = {
    "agreement": "utrecht-2019",
    "indicator": "EW-1",
    "day": rows.LONG_AGO,
    "unit": "x",
    "part": "",
    "sign": 1,
}


def us(house: House) -> Settings:
    return {"app.party": house.ours.party, "app.account": house.ours.account}


def test_an_event_in_our_case_is_in_our_name(house: House, administrator: Connection) -> None:
    ours, theirs = house.ours, house.theirs
    own = {"party_id": ours.party, "account_id": ours.account}
    with speaking_as(APP, us(house), administrator):
        for place in ({"case_id": ours.case}, {"report_id": ours.report}):
            insert(administrator, "event", **EVENT, **own, **place)
            for wrong in (
                {"party_id": theirs.party},
                {"account_id": theirs.account},
                {"party_id": None},
                {"account_id": None},
                {"system": "term_passes"},
            ):
                with refused(administrator):
                    insert(administrator, "event", **{**EVENT, **own, **place, **wrong})


def test_a_job_writes_in_its_own_name_alone(house: House, administrator: Connection) -> None:
    ours = house.ours
    told: Settings = {"app.case": ours.case, "app.system": "term_passes"}
    own = {"case_id": ours.case, "system": "term_passes"}
    with speaking_as(WORKER, told, administrator):
        insert(administrator, "event", **{**EVENT, **own})
        for wrong in (
            {"party_id": ours.party},
            {"account_id": ours.account},
            {"system": ""},
            {"system": "another"},
            {"case_id": house.theirs.case},
        ):
            with refused(administrator):
                insert(administrator, "event", **{**EVENT, **own, **wrong})


def test_a_mark_hangs_on_an_event_of_ours(house: House, administrator: Connection) -> None:
    """Not on what another party did in our case, nor on an event about something else."""
    ours, theirs = house.ours, house.theirs
    rows.seat(administrator, ours.case, theirs.party, "landlord")
    elsewhere = rows.case(administrator, "severe_nuisance", "closed", lead=ours.party)
    rows.seat(administrator, elsewhere, ours.party, "landlord")
    by_us = {**EVENT, "party_id": ours.party, "account_id": ours.account}
    by_them = {**EVENT, "party_id": theirs.party, "account_id": theirs.account}
    own = insert(administrator, "event", **by_us, case_id=ours.case)
    mark = {**MARK, "event_id": own, "party_id": ours.party, "case_id": ours.case}
    with speaking_as(APP, us(house), administrator):
        insert(administrator, "tally", **mark)
    for event in (
        insert(administrator, "event", **by_them, case_id=ours.case),
        insert(administrator, "event", **by_us, case_id=elsewhere),
        insert(administrator, "event", **by_us, report_id=ours.report),
    ):
        with speaking_as(APP, us(house), administrator), refused(administrator):
            insert(administrator, "tally", **{**mark, "event_id": event})
    with speaking_as(APP, us(house), administrator), refused(administrator):
        insert(administrator, "tally", **mark, report_id=ours.report)


def test_a_mark_counts_for_a_legal_party_that_has_to_do_with_it(
    house: House, administrator: Connection
) -> None:
    """Also for one that acts not itself; for a circle's legal party, and never for the circle."""
    ids = rows.party_ids(administrator)
    case = house.ours.case
    rows.seat(administrator, case, ids["u_centraal_casemanagement"], "case_lead")
    by_us = {**EVENT, "party_id": house.ours.party, "account_id": house.ours.account}
    event = insert(administrator, "event", **by_us, case_id=case)
    mark = {**MARK, "event_id": event, "case_id": case}
    with speaking_as(APP, us(house), administrator):
        insert(administrator, "tally", **mark, party_id=ids["u_centraal"])
        for party in ("u_centraal_casemanagement", "bo_ex", "politie"):
            with refused(administrator):
                insert(administrator, "tally", **mark, party_id=ids[party])


def test_the_story_writes_each_event_in_the_name_of_who_acts(
    people: None, administrator: Connection
) -> None:
    """What is refused above is no hindrance to any verb."""
    told("closed")
    named = administrator.execute(
        "select bool_and(party_id is not null and account_id is not null), count(*) > 10"
        " from records_event"
    ).fetchone()
    assert named == (True, True)
