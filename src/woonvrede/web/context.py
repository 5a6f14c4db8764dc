# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the frame of every page needs to know."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest
from django.utils import timezone

from ..casework.volunteers.keeper import has_register
from .entry import demo


def shell(request: HttpRequest) -> dict[str, Any]:
    """
    Return who is signed in, where they are, whether they keep a register, and in the demo as
    whom they may look.

    Asks the database nothing: whoever lets somebody in leaves ``request.actor`` behind, and
    whoever counts the new reports leaves ``request.new_reports``.
    """
    actor = getattr(request, "actor", None)
    frame: dict[str, Any] = {"signed_in": SESSION_KEY in getattr(request, "session", {})}
    if actor is not None:
        frame |= {
            "name": actor.name,
            "functions": ", ".join(actor.function_labels),
            "party": actor.party_name,
        }
    here = request.path.strip("/").partition("/")[0]
    nav = {"here": here, "new_reports": getattr(request, "new_reports", None)}
    nav["register"] = actor is not None and has_register(actor, at=timezone.now())
    return {"shell": frame, "nav": nav, "demo": demo.offer(request)}
