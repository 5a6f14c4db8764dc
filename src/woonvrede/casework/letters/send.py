# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a letter goes out: by post, or given by hand; never by e-mail."""

from dataclasses import replace
from datetime import datetime

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.door import enter_to_change
from ...access.given import SEE
from ...access.refusals import Invalid, Refused
from ...access.rights import Standing
from ...records.case import Case
from ...records.entry import Entry
from ...records.person import Person
from ..persons import people_of
from ..story.happenings import LetterSent
from ..story.timeline import record
from .filed import HANDED, POST, WAYS, Filed
from .sight import letter_in_sight, letter_of

ON_ITS_WAY = "Deze brief is al op weg."
FURTHER = "Er is intussen iets met deze brief gedaan. In de casus staat hoe ver hij is."
UNSAFE = (
    "Deze brief kan niet per post: het adres is niet bekend, of er staat niet dat een brief sturen "
    "veilig is. Vraag het na, of geef de brief zelf."
)


def send_letter(reference: str, number: int, way: str, *, actor: Actor, at: datetime) -> Case:
    """
    Say how a letter goes out: on the list for the post, or given by hand today.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or of such a letter
    :raises Invalid: if no way was chosen
    :raises Refused: if it went out already, is another circle's, or the way is not safe
    """
    place = enter_to_change(actor, reference, at=at, action="letter:send")
    entry = own_letter(place, number)
    filed = Filed.of(entry)
    if way not in WAYS:
        raise Invalid({"way": "Kies hoe de brief gaat."})
    if filed.sent or filed.way == way:
        raise Refused(ON_ITS_WAY)
    if way == POST and not may_post(place, entry):
        raise Refused(UNSAFE)
    sent = localdate(at).isoformat() if way == HANDED else ""
    _go_on(entry, replace(filed, way=way, sent=sent), actor, at)
    _tell(place, entry, "zelf gegeven" if sent else "klaargelegd voor de post", at)
    return place.case


def post_letter(reference: str, number: int, *, actor: Actor, at: datetime) -> Case:
    """
    Say that a letter of the list was put in the post today.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or of such a letter
    :raises Refused: if it does not wait for the post, or is another circle's
    """
    place = enter_to_change(actor, reference, at=at, action="letter:post")
    entry = own_letter(place, number)
    filed = Filed.of(entry)
    if filed.state != "waiting":
        raise Refused("Deze brief wacht niet op de post.")
    if not may_post(place, entry):
        raise Refused(UNSAFE)
    _go_on(entry, replace(filed, sent=localdate(at).isoformat()), actor, at)
    _tell(place, entry, "op de post gedaan", at)
    return place.case


def own_letter(place: Standing, number: int) -> Entry:
    """
    Return a letter that this actor may send on.

    :raises ObjectDoesNotExist: as :func:`letter_in_sight`
    :raises Refused: if another circle made it, or somebody sent it on meanwhile
    """
    entry = letter_in_sight(place, number)
    if entry.party_id != place.actor.party:
        raise Refused("Deze brief is van een andere organisatie.")
    if entry.until is not None:
        raise Refused(FURTHER)
    return entry


def may_post(place: Standing, entry: Entry) -> bool:
    """
    May this letter go by post?  To a person only if they said so themselves, which the form of a
    letter to somebody asks before it takes an address; to who lives at an address, and to an
    organisation, always (decisions 32 and 38).
    """
    filed = Filed.of(entry)
    if filed.person is None or not filed.has_address:
        return filed.has_address
    people = Person.objects.filter(people_of(place.case), place.people(SEE))
    return people.filter(pk=filed.person, may_post=True).exists()


def _go_on(entry: Entry, filed: Filed, actor: Actor, at: datetime) -> None:
    """Put a newer version of what is filed in the place of this one."""
    entry.until = at
    entry.save(update_fields=["until"])
    Entry.objects.create(
        case=entry.case,
        kind=Entry.LETTER,
        key=entry.key,
        category=entry.category,
        values=filed.as_values(),
        party_id=actor.party,
        account_id=actor.account,
        at=at,
    )


def _tell(place: Standing, entry: Entry, how: str, at: datetime) -> None:
    letter = letter_of(place.case, entry.key)
    happening = LetterSent(label=letter.label if letter else entry.key, how=how)
    record(happening, case=place.case, actor=place.actor, at=at, category=entry.category)
