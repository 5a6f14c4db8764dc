# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of letters that wait to be printed and posted by somebody's circle."""

from dataclasses import dataclass
from datetime import datetime

from ...access.actor import Actor
from ...access.books import book, books
from ...access.door import known_to, note_list
from ...records.entry import Entry, LetterFile
from ..lists.lines import CaseLine, by_which_rights, lines
from ..page.dutch import day_of, in_words
from .filed import POST, Filed
from .sight import told_in

MOST = 100  # the oldest; who posts those sees the next


@dataclass(frozen=True)
class WaitingLetter:
    """A letter that waits: its number, in which case, to whom in words, and since when."""

    reference: str
    number: int
    label: str
    to: str
    title: str
    since: str

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.reference}.{self.number}"


@dataclass(frozen=True)
class ToPost:
    """Letters that wait, the oldest first, and whether there are more than are shown."""

    letters: tuple[WaitingLetter, ...]
    more: bool


def makes_letters(actor: Actor) -> bool:
    """Does somebody play a role that makes letters, in any agreement here?"""
    return any(
        actor.plays(key).intersection(letter.by)
        for key, agreement in books().items()
        for each in agreement.interventions.values()
        for letter in each.letters
    )


def read_to_post(*, actor: Actor, at: datetime) -> ToPost:
    """Return the letters of this circle that wait for the post, of which the actor may see all."""
    waiting = Entry.objects.filter(
        party=actor.party, kind=Entry.LETTER, until=None, values__way=POST, values__sent=""
    )
    mine = waiting.filter(case__in=known_to(actor, at=at).values("case"))
    found = _kept(list(mine.order_by("at", "pk")[: MOST + 1]))
    cases = lines(actor, {entry.case_id for entry in found}, at=at)
    shown = [
        (entry, cases[entry.case_id])
        for entry in found[:MOST]
        if entry.case_id in cases and _sees_whole(entry, cases[entry.case_id])
    ]
    told = ((entry.case_id, entry.category) for entry, _ in shown)
    note_list(actor, "letters:post", cases=by_which_rights(cases, told))
    return ToPost(tuple(_line(*each) for each in shown), more=len(found) > MOST)


def _kept(entries: list[Entry]) -> list[Entry]:
    """Leave out what was thrown away with the name of who it was written to."""
    files = {entry.pk: Filed.of(entry).file for entry in entries}
    there = set(LetterFile.objects.filter(pk__in=files.values()).values_list("pk", flat=True))
    return [entry for entry in entries if files[entry.pk] in there]


def _sees_whole(entry: Entry, line: CaseLine) -> bool:
    return line.sees_all_of(*told_in(entry))


def _line(entry: Entry, line: CaseLine) -> WaitingLetter:
    letters = book(line.agreement).interventions[line.key].letters
    return WaitingLetter(
        reference=line.reference,
        number=entry.pk,
        label=next((each.label for each in letters if each.key == entry.key), entry.key),
        to=Filed.of(entry).to,
        title=line.title,
        since=in_words(day_of(entry.at)),
    )
