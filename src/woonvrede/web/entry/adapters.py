# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How allauth behaves in this house: nobody signs up, secrets are kept encrypted."""

import base64
import hashlib
import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse

STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come by invitation alone; only faults are worth a message."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Dit e-mailadres en wachtwoord horen niet bij elkaar.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "too_many_login_attempts": "Dat waren te veel pogingen. Probeer het over 5 minuten weer.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: ``woonvrede account invite`` makes accounts."""
        del request
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Ask again who somebody is, unless they have just shown it."""
        del app
        records = get_authentication_records(self.request, self.request.user)
        recently = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        return not any(record["at"] > recently for record in records)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Write the password and nothing else of an account: the database allows no more."""
        user.set_password(password)
        user.save(update_fields=["password"])

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Keep faults, drop the greetings."""
        if level >= messages.ERROR:
            super().add_message(request, level, *args, **kwargs)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: mail goes by an outbox row, in words of our own."""


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors: their secrets encrypted, and never the last one gone."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Deze code klopt niet. Kijk of de code nog geldig is en typ hem opnieuw.",
        "cannot_delete_authenticator": "Dit is uw enige tweede stap. Voeg eerst een andere toe.",
    }

    def encrypt(self, text: str) -> str:
        """Encrypt a secret with a key that is not in the database."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Undo ``encrypt``."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Only while another app or passkey remains."""
        others = Authenticator.objects.filter(user=authenticator.user, type__in=STRONG)
        return bool(others.exclude(pk=authenticator.pk).exists())


class EnrolApp(ActivateTOTPView):  # type: ignore[misc]
    """Add an app with codes; who typed a right code has shown a second factor."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Add it, and count it for this session."""
        response: HttpResponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, method="mfa", type="totp")
        return response


class EnrolPasskey(AddWebAuthnView):  # type: ignore[misc]
    """Add a passkey; who made one has shown a second factor."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Add it, and count it for this session."""
        response: HttpResponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, method="mfa", type="webauthn")
        return response


def _box() -> MultiFernet:
    secrets = [str(settings.SECRET_KEY), *map(str, settings.SECRET_KEY_FALLBACKS)]
    digests = (hashlib.sha256(b"second factors" + secret.encode()).digest() for secret in secrets)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
