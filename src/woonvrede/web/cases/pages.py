# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of one case, and its forms: moves, facts, rows and notes."""

from datetime import datetime
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ...casework.notes.correct import correct_row
from ...casework.notes.record import record_facts
from ...casework.notes.row import add_row
from ...casework.notes.write import write_note
from ...casework.page.asking import forms as reads
from ...casework.page.asking.handed import read_handed
from ...casework.page.case import read_case
from ...casework.steps.move import move
from ..gate import for_members
from ..manners import new_key
from . import forms as case_forms
from .asking import Looks, ask, given_in, version_in

form = require_http_methods(["GET", "HEAD", "POST"])

STEP = Looks(case_forms.step, "cases/step.html", "De stap is gezet.")
FACTS = Looks(case_forms.facts, "cases/facts.html", "De gegevens zijn opgeslagen.")
ROW = Looks(case_forms.row, "cases/row.html", "De regel is toegevoegd.")
CORRECTION = Looks(case_forms.correction, "cases/correction.html", "De regel is gewijzigd.")
NOTE = Looks(case_forms.note, "cases/note.html", "De notitie is opgeslagen.")


@require_safe
@for_members
def show(request: HttpRequest, reference: str) -> HttpResponse:
    """One case, as this person may see it now."""
    actor = request.actor  # type: ignore[attr-defined]
    before = _moment(request.GET.get("voor", ""))
    page = read_case(reference, actor=actor, at=timezone.now(), before=before)
    shown = {"page": page, "before": before, "once": new_key, "version": page.version}
    return render(request, "cases/show.html", shown)


@form
@for_members
def step(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """Take a step of the agreement."""
    return ask(
        request,
        reference,
        STEP,
        read=partial(reads.read_step, reference, name),
        verb=lambda typed: partial(
            move, reference, name, version=version_in(typed), given=given_in(typed)
        ),
    )


@form
@for_members
def facts(request: HttpRequest, reference: str, category: str) -> HttpResponse:
    """Fill in the facts of one category."""
    return ask(
        request,
        reference,
        FACTS,
        read=partial(reads.read_facts, reference, category),
        verb=lambda typed: partial(
            record_facts, reference, category, version=version_in(typed), given=given_in(typed)
        ),
    )


@form
@for_members
def row(request: HttpRequest, reference: str, register: str) -> HttpResponse:
    """Add a row to a register."""
    return ask(
        request,
        reference,
        ROW,
        read=partial(reads.read_row, reference, register),
        verb=lambda typed: partial(
            add_row,
            reference,
            register,
            given=given_in(typed),
            recipients=typed.getlist("recipients"),
        ),
    )


@form
@for_members
def correction(request: HttpRequest, reference: str, register: str, number: int) -> HttpResponse:
    """Correct a row of a register."""
    return ask(
        request,
        reference,
        CORRECTION,
        read=partial(reads.read_correction, reference, register, number),
        verb=lambda typed: partial(
            correct_row,
            reference,
            register,
            number,
            version=version_in(typed),
            given=given_in(typed),
        ),
    )


@form
@for_members
def note(request: HttpRequest, reference: str) -> HttpResponse:
    """Write a note."""
    return ask(
        request,
        reference,
        NOTE,
        read=partial(reads.read_note, reference),
        verb=lambda typed: partial(
            write_note,
            reference,
            typed.get("category", ""),
            typed.get("text", ""),
            recipients=typed.getlist("recipients"),
        ),
    )


@require_safe
@for_members
def handed(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The text with which somebody was referred outside the agreement."""
    actor = request.actor  # type: ignore[attr-defined]
    page = read_handed(reference, number, actor=actor, at=timezone.now())
    return render(request, "cases/handed.html", {"page": page})


def _moment(said: str) -> datetime | None:
    """Return the moment before which older events are wanted; anything else asks the newest."""
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    return moment if timezone.is_aware(moment) else None
