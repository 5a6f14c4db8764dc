# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the forms about letters ask and show: making one, and how it goes out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from ....access.actor import Actor
from ....access.books import book, intervention
from ....access.door import enter
from ....access.refusals import Invalid, Refused
from ....access.rights import Standing
from ....agreement.book import Letter
from ...letters.content import Content, content_of
from ...letters.filed import POST, WAYS, Filed
from ...letters.lines import letter_line
from ...letters.make import letter_to_make, printed
from ...letters.paper import to_look_at, to_read_aloud
from ...letters.receiving import receiver_label
from ...letters.send import ON_ITS_WAY, UNSAFE, may_post, own_letter
from ...letters.sight import may_be_in
from ...letters.sources import prepare
from ..facts import question
from ..view import View
from .asked import LetterPage, SendPage
from .look import head


def read_letter(
    reference: str, key: str, given: Mapping[str, str] | None, *, actor: Actor, at: datetime
) -> LetterPage:
    """
    Return the form of a letter; with what was ``given`` also how it would be, or what is wrong.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or there is no such letter
    :raises Refused: if it is not theirs to make here
    """

    def shows(place: Standing) -> set[str]:
        letters = intervention(place.case.agreement, place.case.intervention).letters
        named = (may_be_in(place.case, each) for each in letters if each.key == key)
        return {"dwelling"}.union(*named)

    place = enter(actor, reference, at=at, action=f"form:letter:{key}"[:60], shows=shows)
    letter = letter_to_make(place, key)
    page = _form(View(place, at, [], {}, []), letter)
    try:
        ready = prepare(place, letter)
    except Refused as refusal:
        return replace(page, refused=str(refusal))
    to = tuple((each.key, ", ".join(each.lines)) for each in ready.receivers)
    page = replace(page, receivers=to)
    if given is None:
        return page
    try:
        return _shown(page, place, content_of(place, ready, given, at))
    except Invalid as wrong:
        return replace(page, faults=wrong.errors)
    except Refused as refusal:
        return replace(page, unprintable=str(refusal))


def read_sending(reference: str, number: int, *, actor: Actor, at: datetime) -> SendPage:
    """
    Return how a letter can go out.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or of such a letter
    :raises Refused: if it is another circle's, or on its way already
    """

    def shows(place: Standing) -> set[str]:
        letters = intervention(place.case.agreement, place.case.intervention).letters
        return {"dwelling", *(each.category for each in letters)}

    place = enter(actor, reference, at=at, action="form:letter:send", shows=shows)
    entry = own_letter(place, number)
    view, filed = View(place, at, [], {}, []), Filed.of(entry)
    if filed.way:
        raise Refused(ON_ITS_WAY)
    safe = may_post(place, entry)
    return SendPage(
        head=head(view),
        letter=letter_line(view, entry),
        ways=tuple((way, words) for way, words in WAYS.items() if safe or way != POST),
        unsafe="" if safe else UNSAFE,
    )


def _form(view: View, letter: Letter) -> LetterPage:
    return LetterPage(
        head=head(view),
        fields=tuple(question(view, each, required=each.required) for each in letter.asks),
        key=letter.key,
        label=letter.label,
        to=receiver_label(view.agreement, letter),
        note=letter.note,
    )


def _shown(page: LetterPage, place: Standing, content: Content) -> LetterPage:
    """Add how a letter will be: as pictures, and in words for who cannot see those."""
    paper = book(place.case.agreement).paper
    assert paper is not None  # the check asks it of every agreement with letters that are made
    printed(place, content)  # what cannot be printed is told now, not when it is made
    return replace(
        page,
        pages=to_look_at(content.letter.layout, paper.sheet, content.data),
        text=to_read_aloud(content.letter.layout, paper.sheet, content.data),
        seen=content.digest,
    )
