# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The address at which somebody who was invited chooses a password."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from woonvrede.records.account import Account


def address_for(account: Account) -> str:
    """Return an address that works once, for three days, and until the password changes."""
    key = {
        "uidb36": user_pk_to_url_str(account),
        "key": default_token_generator.make_token(account),
    }
    return str(settings.ORIGIN + reverse("account_reset_password_from_key", kwargs=key))
