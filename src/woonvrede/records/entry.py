# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written down in a case: facts, rows of registers, notes, letters and photos."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from .account import Account
from .case import Case
from .party import Party


class Entry(models.Model):
    """
    One thing written down, of one category, by one party.

    A fact has ``{"value": …}`` under its key, a row of a register its columns, a note
    ``{"text": …}``, a letter what ``casework/letters/filed.py`` says.  A newer value of a fact, or
    version of a row or letter, ends the older one; nothing is overwritten.  That a fact was emptied
    is an entry of one moment, with ``null`` as its value.  ``recipient_ids`` names who may receive
    what is given only to some (police data).
    """

    FACT, ROW, NOTE, LETTER = "fact", "row", "note", "letter"

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=6)
    key = models.CharField(max_length=60)
    category = models.CharField(max_length=40)
    values = models.JSONField()
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    recipient_ids = ArrayField(models.BigIntegerField(), default=list)
    at = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_value_of_a_fact_at_a_time",
                fields=["case", "key"],
                condition=Q(kind="fact", until=None),
            ),
            models.CheckConstraint(
                name="an_entry_is_a_fact_a_row_a_note_or_a_letter",
                condition=Q(kind__in=["fact", "row", "note", "letter"]),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["case", "at"], name="entries_of_a_case"),
            models.Index(
                fields=["party", "at"],
                name="letters_of_a_party",
                condition=Q(kind="letter", until=None),
            ),
        ]


class LetterFile(models.Model):
    """
    The sheets of one letter of a case, as they were made: PDF/A-2a with PDF/UA-1 tags.

    The entry that files it names it, and is of its category.  It is never changed.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    category = models.CharField(max_length=40)
    pdf = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case"], name="files_of_a_case")]


class LetterText(models.Model):
    """
    The texts of one letter of a partnership from a day on, by block; those of blocks that letters
    share stand under a name of their own.  About nobody, and never changed: a newer one follows.
    """

    partnership = models.CharField(max_length=60)
    letter = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    since = models.DateField()
    texts = models.JSONField()
    at = models.DateTimeField()
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="versions_of_a_text_are_counted", fields=["partnership", "letter", "number"]
            )
        ]


class Photo(models.Model):
    """
    One photo, made anew from what was sent: a JPEG without anything about where and with what it
    was taken.  It is taken away when the case closes.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    category = models.CharField(max_length=40)
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    content = models.BinaryField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case"], name="photos_of_a_case")]
