# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Copies what an agreement gives into the database, so that SQL reads the same policy."""

import hashlib
from pathlib import Path

from django.db import transaction

from ..agreement.book import Agreement
from ..agreement.read import read
from ..records.party import Party
from ..records.right import Published, Right
from .books import books
from .given import given


@transaction.atomic
def publish(folder: Path) -> Agreement:
    """
    Make one agreement's parties and rights those of the database; again is harmless.

    Needs the owner of the database.

    :raises Unreadable: if the folder does not hold an agreement
    """
    agreement = read(folder)
    _publish_parties(agreement)
    Right.objects.filter(agreement=agreement.key).delete()
    Right.objects.bulk_create(rows(agreement))
    Published.objects.update_or_create(
        key=agreement.key,
        defaults={
            "digest": digest(agreement),
            "since": agreement.term.since,
            "until": agreement.term.until,
        },
    )
    return agreement


def rows(agreement: Agreement) -> list[Right]:
    """Return the rights of an agreement as rows, each once."""
    functions = {role.key: list(role.functions) for role in agreement.roles}
    found = {}
    for intervention in agreement.interventions.values():
        for right in given(intervention):
            key = (right.intervention, right.stage, right.role, right.verb, right.thing, right.only)
            found[key] = Right(
                agreement=agreement.key,
                intervention=right.intervention,
                stage=right.stage,
                role=right.role,
                verb=right.verb,
                thing=right.thing,
                only=right.only,
                functions=functions[right.role],
                because=right.because,
            )
    return list(found.values())


def digest(agreement: Agreement) -> str:
    """Return a hash of everything an agreement says."""
    return hashlib.sha256(agreement.model_dump_json().encode()).hexdigest()


def stale() -> list[str]:
    """Return the agreements whose rights in the database are not those of the books."""
    published = dict(Published.objects.values_list("key", "digest"))
    return [key for key, each in books().items() if published.get(key) != digest(each)]


def _publish_parties(agreement: Agreement) -> None:
    for key, label in agreement.labels["parties"].items():
        Party.objects.update_or_create(key=key, defaults={"label": label, "of": None})
    for unit in agreement.units:
        legal = Party.objects.get(key=unit.of)
        Party.objects.update_or_create(key=unit.key, defaults={"label": unit.label, "of": legal})
