# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must be known of the answer to who asks about their own data (AVG art. 12): one guard."""

from datetime import date

from ...agreement.vocabulary import REQUEST_LONGEST
from ..page.dutch import in_words
from ..terms.lengths import last_day
from .situation import Situation

GRANTED = "granted"


def what_lacks(situation: Situation) -> str:
    """Say what must be known besides, or is promised too late; nothing if all is well."""
    values = situation.values
    received, until = (_day(situation, key) for key in ("request_received_on", "request_until"))
    decision, decided = values.get("request_decision"), values.get("request_decided_on")
    if received is None:
        return "Vul eerst in op welke dag het verzoek kwam."
    if values.get("request_lengthened_on") and until is None:
        return "Vul ook in tot en met welke dag het verzoek is verlengd."
    longest = situation.number(REQUEST_LONGEST)
    if until and longest and until > (last := last_day(received, longest, statutory=True)):
        return f"Het antwoord moet er uiterlijk op {in_words(last)} zijn. Kies een eerdere dag."
    if bool(decision) != bool(decided):
        return "Vul het besluit op het verzoek in, en ook de dag daarvan."
    waits_or_no = until if not decision else decision != GRANTED
    if waits_or_no and not values.get("request_reason"):
        return "Vul ook in waarom: wie nee krijgt of moet wachten, heeft recht op de reden."
    return ""


def request_explained(situation: Situation) -> bool:
    """Has a decision its day, a lengthening its last day, in time, and each its reason?"""
    return not what_lacks(situation)


def _day(situation: Situation, key: str) -> date | None:
    value = situation.values.get(key)
    return date.fromisoformat(value) if value else None
