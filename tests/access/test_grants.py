# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Exactly what the processes may change: every table and column, against a list written out here.

Policies say which rows; these say what of a row.  Whatever is more, or less, fails by its name.
"""

import pytest

from tests.access.looking import APP, WORKER
from tests.access.rows import Connection
from woonvrede.running.database.roles import KEEPER

# What sign-in and queue write in tables that are not ours.
SIGN_IN_ADDS = {"django_session", "mfa_authenticator", "usersessions_usersession"}
QUEUE = {
    "procrastinate_events",
    "procrastinate_jobs",
    "procrastinate_periodic_defers",
    "procrastinate_workers",
}

ADDS = {
    APP: {
        "records_case",
        "records_consent",
        "records_deadline",
        "records_draft",
        "records_entry",
        "records_exclusion",
        "records_handover",
        "records_imported",
        "records_involvement",
        "records_letterfile",
        "records_lettertext",
        "records_link",
        "records_once",
        "records_permission",
        "records_person",
        "records_photo",
        "records_report",
        "records_savedfilter",
        "records_tally",
        "records_task",
        "records_tenure",
        "records_volunteer",
        "account_emailaddress",
        "procrastinate_events",
        "procrastinate_jobs",
        *SIGN_IN_ADDS,
    },
    WORKER: {"records_deadline", *QUEUE},
    KEEPER: {"records_dwelling", "records_head", "records_seal", "records_unsealed"},
}
# The database gives each line of a log its number, and of a reading its moment.
LOGS = {
    "records_event": (
        "account_id at case_id category digest facts kind party_id personal recipient_ids"
        " report_id salt system"
    ),
    "records_reading": (
        "account action case_ids categories party purposes refused report_ids system why"
    ),
}
ADDS_IN_PART = {
    APP: LOGS,
    WORKER: LOGS,
    KEEPER: {},
}
REMOVES = {
    APP: {
        "records_draft",
        "records_photo",
        "records_savedfilter",
        "records_volunteer",
        *SIGN_IN_ADDS,
    },
    WORKER: {"records_draft", "records_letterfile", *QUEUE},
    KEEPER: {"records_unsealed"},
}
CHANGES = {
    APP: {
        "records_account": "last_login password",
        "records_case": "closed_at due outcome stage stage_since version",
        "records_consent": "withdrawn_on",
        "records_deadline": "counted due ended_at rest",
        "records_draft": "answers at",
        "records_entry": "until",
        "records_handover": "answer answered_at asked_at asked_id reason to",
        "records_involvement": "until",
        "records_once": "answer",
        "records_permission": "answer answered_at answered_by_id reason reminded_at",
        "records_report": (
            "case_id decided decided_at decided_by_id judge_id proposed reason version"
        ),
        "records_task": "finished_at finished_by_id",
        "records_tenure": "until",
        "records_volunteer": (
            "area_match availability hours languages paused phone_match skills street_match"
            " trained_until training version"
        ),
        "django_session": "expire_date session_data",
        "mfa_authenticator": "created_at data last_used_at type user_id",
        "usersessions_usersession": (
            "created_at data ip last_seen_at session_key user_agent user_id"
        ),
    },
    WORKER: {
        "records_case": "agreement due intervention lead_id stage stage_since version",
        "records_deadline": "ended_at escalated_at missed_at",
        "records_involvement": "until",
        "records_person": (
            "contact_note email forgotten_at may_email may_phone may_post may_voicemail name phone"
        ),
    },
    KEEPER: {
        "records_case": "excluded_ids party_ids",
        "records_head": "hash position",
        "records_involvement": (
            "agreement closed due intervention lead_id outcome quiet_since stage"
        ),
        "records_report": "excluded_ids party_ids",
    },
}
# Tables of which every column may change: the queue, which is the worker's own.
CHANGES_WHOLLY = {APP: set(), WORKER: QUEUE, KEEPER: set()}

ROLES = pytest.mark.parametrize("role", [APP, WORKER, KEEPER])


def tables(role: str, verb: str, to: Connection) -> set[str]:
    """Return the tables (and their partitions) with which a role may do this as a whole."""
    found = to.execute(
        "select relname from pg_class where relnamespace = 'public'::regnamespace"
        " and relkind in ('r', 'p', 'v', 'm') and has_table_privilege(%s, oid, %s)",
        [role, verb],
    )
    return {name for (name,) in found.fetchall()}


def columns(role: str, verb: str, to: Connection) -> dict[str, str]:
    """Return the columns with which a role may do this, table by table, where not the whole."""
    found = to.execute(
        "select relname, string_agg(attname, ' ' order by attname) from pg_class c"
        " join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped"
        " where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')"
        " and has_column_privilege(%(role)s, c.oid, attnum, %(verb)s)"
        " and not has_table_privilege(%(role)s, c.oid, %(verb)s) group by relname",
        {"role": role, "verb": verb},
    )
    return dict(found.fetchall())


@ROLES
def test_a_role_adds_rows_to_these_tables_alone(role: str, administrator: Connection) -> None:
    assert tables(role, "insert", administrator) == ADDS[role]
    assert columns(role, "insert", administrator) == ADDS_IN_PART[role]


@ROLES
def test_a_role_removes_rows_of_these_tables_alone(role: str, administrator: Connection) -> None:
    assert tables(role, "delete", administrator) == REMOVES[role]


@ROLES
def test_a_role_changes_these_columns_alone(role: str, administrator: Connection) -> None:
    assert columns(role, "update", administrator) == CHANGES[role]
    assert tables(role, "update", administrator) == CHANGES_WHOLLY[role]


@ROLES
@pytest.mark.parametrize("verb", ["truncate", "references", "trigger"])
def test_no_role_does_anything_else(role: str, verb: str, administrator: Connection) -> None:
    assert tables(role, verb, administrator) == set()
