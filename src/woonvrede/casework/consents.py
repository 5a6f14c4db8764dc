# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a person's consent stands, where the agreement asks for it (AVG)."""

from ..access.books import book
from ..access.refusals import Refused
from ..agreement.book import Invitation
from ..records.case import Case
from ..records.permission import Consent


def refuse_without_consent(case: Case, role: str) -> None:
    """
    Go on only when consent stands, where the agreement asks for it.

    :raises Refused: if it does not
    """
    asked = _after_consent(case, role)
    consents = Consent.objects.filter(case=case, role=role, withdrawn_on=None)
    if asked is not None and not consents.exists():
        raise Refused(f"Eerst moet de bewoner hiermee instemmen ({asked.source}).")


def refuse_where_not_asked(case: Case, role: str) -> None:
    """
    Go on only when the agreement asks for consent: no more is kept of people than that.

    :raises Refused: if it does not ask
    """
    if _after_consent(case, role) is None:
        raise Refused("Voor deze organisatie is geen instemming nodig.")


def _after_consent(case: Case, role: str) -> Invitation | None:
    invitations = book(case.agreement).interventions[case.intervention].invitations
    return next((each for each in invitations if each.role == role and each.after_consent), None)
