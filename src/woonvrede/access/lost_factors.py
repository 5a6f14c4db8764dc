# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Begin again with somebody who lost every second factor (decision record 8)."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from ..records.account import Account
from .door import note_system
from .refusals import Refused
from .session import acting_as_system

SYSTEM = "account"


def take_factors_away(email: str) -> Account:
    """
    Take away all factors of an account, end its sessions, and write down that this was done.

    The password goes too: it alone would otherwise open the enrolment of new factors, to whoever
    knows it.  And a session holds only as long as the password with which it began.

    :raises Refused: if there is no such account
    """
    with acting_as_system(SYSTEM):
        account = Account.objects.select_for_update().filter(email=email.lower()).first()
        if account is None:
            raise Refused(f"Er is geen account met het adres {email}.")
        Authenticator.objects.filter(user=account).delete()
        account.set_unusable_password()
        account.save(update_fields=["password"])
        for session in UserSession.objects.filter(user=account):
            session.end()
        note_system(SYSTEM, f"reset-factors:{account.pk}")
    return account
