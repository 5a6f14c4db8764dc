# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same form twice does one thing; other answers in the same form are not the same."""

import hmac
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from ..records.once import Once
from .actor import Actor
from .keyed import keyed
from .refusals import Refused

WITHOUT_KEY = (
    "Dit formulier is niet verstuurd, want het mist zijn kenmerk. Kijk het na en verstuur het "
    "opnieuw."
)
OTHERWISE = (
    "Dit formulier hebt u al verstuurd, met andere antwoorden. Die zijn opgeslagen. Kijk na wat u "
    "nu invulde, en verstuur het opnieuw als u dat ook wilt opslaan."
)


def digest_of(address: str, given: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return a keyed hash of what was sent where; what was typed cannot be guessed back."""
    said = json.dumps([address, sorted((name, list(values)) for name, values in given)])
    return keyed(said)


def use_up(actor: Actor, key: str, do: Callable[[], str], *, digest: str, at: datetime) -> str:
    """
    Do something once per key, and return where its answer points.

    The key is written first: a second click waits here for the first, and is used up only when
    the first succeeded, because a refusal undoes the whole transaction.

    :raises IntegrityError: if the key was used up; then ask :func:`repeated`
    :raises Refused: if there is no key; what may not be done for another reason says that first
    """
    if not key:
        do()
        raise Refused(WITHOUT_KEY)
    used = Once.objects.create(account_id=actor.account, key=key, digest=digest, answer="", at=at)
    used.answer = do()
    used.save(update_fields=["answer"])
    return used.answer


def repeated(actor: Actor, key: str, *, digest: str) -> str | None:
    """
    Return where the answer to the same form pointed; None if its key was never used up.

    :raises Refused: if it was used up with other answers
    """
    found = Once.objects.filter(account=actor.account, key=key).first()
    if found is None:
        return None
    if not hmac.compare_digest(found.digest, digest):
        raise Refused(OTHERWISE)
    return found.answer


def answered(actor: Actor, key: str) -> str | None:
    """Return where the answer to a used-up key pointed, whatever was sent with it."""
    found = Once.objects.filter(account=actor.account, key=key)
    return found.values_list("answer", flat=True).first()
