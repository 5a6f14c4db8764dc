# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Copies what an agreement gives into the database, so that SQL reads the same policy."""

import hashlib
from pathlib import Path

from django.db import transaction

from ..agreement.apart import keep_apart
from ..agreement.book import Agreement
from ..agreement.read import read
from ..records.party import Party
from ..records.right import Published, Right
from .books import books
from .given import given

OF_A_RIGHT = ("intervention", "stage", "role", "verb", "thing", "only", "functions", "because")


@transaction.atomic
def publish(folder: Path) -> Agreement:
    """
    Make one agreement's parties and rights those of the database; again is harmless.

    Needs the owner of the database.

    :raises Unreadable: if the folder does not hold an agreement
    :raises Entangled: if it has a circle of another partnership of this installation
    """
    agreement = read(folder)
    keep_apart([*(each for each in books().values() if each.key != agreement.key), agreement])
    _publish_parties(agreement)
    Right.objects.filter(agreement=agreement.key).delete()
    Right.objects.bulk_create(rows(agreement))
    Published.objects.update_or_create(
        key=agreement.key,
        defaults={
            "partnership": agreement.partnership,
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
    """
    Return the agreements of which the database does not hold what the books say.

    The rows themselves are compared, in three questions per agreement: a right that was changed,
    added or taken away behind our back has no digest to betray it.
    """
    return [key for key, each in books().items() if not _is_published(each)]


def _is_published(agreement: Agreement) -> bool:
    term = agreement.term
    told = (agreement.partnership, digest(agreement), term.since, term.until)
    found = Published.objects.filter(key=agreement.key)
    return (
        list(found.values_list("partnership", "digest", "since", "until")) == [told]
        and _rights_published(agreement)
        and _belonging(agreement).items()
        <= dict(Party.objects.values_list("key", "of__key")).items()
    )


def _rights_published(agreement: Agreement) -> bool:
    said = [[getattr(right, name) for name in OF_A_RIGHT] for right in rows(agreement)]
    found = Right.objects.filter(agreement=agreement.key).values_list(*OF_A_RIGHT)
    return sorted(map(list, found)) == sorted(said)


def _belonging(agreement: Agreement) -> dict[str, str | None]:
    """Return of each circle to which legal party it belongs, if not to itself."""
    own: dict[str, str | None] = dict.fromkeys(agreement.labels["parties"])
    return own | {unit.key: unit.of for unit in agreement.units}


def _publish_parties(agreement: Agreement) -> None:
    for key, label in agreement.labels["parties"].items():
        Party.objects.update_or_create(key=key, defaults={"label": label, "of": None})
    for unit in agreement.units:
        legal = Party.objects.get(key=unit.of)
        Party.objects.update_or_create(key=unit.key, defaults={"label": unit.label, "of": legal})
