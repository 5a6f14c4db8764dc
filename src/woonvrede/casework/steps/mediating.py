# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How often a neighbour is asked, and when mediators call again: what three guards judge (§3.1).

The numbers are parameters of the agreement; one that has none of them sets no limit.
"""

from datetime import date
from itertools import takewhile

from ...agreement.vocabulary import AFTERCARE_FROM, AFTERCARE_UNTIL, MOST_ATTEMPTS
from ..page.dutch import in_words
from ..terms.lengths import last_day
from .situation import Situation

TRIED_TOO_LITTLE = "Er is nog niet vaak genoeg zonder antwoord contact gezocht."


def asked_enough(situation: Situation) -> bool:
    """Did the last attempts, as many as parties agreed, all bring no answer?"""
    most = situation.number(MOST_ATTEMPTS)
    return most is not None and _unanswered(situation) >= most.value


def said_enough(situation: Situation) -> str:
    """Say that nobody asks again, and what to do instead."""
    return (
        f"Er is {_unanswered(situation)} keer geprobeerd, zonder antwoord. Vraag het niet nog een "
        "keer: sluit af, of laat de casus afsluiten. Neemt de andere buur zelf contact op? Leg dan "
        "vast wat die wil."
    )


def never_answered(situation: Situation) -> bool:
    """Were there attempts, none of which brought an answer, and is no answer recorded either?"""
    tried = len(situation.rows("attempts"))
    silent = situation.values.get("answer_b") in (None, "no_contact")
    return silent and 0 < tried == _unanswered(situation)


def when_to_call(situation: Situation) -> str:
    """Say why aftercare cannot be recorded as of that day, and what to do; nothing if it can."""
    held, called = (_day(situation, key) for key in ("mediation_on", "aftercare_on"))
    if held is None:
        return "Vul eerst in op welke dag de bemiddeling was."
    if called is None:
        return "Vul ook in op welke dag u de buren belde."
    first, last = (situation.number(key) for key in (AFTERCARE_FROM, AFTERCARE_UNTIL))
    if first and called < (since := last_day(held, first)):
        return (
            f"De bemiddeling was op {in_words(held)}. Bel de buren niet eerder dan "
            f"{in_words(since)}: dan pas is te zeggen of het helpt."
        )
    if last and called > (until := last_day(held, last)):
        return (
            f"De bemiddeling was op {in_words(held)}, en nazorg kon tot en met "
            f"{in_words(until)}. Laat de nazorg leeg. Leg alleen vast wat de buren ervan vinden, "
            "en laat de casus afsluiten."
        )
    return ""


def _unanswered(situation: Situation) -> int:
    """Count the attempts since the last answer; those of one day in the order of writing."""
    tried = sorted(situation.rows("attempts"), key=lambda row: str(row.get("tried_on", "")))
    return len(list(takewhile(lambda row: row.get("result") == "no_answer", reversed(tried))))


def _day(situation: Situation, key: str) -> date | None:
    value = situation.values.get(key)
    return date.fromisoformat(value) if value else None
