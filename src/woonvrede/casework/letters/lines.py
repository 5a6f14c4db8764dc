# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letters of a case, in words."""

from ...access.given import LETTER
from ...agreement.book import Letter
from ...records.entry import Entry
from ..page.dutch import day_of, in_words
from ..page.parts import LetterLine, LetterToMake
from ..page.view import View
from .filed import HANDED, Filed
from .receiving import receiver_label
from .sight import letter_of, sees_whole
from .sources import Sources, waits_for

GONE = "Weggehaald, net als de naam van wie hem kreeg"


def letters(view: View) -> tuple[LetterLine, ...]:
    """Return the letters that this actor may read, the newest first."""
    found = [entry for entry in view.entries if entry.kind == Entry.LETTER]
    return tuple(
        letter_line(view, entry) for entry in reversed(found) if sees_whole(view.place, entry)
    )


def letters_to_make(view: View) -> tuple[LetterToMake, ...]:
    """Return the letters that this actor may make in this stage, in the agreement's order."""
    mine, reported = view.place.things(LETTER), bool(view.around["report"])
    found = Sources(view.values, view.registers, view.people, view.seats, reported)
    return tuple(
        LetterToMake(
            key=each.key,
            label=each.label,
            to=receiver_label(view.agreement, each),
            waits=waits_for(view.agreement, view.intervention, each, found),
        )
        for each in view.intervention.letters
        if each.key in mine and _is_shown(each, view)
    )


def letter_line(view: View, entry: Entry) -> LetterLine:
    """Say of a letter that was made to whom it goes and how far it is."""
    letter, filed = letter_of(view.case, entry.key), Filed.of(entry)
    is_gone = any(each.pk == filed.person and each.forgotten_at for each in view.people)
    return LetterLine(
        number=entry.pk,
        label=letter.label if letter else entry.key,
        to=filed.to,
        by=entry.party.label,
        state=GONE if is_gone else _state(entry, filed),
        is_gone=is_gone,
        may_send=not is_gone and filed.state == "made" and entry.party_id == view.actor.party,
        waits=filed.state == "waiting",
    )


def _is_shown(letter: Letter, view: View) -> bool:
    """Was what a letter is about recorded, where it waits for that?"""
    return not letter.shown_by or any(key in view.values for key in letter.shown_by)


def _state(entry: Entry, filed: Filed) -> str:
    day = in_words(day_of(entry.at))
    if filed.sent:
        return f"{'Zelf gegeven' if filed.way == HANDED else 'Op de post gedaan'} op {day}"
    return f"Wacht op de post sinds {day}" if filed.way else f"Gemaakt op {day}, nog niet verstuurd"
