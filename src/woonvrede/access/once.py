# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same form twice does one thing."""

from collections.abc import Callable
from datetime import datetime

from ..records.once import Once
from .actor import Actor


def use_up(actor: Actor, key: str, do: Callable[[], str], *, at: datetime) -> str:
    """
    Do something once per key, and return where its answer points.

    The key is written first: a second click waits here for the first, and is used up only when
    the first succeeded, because a refusal undoes the whole transaction.

    :raises IntegrityError: if the key was used up; then ask :func:`answered`
    """
    used = Once.objects.create(account_id=actor.account, key=key, answer="", at=at) if key else None
    answer = do()
    if used is not None:
        used.answer = answer
        used.save(update_fields=["answer"])
    return answer


def answered(actor: Actor, key: str) -> str | None:
    """Return where the answer to a used-up key pointed."""
    found = Once.objects.filter(account=actor.account, key=key)
    return found.values_list("answer", flat=True).first()
