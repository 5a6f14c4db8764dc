# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of allauth that this house has, at Dutch addresses; every other one is absent."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, re_path
from django.views.generic import RedirectView

from ..gate import for_anyone, for_choosing, for_enrolling
from . import adapters as sign_in
from . import demo, membership
from .paths import HOME

urlpatterns = [
    path("", for_anyone(RedirectView.as_view(url=HOME)), name="home"),
    path("inloggen/", for_anyone(account.login), name="account_login"),
    path("inloggen/code/", for_anyone(factors.authenticate), name="mfa_authenticate"),
    path("inloggen/passkey/", for_anyone(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("inloggen/gesloten/", for_anyone(account.account_inactive), name="account_inactive"),
    path("uitloggen/", for_anyone(account.logout), name="account_logout"),
    re_path(
        r"^uitnodiging/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        for_anyone(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "uitnodiging/klaar/",
        for_anyone(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("bevestigen/", for_enrolling(account.reauthenticate), name="account_reauthenticate"),
    path("bevestigen/code/", for_enrolling(factors.reauthenticate), name="mfa_reauthenticate"),
    path(
        "bevestigen/passkey/",
        for_enrolling(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("beveiliging/", for_enrolling(factors.index), name="mfa_index"),
    path("beveiliging/app/", for_enrolling(sign_in.EnrolApp.as_view()), name="mfa_activate_totp"),
    path("beveiliging/app/weg/", for_choosing(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("beveiliging/passkeys/", for_choosing(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path(
        "beveiliging/passkeys/nieuw/",
        for_enrolling(sign_in.EnrolPasskey.as_view()),
        name="mfa_add_webauthn",
    ),
    path(
        "beveiliging/passkeys/<int:pk>/weg/",
        for_choosing(passkeys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path(
        "beveiliging/herstelcodes/",
        for_choosing(codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "beveiliging/herstelcodes/nieuw/",
        for_choosing(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("wie-bent-u/", for_choosing(membership.choose), name="membership"),
    path("demo/kijk-mee/", for_anyone(demo.look_along), name="demo-look-along"),
]
