# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letters of a case: making one, reading it, and how it goes out."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...casework.letters.make import make_letter
from ...casework.letters.read import read_file
from ...casework.letters.send import send_letter
from ...casework.page.asking import letters as reads
from ..gate import for_members
from ..typed import typed_in
from . import forms as case_forms
from .asking import Looks, ask, given_in
from .pages import form

LETTER = Looks(
    case_forms.letter, "cases/letter.html", "De brief is gemaakt. Kies nog hoe hij wordt verstuurd."
)
SEND = Looks(case_forms.sending, "cases/send.html", "Vastgelegd hoe de brief gaat.")


@form
@for_members
def letter(request: HttpRequest, reference: str, key: str) -> HttpResponse:
    """Look at a letter, and make it."""
    looks = request.method == "POST" and "look" in request.POST
    given = given_in(typed_in(request)) if request.method == "POST" else None
    return ask(
        request,
        reference,
        LETTER,
        read=partial(reads.read_letter, reference, key, given),
        verb=lambda typed: partial(
            make_letter, reference, key, given=given_in(typed), seen=typed.get("seen", "")
        ),
        only_looks=looks,
    )


@form
@for_members
def sending(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Say how a letter goes out."""
    return ask(
        request,
        reference,
        SEND,
        read=partial(reads.read_sending, reference, number),
        verb=lambda typed: partial(send_letter, reference, number, typed.get("way", "")),
    )


@require_safe
@for_members
def file(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Open a letter as it was made."""
    actor = request.actor  # type: ignore[attr-defined]
    pdf = read_file(reference, number, actor=actor, at=timezone.now())
    headers = {"Content-Disposition": f'inline; filename="brief-{number}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
