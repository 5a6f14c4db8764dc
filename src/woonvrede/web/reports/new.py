# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a report: one question per page, a check of all answers, and one button."""

from datetime import datetime
from functools import partial
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ...access.once import answered
from ...access.refusals import Invalid, Refused
from ...intake.drafts import discard, save_page, send
from ...intake.form import CHECK
from ...intake.page.asked import Answer
from ...intake.page.check import read_check
from ...intake.page.new import next_page, read_question, read_start
from ..gate import for_members
from ..manners import change, key_for, new_key
from .forms import answers_at_once, report_form

BACK = "terug"
THROWN_AWAY = "Het concept is weggegooid."


@require_safe
@for_members
def start(request: HttpRequest) -> HttpResponse:
    """Go on with what was begun, or begin."""
    found = read_start(actor=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    first = reverse("report-question", args=[found.key, found.first])
    if not found.drafts:
        return redirect(first)
    return render(request, "reports/start.html", {"start": found, "first": first, "once": new_key})


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def question(request: HttpRequest, key: str, page: str) -> HttpResponse:
    """Ask one question, or keep its answer and go on."""
    actor = request.actor  # type: ignore[attr-defined]
    towards = CHECK if request.GET.get(BACK) == CHECK else ""
    if request.method != "POST":
        return _sent(request, key) or _ask(request, key, page)

    def do(at: datetime) -> str:
        if (made := answered(actor, key)) is not None:
            return made
        form = save_page(key, page, request.POST.dict(), actor=actor, at=at)
        return _address(key, next_page(form, page, towards=towards), towards=towards)

    return change(request, do, partial(_ask, request, key, page))


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def check(request: HttpRequest, key: str) -> HttpResponse:
    """Show every answer and who will see them, or send the report."""
    actor = request.actor  # type: ignore[attr-defined]
    if request.method != "POST":
        return _sent(request, key) or _check(request, key)

    def do(at: datetime) -> str:
        return reverse("report", args=[send(key, actor=actor, at=at).reference])

    def say(to: str) -> str:
        return f"Uw melding is verstuurd. Het kenmerk is {resolve(to).kwargs['reference']}."

    return change(request, do, partial(_check, request, key), say)


@require_POST
@for_members
def throw_away(request: HttpRequest, key: str) -> HttpResponse:
    """Throw a draft away."""

    def do(at: datetime) -> str:
        discard(key, actor=request.actor, at=at)  # type: ignore[attr-defined]
        return reverse("reports")

    return change(request, do, partial(_check, request, key), lambda _: THROWN_AWAY)


def _sent(request: HttpRequest, key: str) -> HttpResponse | None:
    """A report that was sent is not written any more: go to it."""
    made = answered(request.actor, key)  # type: ignore[attr-defined]
    return redirect(made) if made else None


def _ask(request: HttpRequest, key: str, page: str, refusal: Refused | None = None) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    asked = read_question(key, page, actor=actor, at=timezone.now())
    typed = request.POST if request.method == "POST" else None
    faults = refusal.errors if isinstance(refusal, Invalid) else {}
    changes = request.GET.get(BACK) == CHECK
    form = report_form(asked.fields, typed, faults)
    shown = {
        "asked": asked,
        "form": form,
        "at_once": answers_at_once(form),
        "refusal": "" if faults else refusal or "",
        "once": key_for(request),
        "back_url": _before(key, CHECK if changes else asked.back),
        "skip": _address(key, CHECK) if asked.may_skip and not changes else "",
    }
    return render(request, "reports/question.html", shown)


def _before(key: str, page: str) -> str:
    return _address(key, page) if page else reverse("reports")


def _check(request: HttpRequest, key: str, refusal: Refused | None = None) -> HttpResponse:
    found = read_check(key, actor=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    if found is None:
        return redirect("report-new")
    groups = [(heading, [_row(key, answer) for answer in rows]) for heading, rows in found.groups]
    missing = [_row(key, answer) for answer in found.missing]
    shown = {
        "check": found,
        "groups": groups,
        "faults": missing if refusal else [],
        "go_on": missing[0]["change_url"] if missing else "",
        "faulty": refusal is not None,
        "refusal": "" if missing else refusal or "",
        "once": key,
        "away": new_key,
        "key": key,
    }
    return render(request, "reports/check.html", shown)


def _row(key: str, answer: Answer) -> dict[str, str]:
    note = "Vul dit nog in" if answer.missing else ""
    url = _address(key, answer.page, towards=CHECK)
    return {"label": answer.label, "value": answer.value, "note": note, "change_url": url}


def _address(key: str, page: str, *, towards: str = "") -> str:
    if page == CHECK:
        return reverse("report-check", args=[key])
    here = reverse("report-question", args=[key, page])
    return f"{here}?{urlencode({BACK: CHECK})}" if towards else here
