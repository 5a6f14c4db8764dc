# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Reports that somebody is writing for one circle: kept per page, of nobody else's concern, gone when
sent.

The key stands in the address; it is chance, says nothing, and opens nothing to others.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.utils.timezone import localdate

from ..access.actor import Actor
from ..access.books import in_force
from ..access.reporting import may_report
from ..records.once import Draft
from ..records.report import Report
from .filling import as_report, read_page
from .form import Form, Page, pages
from .register import register

KEPT = timedelta(days=30)
MOST = 5
LONGEST_KEY = 40


def new_key() -> str:
    """Return the key of a report that nobody began yet."""
    return secrets.token_urlsafe(16)


def drafts_of(actor: Actor) -> QuerySet[Draft]:
    """Select what this person began for the circle they now act for, and for no other."""
    return Draft.objects.filter(account=actor.account, party=actor.party)


def form_of(key: str, *, actor: Actor, at: datetime) -> Form:
    """
    Return the form as far as this person filled it in; a key that is not theirs is a new form.

    :raises ObjectDoesNotExist: if this person does not report
    """
    agreement = in_force(localdate(at), actor.party_key)
    if not may_report(actor, agreement) or len(key) > LONGEST_KEY:
        raise ObjectDoesNotExist
    kept = drafts_of(actor).filter(key=key, at__gt=at - KEPT)
    answers = kept.values_list("answers", flat=True).first()
    return Form(agreement, actor, localdate(at), answers or {})


def page_of(form: Form, key: str) -> Page:
    """
    Return one page of the form.

    :raises ObjectDoesNotExist: if these answers do not ask for such a page
    """
    found = next((page for page in pages(form) if page.key == key), None)
    if found is None:
        raise ObjectDoesNotExist
    return found


def save_page(key: str, page: str, given: Mapping[str, str], *, actor: Actor, at: datetime) -> Form:
    """
    Keep what was typed on one page, and return the form as it then is.  Old drafts go.

    :raises ObjectDoesNotExist: if this person does not report, or there is no such page
    :raises Invalid: with a sentence per field; then nothing is kept
    """
    form = form_of(key, actor=actor, at=at)
    answers = {**form.answers, **read_page(form, page_of(form, page), given)}
    mine = drafts_of(actor)
    mine.filter(at__lte=at - KEPT).delete()
    mine.update_or_create(
        account_id=actor.account,
        party_id=actor.party,
        key=key,
        defaults={"answers": answers, "at": at},
    )
    return Form(form.agreement, actor, form.day, answers)


def discard(key: str, *, actor: Actor, at: datetime) -> None:
    """
    Throw a draft away; again is harmless.

    :raises ObjectDoesNotExist: if this person does not report
    """
    form_of(key, actor=actor, at=at)
    drafts_of(actor).filter(key=key).delete()


def throw_away_old(at: datetime) -> int:
    """
    Throw away every draft that was kept long enough, whoever wrote it; return how many.

    For the job ``drafts_end``: the database shows it those drafts alone, and not what is in them.
    """
    gone, _ = Draft.objects.filter(at__lte=at - KEPT).delete()
    return gone


def send(key: str, *, actor: Actor, at: datetime) -> Report:
    """
    Register the report that was filled in; the draft is gone.

    :raises ObjectDoesNotExist: if there is no such draft
    :raises Invalid: if something is missing or cannot be read
    """
    form = form_of(key, actor=actor, at=at)
    if not form.answers:
        raise ObjectDoesNotExist
    made = register(as_report(form), actor=actor, at=at)
    drafts_of(actor).filter(key=key).delete()
    return made
