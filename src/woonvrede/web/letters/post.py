# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letters that wait for the post: open them, print them, and say that they went."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ...casework.letters.send import post_letter
from ...casework.letters.to_post import read_to_post
from ..gate import for_members
from ..manners import attempt, look, new_key
from ..typed import number, typed_in

LETTER, HERE = "brief", "letters-to-post"
NONE = "Kies eerst welke brieven op de post zijn."
NOT_THIS_ONE = "Deze brief kan niet op de post."


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def to_post(request: HttpRequest) -> HttpResponse:
    """Show what waits for the post, or say of some that they went."""
    if request.method != "POST":
        return _page(request)
    chosen = [each.rpartition(".") for each in typed_in(request).getlist(LETTER)]
    if not chosen:
        return look(request, lambda: _page(request, NONE))
    results = [(reference, _post(request, reference, which)) for reference, _, which in chosen]
    done = sum(not why for _, why in results)
    if done:
        words = "1 brief is" if done == 1 else f"{done} brieven zijn"
        messages.success(request, f"{words} op de post gedaan.")
    for reference, why in results:
        if why:
            messages.warning(request, f"{reference}: {why}")
    return redirect(HERE)


def _post(request: HttpRequest, reference: str, which: str) -> str:
    def do(at: datetime) -> str:
        actor = request.actor  # type: ignore[attr-defined]
        post_letter(reference, number(which), actor=actor, at=at)
        return HERE

    part = number(which)
    return attempt(request, do, about=reference, part=part, otherwise=NOT_THIS_ONE)


def _page(request: HttpRequest, fault: str = "") -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    waiting = read_to_post(actor=actor, at=timezone.now())
    shown = {"waiting": waiting, "once": new_key, "fault": fault, "faulty": bool(fault)}
    return render(request, "letters/to_post.html", shown, status=400 if fault else 200)
