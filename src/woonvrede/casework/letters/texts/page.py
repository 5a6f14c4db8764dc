# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages show on which somebody writes the texts of letters."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localdate

from ....access.actor import Actor
from ....access.refusals import Invalid
from ....agreement.book import Agreement, Texts
from ....records.entry import LetterText
from ...page.dutch import in_words
from ..content import LABELS
from ..paper import to_look_at
from .editing import SUBJECT, Editable, agreement_of, editables, may_edit
from .in_force import FIRST, newest_of, texts_in_force
from .objects import Block, EditPage, TextGroup, TextLine, Version
from .sample import sample
from .write import sound_texts

OF_ALL = {
    "sender": "uw organisatie",
    "today": "de dag van de brief",
    "reference": "het kenmerk",
    "address": "het adres van de woning",
    "purpose": "het doel van de aanpak",
}


def writes_texts(actor: Actor, at: datetime) -> bool:
    """Does somebody write texts of letters?"""
    return may_edit(actor, agreement_of(actor, localdate(at)))


def read_texts(*, actor: Actor, at: datetime) -> tuple[TextGroup, ...]:
    """
    Return every letter of which this actor can write the texts, by intervention.

    :raises ObjectDoesNotExist: if they write none
    """
    agreement = _allowed(actor, at)
    there = editables(agreement)
    newest = newest_of(agreement, tuple(there), localdate(at))
    groups: dict[str, list[TextLine]] = {}
    for each in there.values():
        found = TextLine(each.key, each.label, _version(newest.get(each.key)))
        groups.setdefault(each.of, []).append(found)
    return tuple(TextGroup(label, tuple(lines)) for label, lines in groups.items())


def read_edit(
    key: str,
    number: int | None = None,
    given: Mapping[str, str] | None = None,
    *,
    actor: Actor,
    at: datetime,
) -> EditPage:
    """
    Return the texts of one letter, those of a version or the newest; with what was ``given`` also
    how a letter would be, or what is wrong.

    :raises ObjectDoesNotExist: if there is no such letter or version, or the actor writes no texts
    """
    agreement = _allowed(actor, at)
    editable = editables(agreement).get(key)
    if editable is None:
        raise ObjectDoesNotExist
    written = LetterText.objects.filter(partnership=agreement.partnership, letter=key)
    versions = list(written.select_related("account").order_by("-number"))
    newest = versions[0].number if versions else FIRST
    shown = newest if number is None else number
    texts = editable.first if shown == FIRST else _of_version(versions, shown)
    page = EditPage(
        key=key,
        label=editable.label,
        of=editable.of if editable.letter else "",
        fillable=_fillable(editable, agreement),
        blocks=_blocks(editable, texts),
        versions=tuple(map(_told, versions)),
        newest=newest,
        shown=shown,
        today=localdate(at).isoformat(),
    )
    if given is None:
        return page
    try:
        return _looked_at(page, editable, agreement, sound_texts(editable, given), localdate(at))
    except Invalid as wrong:
        return replace(page, faults=wrong.errors)


def _allowed(actor: Actor, at: datetime) -> Agreement:
    agreement = agreement_of(actor, localdate(at))
    if not may_edit(actor, agreement):
        raise ObjectDoesNotExist
    return agreement


def _looked_at(
    page: EditPage, editable: Editable, agreement: Agreement, texts: Texts, day: date
) -> EditPage:
    """Add how a letter would look; blocks that letters share in the first letter that has them."""
    assert agreement.paper is not None
    there = [each.letter for each in editables(agreement).values() if each.letter]
    sharing = (each for each in there if texts.keys() & set(each.blocks))
    letter = editable.letter or next(sharing)
    whole = texts_in_force(agreement, letter, day).texts | texts
    made_up = sample(agreement, letter, whole, day)
    return replace(page, pages=to_look_at(letter.layout, agreement.paper.sheet, made_up))


def _version(found: LetterText | None) -> str:
    return f"versie {found.number}, sinds {in_words(found.since)}" if found else "eerste tekst"


def _of_version(versions: list[LetterText], number: int) -> Texts:
    found = next((each.texts for each in versions if each.number == number), None)
    if found is None:
        raise ObjectDoesNotExist
    return dict(found)


def _told(version: LetterText) -> Version:
    day = in_words(localdate(version.at))
    return Version(version.number, in_words(version.since), version.account.name, day)


def _blocks(editable: Editable, texts: Texts) -> tuple[Block, ...]:
    """Return the blocks; one that a later version of the agreement added has its first text."""
    labels = {
        name: "Onderwerp" if name == SUBJECT else f"Tekst {number}"
        for number, name in enumerate(editable.blocks, 0 if SUBJECT in editable.blocks else 1)
    }
    return tuple(
        Block(name, label, texts.get(name, editable.first[name]), _braces(editable.kept_in(name)))
        for name, label in labels.items()
    )


def _fillable(editable: Editable, agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """Return what texts may fill in, in braces, with what that is."""
    letter, within = editable.letter, editable.within
    labels = dict(OF_ALL)
    if letter and within:
        facts = [*map(within.fact, (*letter.says, *letter.may_say)), *letter.asks]
        labels |= {fact.key: fact.label for fact in facts}
        labels |= {role: agreement.labels["person_roles"][role] for role in letter.names}
        labels |= {key: label for key, label in LABELS.items() if key in letter.sayable}
    return tuple((f"{{{key}}}", label) for key, label in labels.items())


def _braces(keys: frozenset[str]) -> tuple[str, ...]:
    return tuple(f"{{{key}}}" for key in sorted(keys))
