# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a letter: put on paper and filed in the case."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist

from ...access.actor import Actor
from ...access.books import book, intervention
from ...access.door import enter_to_change
from ...access.given import LETTER
from ...access.refusals import Refused
from ...access.rights import Standing
from ...agreement.book import Letter
from ...records.case import Case
from ...records.entry import Entry, LetterFile
from ..story.happenings import LetterMade
from ..story.timeline import record
from ..writing import permitted
from .content import Content, content_of
from .filed import Filed
from .paper import Unprintable, on_paper
from .sight import may_be_in
from .sources import prepare

UNPRINTABLE = (
    "Deze brief kan niet worden afgedrukt. Er staat een teken in dat niet op papier kan, "
    "zoals een plaatje of een ander schrift. Haal het weg uit de tekst of uit wat u invulde."
)
CHANGED = "Er is iets veranderd sinds u de brief bekeek. Bekijk hem nog een keer."


def make_letter(
    reference: str, key: str, *, actor: Actor, at: datetime, given: Mapping[str, str], seen: str
) -> Case:
    """
    Make a letter as it was looked at, and file it in the case; it does not go out yet.

    ``seen`` is the digest of what was looked at: nobody sends what they did not read.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or there is no such letter
    :raises Refused: if it is not theirs to make here, something is not known yet, or it would say
        something else than what was looked at
    :raises Invalid: if a question about it was not answered well
    """
    place = enter_to_change(actor, reference, at=at, action=f"letter:{key}"[:60])
    letter = letter_to_make(place, key)
    content = content_of(place, prepare(place, letter), given, at)
    if content.digest != seen:
        raise Refused(CHANGED)
    file = LetterFile.objects.create(
        case=place.case, category=letter.category, pdf=printed(place, content), at=at
    )
    filed = Filed(
        file=file.pk,
        to=content.receiver.to,
        person=content.receiver.person,
        has_address=content.receiver.has_address,
        texts=content.texts.version,
        tells=sorted(may_be_in(place.case, letter)),
    )
    Entry.objects.create(
        case=place.case,
        kind=Entry.LETTER,
        key=key,
        category=letter.category,
        values=filed.as_values(),
        party_id=actor.party,
        account_id=actor.account,
        at=at,
    )
    happening = LetterMade(label=letter.label)
    record(happening, case=place.case, actor=actor, at=at, category=letter.category)
    return place.case


def letter_to_make(place: Standing, key: str) -> Letter:
    """
    Return a letter that this actor may make now.

    :raises ObjectDoesNotExist: if there is no such letter, or it is made elsewhere
    :raises Refused: if it is another's to make, or of another stage
    """
    letters = intervention(place.case.agreement, place.case.intervention).letters
    found = next((each for each in letters if each.key == key and each.by), None)
    if found is None:
        raise ObjectDoesNotExist
    permitted(place, LETTER, key)
    return found


def printed(place: Standing, content: Content) -> bytes:
    """
    Return a letter of this case as a file.

    :raises Refused: if a sign in it is in no font of ours
    """
    paper = book(place.case.agreement).paper
    assert paper is not None  # the check asks it of every agreement with letters that are made
    try:
        return on_paper(content.letter.layout, paper.sheet, content.data)
    except Unprintable as error:
        raise Refused(UNPRINTABLE) from error
