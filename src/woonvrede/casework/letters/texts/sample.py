# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A letter with made-up content, to see how texts look: nothing of any case."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ....agreement.book import Agreement, Fact, Intervention, Letter, Texts
from ....agreement.words.letters import FEEDBACK
from ...page.dutch import in_words
from ..content import LABELS
from ..wording import line, paragraphs

RECEIVER = ("Sam Voorbeeld", "Voorbeeldstraat 1", "1234 ZZ Voorbeeldstad")
SENDER, REFERENCE = "Naam van uw organisatie", "2026-VOOR-BD"


def sample(agreement: Agreement, letter: Letter, texts: Texts, day: date) -> Mapping[str, Any]:
    """Return what a template gets, with the label of each thing in the place of what it holds."""
    within = next(each for each in agreement.interventions.values() if letter in each.letters)
    facts = [*map(within.fact, (*letter.says, *letter.may_say)), *letter.asks]
    said = {
        "sender": SENDER,
        "today": in_words(day),
        "reference": REFERENCE,
        "address": ", ".join(RECEIVER[1:]),
        "purpose": agreement.labels["purposes"][within.purpose],
        **{fact.key: f"[{fact.label.rstrip('?')}]" for fact in facts},
        FEEDBACK: "[Hoe het ging]",
        **{role: f"[{agreement.labels['person_roles'][role]}]" for role in letter.names},
    }
    blocks = ((name, paragraphs(texts[name], said)) for name in letter.blocks)
    return {
        "sender": SENDER,
        "to": list(RECEIVER),
        "subject": line(texts["subject"], said),
        "blocks": {name: [each.as_data() for each in found] for name, found in blocks},
        "labels": LABELS | {fact.key: fact.label.rstrip("?") for fact in facts},
        "said": said,
        "yes": sorted([*(fact.key for fact in facts), *filter(None, letter.names.values())]),
        "lists": {key: _list(within, key) for key in letter.lists},
    }


def _list(within: Intervention, key: str) -> dict[str, Any]:
    register = within.register(key)
    columns: list[Fact] = [column for column in register.columns if column.kind != "person"]
    heads = [column.label.rstrip("?") for column in columns]
    return {"label": register.label, "heads": heads, "rows": [[f"[{head}]" for head in heads]]}
