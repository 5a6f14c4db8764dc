# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything small that hangs on a case, in one question to the database."""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.db import connection

THINGS = ("task", "deadline", "permission", "handover", "consent")

QUERIES = [
    f"select '{thing}', to_jsonb(t) from records_{thing} t where t.case_id = %(case)s"  # noqa: S608
    for thing in THINGS
]
# Of a report also who made it, who need not take part.
REPORTS = """
    select 'report', to_jsonb(t) || jsonb_build_object('reporter', p.label)
    from records_report t join records_party p on p.id = t.reporter_id where t.case_id = %(case)s
"""
QUERY = " union all ".join([*QUERIES, REPORTS])

Around = Mapping[str, list[dict[str, Any]]]


def around(case: int) -> Around:
    """
    Return the tasks, terms, permissions, requests, consents and reports of a case, by kind, in
    order of entry.  Row-level security applies; rights are the reader's to ask.
    """
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(QUERY, {"case": case})
        for kind, row in cursor.fetchall():
            found[kind].append(json.loads(row))
    for rows in found.values():
        rows.sort(key=lambda row: row["id"])
    return found
