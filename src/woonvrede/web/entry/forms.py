# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""allauth's forms with our words."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm, ResetPasswordKeyForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm

from ..forms import PlainForm


class Worded(PlainForm):
    """Give fields the labels and help texts that a form declares."""

    words: dict[str, tuple[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, help_text) in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = label, help_text
            field.error_messages["required"] = f"Vul in: {label}"


class SignIn(Worded, LoginForm):  # type: ignore[misc]
    """E-mail address and password."""

    words = {"login": ("E-mailadres", ""), "password": ("Wachtwoord", "")}


class NewPassword(Worded, ResetPasswordKeyForm):  # type: ignore[misc]
    """A password chosen at an invitation."""

    words = {
        "password1": ("Nieuw wachtwoord", "Minstens 12 tekens. Een zin van een paar woorden mag."),
        "password2": ("Nog een keer hetzelfde wachtwoord", ""),
    }


class Password(Worded, ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""

    words = {"password": ("Wachtwoord", "")}


CODE = ("Code", "De 6 cijfers uit uw app, of een herstelcode.")


class Code(Worded, AuthenticateForm):  # type: ignore[misc]
    """The code of an app, or a recovery code."""

    words = {"code": CODE}


class CodeAgain(Worded, ReauthenticateByCodeForm):  # type: ignore[misc]
    """The code once more."""

    words = {"code": CODE}


class FirstCode(Worded, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new app."""

    words = {"code": ("Code", "De 6 cijfers die de app nu laat zien.")}


class NewPasskey(Worded, AddWebAuthnForm):  # type: ignore[misc]
    """A name for a new passkey; the browser fills in the rest."""

    words = {
        "name": ("Naam", "Zo herkent u hem later, bijvoorbeeld: laptop van het werk."),
        "passwordless": (
            "Hiermee wil ik zonder wachtwoord inloggen",
            "Uw apparaat vraagt dan om uw vingerafdruk, gezicht of pincode.",
        ),
    }
