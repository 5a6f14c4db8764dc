# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a page asks a verb: once, in one transaction, and with a friendly answer when it refuses."""

import hashlib
import re
import secrets
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeVar

from django.contrib import messages
from django.core.exceptions import BadRequest, ObjectDoesNotExist
from django.db import IntegrityError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from ..access.door import note_refusal
from ..access.once import digest_of, repeated, use_up
from ..access.refusals import HeldUp, Invalid, Refused
from ..access.session import acting, is_held_up, looking
from ..casework.references import is_reference

KEY = re.compile(r"[\w-]{0,40}", re.ASCII)  # as new_key makes them
LONGEST_WITH_MORE = 25  # of a key that is used up per case: beside a reference it must fit
ABSENT = "Deze casus bestaat niet, of u ziet hem niet meer."
OK = 200
NOT_TYPED = {"csrfmiddlewaretoken", "once"}
T = TypeVar("T")
Do = Callable[[datetime], str]
Show = Callable[[Refused], HttpResponse]
Say = Callable[[str], str]


def change(request: HttpRequest, do: Do, show: Show, say: Say = lambda _: "") -> HttpResponse:
    """
    Let a verb do its work, redirect to what it answers, and say (``say``) that it was done.

    ``do`` runs in one transaction, together with using up the form's key, so that the same click
    twice does one thing and answers the same.  When it refuses, all of it is undone, the attempt
    is written down, and ``show`` makes the page again with the refusal and what was typed, in a
    transaction of its own: 400 when something was filled in wrongly, else 409.
    """
    try:
        to = _carry_out(request, do)
    except ObjectDoesNotExist as absent:
        note_absent(request)
        raise Http404 from absent
    except Refused as refusal:
        return _again(request, refusal, show)
    if words := say(to):
        messages.success(request, words)
    return redirect(to)


def hand_out(
    request: HttpRequest, make: Callable[[datetime], HttpResponse], show: Show
) -> HttpResponse:
    """
    Let a verb make the answer itself, such as a file, and refuse as :func:`change` does.

    No key is used up: whoever clicks twice gets it twice, and both are written down.
    """
    try:
        with acting(request.actor):  # type: ignore[attr-defined]
            return make(timezone.now())
    except ObjectDoesNotExist as absent:
        note_absent(request)
        raise Http404 from absent
    except OperationalError as error:
        if not is_held_up(error):
            raise
        return _again(request, HeldUp(), show)
    except Refused as refusal:
        return _again(request, refusal, show)


def attempt(
    request: HttpRequest, do: Do, *, about: str, otherwise: str, part: int | None = None
) -> str:
    """
    Let a verb do one of the several things that a form asks, in a transaction of its own, and once
    per form; return why it was not done, or nothing.  ``about`` is the reference of what it is
    about, and ``part`` which thing of it, where a form asks several; ``otherwise`` is said where
    what was filled in does not do for this one.
    """
    if not is_reference(about):
        return ABSENT
    try:
        _carry_out(request, do, about, part)
    except ObjectDoesNotExist:
        note_absent(request, about)
        return ABSENT
    except Invalid:
        return otherwise
    except Refused as refusal:
        _note(request, str(refusal), about)
        return str(refusal)
    return ""


def look(request: HttpRequest, read: Callable[[], T]) -> T:
    """Read something within a request that changes things, in a transaction that cannot."""
    try:
        with looking(request.actor):  # type: ignore[attr-defined]
            return read()
    except ObjectDoesNotExist as absent:
        note_absent(request)
        raise Http404 from absent


def note_absent(request: HttpRequest, about: str = "") -> None:
    """Write down that somebody asked for what is not there, or not there for them."""
    _note(request, "bestaat niet of is niet zichtbaar", about)


def new_key() -> str:
    """Return a key for a form, so that it is carried out once."""
    return secrets.token_urlsafe(16)


def key_for(request: HttpRequest) -> str:
    """Return the key of a form: the one it had while that may still be carried out, else a new."""
    return request.POST.get("once", "") if getattr(request, "held_up", False) else new_key()


def _carry_out(request: HttpRequest, do: Do, about: str = "", part: int | None = None) -> str:
    actor, at = request.actor, timezone.now()  # type: ignore[attr-defined]
    key = request.POST.get("once", "")
    if not KEY.fullmatch(key):
        raise BadRequest
    if about and key:
        which = "" if part is None else f"{part}"
        key = f"{key[: LONGEST_WITH_MORE - len(which)]}{which}.{about}"
    typed = [(name, values) for name, values in request.POST.lists() if name not in NOT_TYPED]
    digest = digest_of(request.get_full_path(), [*typed, *_sent(request)])
    try:
        with acting(actor):
            return use_up(actor, key, lambda: do(at), digest=digest, at=at)
    except (IntegrityError, OperationalError) as error:
        if not is_held_up(error):
            raise
        with acting(actor):
            earlier = repeated(actor, key, digest=digest)
        if earlier is None:
            raise HeldUp from error
        return earlier


def _sent(request: HttpRequest) -> Iterator[tuple[str, list[str]]]:
    """Name the files that were sent by what is in them: another one is another form."""
    for name, files in request.FILES.lists():
        yield name, [hashlib.sha256(file.read()).hexdigest() for file in files]
        for file in files:
            file.seek(0)


def _again(request: HttpRequest, refusal: Refused, show: Show) -> HttpResponse:
    if not isinstance(refusal, Invalid):
        _note(request, str(refusal))
    request.held_up = isinstance(refusal, HeldUp)  # type: ignore[attr-defined]
    response = look(request, lambda: show(refusal))
    if response.status_code == OK:
        response.status_code = 400 if isinstance(refusal, Invalid) else 409
    return response


def _note(request: HttpRequest, why: str, about: str = "") -> None:
    match = request.resolver_match
    action = f"refused:{match.url_name if match else ''}"[:60]
    about = about or (str(match.kwargs.get("reference", "")) if match else "")
    actor = request.actor  # type: ignore[attr-defined]
    with acting(actor):
        note_refusal(actor, action, why, reference=about)
