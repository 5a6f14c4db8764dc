# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of a new report, in words."""

from collections.abc import Mapping
from datetime import datetime

from ...access.actor import Actor
from ...access.refusals import Invalid
from ...casework.page.dutch import day_of, in_words
from ...records.once import Draft
from ..drafts import KEPT, MOST, drafts_of, form_of, new_key, page_of
from ..filling import keys_of, read_page
from ..form import CHECK, Form, Page, pages
from .asked import DraftLine, Question, Start
from .fields import fields_of

INTROS = {
    "adres": "Bij gevaar belt u eerst 112. U kunt tussendoor stoppen: wij bewaren elke pagina.",
    "bewoner": "U mag dit leeg laten.",
    "melder": "U mag dit leeg laten. Vul alleen iets in als deze persoon dat weet.",
    "adres-melder": "U mag dit leeg laten. Wij kijken of er ook een melding over en weer is.",
}


def read_start(*, actor: Actor, at: datetime) -> Start:
    """
    Return what this person began and did not send, newest first.

    :raises ObjectDoesNotExist: if this person does not report
    """
    form = form_of("", actor=actor, at=at)
    kept = drafts_of(actor).filter(at__gt=at - KEPT).order_by("-at", "-pk")
    return Start(tuple(_draft(draft) for draft in kept[:MOST]), new_key(), pages(form)[0].key)


def read_question(key: str, page: str, *, actor: Actor, at: datetime) -> Question:
    """
    Return one page of the form with what was filled in.

    :raises ObjectDoesNotExist: if this person does not report, or there is no such page
    """
    form = form_of(key, actor=actor, at=at)
    shown = page_of(form, page)
    order = [each.key for each in pages(form)]
    place = order.index(page)
    return Question(
        key=shown.key,
        heading=shown.heading,
        intro=INTROS.get(shown.key, ""),
        fields=fields_of(form, shown),
        back=order[place - 1] if place else "",
        may_skip=shown.optional,
    )


def next_page(form: Form, page: str, *, towards: str = "") -> str:
    """
    Return the page after this one; ``towards`` the check, only what still must be filled in comes
    before it.
    """
    if towards == CHECK:
        return next((each.key for each in pages(form) if _is_missing(form, each)), CHECK)
    order = [each.key for each in pages(form)]
    place = order.index(page) + 1 if page in order else 0
    return (*order, CHECK)[place]


def _is_missing(form: Form, page: Page) -> bool:
    try:
        read_page(form, page, form.answers)
    except Invalid:
        return True
    return not page.optional and not any(key in form.answers for key in keys_of(page))


def _draft(draft: Draft) -> DraftLine:
    answers: Mapping[str, str] = draft.answers
    about = " ".join(answers[key] for key in ("street", "number") if answers.get(key))
    return DraftLine(draft.key, in_words(day_of(draft.at)), about or "Nog zonder adres")
