# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms about who takes part in a case: parties, people, tasks, and who stays out."""

from datetime import date
from functools import partial

from django.http import HttpRequest, HttpResponse, QueryDict

from ...agreement.values import read_day
from ...casework.page.asking import people as reads
from ...casework.people.add import add_person
from ...casework.people.consent import give_consent, withdraw_consent
from ...casework.people.exclude import exclude
from ...casework.people.invite import invite
from ...casework.people.newcomer import NewPerson
from ...casework.people.release import release
from ...casework.tasks.finish import finish_task
from ...casework.tasks.give import give_task
from ..gate import for_members
from ..typed import number_in
from . import forms as case_forms
from .asking import Looks, Verb, ask
from .pages import form

PARTIES = Looks(case_forms.invitation, "cases/parties.html", "De organisatie doet nu mee.")
SEAT = Looks(case_forms.nothing, "cases/seat.html", "De organisatie doet niet meer mee.")
PERSON = Looks(case_forms.person, "cases/person.html", "De persoon is toegevoegd.")
TASK = Looks(case_forms.task, "cases/task.html", "De taak is gegeven.")
DONE = Looks(case_forms.nothing, "cases/done.html", "De taak is klaar.")
CONSENT = Looks(case_forms.consent, "cases/consent.html", "De instemming is vastgelegd.")
WITHDRAWAL = Looks(case_forms.nothing, "cases/withdrawal.html", "De instemming is ingetrokken.")
OUTSIDE = Looks(case_forms.exclusion, "cases/outside.html", "Deze persoon ziet de casus niet meer.")


@form
@for_members
def parties(request: HttpRequest, reference: str) -> HttpResponse:
    """See who takes part, and invite another."""

    def verb(typed: QueryDict) -> Verb:
        role, _, party = typed.get("seat", "").partition(".")
        return partial(invite, reference, role, party)

    read = partial(reads.read_parties, reference)
    return ask(request, reference, PARTIES, read=read, verb=verb)


@form
@for_members
def seat(request: HttpRequest, reference: str, role: str, party: str) -> HttpResponse:
    """End a party's part."""
    return ask(
        request,
        reference,
        SEAT,
        read=partial(reads.read_seat, reference, role, party),
        verb=lambda _: partial(release, reference, role, party),
    )


@form
@for_members
def person(request: HttpRequest, reference: str) -> HttpResponse:
    """Add somebody to the case."""
    return ask(
        request,
        reference,
        PERSON,
        read=partial(reads.read_person_form, reference),
        verb=lambda typed: partial(add_person, reference, _person(typed)),
    )


@form
@for_members
def task(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a task."""
    return ask(
        request,
        reference,
        TASK,
        read=partial(reads.read_task_form, reference),
        verb=lambda typed: partial(
            give_task,
            reference,
            typed.get("title", ""),
            typed.get("party", ""),
            _day(typed.get("due", "")),
        ),
    )


@form
@for_members
def done(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Say that a task is done."""
    return ask(
        request,
        reference,
        DONE,
        read=partial(reads.read_done_form, reference, number),
        verb=lambda _: partial(finish_task, reference, number),
    )


@form
@for_members
def consent(request: HttpRequest, reference: str, role: str) -> HttpResponse:
    """Record that somebody agreed that a party takes part."""
    return ask(
        request,
        reference,
        CONSENT,
        read=partial(reads.read_consent, reference, role),
        verb=lambda typed: partial(
            give_consent,
            reference,
            number_in(typed, "person"),
            role,
            _day(typed.get("day", "")),
        ),
    )


@form
@for_members
def withdrawal(request: HttpRequest, reference: str, role: str) -> HttpResponse:
    """Record that a consent was withdrawn."""
    return ask(
        request,
        reference,
        WITHDRAWAL,
        read=partial(reads.read_consent, reference, role),
        verb=lambda _: partial(withdraw_consent, reference, role),
    )


@form
@for_members
def outside(request: HttpRequest, reference: str) -> HttpResponse:
    """Place somebody, or oneself, outside the case."""

    def verb(typed: QueryDict) -> Verb:
        return partial(exclude, reference, number_in(typed, "account"), typed.get("reason", ""))

    read = partial(reads.read_exclusion, reference)
    return ask(request, reference, OUTSIDE, read=read, verb=verb)


def _person(typed: QueryDict) -> NewPerson:
    channels = set(typed.getlist("channels"))
    return NewPerson(
        role=typed.get("role", ""),
        name=typed.get("name", ""),
        phone=typed.get("phone", ""),
        email=typed.get("email", ""),
        may_phone="may_phone" in channels,
        may_voicemail="may_voicemail" in channels,
        may_post="may_post" in channels,
        may_email="may_email" in channels,
        contact_note=typed.get("contact_note", ""),
    )


def _day(said: str) -> date | None:
    try:
        return read_day(said)
    except ValueError:
        return None
