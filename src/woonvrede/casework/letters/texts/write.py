# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing newer texts of a letter: a version that holds from a day on."""

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import Max
from django.utils.timezone import localdate

from ....access.actor import Actor
from ....access.refusals import Conflict, Invalid
from ....agreement.values import UNWRITTEN, Wrong, read_day
from ....agreement.words.letters import places_in
from ....records.entry import LetterText
from ...citizen_number import REFUSED, holds_citizen_number
from .editing import MOST, Editable, agreement_of, editables, may_edit
from .in_force import FIRST

SINCE = "since"
ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('texts:' || %s))"


def write_texts(
    key: str, given: Mapping[str, str], *, actor: Actor, at: datetime, version: int
) -> LetterText:
    """
    Write newer texts of one letter, all of its blocks, for the day that is given on.

    :raises ObjectDoesNotExist: if there is no such letter, or the actor writes no texts
    :raises Conflict: if somebody wrote texts of it since version ``version``
    :raises Invalid: if a block is empty or fills in what it may not, or drops what must stand there
    """
    agreement = agreement_of(actor, localdate(at))
    editable = editables(agreement).get(key)
    if editable is None or not may_edit(actor, agreement):
        raise ObjectDoesNotExist
    texts = sound_texts(editable, given)
    since = _since(given, localdate(at))
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME, [f"{agreement.partnership}/{key}"])
    written = LetterText.objects.filter(partnership=agreement.partnership, letter=key)
    latest = written.aggregate(latest=Max("number"))["latest"] or FIRST
    if latest != version:
        raise Conflict(latest)
    return LetterText.objects.create(
        partnership=agreement.partnership,
        letter=key,
        number=latest + 1,
        since=since,
        texts=texts,
        at=at,
        account_id=actor.account,
    )


def sound_texts(editable: Editable, given: Mapping[str, str]) -> dict[str, str]:
    """
    Return the texts of all blocks as they may be used.

    :raises Invalid: with a sentence for each block that may not
    """
    texts = {name: given.get(name, "").replace("\r\n", "\n").strip() for name in editable.blocks}
    faults = {name: wrong for name in texts if (wrong := _wrong(editable, name, texts[name]))}
    if faults:
        raise Invalid(faults)
    return texts


def _wrong(editable: Editable, name: str, text: str) -> str:
    return _unwritable(text) or _misfilled(editable, name, places_in([text]))


def _unwritable(text: str) -> str:
    if not text:
        return "Dit blok mag niet leeg zijn."
    if len(text) > MOST:
        return f"Dit is te lang. Gebruik hoogstens {MOST:,} tekens.".replace(",", ".")
    if UNWRITTEN.search(text):
        return "Er staat een teken in dat niet kan worden bewaard. Typ de tekst opnieuw."
    return REFUSED if holds_citizen_number(text) else ""


def _misfilled(editable: Editable, name: str, filled: frozenset[str]) -> str:
    if strange := sorted(filled - editable.fillable):
        words = f"“{{{strange[0]}}}” kan hier niet worden ingevuld."
        return f"{words} Kies uit: {_in_braces(editable)}."
    if gone := sorted(editable.kept_in(name) - filled):
        return f"Laat “{{{gone[0]}}}” staan: dat moet in deze brief."
    return ""


def _in_braces(editable: Editable) -> str:
    return ", ".join(f"{{{key}}}" for key in sorted(editable.fillable))


def _since(given: Mapping[str, str], today: date) -> date:
    try:
        since = read_day(given.get(SINCE, ""))
    except Wrong as wrong:
        raise Invalid({SINCE: str(wrong)}) from None
    if since < today:
        raise Invalid({SINCE: "Kies vandaag of een latere dag: wat is gemaakt, verandert niet."})
    return since
