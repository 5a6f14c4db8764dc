# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows put straight into the database, past verbs and policies, to build any world whatever."""

import itertools
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
NUMBERS = itertools.count(1)

Connection = psycopg.Connection[tuple[Any, ...]]


def insert(to: Connection, table: str, /, **values: Any) -> int:
    """Insert one row and return its id."""
    statement = sql.SQL("insert into {} ({}) values ({}) returning id").format(
        sql.Identifier(f"records_{table}"),
        sql.SQL(", ").join(map(sql.Identifier, values)),
        sql.SQL(", ").join(map(sql.Placeholder, values)),
    )
    row = to.execute(statement, values).fetchone()
    assert row is not None
    return int(row[0])


def party_ids(to: Connection) -> dict[str, int]:
    """Return the id of each circle by its key."""
    return dict(to.execute("select key, id from records_party").fetchall())


def account(to: Connection) -> int:
    """Add somebody who can sign in."""
    number = next(NUMBERS)
    return insert(
        to,
        "account",
        email=f"row-{number}@voorbeeld.invalid",
        name=f"Rij {number}",
        password="!",
        is_active=True,
        demo=False,
    )


def dwelling(to: Connection, district: str = "overvecht") -> int:
    """Add a dwelling."""
    number = next(NUMBERS)
    return insert(
        to,
        "dwelling",
        match=f"row-{number}",
        postcode="3561ZZ",
        number=number,
        suffix="",
        street="Lindeplein",
        town="Utrecht",
        district=district,
    )


def case(
    to: Connection, intervention: str, stage: str, *, lead: int, district: str = "overvecht"
) -> int:
    """Add a case; the database fills in who takes part as seats are added."""
    return insert(
        to,
        "case",
        reference=f"R-{next(NUMBERS)}",
        agreement="utrecht-2019",
        intervention=intervention,
        stage=stage,
        stage_since=LONG_AGO,
        dwelling_id=dwelling(to, district),
        address="Lindeplein 1",
        place="3561 ZZ Utrecht",
        district=district,
        lead_id=lead,
        opened_at=LONG_AGO,
        outcome="",
        version=1,
        party_ids=[],
        excluded_ids=[],
    )


def seat(to: Connection, case_id: int, party: int, role: str, **more: Any) -> int:
    """Add an involvement; ``more`` may say whose, since and until when."""
    values = {"account_id": None, "since": LONG_AGO, "until": None, **more}
    return insert(to, "involvement", case_id=case_id, party_id=party, role=role, **values)


def entry(
    to: Connection, case_id: int, category: str, party: int, recipients: Collection[int] = ()
) -> int:
    """Add a note of one category."""
    return insert(
        to,
        "entry",
        case_id=case_id,
        kind="note",
        key="note",
        category=category,
        values=Jsonb({"text": "x"}),
        party_id=party,
        account_id=None,
        recipient_ids=list(recipients),
        at=LONG_AGO,
    )


def fact(to: Connection, case_id: int, category: str, party: int) -> int:
    """Add a fact of one category."""
    values = {"kind": "fact", "key": "fact", "values": Jsonb({"value": "x"})}
    return insert(
        to,
        "entry",
        case_id=case_id,
        category=category,
        party_id=party,
        account_id=None,
        recipient_ids=[],
        at=LONG_AGO,
        **values,
    )


def person(to: Connection, category: str, party: int, **place: int) -> int:
    """Add somebody to a case or a report."""
    return insert(
        to,
        "person",
        **place,
        party_id=party,
        role=category,
        category=category,
        name="Fictief",
        phone="",
        email="",
        may_phone=False,
        may_voicemail=False,
        may_post=False,
        may_email=False,
        contact_note="",
    )


def report(
    to: Connection, *, reporter: int, judge: int, by: int, proposed: str, **more: Any
) -> int:
    """Add a report that is not decided on."""
    values = {
        "reference": f"R-{next(NUMBERS)}",
        "agreement": "utrecht-2019",
        "received_at": LONG_AGO,
        "received_on": LONG_AGO.date(),
        "dwelling_id": dwelling(to),
        "address": "Lindeplein 1",
        "place": "3561 ZZ Utrecht",
        "complainant_address": "",
        "district": "overvecht",
        "tenure": "social_rent",
        "answers": Jsonb({}),
        "decided": "",
        "reason": "",
        "version": 1,
        "excluded_ids": [],
        **more,
    }
    return insert(
        to,
        "report",
        reporter_id=reporter,
        judge_id=judge,
        reported_by_id=by,
        proposed=proposed,
        party_ids=sorted({reporter, judge}),
        **values,
    )
