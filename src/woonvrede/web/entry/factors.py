# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""With how many factors somebody signed in."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from . import demo


def are_two(request: HttpRequest) -> bool:
    """Did this session show a second factor, or is it a look along in the demo?"""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records) or demo.is_demo_session(request)


def second_is_owed(request: HttpRequest) -> bool:
    """
    Does the account have a second factor that this session never showed?

    Enrolling elsewhere must not leave an older session with a password alone.
    """
    return not are_two(request) and is_mfa_enabled(request.user)
