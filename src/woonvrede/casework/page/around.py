# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything small that hangs on a case, in one question to the database."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from ...access.actor import Actor
from ...access.door import known_to, note_list
from ...access.rights import told_by
from ...agreement.vocabulary import PROCESS
from ...records.case import Involvement

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
# In which stages it was, by their labels, and whether some may have other ones by now.
STAGES = """
    select 'stages', jsonb_build_object('id', e.id,
        'labels', jsonb_build_array(e.facts ->> 'origin', e.facts ->> 'to', e.facts ->> 'stage'),
        'renamed', e.kind = 'MovedToAgreement')
    from records_event e
    where e.case_id = %(case)s and e.kind in ('Moved', 'MovedToAgreement')
"""
# Which cases were opened from it, by number alone: what they are is for ``linked_to`` to tell.
OPENED = """
    select 'opened', jsonb_build_object('id', id, 'other', other_id)
    from records_link where case_id = %(case)s
"""
# Whither somebody was referred outside, with what kinds of data: no value stands in an event.
REFERRED = """
    select 'referral', to_jsonb(e) - 'personal'
    from records_event e where e.case_id = %(case)s and e.kind = 'ReferredOutside'
"""
# Of a photo that it is there: what is on it is fetched one at a time.
PHOTOS = """
    select 'photo', jsonb_build_object('id', id, 'category', category, 'at', at)
    from records_photo where case_id = %(case)s
"""
# By the index from either side, and then the seats in those few cases: see among.py.
LINKED = """
    records_involvement.case_id = any (array(
        select other_id from records_link where case_id = %s
        union all select case_id from records_link where other_id = %s))
"""
QUERY = " union all ".join([*QUERIES, REPORTS, STAGES, OPENED, REFERRED, PHOTOS])

Around = Mapping[str, list[dict[str, Any]]]


def around(case: int) -> Around:
    """
    Return the tasks, terms, permissions, requests, consents and reports of a case, the stages in
    which it was, the cases opened from it and whither somebody was referred, by kind, in order of
    entry.  Row-level security applies; rights are the reader's to ask.
    """
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(QUERY, {"case": case})
        for kind, row in cursor.fetchall():
            found[kind].append(json.loads(row))
    for rows in found.values():
        rows.sort(key=lambda row: row["id"])
    return found


def linked_to(case: int, *, actor: Actor, at: datetime) -> Sequence[Involvement]:
    """
    Return the actor's seats in the linked cases of which they may know as well; writes down that
    they do.
    """
    linked = RawSQL(LINKED, [case] * 2, BooleanField())  # noqa: S611 - as in the door
    seats = list(known_to(actor, at=at).filter(linked).select_related("case"))
    note_list(actor, "case:links", cases=told_by(seats, PROCESS))
    return seats
