# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one letter says: only what the agreement names for it, gathered under the maker's rights."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from ...access.given import SEE
from ...access.refusals import Invalid
from ...access.rights import Standing
from ...agreement.book import Agreement, Fact, Letter, Register
from ...agreement.values import Value, show
from ...agreement.vocabulary import REPORTING_PARTY
from ...agreement.words.letters import FEEDBACK, SOMEBODY
from ...records.person import Person
from ..fields import read_in_case
from ..page.dutch import in_words
from ..story.happenings import ReporterTold
from ..story.timeline import last_told
from .receiving import Receiver, written_to
from .sources import Ready
from .texts.in_force import InForce, texts_in_force
from .wording import line, paragraphs

LABELS = {FEEDBACK: "Hoe het ging"}
NAMING = " en "


@dataclass(frozen=True)
class Content:
    """
    A letter ready to be put on paper: ``data`` is all that the template gets, and nothing else of
    the case is anywhere near it.
    """

    letter: Letter
    receiver: Receiver
    texts: InForce
    data: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """A hash of everything that it says, to tell whether it is what somebody looked at."""
        return hashlib.sha256(json.dumps(self.data, sort_keys=True).encode()).hexdigest()


def content_of(place: Standing, ready: Ready, given: Mapping[str, str], at: datetime) -> Content:
    """
    Return what a letter says when it is made now with what a form gave.

    :raises Invalid: if a question about it was not answered well
    """
    letter, agreement = ready.letter, ready.agreement
    receiver, asked = _answers(place, ready, given, at)
    if receiver.key == SOMEBODY:
        receiver = written_to(asked)
    texts = texts_in_force(agreement, letter, localdate(at))
    values = {**ready.found.values, **asked}
    facts = [*map(ready.within.fact, (*letter.says, *letter.may_say)), *letter.asks]
    said = {
        **_always(place, ready, at),
        **_facts(facts, values, agreement),
        **_names(letter, ready.found.people, values),
        **_feedback(place, letter),
    }
    data = {
        "sender": place.actor.party_name,
        "to": list(receiver.lines),
        "subject": line(texts.texts["subject"], said),
        "blocks": {
            name: [each.as_data() for each in paragraphs(texts.texts[name], said)]
            for name in letter.blocks
        },
        "labels": LABELS | {fact.key: fact.label.rstrip("?") for fact in facts},
        "said": said,
        "yes": sorted(key for key, value in values.items() if value is True),
        "lists": _lists(ready),
    }
    return Content(letter, receiver, texts, data)


def _answers(
    place: Standing, ready: Ready, given: Mapping[str, str], at: datetime
) -> tuple[Receiver, dict[str, Any]]:
    """Return to whom it goes and what was asked about it; every fault is told at once."""
    there, asks = ready.receivers, ready.letter.asks
    to = [each for each in there if len(there) == 1 or each.key == given.get("recipient")]
    nobody = {} if to else {"recipient": "Kies aan wie de brief gaat."}
    needed = [each.key for each in asks if each.required]
    try:
        asked = read_in_case(place, asks, given, needed=needed, day=localdate(at))
    except Invalid as wrong:
        raise Invalid({**nobody, **wrong.errors}) from wrong
    if nobody:
        raise Invalid(nobody)
    return to[0], asked


def _always(place: Standing, ready: Ready, at: datetime) -> dict[str, str]:
    case = place.case
    address = f"{case.address}, {case.place}" if place.allows(SEE, "dwelling") else ""
    return {
        "sender": place.actor.party_name,
        "today": in_words(localdate(at)),
        "reference": case.reference,
        "address": address,
        "purpose": ready.agreement.labels["purposes"][ready.within.purpose],
    }


def _facts(
    facts: Iterable[Fact], values: Mapping[str, Any], agreement: Agreement
) -> dict[str, str]:
    known = [fact for fact in facts if values.get(fact.key) is not None and fact.kind != "person"]
    return {fact.key: show(fact, values[fact.key], agreement) for fact in known}


def _feedback(place: Standing, letter: Letter) -> dict[str, str]:
    """Return what whoever reported heard last: in a letter to them it is said in the same words."""
    if REPORTING_PARTY not in letter.to:
        return {}
    told = last_told(place.case, ReporterTold)
    return {FEEDBACK: str(told["label"])} if told else {}


def _names(letter: Letter, people: Sequence[Person], values: Mapping[str, Any]) -> dict[str, str]:
    """
    Return who is named, by role: only who may be.  One yes is of one person: of several it does
    not say whose it is, so then nobody is named.
    """
    named = {
        role: [each.name for each in people if each.role == role]
        for role, when in letter.names.items()
        if not when or values.get(when) is True
    }
    return {
        role: NAMING.join(names)
        for role, names in named.items()
        if len(names) == 1 or not letter.names[role]
    }


def _lists(ready: Ready) -> dict[str, Any]:
    return {
        register.key: _table(register, ready.found.rows[register.key], ready.agreement)
        for register in map(ready.within.register, ready.letter.lists)
    }


def _table(
    register: Register, rows: Iterable[Mapping[str, Any]], agreement: Agreement
) -> dict[str, Any]:
    columns = [column for column in register.columns if column.kind != "person"]

    def cell(column: Fact, value: Value | None) -> str:
        return "" if value is None else show(column, value, agreement)

    return {
        "label": register.label,
        "heads": [column.label.rstrip("?") for column in columns],
        "rows": [[cell(each, row.get(each.key)) for each in columns] for row in rows],
    }
