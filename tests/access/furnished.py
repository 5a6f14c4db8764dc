# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two worlds beside each other, each with a row in every table that hangs on a case or a report."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from psycopg.types.json import Jsonb

from tests.access import rows
from tests.access.rows import LONG_AGO, Connection, insert


@dataclass(frozen=True)
class Side:
    """What one party has: an account, one that is excluded, a case, a report and a dwelling."""

    party: int
    account: int
    excluded: int
    case: int
    report: int
    home: int


@dataclass(frozen=True)
class House:
    """Ours, and theirs, of which we may know nothing."""

    ours: Side
    theirs: Side


def furnish(to: Connection) -> House:
    """Make both sides, past verbs and policies."""
    ids = rows.party_ids(to)
    return House(_side(to, ids["portaal"]), _side(to, ids["bo_ex"]))


def _side(to: Connection, party: int) -> Side:
    account, excluded = rows.account(to), rows.account(to)
    case = rows.case(to, "severe_nuisance", "closed", lead=party)
    other = rows.case(to, "last_chance", "considered", lead=party)
    for each in (case, other):
        rows.seat(to, each, party, "landlord")
    report = rows.report(
        to,
        reporter=party,
        judge=party,
        by=account,
        proposed="last_chance",
        excluded_ids=[excluded],
        complainant_dwelling_id=rows.dwelling(to),
    )
    joined = rows.report(
        to, reporter=party, judge=party, by=account, proposed="severe_nuisance", case_id=case
    )
    rows.person(to, "resident", party, report_id=joined)
    person = rows.person(to, "resident", party, case_id=case)
    for place in ({"case_id": case}, {"report_id": report}):
        event = insert(to, "event", **place, **_event(party, account))
        insert(to, "tally", **place, **_tally(event, party))
    rows.person(to, "complainant", party, report_id=report)
    rows.entry(to, case, "approach", party)
    rows.fact(to, case, "approach", party)
    insert(to, "letterfile", case_id=case, category="approach", pdf=b"x", at=LONG_AGO)
    insert(to, "exclusion", case_id=case, account_id=excluded, reason="family", since=LONG_AGO)
    insert(
        to,
        "handover",
        case_id=case,
        to="last_chance",
        asked_id=party,
        asked_at=LONG_AGO,
        answer="",
        reason="",
    )
    insert(to, "link", case_id=case, other_id=other, since=LONG_AGO)
    insert(to, "permission", case_id=case, party_id=party, asked_at=LONG_AGO, answer="", reason="")
    insert(
        to,
        "consent",
        case_id=case,
        person_id=person,
        role="youth_team",
        given_on=LONG_AGO,
        recorded_by_id=account,
    )
    insert(
        to,
        "task",
        case_id=case,
        title="x",
        category="approach",
        party_id=party,
        giver_id=party,
        given_at=LONG_AGO,
        due=LONG_AGO,
    )
    shown = {"category": "health", "account_id": account, "at": LONG_AGO, "content": b"x"}
    insert(to, "photo", case_id=case, party_id=party, **shown)
    insert(
        to,
        "deadline",
        case_id=case,
        key="review",
        owner="landlord",
        started_at=LONG_AGO,
        due=LONG_AGO,
    )
    found = to.execute("select dwelling_id from records_case where id = %s", [case]).fetchone()
    assert found is not None
    home = int(found[0])
    insert(to, "tenure", dwelling_id=home, kind="social_rent", landlord_id=party, since=LONG_AGO)
    insert(to, "once", account_id=account, key="k", digest="", answer="/", at=LONG_AGO)
    for key, at in (("k", LONG_AGO), ("young", datetime.now(UTC))):
        mine = {"account_id": account, "party_id": party}
        insert(to, "draft", **mine, key=key, answers=Jsonb({}), at=at)
    insert(to, "imported", party_id=party, digest="d", at=LONG_AGO)
    kept = {"name": "x", "codes": "", "shared": False, "at": LONG_AGO}
    insert(to, "savedfilter", account_id=account, party_id=party, **kept)
    home_codes = {"street_match": "s", "area_match": "a", "phone_match": "", "version": 1}
    known = {"role": "landlord", "training": "x", "trained_until": LONG_AGO, "hours": 1}
    insert(
        to,
        "volunteer",
        party_id=party,
        account_id=account,
        paused=False,
        **{name: ["x"] for name in ("skills", "languages", "availability")},
        **known,
        **home_codes,
    )
    _reading(to, party, account)
    return Side(party, account, excluded, case, report, home)


def _reading(to: Connection, party: int, account: int) -> None:
    """In whose name it is written is all that a wall can tell of it."""
    insert(
        to,
        "reading",
        account=account,
        party=party,
        system="",
        action="case",
        case_ids=[],
        report_ids=[],
        categories=[],
        purposes=[],
        why="",
        refused=False,
    )


def _event(party: int, account: int) -> dict[str, Any]:
    return {
        "kind": "Opened",
        "category": "process",
        "at": LONG_AGO,
        "party_id": party,
        "account_id": account,
        "system": "",
        "facts": Jsonb({}),
        "personal": Jsonb({}),
        "recipient_ids": [],
        "salt": "",
        "digest": "",
    }


def _tally(event: int, party: int) -> dict[str, Any]:
    return {
        "event_id": event,
        "agreement": "utrecht-2019",
        "indicator": "EW-1",
        "party_id": party,
        "day": LONG_AGO,
        "unit": "x",
        "part": "",
        "sign": 1,
    }
