# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What a verb leaves only whole: each question selects the references of what is there by half.

``DONE_TWICE`` does so for what must be there once.  Who asks must see all rows.
"""

from collections.abc import Iterator, Mapping
from typing import LiteralString

import psycopg

from woonvrede.access.books import book
from woonvrede.agreement.book import Indicator, Intervention
from woonvrede.casework.story.happenings import KINDS

Questions = Mapping[str, LiteralString]

BY_HALF: Questions = {
    "a case that nobody opened": """
        select reference from records_case c where not exists
            (select from records_event where case_id = c.id and kind = 'Opened')""",
    "a case out of nowhere": """
        select reference from records_case c
        where not exists (select from records_report where case_id = c.id)
        and not exists (select from records_link where other_id = c.id)""",
    "a case whose lead takes no part": """
        select reference from records_case c where not exists
            (select from records_involvement where case_id = c.id and party_id = c.lead_id)""",
    "a list that tells another stage than the case": """
        select reference from records_case c join records_involvement i on i.case_id = c.id
        where i.until is null
        and (i.stage, i.closed) is distinct from (c.stage, c.closed_at is not null)""",
    "a closing without its event, or an event without its closing": """
        select reference from records_case c where (closed_at is not null) <>
            (select count(*) filter (where kind = 'Closed')
                > count(*) filter (where kind = 'Reopened')
             from records_event where case_id = c.id)""",
    "a report that nobody made": """
        select reference from records_report r where not exists
            (select from records_event where report_id = r.id and kind = 'Reported')""",
    "a decision without its event or its case": """
        select reference from records_report r where decided <> '' and not exists
            (select from records_event where report_id = r.id
             and (kind in ('NoRouteFits', 'ReferredOutside')
                  or kind = 'RouteDecided' and r.case_id is not null))""",
    "a hand-over that was accepted without its case": """
        select reference from records_handover h join records_case c on c.id = h.case_id
        where h.answer = 'accepted' and not exists
            (select from records_link l join records_case o on o.id = l.other_id
             where l.case_id = h.case_id and o.intervention = h.to)""",
    "a hand-over without its event": """
        select reference from records_handover h join records_case c on c.id = h.case_id
        where not exists
            (select from records_event where case_id = c.id and kind = 'HandOverAsked')
        or h.answer = 'accepted' and not exists
            (select from records_event where case_id = c.id and kind = 'HandOverAccepted')""",
    "a question about permission without its event": """
        select reference from records_permission p join records_case c on c.id = p.case_id
        where not exists
            (select from records_event where case_id = c.id and kind = 'PermissionAsked')
        or p.answer = 'granted' and not exists
            (select from records_event where case_id = c.id and kind = 'PermissionGranted')""",
    "a term that passed without its event": """
        select reference from records_case c where
            (select count(missed_at) from records_deadline where case_id = c.id) >
            (select count(*) from records_event where case_id = c.id and kind = 'DeadlineMissed')
        """,
    "a photo without its event, or one that is left in a closed case": """
        select reference from records_case c where
            (select count(*) from records_photo where case_id = c.id) <>
            (select count(*) filter (where kind = 'PhotoAdded')
                - coalesce(sum((facts->>'number')::int) filter (where kind = 'PhotosRemoved'), 0)
             from records_event where case_id = c.id)
        or closed_at is not null
            and exists (select from records_photo where case_id = c.id)""",
    "a form that was used up without an answer": "select key from records_once where answer = ''",
    "a draft of a report that was sent": """
        select o.key from records_draft d
        join records_once o on o.account_id = d.account_id and o.key = d.key""",
}

DONE_TWICE: Questions = {
    "a case that was opened twice": """
        select c.reference from records_event e join records_case c on c.id = e.case_id
        where kind = 'Opened' group by 1 having count(*) > 1""",
    "a report that was decided on twice": """
        select r.reference from records_event e join records_report r on r.id = e.report_id
        where kind = 'RouteDecided' group by 1 having count(*) > 1""",
    "a case that was handed over twice": """
        select c.reference from records_link l join records_case c on c.id = l.case_id
        join records_case o on o.id = l.other_id
        group by c.reference, o.intervention having count(*) > 1""",
    "a mark that counts twice": """
        select unit || ' ' || indicator from records_tally
        group by 1 having sum(sign) > 1""",
    "a term that runs twice": """
        select reference || ' ' || key from records_deadline d
        join records_case c on c.id = d.case_id where ended_at is null
        group by 1 having count(*) > 1""",
    "a term that passed twice": """
        select reference from records_case c where
            (select count(missed_at) from records_deadline where case_id = c.id) <
            (select count(*) from records_event where case_id = c.id and kind = 'DeadlineMissed')
        """,
}

CASES = """
    select c.id, reference, agreement, intervention, stage, outcome,
        (select facts->>'to' from records_event e
         where e.case_id = c.id and e.kind = 'Moved' order by e.id desc limit 1),
        array(select key from records_deadline d where d.case_id = c.id)
    from records_case c"""
COUNTED = """
    select e.kind, coalesce(c.agreement, r.agreement), coalesce(c.intervention, r.decided),
        coalesce(c.reference, r.reference), coalesce(c.outcome, ''),
        array(select t.indicator from records_tally t
              where t.case_id = e.case_id or t.report_id = e.report_id)
    from records_event e
    left join records_case c on c.id = e.case_id left join records_report r on r.id = e.report_id
    where e.kind = any(%s)"""


def answers(questions: Questions, asked: "psycopg.Connection") -> Iterator[str]:
    """Return a line for each row that a question selects."""
    for title, question in questions.items():
        yield from (f"{title}: {found}" for (found,) in asked.execute(question))


def half_done(asked: "psycopg.Connection") -> Iterator[str]:
    """Return a line for each thing that was done by half."""
    yield from answers(BY_HALF, asked)
    for _, reference, agreement, key, stage, _, moved_to, terms in asked.execute(CASES):
        described = book(agreement).interventions[key]
        if moved_to not in (None, described.stage(stage).label):
            yield f"a stage without its event: {reference}"
        if moved_to is None and stage != described.start:
            yield f"a stage without its event: {reference}"
        for term in sorted(_terms(described, stage) - set(terms)):
            yield f"a case without its term: {reference} {term}"
    kinds = [kind for kind, happening in KINDS.items() if happening.counts]
    for kind, agreement, key, reference, outcome, marks in asked.execute(COUNTED, [kinds]):
        described = book(agreement).interventions[key]
        for indicator in described.indicators:
            counts = indicator.counts == KINDS[kind].counts and _fits(indicator, described, outcome)
            if counts and indicator.key not in marks:
                yield f"an event without its mark: {reference} {kind} {indicator.key}"


def _terms(described: Intervention, stage: str) -> set[str]:
    """Return the terms that begin with a stage, whatever was recorded before."""
    terms = (term for term in described.deadlines if not (term.when or term.dated_by))
    return {term.key for term in terms if stage in term.stages}


def _fits(indicator: Indicator, described: Intervention, outcome: str) -> bool:
    """Does such an event always count?  For an order it does only if one was given."""
    if indicator.unit == "order":
        return False
    ended = next((each.success for each in described.outcomes if each.key == outcome), None)
    return indicator.success is None or ended is indicator.success
